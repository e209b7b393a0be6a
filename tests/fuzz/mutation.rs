//! Changes that accidents make, and attackers.

use crate::dice::Dice;

const PIECES: &[&[u8]] = &[
    b"",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\"",
    b"\\",
    b"\\n",
    b"{",
    b"[[[[[[[[[[[[[[[[",
    b"null",
    b"-1",
    b"1e999",
    b"99999999999999999999999999",
    b"9999-12-31T23:59:59Z",
    b"\xe2\x80\xae",
    b"\r\n::error::",
    b"\x1b[2J",
    b"-----BEGIN PRIVATE KEY-----",
    b"-----END ",
    b"0\x80\x02\x01\x03",
    b"0\x84\xff\xff\xff\xff",
];

/// The bytes with up to four changes. `others` lend them parts.
pub fn of(bytes: &[u8], others: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let (one, other) = (dice.below(changed.len() + 1), dice.below(changed.len() + 1));
        let (from, to) = (one.min(other), one.max(other));
        match dice.below(6) {
            0 => changed.truncate(to),
            1 => drop(changed.drain(from..to.min(from + 40))),
            2 => changed.iter_mut().skip(from).take(1 + dice.below(4)).for_each(|byte| *byte ^= 1 << dice.below(8)),
            3 => insert(&mut changed, from, dice.one(PIECES)),
            4 => {
                let part = changed[from..to.min(from + 400)].to_vec();
                insert(&mut changed, to, &part);
            }
            _ if others.is_empty() => insert(&mut changed, from, &dice.bytes(40)),
            _ => {
                let lender = dice.one(others);
                let start = dice.below(lender.len() + 1);
                insert(&mut changed, from, &lender[start..(start + dice.below(2000)).min(lender.len())]);
            }
        }
    }
    changed
}

fn insert(bytes: &mut Vec<u8>, at: usize, part: &[u8]) {
    drop(bytes.splice(at..at, part.iter().copied()));
}
