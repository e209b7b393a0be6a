//! A phrase as files and JSON have it.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A phrase as it is stored: a map with the id first, then its values. What serde derives for an enum, for each of several hundred
/// phrases in each format, was a ninth of the program. No phrase may have a value of the name `id`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WrittenPhrase(Map<String, Value>);

const ID: &str = "id";

impl WrittenPhrase {
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self(Map::from_iter([(ID.to_owned(), Value::from(id))]))
    }

    /// # Errors
    /// There is none.
    pub fn id(&self) -> serde_json::Result<&str> {
        self.0.get(ID).and_then(Value::as_str).ok_or_else(|| serde_json::Error::missing_field(ID))
    }

    /// # Errors
    /// JSON has no form for the value.
    pub fn put<T: Serialize>(&mut self, field: &str, value: &T) -> serde_json::Result<()> {
        self.0.insert(field.to_owned(), serde_json::to_value(value)?);
        Ok(())
    }

    /// Reads a field; `absent` counts where it is not there.
    ///
    /// # Errors
    /// It is of another type, or it is not there and must be.
    pub fn field<T: DeserializeOwned>(&self, field: &'static str, absent: Option<T>) -> serde_json::Result<T> {
        match self.0.get(field) {
            Some(value) => T::deserialize(value),
            None => absent.ok_or_else(|| serde_json::Error::missing_field(field)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::journey::{Cause, ChoiceMessage, DeedMessage, Message};
    use crate::values::Names;
    use serde_json::json;

    #[test]
    fn a_phrase_is_written_with_its_id_first_and_read_as_it_was() {
        let until = "2026-11-29T12:00:00Z".parse().unwrap();
        let phrases = [
            Message::NotApplicable,
            Message::RateLimited { until },
            Message::ProxyDenies { proxy: "proxy:1".to_owned(), host: "altinn.no".to_owned(), status: 403 },
            Message::ScopesToAdd { scopes: vec!["altinn:broker.read".parse().unwrap()], asked: jiff::civil::date(2026, 11, 29) },
            Message::Refused { status: 401, cause: Cause::TokenNotTaken },
        ];
        for phrase in phrases {
            let text = serde_json::to_string(&phrase).unwrap();
            assert!(text.starts_with(&format!(r#"{{"id":"{}""#, phrase.id())), "{text}");
            assert_eq!(serde_json::from_str::<Message>(&text).unwrap(), phrase);
            let table = toml::to_string(&phrase).unwrap();
            assert_eq!(toml::from_str::<Message>(&table).unwrap(), phrase, "{table}");
        }
        // TOML has nothing for a name that a language lacks.
        let owned = ChoiceMessage::OwnedByName { owner: Names::everywhere("Testdepartementet") };
        assert_eq!(toml::from_str::<ChoiceMessage>(&toml::to_string(&owned).unwrap()).unwrap(), owned);
    }

    #[test]
    fn what_older_and_newer_versions_wrote_is_read_and_what_nobody_wrote_is_refused() {
        let read = |value| serde_json::from_value::<Message>(value).ok();
        assert_eq!(read(json!({"id": "refused", "status": 400})), Some(Message::Refused { status: 400, cause: Cause::default() }));
        assert_eq!(read(json!({"id": "of-a-later-year", "how": ["much"]})), Some(Message::NotKnown));
        assert_eq!(
            read(json!({"id": "no-answer-dns", "host": "a", "of-a-later-year": 1})),
            Some(Message::NoAnswerDns { host: "a".to_owned() })
        );
        assert_eq!(read(json!({"id": "no-answer-dns"})), None, "a value is missing");
        assert_eq!(read(json!({"id": "no-answer-dns", "host": 1})), None, "a value is of another type");
        assert_eq!(read(json!({"host": "a"})), None, "no id");
        let refused = json!({"id": "grant-refused", "text": "no", "cause": "of-a-later-year"});
        let without_cause = DeedMessage::GrantRefused { text: "no".to_owned(), cause: Cause::default() };
        assert_eq!(serde_json::from_value::<DeedMessage>(refused).ok(), Some(without_cause));
    }

    #[test]
    fn no_value_has_the_name_of_the_id() {
        let all = [Message::ALL, DeedMessage::ALL, ChoiceMessage::ALL].concat();
        assert!(all.iter().all(|(_, values)| !values.contains(&"id")));
    }
}
