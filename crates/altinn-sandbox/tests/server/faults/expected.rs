//! The answer that each fault must give, written from the facts: whole bodies, as in `examples.md`.

use super::calls::sent;
use crate::support::Answer;
use altinn_sandbox::faults::{Fault, Service, Shape};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

/// A call that a fault struck.
pub struct Struck<'a> {
    pub fault: &'a Fault,
    pub service: Service,
    pub method: &'a Method,
    pub path: &'a str,
    pub origin: &'a str,
}

/// Replaces trace ids, which differ from call to call. Everything else must be equal character by character.
pub fn masked(text: &str) -> String {
    let mut masked = String::new();
    let mut rest = text;
    const MEMBER: &str = "\"traceId\":";
    while let Some(at) = rest.find(MEMBER) {
        let spaces = rest[at + MEMBER.len()..].find('"').unwrap_or_default();
        let (before, after) = rest.split_at(at + MEMBER.len() + spaces + 1);
        masked.push_str(before);
        rest = after.find('"').map_or("", |end| &after[end..]);
    }
    masked + rest
}

fn reason(status: u16) -> &'static str {
    match status {
        416 => "Range Not Satisfiable",
        other => StatusCode::from_u16(other).unwrap().canonical_reason().unwrap(),
    }
}

/// Facts examples 30 and broker-api 4.1: the section of RFC 9110.
fn section(status: u16) -> String {
    let section = match status {
        400 => "1",
        401 => "2",
        403 => "4",
        404 => "5",
        409 => "10",
        415 => "16",
        416 => "17",
        500 => return "https://tools.ietf.org/html/rfc9110#section-15.6.1".to_owned(),
        503 => return "https://tools.ietf.org/html/rfc9110#section-15.6.4".to_owned(),
        other => unreachable!("{other}"),
    };
    format!("https://tools.ietf.org/html/rfc9110#section-15.5.{section}")
}

fn framework(status: u16) -> String {
    let title = if status == 500 { "An error occurred while processing your request." } else { reason(status) };
    format!(r#"{{"type":"{}","title":"{title}","status":{status},"traceId":""}}"#, section(status))
}

impl Struck<'_> {
    fn text(&self) -> String {
        let last = self.path.trim_end_matches('/').rsplit('/').next().unwrap();
        let sent = sent(self.path);
        let said = |name: &str| sent[name].as_str().unwrap_or_default().to_owned();
        let text = self.fault.text.clone().unwrap_or_default();
        let id = if said("id").is_empty() { said("identifier") } else { said("id") };
        text.replace("{segment}", last).replace("{resource}", &said("resourceFilter")).replace("{id}", &id)
    }

    /// The fault's default number of seconds.
    fn seconds(&self) -> i64 {
        self.fault.value.unwrap_or_default()
    }

    /// The expected content type and body; the type is empty if there must be none.
    fn answer(&self) -> (&'static str, String) {
        const JSON: &str = "application/json; charset=utf-8";
        const PROBLEM: &str = "application/problem+json";
        const FRAMEWORK: &str = "application/problem+json; charset=utf-8";
        const TEXT: &str = "text/plain; charset=utf-8";
        let (name, text, status) = (&self.fault.name, self.text(), self.fault.status.unwrap_or_default());
        let quoted = |text: &str| Value::from(text).to_string();
        match self.fault.shape {
            Shape::Auth => {
                let member = self.fault.member.as_ref().map_or(String::new(), |member| format!(r#""{member}":"named-by-the-fault","#));
                let body = format!(
                    r#"{{"type":"urn:altinn:error:{name}","title":{},"status":{status},"code":"{name}","statusDescription":"{}",{member}"traceId":""}}"#,
                    quoted(&text),
                    reason(status)
                );
                (PROBLEM, body)
            }
            Shape::Finding => {
                let mut row = json!({"code": name, "title": text, "paths": [self.fault.member]});
                if let Some(extra) = &self.fault.extra {
                    row[extra] = json!("named-by-the-fault");
                }
                let body = format!(
                    r#"{{"type":"urn:altinn:error:STD-00000","title":"One or more validation errors occurred.","status":400,"code":"STD-00000","statusDescription":"Bad Request","validationErrors":[{row}],"traceId":""}}"#
                );
                (PROBLEM, body)
            }
            Shape::Broker if self.path.contains("/upload/tus/") => ("text/plain", text),
            Shape::Broker => {
                let said = if status == 500 { "An error occurred while processing your request." } else { reason(status) };
                let body = format!(
                    r#"{{"type":"{}","title":"{}","status":{status},"detail":{},"code":"{name}","traceId":"","statusDescription":"{said}","traceId":""}}"#,
                    section(status),
                    reason(status),
                    quoted(&text)
                );
                let no_json = ["/download", "/statistics/monthly", "/generate-and-download-daily-summary", "/malwarescanresults"];
                let posts_owner = self.path.ends_with("/serviceowner") && *self.method == Method::POST;
                (if posts_owner || no_json.iter().any(|end| self.path.ends_with(end)) { FRAMEWORK } else { JSON }, body)
            }
            Shape::Text | Shape::Words => (TEXT, text),
            Shape::Quoted => (JSON, quoted(&text)),
            Shape::Detail => {
                let body =
                    format!(r#"{{"type":"{}","title":"Bad Request","status":400,"detail":{},"traceId":""}}"#, section(400), quoted(&text));
                (FRAMEWORK, body)
            }
            Shape::EnterpriseUser => {
                let detail = "Virksomhetsbruker is no longer available. Use Systembruker instead.";
                let body = format!(
                    r#"{{"type":"https://docs.altinn.studio","title":"Virksomhetsbruker is no longer available","status":410,"detail":"{detail}","traceId":""}}"#
                );
                (FRAMEWORK, body)
            }
            Shape::Gateway if matches!(self.service, Service::Maskinporten | Service::SelfService) => ("", String::new()),
            Shape::Gateway => {
                let text = text.replace("{value}", &self.seconds().to_string());
                ("application/json", format!(r#"{{ "statusCode": {status}, "message": "{text}" }}"#))
            }
            Shape::Empty => ("", String::new()),
            Shape::Token if self.service == Service::Exchange => (FRAMEWORK, framework(401)),
            Shape::Token => ("", String::new()),
            Shape::NotAcceptable => {
                let declared = if self.path.ends_with("/statistics/monthly") { "text/csv" } else { "application/json" };
                let said = "This endpoint does not support the requested Accept header. Supported Accept headers are:";
                ("", format!("{said} {declared}, */*."))
            }
            Shape::UnsupportedType if self.path.ends_with("/broker/api/v1/filetransfer") => (JSON, framework(415)),
            Shape::UnsupportedType if self.service == Service::Systems => (FRAMEWORK, framework(415)),
            Shape::UnsupportedType => ("", String::new()),
            Shape::Unhandled if self.service == Service::Maskinporten => ("", String::new()),
            Shape::Unhandled if self.service == Service::Broker => {
                let body = format!(
                    r#"{{"type":"{}","title":"Internal Server Error","status":500,"detail":"","instance":"{}","traceId":""}}"#,
                    section(500),
                    self.path
                );
                (PROBLEM, body)
            }
            Shape::Unhandled => (FRAMEWORK, framework(500)),
            Shape::LoginRedirect => ("", String::new()),
            other => unreachable!("{other:?} is looked at elsewhere"),
        }
    }

    /// Compares status, headers and body with the facts.
    pub fn compare(&self, answer: &Answer) {
        let case = format!("{} at {} {}: {}", self.fault.name, self.method, self.path, answer.body);
        assert_eq!(Some(answer.status.as_u16()), self.fault.status, "{case}");
        match self.fault.shape {
            Shape::BadGateway | Shape::LoginPage => {
                assert!(answer.header("content-type").starts_with("text/html") && answer.body.contains("<h1>"), "{case}");
            }
            _ => {
                let (kind, body) = self.as_its_service_writes(self.answer());
                assert_eq!((answer.header("content-type"), masked(&answer.body)), (kind, body), "{case}");
            }
        }
        assert_eq!(self.challenges(), challenges(answer), "{case}");
        let retry = if self.fault.retry_after { self.seconds().to_string() } else { String::new() };
        assert_eq!(answer.header("retry-after"), retry, "{case}");
        let leads = self.fault.shape == Shape::LoginRedirect;
        assert_eq!(answer.header("location").starts_with("http://login.proxy.invalid/"), leads, "{case}");
        self.compare_fixed_headers(answer, &case);
    }

    /// Facts platform E: the Resource Registry indents its JSON and sends the framework's problems as `application/json`.
    fn as_its_service_writes(&self, (kind, body): (&'static str, String)) -> (&'static str, String) {
        if self.service != Service::Registry || matches!(self.fault.shape, Shape::Gateway) || !kind.ends_with("json; charset=utf-8") {
            return (kind, body);
        }
        let value: Value = serde_json::from_str(&body).expect("JSON");
        ("application/json; charset=utf-8", serde_json::to_string_pretty(&value).expect("JSON"))
    }

    /// Facts platform G, and facts broker-api 1.2.
    fn challenges(&self) -> Vec<String> {
        let bad = |description: &str| format!(r#"Bearer error="invalid_token", error_description="{description}""#);
        let foreign = bad(&format!("The issuer '{}authentication/api/v1/openid/' is invalid", self.origin));
        match self.fault.shape {
            Shape::Gateway if self.fault.status == Some(401) => {
                let api = self.path.trim_start_matches('/').split('/').next().unwrap();
                vec![format!(r#"AzureApiManagementKey realm="{}{api}",name="Ocp-Apim-Subscription-Key",type="header""#, self.origin)]
            }
            Shape::Token if self.service == Service::Broker => vec![bad("The signature key was not found"), foreign],
            _ => Vec::new(),
        }
    }

    /// Facts broker-api 0 and platform D: Broker's own answers have its fixed headers, those of Authentication's exception handler theirs; answers of the gateway and the network have not.
    fn compare_fixed_headers(&self, answer: &Answer, case: &str) {
        let outside = matches!(self.fault.shape, Shape::Gateway | Shape::BadGateway | Shape::LoginPage | Shape::LoginRedirect);
        let header = |name| answer.header(name);
        let fixed = (header("x-content-type-options"), header("cache-control"), header("pragma"), header("expires"));
        let expected = match (self.service, self.fault.shape) {
            (Service::Exchange | Service::Systems, Shape::Unhandled) => ("", "no-cache,no-store", "no-cache", "-1"),
            (Service::Broker, Shape::Unhandled) => ("", "no-cache,no-store", "no-cache", "-1"),
            (Service::Broker, _) if !outside => ("nosniff", "no-store", "", ""),
            _ => ("", "", "", ""),
        };
        assert_eq!(fixed, expected, "{case}");
    }
}

fn challenges(answer: &Answer) -> Vec<String> {
    answer.headers.get_all("www-authenticate").iter().map(|value| value.to_str().unwrap().to_owned()).collect()
}
