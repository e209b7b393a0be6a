//! Each wrong line of a seed is named with what it should be, and nothing is taken.

use super::*;
use altinn_sandbox::SeedRefused;

/// An organisation and a client without anything wrong, in ten lines.
const SOUND: &str = "[[organisation]]
number = \"310500003\"
name = \"Arkivdirektoratet\"
org_code = \"arkiv\"

[[client]]
id = \"one\"
organisation = \"310500003\"
keys = [{ kid = \"k\", file = \"key.json\" }]

";

/// The wrong lines, those that only show beside a world too.
async fn wrong(seed: &str) -> Vec<(usize, String)> {
    let (folder, file) = folder_with(seed);
    let key = Keys::ephemeral().unwrap().altinn.jwk("in-key");
    fs::write(folder.path().join("key.json"), key.to_string()).unwrap();
    fs::write(folder.path().join("private.pem"), include_str!("rfc7515-a2.pem")).unwrap();
    let refused = match Seed::read(&file) {
        Err(refused) => refused,
        Ok(seed) => match start(Options { seed: Some(seed), ..Options::default() }).await {
            Err(altinn_sandbox::StartError::Seed(refused)) => refused,
            Err(other) => panic!("{other}"),
            Ok(_) => return Vec::new(),
        },
    };
    assert!(!refused.to_string().contains("MIIE"), "a private key is shown: {refused}");
    match refused {
        SeedRefused::Wrong(named, lines) if named == file => lines.into_iter().map(|wrong| (wrong.line, wrong.sentence)).collect(),
        other => panic!("{other}"),
    }
}

/// The wrong lines of what follows the sound ten lines, which is line 11 and on.
async fn after(rest: &str) -> Vec<(usize, String)> {
    wrong(&format!("{SOUND}{rest}")).await
}

fn at(line: usize, sentence: &str) -> Vec<(usize, String)> {
    vec![(line, sentence.to_owned())]
}

#[tokio::test]
async fn a_sound_seed_has_no_wrong_line() {
    assert_eq!(wrong(SOUND).await, []);
    assert_eq!(wrong(SEED_EXAMPLE).await, []);
    assert_eq!(wrong("").await, []);
}

#[tokio::test]
async fn what_is_ill_formed_is_named_with_what_it_should_be() {
    let number = "`number` should be an organisation number: nine digits, the last of which is a check digit.";
    assert_eq!(after("[[organisation]]\nnumber = \"310500004\"\nname = \"A\"").await, at(12, number));
    assert_eq!(after("[[organisation]]\nnumber = 310500011\nname = \"A\"").await, at(12, number));
    assert_eq!(
        after("[[organisation]]\n\nname = \"A\"").await,
        at(11, "`number` is missing: an organisation needs an organisation number: nine digits, the last of which is a check digit.")
    );
    assert_eq!(
        after("[[organisation]]\nnumber = \"310500011\"\nname = \"A\"\nscope = [\"a:b\"]").await,
        at(14, "There is no field `scope`; an organisation has number, name, org_code, prefixes, scopes.")
    );
    assert_eq!(
        after("[[organisation]]\nnumber = \"310500011\"\nname = \"A\"\nscopes = [\n  \"altinn:broker.read\",\n  \"broker\",\n]").await,
        at(16, "`scopes` should be a list of scopes, each written prefix:subscope.")
    );
    assert_eq!(
        after("[[clients]]\nid = \"two\"").await,
        at(11, "There is no field `clients`; a seed has organisation, scope, client, resource, system, system_user.")
    );
    assert_eq!(after("[[organisation]\n").await.len(), 1);
    assert_eq!(
        after("[[resource]]\nid = \"abc\"\nowner = \"310500003\"\ntype = \"Broker\"").await,
        [
            (12, "`id` should be an id of at least four of a-z, 0-9, - and _, which begins neither with se_ nor with app_.".to_owned()),
            (
                14,
                "`type` should be one of Systemresource, MaskinportenSchema, Altinn2Service, AltinnApp, GenericAccessResource, BrokerService, \
                 CorrespondenceService, Consent, MigratedApp."
                    .to_owned()
            ),
        ]
    );
}

#[tokio::test]
async fn a_private_key_is_refused_and_not_shown() {
    const PRIVATE: &str = "Give the public key here: what stands here is a private key, which nobody else should have.";
    let client = "[[client]]\nid = \"two\"\norganisation = \"310500003\"\n";
    let pem = include_str!("rfc7515-a2.pem");
    assert_eq!(after(&format!("{client}[[client.keys]]\nkid = \"k\"\npublic = \"\"\"\n{pem}\"\"\"")).await, at(17, PRIVATE));
    assert_eq!(after(&format!("{client}scopes = \"\"\"\n{pem}\"\"\"")).await, at(15, PRIVATE));
    let jwk = r#"public = '{"kty": "RSA", "n": "AQAB", "e": "AQAB", "d": "AQAB"}'"#;
    assert_eq!(after(&format!("{client}[[client.keys]]\nkid = \"k\"\n{jwk}")).await, at(16, PRIVATE));
    let escaped = r#"public = "{\"kty\": \"RSA\", \"n\": \"AQAB\", \"e\": \"AQAB\", \"d\": \"AQAB\"}""#;
    assert_eq!(after(&format!("{client}[[client.keys]]\nkid = \"k\"\n{escaped}")).await, at(16, PRIVATE));
    assert_eq!(after(&format!("{client}[[client.keys]]\nkid = \"k\"\nfile = \"private.pem\"")).await, at(16, PRIVATE));
    let beside = "Give the certificate alone: here is a private key too, which nobody else should have.";
    assert_eq!(after(&format!("{client}certificate_file = \"private.pem\"")).await, at(14, beside));
}

#[tokio::test]
async fn other_keys_are_refused_by_what_they_are() {
    let key = |key: &str| format!("[[client]]\nid = \"two\"\norganisation = \"310500003\"\n[[client.keys]]\n{key}");
    let short = r#"kid = "k"
public = '{"kty": "RSA", "n": "AQAB", "e": "AQAB"}'"#;
    assert_eq!(after(&key(short)).await, at(16, "Maskinporten takes keys of 2048 bits, and this one has 17."));
    let neither = "This should be a public key, as PEM (-----BEGIN PUBLIC KEY-----) or as a JWK.";
    assert_eq!(after(&key("kid = \"k\"\nfile = \"seed.toml\"")).await, at(16, neither));
    assert_eq!(after(&key("kid = \"k\"")).await, at(14, "Give either `public` or `file`."));
    let posted = "`posted` should be the date on which it was added to the client, such as 2026-05-01; a key lives for a year.";
    assert_eq!(after(&key("posted = \"May\"\nfile = \"key.json\"")).await, at(15, posted));
    let gone = after(&key("kid = \"k\"\nfile = \"gone.pem\"")).await;
    assert!(gone.len() == 1 && gone[0].0 == 16 && gone[0].1.contains("gone.pem cannot be read: "), "{gone:?}");
    let needs = "A client needs a public key ([[client.keys]]) or an enterprise certificate.";
    assert_eq!(after("[[client]]\nid = \"two\"\norganisation = \"310500003\"").await, at(11, needs));
    let twice = "keys = [{ kid = \"k\", file = \"key.json\" },\n        { kid = \"k\", file = \"key.json\" }]";
    assert_eq!(
        after(&format!("[[client]]\nid = \"two\"\norganisation = \"310500003\"\n{twice}")).await,
        at(15, "The client has a key k already.")
    );
}

#[tokio::test]
async fn what_is_not_there_or_there_already_is_named() {
    let key = "keys = [{ file = \"key.json\" }]";
    assert_eq!(
        after(&format!("[[client]]\nid = \"two\"\norganisation = \"310500011\"\n{key}")).await,
        at(13, "Organisation 310 500 011 is not there: add an [[organisation]] with this number.")
    );
    assert_eq!(
        after(&format!("[[client]]\nid = \"one\"\norganisation = \"310500003\"\n{key}")).await,
        at(12, "The client one stands in line 7 already.")
    );
    let known = known::client("sender").unwrap().id;
    assert_eq!(
        after(&format!("[[client]]\nid = \"{known}\"\norganisation = \"310500003\"\n{key}")).await,
        at(12, &format!("This world has a client {known} already."))
    );
    assert_eq!(
        after("[[organisation]]\nnumber = \"310500011\"\nname = \"A\"\norg_code = \"prov\"\nprefixes = [\"altinn\"]").await,
        [
            (14, "Another service owner has the code prov.".to_owned()),
            (15, "The prefix altinn belongs to organisation 991 825 827.".to_owned()),
        ]
    );
    assert_eq!(
        after("[[organisation]]\nnumber = \"310400203\"\nname = \"A\"").await,
        at(13, "This organisation is in every sandbox, and is called Avsender og Sønner AS; leave `name` out.")
    );
    assert_eq!(
        after("[[resource]]\nid = \"prov-filutveksling\"\nowner = \"310400203\"").await,
        [
            (12, "This world has, or had, a resource prov-filutveksling already.".to_owned()),
            (13, "A resource belongs to a service owner: organisation 310 400 203 needs an `org_code`.".to_owned()),
        ]
    );
}

#[tokio::test]
async fn systems_and_their_users_fit_together() {
    let resource = "[[resource]]\nid = \"arkiv-en\"\nowner = \"310500003\"\npolicy.read = [\"owner\"]\n";
    let system =
        "[[system]]\nid = \"310500003_a\"\nvendor = \"310500003\"\nclients = [\"one\", \"two\"]\nrights = [\"arkiv-en\", \"arkiv-to\"]\n";
    let user = "[[system_user]]\nsystem = \"310500003_b\"\nparty = \"310400203\"\n";
    assert_eq!(
        after(&format!("{resource}{system}{user}")).await,
        [
            (18, "The client two is not there: add a [[client]] with this id.".to_owned()),
            (19, "No system user can get the resource arkiv-en: its policy gives nothing to a role or a package.".to_owned()),
            (19, "The resource arkiv-to is not there: add a [[resource]] with this id.".to_owned()),
            (21, "The system 310500003_b is not there: add a [[system]] with this id.".to_owned()),
        ]
    );
    let taken = known::client("sender").unwrap().id;
    assert_eq!(
        after(&format!("[[system]]\nid = \"310500003_a\"\nvendor = \"310400203\"\nclients = [\"{taken}\"]\n")).await,
        [
            (12, "The id should begin with the vendor's number: 310400203_.".to_owned()),
            (14, format!("A client stands in one system only, and {taken} stands in 310400203_filer.")),
        ]
    );
}
