//! Facts platform D.2 and D.3: requests for system users, agents among them, changes, and the lists.

use super::calls::{Calls, assert_coded};
use super::sandbox_support::{Answer, Assertion, client, open};
use altinn_sandbox::{Sandbox, known, systems};
use reqwest::Method;
use serde_json::{Value, json};

const REGISTER: &str = "authentication/api/v1/systemregister/vendor";
const REQUEST: &str = "authentication/api/v1/systemuser/request/vendor";
const CHANGE: &str = "authentication/api/v1/systemuser/changerequest/vendor";
const USERS: &str = "authentication/api/v1/systemuser/vendor";
const ALL: &str = "altinn:authentication/systemregister.write altinn:authentication/systemuser.request.write altinn:authentication/systemuser.request.read";
const OWN_PACKAGE: &str = "urn:altinn:accesspackage:skatt-naering";
const CLIENT_PACKAGE: &str = "urn:altinn:accesspackage:regnskapsforer-lonn";

fn right(resource: &str) -> Value {
    json!({"resource": [{"id": "urn:altinn:resource", "value": resource}]})
}

fn package(urn: &str) -> Value {
    json!([{"urn": urn}])
}

fn system() -> String {
    format!("{}_pakker", known::SENDER.number)
}

/// The sender as a vendor, with a system that has a right, both kinds of packages, and redirect addresses.
async fn vendor(sandbox: &Sandbox) -> Calls<'_> {
    let vendor = Calls::organisation(sandbox, "sender", ALL).await;
    let body = json!({"id": system(), "vendor": {"ID": format!("0192:{}", known::SENDER.number)}, "name": {"en": "a", "nb": "Pakker", "nn": "c"},
                      "description": {}, "rights": [right(known::RESOURCE)], "isVisible": false,
                      "accessPackages": [{"urn": OWN_PACKAGE}, {"urn": CLIENT_PACKAGE}], "allowedRedirectUrls": ["https://vendor.example.no/altinn"]});
    let made = vendor.post(REGISTER, &body).await;
    assert_eq!(made.status, 200, "{}", made.body);
    vendor
}

fn request(member: &str, value: Value) -> Value {
    let mut body =
        json!({"systemId": system(), "partyOrgNo": known::RECIPIENT.number, "externalRef": "kunde-42", "rights": [right(known::RESOURCE)]});
    body[member] = value;
    body
}

async fn approve(sandbox: &Sandbox, id: &Value) {
    let mut world = sandbox.shared().world.lock().await;
    systems::try_approve(&mut world, id.as_str().unwrap().parse().unwrap()).expect("approved");
}

#[tokio::test]
async fn d2_the_answer_has_the_documented_members_in_order() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let made = vendor.post(REQUEST, &request("redirectUrl", json!("https://vendor.example.no/altinn?case=1"))).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let members: Vec<String> = made.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        members,
        [
            "id",
            "integrationTitle",
            "externalRef",
            "systemId",
            "partyOrgNo",
            "rights",
            "accessPackages",
            "status",
            "redirectUrl",
            "confirmUrl",
            "escalated",
            "created",
            "timedOut"
        ]
    );
    assert_eq!((&made.json()["integrationTitle"], &made.json()["escalated"]), (&json!("Pakker"), &json!(false)));
    let read = vendor.get(&format!("{REQUEST}/{}", made.json()["id"].as_str().unwrap())).await.json();
    assert!(read["created"].as_str().unwrap().ends_with('Z'));
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_a_member_of_another_kind_is_400() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    for (member, value) in
        [("partyOrgNo", json!(310_400_300)), ("rights", json!("a")), ("accessPackages", json!([{"urn": 1}])), ("redirectUrl", json!(true))]
    {
        let answer = vendor.post(REQUEST, &request(member, value)).await;
        assert_eq!((answer.status.as_u16(), answer.json()["errors"].is_object()), (400, true), "{member}: {}", answer.body);
    }
    let change = format!("{CHANGE}?correlation-id={}&system-user-id={}", uuid::Uuid::new_v4(), uuid::Uuid::new_v4());
    let answer = vendor.post(&change, &json!({"requiredRights": {}})).await;
    assert!(answer.json()["errors"]["$.requiredRights"].is_array(), "{}", answer.body);
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_row8_redirects_up_to_the_path_and_one_that_cannot_be_read() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    assert_coded(&vendor.post(REQUEST, &request("redirectUrl", json!("https://other.example.no/altinn"))).await, 400, "AUTH-00021");
    assert_coded(&vendor.post(REQUEST, &request("redirectUrl", json!("https://vendor.example.no/else"))).await, 400, "AUTH-00021");
    assert_eq!(vendor.post(REQUEST, &request("redirectUrl", json!("::"))).await.status, 500);
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_row10_more_rights_than_the_system_has() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let twice = vendor.post(REQUEST, &request("rights", json!([right(known::RESOURCE), right(known::RESOURCE)]))).await;
    assert_coded(&twice, 400, "AUTH-00001");
    assert_eq!(twice.json()["title"], "One or more Right not found or not delegable.");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_row11_packages_outside_the_system_or_for_clients() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let outside = vendor.post(REQUEST, &request("accessPackages", package("urn:altinn:accesspackage:post-til-virksomheten"))).await;
    assert_coded(&outside, 400, "AUTH-00063");
    assert_eq!(outside.json()["NotFoundPackages"], "urn:altinn:accesspackage:post-til-virksomheten");
    let for_clients = vendor.post(REQUEST, &request("accessPackages", package(CLIENT_PACKAGE))).await;
    assert_coded(&for_clients, 400, "AUTH-00064");
    assert_eq!(for_clients.json()["NotDelegablePackages"], CLIENT_PACKAGE);
    let packages_alone = json!({"systemId": system(), "partyOrgNo": known::RECIPIENT.number, "accessPackages": package(OWN_PACKAGE)});
    let made = vendor.post(REQUEST, &packages_alone).await;
    assert_eq!((made.status.as_u16(), &made.json()["accessPackages"]), (201, &package(OWN_PACKAGE)));
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_row5_a_request_of_anothers_system_by_its_status() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let of =
        |reference: &str| json!({"externalRef": reference, "systemId": known::RECIPIENT_SYSTEM, "partyOrgNo": known::RECIPIENT.number});
    assert_coded(&vendor.post(REQUEST, &of(known::HALF_DONE)).await, 400, "AUTH-00007");
    assert_coded(&vendor.post(REQUEST, &of("rejected")).await, 400, "AUTH-00009");
    let mut world = sandbox.shared().world.lock().await;
    let id = world.systems.pending().find(|request| request.system_id == known::RECIPIENT_SYSTEM).unwrap().id;
    systems::try_approve(&mut world, id).unwrap();
    drop(world);
    assert_coded(&vendor.post(REQUEST, &of(known::HALF_DONE)).await, 400, "AUTH-00004");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_an_empty_reference_is_stored_as_the_number_and_never_found_again() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let empty = request("externalRef", json!(""));
    let (first, second) = (vendor.post(REQUEST, &empty).await, vendor.post(REQUEST, &empty).await);
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (201, 201));
    assert_eq!(second.json()["externalRef"], known::RECIPIENT.number);
    let mut misnamed = request("externalReference", json!("x"));
    misnamed.as_object_mut().unwrap().remove("externalRef");
    assert_eq!(vendor.post(REQUEST, &misnamed).await.json()["externalRef"], known::RECIPIENT.number);
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_reads_are_for_the_vendor_and_by_scope() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST, &request("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().to_owned();
    let other = Calls::organisation(&sandbox, "recipient", ALL).await;
    assert_coded(&other.get(&format!("{REQUEST}/{id}")).await, 404, "AUTH-00011");
    let unknown = vendor.get(&format!("{REQUEST}/{}", uuid::Uuid::new_v4())).await;
    assert_coded(&unknown, 404, "AUTH-00010");
    assert_eq!(unknown.json()["title"], "The Id does not refer to a Request in our system.");
    assert_eq!((unknown.header("content-type"), &unknown.json()["statusDescription"]), ("application/problem+json", &json!("Not Found")));
    let read_only = Calls::organisation(&sandbox, "sender", "altinn:authentication/systemuser.request.read").await;
    assert_eq!(read_only.get(&format!("{REQUEST}/{id}")).await.status, 200);
    let refused = read_only.bare(Method::DELETE, &format!("{REQUEST}/{id}")).await;
    assert_eq!((refused.status.as_u16(), refused.body.as_str()), (403, ""));
    assert_coded(&vendor.bare(Method::DELETE, &format!("{REQUEST}/{}", uuid::Uuid::new_v4())).await, 404, "AUTH-00010");
    assert_eq!(read_only.get(&format!("{USERS}/byquery?system-id=a&orgno=b")).await.status, 403);
    assert_eq!(read_only.get("authentication/api/v1/systemuser/byExternalId?clientId=a").await.status, 403, "Maskinporten's own");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_byquery_asks_for_both_and_knows_no_code() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    for query in ["system-id=a", "orgno=310400203"] {
        let answer = vendor.get(&format!("{USERS}/byquery?{query}")).await;
        assert_eq!((answer.status.as_u16(), answer.json()["errors"].is_object()), (400, true));
    }
    let theirs = format!("{USERS}/byquery?system-id={}&orgno={}", known::RECIPIENT_SYSTEM, known::RECIPIENT.number);
    let theirs = vendor.get(&theirs).await;
    assert_eq!((theirs.status.as_u16(), theirs.json().get("code")), (404, None));
    let own = vendor.get(&format!("{USERS}/byquery?system-id={}&orgno={}", known::SENDER_SYSTEM, known::SENDER.number)).await.json();
    let members: Vec<&String> = own.as_object().unwrap().keys().collect();
    assert_eq!(
        members,
        [
            "id",
            "integrationTitle",
            "systemId",
            "productName",
            "reporteeOrgNo",
            "created",
            "isDeleted",
            "supplierName",
            "supplierOrgno",
            "externalRef",
            "userType"
        ]
    );
    assert_eq!((&own["productName"], &own["supplierName"], &own["supplierOrgno"]), (&json!(""), &json!(""), &json!(known::SENDER.number)));
    assert_coded(&vendor.get(&format!("{USERS}/bysystem/ukjent")).await, 404, "AUTH-00011");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_lists_have_pages_of_fifty_and_the_request_list_skips_one_row_at_a_border() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let mut ids = Vec::new();
    // One client for them all: making one takes longer than a hundred calls.
    let (http, url) = (client(), sandbox.origin.join(REQUEST).unwrap());
    for number in 0..103 {
        let body = request("externalRef", json!(format!("kunde-{number}"))).to_string();
        let post = http.post(url.clone()).bearer_auth(vendor.token.as_ref().unwrap()).header("Content-Type", "application/json").body(body);
        let made = Answer::of(post).await;
        ids.push(made.json()["id"].clone());
    }
    let first = vendor.get(&format!("{REQUEST}/bysystem/{}", system())).await.json();
    assert_eq!(first["data"].as_array().map(Vec::len), Some(50));
    let next = first["links"]["next"].as_str().unwrap();
    assert!(next.starts_with(&format!("{}{REQUEST}/bysystem/{}?token=", sandbox.origin, system())));
    let second = vendor.get(next.strip_prefix(sandbox.origin.as_str()).unwrap()).await.json();
    assert_eq!((&first["data"][49]["id"], &second["data"][0]["id"]), (&ids[49], &ids[51]), "one row is skipped");
    let third = vendor.get(second["links"]["next"].as_str().unwrap().strip_prefix(sandbox.origin.as_str()).unwrap()).await.json();
    assert_eq!((third["links"].clone(), &third["data"][0]["id"]), (json!({}), &ids[102]));

    for id in &ids {
        approve(&sandbox, id).await;
    }
    let first = vendor.get(&format!("{USERS}/bysystem/{}", system())).await.json();
    let next = first["links"]["next"].as_str().unwrap().strip_prefix(sandbox.origin.as_str()).unwrap();
    let second = vendor.get(next).await.json();
    assert_eq!((&first["data"][49]["id"], &second["data"][0]["id"]), (&ids[49], &ids[50]), "nothing is skipped here");
    assert_eq!(second["data"].as_array().map(Vec::len), Some(50));
    sandbox.stop().await;
}

fn agent(member: &str, value: Value) -> Value {
    let mut body = json!({"systemId": system(), "partyOrgNo": known::RECIPIENT.number, "externalRef": "klient", "accessPackages": package(CLIENT_PACKAGE)});
    body[member] = value;
    body
}

#[tokio::test]
async fn d2_an_agent_request_has_packages_only_and_its_own_addresses() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let made = vendor.post(&format!("{REQUEST}/agent"), &agent("integrationTitle", json!("Byrå"))).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let body = made.json();
    assert!(body.get("rights").is_none() && body["accessPackages"] == package(CLIENT_PACKAGE));
    assert_eq!(vendor.post(&format!("{REQUEST}/agent"), &agent("integrationTitle", json!("Byrå"))).await.status, 200);
    let id = body["id"].as_str().unwrap();
    assert_eq!(vendor.get(&format!("{REQUEST}/agent/{id}")).await.json()["status"], "New");
    let by_reference = format!("{REQUEST}/agent/byexternalref/{}/{}/klient", system(), known::RECIPIENT.number);
    assert_eq!(vendor.get(&by_reference).await.json()["id"], id);
    let listed = vendor.get(&format!("{REQUEST}/agent/bysystem/{}", system())).await.json();
    assert_eq!((listed["data"][0]["id"].as_str(), listed["data"].as_array().map(Vec::len)), (Some(id), Some(1)));
    assert_eq!(vendor.get(&format!("{REQUEST}/bysystem/{}", system())).await.json()["data"], json!([]));
    assert_coded(&vendor.get(&format!("{REQUEST}/{id}")).await, 404, "AUTH-00010");
    approve(&sandbox, &body["id"]).await;
    let user =
        vendor.get(&format!("{USERS}/byquery?system-id={}&orgno={}&external-ref=klient", system(), known::RECIPIENT.number)).await.json();
    assert_eq!((user["id"].as_str(), user["userType"].as_str()), (Some(id), Some("agent")));
    assert_eq!(vendor.bare(Method::DELETE, &format!("{REQUEST}/{id}")).await.status, 202);
    sandbox.stop().await;
}

#[tokio::test]
async fn d3_an_agent_request_refuses_with_its_own_codes() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let path = format!("{REQUEST}/agent");
    let none = vendor.post(&path, &agent("accessPackages", json!([]))).await;
    assert_coded(&none, 400, "AUTH-00058");
    assert_eq!(none.json()["title"], "No AccessPackages found, an Agent SystemUser must have at least one");
    let own = vendor.post(&path, &agent("accessPackages", package(OWN_PACKAGE))).await;
    assert_coded(&own, 400, "AUTH-00065");
    assert_eq!(
        own.json()["title"],
        "One or more access packages cannot be delegated because they are not intended for client relationships"
    );
    assert_coded(&vendor.post(&path, &agent("accessPackages", package("urn:altinn:accesspackage:x"))).await, 400, "AUTH-00063");
    assert_coded(&vendor.get(&format!("{path}/{}", uuid::Uuid::new_v4())).await, 404, "AUTH-00030");
    let standard = vendor.post(REQUEST, &request("externalRef", json!("b"))).await.json();
    assert_coded(&vendor.get(&format!("{path}/{}", standard["id"].as_str().unwrap())).await, 400, "AUTH-00025");
    let not_a_guid = vendor.get(&format!("{path}/x")).await;
    assert_eq!(not_a_guid.json()["errors"], json!({"requestId": ["The value 'x' is not valid."]}));
    sandbox.stop().await;
}

/// A system user of the vendor's package system, and the vendor.
async fn user(sandbox: &Sandbox) -> (Calls<'_>, String) {
    let vendor = vendor(sandbox).await;
    let made = vendor
        .post(REQUEST, &json!({"systemId": system(), "partyOrgNo": known::RECIPIENT.number, "accessPackages": package(OWN_PACKAGE)}))
        .await;
    let id = made.json()["id"].clone();
    approve(sandbox, &id).await;
    (vendor, id.as_str().unwrap().to_owned())
}

fn change(correlation: uuid::Uuid, user: &str) -> String {
    format!("{CHANGE}?correlation-id={correlation}&system-user-id={user}")
}

#[tokio::test]
async fn d2_a_change_request_is_made_once_read_approved_and_withdrawn() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    let correlation = uuid::Uuid::new_v4();
    let body = json!({"requiredRights": [right(known::RESOURCE)], "unwantedRights": [], "requiredAccessPackages": [],
                      "unwantedAccessPackages": package(OWN_PACKAGE), "redirectUrl": "https://vendor.example.no/altinn"});
    let made = vendor.post(&change(correlation, &user), &body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let members: Vec<String> = made.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        members,
        [
            "id",
            "externalRef",
            "systemId",
            "systemUserId",
            "partyOrgNo",
            "requiredRights",
            "unwantedRights",
            "requiredAccessPackages",
            "unwantedAccessPackages",
            "status",
            "redirectUrl",
            "confirmUrl",
            "created",
            "timedOut"
        ]
    );
    assert_eq!((made.json()["id"].clone(), made.json()["status"].clone()), (json!(correlation), json!("New")));
    let location = format!("{}authentication/api/v1/systemuser/changerequest/{correlation}", sandbox.origin);
    assert_eq!(made.header("location"), location, "it lacks vendor/, and leads nowhere");
    let again = vendor.post(&change(correlation, &user), &json!({"unwantedRights": [right("hva-som-helst")]})).await;
    assert_eq!((again.status.as_u16(), again.json()), (200, made.json()));
    let empty = vendor.post(&change(correlation, &user), &json!({})).await.json();
    assert_eq!(
        (&empty["status"], &empty["confirmUrl"], &empty["created"]),
        (&json!("NoChangeNeeded"), &json!(""), &json!("0001-01-01T00:00:00"))
    );
    assert_eq!(vendor.get(&format!("{CHANGE}/{correlation}")).await.json(), made.json());

    approve(&sandbox, &json!(correlation)).await;
    assert_eq!(vendor.get(&format!("{CHANGE}/{correlation}")).await.json()["status"], "Accepted");
    let world = sandbox.world().await;
    let changed = world.systems.user(user.parse().unwrap()).unwrap();
    assert_eq!((changed.delegations[0].resource.as_str(), changed.access_packages.len()), (known::RESOURCE, 0));
    let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, correlation).unwrap_err();
    assert_eq!(refused.code(), "AUTH-00061");
    let withdrawn = vendor.bare(Method::DELETE, &format!("{CHANGE}/{correlation}")).await;
    assert_eq!((withdrawn.status.as_u16(), withdrawn.body.as_str()), (202, ""));
    assert_coded(&vendor.get(&format!("{CHANGE}/{correlation}")).await, 404, "AUTH-00010");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_a_change_request_refuses_in_its_own_words() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    let id = uuid::Uuid::new_v4();
    let body = json!({"requiredRights": [right(known::RESOURCE)]});
    for path in [format!("{CHANGE}?system-user-id={user}"), format!("{CHANGE}?correlation-id={user}&system-user-id={user}")] {
        let answer = vendor.post(&path, &body).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (400, "text/plain; charset=utf-8"), "{path}");
    }
    let nothing = vendor.post(&change(id, &user), &json!({"requiredRights": [], "unwantedRights": []})).await;
    assert_eq!((nothing.status.as_u16(), nothing.json()["status"].clone()), (200, json!("NoChangeNeeded")));
    let unknown = vendor.post(&change(id, &uuid::Uuid::new_v4().to_string()), &body).await;
    assert_coded(&unknown, 404, "AUTH-00015");
    assert_eq!(unknown.json()["title"], "The SystemUser was not found.");
    let other = Calls::organisation(&sandbox, "recipient", ALL).await.post(&change(id, &user), &body).await;
    assert_eq!((other.status.as_u16(), other.header("content-type"), other.json().get("code")), (401, "application/problem+json", None));
    assert_coded(&vendor.post(&change(id, &user), &json!({"requiredRights": [right("annet")]})).await, 400, "AUTH-00001");
    assert_coded(
        &vendor.post(&change(id, &user), &json!({"requiredAccessPackages": package("urn:altinn:accesspackage:x")})).await,
        400,
        "AUTH-00063",
    );
    assert_coded(&vendor.post(&change(id, &user), &json!({"requiredAccessPackages": package(CLIENT_PACKAGE)})).await, 400, "AUTH-00064");
    assert_coded(
        &vendor.post(&change(id, &user), &json!({"requiredRights": [right(known::RESOURCE)], "redirectUrl": "https://x.no"})).await,
        400,
        "AUTH-00021",
    );
    let read_only = Calls::organisation(&sandbox, "sender", "altinn:authentication/systemuser.request.read").await;
    assert_eq!(read_only.post(&change(id, &user), &body).await.status, 403);
    sandbox.stop().await;
}

#[tokio::test]
async fn d1_new_rights_of_a_system_reach_its_users_by_a_change_request_only() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    vendor.send(Method::PUT, &format!("{REGISTER}/{}/rights", system()), &json!([right("prov-generell")])).await;
    assert!(sandbox.world().await.systems.user(user.parse().unwrap()).unwrap().delegations.is_empty());
    sandbox.stop().await;
}

#[tokio::test]
async fn d3_what_the_approver_is_told() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let rights = json!([right("prov-ikke-delegerbar"), right("prov-kun-organisasjon"), right("prov-tilgangsliste")]);
    vendor.send(Method::PUT, &format!("{REGISTER}/{}/rights", system()), &rights).await;
    for (resource, code) in
        [("prov-ikke-delegerbar", "AUTH-00070"), ("prov-kun-organisasjon", "AUTH-00016"), ("prov-tilgangsliste", "AUTH-00069")]
    {
        let mut body = request("rights", json!([right(resource)]));
        body["externalRef"] = json!(resource);
        let id = vendor.post(REQUEST, &body).await.json()["id"].as_str().unwrap().parse().unwrap();
        let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, id).unwrap_err();
        assert_eq!(refused.code(), code, "{resource}");
    }
    let mut nameless = vendor.get(&format!("{REGISTER}/{}", system())).await.json();
    nameless["name"] = json!({"en": "a"});
    assert_eq!(vendor.send(Method::PUT, &format!("{REGISTER}/{}", system()), &nameless).await.status, 200);
    let asked = vendor.post(REQUEST, &request("rights", json!([right("prov-ikke-delegerbar")]))).await.json();
    let id = asked["id"].as_str().unwrap().parse().unwrap();
    let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, id).unwrap_err();
    assert_eq!((refused.code(), refused.title()), ("AUTH-00017", "The SystemName was not found."));
    sandbox.stop().await;
}

#[tokio::test]
async fn d3_auth_00071_a_resource_that_became_a_maskinporten_scheme() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST, &request("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().parse().unwrap();
    let owner = Calls::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let path = format!("resourceregistry/api/v1/resource/{}", known::RESOURCE);
    let mut schema = owner.get(&path).await.json();
    schema["resourceType"] = json!("MaskinportenSchema");
    assert_eq!(owner.send(Method::PUT, &path, &schema).await.status, 200);
    let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, id).unwrap_err();
    assert_eq!(refused.code(), "AUTH-00071");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_row1_a_token_that_names_no_vendor() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    sandbox.shared().faults.set("AUTH-00023:1".parse().unwrap());
    let refused = vendor.post(REQUEST, &request("externalRef", json!("a"))).await;
    assert_coded(&refused, 401, "AUTH-00023");
    assert_eq!(refused.json()["title"], "Can't resolve the Organisation Number for the Vendor from the Token.");
    assert_eq!(vendor.post(REQUEST, &request("externalRef", json!("a"))).await.status, 201);
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_older_rows_denied_or_timed_out_by_their_status() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let old = async |reference: &str, status: systems::RequestStatus| {
        let made = vendor.post(REQUEST, &request("externalRef", json!(reference))).await.json();
        let id = made["id"].as_str().unwrap().to_owned();
        systems::grow_old(&mut *sandbox.shared().world.lock().await, id.parse().unwrap(), status).unwrap();
        id
    };
    let denied = old("avvist", systems::RequestStatus::Denied).await;
    let again = vendor.post(REQUEST, &request("externalRef", json!("avvist"))).await;
    assert_eq!(
        (again.status.as_u16(), again.json()["status"].as_str(), again.json()["id"].as_str()),
        (200, Some("Denied"), Some(denied.as_str()))
    );
    let late = old("forsent", systems::RequestStatus::Timedout).await;
    assert_eq!(vendor.get(&format!("{REQUEST}/{late}")).await.json()["status"], "Timedout");
    let renewed = vendor.post(REQUEST, &request("externalRef", json!("forsent"))).await;
    assert_eq!(renewed.status, 201, "a row of this status stands in nobody's way");
    assert_ne!(renewed.json()["id"], late);
    let by_reference = vendor.get(&format!("{REQUEST}/byexternalref/{}/{}/forsent", system(), known::RECIPIENT.number)).await.json();
    assert_eq!(by_reference["id"], renewed.json()["id"]);
    let other = Calls::organisation(&sandbox, "recipient", ALL).await;
    assert_coded(&other.post(REQUEST, &request("externalRef", json!("avvist"))).await, 400, "AUTH-00008");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_an_escalated_request_waits_on_and_only_lists_tell() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST, &request("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().to_owned();
    systems::escalate(&mut *sandbox.shared().world.lock().await, id.parse().unwrap()).unwrap();
    let read = vendor.get(&format!("{REQUEST}/{id}")).await.json();
    assert_eq!((&read["status"], &read["escalated"]), (&json!("New"), &json!(false)));
    let row = vendor.get(&format!("{REQUEST}/bysystem/{}", system())).await.json()["data"][0].clone();
    assert_eq!((&row["status"], &row["escalated"]), (&json!("New"), &json!(true)));
    approve(&sandbox, &json!(id)).await;
    let refused = systems::escalate(&mut *sandbox.shared().world.lock().await, id.parse().unwrap()).unwrap_err();
    assert_eq!(refused.code(), "AUTH-00013");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_with_a_system_user_goes_its_request() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST, &request("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().to_owned();
    approve(&sandbox, &json!(id)).await;
    assert!(systems::delete_user(&mut *sandbox.shared().world.lock().await, id.parse().unwrap()));
    assert_coded(&vendor.get(&format!("{REQUEST}/{id}")).await, 404, "AUTH-00010");
    let query = format!("{USERS}/byquery?system-id={}&orgno={}&external-ref=a", system(), known::RECIPIENT.number);
    assert_eq!(vendor.get(&query).await.status, 404);
    assert_eq!(vendor.get(&format!("{USERS}/bysystem/{}", system())).await.json()["data"], json!([]));
    assert_eq!(vendor.post(REQUEST, &request("externalRef", json!("a"))).await.status, 201);
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_a_withdrawn_request_that_was_accepted_leaves_its_system_user() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST, &request("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().to_owned();
    approve(&sandbox, &json!(id)).await;
    assert_eq!(vendor.bare(Method::DELETE, &format!("{REQUEST}/{id}")).await.status, 202);
    let query = format!("{USERS}/byquery?system-id={}&orgno={}&external-ref=a", system(), known::RECIPIENT.number);
    assert_eq!(vendor.get(&query).await.json()["id"], id);
    assert_coded(&vendor.post(REQUEST, &request("externalRef", json!("a"))).await, 400, "AUTH-00004");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_empty_texts_are_kept_and_absent_ones_left_out() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let mut empty = request("redirectUrl", json!(""));
    empty["integrationTitle"] = json!("");
    let made = vendor.post(REQUEST, &empty).await;
    assert_eq!((made.status.as_u16(), &made.json()["redirectUrl"], &made.json()["integrationTitle"]), (201, &json!(""), &json!("")));
    let absent = vendor.post(REQUEST, &request("externalRef", json!("b"))).await.json();
    assert_eq!((absent.get("redirectUrl"), &absent["integrationTitle"]), (None, &json!("Pakker")), "the system's bokmål name");
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_a_deleted_system_finds_no_system_user() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let ask =
        async || Assertion::of(&sandbox, "sender", "altinn:broker.read").await.acting_for(known::SENDER.number, None).ask(&sandbox).await;
    assert_eq!(ask().await.status, 200);
    vendor.bare(Method::DELETE, &format!("{REGISTER}/{}", known::SENDER_SYSTEM)).await;
    assert!(ask().await.body.contains("MP-303"));
    sandbox.stop().await;
}
