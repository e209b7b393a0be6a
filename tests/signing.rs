//! What a client signs with, against the sandbox over HTTP: an enterprise certificate of either kind, and a file with several keys.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use altinn_sandbox::known::KeyHolder;
use altinn_sandbox::{EnterpriseCa, NumberIn, Options, People, RsaKey, Sandbox, Validity, start, write_kit};
use broker_setup::checks::{Connection, Run, run};
use broker_setup::deeds;
use broker_setup::journey::{
    CheckId, DeedId, DeedOptions, Environment, Evidence, FieldId, Finding, Profile, PublishedEnvironment, Readiness, Verdict, plan,
};
use broker_setup::services::Trace;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::sync::mpsc;

const SENDER: &str = "310400203";
const RECIPIENT: &str = "310400300";

/// A sandbox with its kit beside it.
struct Desk {
    sandbox: Sandbox,
    kit: TempDir,
}

impl Desk {
    async fn open(people: People) -> Self {
        let sandbox = start(Options { people, ..Options::default() }).await.unwrap();
        let kit = tempfile::tempdir().unwrap();
        write_kit(kit.path(), &sandbox.world().await, &sandbox.origin).unwrap();
        Self { sandbox, kit }
    }

    /// The answers of a file in the kit, some of them changed.
    fn profile(&self, answers: &str, changes: &[(FieldId, &str)]) -> Profile {
        let text = std::fs::read_to_string(self.kit.path().join(answers)).unwrap();
        let mut profile: Profile = toml::from_str(&text).unwrap();
        for (field, text) in changes {
            profile.set(*field, text).unwrap();
        }
        profile
    }

    /// Writes a file that only its user can read, as keys are.
    fn write(&self, name: &str, content: &[u8]) {
        let path = self.kit.path().join(name);
        std::fs::write(&path, content).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        }
    }

    fn kit_text(&self, name: &str) -> String {
        std::fs::read_to_string(self.kit.path().join(name)).unwrap()
    }

    async fn connect(&self, profile: Profile, evidence: Evidence) -> Connection {
        Connection::open(profile, self.kit.path(), Some(&self.sandbox.origin), evidence, Trace::default()).await.unwrap()
    }

    async fn check_with(&self, profile: &Profile, evidence: Evidence) -> Run {
        let connection = self.connect(profile.clone(), evidence).await;
        let (sender, _progress) = mpsc::unbounded_channel();
        run(&connection, &plan(profile), sender).await
    }

    async fn check(&self, profile: &Profile) -> Run {
        self.check_with(profile, Evidence::default()).await
    }

    /// Writes a certificate chain and its key as `cert.pem`, and says what is wrong with it, if anything.
    async fn accused_of(
        &self,
        issuer: Option<EnterpriseCa>,
        organisation: &str,
        validity: Validity,
        number_in: NumberIn,
    ) -> Vec<Accusation> {
        let keys = self.sandbox.world().await.keys;
        let key: &RsaKey = &keys.holders[&KeyHolder::Sender];
        let chain = issuer.or(keys.enterprise.clone()).unwrap().chain(organisation, key, validity, number_in).unwrap();
        let pem = chain.iter().map(|der| format!("-----BEGIN CERTIFICATE-----\n{der}\n-----END CERTIFICATE-----\n"));
        self.write("cert.pem", (pem.collect::<String>() + key.pem.expose()).as_bytes());
        let profile = self.profile("sender-certificate.toml", &[(FieldId::ClientCertificate, "file:cert.pem")]);
        accusations(&self.check(&profile).await)
    }
}

type Accusation = (CheckId, &'static str, &'static str);

/// What is wrong, but for the deeds that nobody has done.
fn accusations(run: &Run) -> Vec<Accusation> {
    let left = [CheckId::IntegrateTransfer, CheckId::EventsSubscription];
    let accuses = |verdict: &Verdict| matches!(verdict, Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Unknown);
    let found = run.findings.iter().filter(|finding| accuses(&finding.outcome) && !left.contains(&finding.check));
    found.map(|finding| (finding.check, finding.outcome.name(), finding.message.words())).collect()
}

fn of(run: &Run, check: CheckId) -> &Finding {
    run.findings.iter().find(|finding| finding.check == check).unwrap()
}

#[tokio::test]
async fn a_certificate_stands_for_a_key_in_every_role() {
    let desk = Desk::open(People::Never).await;
    for role in ["sender", "recipient", "service-owner"] {
        let profile = desk.profile(&format!("{role}-certificate.toml"), &[]);
        let run = desk.check(&profile).await;
        assert_eq!(accusations(&run), [], "{role}");
        assert_eq!(of(&run, CheckId::ClientKey).message.id(), "certificate-good", "{role}");
        assert_eq!(of(&run, CheckId::ClientToken).outcome, Verdict::Pass, "{role}");
    }
}

#[tokio::test]
async fn after_its_deeds_a_setup_with_a_certificate_is_ready() {
    let desk = Desk::open(People::Instant).await;
    let profile = desk.profile("sender-certificate.toml", &[]);
    let mut evidence = Evidence::default();
    for deed in [DeedId::Subscribe, DeedId::SendTest] {
        let connection = desk.connect(profile.clone(), evidence).await;
        let (sender, _progress) = mpsc::unbounded_channel();
        let options = DeedOptions { confirm: true, ..DeedOptions::default() };
        evidence =
            deeds::perform(deed, &connection, &options, sender).await.unwrap_or_else(|stopped| panic!("{deed}: {stopped:?}")).evidence;
    }
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let run = desk.check_with(&profile, evidence.clone()).await;
        if Readiness::of(&plan(&profile), &run.findings).is_ready() {
            return;
        }
        assert!(Instant::now() < deadline, "{:?}", accusations(&run));
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test]
async fn the_key_may_lie_beside_the_certificate_and_both_kinds_are_read() {
    let desk = Desk::open(People::Never).await;
    let apart = [(FieldId::ClientCertificate, "file:sender-certificate.pem"), (FieldId::ClientKey, "file:sender.pem")];
    let run = desk.check(&desk.profile("sender-certificate.toml", &apart)).await;
    assert_eq!((accusations(&run), of(&run, CheckId::ClientKey).message.id()), (vec![], "certificate-good"));
    for number_in in [NumberIn::OrganisationIdentifier, NumberIn::SerialNumber] {
        assert_eq!(desk.accused_of(None, SENDER, Validity::Current, number_in).await, []);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_certificate_is_one_accusation() {
    let desk = Desk::open(People::Never).await;
    for number_in in [NumberIn::OrganisationIdentifier, NumberIn::SerialNumber] {
        let key = |message| [(CheckId::ClientKey, "needs-you", message)];
        assert_eq!(desk.accused_of(None, RECIPIENT, Validity::Current, number_in).await, key("certificate-of-other"));
        assert_eq!(desk.accused_of(None, SENDER, Validity::Ended, number_in).await, key("certificate-ended"));
        let stranger = Some(EnterpriseCa::generate().unwrap());
        let token = [(CheckId::ClientToken, "fail", "client-certificate")];
        assert_eq!(desk.accused_of(stranger, SENDER, Validity::Current, number_in).await, token);
    }
    for (changes, accused) in [
        // The client belongs to another organisation than the certificate: MP-122.
        (vec![(FieldId::ClientId, "5a0c0020-7d1e-4f6a-9b1c-000000000020")], (CheckId::ClientToken, "fail", "client-certificate-owner")),
        // The client has a registered key, so it cannot show a certificate.
        (vec![(FieldId::ClientId, "5a0c0002-7d1e-4f6a-9b1c-000000000002")], (CheckId::ClientToken, "fail", "client-no-kid")),
        (vec![(FieldId::ClientAuth, "key"), (FieldId::ClientKid, "k")], (CheckId::ClientKey, "needs-you", "certificate-not-used")),
        (vec![(FieldId::ClientCertificate, "")], (CheckId::ClientKey, "needs-you", "field-missing")),
        (vec![(FieldId::ClientCertificate, "file:sender-certificate.pem")], (CheckId::ClientKey, "needs-you", "certificate-key-missing")),
        (vec![(FieldId::ClientCertificate, "file:sender.pem")], (CheckId::ClientKey, "fail", "certificate-missing")),
        (
            vec![(FieldId::ClientCertificate, "file:sender-certificate.pem"), (FieldId::ClientKey, "file:recipient.pem")],
            (CheckId::ClientKey, "fail", "certificate-of-other-key"),
        ),
        (vec![(FieldId::ClientKeyPassword, "")], (CheckId::ClientKey, "needs-you", "key-encrypted")),
        (vec![(FieldId::ClientKeyPassword, "file:api-key.txt")], (CheckId::ClientKey, "needs-you", "key-password-wrong")),
    ] {
        let run = desk.check(&desk.profile("sender-certificate.toml", &changes)).await;
        assert_eq!(accusations(&run), [accused], "{changes:?}");
    }
}

#[tokio::test]
async fn of_two_keys_in_a_file_the_one_that_maskinporten_takes_is_used_and_told() {
    let desk = Desk::open(People::Never).await;
    let (ours, theirs) = (desk.kit_text("sender.pem"), desk.kit_text("recipient.pem"));
    let two = [(FieldId::ClientKey, "file:two.pem")];
    for (content, place) in [(format!("{ours}{theirs}"), 1), (format!("{theirs}{ours}"), 2)] {
        desk.write("two.pem", content.as_bytes());
        let run = desk.check(&desk.profile("sender.toml", &two)).await;
        assert_eq!(accusations(&run), []);
        assert_eq!(of(&run, CheckId::ClientKey).message.id(), "key-one-of-several");
        let rows: Vec<String> = of(&run, CheckId::ClientToken).evidence.iter().map(|row| format!("{:?}", row.message)).collect();
        assert_eq!(rows, [format!("RowKeyFits {{ place: {place}, keys: 2 }}")]);
    }
    desk.write("two.pem", format!("{theirs}{}", desk.kit_text("vendor.pem")).as_bytes());
    let run = desk.check(&desk.profile("sender.toml", &two)).await;
    assert_eq!(accusations(&run), [(CheckId::ClientToken, "fail", "client-wrong-key")]);
    assert!(of(&run, CheckId::ClientToken).evidence.iter().any(|row| row.message.id() == "row-no-key-fits"));
}

#[tokio::test]
async fn a_certificate_of_the_other_environment_is_told_before_anybody_is_asked() {
    // Nothing is called: the key of tests/keys is for nobody.
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/keys");
    for (environment, id) in
        [(PublishedEnvironment::Tt02, "certificate-of-production"), (PublishedEnvironment::Prod, "certificate-of-test")]
    {
        for issuer in ["buypass", "commfides"] {
            let mut profile = Profile::new(broker_setup::journey::Role::Sender, Environment::Named(environment));
            let file = format!("file:{issuer}-{}.p12", if id.ends_with("test") { "test" } else { "production" });
            for (field, text) in
                [(FieldId::Organisation, "310100005"), (FieldId::ClientAuth, "certificate"), (FieldId::ClientCertificate, file.as_str())]
            {
                profile.set(field, text).unwrap();
            }
            let only = plan(&profile).only(&profile, &[CheckId::ClientKey]);
            let connection = Connection::open(profile, &folder, None, Evidence::default(), Trace::default()).await.unwrap();
            let (sender, _progress) = mpsc::unbounded_channel();
            let run = run(&connection, &only, sender).await;
            assert_eq!(run.findings[0].message.id(), id, "{issuer}");
        }
    }
}
