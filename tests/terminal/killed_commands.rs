//! Commands are killed at random moments, from a seed. Afterwards every file is whole, and the next start sweeps what was left.
//! `BROKER_SETUP_KILLS` is how many there are, for a long run.

#![cfg(unix)]

use crate::killed::{assert_whole, files};
use crate::practising::practising;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const KILLS: u64 = 20;
/// About as long as the longest of the commands takes, in milliseconds.
const LONGEST: u64 = 1200;
const COMMANDS: &[&[&str]] = &[
    &["check", "--profile", "practice-sender"],
    &["do", "send-test", "--profile", "practice-sender", "--yes"],
    &["do", "subscribe", "--profile", "practice-sender", "--yes"],
    &["listen", "--profile", "practice-sender"],
    &["profile", "use", "practice-sender"],
];

fn program(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
        command.env_remove(name);
    }
    command.args(arguments).env("BROKER_SETUP_HOME", home).env("LC_ALL", "C.UTF-8");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The next number of a sequence that is the same in each run (SplitMix64).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[test]
fn a_command_killed_anywhere_leaves_whole_files_and_the_next_start_sweeps() {
    let home = tempfile::tempdir().expect("a home");
    let mut wizard = practising(home.path());
    wizard.press("\x03");
    assert_eq!(wizard.ending(), Ok(0));
    let kills = std::env::var("BROKER_SETUP_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut seed = 20_261_128;
    for kill in 0..kills {
        let arguments = COMMANDS[usize::try_from(kill).expect("small") % COMMANDS.len()];
        let mut child = program(home.path(), arguments).spawn().expect("it starts");
        // The moment is what is tried here, so no state is waited for.
        std::thread::sleep(Duration::from_millis(next(&mut seed) % LONGEST));
        child.kill().and_then(|()| child.wait()).expect("it ends");
        assert_whole(home.path(), &format!("kill {kill}, {arguments:?}"));
    }
    let ended = program(home.path(), &["do", "send-test", "--profile", "practice-sender", "--yes"]).status().expect("it runs");
    assert_eq!(ended.code(), Some(0));
    let left: Vec<PathBuf> = files(home.path()).into_iter().filter(|path| is_left(path)).collect();
    assert!(left.is_empty(), "{left:?}");
}

/// Whether it is a content that did not take its place, or in the folder of a test file.
fn is_left(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let in_scratch = path.to_string_lossy().contains("/state/scratch/") && name != ".write-lock";
    name.starts_with(".saving-") || in_scratch
}
