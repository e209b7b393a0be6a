//! The pages where system users are approved and deleted.

use super::*;
use altinn_sandbox::systems::RequestStatus;
use altinn_sandbox::values::OrgNumber;

#[tokio::test]
async fn the_confirm_page_says_who_asks_whom_for_what_and_takes_one_answer() {
    let sandbox = open().await;
    let id = sandbox.world().await.systems.pending().next().unwrap().id;
    let path = format!("sandbox/approve?id={id}&DONTCHOOSEREPORTEE=true");
    let page = look(&sandbox, &path).await;
    let number = known::SENDER.number.parse::<OrgNumber>().unwrap().to_string();
    for said in [known::SENDER.name, number.as_str(), known::SENDER_SYSTEM, known::RESOURCE, known::HALF_DONE, ">Approve<", ">Reject<"] {
        assert!(page.html.contains(said), "{said}");
    }
    let answered = submit(&sandbox, &path, &[("answer", "yes")]).await;
    assert!(answered.html.contains("approved") && !answered.html.contains(">Approve<"), "{}", answered.html);
    assert_eq!(sandbox.world().await.systems.request(id).unwrap().status, RequestStatus::Accepted);
    let again = submit(&sandbox, &path, &[("answer", "no")]).await;
    assert!(again.html.contains("AUTH-00013") && again.html.contains("role=\"alert\""), "{}", again.html);
    for strange in [uuid::Uuid::new_v4().to_string(), "cut-sho".to_owned(), String::new()] {
        let absent = look(&sandbox, &format!("sandbox/approve?id={strange}")).await;
        assert_eq!(absent.status, StatusCode::NOT_FOUND, "{}", absent.html);
        assert_accessible("absent", &absent.html);
    }
}

/// A request of the half-done setup that waits for the customer.
async fn waiting(sandbox: &Sandbox) -> uuid::Uuid {
    sandbox.world().await.systems.pending().next().unwrap().id
}

/// Facts platform D.3.
#[tokio::test]
async fn an_approver_who_lacks_something_is_told_so_and_the_request_waits_on() {
    let sandbox = open().await;
    let page = format!("sandbox/approve?id={}", waiting(&sandbox).await);
    for (lacks, code) in [
        ("access-manager", "AUTH-00066"),
        ("role", "AUTH-00016"),
        ("package", "AUTH-00068"),
        ("right", "AUTH-00018"),
        ("service-rights", "AUTH-00019"),
        ("level", "AUTH-00020"),
        ("reason", "AUTH-00014"),
    ] {
        let shown = submit(&sandbox, &page, &[("lacks", lacks), ("answer", "yes")]).await;
        assert!(shown.html.contains(code) && shown.html.contains("waiting for an answer"), "{lacks}: {}", shown.html);
        assert_accessible(&page, &shown.html);
    }
    let passed_on = submit(&sandbox, &page, &[("lacks", "role"), ("answer", "escalate")]).await;
    assert!(passed_on.html.contains("passed on to somebody who may"));
    assert!(submit(&sandbox, &page, &[("answer", "yes")]).await.html.contains("<dd>approved</dd>"));
    let late = submit(&sandbox, &page, &[("lacks", "role"), ("answer", "yes")]).await;
    assert!(late.html.contains("AUTH-00013"), "{}", late.html);
}

/// Facts platform D.2.
#[tokio::test]
async fn a_request_grows_old_by_hand() {
    for (answer, status, shown) in [
        ("time-out", RequestStatus::New, "timed out"),
        ("denied", RequestStatus::Denied, "rejected"),
        ("timed-out", RequestStatus::Timedout, "timed out"),
    ] {
        let sandbox = open().await;
        let id = waiting(&sandbox).await;
        let page = submit(&sandbox, &format!("sandbox/approve?id={id}"), &[("answer", answer)]).await;
        assert!(page.html.contains(&format!("<dd>{shown}</dd>")), "{}", page.html);
        let world = sandbox.world().await;
        let request = world.systems.request(id).unwrap();
        assert_eq!((request.status, request.timed_out()), (status, answer == "time-out"));
    }
}

/// Facts platform D.2.
#[tokio::test]
async fn the_customer_deletes_a_system_user_and_delegates_to_an_organisation() {
    let sandbox = open().await;
    let (sender, vendor) = (known::SENDER.number, known::VENDOR.number);
    let user = sandbox.world().await.systems.requests().find(|request| request.system_id == known::SENDER_SYSTEM).unwrap().id;
    let form = [("org", sender), ("user", &user.to_string())];
    let page = submit(&sandbox, "sandbox/access/users", &form).await;
    assert!(page.html.contains("Done.") && !page.html.contains(&user.to_string()));
    let world = sandbox.world().await;
    assert!(world.systems.user(user).is_none() && world.systems.request(user).is_none());
    assert!(submit(&sandbox, "sandbox/access/users", &form).await.html.contains("Nothing was done."));

    let given = [("org", sender), ("to", vendor), ("resource", "prov-kun-roller"), ("answer", "yes")];
    let page = submit(&sandbox, "sandbox/access/given", &given).await;
    assert!(page.html.contains("Take prov-kun-roller back from"), "{}", page.html);
    assert_accessible("sandbox/access", &page.html);
    assert_eq!(sandbox.world().await.systems.delegated(sender, vendor)[0].actions, ["read", "write", "subscribe"]);
    let refused = submit(&sandbox, "sandbox/access/given", &[("org", sender), ("to", vendor), ("resource", "prov-ikke-delegerbar")]).await;
    assert!(refused.html.contains("AUTH-00070"), "{}", refused.html);
    let taken = [("org", sender), ("to", vendor), ("resource", "prov-kun-roller"), ("answer", "no")];
    assert!(submit(&sandbox, "sandbox/access/given", &taken).await.html.contains("Nothing is delegated."));
}

/// Facts platform D.2.
#[tokio::test]
async fn the_approvers_page_says_what_is_asked_and_takes_an_answer() {
    let sandbox = open().await;
    let waiting = |world: &altinn_sandbox::World, party: &str| {
        let found = world.systems.pending().find(|request| request.party == party && request.external_ref == known::HALF_DONE);
        found.map(|request| request.id)
    };
    let world = sandbox.world().await;
    for (party, said, shown) in [(known::SENDER.number, "yes", "approved"), (known::RECIPIENT.number, "no", "rejected")] {
        let id = waiting(&world, party).expect("a waiting request");
        let url = sandbox.origin.join(&format!("sandbox/approve?id={id}")).unwrap();
        let page = Answer::of(client().get(url.clone())).await;
        assert!(page.header("content-type").starts_with("text/html") && page.body.contains(party) && page.body.contains("Approve"));
        let form = |answer: &str| client().post(url.clone()).body(format!("answer={answer}"));
        assert!(Answer::of(form(said)).await.body.contains(shown));
        assert!(Answer::of(form(said)).await.body.contains("AUTH-00013"), "answered once");
        assert_eq!(waiting(&sandbox.world().await, party), None);
    }
    let granted = Assertion::of(&sandbox, "sender", "altinn:broker.write").await;
    granted.acting_for(known::SENDER.number, Some(known::HALF_DONE)).token(&sandbox).await;
    sandbox.stop().await;
}
