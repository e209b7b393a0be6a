//! The disk, on a thread of its own: one write in flight, saves of the same thing coalesced, nothing out of order.

use crate::app::{ListedProfile, Msg, Notice, SavedState, Start};
use crate::journey::{Environment, FieldId, Profile};
use crate::store::{ConnectionState, Listed, Store, StoreProblem};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc;
use std::thread::JoinHandle;
use tokio::sync::mpsc::Sender;

/// One thing for the disk.
#[derive(Debug)]
pub enum Job {
    Load,
    Open(String),
    /// Read what is kept of a connection.
    LoadState(Box<Profile>),
    /// Remember the profile opened last.
    Remember(String),
    Save(String, Box<Profile>),
    /// Write what is kept of a connection.
    Keep(Box<Profile>, Box<SavedState>),
    Rename(String, String),
    Remove(String),
}

/// The disk's thread, started with its first job: it sleeps while there is nothing to do.
pub struct Disk {
    store: Store,
    answers: Sender<Msg>,
    running: Option<(mpsc::Sender<Job>, JoinHandle<()>)>,
}

impl Disk {
    /// A disk that answers with messages.
    #[must_use]
    pub const fn new(store: Store, answers: Sender<Msg>) -> Self {
        Self { store, answers, running: None }
    }

    /// Puts a job at the end.
    pub fn put(&mut self, job: Job) {
        let (jobs, _) = self.running.get_or_insert_with(|| {
            let (to, from) = mpsc::channel();
            let (store, answers) = (self.store.clone(), self.answers.clone());
            (to, std::thread::spawn(move || work(&store, &answers, &from)))
        });
        // The thread lives as long as its sender: a refusal would mean that it has panicked, which the hook has told of.
        let _ = jobs.send(job);
    }

    /// Waits until everything is written.
    pub fn finish(&mut self) {
        if let Some((jobs, thread)) = self.running.take() {
            drop(jobs);
            let _ = thread.join();
        }
    }
}

impl Drop for Disk {
    /// However the loop ends, an error or a panic included, what was put is written.
    fn drop(&mut self) {
        self.finish();
    }
}

/// The profiles as the wizard had them last, by name: what differs from that is what its user has changed.
type Shown = BTreeMap<String, Profile>;

fn work(store: &Store, answers: &Sender<Msg>, jobs: &mpsc::Receiver<Job>) {
    let mut shown: Shown = store.profiles().into_iter().filter_map(|listed| Some((listed.name, listed.profile.ok()?))).collect();
    while let Ok(first) = jobs.recv() {
        let mut batch = vec![first];
        batch.extend(jobs.try_iter());
        for job in coalesced(batch) {
            if let Some(msg) = done(store, &mut shown, job) {
                // Waits while the channel is full. The loop closes it before it waits for us: what is told then is not needed.
                let _ = answers.blocking_send(msg);
            }
        }
    }
}

/// Of saves of the same thing the last one stands for all, as long as nothing else comes between.
fn coalesced(batch: Vec<Job>) -> Vec<Job> {
    let mut kept: Vec<Job> = Vec::new();
    for job in batch {
        let replaced = kept.iter().rposition(|earlier| match (earlier, &job) {
            (Job::Save(one, _), Job::Save(other, _)) => one == other,
            (Job::Keep(one, _), Job::Keep(other, _)) => one == other,
            _ => false,
        });
        if let Some(index) = replaced
            && kept.iter().skip(index).all(|later| matches!(later, Job::Save(..) | Job::Keep(..)))
        {
            kept.remove(index);
        }
        kept.push(job);
    }
    kept
}

fn done(store: &Store, shown: &mut Shown, job: Job) -> Option<Msg> {
    match job {
        Job::Load => Some(Msg::Profiles(known(store.profiles()))),
        Job::Open(name) => {
            let result = store.load(&name).map_err(|problem| unreadable(&name, problem));
            let result = result.map(|profile| {
                shown.insert(name.clone(), profile.clone());
                let kept = kept(store.state(&profile));
                Box::new((profile, kept))
            });
            Some(Msg::Opened { name, result })
        }
        Job::LoadState(profile) => {
            let state = Box::new(kept(store.state(&profile)));
            Some(Msg::StateRead { profile, state })
        }
        // Only a convenience is lost when it cannot be written; the saves that matter say so themselves.
        Job::Remember(name) => store.remember_opened(&name).err().and(None),
        Job::Save(name, profile) => {
            let before = shown.insert(name.clone(), (*profile).clone());
            let theirs = store.load(&name).ok();
            let both = match (&before, &theirs) {
                (Some(before), Some(theirs)) => with_theirs(&profile, before, theirs),
                (None, _) | (_, None) => *profile,
            };
            store.save(&name, &both).err().map(|problem| Msg::Saved(Err(unwritten(&name, problem))))
        }
        Job::Keep(profile, kept) => {
            let state = ConnectionState { step: kept.step, evidence: kept.evidence, findings: kept.findings };
            store.save_state(&profile, &state).err().map(|problem| Msg::Saved(Err(unwritten("", problem))))
        }
        Job::Rename(from, to) => {
            let result = store.rename(&from, &to).map_err(|problem| unwritten(&from, problem));
            Some(Msg::Changed(result.map(|()| Notice::Renamed { name: to })))
        }
        Job::Remove(name) => {
            let result = store.remove(&name).map_err(|problem| unwritten(&name, problem));
            Some(Msg::Changed(result.map(|()| Notice::Removed { name })))
        }
    }
}

/// Our answers, and where we have changed none since `before`, those that another program has written meanwhile.
fn with_theirs(ours: &Profile, before: &Profile, theirs: &Profile) -> Profile {
    let mut both = ours.clone();
    if ours.environment == before.environment {
        both.environment.clone_from(&theirs.environment);
    }
    let own = [FieldId::Role, FieldId::Environment];
    for field in FieldId::ALL.iter().copied().filter(|field| !own.contains(field)) {
        let answer = theirs.answer(field);
        if ours.answer(field) == before.answer(field) && ours.answer(field) != answer {
            // It was read from a profile, so it is an answer; where it is none after all, ours stays.
            let _ = both.set(field, answer.as_deref().unwrap_or_default());
        }
    }
    both
}

fn kept(state: ConnectionState) -> SavedState {
    SavedState { step: state.step, evidence: state.evidence, findings: state.findings }
}

fn known(listed: Vec<Listed>) -> Vec<ListedProfile> {
    let known = listed.into_iter().map(|listed| ListedProfile {
        profile: listed.profile.map_err(|problem| unreadable(&listed.name, problem)),
        name: listed.name,
        state: kept(listed.state),
    });
    known.collect()
}

/// Everything a start needs from the disk: a few small files.
#[must_use]
pub fn read_start(store: &Store, environment: Option<Environment>, profile: Option<String>) -> Vec<Msg> {
    let listed = store.profiles();
    let aside: Vec<Msg> = listed.iter().filter_map(|listed| listed.state_aside.as_deref()).map(set_aside).collect();
    let start = Start { environment, profile, profiles: known(listed), last: store.last_opened() };
    std::iter::once(Msg::Started(Box::new(start))).chain(aside).collect()
}

/// Tells of something that could not be read, and where it lies now.
pub fn set_aside(path: &Path) -> Msg {
    Msg::Saved(Err(Notice::SetAside { path: path.display().to_string() }))
}

fn unreadable(name: &str, problem: StoreProblem) -> Notice {
    let name = name.to_owned();
    match problem {
        StoreProblem::Missing | StoreProblem::NotAName | StoreProblem::Taken | StoreProblem::NoFolder => Notice::ProfileMissing { name },
        StoreProblem::SetAside(path) => Notice::ProfileBroken { name, path: path.display().to_string() },
        StoreProblem::Foreign => Notice::ProfileForeign { name },
        StoreProblem::FromTheFuture => Notice::ProfileNewer { name },
        StoreProblem::Disk { path, reason } => Notice::ProfileUnreadable { name, path: path.display().to_string(), reason },
    }
}

fn unwritten(name: &str, problem: StoreProblem) -> Notice {
    let name = name.to_owned();
    match problem {
        StoreProblem::Missing | StoreProblem::NotAName => Notice::ProfileMissing { name },
        StoreProblem::Taken => Notice::ProfileTaken { name },
        StoreProblem::NoFolder => Notice::NoFolder,
        StoreProblem::SetAside(path) => Notice::ProfileBroken { name, path: path.display().to_string() },
        StoreProblem::Foreign => Notice::ProfileForeign { name },
        StoreProblem::FromTheFuture => Notice::NotSavedNewer { name },
        StoreProblem::Disk { path, reason } => Notice::NotSaved { path: path.display().to_string(), reason },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Role;

    #[test]
    fn what_another_program_answered_stays_where_we_answered_nothing_new() {
        let with = |answers: &[(FieldId, &str)]| {
            let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
            for (field, text) in answers {
                assert_eq!(profile.set(*field, text), Ok(()));
            }
            profile
        };
        let before = with(&[(FieldId::Resource, "old-one"), (FieldId::ClientKid, "old-one"), (FieldId::SystemExternalRef, "old-one")]);
        let ours = with(&[(FieldId::Resource, "our-own"), (FieldId::ClientKid, "old-one"), (FieldId::SystemExternalRef, "old-one")]);
        let theirs = with(&[(FieldId::Resource, "their-own"), (FieldId::ClientKid, "theirs")]);
        assert_eq!(with_theirs(&ours, &before, &theirs), with(&[(FieldId::Resource, "our-own"), (FieldId::ClientKid, "theirs")]));
    }

    #[test]
    fn the_last_save_stands_for_all_but_never_passes_a_rename() {
        let profile = |role| Box::new(Profile::new(role, Environment::SANDBOX));
        let save = |name: &str, role| Job::Save(name.to_owned(), profile(role));
        let batch = vec![save("a", Role::Sender), save("b", Role::Sender), save("a", Role::Recipient)];
        let kept = coalesced(batch);
        assert!(matches!(kept.as_slice(), [Job::Save(b, _), Job::Save(a, last)] if b == "b" && a == "a" && last.role == Role::Recipient));
        let batch = vec![save("a", Role::Sender), Job::Rename("a".into(), "c".into()), save("a", Role::Sender)];
        assert_eq!(coalesced(batch).len(), 3);
    }
}
