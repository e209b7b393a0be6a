//! Writes a minimal self-signed X.509 certificate for `x5c` in Altinn's key set.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use std::io;

const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const NULL: u8 = 0x05;
const OID: u8 = 0x06;
const UTF8: u8 = 0x0c;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
const VERSION: u8 = 0xa0;

const SHA256_WITH_RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
const RSA_ENCRYPTION: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];

/// The DER of a certificate for `pair`, signed by `pair`.
pub(crate) fn self_signed(pair: &KeyPair) -> io::Result<Vec<u8>> {
    let algorithm = sequence(&[value(OID, SHA256_WITH_RSA), value(NULL, &[])]);
    let attribute = sequence(&[value(OID, COMMON_NAME), value(UTF8, b"Altinn sandbox")]);
    let name = sequence(&[value(SET, &attribute)]);
    let validity = sequence(&[value(UTC_TIME, b"250101000000Z"), value(GENERALIZED_TIME, b"20991231235959Z")]);
    let key = sequence(&[sequence(&[value(OID, RSA_ENCRYPTION), value(NULL, &[])]), bits(pair.public_key().as_ref())]);
    let body =
        sequence(&[value(VERSION, &value(INTEGER, &[2])), value(INTEGER, &[1]), algorithm.clone(), name.clone(), validity, name, key]);
    let mut signature = vec![0; pair.public_modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), &body, &mut signature)
        .map_err(|_| io::Error::other("the crypto library signed no certificate"))?;
    Ok(sequence(&[body, algorithm, bits(&signature)]))
}

pub(crate) fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    value(SEQUENCE, &parts.concat())
}

pub(crate) fn bits(content: &[u8]) -> Vec<u8> {
    let mut padded = vec![0];
    padded.extend_from_slice(content);
    value(BIT_STRING, &padded)
}

pub(crate) fn value(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match u16::try_from(content.len()) {
        Ok(length) if length < 0x80 => out.push(length.to_le_bytes()[0]),
        Ok(length) if length < 0x100 => out.extend([0x81, length.to_le_bytes()[0]]),
        // No element here is longer than 64 KiB.
        Ok(length) => out.extend([&[0x82], length.to_be_bytes().as_slice()].concat()),
        Err(_) => out.push(0),
    }
    out.extend_from_slice(content);
    out
}
