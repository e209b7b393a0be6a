//! `check --list`: each check, what it asks and which others it needs. Asks nobody.

use crate::cli::console::Console;
use crate::cli::end::{End, Stop};
use crate::journey::{CheckId, Role, StepId};
use crate::report::{Format, line};
use crate::values::Value;
use serde::Serialize;

/// One check, as JSON has it (contract 5).
#[derive(Serialize)]
struct Listed {
    id: CheckId,
    step: StepId,
    summary: String,
    roles: Vec<Role>,
    needs: Vec<CheckId>,
}

#[derive(Serialize)]
struct Document {
    version: u32,
    checks: Vec<Listed>,
}

/// Lists the checks of these roles; only those that are named, if some are.
pub(super) fn list(roles: &[Role], named: &[CheckId], format: Format, console: &Console) -> Result<End, Stop> {
    let wanted = CheckId::ALL.iter().copied().filter(|check| named.is_empty() || named.contains(check));
    let checks: Vec<Listed> = wanted.map(|check| listed(check, roles, console)).filter(|listed| !listed.roles.is_empty()).collect();
    match format {
        Format::Text => {
            for check in &checks {
                console.print(&text(check, roles, console))?;
            }
        }
        Format::Json => {
            // Serialising cannot fail: the document has only texts, numbers and lists.
            let document = serde_json::to_string_pretty(&Document { version: 1, checks }).unwrap_or_default();
            console.print(&format!("{document}\n"))?;
        }
        Format::Junit | Format::Github => return Err(Stop::Usage(console.word("problem.list-format", &[]))),
    }
    Ok(End::InOrder)
}

fn listed(check: CheckId, roles: &[Role], console: &Console) -> Listed {
    let roles: Vec<Role> = roles.iter().copied().filter(|role| check.is_for(*role)).collect();
    let mut needs: Vec<CheckId> = roles.iter().flat_map(|role| check.needs(*role)).copied().collect();
    needs.sort_unstable();
    needs.dedup();
    Listed { id: check, step: check.step(), summary: console.text.check(check), roles, needs }
}

fn text(check: &Listed, asked: &[Role], console: &Console) -> String {
    let mut out = format!("{:<26}{}\n", check.id.name(), check.summary);
    let mut under = |words: String| out.push_str(&line(&words, 26, console.paper()));
    if !check.needs.is_empty() {
        let needs = check.needs.iter().map(ToString::to_string).collect();
        under(console.word("check-needs", &[("checks", Value::List(needs))]));
    }
    if check.roles.len() < asked.len() {
        let roles = check.roles.iter().map(|role| console.text.role_within(*role)).collect();
        under(console.word("check-roles", &[("roles", Value::List(roles))]));
    }
    out
}
