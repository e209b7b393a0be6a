//! Any bytes as a private key, and as a certificate with its key: read or named, without a panic and in bounded time.

#![no_main]

use broker_setup::keys;
use libfuzzer_sys::fuzz_target;
use secrecy::SecretString;

fuzz_target!(|bytes: &[u8]| {
    let password = SecretString::from("sesame");
    let _ = keys::read(bytes, Some("throw-away"), Some(&password));
    let _ = keys::read_certificate(bytes, None, Some(&password));
    let _ = keys::issuer(bytes);
});
