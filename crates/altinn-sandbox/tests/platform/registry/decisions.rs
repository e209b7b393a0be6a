//! Facts platform E.1, and facts broker-api 1.4: every case of the decision, as Broker and as Events ask for it.

use super::*;
use altinn_sandbox::{Caches, PackageAccess, Strictness, systems};
use std::time::Duration;

const ROLES: &str = "prov-kun-roller";
const ORGANISATIONS: &str = "prov-kun-organisasjon";
const LISTED: &str = "prov-tilgangsliste";
const SCOPES: &str = "altinn:broker.write altinn:broker.read altinn:events.subscribe";

async fn strict(strictness: Strictness) -> Sandbox {
    started(Options { gateway: Gateway::Open, people: People::Never, strictness, ..Options::default() }).await
}

/// The status of a search in Broker: the decision about write or read for the caller's own organisation.
async fn broker(caller: &Caller<'_>, resource: &str) -> u16 {
    let answer = caller.get(format!("broker/api/v1/filetransfer?resourceId={resource}")).await;
    assert!(answer.status == 200 || answer.json()["code"] == "BRO-00006", "{}", answer.body);
    answer.status.as_u16()
}

/// The status of a subscription in Events: the decision about subscribe for a party.
async fn events(caller: &Caller<'_>, resource: &str, party: &str) -> u16 {
    let body = json!({"endPoint": format!("{}sandbox/sink/e", caller.sandbox.origin), "resourceFilter": format!("urn:altinn:resource:{resource}"),
                      "subjectFilter": format!("urn:altinn:organization:identifier-no:{party}")});
    caller.post("events/api/v1/subscriptions").json(&body).await.status.as_u16()
}

async fn sender_organisation(sandbox: &Sandbox) -> Caller<'_> {
    Caller::organisation(sandbox, "sender", SCOPES).await
}

/// Changes the policy of the known resource.
async fn rewrite(sandbox: &Sandbox, change: impl FnOnce(String) -> String) {
    let owner = Caller::organisation(sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let file = owner.get(format!("resourceregistry/api/v1/resource/{}/policy", known::RESOURCE)).await.body;
    upload(&owner, known::RESOURCE, "policyFile", &change(file)).await.is(201);
}

/// Facts platform E.1.
#[tokio::test]
async fn each_kind_of_caller_at_brokers_door_and_at_events() {
    let sandbox = open().await;
    let (sender, owner) = (known::SENDER.number, known::SERVICE_OWNER.number);
    let system_user = Caller::sender(&sandbox).await;
    let organisation = sender_organisation(&sandbox).await;
    let by_code = Caller::service_owner(&sandbox).await;
    let without_code = Caller::organisation(&sandbox, "service-owner", SCOPES).await;
    let raw = Caller::raw(&sandbox, "sender", SCOPES).await;
    let raw_user = Assertion::of(&sandbox, "sender", SCOPES).await.acting_for(sender, None).token(&sandbox).await;
    let raw_user = Caller { sandbox: &sandbox, token: Some(raw_user) };
    for (who, calls, party, resource, at_broker, at_events) in [
        ("a system user, by delegation", &system_user, sender, known::RESOURCE, 200, 201),
        ("a system user, by delegation of what roles have", &system_user, sender, ROLES, 200, 201),
        ("a system user is not its organisation", &system_user, sender, ORGANISATIONS, 401, 403),
        ("a system user is not its service owner", &system_user, sender, "prov-ikke-delegerbar", 401, 403),
        ("an organisation that no rule names", &organisation, sender, known::RESOURCE, 401, 403),
        ("an organisation has no role", &organisation, sender, ROLES, 401, 403),
        ("an organisation that a rule names by its number", &organisation, sender, ORGANISATIONS, 200, 201),
        ("a service owner that a rule names by its code", &by_code, owner, known::RESOURCE, 200, 201),
        ("a service owner has no right of itself", &by_code, owner, ROLES, 401, 403),
        ("a service owner, and a placeholder for its code", &by_code, owner, "prov-plassholder", 401, 403),
        ("a service owner with its code, named by its number: Events tells the code alone", &by_code, owner, ORGANISATIONS, 200, 403),
        ("a service owner without its code, named by its code", &without_code, owner, known::RESOURCE, 401, 403),
        ("a service owner without its code, named by its number", &without_code, owner, ORGANISATIONS, 200, 201),
        ("a raw token without a system user is nobody; Events takes none", &raw, sender, ORGANISATIONS, 401, 401),
        ("a raw token with a system user; Events takes none", &raw_user, sender, known::RESOURCE, 200, 401),
    ] {
        assert_eq!(broker(calls, resource).await, at_broker, "Broker: {who}");
        assert_eq!(events(calls, resource, party).await, at_events, "Events: {who}");
    }
    sandbox.stop().await;
}

/// Facts platform E.1.
#[tokio::test]
async fn a_rule_that_names_the_caller_ignores_the_party_and_a_delegation_does_not() {
    let sandbox = open().await;
    let organisation = sender_organisation(&sandbox).await;
    assert_eq!(events(&organisation, ORGANISATIONS, known::RECIPIENT.number).await, 201);
    let system_user = Caller::sender(&sandbox).await;
    assert_eq!(events(&system_user, known::RESOURCE, known::RECIPIENT.number).await, 403);
    sandbox.stop().await;
}

/// Facts platform E.1.
#[tokio::test]
async fn an_organisation_delegates_to_another_for_broker_and_not_for_events() {
    let sandbox = open().await;
    let vendor = Caller::organisation(&sandbox, "vendor", SCOPES).await;
    let own = broker(&vendor, ROLES).await;
    assert_eq!(own, 401);
    let mut world = sandbox.shared().world.lock().await;
    // The search asks about the caller's own organisation, so only a delegation from that organisation itself would count there.
    systems::give(&mut world, known::SENDER.number, known::VENDOR.number, ROLES).unwrap();
    let refused = systems::give(&mut world, known::SENDER.number, known::VENDOR.number, "prov-ikke-delegerbar").unwrap_err();
    assert_eq!(refused.code(), "AUTH-00070");
    drop(world);
    let initialize = json!({"fileName": "a.txt", "resourceId": ROLES, "sendersFileTransferReference": "a",
                            "sender": format!("0192:{}", known::SENDER.number), "recipients": [format!("0192:{}", known::RECIPIENT.number)]});
    let send = async || vendor.post("broker/api/v1/filetransfer").json(&initialize).await;
    send().await.is(200);
    assert_eq!(events(&vendor, ROLES, known::SENDER.number).await, 403, "Events asks at the other door");
    let mut world = sandbox.shared().world.lock().await;
    assert!(systems::take_back(&mut world, known::SENDER.number, known::VENDOR.number, ROLES));
    drop(world);
    send().await.has("/code", "BRO-00006");
    sandbox.stop().await;
}

/// Facts platform E.1.
#[tokio::test]
async fn a_package_lets_a_system_user_in_where_the_switch_is_on() {
    for (package_access, expected) in [(PackageAccess::Off, 401), (PackageAccess::On, 200)] {
        let sandbox = strict(Strictness { package_access, ..Strictness::default() }).await;
        rewrite(&sandbox, |file| file.replace(">dagl<", ">Skatt-Naering<").replace("urn:altinn:rolecode", "urn:altinn:accesspackage"))
            .await;
        let sender = Caller::sender(&sandbox).await;
        let mut world = sandbox.shared().world.lock().await;
        let user = world.systems.requests().find(|request| request.system_id == known::SENDER_SYSTEM).unwrap().id;
        systems::change_user(&mut world, user, |user| {
            user.delegations.clear();
            user.access_packages = vec![systems::AccessPackage { urn: "urn:altinn:accesspackage:skatt-naering".to_owned() }];
        });
        drop(world);
        assert_eq!(broker(&sender, known::RESOURCE).await, expected, "{package_access:?}");
        assert_eq!(broker(&sender, ROLES).await, 401, "no rule there names the package");
        sandbox.stop().await;
    }
}

/// Facts platform E.1.
#[tokio::test]
async fn a_rule_that_denies_outweighs_a_delegation() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    assert_eq!((broker(&sender, known::RESOURCE).await, broker(&owner, known::RESOURCE).await), (200, 200));
    rewrite(&sandbox, |file| {
        let rule = &file[file.find("  <xacml:Rule ").unwrap()..file.find("  <xacml:Obligation").unwrap()];
        let subjects = &rule[rule.find("      <xacml:AnyOf>").unwrap()..rule.find("      </xacml:AnyOf>\n").unwrap() + 22];
        let nobody = rule.replace(subjects, "").replace("Effect=\"Permit\"", "Effect=\"Deny\"");
        file.replace(rule, &format!("{rule}{nobody}"))
    })
    .await;
    assert_eq!((broker(&sender, known::RESOURCE).await, broker(&owner, known::RESOURCE).await), (401, 401));
    sandbox.stop().await;
}

/// Facts platform E.1.
#[tokio::test]
async fn a_level_of_authentication_above_three_keeps_out_of_broker() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    rewrite(&sandbox, |file| file.replace(">2<", ">3<")).await;
    assert_eq!((broker(&sender, known::RESOURCE).await, broker(&owner, known::RESOURCE).await), (200, 200));
    rewrite(&sandbox, |file| file.replace(">3<", ">4<")).await;
    assert_eq!((broker(&sender, known::RESOURCE).await, broker(&owner, known::RESOURCE).await), (401, 401));
    assert_eq!(events(&sender, known::RESOURCE, known::SENDER.number).await, 201, "the comparison is Broker's own");
    rewrite(&sandbox, |file| {
        let start = file.find("      <xacml:AttributeAssignmentExpression").unwrap();
        let assignment = &file[start..file.find("    </xacml:ObligationExpression>").unwrap()];
        let of_owners = assignment.replace("authenticationlevel\"", "authenticationlevel-org\"").replace(">4<", ">3<");
        file.replace(assignment, &format!("{assignment}{of_owners}"))
    })
    .await;
    assert_eq!(
        (broker(&sender, known::RESOURCE).await, broker(&owner, known::RESOURCE).await),
        (401, 200),
        "service owners have their own"
    );
    sandbox.stop().await;
}

/// Facts platform E.1.
#[tokio::test]
async fn after_any_permit_the_party_must_be_on_the_list_for_the_action() {
    let sandbox = open().await;
    let (sender, recipient, owner) =
        (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await, Caller::service_owner(&sandbox).await);
    let filtered = async |filters: Option<&[&str]>| {
        let mut world = sandbox.shared().world.lock().await;
        let list = world.registry.list_mut("prov", "partnere").unwrap();
        list.connections[0].action_filters = filters.map(|filters| filters.iter().map(|filter| (*filter).to_owned()).collect());
    };
    assert_eq!((broker(&sender, LISTED).await, broker(&recipient, LISTED).await), (200, 401));
    assert_eq!(broker(&owner, LISTED).await, 401, "a rule that names the owner does not put it on the list");
    assert_eq!(events(&owner, LISTED, known::SENDER.number).await, 201, "the party is asked about, and not the caller");
    for (filters, at_broker, at_events) in
        [(&["write"][..], 200, 403), (&["read"], 401, 403), (&["subscribe"], 401, 201), (&["read", "write", "subscribe"], 200, 201)]
    {
        filtered(Some(filters)).await;
        let seen = (broker(&sender, LISTED).await, events(&sender, LISTED, known::SENDER.number).await);
        assert_eq!(seen, (at_broker, at_events), "{filters:?}: a search asks the list for write, its first action");
    }
    filtered(None).await;
    let lists = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/accesslist.write").await;
    let members = json!({"data": [format!("urn:altinn:organization:identifier-no:{}", known::SERVICE_OWNER.number)]});
    let path = "resourceregistry/api/v1/access-lists/prov/partnere/members";
    lists.post(path).json(&members).await.is(200);
    assert_eq!(broker(&owner, LISTED).await, 200);
    sandbox.stop().await;
}

/// Facts platform E.1.
#[tokio::test]
async fn delegations_are_remembered_for_five_minutes_and_lists_and_resources_for_ten() {
    for caches in [Caches::Off, Caches::AsAltinn] {
        let sandbox = strict(Strictness { caches, ..Strictness::default() }).await;
        let at_once = caches == Caches::Off;
        let minutes = async |minutes: u64| sandbox.world().await.memory.pass(Duration::from_secs(minutes * 60));
        let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
        let seen = (broker(&sender, known::RESOURCE).await, broker(&recipient, LISTED).await, broker(&sender, ROLES).await);
        assert_eq!(seen, (200, 401, 200));

        let mut world = sandbox.shared().world.lock().await;
        let user = world.systems.requests().find(|request| request.system_id == known::SENDER_SYSTEM).unwrap().id;
        assert!(systems::delete_user(&mut world, user));
        world.registry.list_mut("prov", "partnere").unwrap().add(known::RECIPIENT.number);
        drop(world);
        let now = |changed: u16, before: u16| if at_once { changed } else { before };
        let seen = (broker(&sender, known::RESOURCE).await, broker(&recipient, LISTED).await);
        assert_eq!(seen, (now(401, 200), now(200, 401)), "{caches:?}");
        minutes(5).await;
        let seen = (broker(&sender, known::RESOURCE).await, broker(&recipient, LISTED).await);
        assert_eq!(seen, (401, now(200, 401)), "{caches:?}: the delegation is looked at anew, the list is not");
        minutes(5).await;
        assert_eq!(broker(&recipient, LISTED).await, 200, "{caches:?}");

        let owner = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
        let resource = format!("resourceregistry/api/v1/resource/{LISTED}");
        owner.delete(&resource).await.is(204);
        assert_eq!(broker(&recipient, LISTED).await, now(401, 200), "{caches:?}: the resource");
        minutes(10).await;
        assert_eq!(broker(&recipient, LISTED).await, 401, "{caches:?}");
        sandbox.stop().await;
    }
}
