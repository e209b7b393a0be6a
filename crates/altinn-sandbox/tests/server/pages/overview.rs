//! The overview page: its faults and its rows.

use super::*;

#[tokio::test]
async fn faults_are_set_and_cleared_on_the_overview() {
    let sandbox = open().await;
    let page = submit(&sandbox, "sandbox/misbehave", &[("fault", "BRO-00006"), ("times", "2")]).await;
    assert!(page.html.contains("2 times more") && page.html.contains("Clear BRO-00006"), "{}", page.html);
    let wrong = submit(&sandbox, "sandbox/misbehave", &[("fault", "BRO-0006")]).await;
    assert!(wrong.html.contains("Near it:") && wrong.html.contains("role=\"alert\""), "{}", wrong.html);
    let cleared = submit(&sandbox, "sandbox/misbehave", &[("clear", "all")]).await;
    assert!(cleared.html.contains("every service behaves"), "{}", cleared.html);
}

#[tokio::test]
async fn each_row_shows_what_is_its_own() {
    let sandbox = open().await;
    submit(&sandbox, "sandbox/misbehave", &[("fault", "BRO-00006"), ("times", "2")]).await;
    let page = submit(&sandbox, "sandbox/misbehave", &[("fault", "slow=5")]).await;
    assert_eq!(page.html.matches("times more").count(), 1, "{}", page.html);
}
