//! Files on a real disk: the user's alone, never waited for, replaced as a whole.

#![allow(clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

use super::*;
use crate::values::{FileKind, FileSize};
use std::path::Path;
use std::time::Duration;

const SMALL: Limits = Limits { size: FileSize(100), time: Duration::from_millis(300) };

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn a_lock_that_another_holds_is_a_problem_and_no_hang() {
    let folder = folder();
    let held = lock(folder.path()).expect("it is free");
    let refused = lock_within(folder.path(), Duration::from_millis(20));
    assert!(matches!(refused, Err(LockProblem::Held(held)) if held == folder.path()));
    drop(held);
    assert!(lock_within(folder.path(), Duration::ZERO).is_ok());
}

#[test]
fn a_scratch_file_and_its_folder_are_gone_when_it_is_dropped() {
    let folder = folder();
    let file = ScratchFile::make(folder.path(), b"content").expect("a file");
    assert_eq!(std::fs::read(file.path()).ok().as_deref(), Some(b"content".as_slice()));
    // Another process that starts now leaves it alone.
    sweep(folder.path());
    assert!(file.path().exists());
    drop(file);
    assert_eq!(std::fs::read_dir(folder.path()).expect("there").count(), 1, "only the lock's file is left");
}

#[test]
fn what_a_kill_left_is_swept_and_nothing_else() {
    let folder = folder();
    let left = folder.path().join("7f1c2b1e0d3f4a559f3e2f6f0a4f9d11");
    for (path, content) in [(left.join(".write-lock"), ""), (left.join("file"), "half a test file")] {
        make_folder(&left).and_then(|()| std::fs::write(path, content)).expect("left by a kill");
    }
    for name in [".saving-x.tmp", "mine.toml", "note.tmp"] {
        std::fs::write(folder.path().join(name), "x").expect("a file");
    }
    std::fs::create_dir(folder.path().join("other")).expect("a folder");
    sweep(folder.path());
    let mut names: Vec<_> = std::fs::read_dir(folder.path()).expect("there").flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, [".write-lock", "mine.toml", "note.tmp", "other"]);
}

#[tokio::test]
async fn what_is_no_file_is_named_and_nothing_waits_for_it() {
    let folder = folder();
    let none = folder.path().join("none");
    assert_eq!(read_given(&none, SMALL).await, Err(ReadProblem::Missing));
    assert_eq!(read_own(&none, SMALL.size), Ok(None));
    assert_eq!(read_given(folder.path(), SMALL).await, Err(ReadProblem::NotRegular(FileKind::Folder)));
    assert_eq!(read_own(folder.path(), SMALL.size), Err(ReadProblem::NotRegular(FileKind::Folder)));
    let large = folder.path().join("large");
    std::fs::write(&large, [b'x'; 101]).expect("a file");
    assert_eq!(read_given(&large, SMALL).await, Err(ReadProblem::TooLarge(SMALL.size)));
    assert_eq!(read_own(&large, SMALL.size), Err(ReadProblem::TooLarge(SMALL.size)));
    std::fs::write(&large, [b'x'; 100]).expect("a file");
    assert_eq!(read_given(&large, SMALL).await.map(|bytes| bytes.len()), Ok(100));
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use rustix::fs::{FileType, Mode, mknodat};
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn pipe(path: &Path) {
        mknodat(rustix::fs::CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
    }

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).expect("there").permissions().mode() & 0o777
    }

    #[tokio::test]
    async fn a_pipe_is_read_as_long_as_its_other_end_is_quick_and_brief() {
        let folder = folder();
        let path = folder.path().join("pipe");
        pipe(&path);
        assert_eq!(read_own(&path, SMALL.size), Err(ReadProblem::NotRegular(FileKind::Pipe)));
        assert_eq!(read_given(&path, SMALL).await, Err(ReadProblem::TookTooLong(SMALL.time)), "nobody writes");
        let patient = Limits { time: Duration::from_secs(20), ..SMALL };
        for (content, read) in [(50, Ok(50)), (100, Ok(100)), (101, Err(ReadProblem::TooLarge(SMALL.size)))] {
            let writer = path.clone();
            let writing = std::thread::spawn(move || std::fs::write(writer, vec![b'x'; content]));
            assert_eq!(read_given(&path, patient).await.map(|bytes| bytes.len()), read);
            let _ = writing.join().expect("it has written");
        }
    }

    #[tokio::test]
    async fn a_device_and_a_socket_do_not_fill_the_memory_or_wait() {
        assert_eq!(read_given(Path::new("/dev/zero"), SMALL).await, Err(ReadProblem::TooLarge(SMALL.size)));
        assert_eq!(read_given(Path::new("/dev/null"), SMALL).await, Ok(Vec::new()));
        assert_eq!(read_own(Path::new("/dev/zero"), SMALL.size), Err(ReadProblem::NotRegular(FileKind::Device)));
        let folder = folder();
        let path = folder.path().join("socket");
        let _listening = std::os::unix::net::UnixListener::bind(&path).expect("a socket");
        assert_eq!(read_given(&path, SMALL).await, Err(ReadProblem::NotRegular(FileKind::Socket)));
    }

    #[test]
    fn what_is_opened_for_writing_is_a_file_and_never_waited_for() {
        let folder = folder();
        let path = folder.path().join("pipe");
        pipe(&path);
        for opening in [Opening::New, Opening::Overwrite, Opening::Append, Opening::Lock] {
            assert!(make_file(&path, opening).is_err(), "{opening:?}");
        }
        assert!(make_file(Path::new("/dev/null"), Opening::Append).is_ok(), "a log may go to a device");
        assert!(make_file(Path::new("/dev/null"), Opening::Overwrite).is_err());
        assert_ne!(mode(Path::new("/dev/null")), 0o600, "which keeps its mode");
    }

    #[test]
    fn wider_rights_of_what_is_ours_are_taken_away() {
        let folder = folder();
        let (inner, log) = (folder.path().join("inner"), folder.path().join("log"));
        std::fs::create_dir(&inner).and_then(|()| std::fs::write(&log, "one\n")).expect("made by others");
        std::fs::set_permissions(&inner, std::fs::Permissions::from_mode(0o777)).expect("wide");
        std::fs::set_permissions(&log, std::fs::Permissions::from_mode(0o666)).expect("wide");
        make_folder(&inner).expect("mended");
        drop(make_file(&log, Opening::Append).expect("opened"));
        assert_eq!((mode(&inner), mode(&log)), (0o700, 0o600));
        assert_eq!(std::fs::read(&log).ok().as_deref(), Some(b"one\n".as_slice()));
    }

    #[test]
    fn a_link_stays_a_link_and_its_file_is_replaced() {
        let folder = folder();
        let (elsewhere, link) = (folder.path().join("elsewhere"), folder.path().join("link"));
        std::fs::create_dir(&elsewhere).expect("a folder");
        symlink("elsewhere/file", &link).expect("a link");
        assert_eq!(read_own(&link, SMALL.size), Err(ReadProblem::LeadsNowhere(elsewhere.join("file"))));
        for content in ["first", "second"] {
            let mut new = Replacement::of(&link).expect("begun");
            new.write(content.as_bytes()).and_then(|()| new.take_place()).expect("written");
            assert!(is_link(&link));
            assert_eq!(read_own(&link, SMALL.size), Ok(Some(content.into())));
        }
        symlink("circle-2", folder.path().join("circle-1"))
            .and_then(|()| symlink("circle-1", folder.path().join("circle-2")))
            .expect("links");
        assert!(matches!(read_own(&folder.path().join("circle-1"), SMALL.size), Err(ReadProblem::Disk { .. })));
        assert!(Replacement::of(&folder.path().join("circle-1")).is_err());
    }
}

#[cfg(unix)]
#[test]
fn what_another_program_reads_is_private_at_first_and_keeps_the_mode_that_it_is_given() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let (path, mode) = (folder.path().join("a.prom"), |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777);
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).expect("its folder is open");
    publish(&path, b"one").expect("written");
    assert_eq!(mode(&path), 0o600);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).expect("opened for the collector");
    publish(&path, b"two").expect("replaced");
    assert_eq!((mode(&path), std::fs::read(&path).ok()), (0o644, Some(b"two".to_vec())));
    assert_eq!(mode(folder.path()), 0o755, "the folder is not ours");
    assert_eq!(std::fs::read_dir(folder.path()).expect("there").count(), 1);
    assert!(publish(&folder.path().join("none/a.prom"), b"one").is_err(), "no folder is made");
}
