//! Names of profiles. They are short, work as a file name on every system, and differ in more than upper and lower case.

use super::{Environment, PublishedEnvironment, Role};
use crate::values::{Invalid, is_same_profile_name, profile_name};

/// The name as it would be stored, without spaces around it.
///
/// # Errors
/// Why the text cannot be a profile's name.
pub fn check_name<'a>(text: &str, taken: impl IntoIterator<Item = &'a str>) -> Result<String, Invalid> {
    let name = profile_name(text)?;
    if taken.into_iter().any(|other| is_same_profile_name(other, &name)) {
        return Err(Invalid::ProfileNameTaken { name });
    }
    Ok(name)
}

/// A suggestion for a name that is not taken, such as `sender-tt02-2`.
#[must_use]
pub fn good_name<'a>(role: Role, environment: &Environment, taken: impl IntoIterator<Item = &'a str> + Clone) -> String {
    let stem = match environment {
        Environment::Named(PublishedEnvironment::Sandbox) => format!("practice-{role}"),
        other => format!("{role}-{other}"),
    };
    let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
    let mut wanted = std::iter::once(stem.clone()).chain(numbered);
    wanted.find(|name| check_name(name, taken.clone()).is_ok()).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_gets_a_number_and_a_path_is_no_name() {
        assert_eq!(good_name(Role::Sender, &Environment::SANDBOX, ["Practice-Sender"]), "practice-sender-2");
        assert_eq!(check_name("../etc", []), Err(Invalid::ProfileNameShape));
        assert_eq!(check_name(" smart-sender ", []), Ok("smart-sender".to_owned()));
        assert_eq!(check_name("A", ["a"]), Err(Invalid::ProfileNameTaken { name: "A".to_owned() }));
    }
}
