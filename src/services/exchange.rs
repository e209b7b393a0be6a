//! Altinn's token exchange (facts platform C).

use super::http::{Accept, Answer, Endpoint};
use super::{Foreign, Services, Token};
use crate::journey::Service;
use reqwest::Method;

const PATH: &str = "authentication/api/v1/exchange/maskinporten";

impl Services {
    /// `GET /authentication/api/v1/exchange/maskinporten`: exchanges Maskinporten's token for Altinn's. The answer may be the bare
    /// token or a JSON string.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn exchange(&self, token: &Token) -> Answer<Token> {
        let ask = self
            .ask(Method::GET, self.platform(PATH, &[]), Endpoint::usual(Service::Exchange, "exchange"))
            .accept(Accept::Any)
            .bearer(token);
        let heard = ask.answer().await?;
        // The new token is valid for half an hour, however long the old one was, so its own `exp` is used (facts platform C.2).
        Token::read(&heard.body.secret(), None, self.mask()).ok_or_else(|| heard.foreign(Foreign::Unreadable))
    }
}

#[cfg(test)]
mod tests {
    use crate::services::claims::tests::token_text;
    use crate::services::stub_server::{API_KEY, StubServer, token};
    use secrecy::ExposeSecret;
    use serde_json::json;

    fn exchanged() -> String {
        token_text(
            &json!({"iss": "https://platform.tt02.altinn.no/authentication/api/v1/openid/", "urn:altinn:org": "acme", "exp": 1_790_001_805}),
        )
    }

    /// The answer as text and as a JSON string (facts examples 8).
    #[tokio::test]
    async fn the_golden_request_and_both_bodies() {
        for (kind, body) in [("text/plain; charset=utf-8", exchanged()), ("application/json", format!("\"{}\"", exchanged()))] {
            let stub = StubServer::text(200, kind, &body);
            let (token, text) = token();
            let made = stub.services.exchange(&token).await.unwrap();
            let request = stub.request();
            assert_eq!(request.line(), "GET /authentication/api/v1/exchange/maskinporten");
            assert_eq!(request.header("accept"), Some("*/*"));
            assert_eq!(request.header("authorization"), Some(format!("Bearer {text}").as_str()));
            assert_eq!(request.header("ocp-apim-subscription-key"), Some(API_KEY));
            assert_eq!((made.secret.expose_secret(), made.expires_at.as_second()), (exchanged().as_str(), 1_790_001_805));
            assert_eq!(made.claims.org_code.as_deref(), Some("acme"));
        }
    }

    #[tokio::test]
    async fn a_refused_token_is_a_problem_without_a_code() {
        let body = json!({"type": "https://tools.ietf.org/html/rfc9110#section-15.5.2", "title": "Unauthorized", "status": 401, "traceId": "00-1"});
        let problem = StubServer::json(401, &body).services.exchange(&token().0).await.unwrap_err();
        assert_eq!(problem.code().as_deref(), Some("http-401"));
    }
}
