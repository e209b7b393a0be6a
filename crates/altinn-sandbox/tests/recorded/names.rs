//! What differs from run to run has a name: organisations, clients, tokens, and ids that a service made.

use crate::recording::Recording;
use crate::support::{Caller, Sandbox, known};

/// Names with their values, in the order in which they became known.
pub struct Names {
    /// The sandbox's own address, which stands for the platform's.
    origin: String,
    known: Vec<Name>,
    tokens: Vec<(String, String)>,
}

struct Name {
    name: String,
    value: String,
    /// Whether answers show the name; otherwise a text that holds the value by chance would be changed.
    shown: bool,
}

impl Names {
    pub async fn of(sandbox: &Sandbox, recording: &Recording) -> Self {
        let organisations = [
            ("sender", known::SENDER.number),
            ("recipient", known::RECIPIENT.number),
            ("owner", known::SERVICE_OWNER.number),
            ("resource", known::RESOURCE),
            ("newcomer", known::NEWCOMER.number),
            ("newresource", known::NEWCOMER_RESOURCE),
            ("ownercode", known::SERVICE_OWNER.code.unwrap_or_default()),
        ];
        let known =
            organisations.map(|(name, value)| Name { name: name.to_owned(), value: value.to_owned(), shown: recording.names(name) }).into();
        let origin = sandbox.origin.as_str().trim_end_matches('/').to_owned();
        let mut names = Self { origin, known, tokens: Vec::new() };
        for (name, token) in &recording.tokens {
            let party = token.party.as_deref().map(|party| names.filled(party));
            let caller = match (party, token.exchanged) {
                (Some(party), true) => Caller::system_user(sandbox, &token.client, &party, &token.scope).await,
                (Some(party), false) => Caller::raw_system_user(sandbox, &token.client, &party, &token.scope).await,
                (None, true) => Caller::organisation(sandbox, &token.client, &token.scope).await,
                (None, false) => Caller::raw(sandbox, &token.client, &token.scope).await,
            };
            names.tokens.push((name.clone(), caller.token.expect("a token")));
        }
        names
    }

    pub fn token(&self, name: &str) -> &str {
        self.tokens.iter().find(|(known, _)| known == name).map(|(_, token)| token.as_str()).expect("a token")
    }

    /// Keeps an id that a service has made.
    pub fn keep(&mut self, name: &str, value: String) {
        self.known.push(Name { name: name.to_owned(), value, shown: true });
    }

    /// A text with each name in braces replaced by its value.
    pub fn filled(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for Name { name, value, .. } in &self.known {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        for client in known::CLIENTS {
            text = text.replace(&format!("{{client {}}}", client.name), client.id);
        }
        for (name, token) in &self.tokens {
            let changed = format!("{}AAAAAA", &token[..token.len() - 6]);
            text = text.replace(&format!("{{token {name}}}"), token).replace(&format!("{{changed {name}}}"), &changed);
        }
        text
    }

    /// A text with each known value replaced by its name.
    pub fn named(&self, text: &str) -> String {
        let mut text = text.replace(&self.origin, "https://platform.tt02.altinn.no");
        for Name { name, value, .. } in self.known.iter().filter(|name| name.shown) {
            // A path is kept whole for later requests; what shows in an answer is its last part, the id.
            let shown = value.rsplit('/').next().unwrap_or(value);
            text = text.replace(shown, &format!("{{{name}}}"));
        }
        text
    }
}
