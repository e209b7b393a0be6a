//! The pages of the service owner and the counterpart, and how soon and how people answer.

use super::*;
use altinn_sandbox::World;
use altinn_sandbox::broker::Status;
use altinn_sandbox::people::{Actor, Behaviour, YesNo};
use altinn_sandbox::systems::RequestStatus;

/// Facts platform E.2.
#[tokio::test]
async fn the_owner_adds_and_removes_members_and_answers_letters() {
    let sandbox = open().await;
    let (owner, list) = (known::SERVICE_OWNER.number, "partnere");
    let member = |world: &World, number: &str| world.registry.is_member("prov-tilgangsliste", number, None);
    let add = |answer: &'static str| vec![("org", owner), ("list", list), ("member", known::RECIPIENT.number), ("answer", answer)];
    submit(&sandbox, "sandbox/owner/members", &add("yes")).await;
    assert!(member(&sandbox.world().await, known::RECIPIENT.number));
    let removed = submit(&sandbox, "sandbox/owner/members", &add("no")).await;
    assert!(!member(&sandbox.world().await, known::RECIPIENT.number), "{}", removed.html);

    submit(&sandbox, "sandbox/owner/ask", &[("org", owner), ("list", list), ("member", known::VENDOR.number)]).await;
    let letter = sandbox.world().await.desk.waiting(Actor::ServiceOwner).next().unwrap().id.to_string();
    let page = submit(&sandbox, "sandbox/owner/letters", &[("letter", &letter), ("answer", "yes")]).await;
    assert!(member(&sandbox.world().await, known::VENDOR.number) && page.html.contains("None waits."), "{}", page.html);
    let wrong = submit(
        &sandbox,
        "sandbox/owner/members",
        &[("org", owner), ("list", "no-such"), ("member", known::VENDOR.number), ("answer", "yes")],
    )
    .await;
    assert!(wrong.html.contains("Nothing was done"), "{}", wrong.html);
}

#[tokio::test]
async fn the_counterpart_sends_fetches_and_confirms_by_brokers_own_rules() {
    let sandbox = open().await;
    let send = |resource: &'static str| {
        [
            ("org", known::SENDER.number),
            ("resource", resource),
            ("recipient", known::RECIPIENT.number),
            ("file", "hei.txt"),
            ("text", "Hei på deg"),
            ("marked", "yes"),
        ]
    };
    // The recipient is not on the resource's access list.
    let refused = submit(&sandbox, "sandbox/counterpart/send", &send("prov-tilgangsliste")).await;
    assert!(refused.html.contains("BRO-00028"), "{}", refused.html);
    let sent = submit(&sandbox, "sandbox/counterpart/send", &send(known::RESOURCE)).await;
    assert!(sent.html.contains("11 bytes"), "{}", sent.html);
    let id = sandbox.world().await.broker.newest_first().next().unwrap().id;
    until(&sandbox, "it is published", |world| world.broker.transfer(id).unwrap().status() == Status::Published).await;
    let transfer = id.to_string();
    let recipient = [("org", known::RECIPIENT.number), ("transfer", transfer.as_str())];
    let early = submit(&sandbox, "sandbox/counterpart/confirm", &recipient).await;
    assert!(early.html.contains("BRO-00019"), "{}", early.html);
    let fetched = submit(&sandbox, "sandbox/counterpart/fetch", &recipient).await;
    assert!(fetched.html.contains("Fetched hei.txt: 11 bytes") && fetched.html.contains("what the sender announced"), "{}", fetched.html);
    let confirmed = submit(&sandbox, "sandbox/counterpart/confirm", &recipient).await;
    assert!(confirmed.html.contains("Confirmed."), "{}", confirmed.html);
    assert_eq!(sandbox.world().await.broker.transfer(id).unwrap().status(), Status::AllConfirmedDownloaded);
    let stranger = submit(&sandbox, "sandbox/counterpart/fetch", &[("org", known::OUTSIDER.number), ("transfer", &transfer)]).await;
    assert!(stranger.html.contains("BRO-00006"), "{}", stranger.html);
}

#[tokio::test]
async fn people_can_be_told_to_say_no_and_to_act_later_and_sooner() {
    let sandbox = open().await;
    let page = submit(
        &sandbox,
        "sandbox/people",
        &[("pace-approver", "instant"), ("says-approver", "no"), ("pace-service-desk", "instant"), ("says-service-desk", "no")],
    )
    .await;
    assert!(page.html.contains("They act so from now on"), "{}", page.html);
    assert_eq!(sandbox.shared().people.behaviour(Actor::Approver), Behaviour { pace: People::Instant, says: YesNo::No });
    assert_eq!(sandbox.shared().people.behaviour(Actor::Counterpart), Behaviour { pace: People::Never, says: YesNo::Yes });

    let ask = [
        ("org", known::SENDER.number),
        ("system", known::SENDER_SYSTEM),
        ("customer", known::SENDER.number),
        ("resource", known::RESOURCE),
    ];
    let with = |reference: &'static str| [ask.as_slice(), &[("reference", reference)]].concat();
    submit(&sandbox, "sandbox/systems/ask", &with("told-no")).await;
    let status = |reference: &'static str| {
        move |world: &World| world.systems.requests().find(|request| request.external_ref == reference).unwrap().status
    };
    until(&sandbox, "the approver declines", |world| status("told-no")(world) == RequestStatus::Rejected).await;
    submit(&sandbox, "sandbox/portal/letters", &[("org", known::OUTSIDER.number), ("scope", "altinn:broker.read")]).await;
    until(&sandbox, "the desk declines", |world| world.desk.letters.iter().all(|letter| letter.answer == Some(YesNo::No))).await;

    // A request that is already pending follows later settings of its person.
    sandbox.shared().people.tell(Actor::Approver, Behaviour { pace: People::Never, says: YesNo::Yes });
    submit(&sandbox, "sandbox/systems/ask", &with("told-later")).await;
    assert_eq!(status("told-later")(&sandbox.world().await), RequestStatus::New);
    submit(&sandbox, "sandbox/people", &[("pace-approver", "instant")]).await;
    until(&sandbox, "the approver agrees", |world| status("told-later")(world) == RequestStatus::Accepted).await;
}

/// Sends a file to the counterpart as the user's own sender.
async fn sends(sandbox: &Sandbox, token: &str) -> uuid::Uuid {
    let base = sandbox.origin.join("broker/api/v1/filetransfer").unwrap();
    let body = json!({"fileName": "a.txt", "resourceId": known::RESOURCE, "sendersFileTransferReference": "a",
                      "sender": format!("0192:{}", known::SENDER.number), "recipients": [format!("0192:{}", known::RECIPIENT.number)]});
    let made = Answer::of(client().post(base.clone()).bearer_auth(token).json(&body)).await.json();
    let id = made["fileTransferId"].as_str().unwrap();
    let upload = client().post(format!("{base}/{id}/upload")).bearer_auth(token);
    let upload = upload.header("Content-Type", "application/octet-stream").body("bytes");
    Answer::of(upload).await.is(200);
    id.parse().unwrap()
}

#[tokio::test]
async fn a_counterpart_that_says_no_leaves_files_where_they_are() {
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() }).await;
    let token = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.acting_for(known::SENDER.number, None).token(&sandbox).await;
    let status = |id| move |world: &World| world.broker.transfer(id).unwrap().status();
    sandbox.shared().people.tell(Actor::Counterpart, Behaviour { pace: People::Instant, says: YesNo::No });
    let left = sends(&sandbox, &token).await;
    until(&sandbox, "it is published", |world| status(left)(world) == Status::Published).await;
    // If the counterpart had taken it, nothing would be left to confirm.
    let transfer = left.to_string();
    let recipient = [("org", known::RECIPIENT.number), ("transfer", transfer.as_str())];
    submit(&sandbox, "sandbox/counterpart/fetch", &recipient).await;
    let confirmed = submit(&sandbox, "sandbox/counterpart/confirm", &recipient).await;
    assert!(confirmed.html.contains("Confirmed."), "{}", confirmed.html);
    sandbox.shared().people.tell(Actor::Counterpart, Behaviour { pace: People::Instant, says: YesNo::Yes });
    let taken = sends(&sandbox, &token).await;
    until(&sandbox, "the other one is taken", |world| status(taken)(world) == Status::AllConfirmedDownloaded).await;
}
