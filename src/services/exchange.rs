//! Altinn's token exchange (platform facts, C).

use super::http::{Accept, Answer, Endpoint};
use super::{Foreign, Services, Token};
use reqwest::Method;

const PATH: &str = "authentication/api/v1/exchange/maskinporten";

impl Services {
    /// `GET /authentication/api/v1/exchange/maskinporten`. Reads the quoted and the raw body.
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn exchange(&self, token: &Token) -> Answer<Token> {
        let ask = self.ask(Method::GET, self.platform(PATH, &[]), Endpoint::usual("exchange")).accept(Accept::Any).bearer(token);
        let heard = ask.answer().await?;
        // The new token lives for half an hour whatever the old one said: its own `exp` counts (platform facts, C.2).
        Token::read(&heard.text(), None).ok_or_else(|| heard.foreign(Foreign::Unreadable))
    }
}
