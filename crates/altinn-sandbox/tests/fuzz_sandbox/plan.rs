//! A request made of dice: near enough to a sound one to get past the doors, wrong enough to be worth asking.

use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Map, Value, json};
use url::Url;

/// Where chance comes from: a seed, or the bytes of a fuzzer.
pub struct Dice<'a> {
    given: &'a [u8],
    state: u64,
}

impl<'a> Dice<'a> {
    pub fn seeded(seed: u64) -> Self {
        Self { given: &[], state: seed }
    }

    #[allow(dead_code, reason = "for the fuzzer")]
    /// The bytes first; what comes after them follows from how many there were.
    pub fn of_bytes(given: &'a [u8]) -> Self {
        Self { given, state: given.len() as u64 }
    }

    fn next(&mut self) -> u64 {
        if let Some((head, rest)) = self.given.split_at_checked(2) {
            self.given = rest;
            return u64::from(head[0]) << 8 | u64::from(head[1]);
        }
        // SplitMix64.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or_default()
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.below(most + 1);
        (0..length).map(|_| self.below(256).to_le_bytes()[0]).collect()
    }
}

/// What a request may be made of.
pub struct Parts {
    pub origin: Url,
    /// Tokens that are good for something.
    pub tokens: Vec<String>,
    /// Ids that lead somewhere.
    pub ids: Vec<String>,
}

/// A request, ready to be sent and to be told of.
#[derive(Clone)]
pub struct Plan {
    pub method: Method,
    pub url: Url,
    pub headers: Vec<(HeaderName, HeaderValue)>,
    pub body: Vec<u8>,
}

/// What a call takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Body {
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

/// Calls: a name in braces is an id, `*` anything at all.
const CALLS: &[(&str, &str, Body)] = &[
    ("GET", ".well-known/oauth-authorization-server", Body::Nothing),
    ("GET", "jwk", Body::Nothing),
    ("POST", "token", Body::Form),
    ("POST", "token", Body::Form),
    ("GET", "errors/*", Body::Nothing),
    ("GET", "clients", Body::Nothing),
    ("POST", "api/v1/clients", Body::Client),
    ("GET", "api/v1/clients/{client}", Body::Nothing),
    ("POST", "api/v1/clients/{client}/jwks", Body::Keys),
    ("PUT", "external/api/v1/clients/{client}/jwks", Body::Keys),
    ("GET", "api/v1/scopes/all", Body::Nothing),
    ("GET", "api/v1/scopes/access/all", Body::Nothing),
    ("PUT", "api/v1/scopes/access/*", Body::Nothing),
    ("GET", "api/v1/delegationsources", Body::Nothing),
    ("GET", "api/GetEnterpriseToken", Body::Nothing),
    ("GET", "testtools/api/GetSystemUserToken", Body::Nothing),
    ("GET", "authentication/api/v1/exchange/maskinporten", Body::Nothing),
    ("GET", "authentication/api/v1/exchange/*", Body::Nothing),
    ("GET", "authentication/api/v1/openid/.well-known/openid-configuration/jwks", Body::Nothing),
    ("POST", "authentication/api/v1/systemregister/vendor", Body::System),
    ("GET", "authentication/api/v1/systemregister/vendor", Body::Nothing),
    ("PUT", "authentication/api/v1/systemregister/vendor/{system}", Body::System),
    ("PUT", "authentication/api/v1/systemregister/vendor/{system}/rights", Body::Rights),
    ("PUT", "authentication/api/v1/systemregister/vendor/{}/accesspackages", Body::Rights),
    ("POST", "authentication/api/v1/systemuser/request/vendor", Body::Request),
    ("POST", "authentication/api/v1/systemuser/request/vendor/agent", Body::Request),
    ("GET", "authentication/api/v1/systemuser/request/vendor/{}", Body::Nothing),
    ("GET", "authentication/api/v1/systemuser/request/vendor/bysystem/{system}", Body::Nothing),
    ("GET", "authentication/api/v1/systemuser/request/vendor/byexternalref/{system}/{}/{}", Body::Nothing),
    ("GET", "authentication/api/v1/systemuser/vendor/bysystem/{system}", Body::Nothing),
    ("GET", "authentication/api/v1/systemuser/vendor/byquery", Body::Nothing),
    ("POST", "authentication/api/v1/systemuser/changerequest/vendor", Body::Change),
    ("GET", "authentication/api/v1/systemuser/changerequest/vendor/{}", Body::Nothing),
    ("POST", "resourceregistry/api/v1/resource", Body::Resource),
    ("PUT", "resourceregistry/api/v1/resource/nytt-eksempel", Body::Resource),
    ("GET", "resourceregistry/api/v1/resource/{resource}", Body::Nothing),
    ("PUT", "resourceregistry/api/v1/resource/{resource}/policy", Body::Multipart),
    ("GET", "resourceregistry/api/v1/resource/{resource}/policy/rights", Body::Nothing),
    ("GET", "resourceregistry/api/v1/resource/resourcelist", Body::Nothing),
    ("GET", "resourceregistry/api/v1/resource/Search", Body::Nothing),
    ("GET", "resourceregistry/api/v1/resource/orgs", Body::Nothing),
    ("GET", "resourceregistry/api/v1/access-lists/prov", Body::Nothing),
    ("PUT", "resourceregistry/api/v1/access-lists/prov/{}", Body::List),
    ("POST", "resourceregistry/api/v1/access-lists/prov/partnere/members", Body::List),
    ("PUT", "resourceregistry/api/v1/access-lists/prov/partnere/resource-connections/{resource}", Body::List),
    ("POST", "broker/api/v1/filetransfer", Body::Transfer),
    ("POST", "broker/api/v1/filetransfer", Body::Transfer),
    ("GET", "broker/api/v1/filetransfer", Body::Nothing),
    ("POST", "broker/api/v1/filetransfer/upload", Body::Multipart),
    ("GET", "broker/api/v1/filetransfer/{}", Body::Nothing),
    ("POST", "broker/api/v1/filetransfer/{}/upload", Body::Bytes),
    ("GET", "broker/api/v1/filetransfer/{}/details", Body::Nothing),
    ("GET", "broker/api/v1/filetransfer/{}/download", Body::Nothing),
    ("POST", "broker/api/v1/filetransfer/{}/confirmdownload", Body::Nothing),
    ("POST", "broker/api/v1/filetransfer/upload/tus/{}", Body::Nothing),
    ("PATCH", "broker/api/v1/filetransfer/upload/tus/{}", Body::Bytes),
    ("HEAD", "broker/api/v1/filetransfer/upload/tus/{}", Body::Nothing),
    ("PUT", "broker/api/v1/resource/{resource}", Body::Configuration),
    ("GET", "broker/api/v1/resource/{resource}", Body::Nothing),
    ("POST", "broker/api/v1/serviceowner", Body::Configuration),
    ("GET", "broker/api/v1/serviceowner", Body::Nothing),
    ("GET", "broker/api/v1/statistics/monthly", Body::Nothing),
    ("POST", "broker/api/v1/webhooks/malwarescanresults", Body::Change),
    ("GET", "broker/api/v1/health", Body::Nothing),
    ("POST", "events/api/v1/subscriptions", Body::Subscription),
    ("GET", "events/api/v1/subscriptions", Body::Nothing),
    ("GET", "events/api/v1/subscriptions/{}", Body::Nothing),
    ("GET", "events/api/v1/events", Body::Nothing),
    ("POST", "events/api/v1/tests/webhookreceiver", Body::Change),
    ("POST", "sandbox/sink/{}", Body::Change),
    ("GET", "sandbox/approve", Body::Nothing),
    ("GET", "sandbox/world", Body::Nothing),
    ("POST", "sandbox/faults", Body::Change),
    ("GET", "*", Body::Nothing),
    ("GET", "*/*", Body::Nothing),
];

const RESOURCE: &str = "prov-filutveksling";

const QUERY: &[&str] = &[
    "resourceId",
    "status",
    "recipientStatus",
    "from",
    "to",
    "orderAscending",
    "role",
    "test",
    "system-id",
    "orgno",
    "external-ref",
    "token",
    "resource",
    "after",
    "subject",
    "alternativeSubject",
    "type",
    "size",
    "id",
    "env",
    "scopes",
    "scope",
    "accessible_for_all",
    "year",
    "month",
    "correlation-id",
    "system-user-id",
    "ids",
    "versionId",
    "include",
];

const METHODS: &[&str] = &["GET", "GET", "POST", "POST", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO"];

const TYPES: &[&str] = &[
    "application/json",
    "application/json",
    "application/json",
    "application/json; charset=utf-8",
    "application/x-www-form-urlencoded",
    "application/octet-stream",
    "multipart/form-data; boundary=b",
    "multipart/form-data",
    "application/offset+octet-stream",
    "text/plain",
    "application/json;;;",
    "/",
];

const HEADERS: &[&str] = &[
    "accept",
    "range",
    "if-match",
    "if-none-match",
    "if-modified-since",
    "tus-resumable",
    "upload-length",
    "upload-offset",
    "upload-metadata",
    "upload-concat",
    "upload-defer-length",
    "upload-checksum",
    "x-http-method-override",
    "ocp-apim-subscription-key",
    "x-altinn-enterpriseuser-authentication",
    "expect-not",
    "accept-encoding",
    "content-disposition",
    "x-api-key",
    "cookie",
];

const WORDS: &[&str] = &[
    "",
    " ",
    "0",
    "-1",
    "1",
    "00",
    "9223372036854775807",
    "18446744073709551616",
    "1e999",
    "NaN",
    "true",
    "null",
    "x",
    "æøå",
    "\u{1f600}",
    "\u{202e}",
    "bytes=0-",
    "bytes=-0",
    "bytes=99999999999999999999-",
    "bytes=5-2",
    "*/*",
    "text/html;q=0.1",
    "application/*",
    "1.0.0",
    "0.2.2",
    "final;a b",
    "partial",
    "P30D",
    "P99999999999D",
    "PT",
    "P1Y2M3DT4H5M6.7S",
    "2026-13-45",
    "2026-11-23T10:00:00+99:99",
    "0001-01-01",
    "9999-12-31T23:59:59Z",
    "urn:altinn:resource:prov-filutveksling",
    "prov-filutveksling",
    "urn:altinn:organization:identifier-no:310400203",
    "0192:310400203",
    "310400203",
    "https://[",
    "https://a.example.no/x",
    "http://127.0.0.1:1/",
    "../../etc/passwd",
    "%00",
    "a\u{0}b",
    "{}",
    "[]",
    "\"",
    "Published",
    "Sender",
    "6c1b9a0e-0000-4000-8000-000000000000",
    "00000000-0000-0000-0000-000000000000",
    "prov",
    "partnere",
];

impl Plan {
    pub fn of(dice: &mut Dice<'_>, parts: &Parts) -> Self {
        let (method, template, takes) = dice.one(CALLS);
        let method = if dice.one_in(8) { dice.one(METHODS) } else { method };
        let mut url = parts.origin.clone();
        url.set_path(&path(template, dice, parts));
        if takes == Body::Nothing && !dice.one_in(3) {
            url.query_pairs_mut().append_pair("resourceId", RESOURCE);
        }
        for _ in 0..dice.below(3) {
            let (name, value) = (dice.one(QUERY), word(dice, parts));
            url.query_pairs_mut().append_pair(name, &value);
        }
        let content_type = if dice.one_in(8) { dice.one(TYPES) } else { takes.content_type() };
        let body = match dice.below(12) {
            0 => dice.bytes(600),
            1 => nested(dice),
            2 => Vec::new(),
            _ => takes.made(dice, parts),
        };
        let method = Method::from_bytes(method.as_bytes()).unwrap_or(Method::GET);
        Self { method, url, headers: headers(template, dice, parts, content_type), body }
    }

    /// Short enough to be read.
    pub fn told(&self) -> String {
        let headers: Vec<String> = self.headers.iter().map(|(name, value)| format!("{name}: {:.80}", format!("{value:?}"))).collect();
        let body: String = String::from_utf8_lossy(&self.body).chars().take(1000).collect();
        format!("{} {:.300}\n{}\n{body}", self.method, self.url, headers.join("\n"))
    }

    pub fn request(&self, client: &Client) -> RequestBuilder {
        let request = client.request(self.method.clone(), self.url.clone()).body(self.body.clone());
        self.headers.iter().fold(request, |request, (name, value)| request.header(name, value))
    }
}

fn path(template: &str, dice: &mut Dice<'_>, parts: &Parts) -> String {
    let segment = |segment: &str, dice: &mut Dice<'_>| match segment {
        "*" => word(dice, parts).replace('/', "%2F"),
        "{resource}" if !dice.one_in(4) => RESOURCE.to_owned(),
        "{system}" if !dice.one_in(4) => "310400203_filer".to_owned(),
        named if named.starts_with('{') => if dice.one_in(6) { word(dice, parts) } else { dice.one(&parts.ids) }.replace('/', "%2F"),
        plain => plain.to_owned(),
    };
    let path = template.split('/').map(|part| segment(part, dice)).collect::<Vec<_>>().join("/");
    match dice.below(40) {
        0 => path.to_uppercase(),
        1 => format!("{path}/"),
        2 => format!("{path}/{}", word(dice, parts)),
        3 => format!("{path}%"),
        4 => format!("/{path}"),
        _ => path,
    }
}

fn headers(template: &str, dice: &mut Dice<'_>, parts: &Parts, content_type: &str) -> Vec<(HeaderName, HeaderValue)> {
    let mut headers = Vec::new();
    let mut put = |name: &str, value: &[u8]| {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_bytes(value)) {
            headers.push((name, value));
        }
    };
    if !content_type.is_empty() && !dice.one_in(12) {
        put("content-type", content_type.as_bytes());
    }
    if template.contains("/tus/") && !dice.one_in(6) {
        put("tus-resumable", b"1.0.0");
        put("upload-length", dice.one(&["600", "1", "0", "-1", "99999999999999999999"]).as_bytes());
        put("upload-offset", dice.one(&["0", "0", "1", "-1", "x"]).as_bytes());
        put("content-type", b"application/offset+octet-stream");
    }
    match dice.below(20) {
        0 => {}
        1 => put("authorization", &dice.bytes(40)),
        2 => {
            let token = dice.one(&parts.tokens);
            let end = dice.below(token.len());
            put("authorization", format!("Bearer {}", &token[..end]).as_bytes());
        }
        _ => put("authorization", format!("Bearer {}", dice.one(&parts.tokens)).as_bytes()),
    }
    for _ in 0..dice.below(3) {
        let name = dice.one(HEADERS);
        let value = if dice.one_in(5) { dice.bytes(30) } else { word(dice, parts).into_bytes() };
        put(name, &value);
    }
    headers
}

fn word(dice: &mut Dice<'_>, parts: &Parts) -> String {
    match dice.below(10) {
        0 => "a".repeat(dice.below(5000)),
        1 => String::from_utf8_lossy(&dice.bytes(20)).into_owned(),
        2 | 3 => dice.one(&parts.ids),
        _ => dice.one(WORDS).to_owned(),
    }
}

fn nested(dice: &mut Dice<'_>) -> Vec<u8> {
    let (open, depth) = (dice.one(&["[", "{\"a\":", "[[{\"rights\":"]), dice.below(3000));
    open.repeat(depth).into_bytes()
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

impl Body {
    const fn content_type(self) -> &'static str {
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

    fn made(self, dice: &mut Dice<'_>, parts: &Parts) -> Vec<u8> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Form => form(dice, parts),
            Self::Multipart => multipart(dice, parts),
            Self::Bytes => dice.bytes(600),
            _ => wrong(self.sound(dice, parts), dice, parts).to_string().into_bytes(),
        }
    }

    /// As the call takes it.
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

/// The same with some members changed.
fn wrong(mut value: Value, dice: &mut Dice<'_>, parts: &Parts) -> Value {
    // Often nothing: what is made is worth asking for.
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
