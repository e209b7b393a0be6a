//! Request bodies, valid and invalid.

use super::dice::Dice;
use super::tables::RESOURCE;
use super::{Parts, word};
use serde_json::{Map, Value, json};

/// The body that a call accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    Nothing,
    Form,
    Multipart,
    Bytes,
    Transfer,
    System,
    Rights,
    Request,
    Change,
    Subscription,
    Resource,
    Configuration,
    Client,
    Keys,
    List,
}

impl Body {
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Multipart => "multipart/form-data; boundary=b",
            Self::Bytes => "application/octet-stream",
            Self::Transfer
            | Self::System
            | Self::Rights
            | Self::Request
            | Self::Change
            | Self::Subscription
            | Self::Resource
            | Self::Configuration
            | Self::Client
            | Self::Keys
            | Self::List => "application/json",
        }
    }

    pub fn made(self, dice: &mut Dice<'_>, parts: &Parts) -> Vec<u8> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Form => form(dice, parts),
            Self::Multipart => multipart(dice, parts),
            Self::Bytes => dice.bytes(600),
            _ => wrong(self.sound(dice, parts), dice, parts).to_string().into_bytes(),
        }
    }

    /// A body that the call accepts.
    fn sound(self, dice: &mut Dice<'_>, parts: &Parts) -> Value {
        let three = json!({"en": "a", "nb": "b", "nn": "c"});
        let right = json!({"action": "read", "resource": [{"id": "urn:altinn:resource", "value": RESOURCE}]});
        let id = dice.one(&parts.ids);
        match self {
            Self::Nothing | Self::Form | Self::Multipart | Self::Bytes => Value::Null,
            Self::Rights => json!([right]),
            Self::Transfer => json!({"fileName": "a.txt", "resourceId": RESOURCE, "sendersFileTransferReference": "ref", "checksum": null,
                "sender": "0192:310400203", "recipients": ["0192:310400300"], "propertyList": {"a": "b"}, "disableVirusScan": false}),
            Self::System => {
                json!({"id": format!("310400203_{}", dice.below(50)), "vendor": {"authority": "iso6523-actorid-upis", "ID": "0192:310400203"},
                "name": three, "description": three, "rights": [right], "accessPackages": [], "clientId": [], "isVisible": true,
                "allowedRedirectUrls": ["https://a.no"]})
            }
            Self::Request => json!({"systemId": "310400203_filer", "partyOrgNo": "310400300", "externalRef": id, "rights": [right],
                "accessPackages": []}),
            Self::Change => {
                json!({"requiredRights": [right], "unwantedRights": [], "requiredAccessPackages": [], "unwantedAccessPackages": []})
            }
            Self::Subscription => json!({"endPoint": "https://127.0.0.1:1/x", "resourceFilter": format!("urn:altinn:resource:{RESOURCE}"),
                "sourceFilter": null, "subjectFilter": "urn:altinn:organization:identifier-no:310400203",
                "typeFilter": "no.altinn.broker.published", "includeSubunits": false}),
            Self::Resource => json!({"identifier": "nytt-eksempel", "title": three, "description": three, "rightDescription": three,
                "resourceType": "BrokerService", "contactPoints": [], "accessListMode": "Enabled",
                "hasCompetentAuthority": {"name": three, "organization": "310400106", "orgcode": "prov"}}),
            Self::Configuration => {
                json!({"maxFileTransferSize": 100, "fileTransferTimeToLive": "P30D", "purgeFileTransferGracePeriod": "PT2H",
                "useManifestFileShim": true, "externalServiceCodeLegacy": "1234", "externalServiceEditionCodeLegacy": 1, "name": "x"})
            }
            Self::Client => json!({"integration_type": "maskinporten", "client_name": "x", "description": "x", "application_type": "web",
                "token_endpoint_auth_method": "private_key_jwt", "grant_types": ["urn:ietf:params:oauth:grant-type:jwt-bearer"],
                "scopes": ["altinn:broker.write"]}),
            Self::Keys => json!({"keys": [{"kty": "RSA", "e": "AQAB", "use": "sig", "kid": id, "alg": "RS256", "n": "x"}]}),
            Self::List => json!({"data": ["urn:altinn:organization:identifier-no:310400300"], "name": "Partnere", "description": "x",
                "actionFilters": ["write"]}),
        }
    }
}

fn multipart(dice: &mut Dice<'_>, parts: &Parts) -> Vec<u8> {
    let mut body = Vec::new();
    for _ in 0..dice.below(6) {
        let names = [
            "Metadata.FileName",
            "Metadata.ResourceId",
            "Metadata.Recipients[0]",
            "Metadata.PropertyList[a]",
            "FileTransfer",
            "policyFile",
            "\"\"",
        ];
        let name = dice.one(&names);
        body.extend_from_slice(
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"; filename=x\r\n\r\n{}\r\n", word(dice, parts)).as_bytes(),
        );
    }
    if dice.one_in(2) {
        body.extend_from_slice(b"--b--\r\n");
    }
    body
}

fn form(dice: &mut Dice<'_>, parts: &Parts) -> Vec<u8> {
    let assertion = if dice.one_in(2) { dice.one(&parts.tokens) } else { word(dice, parts) };
    let grant = dice.one(&["urn:ietf:params:oauth:grant-type:jwt-bearer", "x", ""]);
    let answer = dice.one(&["yes", "no", ""]);
    let pairs = [("grant_type", grant), ("assertion", &assertion), ("answer", answer)];
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish().into_bytes()
}

/// The body with some members changed.
fn wrong(mut value: Value, dice: &mut Dice<'_>, parts: &Parts) -> Value {
    // Often nothing is changed, so that the call succeeds and later requests can use its result.
    for _ in 0..dice.below(5).saturating_sub(2) {
        change(&mut value, dice, parts);
    }
    value
}

fn change(value: &mut Value, dice: &mut Dice<'_>, parts: &Parts) {
    match value {
        Value::Object(members) if !members.is_empty() && !dice.one_in(6) => {
            let name = members.keys().nth(dice.below(members.len())).cloned().unwrap_or_default();
            match dice.below(6) {
                0 => drop(members.remove(&name)),
                1 => drop(members.insert(word(dice, parts), Value::Null)),
                _ => members.get_mut(&name).into_iter().for_each(|inner| change(inner, dice, parts)),
            }
        }
        Value::Array(list) if !list.is_empty() && !dice.one_in(4) => {
            let index = dice.below(list.len());
            change(&mut list[index], dice, parts);
        }
        other => *other = odd(dice, parts),
    }
}

fn odd(dice: &mut Dice<'_>, parts: &Parts) -> Value {
    match dice.below(12) {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 => json!(-1),
        3 => json!(u64::MAX),
        4 => json!(1e308),
        5 => Value::Array(vec![Value::Null; dice.below(20)]),
        6 => Value::Object(Map::new()),
        7 => json!([[{"a": []}]]),
        _ => Value::String(word(dice, parts)),
    }
}

pub fn nested(dice: &mut Dice<'_>) -> Vec<u8> {
    let (open, depth) = (dice.one(&["[", "{\"a\":", "[[{\"rights\":"]), dice.below(3000));
    open.repeat(depth).into_bytes()
}
