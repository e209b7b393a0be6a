//! Reads and writes files on a thread of its own, so that a slow disk never blocks the screen. Jobs are done one at a time and in
//! order; of several saves of the same thing that wait, only the last is done.

use super::{Engine, ProfileList};
use crate::journey::{ConnectionKey, EngineMessage, Profile, SavedState};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

#[derive(Debug)]
pub enum WriteJob {
    List,
    Open(String),
    /// Read the saved state of a connection.
    ReadState(Box<Profile>),
    /// Save the name of the profile opened last.
    Remember(String),
    ChangeProfile(String, Box<Profile>),
    KeepState(Box<Profile>, Box<SavedState>),
    Rename {
        from: String,
        to: String,
    },
    Remove(String),
}

/// The result of a job. A save that succeeded has none.
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
    /// Something could not be saved, or was saved in a way that the user must hear of.
    Told(EngineMessage),
    /// With the new name.
    Renamed(Result<String, EngineMessage>),
    Removed(Result<String, EngineMessage>),
}

type Answering = Arc<dyn Fn(WriteAnswer) + Send + Sync>;

/// The thread with its queue of jobs. It starts with the first job and sleeps while there is none.
pub struct Writer {
    engine: Arc<Engine>,
    answering: Answering,
    running: Option<(mpsc::Sender<WriteJob>, JoinHandle<()>)>,
}

impl Writer {
    /// A writer that calls `answering` with each result, on the writer's thread.
    #[must_use]
    pub fn new(engine: Arc<Engine>, answering: impl Fn(WriteAnswer) + Send + Sync + 'static) -> Self {
        Self { engine, answering: Arc::new(answering), running: None }
    }

    /// Adds a job to the end of the queue.
    pub fn put(&mut self, job: WriteJob) {
        let (jobs, _) = self.running.get_or_insert_with(|| {
            let (to, from) = mpsc::channel();
            let (engine, answering) = (Arc::clone(&self.engine), Arc::clone(&self.answering));
            (to, std::thread::spawn(move || work(&engine, &answering, &from)))
        });
        // Sending fails only when the thread has panicked, and the panic hook has reported that already.
        let _ = jobs.send(job);
    }

    /// Waits until every job in the queue is done.
    pub fn finish(&mut self) {
        if let Some((jobs, thread)) = self.running.take() {
            drop(jobs);
            let _ = thread.join();
        }
    }
}

impl Drop for Writer {
    /// Finishes the queue also when the front ends with an error or a panic.
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

/// Drops each save that a later save of the same thing replaces. A save that a rename or another job follows is kept: moving it
/// behind that job could write to the wrong name.
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
                // The list of profiles has already reported a broken state.
                let state = engine.state(&profile).unwrap_or_default();
                Box::new((profile, state))
            });
            Some(WriteAnswer::Opened { name, result })
        }
        WriteJob::ReadState(profile) => {
            let state = Box::new(engine.state(&profile).unwrap_or_default());
            Some(WriteAnswer::StateRead { profile, state })
        }
        // A failure is not reported: it loses only the choice of profile at the next start, and a full disk is reported by other
        // saves.
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
