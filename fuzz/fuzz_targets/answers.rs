//! Any text as an answers file: what is taken can be written and read again, what is refused is refused in words.

#![no_main]
#![allow(dead_code)]

#[path = "../../tests/fuzz/answers.rs"]
mod answers;
#[path = "../../crates/altinn-sandbox/tests/fuzz/plan/dice.rs"]
mod dice;
#[path = "../../tests/fuzz/mutation.rs"]
mod mutation;

use libfuzzer_sys::fuzz_target;
use std::cell::LazyCell;

thread_local! {
    static READER: LazyCell<answers::Reader> = LazyCell::new(answers::Reader::new);
}

fuzz_target!(|bytes: &[u8]| READER.with(|reader| reader.read(bytes)));
