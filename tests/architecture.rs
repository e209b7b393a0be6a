//! Which module may use which (see `src/lib.rs`). The tests read the `crate::` paths in the sources and fail on one that is not
//! allowed.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use std::fs;
use std::path::{Path, PathBuf};

/// A module, and the modules of this crate that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("values", &[]),
    // Pure modules: no disk, network, clock or task.
    ("journey", &["values"]),
    ("text", &["journey", "values"]),
    ("report", &["journey", "text", "values"]),
    ("app", &["journey", "text", "values"]),
    // Modules that read files or call services.
    ("files", &["values"]),
    ("keys", &["files", "values"]),
    ("services", &["files", "journey", "keys", "values"]),
    ("store", &["files", "journey", "values"]),
    ("receiver", &["journey", "values"]),
    ("checks", &["files", "journey", "keys", "services", "values"]),
    ("deeds", &["checks", "files", "journey", "keys", "services", "values"]),
    // Every front works through the engine.
    ("engine", &["checks", "deeds", "files", "journey", "receiver", "services", "store", "values"]),
    // The fronts, which turn input into calls of the engine and its answers into output.
    ("tui", &["app", "engine", "journey", "report", "text", "values"]),
    ("cli", &["engine", "files", "journey", "report", "text", "tui", "values"]),
];

/// The modules that may use the crate altinn-sandbox, and which of its paths: the engine starts it or uses a running one, and the
/// command line passes `sandbox` on to its command.
const MAY_NAME_THE_SANDBOX: &[(&str, &str)] = &[("engine", "altinn_sandbox::"), ("cli", "altinn_sandbox::command::")];

/// Paths that pure modules must not contain: they lead to the disk, the network, the clock, tasks or the environment.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::thread",
    "std::process",
    "std::time::Instant",
    "std::time::SystemTime",
    "tokio::",
    "reqwest::",
    "Timestamp::now",
    "Zoned::now",
    "TimeZone::system",
    "Uuid::new_v4",
    "async fn",
];

const PURE: &[&str] = &["values", "journey", "text", "app", "report"];

/// The rules of the sandbox's services: they take the world and the time, and return what happened. They know no server, task or clock.
const SANDBOX_RULES: &[&str] = &[
    "broker/access.rs",
    "broker/counterpart.rs",
    "broker/due.rs",
    "broker/examination.rs",
    "broker/lifecycle.rs",
    "broker/storage.rs",
    "broker/transfer.rs",
    "decision/mod.rs",
    "events/delivery.rs",
    "events/publishing.rs",
    "events/retries.rs",
    "events/subscription.rs",
    "events/validation.rs",
    "people/approver.rs",
    "systems/approval.rs",
    "systems/change_request.rs",
];

struct Source {
    module: String,
    path: PathBuf,
    /// Without comments and without its tests.
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("the sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(root).expect("below the root");
            let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
            let module = first.trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).expect("readable");
            found.push(Source { module, code: code(&text), path });
        }
    }
}

/// The file up to its tests, without comments.
fn code(text: &str) -> String {
    let lines = text.lines().take_while(|line| line.trim() != "mod tests {");
    lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test_file(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let in_tests = path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "tests");
    in_tests
        || name == "tests"
        || name.ends_with("_tests")
        || (path.to_string_lossy().contains("text") && matches!(&*name, "complete" | "style"))
}

/// The modules that a file names after `crate::`, in `use` and in paths.
fn used(code: &str) -> Vec<String> {
    let mut modules: Vec<String> = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            // A group: use crate::{journey::…, values::…}
            Some(group) => {
                let group = group.split("};").next().unwrap_or_default();
                let mut depth = 0;
                let mut name = String::new();
                for c in group.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => modules.push(std::mem::take(&mut name)),
                        c if depth == 0 => name.push(c),
                        _ => {}
                    }
                }
                modules.push(name);
            }
            None => modules.push(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()),
        }
    }
    let first = |path: &String| path.trim().split("::").next().unwrap_or_default().trim().to_owned();
    modules.iter().map(first).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_module_uses_only_what_lies_below_it() {
    let known: Vec<&str> = MAY_USE.iter().map(|(module, _)| *module).collect();
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| !is_test_file(&source.path)) {
        let Some((_, allowed)) = MAY_USE.iter().find(|(module, _)| *module == source.module) else {
            assert!(matches!(source.module.as_str(), "lib" | "main"), "{} is in no row of the table", source.path.display());
            continue;
        };
        for other in used(&source.code) {
            // A macro of `values` stands at the crate's root, so its path names no module.
            let is_module = known.contains(&other.as_str());
            if is_module && other != source.module && !allowed.contains(&other.as_str()) {
                breaches.push(format!("{} uses {other}", source.path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn only_the_engine_starts_the_sandbox() {
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| !is_test_file(&source.path)) {
        let paths = source.code.match_indices("altinn_sandbox").filter_map(|(at, _)| source.code.get(at..));
        let allowed = MAY_NAME_THE_SANDBOX.iter().find(|(module, _)| *module == source.module).map(|(_, prefix)| *prefix);
        if paths.into_iter().any(|path| !allowed.is_some_and(|prefix| path.starts_with(prefix))) {
            breaches.push(source.path.display().to_string());
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn what_is_pure_touches_no_disk_no_network_and_no_clock() {
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| PURE.contains(&source.module.as_str()) && !is_test_file(&source.path)) {
        for word in IMPURE.iter().filter(|word| source.code.contains(**word)) {
            breaches.push(format!("{} has {word}", source.path.display()));
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

/// Paths that open or make a file or a folder. Only the module `files` does: what it makes is the user's alone, and what it reads
/// cannot make the program wait.
const OPENS_FILES: &[&str] = &[
    "OpenOptions",
    "DirBuilder",
    "File::open",
    "File::create",
    "create_dir",
    "fs::write",
    "fs::read(",
    "fs::read_to_string",
    "fs::copy",
    "tempfile",
];

#[test]
fn only_the_module_of_files_opens_and_makes_them() {
    // The system's own file of its time zone, which no user and nobody else writes.
    let exempt = "std::fs::read(\"/etc/localtime\")";
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| source.module != "files" && !is_test_file(&source.path)) {
        let code = source.code.replace(exempt, "");
        for word in OPENS_FILES.iter().filter(|word| code.contains(**word)) {
            breaches.push(format!("{} has {word}", source.path.display()));
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

/// Files of the journey that may pass over the rest of a match: they look for a few phrases among hundreds, or read text.
const MAY_PASS_OVER: &[&str] =
    &["message.rs", "deed_message.rs", "letter.rs", "looking.rs", "guide.rs", "offers.rs", "publication.rs", "catalogue.rs", "samples.rs"];

/// What is decided by a check, a deed, a field or a message is decided for each of them: a new one is not forgotten.
#[test]
fn the_journey_passes_over_no_case() {
    for source in sources() {
        let path = source.path.to_string_lossy().replace('\\', "/");
        let Some((_, file)) = path.split_once("src/journey/") else { continue };
        let may = MAY_PASS_OVER.contains(&file) || file.starts_with("catalogue/") || file.starts_with("cause/");
        assert!(may || !source.code.contains("_ =>"), "{file} passes over the rest of a match");
    }
}

#[test]
fn the_page_of_the_architecture_says_the_same() {
    let page = include_str!("../docs/architecture.md");
    for (module, allowed) in MAY_USE {
        let row = page.lines().find_map(|line| line.strip_prefix(&format!("| `{module}` | "))).expect("a row");
        let names = row.trim_end_matches(" |").split("; ").next().expect("names");
        let names: Vec<&str> = names.split(", ").filter(|name| *name != "nothing").collect();
        assert_eq!(names, *allowed, "{module}");
    }
}

#[test]
fn the_rules_of_the_sandbox_know_no_server_no_task_and_no_clock() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/altinn-sandbox/src");
    let mut breaches = Vec::new();
    for file in SANDBOX_RULES {
        let code = code(&fs::read_to_string(root.join(file)).expect("the file"));
        for word in ["Shared", "axum::", "tokio::", "Timestamp::now"].iter().filter(|word| code.contains(**word)) {
            breaches.push(format!("{file} has {word}"));
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn the_reader_of_paths_reads_every_spelling() {
    assert_eq!(used("use crate::values::{A, B};\nlet a = crate::journey::plan();"), ["values", "journey"]);
    assert_eq!(used("use crate::{journey::{A, B}, store::C, text};"), ["journey", "store", "text"]);
}
