//! Facts platform A: Maskinporten, its token endpoint and its key set.

pub mod certificates;
mod consumers;
mod signing_keys;
mod system_users;
mod token_endpoint;
mod unusual_clients;

use crate::support::*;

const READ: &str = "altinn:broker.read";
const WRITE: &str = "altinn:broker.write";

async fn sound(sandbox: &Sandbox) -> Assertion {
    Assertion::of(sandbox, "sender", WRITE).await
}

/// A refusal's `error`, the code at the end of its `error_uri`, and its description.
fn refused(sandbox: &Sandbox, answer: &Answer) -> (String, Option<String>, String) {
    assert!(answer.status.is_client_error(), "{} {}", answer.status, answer.body);
    let body = answer.json();
    let description = body["error_description"].as_str().expect("a description").to_owned();
    let trace = description.rsplit_once("(trace_id: ").expect("a trace id").1.trim_end_matches(')');
    assert!(trace.len() == 32 && trace.chars().all(|c| c.is_ascii_hexdigit()), "{description}");
    let code = body.get("error_uri").map(|uri| {
        let prefix = format!("{}errors/", sandbox.origin);
        uri.as_str().expect("a uri").strip_prefix(&prefix).expect("below the issuer").to_owned()
    });
    (body["error"].as_str().expect("an error").to_owned(), code, description)
}

impl Answer {
    /// Expects a refusal whose description begins with a text.
    #[track_caller]
    fn refused(&self, status: u16, error: &str, code: Option<&str>, text: &str) -> &Self {
        let body = self.json();
        let given = body["error_uri"].as_str().and_then(|uri| uri.rsplit('/').next());
        assert_eq!((self.status.as_u16(), body["error"].as_str(), given), (status, Some(error), code), "{self}");
        assert!(body["error_description"].as_str().unwrap().starts_with(text), "{self}");
        self
    }
}

impl Assertion {
    /// Asks for a token and expects a refusal whose description contains a text.
    async fn refused(&self, sandbox: &Sandbox, error: &str, code: Option<&str>, text: &str) {
        let (given_error, given_code, description) = refused(sandbox, &self.ask(sandbox).await);
        assert_eq!((given_error.as_str(), given_code.as_deref()), (error, code), "{description}");
        assert!(description.contains(text), "{description}");
    }
}
