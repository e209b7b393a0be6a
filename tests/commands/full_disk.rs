//! A full disk, which is a small file system in memory: at each save it is said, the end is 4, and what was there stays.

#![cfg(target_os = "linux")]

use crate::ending::program;
use crate::listening::{Listening, address, status};
use crate::program::flat;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file system of 256 KiB; dropping it unmounts it.
struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    /// `None`, with the reason on standard error, where this user cannot mount one.
    fn mounted() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k,mode=0700", "tmpfs"]).arg(folder.path()).output();
        match mounted {
            Ok(output) if output.status.success() => Some(Self { folder }),
            Ok(output) => {
                eprintln!("skipped, since no file system can be mounted: {}", String::from_utf8_lossy(&output.stderr));
                None
            }
            Err(error) => {
                eprintln!("skipped, since no file system can be mounted: {error}");
                None
            }
        }
    }

    fn home(&self) -> &Path {
        self.folder.path()
    }

    /// Fills it to the last byte.
    fn fill(&self) -> PathBuf {
        let path = self.home().join("filler");
        // Writing ends with an error when there is no room left; what was written until then stays.
        let _ = fs::write(&path, vec![0_u8; 1024 * 1024]);
        path
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = program(self.home()).args(arguments).output().expect("it runs");
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        (output.status.code(), flat(&said.join(" ")))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).status();
    }
}

#[test]
fn on_a_full_disk_each_save_is_said_ends_with_4_and_loses_nothing_that_was_there() {
    let Some(disk) = Disk::mounted() else { return };
    let new = ["profile", "new", "mine", "--role", "sender", "--environment", "tt02", "--organisation", "991825827"];
    assert_eq!(disk.run(&new).0, Some(0));
    let profile = disk.home().join("config/profiles/mine.toml");
    let before = fs::read(&profile).expect("a profile");
    let filler = disk.fill();
    for (what, arguments) in [
        ("a profile", ["profile", "new", "other", "--role", "sender"].as_slice()),
        ("findings", &["check", "client.key", "--profile", "mine"]),
    ] {
        let (code, said) = disk.run(arguments);
        assert!(code == Some(4) && said.contains("Not saved") && said.contains("No space left"), "{what}: {code:?} {said}");
    }
    let (_, said) = disk.run(&["check", "client.key", "--profile", "mine"]);
    assert!(said.contains("client.key"), "the result is told although it cannot be kept: {said}");
    assert_eq!(fs::read(&profile).expect("still there"), before);
    fs::remove_file(filler).expect("room again");
    assert_eq!(disk.run(&["profile", "show", "mine"]).0, Some(0));
    let (code, said) = disk.run(&["check", "client.key", "--profile", "mine"]);
    assert!(code == Some(1) && !said.contains("Not saved"), "{code:?} {said}");
    assert_eq!(fs::read(&profile).expect("still there"), before);
}

#[test]
fn on_a_full_disk_an_event_that_cannot_be_kept_is_not_taken() {
    let Some(disk) = Disk::mounted() else { return };
    let new = ["profile", "new", "mine", "--role", "sender", "--environment", "tt02", "--organisation", "991825827"];
    assert_eq!(disk.run(&new).0, Some(0));
    let filler = disk.fill();
    let mut listening = Listening(program(disk.home()).args(["listen", "--profile", "mine"]).spawn().expect("it starts"));
    let (host, path) = address(&mut listening.0);
    assert_eq!(status(&host, &path, 1), Some(500), "Altinn sends it again");
    fs::remove_file(filler).expect("room again");
    assert_eq!(status(&host, &path, 1), Some(200));
}

#[test]
fn on_a_full_disk_a_deed_that_cannot_be_written_down_is_not_begun() {
    let Some(disk) = Disk::mounted() else { return };
    let elsewhere = tempfile::tempdir().expect("a folder");
    let kit = elsewhere.path().join("kit");
    let sandbox = program(elsewhere.path()).args(["sandbox", "--json", "--kit"]).arg(&kit).spawn().expect("it starts");
    let mut sandbox = Listening(sandbox);
    let mut first = String::new();
    BufReader::new(sandbox.0.stdout.take().expect("its output")).read_line(&mut first).expect("its addresses");
    let file = elsewhere.path().join("small.txt");
    fs::write(&file, "small").expect("a file");
    disk.fill();
    let (answers, file) = (kit.join("sender.toml"), file.to_string_lossy().into_owned());
    let send = ["do", "send-test", "--yes", "--answers", &answers.to_string_lossy(), "--file", &file].map(str::to_owned);
    let (code, said) = disk.run(&send.each_ref().map(String::as_str));
    assert!(code == Some(4) && said.contains("Nothing was done, because the journal cannot be written"), "{code:?} {said}");
    assert!(!said.contains("Altinn expects transfer"), "{said}");
}
