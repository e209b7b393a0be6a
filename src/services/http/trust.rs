//! Which certificate authorities are trusted: the system's or those that a variable names in their place, and those of the answer
//! `ca` besides.

use crate::files::{ReadProblem, read_own};
use crate::services::CertificatesFlaw;
use crate::values::FileSize;
use reqwest::{Certificate, ClientBuilder};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use x509_parser::parse_x509_certificate;
use x509_parser::pem::Pem;

/// The largest file of certificates that is read, in bytes. A system's whole store has a quarter of a megabyte.
const LARGEST: FileSize = FileSize(16 * 1024 * 1024);
/// The labels of a certificate in PEM; the second is OpenSSL's own.
const LABELS: &[&str] = &["CERTIFICATE", "TRUSTED CERTIFICATE"];

/// A place whose certificate authorities are trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrustStore {
    System,
    /// What a variable names in place of the system's store (on macOS and Windows, besides it).
    Variable {
        variable: &'static str,
        path: PathBuf,
    },
    /// The file of the answer `ca`.
    Answer(PathBuf),
}

/// A file whose certificates shall be trusted, and cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unusable {
    pub path: PathBuf,
    /// What names the file.
    pub named_by: &'static str,
    pub flaw: CertificatesFlaw,
}

/// The places that count, with the answer's file if there is one.
pub(super) fn stores(ca: Option<PathBuf>, variable: impl Fn(&str) -> Option<OsString>) -> Vec<TrustStore> {
    let set = |name: &'static str| variable(name).filter(|value| !value.is_empty()).map(|value| (name, PathBuf::from(value)));
    let named = ["SSL_CERT_FILE", "SSL_CERT_DIR"].into_iter().filter_map(set);
    let mut stores: Vec<TrustStore> = named.map(|(variable, path)| TrustStore::Variable { variable, path }).collect();
    if stores.is_empty() || cfg!(any(target_os = "macos", windows)) {
        stores.insert(0, TrustStore::System);
    }
    stores.extend(ca.map(TrustStore::Answer));
    stores
}

/// Lets a client trust these places. Reads their files.
///
/// # Errors
/// The first file that cannot be used.
pub(super) fn trusting(builder: ClientBuilder, stores: &[TrustStore]) -> Result<ClientBuilder, Unusable> {
    let mut more = Vec::new();
    for store in stores {
        match store {
            // The client reads them itself.
            TrustStore::System | TrustStore::Variable { variable: "SSL_CERT_DIR", .. } => {}
            TrustStore::Variable { variable, path } => {
                let read = read(path).map_err(|flaw| Unusable { path: path.clone(), named_by: variable, flaw })?;
                // Elsewhere the client reads the variable itself, in place of the system's store.
                if cfg!(any(target_os = "macos", windows)) {
                    more.extend(read);
                }
            }
            TrustStore::Answer(path) => {
                more.extend(read(path).map_err(|flaw| Unusable { path: path.clone(), named_by: "ca", flaw })?);
            }
        }
    }
    Ok(if more.is_empty() { builder } else { builder.tls_certs_merge(more) })
}

/// The certificates of a file, in PEM or DER.
fn read(path: &Path) -> Result<Vec<Certificate>, CertificatesFlaw> {
    let bytes = bytes_of(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => CertificatesFlaw::Missing,
        kind => CertificatesFlaw::Unreadable(kind),
    })?;
    let is_certificate = |der: &[u8]| parse_x509_certificate(der).is_ok();
    let found: Vec<Vec<u8>> = if is_certificate(&bytes) {
        vec![bytes]
    } else {
        let blocks = Pem::iter_from_buffer(&bytes).filter_map(Result::ok).filter(|block| LABELS.contains(&block.label.as_str()));
        blocks.map(|block| block.contents).filter(|der| is_certificate(der)).collect()
    };
    let certificates: Vec<Certificate> = found.iter().filter_map(|der| Certificate::from_der(der).ok()).collect();
    if certificates.is_empty() { Err(CertificatesFlaw::None) } else { Ok(certificates) }
}

fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    read_own(path, LARGEST).map_err(ReadProblem::into_error)?.ok_or_else(|| io::ErrorKind::NotFound.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certificates() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/keys")
    }

    #[test]
    fn a_variable_stands_in_place_of_the_systems_store_and_the_answer_besides() {
        let of = |name: &str| (name == "SSL_CERT_FILE").then(|| OsString::from("/a.pem"));
        let answer = || Some(PathBuf::from("/b.pem"));
        assert_eq!(stores(answer(), |_| None), [TrustStore::System, TrustStore::Answer("/b.pem".into())]);
        let named = TrustStore::Variable { variable: "SSL_CERT_FILE", path: "/a.pem".into() };
        assert!(stores(answer(), of).ends_with(&[named, TrustStore::Answer("/b.pem".into())]));
        assert_eq!(stores(None, of).contains(&TrustStore::System), cfg!(any(target_os = "macos", windows)));
    }

    #[test]
    fn pem_and_der_are_read_and_a_file_without_a_certificate_is_said() {
        for (name, count) in [("certificate.pem", 1), ("certificate.der", 1), ("certificate-first.pem", 3)] {
            assert_eq!(read(&certificates().join(name)).map(|found| found.len()), Ok(count), "{name}");
        }
        for name in ["pkcs8.pem", "text.txt", "picture.png", "public.pem"] {
            assert_eq!(read(&certificates().join(name)).map(|found| found.len()), Err(CertificatesFlaw::None), "{name}");
        }
        assert_eq!(read(Path::new("/nonexistent/ca.pem")).map(|found| found.len()), Err(CertificatesFlaw::Missing));
        assert!(matches!(read(&certificates()), Err(CertificatesFlaw::Unreadable(_))), "a folder");
    }
}
