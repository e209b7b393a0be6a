//! Writes the proxy's certificate for the user, and prints the shell lines that make a client use the proxy and trust the
//! certificate.

use super::{Stop, failed, say, say_as_is};
use crate::proxy::authority::CertificateAuthority;
use crate::proxy::face::ProxyFace;
use crate::storage::file;
use std::io;
use std::path::{Path, PathBuf};

/// Whether the file already held this certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    First,
    Again,
}

/// The certificate file that was written.
#[derive(Debug)]
pub(super) struct CertificateFile {
    file: PathBuf,
    start: Start,
}

/// Lines to paste into a shell, for each kind of client.
const CLIENTS: &str = include_str!("../../assets/clients.txt");
/// An address that needs no token, for a first try.
const METADATA: &str = "https://test.maskinporten.no/.well-known/oauth-authorization-server";

/// Whether the certificate may be written to a file: it is not there yet, it is empty, or it holds the certificate of a sandbox.
pub(super) fn may_be_written(path: &Path) -> io::Result<bool> {
    match file::read(&file::followed(path)?) {
        Ok(bytes) => Ok(bytes.is_empty() || CertificateAuthority::made(&bytes)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(cause) => Err(cause),
    }
}

/// Writes the certificate to the file that the user named, atomically.
pub(super) fn hand_out(path: &Path, face: &ProxyFace) -> Result<CertificateFile, Stop> {
    let written = || -> io::Result<CertificateFile> {
        let file = file::followed(path)?;
        let start = match file::read(&file) {
            Ok(known) if known == face.certificate.as_bytes() => Start::Again,
            Ok(_) | Err(_) => Start::First,
        };
        file::write(&file, face.certificate.as_bytes())?;
        file::sweep(&file, file::LEFT);
        Ok(CertificateFile { file: std::path::absolute(path)?, start })
    };
    written().map_err(|error| failed(&format!("{}: {error}", path.display())))
}

/// Prints the proxy's address. The first time it also prints how to configure clients.
pub(super) fn announce(certificate: &CertificateFile, face: &ProxyFace) {
    let address = format!("http://{}", face.address);
    say(&format!("The proxy listens at {address}. It answers for {}, and refuses every other name.", ProxyFace::hosts().join(", ")));
    let domains = ProxyFace::domains().join(", ");
    say(&format!("The certificate to trust is in {}. Its authority can vouch for {domains} alone.", certificate.file.display()));
    if certificate.start == Start::Again {
        return;
    }
    say("Paste one of these blocks into a shell of its own, then start the client there:");
    let (store, preload) = (certificate.file.with_extension("p12"), certificate.file.with_extension("cjs"));
    let values = [
        ("{address}", address),
        ("{host}", face.address.ip().to_string()),
        ("{port}", face.address.port().to_string()),
        ("{file}", quoted(&certificate.file)),
        ("{folder}", quoted(certificate.file.parent().unwrap_or(&certificate.file))),
        ("{preload}", quoted(&preload)),
        ("{preload_inside}", quoted_inside(&preload)),
        ("{store}", quoted(&store)),
        ("{store_inside}", quoted_inside(&store)),
        ("{metadata}", METADATA.to_owned()),
    ];
    // Not wrapped, because a wrapped line cannot be pasted into a shell.
    say_as_is(&values.iter().fold(CLIENTS.to_owned(), |lines, (name, value)| lines.replace(name, value)));
}

/// A path quoted for a shell.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    if is_plain(&text) { text } else { format!("'{}'", escaped(&text)) }
}

/// A path quoted for a program that parses an option's value, where the shell has the whole value in single quotes.
fn quoted_inside(path: &Path) -> String {
    let text = path.display().to_string();
    if is_plain(&text) { text } else { format!("\"{}\"", escaped(&text)) }
}

fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "/._-+:@".contains(c))
}

fn escaped(text: &str) -> String {
    text.replace('\'', r"'\''")
}
