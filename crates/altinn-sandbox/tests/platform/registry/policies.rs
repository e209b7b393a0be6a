//! Facts platform E: uploads of policy files, valid and invalid.

use super::*;
use std::time::{Duration, Instant};

fn policy() -> String {
    format!("resourceregistry/api/v1/resource/{}/policy", known::RESOURCE)
}

async fn file(sandbox: &Sandbox) -> String {
    Caller::nobody(sandbox).get(policy()).await.body
}

async fn send(caller: &Caller<'_>, content_type: &str, body: String) -> Answer {
    caller.post(policy()).header("Content-Type", content_type).body(body).await
}

fn part(disposition: &str, file: &str) -> String {
    format!("--b\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: text/xml\r\n\r\n{file}\r\n--b--\r\n")
}

/// Facts platform E.
#[tokio::test]
async fn the_policy_file_is_found_in_its_part_however_the_form_is_written() {
    let sandbox = open().await;
    let (owner, file) = (owner(&sandbox).await, file(&sandbox).await);
    let form = "multipart/form-data; boundary=b";
    for (how, content_type, body) in [
        ("quoted", form, part("name=\"policyFile\"; filename=\"policy.xml\"", &file)),
        ("bare", form, part("name=policyFile; filename=policy.xml", &file)),
        ("another case", form, part("name=\"PolicyFile\"; filename=\"policy.xml\"", &file)),
        ("the name last", form, part("filename=\"policy.xml\"; name=\"policyFile\"", &file)),
        ("an encoded file name", form, part("name=\"policyFile\"; filename*=UTF-8''policy.xml", &file)),
        ("a quoted boundary", "multipart/form-data; charset=utf-8; boundary=\"b\"", part("name=\"policyFile\"; filename=\"p\"", &file)),
        (
            "after another part",
            form,
            format!("{}{}", part("name=\"note\"", "a").replace("--b--\r\n", ""), part("name=\"policyFile\"; filename=\"p\"", &file)),
        ),
    ] {
        let answer = send(&owner, content_type, body).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (201, ""), "{how}");
        assert_eq!(Caller::nobody(&sandbox).get(policy()).await.body, file, "{how}: kept letter for letter");
    }
    for (how, content_type, body) in [
        ("no boundary", "multipart/form-data", part("name=\"policyFile\"; filename=\"p\"", &file)),
        ("no file, a text", form, part("name=\"policyFile\"", &file)),
        ("another field, its file called policyFile", form, part("name=\"file\"; filename=\"policyFile\"", &file)),
    ] {
        let answer = send(&owner, content_type, body).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (400, "\"The policy file can not be null\""), "{how}");
    }
    send(&owner, "text/xml", file.clone()).await.is(415);
    let cut = part("name=\"policyFile\"; filename=\"p\"", &file).replace("--b--", "");
    let cut = send(&owner, form, cut).await;
    assert_eq!((cut.status.as_u16(), cut.json()["errors"][""].is_array()), (400, true), "{}", cut.body);
    sandbox.stop().await;
}

/// Facts platform E.1.
#[tokio::test]
async fn another_spelling_of_a_policy_lets_the_same_callers_in() {
    let sandbox = open().await;
    let (owner, file) = (owner(&sandbox).await, file(&sandbox).await);
    let plain = file.replace("<xacml:", "<").replace("</xacml:", "</").replace("xmlns:xacml=", "xmlns=").replace('"', "'");
    let commented = format!("\u{FEFF}{}", plain.replace(">read<", "><!-- one -->read<![CDATA[]]><"));
    upload(&owner, known::RESOURCE, "policyFile", &commented).await.is(201);
    let rules = owner.get(format!("{}/rules", policy())).await.json();
    assert_eq!((rules.as_array().map(Vec::len), rules[0]["action"]["value"].as_str()), (Some(6), Some("read")));
    let (sender, code) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    let list = format!("broker/api/v1/filetransfer?resourceId={}", known::RESOURCE);
    assert_eq!((sender.get(&list).await.status.as_u16(), code.get(&list).await.status.as_u16()), (200, 200));
    sandbox.stop().await;
}

/// Facts platform E.
#[tokio::test]
async fn hostile_policies_are_refused_at_once_and_change_nothing() {
    let sandbox = open().await;
    let (owner, file) = (owner(&sandbox).await, file(&sandbox).await);
    let entities: String = (1..10).map(|level| format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10))).collect();
    let laughs =
        file.replace("<xacml:Policy ", &format!("<!DOCTYPE x [<!ENTITY a0 \"ha\">{entities}]><xacml:Policy ")).replace(">dagl<", ">&a9;<");
    let external = file.replace("<xacml:Policy ", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><xacml:Policy ");
    let nested = "<a>".repeat(300_000);
    let long = file.replace(">dagl<", &format!(">{}<", "d".repeat(5 << 20)));
    for (what, text, status) in
        [("laughs", laughs, 400), ("external", external, 400), ("nested", nested, 400), ("long", long, 413), ("none", String::new(), 400)]
    {
        let began = Instant::now();
        assert_eq!(upload(&owner, known::RESOURCE, "policyFile", &text).await.status, status, "{what}");
        assert!(began.elapsed() < Duration::from_secs(10), "{what} took {:?}", began.elapsed());
    }
    assert_eq!(Caller::nobody(&sandbox).get(policy()).await.body, file);
    sandbox.stop().await;
}

/// Facts platform E.
#[tokio::test]
async fn a_policy_is_uploaded_as_a_file_about_its_own_resource() {
    let sandbox = open().await;
    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let file = owner.get(format!("{RESOURCES}/{}/policy", known::RESOURCE)).await.body;
    let upload = async |target: &str, file: &str| {
        let body =
            format!("--b\r\nContent-Disposition: form-data; name=\"policyFile\"; filename=\"policy.xml\"\r\n\r\n{file}\r\n--b--\r\n");
        let request = owner.put(format!("{RESOURCES}/{target}/policy"));
        request.header("Content-Type", "multipart/form-data; boundary=b").body(body).await
    };
    upload(known::RESOURCE, &file.replace("dagl", "regna")).await.is(201).empty();
    let subjects = owner.get(format!("{RESOURCES}/{}/policy/subjects", known::RESOURCE)).await.json();
    assert_eq!(subjects["data"][0]["value"], "regna");
    upload("prov-kun-roller", &file).await.is(400).text("\"Policy not accepted: Contains rules for a different registry resource\"");
    upload("unknown-one", &file).await.text("\"Unknown resource\"");
}

/// Facts platform E.
#[tokio::test]
async fn a_policy_is_refused_in_the_services_order() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let file = owner.get(format!("{RESOURCES}/{}/policy", known::RESOURCE)).await.body;
    upload(&owner, known::RESOURCE, "file", &file).await.text("\"The policy file can not be null\"");
    upload(&owner, "ukjent-en", "policyFile", &file).await.text("\"Unknown resource\"");
    upload(&owner, known::RESOURCE, "policyFile", &file.replace("urn:altinn:resource\"", "urn:altinn:task\""))
        .await
        .is(400)
        .text("\"Policy not accepted: Contains rule without reference to registry resource id\"");
    let other = upload(&owner, known::NEWCOMER_RESOURCE, "policyFile", &file).await;
    assert_eq!(other.body, "\"Policy not accepted: Contains rules for a different registry resource\"", "before the owner is asked about");
    upload(&owner, known::NEWCOMER_RESOURCE, "policyFile", &file.replace(known::RESOURCE, known::NEWCOMER_RESOURCE)).await.is(403).empty();
    let done = upload(&owner, known::RESOURCE, "policyFile", &file).await;
    assert_eq!((done.status.as_u16(), done.header("location")), (201, format!("{}/policy", known::RESOURCE).as_str()));
    sandbox.stop().await;
}
