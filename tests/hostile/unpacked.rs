//! The files of an archive that `support` has written.

use rawzip::ZipArchive;
use std::path::Path;

/// Their names and what they hold, in the archive's order.
pub fn unpacked(path: &Path) -> Vec<(String, String)> {
    let archive = ZipArchive::from_slice(std::fs::read(path).expect("an archive")).expect("a zip file");
    let mut entries = archive.entries();
    let mut files = Vec::new();
    while let Some(entry) = entries.next_entry().expect("an entry") {
        let name = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        let file = archive.get_entry(entry.wayfinder()).expect("its file");
        files.push((name, String::from_utf8_lossy(file.data()).into_owned()));
    }
    files
}
