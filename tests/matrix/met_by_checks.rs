//! What the checks of a ready setup say while a fault is set.

use crate::desk::accusations;
use crate::rows::{NO_FIX, PASSES, Row};
use crate::settings::{CALLS, SHORT, settings};
use crate::world::ReadyWorld;
use altinn_sandbox::faults::{self, Face, Shape};
use broker_setup::journey::Finding;
use broker_setup::text::Text;
use broker_setup::values::Language;

pub async fn rows(world: &ReadyWorld) -> Vec<Row> {
    let (_, trace) = world.check(None).await;
    let calls = trace.calls();
    let mut rows = Vec::new();
    for (name, setting) in faults::all().iter().filter(|fault| fault.face == Face::Http).flat_map(|fault| settings(fault, &calls)) {
        let short = setting.fault.shape == Shape::Slow;
        let set = &world.desk.sandbox.shared().faults;
        set.set(setting.times(CALLS));
        let (run, _) = world.check(short.then_some(SHORT)).await;
        let struck = set.current().iter().any(|left| left.times != Some(CALLS));
        set.clear_all();
        if !struck {
            continue;
        }
        let row = |says: String, open: Vec<String>| Row {
            fault: name.clone(),
            role: world.part.name().to_owned(),
            by: "check".to_owned(),
            says,
            open,
        };
        let accused = accusations(&run);
        if accused.is_empty() {
            rows.push(row(PASSES.to_owned(), Vec::new()));
        }
        rows.extend(accused.into_iter().map(|finding| row(said(finding), open(finding))));
    }
    rows
}

/// The questions of its chain that stayed open.
fn open(finding: &Finding) -> Vec<String> {
    finding.open_questions().map(|question| question.to_string()).collect()
}

pub fn said(finding: &Finding) -> String {
    let who = finding.message.who().map_or("-", |who| who.name());
    let code = finding.code.as_deref().unwrap_or("-");
    let has_fix = Text::new(Language::English).finding(&finding.message).fix.is_some();
    let end = if has_fix { String::new() } else { format!(" {NO_FIX}") };
    format!("{} {} {code} {} {who}{end}", finding.check, finding.outcome.name(), finding.message.words())
}
