//! Nobody but the user reads what the sandbox writes, whatever the umask.

use crate::program::*;
use crate::streaming::Scene;
use rustix::process::Signal;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

const MIB: u64 = 1 << 20;

/// Every file and folder below a folder.
fn all(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all(&path));
        }
        found.push(path);
    }
    found
}

fn open_to_others(folder: &Path) -> Vec<String> {
    let mode = |path: &Path| fs::symlink_metadata(path).unwrap().permissions().mode() & 0o777;
    let wanted = |path: &Path| if path.is_dir() { 0o700 } else { 0o600 };
    let open = all(folder).into_iter().filter(|path| mode(path) != wanted(path));
    open.map(|path| format!("{} {:o}", path.display(), mode(&path))).collect()
}

/// Small, large and resumable uploads, a form, and one that is under way.
async fn used(scene: &Scene) {
    for length in [1000, MIB, 12 * MIB] {
        let id = scene.initialized().await;
        assert_eq!(scene.upload(&id, length).await.status(), 200);
        scene.until_summed(&id).await;
    }
    let id = scene.initialized().await;
    scene.resumable(&id, MIB).await;
    scene.until_summed(&id).await;
    let id = scene.initialized().await;
    assert_eq!(scene.tus("POST", &id).header("Upload-Length", MIB).send().await.unwrap().status(), 201);
    assert_eq!(scene.patch(&id, 0, 1000).await.status(), 204);
}

#[tokio::test]
async fn every_file_of_a_whole_run_is_the_users_alone_under_umask_000() {
    let (home, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (world, certificate) = (place.path().join("a/b/world.json"), place.path().join("c/d/ca.pem"));
    let arguments = ["--world", world.to_str().unwrap(), "--proxy", "127.0.0.1:0", "--ca-out", certificate.to_str().unwrap()];
    for signal in [Signal::KILL, Signal::TERM] {
        let scene = Scene::of(Program::without_umask(home.path(), &arguments)).await;
        used(&scene).await;
        assert_eq!(open_to_others(scene.program.kit().parent().unwrap()), [""; 0]);
        assert_eq!(open_to_others(place.path()), [""; 0]);
        assert_eq!(open_to_others(home.path()), [""; 0]);
        let names = all(place.path()).iter().map(|path| path.strip_prefix(place.path()).unwrap().display().to_string()).collect::<Vec<_>>();
        for name in
            ["a/b/world.json", "a/b/world.json.journal", "a/b/world.json.guard", "a/b/world.json.lock", "a/b/world.bodies", "c/d/ca.pem"]
        {
            assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
        }
        assert!(names.iter().any(|name| name.starts_with("a/b/world.large/")), "{names:?}");
        scene.program.end(signal);
    }
    let scene = Scene::of(Program::without_umask(home.path(), &[])).await;
    used(&scene).await;
    assert!(bodies(home.path()) > 0, "what is large lies in the user's cache");
    assert_eq!(open_to_others(home.path()), [""; 0]);
}

/// What an earlier version left open.
#[tokio::test]
async fn what_was_left_open_to_others_is_closed_at_the_next_start() {
    let (home, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let world = place.path().join("own/world.json");
    let arguments = ["--world", world.to_str().unwrap()];
    let scene = Scene::of(Program::started(home.path(), &arguments)).await;
    let id = scene.initialized().await;
    assert_eq!(scene.upload(&id, 1000).await.status(), 200);
    scene.program.end(Signal::KILL);
    for path in all(place.path()) {
        let mode = if path.is_dir() { 0o777 } else { 0o666 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    let program = Program::started(home.path(), &arguments);
    let left = open_to_others(place.path());
    // The folder that the world is in may be the user's own, with other things in it.
    let users = format!("{} 777", place.path().join("own").display());
    assert!(left.iter().all(|path| *path == users || path.contains("world.bodies/")), "{left:?}");
    program.end(Signal::TERM);
}

/// One function of this crate makes files and one makes folders.
#[test]
fn files_and_folders_are_made_in_one_place_each() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let makes =
        ["File::create", "File::options", "OpenOptions::new", "fs::write(", "create_dir", "NamedTempFile", "tempdir(", "DirBuilder::new"];
    for path in all(&source).into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap().split("#[cfg(all(test").next().unwrap();
        let name = path.strip_prefix(&source).unwrap().to_str().unwrap();
        if !["storage/file.rs", "storage/folder.rs"].contains(&name) && !name.ends_with("tests.rs") {
            assert!(!makes.iter().any(|made| code.contains(made)), "{name} makes a file or a folder by itself");
        }
    }
}
