//! The deeds about subscriptions.

use super::stage::{Deed, Stage};

const SUBSCRIPTIONS: &str = "/events/api/v1/subscriptions";

#[test]
fn a_webhook_is_subscribed_once_and_taken_away_once() {
    let stage = Stage::set("sender.toml", |_| {});
    let subscribe = Deed::new("subscribe", &[], &["POST /events/api/v1/subscriptions"]);
    let unsubscribe = Deed::new("unsubscribe", &[], &["DELETE /events/api/v1/subscriptions/"]).does_more_each_time();
    for (kill, other) in subscribe.kills(20_261_133).into_iter().zip(unsubscribe.kills(20_261_134)) {
        let (entry, mut done) = stage.done_twice(&subscribe, kill);
        // The same request again makes nothing new: the webhook is validated anew (facts platform F.1).
        done.dedup();
        assert_eq!(done, [format!("POST {SUBSCRIPTIONS}")], "{kill:?}");
        assert!(entry.made.parse::<i64>().is_ok(), "{kill:?}: {entry:?}");
        let gone = stage.done_once(&unsubscribe, other);
        assert_eq!(gone.made, entry.made, "{other:?}");
        assert!(stage.entries("subscribe").iter().all(|entry| entry.state == "undone"), "{other:?}");
    }
}
