//! The matrix: each fault of the sandbox, for each role, with what accuses then. `expected.txt` holds every row; a fault without one
//! fails. What was met is left in `target/tmp/matrix.txt`, for `.ci/run` to print. `MATRIX=write` writes the rows anew, to be read
//! before they are kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../checks/desk.rs"]
#[allow(dead_code, reason = "shared with the tests of the checks")]
mod desk;
mod look_alikes;
mod met_by_checks;
mod met_by_deeds;
mod met_on_the_way;
mod program;
mod rows;
#[path = "../deeds/scene.rs"]
#[allow(dead_code, reason = "shared with the tests of the deeds")]
mod scene;
mod settings;
mod world;

use crate::rows::{Row, Table};
use crate::world::ReadyWorld;
use altinn_sandbox::{Part, faults};
use std::collections::BTreeSet;
use std::path::Path;

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_has_its_row_and_every_row_is_what_happens() {
    let worlds = Part::ALL.map(|part| tokio::spawn(async move { met_by_checks::rows(&ReadyWorld::of(part).await).await }));
    let acts: Vec<_> = met_by_deeds::ACTS.iter().map(|act| tokio::spawn(met_by_deeds::rows(act))).collect();
    let on_the_way = tokio::spawn(met_on_the_way::rows());
    let mut met: Vec<Row> = Vec::new();
    for part in worlds.into_iter().chain(acts).chain([on_the_way]) {
        met.extend(part.await.expect("its rows"));
    }
    let found = Table::of(met);
    if std::env::var_os("MATRIX").is_some_and(|what| what == "write") {
        found.write();
        return;
    }
    let expected = Table::read();
    let met = Path::new(env!("CARGO_TARGET_TMPDIR")).join("matrix.txt");
    std::fs::write(met, format!("{found}\n{}\n", expected.count())).expect("what was met is written");
    let differences = expected.differences(&found);
    assert!(differences.is_empty(), "rows that are not what happens:\n{}", differences.join("\n"));
    let several = expected.several();
    assert!(several.is_empty(), "one cause, several accusations: {several:?}");
    let unexplained: Vec<&Row> = expected.unexplained().collect();
    assert!(unexplained.is_empty(), "the check knows no cause: {unexplained:?}");
    let helpless: Vec<&Row> = expected.helpless().collect();
    assert!(helpless.is_empty(), "nothing to do, or nobody to do it: {helpless:?}");
    let unnamed = expected.unnamed();
    assert!(unnamed.is_empty(), "`explain` of the check does not name it: {unnamed:?}");
    let with_a_row: BTreeSet<&str> = expected.faults().collect();
    let without: Vec<&str> = faults::all().iter().map(|fault| fault.name.as_str()).filter(|name| !with_a_row.contains(name)).collect();
    assert!(without.is_empty(), "faults without a row: {without:?}");
    let unknown: Vec<&str> = with_a_row.into_iter().filter(|name| faults::find(name).is_none()).collect();
    assert!(unknown.is_empty(), "rows without a fault: {unknown:?}");
}
