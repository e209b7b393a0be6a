//! Facts platform D.1: the validation errors of the system register.

use super::register::{id, only_finding, vendor, with};
use super::*;

#[tokio::test]
async fn each_finding_alone_with_its_code_title_and_path() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let taken = known::client("recipient").unwrap().id;
    let package = |name: &str| json!([{"urn": format!("urn:altinn:accesspackage:{name}")}]);
    let mut visible = with("accessPackages", package("regnskapsforer-lonn"));
    visible["isVisible"] = json!(true);
    for (body, code, path, title) in [
        (
            with("vendor", json!({"ID": "310400203"})),
            "AUTH.VLD-00000",
            "vendor/id",
            "the org number identifier is not valid ISO6523 identifier",
        ),
        (with("id", json!("999_x")), "AUTH.VLD-00001", "systemid", "The system id does not match the format orgnumber_xxxx..."),
        (with("id", json!(known::SENDER_SYSTEM)), "AUTH.VLD-00002", "systemid", "The system id already exists"),
        (
            with("rights", json!([right("gone")])),
            "AUTH.VLD-00003",
            "rights/resource",
            "One or more resources specified in rights were not found in Altinn's resource register.",
        ),
        (with("clientId", json!([taken])), "AUTH.VLD-00004", "clientid", "One of the client id is already tagged with an existing system"),
        (
            with("allowedRedirectUrls", json!(["http://a.no"])),
            "AUTH.VLD-00005",
            "allowedredirecturls",
            "One or more of the redirect urls format is not valid. The valid format is https://xxx.xx",
        ),
        (
            with("rights", json!([right(known::RESOURCE), right(known::RESOURCE)])),
            "AUTH.VLD-00006",
            "rights/resource",
            "One or more duplicate rights found",
        ),
        (
            with("accessPackages", json!([package("skatt-naering")[0], package("skatt-naering")[0]])),
            "AUTH.VLD-00007",
            "accesspackages",
            "One or more duplicate access package(s) found",
        ),
        (
            with("accessPackages", package("ingen")),
            "AUTH.VLD-00008",
            "accesspackages",
            "One or all the accesspackage(s) is not found in altinn's access packages or is not delegable",
        ),
        (
            with("accessPackages", package("hovedadministrator")),
            "AUTH.VLD-00008",
            "accesspackages",
            "One or all the accesspackage(s) is not found in altinn's access packages or is not delegable",
        ),
        (
            with("rights", json!([{"resource": [{"id": "urn:altinn:task", "value": "x"}]}])),
            "AUTH.VLD-00009",
            "rights/resource",
            "One or more resource id is in wrong format. The valid format is urn:altinn:resource",
        ),
        (
            with("id", json!(format!("{} x", id()))),
            "AUTH.VLD-00013",
            "systemid",
            "System ID cannot have spaces in id (leading, trailing or in between the id)",
        ),
        (
            visible,
            "AUTH.VLD-00018",
            "accesspackages",
            "Access packages meant for system user for client relations can't be used in combination with the flag isVisible: true",
        ),
    ] {
        let row = only_finding(&vendor.post(REGISTER).json(&body).await, code, path);
        assert_eq!(row["title"], title, "{code}");
        match code {
            "AUTH.VLD-00003" => assert_eq!(row["ResourceIds Not Found : "], "gone"),
            "AUTH.VLD-00008" => assert!(row["Invalid Urn Details : "].is_string()),
            "AUTH.VLD-00009" => assert_eq!(row["Invalid Resource Id Details : "], "x", "the value, not the name"),
            _ => {}
        }
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn vld_00017_a_resource_whose_type_is_not_delegable() {
    let sandbox = open().await;
    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let three = json!({"en": "a", "nb": "b", "nn": "c"});
    let schema = json!({"identifier": "prov-skjema", "title": three, "description": three, "rightDescription": three, "resourceType": "MaskinportenSchema",
                        "contactPoints": [], "hasCompetentAuthority": {"name": three, "organization": known::SERVICE_OWNER.number, "orgcode": "prov"}});
    owner.post("resourceregistry/api/v1/resource").json(&schema).await.is(201);
    let answer = vendor(&sandbox).await.post(REGISTER).json(with("rights", json!([right("prov-skjema")]))).await;
    let row = only_finding(&answer, "AUTH.VLD-00017", "rights/resource");
    assert_eq!(row["ResourceIds Not Delegable : "], "prov-skjema");
    sandbox.stop().await;
}

#[tokio::test]
async fn vld_00008_says_what_is_wrong_with_each_package() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let packages = json!([{"urn": "skatt-naering"}, {"urn": "urn:altinn:accesspackage:ingen"}, {"urn": "urn:altinn:accesspackage:hovedadministrator"},
                          {"urn": "urn:altinn:accesspackage:ikke"}]);
    let row = only_finding(&vendor.post(REGISTER).json(with("accessPackages", packages)).await, "AUTH.VLD-00008", "accesspackages");
    assert_eq!(
        row["Invalid Urn Details : "],
        "Invalid format: skatt-naering | Not found: urn:altinn:accesspackage:ingen, urn:altinn:accesspackage:ikke | \
         Not possible to delegate: urn:altinn:accesspackage:hovedadministrator"
    );
    sandbox.stop().await;
}
