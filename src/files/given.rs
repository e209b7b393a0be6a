//! Reads what the user names: a regular file, or a pipe such as standard input or a shell's `<(command)`. A pipe can be endless or
//! silent, so there is a limit on its size and its time, and dropping the future ends the wait.

use super::own::{open, read_to_end, within};
use super::{ReadProblem, system};
use crate::values::{FileKind, FileSize};
use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::time::Duration;

/// The path that means standard input.
pub const STANDARD_INPUT: &str = "-";

/// How much is read at most, and how long that may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub size: FileSize,
    pub time: Duration,
}

/// Long enough for a command behind a pipe that fetches a secret from a vault.
const PIPE: Duration = Duration::from_secs(30);

impl Limits {
    pub const ANSWERS: Self = Self { size: FileSize(1024 * 1024), time: PIPE };
    /// A key store with every authority that a system trusts has a quarter of it.
    pub const SECRET: Self = Self { size: FileSize(1024 * 1024), time: PIPE };
}

/// Reads all of what is at `path`; [`STANDARD_INPUT`] is a path too.
///
/// # Errors
/// The problem says what is there instead, or why it cannot be read.
pub async fn read_given(path: &Path, limits: Limits) -> Result<Vec<u8>, ReadProblem> {
    let reading = async {
        if path == Path::new(STANDARD_INPUT) {
            return on_a_thread_that_may_wait(move || standard_input(limits.size)).await;
        }
        let named = path.to_owned();
        // Opening can wait too, for a drive in the network.
        let file = on_a_thread_that_may_wait(move || open(&named)).await?;
        let about = file.metadata()?;
        match system::kind(&about) {
            FileKind::Regular => on_a_thread_that_may_wait(move || read_to_end(file, limits.size)).await,
            FileKind::Pipe => pipe(file, limits.size).await,
            FileKind::Device if file.is_terminal() => Err(ReadProblem::NotRegular(FileKind::Terminal)),
            FileKind::Device if system::is_character_device(&about) => {
                on_a_thread_that_may_wait(move || read_to_end(file, limits.size)).await
            }
            other => Err(ReadProblem::NotRegular(other)),
        }
    };
    tokio::time::timeout(limits.time, reading).await.unwrap_or(Err(ReadProblem::TookTooLong(limits.time)))
}

fn standard_input(limit: FileSize) -> Result<Vec<u8>, ReadProblem> {
    let input = io::stdin();
    if input.is_terminal() { Err(ReadProblem::NotRegular(FileKind::Terminal)) } else { read_to_end(input.lock(), limit) }
}

/// Reads without a thread, which would wait for the writer for as long as the program runs.
#[cfg(unix)]
async fn pipe(file: File, limit: FileSize) -> Result<Vec<u8>, ReadProblem> {
    use tokio::io::AsyncReadExt;
    let mut bytes = Vec::new();
    tokio::net::unix::pipe::Receiver::from_file(file)?.take(limit.0 + 1).read_to_end(&mut bytes).await?;
    within(bytes, limit)
}

#[cfg(not(unix))]
async fn pipe(file: File, limit: FileSize) -> Result<Vec<u8>, ReadProblem> {
    let bytes = on_a_thread_that_may_wait(move || read_to_end(file, limit)).await?;
    within(bytes, limit)
}

async fn on_a_thread_that_may_wait<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ReadProblem> + Send + 'static,
) -> Result<T, ReadProblem> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error).into()))
}
