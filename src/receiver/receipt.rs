//! What an event waits for before it is answered: that whoever reads the arrivals says it is kept.

use tokio::sync::oneshot;

/// The reader of the arrivals owes it to each event. Dropped, the event is answered with 503.
#[derive(Debug)]
pub struct Receipt(oneshot::Sender<bool>);

impl Receipt {
    pub(super) fn new() -> (Self, oneshot::Receiver<bool>) {
        let (receipt, given) = oneshot::channel();
        (Self(receipt), given)
    }

    /// The event is kept: it is answered with 200, and Altinn sends it no more.
    pub fn kept(self) {
        self.give(true);
    }

    /// The event could not be kept: it is answered with 500, and Altinn sends it again.
    pub fn not_kept(self) {
        self.give(false);
    }

    fn give(self, kept: bool) {
        // Nobody waits for it any more if the caller went away.
        let _ = self.0.send(kept);
    }
}
