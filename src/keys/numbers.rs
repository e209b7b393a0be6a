//! The numbers of an RSA key: from a JWK to PKCS#1, with what a JWK may leave out.

use super::make::pem;
use super::structure::RSA_ENCRYPTION;
use num_bigint::BigUint;
use pkcs1::{RsaPrivateKeyRef, RsaPublicKeyRef};
use pkcs8::der::asn1::{AnyRef, BitStringRef, UintRef};
use pkcs8::der::{Decode, Encode};
use pkcs8::spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};

/// A larger key is not worked out: the time it takes grows with the cube.
const LARGEST_BYTES: usize = 1024;
/// Each base finds the primes of a sound key with a chance of one half at least.
const BASES: [u32; 24] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89];

/// An RSA key's numbers, most significant byte first. No `Debug`: they are the key.
#[derive(Clone)]
pub(super) struct Numbers {
    /// The modulus.
    pub(super) n: Vec<u8>,
    /// The public exponent.
    pub(super) e: Vec<u8>,
    /// The private exponent.
    pub(super) d: Vec<u8>,
    /// The two primes. A JWK may leave them out (RFC 7518, 6.3.2).
    pub(super) primes: Option<[Vec<u8>; 2]>,
}

impl Numbers {
    /// The key as PKCS#1; none where the numbers do not belong together. Not in constant time: it runs on the user's own
    /// machine, on a key of theirs, before anything is sent.
    pub(super) fn pkcs1(&self) -> Option<Vec<u8>> {
        let fits = |number: &[u8]| number.len() <= LARGEST_BYTES;
        if ![&self.n, &self.e, &self.d].into_iter().all(|number| fits(number)) {
            return None;
        }
        let one = BigUint::from(1u8);
        let [n, e, d] = [&self.n, &self.e, &self.d].map(|number| BigUint::from_bytes_be(number));
        let (p, q) = match &self.primes {
            Some(primes) if primes.iter().all(|prime| fits(prime)) => {
                let [p, q] = primes.each_ref().map(|prime| BigUint::from_bytes_be(prime));
                (p, q)
            }
            Some(_) => return None,
            None => primes(&n, &e, &d)?,
        };
        if &p * &q != n || p <= one || q <= one {
            return None;
        }
        let exponents = [&d % (&p - &one), &d % (&q - &one)];
        let coefficient = q.modinv(&p)?;
        let [dp, dq] = exponents;
        der(&[n, e, d, p, q, dp, dq, coefficient])
    }
}

fn der(numbers: &[BigUint; 8]) -> Option<Vec<u8>> {
    let bytes = numbers.each_ref().map(BigUint::to_bytes_be);
    let uint = |at: usize| bytes.get(at).and_then(|number| UintRef::new(number).ok());
    let key = RsaPrivateKeyRef {
        modulus: uint(0)?,
        public_exponent: uint(1)?,
        private_exponent: uint(2)?,
        prime1: uint(3)?,
        prime2: uint(4)?,
        exponent1: uint(5)?,
        exponent2: uint(6)?,
        coefficient: uint(7)?,
        other_prime_infos: None,
    };
    key.to_der().ok()
}

/// The primes of `n`, from both exponents (NIST SP 800-56B revision 2, appendix C.1): a root of one that is neither 1 nor -1
/// shares a prime with `n`.
fn primes(n: &BigUint, e: &BigUint, d: &BigUint) -> Option<(BigUint, BigUint)> {
    let one = BigUint::from(1u8);
    // An even n, or one of nothing, has no such roots; and a d past n is not reduced.
    if !n.bit(0) || *n <= one || d >= n || *d <= one || e >= n || *e <= one {
        return None;
    }
    let product = e * d - &one;
    let twos = product.trailing_zeros().filter(|twos| *twos > 0)?;
    let odd = &product >> twos;
    let minus_one = n - &one;
    for base in BASES {
        let mut root = BigUint::from(base).modpow(&odd, n);
        if root == one || root == minus_one {
            continue;
        }
        for _ in 0..twos {
            let square = &root * &root % n;
            if square == one {
                let p = greatest_common_divisor(root - &one, n.clone());
                let q = n / &p;
                return Some((p, q));
            }
            if square == minus_one {
                break;
            }
            root = square;
        }
        // For a key every base ends in one or minus one: these numbers do not belong together.
        if &root * &root % n != minus_one {
            return None;
        }
    }
    None
}

fn greatest_common_divisor(mut a: BigUint, mut b: BigUint) -> BigUint {
    let zero = BigUint::from(0u8);
    while b != zero {
        (a, b) = (b.clone(), a % b);
    }
    a
}

/// The public half of a PKCS#1 private key: modulus and exponent, without leading zeros.
pub(super) fn public_half(pkcs1: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let key = RsaPrivateKeyRef::from_der(pkcs1).ok()?;
    Some((key.modulus.as_bytes().to_vec(), key.public_exponent.as_bytes().to_vec()))
}

/// The public half as PEM (RFC 7468, 13), which holds a SubjectPublicKeyInfo (RFC 5280, 4.1).
pub(super) fn public_pem(modulus: &[u8], exponent: &[u8]) -> Option<String> {
    let public = RsaPublicKeyRef { modulus: UintRef::new(modulus).ok()?, public_exponent: UintRef::new(exponent).ok()? };
    let public = public.to_der().ok()?;
    let algorithm = AlgorithmIdentifierRef { oid: RSA_ENCRYPTION, parameters: Some(AnyRef::NULL) };
    let info = SubjectPublicKeyInfoRef { algorithm, subject_public_key: BitStringRef::from_bytes(&public).ok()? };
    Some(pem("PUBLIC KEY", &info.to_der().ok()?))
}

/// The size of a number in bits.
pub(super) fn bits(number: &[u8]) -> usize {
    usize::try_from(BigUint::from_bytes_be(number).bits()).unwrap_or(usize::MAX)
}
