//! Random numbers from a seed or from a fuzzer's bytes.

/// A source of random numbers.
pub struct Dice<'a> {
    given: &'a [u8],
    state: u64,
}

impl<'a> Dice<'a> {
    pub fn seeded(seed: u64) -> Self {
        Self { given: &[], state: seed }
    }

    #[allow(dead_code, reason = "for the fuzzer")]
    /// Uses the bytes first. The numbers after them are seeded with the count of the bytes.
    pub fn of_bytes(given: &'a [u8]) -> Self {
        Self { given, state: given.len() as u64 }
    }

    fn next(&mut self) -> u64 {
        if let Some((head, rest)) = self.given.split_at_checked(2) {
            self.given = rest;
            return u64::from(head[0]) << 8 | u64::from(head[1]);
        }
        // SplitMix64.
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or_default()
    }

    pub fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    pub fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    pub fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.below(most + 1);
        (0..length).map(|_| self.below(256).to_le_bytes()[0]).collect()
    }
}
