//! What a hostile service sends back of what it was sent, and how a test finds it again.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};

/// The API key as it is in its file: with blanks around it, which are not sent.
pub const KEY_FILE: &str = "  k3Y/9f8c7b6a_5d4e3f+2a1b \t\n";

/// Text that could act on a terminal or on a CI system that reads the log.
pub const HOSTILE: &str = "hostile\r\n::error::forged\n::stop-commands::x\u{2028}::warning::y\u{2029}z\u{202e}live\u{2066}\u{200b}\u{feff}\u{e0041}\
                           \u{1b}[2J\u{1b}]0;title\u{7}\u{0}\u{85}##[error]a ##vso[task.setvariable variable=b]c";

/// The secrets in a request: the API key, the token and the assertion that it brought.
pub fn secrets(request: &str) -> Vec<String> {
    let header =
        |name: &str| request.lines().find_map(|line| line.to_ascii_lowercase().starts_with(name).then(|| line[name.len()..].trim()));
    let key = header("ocp-apim-subscription-key:");
    let token = header("authorization:").and_then(|value| value.strip_prefix("Bearer "));
    let assertion = request.split_once("assertion=").map(|(_, after)| after.split('&').next().unwrap_or_default());
    [key, token, assertion].into_iter().flatten().map(ToOwned::to_owned).chain([KEY_FILE.trim_end_matches('\n').to_owned()]).collect()
}

/// Every form of a secret that is one word.
pub fn forms(secret: &str) -> Vec<String> {
    let trimmed = secret.trim();
    let percent = |upper: bool| -> String {
        trimmed.bytes().map(|byte| if upper { format!("%{byte:02X}") } else { format!("%{byte:02x}") }).collect()
    };
    let mut forms = vec![
        trimmed.to_owned(),
        percent(false),
        percent(true),
        percent(true).replace('%', "%25"),
        trimmed.replace('/', "%2F").replace('+', "%2B").replace('.', "%2e"),
        trimmed.bytes().map(|byte| format!("\\u{byte:04x}")).collect(),
        trimmed.replace('/', "\\/"),
        STANDARD.encode(trimmed),
        STANDARD_NO_PAD.encode(secret),
        URL_SAFE.encode(secret),
        URL_SAFE_NO_PAD.encode(trimmed),
        STANDARD.encode(format!("Bearer {trimmed}")),
        URL_SAFE_NO_PAD.encode(format!("key={trimmed}&x=y")),
    ];
    let parts: Vec<&str> = trimmed.split('.').collect();
    if let [head, claims, signature] = parts[..] {
        forms.extend([signature.to_owned(), format!("{head}.{claims}"), format!("{claims}.{signature}")]);
    }
    forms
}

/// All forms of all secrets, as words, and each secret with something hidden or a line break inside.
pub fn told(request: &str) -> String {
    let secrets = secrets(request);
    let words = secrets.iter().flat_map(|secret| forms(secret)).collect::<Vec<_>>().join(" ");
    let cut = |secret: &String, with: &str| {
        let (begin, end) = secret.split_at(secret.len() / 2);
        format!("{begin}{with}{end}")
    };
    let broken: Vec<String> = secrets.iter().flat_map(|secret| [cut(secret, "\u{200b}"), cut(secret, "\n")]).collect();
    format!("{words} {}", broken.join(" "))
}

/// Words of the output that no secret may be in: whole, in a part, or encoded.
pub fn canaries(requests: &[String]) -> Vec<String> {
    let mut all: Vec<String> = requests.iter().flat_map(|request| secrets(request)).collect();
    all.sort_unstable();
    all.dedup();
    let mut canaries: Vec<String> = all.iter().flat_map(|secret| forms(secret)).filter(|form| form.len() >= 12).collect();
    canaries.sort_unstable();
    canaries.dedup();
    canaries
}

/// Where a text was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In what a command prints, which a CI system may read.
    Printed,
    /// In what `--format github` prints, whose lines are commands.
    Commands,
    /// In the wizard, or in a file.
    Inside,
}

/// Fails if a text holds a secret, a hidden character or a command to a CI system that is not ours.
pub fn assert_harmless(name: &str, shown: &str, canaries: &[String], place: Place) {
    let dense: String = shown.split_whitespace().collect();
    for canary in canaries {
        assert!(!dense.contains(canary.as_str()), "{name}: {canary} in {shown}");
    }
    let hidden = shown.chars().find(|c| (c.is_control() && *c != '\n') || is_format(*c));
    assert!(hidden.is_none(), "{name}: {hidden:?} in {shown:?}");
    if place != Place::Inside {
        assert!(!shown.contains("##[") && !shown.contains("##vso["), "{name}: {shown}");
    }
    for line in shown.lines().map(str::trim_start).filter(|line| line.starts_with("::")) {
        let ours = ["::error title=", "::warning title=", "::notice title="].iter().any(|begin| line.starts_with(begin));
        assert!(place == Place::Commands && ours, "{name}: {line}");
    }
}

/// The characters of [`HOSTILE`] that no control character is, and others of their kind.
fn is_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}
