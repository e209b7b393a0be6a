//! The disk, on a thread of its own: one write in flight, saves of the same thing coalesced, nothing out of order.

use super::{Engine, ProfileList};
use crate::journey::{ConnectionKey, EngineMessage, Profile, SavedState};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

/// One thing for the disk.
#[derive(Debug)]
pub enum WriteJob {
    List,
    Open(String),
    /// Read what is kept of a connection.
    ReadState(Box<Profile>),
    /// Remember the profile opened last.
    Remember(String),
    ChangeProfile(String, Box<Profile>),
    KeepState(Box<Profile>, Box<SavedState>),
    Rename {
        from: String,
        to: String,
    },
    Remove(String),
}

/// What came of a job; a save that went well says nothing.
#[derive(Debug)]
pub enum WriteAnswer {
    Listed(ProfileList),
    Opened {
        name: String,
        result: Result<Box<(Profile, SavedState)>, EngineMessage>,
    },
    StateRead {
        profile: Box<Profile>,
        state: Box<SavedState>,
    },
    /// Something was not saved, or something must be known of what was.
    Told(EngineMessage),
    /// Under its new name.
    Renamed(Result<String, EngineMessage>),
    Removed(Result<String, EngineMessage>),
}

type Answering = Arc<dyn Fn(WriteAnswer) + Send + Sync>;

/// The disk's thread, started with its first job: it sleeps while there is nothing to do.
pub struct Writer {
    engine: Arc<Engine>,
    answering: Answering,
    running: Option<(mpsc::Sender<WriteJob>, JoinHandle<()>)>,
}

impl Writer {
    /// A writer that hands its answers to `answering`, on its own thread.
    #[must_use]
    pub fn new(engine: Arc<Engine>, answering: impl Fn(WriteAnswer) + Send + Sync + 'static) -> Self {
        Self { engine, answering: Arc::new(answering), running: None }
    }

    /// Puts a job at the end.
    pub fn put(&mut self, job: WriteJob) {
        let (jobs, _) = self.running.get_or_insert_with(|| {
            let (to, from) = mpsc::channel();
            let (engine, answering) = (Arc::clone(&self.engine), Arc::clone(&self.answering));
            (to, std::thread::spawn(move || work(&engine, &answering, &from)))
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

impl Drop for Writer {
    /// However the front ends, an error or a panic included, what was put is written.
    fn drop(&mut self) {
        self.finish();
    }
}

fn work(engine: &Engine, answering: &Answering, jobs: &mpsc::Receiver<WriteJob>) {
    while let Ok(first) = jobs.recv() {
        let mut batch = vec![first];
        batch.extend(jobs.try_iter());
        for job in coalesced(batch) {
            if let Some(answer) = done(engine, job) {
                answering(answer);
            }
        }
    }
}

/// Of saves of the same thing the last one stands for all, as long as nothing else comes between.
fn coalesced(batch: Vec<WriteJob>) -> Vec<WriteJob> {
    let mut kept: Vec<WriteJob> = Vec::new();
    for job in batch {
        let replaced = kept.iter().rposition(|earlier| match (earlier, &job) {
            (WriteJob::ChangeProfile(one, _), WriteJob::ChangeProfile(other, _)) => one == other,
            (WriteJob::KeepState(one, _), WriteJob::KeepState(other, _)) => ConnectionKey::of(one) == ConnectionKey::of(other),
            _ => false,
        });
        if let Some(index) = replaced
            && kept.iter().skip(index).all(|later| matches!(later, WriteJob::ChangeProfile(..) | WriteJob::KeepState(..)))
        {
            kept.remove(index);
        }
        kept.push(job);
    }
    kept
}

fn done(engine: &Engine, job: WriteJob) -> Option<WriteAnswer> {
    match job {
        WriteJob::List => Some(WriteAnswer::Listed(engine.profiles())),
        WriteJob::Open(name) => {
            let result = engine.profile(&name).map(|profile| {
                // A broken state was told of with the list.
                let state = engine.state(&profile).unwrap_or_default();
                Box::new((profile, state))
            });
            Some(WriteAnswer::Opened { name, result })
        }
        WriteJob::ReadState(profile) => {
            let state = Box::new(engine.state(&profile).unwrap_or_default());
            Some(WriteAnswer::StateRead { profile, state })
        }
        // Only a convenience is lost when it cannot be written; the saves that matter say so themselves.
        WriteJob::Remember(name) => engine.remember_opened(&name).err().and(None),
        WriteJob::ChangeProfile(name, profile) => match engine.change_profile(&name, &profile) {
            Ok(told) => told.map(WriteAnswer::Told),
            Err(problem) => Some(WriteAnswer::Told(problem)),
        },
        WriteJob::KeepState(profile, state) => engine.keep_state(&profile, &state).err().map(WriteAnswer::Told),
        WriteJob::Rename { from, to } => Some(WriteAnswer::Renamed(engine.rename_profile(&from, &to).map(|()| to))),
        WriteJob::Remove(name) => Some(WriteAnswer::Removed(engine.remove_profile(&name).map(|()| name))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, Role};

    #[test]
    fn the_last_save_stands_for_all_but_never_passes_a_rename() {
        let profile = |role| Box::new(Profile::new(role, Environment::SANDBOX));
        let save = |name: &str, role| WriteJob::ChangeProfile(name.to_owned(), profile(role));
        let batch = vec![save("a", Role::Sender), save("b", Role::Sender), save("a", Role::Recipient)];
        let kept = coalesced(batch);
        assert!(matches!(
            kept.as_slice(),
            [WriteJob::ChangeProfile(b, _), WriteJob::ChangeProfile(a, last)] if b == "b" && a == "a" && last.role == Role::Recipient
        ));
        let batch = vec![save("a", Role::Sender), WriteJob::Rename { from: "a".into(), to: "c".into() }, save("a", Role::Sender)];
        assert_eq!(coalesced(batch).len(), 3);
    }
}
