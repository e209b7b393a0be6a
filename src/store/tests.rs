//! The store on a real disk: nothing is overwritten, torn or lost.

use super::*;
use crate::journey::{
    CheckId, Environment, FieldId, Finding, Fingerprint, Message, Profile, PublishedEnvironment, Role, SavedState, StateChange, StepChange,
    StepId, Verdict,
};
use jiff::Timestamp;
use std::path::Path;

struct Home {
    folder: tempfile::TempDir,
    store: Store,
}

fn home() -> Home {
    let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
    let store = Store::new(Folders::below(folder.path()));
    Home { folder, store }
}

fn profile() -> crate::journey::Profile {
    let mut profile = crate::journey::Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Tt02));
    for (field, text) in [(FieldId::Organisation, "991825827"), (FieldId::Resource, "smart-files"), (FieldId::ClientKey, "file:a.pem")] {
        assert_eq!(profile.set(field, text), Ok(()));
    }
    profile
}

/// Saves a profile with every answer counted as changed.
fn save(store: &Store, name: &str, profile: &crate::journey::Profile) -> Result<(), StoreProblem> {
    store.change_profile(name, None, profile).map(drop)
}

fn state(home: &Home) -> SavedState {
    home.store.state(&profile()).unwrap_or_default()
}

fn open_at(step: StepId) -> StateChange {
    StateChange { step: StepChange::To(Some(step)), ..StateChange::default() }
}

fn write(home: &Home, name: &str, content: &[u8]) {
    let folder = home.store.profile_folder();
    assert!(std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(folder.join(name), content)).is_ok());
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn reading_makes_nothing() {
    let home = home();
    assert_eq!(home.store.load("a"), Err(StoreProblem::Missing));
    assert!(home.store.profiles().is_empty());
    assert_eq!(state(&home), SavedState::default());
    assert_eq!(home.store.last_opened(), None);
    assert!(names(home.folder.path()).is_empty());
}

#[test]
fn what_is_saved_reads_back_and_is_the_users_alone() {
    let home = home();
    assert_eq!(save(&home.store, "smart sender", &profile()), Ok(()));
    assert_eq!(home.store.load("smart sender"), Ok(profile()));
    assert_eq!(names(&home.store.profile_folder()), [".write-lock", "smart sender.toml"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| std::fs::metadata(path).map(|data| data.permissions().mode() & 0o777).unwrap_or_default();
        assert_eq!(mode(&home.store.profile_folder()), 0o700);
        assert_eq!(mode(&home.store.profile_folder().join("smart sender.toml")), 0o600);
    }
}

#[test]
fn a_broken_profile_is_set_aside_and_named_never_overwritten() {
    let home = home();
    for (content, number) in
        [(b"role = \"sen".as_slice(), 1), (b"role = 5", 2), (&[0xff, 0x00, 0xfe], 3), (b"version = 1\nrole = \"sender\"\nx = 1", 4)]
    {
        write(&home, "a.toml", content);
        let aside = home.store.profile_folder().join(format!("a.toml.broken-{number}"));
        assert_eq!(home.store.load("a"), Err(StoreProblem::SetAside(aside.clone())));
        assert_eq!(std::fs::read(aside).ok().as_deref(), Some(content));
        assert_eq!(home.store.load("a"), Err(StoreProblem::Missing));
    }
    write(&home, "a.toml", b"role = [");
    assert_eq!(save(&home.store, "a", &profile()), Ok(()));
    assert!(names(&home.store.profile_folder()).contains(&"a.toml.broken-5".to_owned()));
    assert_eq!(home.store.load("a"), Ok(profile()));
}

#[test]
fn a_foreign_file_and_one_of_a_newer_version_are_left_alone() {
    let home = home();
    for (name, content, problem) in [
        ("b", "[package]\nname = \"x\"\n", StoreProblem::Foreign),
        ("c", "version = 2\nrole = \"auditor\"\nnew_answer = 1\n", StoreProblem::FromTheFuture),
    ] {
        write(&home, &format!("{name}.toml"), content.as_bytes());
        assert_eq!(home.store.load(name), Err(problem.clone()));
        assert_eq!(save(&home.store, name, &profile()), Err(problem));
        assert_eq!(std::fs::read_to_string(home.store.profile_folder().join(format!("{name}.toml"))).ok().as_deref(), Some(content));
    }
    assert_eq!(home.store.profiles().len(), 2);
}

#[test]
fn a_name_never_leads_out_of_the_folder() {
    let home = home();
    for name in ["", "../a", "a/b", ".hidden", "a\\b", "a\nb", "a.", "con", &"a".repeat(41)] {
        assert_eq!(save(&home.store, name, &profile()), Err(StoreProblem::NotAName), "{name:?}");
    }
}

#[test]
fn a_name_is_one_however_its_letters_are_given() {
    let home = home();
    assert_eq!(save(&home.store, "A\u{30a}s kommune", &profile()), Ok(()));
    assert_eq!(home.store.names(), ["Ås kommune"]);
    assert_eq!(home.store.load("Ås kommune"), Ok(profile()));
}

#[test]
fn a_rename_overwrites_nothing_and_takes_the_last_opened_along() {
    let home = home();
    assert_eq!(save(&home.store, "a", &profile()).and_then(|()| save(&home.store, "b", &profile())), Ok(()));
    assert_eq!(home.store.remember_opened("a"), Ok(()));
    assert_eq!(home.store.rename("a", "b"), Err(StoreProblem::Taken));
    assert_eq!(home.store.rename("a", "c"), Ok(()));
    assert_eq!(home.store.last_opened().as_deref(), Some("c"));
    assert_eq!(home.store.load("a"), Err(StoreProblem::Missing));
    assert_eq!(home.store.load("c"), Ok(profile()));
}

#[test]
fn changed_answers_are_remembered_although_findings_are_saved_over_them() {
    let home = home();
    let mut changed = profile();
    assert_eq!(save(&home.store, "a", &changed), Ok(()));
    assert_eq!(changed.set(FieldId::ClientKid, "new-kid"), Ok(()));
    assert_eq!(save(&home.store, "a", &changed), Ok(()));
    assert_eq!(home.store.change_state(&changed, open_at(StepId::Client)), Ok(()));
    let evidence = home.store.state(&changed).unwrap_or_default().evidence;
    assert!(evidence.changed(&[FieldId::ClientKid]).is_some());
    assert_eq!(evidence.changed(&[FieldId::ClientKeyPosted]), None);
}

#[test]
fn removing_the_last_profile_of_a_connection_removes_what_was_kept_of_it() {
    let home = home();
    assert_eq!(save(&home.store, "a", &profile()).and_then(|()| save(&home.store, "b", &profile())), Ok(()));
    assert_eq!(home.store.change_state(&profile(), open_at(StepId::Client)), Ok(()));
    assert_eq!(home.store.remove("a"), Ok(()));
    assert_eq!(state(&home).step, Some(StepId::Client));
    assert_eq!(home.store.remove("b"), Ok(()));
    assert_eq!(state(&home), SavedState::default());
    assert_eq!(home.store.remove("b"), Err(StoreProblem::Missing));
}

#[test]
fn a_finding_of_a_newer_version_costs_only_itself() {
    let home = home();
    let finding = Finding {
        check: CheckId::ClientKey,
        outcome: Verdict::Pass,
        message: Message::RowOk,
        code: None,
        link: None,
        checked_at: Timestamp::UNIX_EPOCH,
        took_ms: 1,
        answers: Fingerprint::default(),
        evidence: Vec::new(),
        asked: Vec::new(),
    };
    let change = StateChange { findings: vec![finding.clone()], ..StateChange::default() };
    assert_eq!(home.store.change_state(&profile(), change), Ok(()));
    let path = home.store.state_path(&profile());
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    let newer = stored.replacen("row-ok", "a-message-of-tomorrow", 1)
        + "\n[[findings]]\ncheck = \"client.tomorrow\"\ntook_ms = 1\nchecked_at = \"2026-11-23T00:00:00Z\"\n[findings.outcome]\nverdict = \"pass\"\n[findings.message]\nid = \"row-ok\"\n";
    assert!(std::fs::write(&path, newer).is_ok());
    assert_eq!(state(&home).findings, vec![Finding { message: Message::NotKnown, ..finding }]);
}

#[test]
fn many_writers_never_tear_a_file() {
    let home = home();
    let kids: Vec<String> = (0..4).map(|writer| format!("{writer}-{}", "k".repeat(200))).collect();
    std::thread::scope(|scope| {
        for kid in &kids {
            let store = home.store.clone();
            scope.spawn(move || {
                let mut mine = profile();
                for round in 0..20 {
                    assert_eq!(mine.set(FieldId::ClientKid, &format!("{kid}{round}")), Ok(()));
                    assert_eq!(save(&store, "a", &mine), Ok(()));
                    assert!(store.load("a").is_ok());
                }
            });
        }
    });
    assert_eq!(names(&home.store.profile_folder()), [".write-lock", "a.toml"]);
}

#[test]
fn what_a_kill_leaves_behind_is_no_profile() {
    let home = home();
    write(&home, ".saving-x.tmp", b"role = \"se");
    assert_eq!(save(&home.store, "a", &profile()), Ok(()));
    assert_eq!(home.store.profiles().len(), 1);
}

#[test]
fn a_disk_that_refuses_is_told_of() {
    let home = home();
    assert!(std::fs::write(home.folder.path().join("config"), "a file where the folder should be").is_ok());
    assert!(matches!(save(&home.store, "a", &profile()), Err(StoreProblem::Disk { .. })));
    assert!(home.store.profiles().is_empty());
}

#[test]
fn evidence_of_two_programs_is_kept_of_both() {
    use crate::journey::{Evidence, SubscriptionEvidence, TransferEvidence};
    let home = home();
    let at = |second| Timestamp::from_second(second).unwrap_or_default();
    let transfer = |id, second, confirmed| {
        let id = uuid::Uuid::from_u128(id);
        Some(TransferEvidence { id, at: at(second), reference: String::new(), confirmed })
    };
    let subscriptions = |ids: &[i64]| ids.iter().map(|id| SubscriptionEvidence { id: *id, at: at(*id) }).collect();
    let keep = |evidence: Evidence| home.store.change_state(&profile(), StateChange { evidence, ..StateChange::default() });
    let theirs = Evidence { transfer: transfer(1, 10, true), subscriptions: subscriptions(&[1, 2]), ..Evidence::default() };
    let ours = Evidence { transfer: None, subscriptions: subscriptions(&[2, 3]), ..Evidence::default() };
    assert_eq!(keep(theirs).and_then(|()| keep(ours)), Ok(()));
    let both = state(&home).evidence;
    assert_eq!((&both.transfer, &both.subscriptions), (&transfer(1, 10, true), &subscriptions(&[1, 2, 3])));
    // An older transfer does not replace a newer one, and a confirmed transfer stays confirmed.
    assert_eq!(keep(Evidence { transfer: transfer(2, 5, false), ..Evidence::default() }), Ok(()));
    assert_eq!(keep(Evidence { transfer: transfer(1, 10, false), ..Evidence::default() }), Ok(()));
    assert_eq!(state(&home).evidence.transfer, transfer(1, 10, true));
}

#[test]
fn a_broken_state_is_set_aside_and_named() {
    let home = home();
    assert_eq!(save(&home.store, "a", &profile()).and_then(|()| home.store.change_state(&profile(), open_at(StepId::Client))), Ok(()));
    let path = home.store.state_path(&profile());
    assert!(std::fs::write(&path, "[[findings").is_ok());
    let aside = std::path::PathBuf::from(format!("{}.broken-1", path.display()));
    let listed = home.store.profiles();
    assert_eq!(listed.first().and_then(|listed| listed.state_aside.clone()), Some(aside));
    assert_eq!(home.store.state(&profile()), Ok(SavedState::default()));
}

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::symlink;

    /// A profile whose file lies in a repository of settings.
    fn linked(home: &Home) -> (std::path::PathBuf, std::path::PathBuf) {
        let (target, link) = (home.folder.path().join("dotfiles/mine.toml"), home.store.profile_folder().join("a.toml"));
        for file in [&target, &link] {
            assert!(std::fs::create_dir_all(file.parent().unwrap_or(file)).is_ok());
        }
        assert!(symlink(&target, &link).is_ok());
        (target, link)
    }

    #[test]
    fn a_linked_profile_is_read_changed_renamed_and_stays_a_link() {
        let home = home();
        let (target, link) = linked(&home);
        // Nothing is there yet: reading says so and makes nothing; saving makes it where the user wants it.
        assert!(matches!(home.store.load("a"), Err(StoreProblem::Unreadable { problem: ReadProblem::LeadsNowhere(_), .. })));
        assert_eq!(home.store.profiles().len(), 1);
        assert!(!target.exists());
        assert_eq!(home.store.create_profile("a", &profile()), Ok(()));
        assert!(target.is_file() && link.is_symlink());
        let mut changed = profile();
        assert_eq!(changed.set(FieldId::ClientKid, "new-kid"), Ok(()));
        assert_eq!(save(&home.store, "a", &changed), Ok(()));
        assert!(link.is_symlink());
        assert!(std::fs::read_to_string(&target).is_ok_and(|kept| kept.contains("new-kid")));
        assert_eq!(names(&home.folder.path().join("dotfiles")), ["mine.toml"]);
        assert_eq!(home.store.rename("a", "b"), Ok(()));
        assert!(!link.is_symlink() && home.store.profile_folder().join("b.toml").is_symlink());
        assert_eq!(home.store.load("b"), Ok(changed));
        assert_eq!(home.store.remove("b"), Ok(()));
        assert!(target.is_file(), "the user's own file stays");
    }

    #[test]
    fn a_broken_file_behind_a_link_is_set_aside_beside_itself() {
        let home = home();
        let (target, link) = linked(&home);
        assert!(std::fs::write(&target, "role = [").is_ok());
        let aside = target.with_file_name("mine.toml.broken-1");
        assert_eq!(home.store.load("a"), Err(StoreProblem::SetAside(aside.clone())));
        assert!(aside.is_file() && link.is_symlink());
        assert_eq!(save(&home.store, "a", &profile()), Ok(()));
        assert!(target.is_file() && link.is_symlink());
    }

    #[test]
    fn what_is_no_file_is_listed_with_what_it_is_and_never_touched() {
        use crate::values::FileKind;
        let home = home();
        assert!(std::fs::create_dir_all(home.store.profile_folder().join("folder.toml")).is_ok());
        let pipe = home.store.profile_folder().join("pipe.toml");
        let (kind, mode) = (rustix::fs::FileType::Fifo, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR);
        assert!(rustix::fs::mknodat(rustix::fs::CWD, &pipe, kind, mode, 0).is_ok());
        for (name, kind) in [("folder", FileKind::Folder), ("pipe", FileKind::Pipe)] {
            let is_said = |problem: &StoreProblem| matches!(problem, StoreProblem::Unreadable { problem: ReadProblem::NotRegular(said), .. } if *said == kind);
            assert!(home.store.load(name).is_err_and(|problem| is_said(&problem)));
            assert!(save(&home.store, name, &profile()).is_err_and(|problem| is_said(&problem)));
        }
        assert_eq!(home.store.profiles().len(), 2);
    }
}

#[test]
fn the_keys_of_a_removed_profile_are_kept_and_those_of_others_stay() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
    let store = Store::new(Folders::below(folder.path()));
    let keys = store.keys_folder("mine");
    assert!(std::fs::create_dir_all(&keys).is_ok());
    for name in ["a.private.pem", "a.public.pem", "b.private.pem", "b.note.toml"] {
        assert!(std::fs::write(keys.join(name), name).is_ok());
    }
    // Another profile signs with one of them, as after a profile was copied or renamed.
    let mut other = Profile::new(Role::Sender, Environment::SANDBOX);
    assert_eq!(other.set(FieldId::ClientKey, &format!("file:{}", keys.join("b.private.pem").display())), Ok(()));
    assert_eq!(store.create_profile("other", &other), Ok(()));
    let today = jiff::civil::date(2026, 11, 29);
    let removed = folder.path().join("config/keys/removed");
    assert_eq!(store.set_keys_aside("mine", today), Ok(Some(removed.join("mine-2026-11-29"))));
    let left = |folder: &std::path::Path, name: &str| folder.join(name).is_file();
    assert!(left(&removed.join("mine-2026-11-29"), "a.private.pem") && left(&removed.join("mine-2026-11-29"), "a.public.pem"));
    assert!(left(&keys, "b.private.pem") && left(&keys, "b.note.toml") && !left(&keys, "a.private.pem"));
    assert_eq!(store.set_keys_aside("mine", today), Ok(None), "nothing more is to move");
    assert!(std::fs::write(keys.join("c.private.pem"), "c").is_ok());
    assert_eq!(store.set_keys_aside("mine", today), Ok(Some(removed.join("mine-2026-11-29-2"))));
    assert_eq!(store.set_keys_aside("never", today), Ok(None));
}
