//! What a deed says that stops because a fault strikes one of its calls.

use crate::rows::{NO_FIX, PASSES, Row};
use crate::scene::{Scene, number, run};
use crate::settings::{CALLS, SHORT as SLOW, settings};
use altinn_sandbox::faults::{self, Face, Fault, Service, Setting, Shape};
use altinn_sandbox::{Part, Preset, known, write_kit};
use broker_setup::checks::{Connection, Keeping, Kept};
use broker_setup::deeds::preview;
use broker_setup::journey::{DeedId, DeedOptions, DeedProgress, Evidence, FieldId, Journal, Outcome, Profile, Stopped};
use broker_setup::services::Patience;
use broker_setup::text::Text;
use broker_setup::values::{Call, Language};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What is waited for comes within it; a fault that is set stays.
const SHORT: Duration = Duration::from_secs(5);

/// A deed in a situation in which it does something.
pub struct Act {
    deed: DeedId,
    part: Part,
    client: Client,
    changes: &'static [(FieldId, &'static str)],
    /// What is done before it.
    after: &'static [DeedId],
}

/// Whose client and key it is.
#[derive(Clone, Copy)]
enum Client {
    /// The role's own.
    Ready,
    /// A sender's that stands in no system.
    OffSystem,
    /// That of a service owner that Broker does not know.
    Newcomer,
    /// The role's own, with an admin client.
    WithAdmin,
}

const fn act(deed: DeedId, part: Part, client: Client) -> Act {
    Act { deed, part, client, changes: &[], after: &[] }
}

const NEW_RESOURCE: &[(FieldId, &str)] = &[
    (FieldId::Resource, "nyk-nye-filer"),
    (FieldId::ContactEmail, "kari@nykommerverket.no"),
    (FieldId::PublishTitleNb, "Smarte filer"),
    (FieldId::PolicyOwnerActs, "no"),
    (FieldId::PolicyAdmits, "any"),
];
const WITH_LIST: &[(FieldId, &str)] = &[(FieldId::Resource, "prov-tilgangsliste")];
const NEW_LISTED: &[(FieldId, &str)] = &[(FieldId::Resource, known::NEWCOMER_RESOURCE)];
const NO_KEY: &[(FieldId, &str)] = &[(FieldId::ClientKey, ""), (FieldId::ClientKid, ""), (FieldId::ClientKeyPosted, "")];
const ONE_MORE: &[(FieldId, &str)] = &[(FieldId::Resource, known::NEWCOMER_RESOURCE)];
const MORE_RIGHTS: &[(FieldId, &str)] = &[(FieldId::SystemId, known::SENDER_SYSTEM), (FieldId::Resource, known::NEWCOMER_RESOURCE)];

pub static ACTS: &[Act] = &[
    act(DeedId::SendTest, Part::Sender, Client::Ready),
    act(DeedId::SendTest, Part::ServiceOwner, Client::Ready),
    act(DeedId::ReceiveTest, Part::Recipient, Client::Ready),
    act(DeedId::Subscribe, Part::Sender, Client::Ready),
    act(DeedId::Subscribe, Part::ServiceOwner, Client::Ready),
    Act { after: &[DeedId::Subscribe], ..act(DeedId::Unsubscribe, Part::Sender, Client::Ready) },
    act(DeedId::RotateKey, Part::Sender, Client::WithAdmin),
    Act { changes: NO_KEY, after: &[DeedId::MakeKey], ..act(DeedId::PostKey, Part::Sender, Client::WithAdmin) },
    Act { after: &[DeedId::RotateKey], ..act(DeedId::RetireKey, Part::Sender, Client::WithAdmin) },
    act(DeedId::RegisterSystem, Part::Sender, Client::OffSystem),
    Act { after: &[DeedId::RegisterSystem], ..act(DeedId::AskSystemUser, Part::Sender, Client::OffSystem) },
    Act { changes: MORE_RIGHTS, ..act(DeedId::UpdateSystem, Part::Sender, Client::OffSystem) },
    Act { changes: ONE_MORE, after: &[DeedId::UpdateSystem], ..act(DeedId::ChangeSystemUser, Part::Sender, Client::Ready) },
    Act { changes: NEW_RESOURCE, ..act(DeedId::PublishResource, Part::ServiceOwner, Client::Newcomer) },
    Act { changes: NEW_RESOURCE, after: &[DeedId::PublishResource], ..act(DeedId::PublishPolicy, Part::ServiceOwner, Client::Newcomer) },
    act(DeedId::RegisterOwner, Part::ServiceOwner, Client::Newcomer),
    Act { after: &[DeedId::RegisterOwner], ..act(DeedId::ConfigureResource, Part::ServiceOwner, Client::Newcomer) },
    Act { changes: WITH_LIST, ..act(DeedId::Admit, Part::ServiceOwner, Client::Ready) },
    Act { changes: NEW_LISTED, after: &[DeedId::Admit], ..act(DeedId::RestrictResource, Part::ServiceOwner, Client::Newcomer) },
];

/// A sandbox in which the deed can be done, with the answers and the journal so far.
struct Stage {
    scene: Scene,
    profile: Profile,
    evidence: Evidence,
    journal: Journal,
}

impl Stage {
    async fn of(act: &Act) -> Self {
        let scene = Scene::set().await;
        let changes =
            [answers_of(act.client, &scene, act.part).await, act.changes.iter().map(|(f, text)| (*f, (*text).to_owned())).collect()];
        let changes = changes.concat();
        let changes: Vec<(FieldId, &str)> = changes.iter().map(|(field, text)| (*field, text.as_str())).collect();
        let profile = scene.connection_with(act.part, Preset::Ready, &changes).await.profile;
        let mut stage = Self { scene, profile, evidence: Evidence::default(), journal: Journal::default() };
        for deed in act.after {
            let kept = Arc::new(Mutex::new(stage.journal.clone()));
            let connection = stage.connection(&kept).await;
            let options = stage.options(*deed, &connection).await;
            let (done, progress) = run(*deed, &connection, &options).await;
            let done = done.unwrap_or_else(|stopped| panic!("{deed}: {stopped:?}"));
            for step in progress {
                if let DeedProgress::Answered { field, text } = step {
                    stage.profile.set(field, &text).expect("the field takes it");
                }
            }
            stage.evidence = done.evidence;
            stage.journal = kept.lock().expect("a journal").clone();
        }
        stage
    }

    /// A connection of a program that starts now.
    async fn connection(&self, journal: &Arc<Mutex<Journal>>) -> Connection {
        self.connection_within(journal, None).await
    }

    /// `whole`: how long a call may take.
    async fn connection_within(&self, journal: &Arc<Mutex<Journal>>, whole: Option<Duration>) -> Connection {
        let mut connection = self.scene.open(self.profile.clone(), self.evidence.clone()).await;
        let own = tempfile::tempdir_in(self.scene.folder.path()).expect("a folder").keep();
        connection.scratch = own.join("scratch");
        connection.kept = own.join("kept");
        connection.keys = own.join("keys");
        let usual = Patience::default();
        let patience =
            Patience { validation: SHORT, storage: SHORT, arrival: SHORT, line: SHORT, whole: whole.unwrap_or(usual.whole), ..usual };
        connection.services = connection.services.with_patience(patience);
        let (known, kept) = (journal.lock().expect("a journal").clone(), Arc::clone(journal));
        let keep = move |left: Kept<'_>| {
            if let Kept::Entry(entry) = left {
                kept.lock().expect("a journal").add(entry.clone());
            }
            Ok(())
        };
        connection.with_journal(known, Keeping::to(keep))
    }

    async fn options(&self, deed: DeedId, connection: &Connection) -> DeedOptions {
        let add = if deed == DeedId::Admit { vec![number(known::VENDOR.number)] } else { Vec::new() };
        let options = DeedOptions { confirm: true, add, ..DeedOptions::default() };
        let agreed = preview(deed, connection, &options).await.unwrap_or_else(|stopped| panic!("{deed}: {stopped:?}")).agreed();
        DeedOptions { agreed, ..options }
    }

    /// Does the deed, and returns the calls that were made for it.
    async fn done(&self, deed: DeedId, options: &DeedOptions, whole: Option<Duration>) -> (Result<Outcome, Box<Stopped>>, Vec<Call>) {
        let connection = self.connection_within(&Arc::new(Mutex::new(self.journal.clone())), whole).await;
        let done = run(deed, &connection, options).await.0;
        (done, connection.services.traffic())
    }

    async fn agreed(&self, deed: DeedId) -> DeedOptions {
        self.options(deed, &self.connection(&Arc::new(Mutex::new(self.journal.clone()))).await).await
    }
}

async fn answers_of(client: Client, scene: &Scene, part: Part) -> Vec<(FieldId, String)> {
    let known_as = |name: &str| known::client(name).map(|client| (client.id.to_owned(), client.kid())).expect("a client");
    match client {
        Client::Ready => Vec::new(),
        Client::OffSystem => {
            let (id, kid) = known_as("off-system");
            vec![(FieldId::ClientId, id), (FieldId::ClientKid, kid), (FieldId::SystemId, String::new())]
        }
        Client::Newcomer => {
            let folder = scene.folder.path().join("kit");
            write_kit(&folder, &scene.sandbox.world().await, &scene.sandbox.origin).expect("a kit");
            let (id, kid) = known_as("newcomer");
            vec![
                (FieldId::Organisation, known::NEWCOMER.number.to_owned()),
                (FieldId::ClientId, id),
                (FieldId::ClientKid, kid),
                (FieldId::ClientKey, format!("file:{}", folder.join("newcomer.pem").display())),
                (FieldId::Resource, known::NEWCOMER_RESOURCE.to_owned()),
                (FieldId::TransferRecipients, String::new()),
            ]
        }
        Client::WithAdmin => {
            let key = scene.connection(part).await.profile.answer(FieldId::ClientKey).expect("a key");
            let (id, kid) = known_as("admin");
            vec![(FieldId::AdminId, id), (FieldId::AdminKid, kid), (FieldId::AdminKey, key)]
        }
    }
}

/// The deeds that are asked about the token's own faults too. They are the same for every deed, which gets its tokens in one place.
const ABOUT_TOKENS: [DeedId; 3] = [DeedId::SendTest, DeedId::RegisterSystem, DeedId::PublishResource];

pub async fn rows(act: &Act) -> Vec<Row> {
    let healthy = Stage::of(act).await;
    let (done, calls) = healthy.done(act.deed, &healthy.agreed(act.deed).await, None).await;
    if let Err(stopped) = done {
        panic!("{}: {stopped:?}", act.deed);
    }
    let mut stage = Stage::of(act).await;
    let mut options = stage.agreed(act.deed).await;
    let mut rows = Vec::new();
    let asked = faults::all().iter().filter(|fault| fault.face == Face::Http && is_asked(fault, act.deed));
    for (name, setting) in asked.flat_map(|fault| settings(fault, &calls)).filter(|(_, setting)| is_met_here(setting, act.deed)) {
        let (slow, reaches) = (setting.fault.shape == Shape::Slow, reaches(setting.fault.shape));
        let set = &stage.scene.sandbox.shared().faults;
        set.set(setting.times(CALLS));
        let (done, _) = stage.done(act.deed, &options, slow.then_some(SLOW)).await;
        let struck = set.current().iter().any(|left| left.times != Some(CALLS));
        set.clear_all();
        if struck {
            let stopped = done.as_ref().err();
            let says = stopped.map_or_else(|| PASSES.to_owned(), |stopped| said(stopped));
            let open = stopped.and_then(|stopped| stopped.message.open_question()).map(|question| question.to_string());
            let (role, by) = (act.part.name().to_owned(), act.deed.to_string());
            rows.push(Row { fault: name, role, by, says, open: open.into_iter().collect() });
        }
        if done.is_ok() || (struck && reaches) {
            // What was done changed the world.
            stage = Stage::of(act).await;
            options = stage.agreed(act.deed).await;
        }
    }
    rows
}

fn is_asked(fault: &Fault, deed: DeedId) -> bool {
    fault.services.iter().any(|service| match service {
        Service::Approval => false,
        Service::Maskinporten | Service::Exchange => ABOUT_TOKENS.contains(&deed),
        Service::Any | Service::Systems | Service::Registry | Service::Broker | Service::Events | Service::SelfService => true,
    })
}

/// A fault of several services strikes a deed first where it gets its tokens, which is the same for every deed; so most deeds meet it
/// only at the services that they are about, at each alone.
fn is_met_here(setting: &Setting, deed: DeedId) -> bool {
    let makes_tokens = |service: Service| matches!(service, Service::Any | Service::Maskinporten | Service::Exchange);
    let strikes_tokens = setting.only.map_or_else(|| setting.fault.services.iter().any(|one| makes_tokens(*one)), makes_tokens);
    !strikes_tokens || ABOUT_TOKENS.contains(&deed)
}

/// Whether the service does what it is asked, and only its answer is struck.
const fn reaches(shape: Shape) -> bool {
    matches!(shape, Shape::Slow | Shape::HalfClosed | Shape::Truncated)
}

fn said(stopped: &Stopped) -> String {
    let who = stopped.message.who().map_or("-", |who| who.name());
    let cause = stopped.message.cause().map_or("", |cause| cause.name());
    let code = stopped.code.as_deref().unwrap_or("-");
    let has_fix = Text::new(Language::English).deed(&stopped.message).fix.is_some();
    let end = if has_fix { String::new() } else { format!(" {NO_FIX}") };
    format!("stops {code} {} {cause} {who}{end}", stopped.message.id()).replace("  ", " ")
}
