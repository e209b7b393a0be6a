//! The language that the user is spoken to in: the flag, else the variable, else the user's settings, else the locale.

use super::settings;
use crate::values::Language;
use std::ffi::OsString;

const FLAG: &str = "--language";
pub(super) const VARIABLE: &str = "BROKER_SETUP_LANGUAGE";

/// The language of this process. It is read before clap reads the arguments, because clap's help is written in it. A flag or variable
/// that names no language is passed over here, and refused by clap.
pub(super) fn of_this_process() -> Language {
    let variable = |name: &str| std::env::var(name).ok();
    let known = |tag: String| tag.parse().ok();
    let chosen = flag(std::env::args_os().skip(1)).or_else(|| variable(VARIABLE)).and_then(known);
    chosen.or_else(|| settings::of_this_process().language).unwrap_or_else(|| Language::of_the_locale(variable))
}

fn flag(arguments: impl Iterator<Item = OsString>) -> Option<String> {
    let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned()).take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        if argument == FLAG {
            return arguments.next();
        }
        if let Some(tag) = argument.strip_prefix(FLAG).and_then(|rest| rest.strip_prefix('=')) {
            return Some(tag.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::flag;

    #[test]
    fn the_flag_is_found_wherever_it_stands() {
        let found = |arguments: &str| flag(arguments.split(' ').map(Into::into));
        assert_eq!(found("check --language nb --profile p").as_deref(), Some("nb"));
        assert_eq!(found("--language=en status").as_deref(), Some("en"));
        assert_eq!(found("check --profile p"), None);
        assert_eq!(found("check -- --language nb"), None);
        assert_eq!(found("check --language"), None);
    }
}
