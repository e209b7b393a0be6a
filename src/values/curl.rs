//! A call as a curl command, for a POSIX shell. A secret stands in it as its reference, or as a variable for the user to set.

use super::{Body, Call, Held, HttpMessage, NamedPart, SecretRef, SentSecret};

/// The command, and the variables and files that the user must set before it can run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curl {
    pub command: String,
    pub to_set: Vec<String>,
}

/// The place of a body that is not in the command.
const FILE: &str = "FILE";

/// The command that makes this call again. `api_key` is where the API key can be read.
#[must_use]
pub fn curl(call: &Call, api_key: Option<&SecretRef>) -> Curl {
    let mut to_set = Vec::new();
    let mut words = vec![if call.method == "GET" { "curl".to_owned() } else { format!("curl -X {}", call.method) }];
    words.push(quoted(&call.address()));
    let HttpMessage { headers, body } = &call.sent;
    // curl counts the body itself.
    for header in headers.iter().filter(|header| header.name != "content-length") {
        words.push(format!("-H {}", part(header, ": ", api_key, &mut to_set)));
    }
    match body {
        Body::Empty | Body::NotKept => {}
        Body::Text { text, is_whole: true } => words.push(format!("--data-raw {}", quoted(text))),
        Body::Text { is_whole: false, .. } | Body::Bytes { .. } => {
            words.push(format!("--data-binary '@{FILE}'"));
            to_set.push(FILE.to_owned());
        }
        Body::Form(fields) => {
            words.extend(fields.iter().map(|field| format!("--data-urlencode {}", part(field, "=", api_key, &mut to_set))));
        }
    }
    Curl { command: words.join(" \\\n  "), to_set }
}

/// A header or a field, quoted.
fn part(part: &NamedPart, sign: &str, api_key: Option<&SecretRef>, to_set: &mut Vec<String>) -> String {
    match &part.holds {
        Held::Text(text) => quoted(&format!("{}{sign}{text}", part.name)),
        Held::Secret(secret) => format!("\"{}{sign}{}\"", part.name, stand_in(*secret, api_key, to_set)),
    }
}

/// What the shell puts the secret in place of, between quotation marks.
fn stand_in(secret: SentSecret, api_key: Option<&SecretRef>, to_set: &mut Vec<String>) -> String {
    let mut variable = |name: &str| {
        to_set.push(name.to_owned());
        format!("${name}")
    };
    match (secret, api_key) {
        (SentSecret::Token, _) => format!("Bearer {}", variable("TOKEN")),
        (SentSecret::Assertion, _) => variable("ASSERTION"),
        (SentSecret::ApiKey, None) => variable("API_KEY"),
        (SentSecret::ApiKey, Some(SecretRef::Env(name))) => format!("${name}"),
        (SentSecret::ApiKey, Some(SecretRef::File(path))) => format!("$(cat {})", quoted(&path.display().to_string())),
        (SentSecret::ApiKey, Some(SecretRef::Command(words))) => {
            format!("$({})", words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" "))
        }
    }
}

/// One word for the shell, whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::super::CallEnd;
    use super::*;

    fn header(name: &str, holds: Held) -> NamedPart {
        NamedPart { name: name.to_owned(), holds }
    }

    fn call(sent: HttpMessage) -> Call {
        Call {
            at: jiff::Timestamp::UNIX_EPOCH,
            method: "POST".into(),
            scheme: "https".into(),
            host: "platform.tt02.altinn.no".into(),
            path: "/broker/api/v1/filetransfer".into(),
            end: CallEnd::Answered(200),
            took_ms: 12,
            sent,
            answered: HttpMessage::default(),
        }
    }

    #[test]
    fn each_secret_stands_as_its_reference() {
        let headers = vec![
            header("authorization", Held::Secret(SentSecret::Token)),
            header("ocp-apim-subscription-key", Held::Secret(SentSecret::ApiKey)),
            header("content-type", Held::Text("application/json".into())),
            header("content-length", Held::Text("17".into())),
        ];
        let sent = HttpMessage { headers, body: Body::Text { text: "{\"name\": \"it's\"}".into(), is_whole: true } };
        for (reference, expected) in [
            (Some("env:APIM_KEY"), "$APIM_KEY"),
            (Some("file:/home/kari/it's/key.txt"), r"$(cat '/home/kari/it'\''s/key.txt')"),
            (Some("cmd:pass show 'my key'"), "$('pass' 'show' 'my key')"),
            (None, "$API_KEY"),
        ] {
            let reference: Option<SecretRef> = reference.map(|text| text.parse().unwrap());
            let made = curl(&call(sent.clone()), reference.as_ref());
            let expected = format!(
                "curl -X POST \\\n  'https://platform.tt02.altinn.no/broker/api/v1/filetransfer' \\\n  -H \"authorization: Bearer $TOKEN\" \\\n  \
                 -H \"ocp-apim-subscription-key: {expected}\" \\\n  -H 'content-type: application/json' \\\n  --data-raw '{{\"name\": \"it'\\''s\"}}'"
            );
            assert_eq!(made.command, expected);
            assert_eq!(made.to_set.first().map(String::as_str), Some("TOKEN"));
            assert_eq!(made.to_set.len(), if reference.is_some() { 1 } else { 2 });
        }
    }

    #[test]
    fn a_form_and_a_file_are_sent_again() {
        let fields = vec![
            header("grant_type", Held::Text("urn:ietf:params:oauth:grant-type:jwt-bearer".into())),
            header("assertion", Held::Secret(SentSecret::Assertion)),
        ];
        let form = curl(&call(HttpMessage { headers: Vec::new(), body: Body::Form(fields) }), None);
        assert!(form.command.ends_with("--data-urlencode \"assertion=$ASSERTION\""), "{}", form.command);
        let file = curl(&call(HttpMessage { headers: Vec::new(), body: Body::Bytes { size: Some(crate::values::FileSize(7)) } }), None);
        assert!(file.command.ends_with("--data-binary '@FILE'") && file.to_set == ["FILE"], "{}", file.command);
    }
}
