//! `check --list`, `--skip`, `--wait`, `--watch`, `--strict` and `--metrics`.

use crate::journal::sandbox;
use crate::program::{Home, Said, flat};
use std::collections::BTreeMap;

/// A sender's answers for an environment on port 1, where no program listens, so that each request fails at once.
const NOWHERE: &str = "role = \"sender\"\norganisation = \"991825827\"\nresource = \"smart-files\"\n\
    client.id = \"7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11\"\nclient.kid = \"k\"\nclient.key = \"file:none.pem\"\n\
    [environment]\nplatform = \"http://127.0.0.1:1/\"\nmaskinporten = \"http://127.0.0.1:1/\"\n";

const KIT: [&str; 2] = ["--answers", "kit/sender.toml"];

fn check(home: &Home, arguments: &[&str]) -> Said {
    home.run(&[&["check"], arguments].concat())
}

fn document(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The checks of a document of `check --format json`, by their ids.
fn checks(document: &serde_json::Value) -> BTreeMap<String, serde_json::Value> {
    let steps = document["steps"].as_array().expect("the steps").iter();
    let checks = steps.flat_map(|step| step["checks"].as_array().cloned().unwrap_or_default());
    checks.map(|check| (check["id"].as_str().unwrap_or_default().to_owned(), check)).collect()
}

/// The samples of a text for Prometheus, by name and labels. Panics unless each family has its help and its type before its samples.
fn samples(text: &str) -> BTreeMap<(String, BTreeMap<String, String>), f64> {
    assert!(text.ends_with('\n'), "the last line ends too");
    let (mut family, mut samples) = (None, BTreeMap::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(about) = line.strip_prefix("# HELP ") {
            let name = about.split_once(' ').expect("a help").0;
            assert_eq!(lines.next(), Some(format!("# TYPE {name} gauge").as_str()));
            family = Some(name.to_owned());
            continue;
        }
        let (name, rest) = line.split_once('{').expect("labels");
        assert_eq!(Some(name), family.as_deref(), "{line}");
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{name}");
        let (labels, value) = rest.rsplit_once("} ").expect("a value");
        let label = |label: &str| {
            let (name, value) = label.split_once("=\"").expect("a label");
            (name.to_owned(), value.strip_suffix('"').expect("its end").to_owned())
        };
        let labels = labels.split(",").map(label).collect();
        assert!(samples.insert((name.to_owned(), labels), value.parse().expect("a number")).is_none(), "{line} twice");
    }
    samples
}

/// The one value of a name, with these labels among its own.
fn value(text: &str, name: &str, labels: &[(&str, &str)]) -> Option<f64> {
    let has = |own: &BTreeMap<String, String>| labels.iter().all(|(label, value)| own.get(*label).is_some_and(|own| own == value));
    let found: Vec<f64> = samples(text).into_iter().filter(|((of, own), _)| of == name && has(own)).map(|(_, value)| value).collect();
    assert!(found.len() <= 1, "{name} {labels:?}: {found:?}");
    found.first().copied()
}

#[test]
fn the_list_says_what_each_check_asks_and_what_comes_before_it() {
    let home = Home::new();
    let all = check(&home, &["--list"]);
    assert_eq!((all.code, all.err.as_str()), (0, ""));
    assert!(all.out.contains("access.service-owner") && all.out.contains("for: service owner"), "{}", all.out);
    let sender = check(&home, &["--list", "--role", "sender", "--format", "json"]);
    let listed = document(&sender.out);
    assert_eq!((sender.code, &listed["version"]), (0, &1.into()));
    let scopes = listed["checks"].as_array().expect("the checks").iter().find(|check| check["id"] == "client.scopes").expect("it");
    assert_eq!((&scopes["needs"], &scopes["step"]), (&serde_json::json!(["client.token"]), &"client".into()));
    assert!(!sender.out.contains("access.service-owner"), "{}", sender.out);
    let norwegian = home.run(&["check", "--list", "client.token", "--language", "nb"]);
    assert!(norwegian.code == 0 && norwegian.out.contains("etter client.key"), "{}", norwegian.out);
    assert_eq!(check(&home, &["--list", "--format", "junit"]).code, 2);
}

#[test]
fn what_is_left_out_is_shown_with_its_reason_and_never_makes_it_ready() {
    let home = Home::new();
    let _sandbox = sandbox(&home);
    for deed in ["subscribe", "send-test"] {
        let done = home.run(&[&["do", deed, "--yes"], &KIT[..]].concat());
        assert_eq!(done.code, 0, "{deed}: {}", done.err);
    }
    let ready = check(&home, &[&KIT[..], &["--wait=90s", "--metrics", "a.prom"]].concat());
    assert_eq!(ready.code, 0, "{}{}", ready.out, ready.err);
    let text = std::fs::read_to_string(home.path().join("a.prom")).expect("the metrics");
    assert_eq!(value(&text, "broker_setup_ready", &[("role", "sender")]), Some(1.0), "{text}");
    assert_eq!(value(&text, "broker_setup_step_state", &[("step", "integrate"), ("state", "ready")]), Some(1.0), "{text}");
    assert_eq!(value(&text, "broker_setup_step_state", &[("step", "integrate"), ("state", "failing")]), Some(0.0), "{text}");
    let now = jiff::Timestamp::now().as_second() as f64;
    for time in ["broker_setup_checked_timestamp_seconds", "broker_setup_last_proof_timestamp_seconds"] {
        assert!(value(&text, time, &[]).is_some_and(|at| (now - 600.0..=now).contains(&at)), "{time}: {text}");
    }
    assert!(value(&text, "broker_setup_key_days_left", &[]).is_some_and(|days| days > 300.0), "{text}");

    let skip = ["--skip", "integrate.transfer=the counterpart is on holiday", "--format", "json", "--metrics", "a.prom"];
    let left_out = check(&home, &[&KIT[..], &skip[..]].concat());
    let said = document(&left_out.out);
    assert_eq!((left_out.code, &said["ready"], &said["partial"]), (3, &false.into(), &false.into()), "{said:#}");
    let transfer = &checks(&said)["integrate.transfer"];
    assert_eq!((&transfer["verdict"], &transfer["why"]), (&"skipped".into(), &"this-run".into()), "{transfer:#}");
    assert_eq!(transfer["summary"], "left out of this run: the counterpart is on holiday");
    let text = std::fs::read_to_string(home.path().join("a.prom")).expect("the metrics");
    assert_eq!(value(&text, "broker_setup_ready", &[]), Some(0.0), "{text}");
    let in_words = check(&home, &[&KIT[..], &skip[..2]].concat());
    assert!(in_words.out.contains("Nothing else is left to do."), "{}", in_words.out);
    // What was found of it before is still there.
    assert_eq!(home.run(&[&["status"], &KIT[..]].concat()).code, 0);
}

#[test]
fn what_cannot_be_left_out_is_a_wrong_call() {
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    for (arguments, told) in [
        (&["--skip", "client.key"][..], "Say why client.key"),
        (&["--skip", "client.kye=x"], "client.key"),
        (&["--skip", "access.members=x"], "access.members"),
        (&["client.key", "--skip", "client.key=x"], "by name"),
        (&["--watch", "--format", "junit"], "--watch"),
        (&["--watch", "--wait"], "--wait"),
        (&["--wait=soon"], "soon"),
        (&["--list", "--strict"], "--strict"),
    ] {
        let said = check(&home, &[&["--answers", "a.toml"], arguments].concat());
        assert!(said.code == 2 && said.out.is_empty() && flat(&said.err).contains(told), "{arguments:?}: {}{}", said.out, said.err);
    }
}

#[test]
fn a_wait_ends_at_once_where_somebody_has_to_act() {
    let home = Home::new();
    let _sandbox = sandbox(&home);
    let said = check(&home, &[&KIT[..], &["--wait", "--skip", "events.received=later"]].concat());
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    assert!(said.err.contains("somebody has to act first") && said.out.contains("broker-setup do"), "{}{}", said.out, said.err);
}

#[test]
fn a_wait_that_is_over_ends_with_1_and_says_when_it_looked() {
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    let arguments = ["key.reach", "--answers", "a.toml", "--wait=3s", "--format", "json"];
    assert_eq!(check(&home, &[&arguments[..3], &arguments[4..]].concat()).code, 3, "without waiting it could not be asked");
    let said = check(&home, &arguments);
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    assert!(said.err.matches("Looks again at").count() >= 2 && said.err.contains("not ready after"), "{}", said.err);
    assert_eq!(document(&said.out)["partial"], true, "one document, of the last look");
}

#[cfg(unix)]
#[test]
fn a_watch_writes_a_line_for_each_look_until_ctrl_c() {
    use std::io::{BufRead, BufReader};
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    for format in ["text", "json"] {
        let mut command = home.command(&["check", "--answers", "a.toml", "--watch", "--format", format]);
        let mut child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null()).spawn().expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        for _ in 0..2 {
            let line = lines.next().expect("a line").expect("text");
            match format {
                "json" => assert_eq!(document(&line)["ready"], false),
                _ => assert!(line.contains("Z  ready 0 of 5  Next: "), "{line}"),
            }
        }
        crate::ending::signal(&child, rustix::process::Signal::INT);
        assert_eq!(child.wait().expect("it ends").code(), Some(130), "{format}");
    }
}

#[test]
fn a_remark_counts_where_one_is_strict() {
    let home = Home::new();
    let _sandbox = sandbox(&home);
    let kit = std::fs::read_to_string(home.path().join("kit/sender.toml")).expect("the kit");
    let mut answers: toml::Table = kit.parse().expect("TOML");
    answers["client"].as_table_mut().expect("a table").insert("key_posted".to_owned(), a_month_short_of_a_year().into());
    home.write("kit/strict.toml", toml::to_string(&answers).expect("TOML").as_bytes());
    let part = ["client.key", "--answers", "kit/strict.toml"];
    let lenient = check(&home, &[&part[..], &["--format", "json"]].concat());
    assert_eq!((lenient.code, &checks(&document(&lenient.out))["client.key"]["verdict"]), (0, &"warn".into()), "{}", lenient.out);
    assert_eq!(check(&home, &[&part[..], &["--strict"]].concat()).code, 1);
    let junit = check(&home, &[&part[..], &["--strict", "--format", "junit"]].concat());
    assert!(junit.out.contains("<failure type=\"warn\""), "{}", junit.out);
}

/// A day on which a key was added that ends in less than a month.
fn a_month_short_of_a_year() -> String {
    let today = jiff::Zoned::now().date();
    today.checked_sub(jiff::Span::new().days(345)).expect("a day").to_string()
}

#[test]
fn metrics_that_cannot_be_written_end_with_4_after_the_document() {
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    let said = check(&home, &["client.key", "--answers", "a.toml", "--format", "json", "--metrics", "none/a.prom"]);
    assert_eq!(said.code, 4, "{}", said.err);
    assert!(said.err.contains("a.prom") && document(&said.out)["version"] == 1, "{}{}", said.out, said.err);
}
