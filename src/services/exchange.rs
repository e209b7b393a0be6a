//! Altinn's token exchange (platform facts, C).

use super::http::Answer;
use super::{Services, Token};

impl Services {
    /// `GET /authentication/api/v1/exchange/maskinporten`. Reads the quoted and the raw body.
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn exchange(&self, token: &Token) -> Answer<Token> {
        let _ = token;
        unimplemented!()
    }
}
