//! What can be wrong with the certificates, on purpose.

use std::sync::{Mutex, PoisonError};

/// A fault of TLS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsFault {
    /// The certificate has expired.
    Expired,
    /// The certificate is another host's.
    OtherHost,
}

impl TlsFault {
    /// The fault of a name in the table of all faults.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "tls-expired" => Some(Self::Expired),
            "tls-wrong-name" => Some(Self::OtherHost),
            _ => None,
        }
    }
}

/// The fault of now, and for how many connections more; for all of them when no number is there.
#[derive(Debug, Default)]
pub struct TlsFaults {
    now: Mutex<Option<(TlsFault, Option<u32>)>>,
}

impl TlsFaults {
    /// From now on, for this many connections or until told otherwise.
    pub fn set(&self, fault: TlsFault, times: Option<u32>) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = Some((fault, times)).filter(|(_, times)| *times != Some(0));
    }

    /// All is well again.
    pub fn clear(&self) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The fault that the next connection meets.
    pub(super) fn next(&self) -> Option<TlsFault> {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let (fault, times) = (*now)?;
        *now = match times {
            None => Some((fault, None)),
            Some(times) => times.checked_sub(1).filter(|left| *left > 0).map(|left| (fault, Some(left))),
        };
        Some(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_ends_after_its_times() {
        let faults = TlsFaults::default();
        assert_eq!(faults.next(), None);
        faults.set(TlsFault::Expired, Some(2));
        assert_eq!([faults.next(), faults.next(), faults.next()], [Some(TlsFault::Expired), Some(TlsFault::Expired), None]);
        faults.set(TlsFault::OtherHost, None);
        assert_eq!([faults.next(), faults.next()], [Some(TlsFault::OtherHost); 2]);
        faults.clear();
        assert_eq!(faults.next(), None);
    }
}
