//! The messages about the proxy on the way: what it is to blame for, and which way was taken.

use super::judgement::row;
use crate::journey::{Mark, Message, Row};
use crate::services::{LogInScheme, ProxyFlaw, ProxySource, ProxyTrouble, Way};

/// The message for what a proxy is to blame for.
pub(super) fn trouble(proxy: String, source: ProxySource, host: String, trouble: &ProxyTrouble) -> Message {
    let variable = to_change(source).to_owned();
    match trouble {
        ProxyTrouble::Dns => Message::ProxyDns { proxy, variable },
        ProxyTrouble::Refused => Message::ProxyRefused { proxy, variable },
        ProxyTrouble::Timeout => Message::ProxyTimeout { proxy },
        ProxyTrouble::Broken => Message::ProxyBroken { proxy, variable },
        ProxyTrouble::Certificate(None) => Message::ProxyCertificate { proxy },
        ProxyTrouble::Certificate(Some(issuer)) => Message::ProxyCertificateIssuer { proxy, issuer: issuer.clone() },
        ProxyTrouble::LogIn { offered, .. } if !offered.is_empty() && !offered.contains(&LogInScheme::Basic) => {
            Message::ProxyLogInOther { proxy, offered: offered.iter().map(ToString::to_string).collect(), variable }
        }
        ProxyTrouble::LogIn { given: true, .. } => Message::ProxyLogInRefused { proxy, variable },
        ProxyTrouble::LogIn { given: false, .. } => Message::ProxyLogIn { proxy, variable },
        ProxyTrouble::Denied { status: None } => Message::ProxyDeniesUntold { proxy, host },
        ProxyTrouble::Denied { status: Some(status @ 500..) } => Message::ProxyNoWay { proxy, host, status: *status },
        ProxyTrouble::Denied { status: Some(status) } => Message::ProxyDenies { proxy, host, status: *status },
    }
}

/// The message for a variable that names a proxy and cannot be read.
pub(super) fn unreadable(variable: &str, flaw: &ProxyFlaw) -> Message {
    let variable = variable.to_owned();
    match flaw {
        ProxyFlaw::Character(character) => {
            let mut bytes = [0; 4];
            let encoded = character.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")).collect();
            Message::ProxyVariableCharacter { variable, character: shown(*character), encoded }
        }
        ProxyFlaw::Scheme(scheme) => Message::ProxyVariableScheme { variable, scheme: scheme.clone() },
        ProxyFlaw::Shape => Message::ProxyVariableShape { variable },
    }
}

/// A blank or a control character cannot be seen, so its code point stands for it.
fn shown(character: char) -> String {
    if character.is_whitespace() || character.is_control() { format!("U+{:04X}", u32::from(character)) } else { character.to_string() }
}

/// The variable that the user changes: the system's settings are overruled by it.
const fn to_change(source: ProxySource) -> &'static str {
    match source {
        ProxySource::Variable(variable) => variable,
        ProxySource::System => "HTTPS_PROXY",
    }
}

/// The row with the way that was taken to a host. None for this machine, where there is only one.
pub(super) fn row_of_way(host: &str, way: &Way) -> Option<Row> {
    let message = match way {
        Way::Here | Way::Unreadable { .. } => return None,
        Way::Direct => Message::RowWayDirect,
        Way::Excepted { variable } => Message::RowWayExcepted { variable: (*variable).to_owned() },
        Way::Through(proxy) => match proxy.source {
            ProxySource::Variable(variable) => Message::RowWayProxy { proxy: proxy.host(), variable: variable.to_owned() },
            ProxySource::System => Message::RowWaySystemProxy { proxy: proxy.host() },
        },
    };
    Some(row(Mark::Skipped, host, message))
}
