//! A sandbox, a relay to it and a profile, and how a deed on it is killed and done again.

use super::relay::{Relay, Side, Which};
use crate::journal::{Sandbox, sandbox_with};
use crate::program::Home;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// The moments of each deed, beside those at its calls. `BROKER_SETUP_KILLS` gives another number, for a long run.
const KILLS: u64 = 5;
const PROFILE_FILE: &str = "config/profiles/mine.toml";
const OF_PROFILE: [&str; 3] = ["--profile", "mine", "--yes"];

/// When a deed is killed.
#[derive(Debug, Clone, Copy)]
pub enum Kill {
    Never,
    At(Which, Side),
    /// At some moment of the time that the deed takes. The number chooses it.
    Sometime(u64),
}

/// The next number of a sequence that is the same in each run (SplitMix64).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// An entry of the journal: the last line with its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    pub state: String,
    pub made: String,
}

/// A deed, and what it changes.
#[derive(Debug, Clone, Copy)]
pub struct Deed<'a> {
    pub name: &'a str,
    pub more: &'a [&'a str],
    /// How each call begins that changes something, in their order.
    pub changes: &'a [&'a str],
    /// Whether doing it again when it is done would do one more: it is then only done again while the journal does not say so.
    does_more_each_time: bool,
}

impl<'a> Deed<'a> {
    pub fn new(name: &'a str, more: &'a [&'a str], changes: &'a [&'a str]) -> Self {
        Self { name, more, changes, does_more_each_time: false }
    }

    pub fn does_more_each_time(self) -> Self {
        Self { does_more_each_time: true, ..self }
    }

    /// When it is killed: never, at these calls, and at some moments.
    pub fn kills_at(&self, calls: &[(Which, Side)], seed: u64) -> Vec<Kill> {
        let at = calls.iter().map(|(which, side)| Kill::At(*which, *side));
        let others = self.kills(seed).into_iter().filter(|kill| !matches!(kill, Kill::At(..)));
        others.chain(at).collect()
    }

    /// When it is killed: never, which tells how long it takes; at each of its changes; and at some moments.
    pub fn kills(&self, mut seed: u64) -> Vec<Kill> {
        let random = std::env::var("BROKER_SETUP_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
        let at = (1..=self.changes.len()).map(Which::Change).flat_map(|at| [Kill::At(at, Side::Call), Kill::At(at, Side::Answer)]);
        std::iter::once(Kill::Never).chain(at).chain((0..random).map(|_| Kill::Sometime(next(&mut seed)))).collect()
    }

    fn fits(&self, done: &[String]) -> bool {
        done.len() == self.changes.len() && done.iter().zip(self.changes).all(|(done, change)| done.starts_with(change))
    }
}

pub struct Stage {
    pub home: Home,
    relay: Relay,
    /// How long each command took that was not killed.
    takes: RefCell<BTreeMap<String, Duration>>,
    _sandbox: Sandbox,
}

impl Stage {
    /// A stage on which the profile has the answers of one of the kit's files, changed by `change`. The people do nothing by themselves.
    pub fn set(kit: &str, change: impl FnOnce(&mut toml::Table)) -> Self {
        let home = Home::new();
        let sandbox = sandbox_with(&home, &["--people", "never"]);
        let text = std::fs::read_to_string(home.path().join("kit").join(kit)).expect("the kit");
        let mut answers: toml::Table = text.parse().expect("TOML");
        let relay = Relay::to(&word(&answers, "environment.platform").expect("an address"));
        // The assertions name Maskinporten's own address, and a token changes nothing.
        put(&mut answers, "environment.platform", &relay.origin);
        put(&mut answers, "environment.admin", &format!("{}api/v1/", relay.origin));
        change(&mut answers);
        for field in ["api_key", "client.key", "admin.key"] {
            if let Some(file) = word(&answers, field) {
                let file = home.path().join("kit").join(file.trim_start_matches("file:"));
                put(&mut answers, field, &format!("file:{}", file.display()));
            }
        }
        home.write(PROFILE_FILE, toml::to_string(&answers).expect("TOML").as_bytes());
        Self { home, relay, takes: RefCell::default(), _sandbox: sandbox }
    }

    /// Takes what this stage does to last as long as on another one.
    pub fn takes_as_long_as(&self, other: &Self) {
        self.takes.replace(other.takes.borrow().clone());
    }

    /// Runs a command of the profile, which must do what it is told.
    pub fn does(&self, arguments: &[&str]) {
        let said = self.home.run(&[arguments, &OF_PROFILE].concat());
        assert_eq!(said.code, 0, "{arguments:?}: {}{}", said.out, said.err);
    }

    /// Does a deed, which is killed, and does it again. Asserts that each change was made once, that nothing is left open, and that the
    /// journal has one more entry.
    pub fn done_once(&self, deed: &Deed<'_>, kill: Kill) -> Entry {
        let (entry, done) = self.done_twice(deed, kill);
        assert!(deed.fits(&done), "{deed:?}, {kill:?}: {done:?}");
        entry
    }

    /// The same, with the changes that were made.
    pub fn done_twice(&self, deed: &Deed<'_>, kill: Kill) -> (Entry, Vec<String>) {
        let before = self.entries(deed.name);
        let is_new = |entry: &Entry| entry.state == "done" && !before.contains(entry);
        let arguments = [&["do", deed.name], &OF_PROFILE[..], deed.more].concat();
        self.killed(&arguments, kill);
        if !(deed.does_more_each_time && self.entries(deed.name).iter().any(is_new)) {
            let again = self.home.run(&arguments);
            assert_eq!(again.code, 0, "{deed:?}, {kill:?}: {}{}", again.out, again.err);
        }
        let now = self.entries(deed.name);
        assert!(now.iter().all(|entry| entry.state != "begun"), "{deed:?}, {kill:?}: {now:?}");
        let new: Vec<&Entry> = now.iter().filter(|entry| is_new(entry)).collect();
        let [entry] = new.as_slice() else { panic!("{deed:?}, {kill:?}: {now:?}") };
        ((*entry).clone(), self.relay.done())
    }

    /// Takes a deed back, which is killed, and takes it back again. `changes` are those that this makes.
    pub fn undone_once(&self, deed: &str, entry: &Entry, kill: Kill, changes: &[&str]) {
        let arguments = [&["undo", &entry.id], &OF_PROFILE[..]].concat();
        self.killed(&arguments, kill);
        let is_undone = || self.entries(deed).iter().any(|one| one.id == entry.id && one.state == "undone");
        if !is_undone() {
            let again = self.home.run(&arguments);
            assert_eq!(again.code, 0, "undo {deed}, {kill:?}: {}{}", again.out, again.err);
        }
        let done = self.relay.done();
        let undoing = Deed::new(deed, &[], changes);
        assert!(undoing.fits(&done) && is_undone(), "undo {deed}, {kill:?}: {done:?} {:?}", self.entries(deed));
    }

    /// How often the sandbox has answered a call with this in its path since the last deed was begun.
    pub fn answered(&self, path: &str) -> usize {
        self.relay.answered(path)
    }

    /// Begins a command, and kills it.
    pub fn killed(&self, arguments: &[&str], kill: Kill) {
        self.relay.begin(match kill {
            Kill::At(at, side) => Some((at, side)),
            Kill::Never | Kill::Sometime(_) => None,
        });
        let what: String = arguments.iter().take(if arguments[0] == "do" { 2 } else { 1 }).copied().collect();
        let begun = Instant::now();
        let mut command = self.home.command(arguments);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        match kill {
            Kill::Never => {
                child.wait().expect("it ends");
                self.takes.borrow_mut().insert(what, begun.elapsed());
            }
            Kill::At(..) => {
                let kept = self.relay.waits_for_kept(|| child.try_wait().expect("a child").is_some());
                assert!(kept, "{arguments:?} makes no such call: {kill:?}");
            }
            Kill::Sometime(number) => {
                let millis = u64::try_from(self.takes.borrow().get(&what).expect("one that was not killed").as_millis()).expect("it ended");
                // The moment is what is tried here, so no state is waited for.
                std::thread::sleep(Duration::from_millis(number % millis.max(1)));
            }
        }
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().expect("it ends");
        self.relay.settle();
    }

    /// The entries of a deed.
    pub fn entries(&self, deed: &str) -> Vec<Entry> {
        let text = std::fs::read_to_string(self.home.path().join("state/journal.jsonl")).unwrap_or_default();
        let mut all: Vec<Entry> = Vec::new();
        for entry in text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()) {
            let word = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
            if word("deed") == deed {
                all.retain(|known| known.id != word("id"));
                all.push(Entry { id: word("id"), state: word("state"), made: word("made") });
            }
        }
        all
    }

    /// The transfer that the evidence names.
    pub fn transfer(&self) -> Option<String> {
        Some(self.evidence()?["transfer"]["id"].as_str()?.to_owned())
    }

    /// Whether the evidence says that its download is confirmed.
    pub fn is_confirmed(&self) -> bool {
        self.evidence().is_some_and(|evidence| evidence["transfer"]["confirmed"].as_bool() == Some(true))
    }

    /// The evidence of the profile's connection.
    fn evidence(&self) -> Option<toml::Value> {
        let texts = std::fs::read_dir(self.home.path().join("state/connections")).into_iter().flatten().flatten();
        let states = texts.filter_map(|file| std::fs::read_to_string(file.path()).ok()?.parse::<toml::Table>().ok());
        // An answers file has a connection of its own.
        let of_profile = states.filter_map(|mut state| state.remove("evidence"));
        of_profile.filter(|evidence| evidence.get("transfer").is_some()).max_by_key(|evidence| evidence["transfer"]["at"].to_string())
    }

    /// An answer of the profile.
    pub fn answer(&self, field: &str) -> Option<String> {
        let text = std::fs::read_to_string(self.home.path().join(PROFILE_FILE)).expect("a profile");
        word(&text.parse().expect("TOML"), field)
    }
}

/// Sets an answer.
pub fn put(answers: &mut toml::Table, field: &str, text: &str) {
    match field.split_once('.') {
        None => drop(answers.insert(field.to_owned(), text.into())),
        Some((table, name)) => {
            let table = answers.entry(table).or_insert_with(|| toml::Table::new().into());
            table.as_table_mut().expect("a table").insert(name.to_owned(), text.into());
        }
    }
}

fn word(answers: &toml::Table, field: &str) -> Option<String> {
    let value = match field.split_once('.') {
        None => answers.get(field),
        Some((table, name)) => answers.get(table).and_then(|table| table.get(name)),
    };
    value.and_then(toml::Value::as_str).map(ToOwned::to_owned)
}
