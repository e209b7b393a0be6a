//! Reads and writes files on a thread of its own, so that a slow disk never blocks the screen. Jobs are done one at a time and in
//! order; of several saves of the same thing that wait, only the last is done.

use super::{Engine, ProfileList, SavedProfile};
use crate::journey::{ConnectionKey, EngineMessage, Profile, SavedState};
use crate::values::Language;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

/// How long to wait before what could not be saved is tried again.
const PAUSE: Duration = Duration::from_secs(3);
/// How long the end waits for the disk: longer than for a lock that another program holds.
const PATIENCE: Duration = Duration::from_secs(12);

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
    /// Save the language that the user is spoken to in.
    KeepLanguage(Language),
    /// Save a letter under this name.
    SaveLetter {
        name: String,
        text: String,
    },
}

/// The result of a job. A save that changed nothing but the file has none.
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
    /// A profile was saved, and another program has given answers too.
    ProfileMerged {
        name: String,
        /// The answers that were to be saved.
        given: Box<Profile>,
        /// Those on disk now.
        merged: Box<Profile>,
    },
    /// A state was saved, and another program has added to it.
    StateMerged {
        profile: Box<Profile>,
        merged: Box<SavedState>,
    },
    /// Something was saved in a way that the user must hear of.
    Told(EngineMessage),
    /// What is not on disk has changed: why it is not, or nothing when everything is.
    Unkept(Vec<EngineMessage>),
    /// With the new name.
    Renamed(Result<String, EngineMessage>),
    Removed(Result<String, EngineMessage>),
    /// With the path.
    LetterSaved(Result<String, EngineMessage>),
}

type Answering = Arc<dyn Fn(WriteAnswer) + Send + Sync>;

/// The thread with its queue of jobs. It starts with the first job and sleeps while there is none.
pub struct Writer {
    engine: Arc<Engine>,
    answering: Answering,
    running: Option<Running>,
}

struct Running {
    jobs: mpsc::Sender<WriteJob>,
    /// Closed when the thread has ended.
    ended: mpsc::Receiver<()>,
}

impl Writer {
    /// A writer that calls `answering` with each result, on the writer's thread.
    #[must_use]
    pub fn new(engine: Arc<Engine>, answering: impl Fn(WriteAnswer) + Send + Sync + 'static) -> Self {
        Self { engine, answering: Arc::new(answering), running: None }
    }

    /// Adds a job to the end of the queue.
    pub fn put(&mut self, job: WriteJob) {
        let running = self.running.get_or_insert_with(|| {
            let ((to, from), (end, ended)) = (mpsc::channel(), mpsc::channel());
            let (engine, answering) = (Arc::clone(&self.engine), Arc::clone(&self.answering));
            std::thread::spawn(move || {
                let _end: mpsc::Sender<()> = end;
                work(&engine, &answering, &from);
            });
            Running { jobs: to, ended }
        });
        // Sending fails only when the thread has panicked, and the panic hook has reported that already.
        let _ = running.jobs.send(job);
    }

    /// Waits until every job in the queue is done. What could not be saved by then, or is still being saved after 12 s, is told by
    /// [`Engine::unkept`].
    pub fn finish(&mut self) {
        self.finish_within(PATIENCE);
    }

    fn finish_within(&mut self, patience: Duration) {
        if let Some(Running { jobs, ended }) = self.running.take() {
            drop(jobs);
            if ended.recv_timeout(patience) == Err(mpsc::RecvTimeoutError::Timeout) {
                self.engine.hangs(EngineMessage::NotSavedHangs { seconds: patience.as_secs() });
            }
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
    let mut said = Vec::new();
    let mut tried = Instant::now();
    loop {
        // The thread wakes up by itself only while something is not on disk.
        let first = if said.is_empty() {
            jobs.recv().map_err(|_| mpsc::RecvTimeoutError::Disconnected)
        } else {
            jobs.recv_timeout(PAUSE.saturating_sub(tried.elapsed()))
        };
        match first {
            Ok(first) => {
                let batch = std::iter::once(first).chain(jobs.try_iter()).collect();
                coalesced(batch).into_iter().flat_map(|job| done(engine, job)).for_each(|answer| answering(answer));
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
        if !said.is_empty() && tried.elapsed() >= PAUSE {
            tried = Instant::now();
            engine.try_again().into_iter().for_each(|message| answering(WriteAnswer::Told(message)));
        }
        let unkept = engine.unkept();
        if unkept != said {
            said.clone_from(&unkept);
            answering(WriteAnswer::Unkept(unkept));
        }
    }
    // For the last time.
    drop(engine.try_again());
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

fn done(engine: &Engine, job: WriteJob) -> Vec<WriteAnswer> {
    match job {
        WriteJob::List => vec![WriteAnswer::Listed(engine.profiles())],
        WriteJob::Open(name) => {
            let result = engine.profile(&name).map(|profile| {
                // The list of profiles has already reported a broken state.
                let state = engine.state(&profile).unwrap_or_default();
                Box::new((profile, state))
            });
            vec![WriteAnswer::Opened { name, result }]
        }
        WriteJob::ReadState(profile) => {
            let state = Box::new(engine.state(&profile).unwrap_or_default());
            vec![WriteAnswer::StateRead { profile, state }]
        }
        // A failure is not reported: it loses only the choice of profile at the next start, and a full disk is reported by other
        // saves.
        WriteJob::Remember(name) => {
            let _ = engine.remember_opened(&name);
            Vec::new()
        }
        // The engine holds what could not be saved.
        WriteJob::ChangeProfile(name, given) => {
            engine.change_profile(&name, &given).map_or_else(|_| Vec::new(), |saved| changed(name, given, saved))
        }
        WriteJob::KeepState(profile, state) => {
            let merged = engine.keep_state(&profile, &state).ok().flatten();
            merged.map(|merged| WriteAnswer::StateMerged { profile, merged: Box::new(merged) }).into_iter().collect()
        }
        WriteJob::Rename { from, to } => vec![WriteAnswer::Renamed(engine.rename_profile(&from, &to).map(|()| to))],
        WriteJob::KeepLanguage(language) => {
            let told = engine.keep_language(language).unwrap_or_else(Some);
            told.map(WriteAnswer::Told).into_iter().collect()
        }
        WriteJob::SaveLetter { name, text } => vec![WriteAnswer::LetterSaved(engine.save_letter(&name, &text))],
        WriteJob::Remove(name) => match engine.remove_profile(&name) {
            Ok(told) => std::iter::once(WriteAnswer::Removed(Ok(name))).chain(told.map(WriteAnswer::Told)).collect(),
            Err(problem) => vec![WriteAnswer::Removed(Err(problem))],
        },
    }
}

fn changed(name: String, given: Box<Profile>, SavedProfile { merged, told }: SavedProfile) -> Vec<WriteAnswer> {
    let merged = (merged != *given).then(|| WriteAnswer::ProfileMerged { name, given, merged: Box::new(merged) });
    merged.into_iter().chain(told.map(WriteAnswer::Told)).collect()
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
