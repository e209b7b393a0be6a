//! Somebody who knows nothing and does what comes next.

use crate::cast::{Actor, Cast, EventsCome, Others, RECIPIENT, SENDER};
use crate::outside::Outside;
use altinn_sandbox::{Gateway, Options, Sandbox};
use broker_setup::engine::{Engine, Folders, OpenConnection};
use broker_setup::journey::{
    Act, DeedId, DeedOptions, DeedProgress, Environment, Errand, FieldId, LetterAct, LetterOptions, Next, NextKind, Profile, SavedState,
    Situation, Who, next, plan, scopes,
};
use jiff::Timestamp;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Enough for any way that leads somewhere.
const MOST_STEPS: usize = 60;

pub struct Follower {
    pub engine: Engine,
    pub sandbox: Sandbox,
    pub outside: Outside,
    pub profile: Profile,
    /// What was done, in order.
    pub done: Vec<String>,
    cast: Cast,
    folder: TempDir,
}

/// Where the way ends.
#[derive(Debug)]
pub struct End {
    /// What is still open. Empty if all is ready.
    pub open: Vec<Next>,
    /// What was done, in order.
    pub done: Vec<String>,
}

impl Follower {
    pub async fn new(cast: Cast) -> Self {
        let folder = TempDir::new().expect("a folder");
        let engine = Engine::new(Folders::below(folder.path()));
        let world = engine.sandbox_world();
        let options = Options { gateway: Gateway::Open, world: Some(world), ..Options::default() };
        let sandbox = altinn_sandbox::start(options).await.expect("a sandbox");
        let outside = Outside::set(sandbox.origin.as_str(), cast).await;
        let mut profile = Profile::new(cast.role, Environment::SANDBOX);
        profile.acting = cast.acting;
        for (field, text) in cast.answered {
            profile.set(*field, text).unwrap_or_else(|problem| panic!("{field} = {text}: {problem:?}"));
        }
        Self { engine, sandbox, outside, profile, done: Vec::new(), cast, folder }
    }

    /// Does what comes next until nothing is left, or nothing that is left changes anything.
    pub async fn follow(mut self) -> End {
        for _ in 0..MOST_STEPS {
            let open = self.open();
            if open.is_empty() || !self.step(&open).await {
                let open = self.open();
                return self.end(open).await;
            }
        }
        panic!("no end after {MOST_STEPS} steps: {:#?}\n{}", self.done, self.findings());
    }

    /// Does the first that changes something. Who waits for somebody does meanwhile what else there is.
    async fn step(&mut self, open: &[Next]) -> bool {
        for next in open {
            let before = self.situation();
            self.done.push(format!("{:?} {:?}", next.act, next.who));
            self.act(next).await;
            if self.situation() != before {
                return true;
            }
            // The same line again would be done for ever.
            let is_of_others = matches!(next.kind(), NextKind::Person | NextKind::Portal | NextKind::Wait);
            assert!(is_of_others, "a circle: {next:?}\n{:#?}\n{}", self.done, self.findings());
        }
        let before = self.situation();
        self.changes_by_itself(&before).await
    }

    async fn end(self, open: Vec<Next>) -> End {
        self.sandbox.stop().await;
        End { open, done: self.done }
    }

    fn state(&self) -> SavedState {
        self.engine.state(&self.profile).expect("a state")
    }

    pub fn open(&self) -> Vec<Next> {
        let state = self.state();
        next(Situation { profile: &self.profile, findings: &state.findings, journal: &state.journal, now: Timestamp::now() })
    }

    /// What the next steps follow from, without times.
    fn situation(&self) -> String {
        let state = self.state();
        let findings: Vec<String> =
            state.findings.iter().map(|finding| format!("{} {:?} {}", finding.check, finding.outcome, finding.message.id())).collect();
        let journal: Vec<String> = state.journal.entries.iter().map(|entry| format!("{} {}", entry.id, entry.state)).collect();
        format!("{:?} {findings:?} {journal:?}", self.profile)
    }

    fn findings(&self) -> String {
        let state = self.state();
        let line = |finding: &broker_setup::journey::Finding| format!("{} {:?} {:?}\n", finding.check, finding.outcome, finding.message);
        state.findings.iter().map(line).collect()
    }

    /// Whether somebody acts by and by. Nobody is waited for who never does.
    async fn changes_by_itself(&mut self, before: &str) -> bool {
        let deadline = Instant::now() + self.cast.others.patience();
        while Instant::now() < deadline {
            tokio::time::sleep(Duration::from_millis(500)).await;
            self.errands_again().await;
            self.check().await;
            if self.situation() != before {
                return true;
            }
        }
        false
    }

    /// The portal offers a scope only once it is granted: who waits for that looks there again.
    async fn errands_again(&mut self) {
        if self.open().iter().any(|next| next.act == Act::Portal(Errand::AddScopes)) {
            self.add_scopes().await;
        }
    }

    async fn act(&mut self, next: &Next) {
        match next.act {
            Act::Answer(field) | Act::Choose(field) => {
                self.answer(field, next.who);
                self.check().await;
            }
            Act::HaveClient => self.deed(DeedId::MakeKey, DeedOptions::default()).await,
            Act::Deed(DeedId::AskSystemUser) => self.ask_approver().await,
            Act::Deed(DeedId::Admit) => self.admit().await,
            Act::Deed(deed) => self.deed(deed, DeedOptions { confirm: true, ..DeedOptions::default() }).await,
            Act::Person(deed) => self.ask(deed).await,
            Act::Portal(errand) => self.errand(errand).await,
            Act::Wait => self.wait(next).await,
            Act::Check => self.check().await,
        }
    }

    fn set(&mut self, field: FieldId, text: &str) {
        self.profile.set(field, text).unwrap_or_else(|problem| panic!("{field} = {text}: {problem:?}"));
    }

    /// What the user knows. What somebody else must say first is not known while nobody says anything.
    fn answer(&mut self, field: FieldId, who: Who) {
        if who != Who::You && self.cast.others == Others::Never {
            return;
        }
        let today = jiff::Zoned::now().date().to_string();
        let sink = format!("{}sandbox/sink/mine", self.sandbox.origin);
        let text = match field {
            FieldId::Organisation => self.cast.party(),
            FieldId::ClientOwner => self.cast.client_owner(),
            FieldId::Resource => self.cast.resource,
            FieldId::TransferRecipients => RECIPIENT,
            FieldId::EventsBy => match self.cast.events {
                EventsCome::ByWebhook => "webhook",
                EventsCome::ByPoll => "poll",
            },
            FieldId::EventsEndpoint => &sink,
            FieldId::EventsSetAside => "we take no part",
            FieldId::PublishTitleNb | FieldId::PublishTitleNn => "Filer",
            FieldId::PublishTitleEn => "Files",
            FieldId::PublishDescriptionNb | FieldId::PublishDescriptionNn => "Filer til prøve",
            FieldId::PublishDescriptionEn => "Files to try",
            FieldId::PublishRightDescriptionNb | FieldId::PublishRightDescriptionNn => "Sende og motta filer",
            FieldId::PublishRightDescriptionEn => "Send and receive files",
            FieldId::PolicyApprovers => "dagl",
            FieldId::PolicyOwnerActs => "yes",
            FieldId::PolicyAdmits => "any",
            FieldId::ContactEmail => "post@example.no",
            FieldId::VendorName => "Fagsystem AS",
            FieldId::VendorApprovedOn | FieldId::VendorTransferSeenOn => &today,
            field => panic!("asked for {field}: {:#?}", self.done),
        };
        self.set(field, text);
    }

    fn wanted(&self) -> Vec<String> {
        scopes(&self.profile).iter().map(|wanted| wanted.scope.to_string()).collect()
    }

    async fn errand(&mut self, errand: Errand) {
        match errand {
            Errand::MakeClient => {
                let key = self.engine.public_key(&self.profile, self.folder.path()).await.expect("a public key");
                let id = self.outside.client_is_made(&self.wanted(), &key).await;
                self.set(FieldId::ClientId, &id);
                self.set(FieldId::ClientKeyPosted, &jiff::Zoned::now().date().to_string());
            }
            Errand::AddScopes => {
                if self.outside.says_no(Actor::ServiceDesk).await {
                    self.told_no(DeedId::AskScopes).await;
                } else {
                    self.add_scopes().await;
                    self.check().await;
                }
            }
            // The approver of the sandbox opens the page.
            Errand::Approve => self.check().await,
            Errand::CompareClient => panic!("the client is as the portal has it: {}", self.findings()),
        }
    }

    async fn add_scopes(&self) {
        let client = self.profile.client.id.as_ref().expect("a client").to_string();
        self.outside.scopes_are_added(&client, &self.wanted()).await;
    }

    /// Sends a letter, which reaches its receiver.
    async fn ask(&mut self, deed: DeedId) {
        self.deed(deed, DeedOptions::default()).await;
        match deed {
            DeedId::AskScopes => self.outside.letter_to_the_desk(&self.wanted()).await,
            DeedId::AskCounterpart => {
                if self.outside.says_no(Actor::Counterpart).await {
                    self.told_no(deed).await;
                } else {
                    self.outside.message_to_the_sender().await;
                }
            }
            other => panic!("nothing to ask for: {other}\n{}", self.findings()),
        }
    }

    /// Those who take part come on the list, and a sender and a recipient where nobody does.
    async fn admit(&mut self) {
        let mut add = self.profile.takes_part();
        if add.is_empty() {
            add.extend([SENDER, RECIPIENT].map(|number| number.parse().expect("a number")));
        }
        self.deed(DeedId::Admit, DeedOptions { add, ..DeedOptions::default() }).await;
    }

    /// Asks for the system user. A no shows by itself.
    async fn ask_approver(&mut self) {
        self.deed(DeedId::AskSystemUser, DeedOptions::default()).await;
        if self.outside.will_say_no(Actor::Approver) {
            let before = self.situation();
            let is_rejected = |state: &SavedState| state.findings.iter().any(|found| found.message.id() == "system-user-rejected");
            assert!(is_rejected(&self.state()) || self.changes_by_itself(&before).await, "{}", self.findings());
            assert!(is_rejected(&self.state()), "{}", self.findings());
            self.outside.says_no(Actor::Approver).await;
        }
    }

    async fn told_no(&mut self, deed: DeedId) {
        let letter = LetterOptions { act: Some(LetterAct::Refused), reason: Some("not today".to_owned()), ..LetterOptions::default() };
        self.deed(deed, DeedOptions { letter, ..DeedOptions::default() }).await;
    }

    async fn wait(&mut self, next: &Next) {
        if next.who == Who::AltinnEvents {
            // Half a minute lies between an event and its place in the list.
            self.outside.time_passes("PT31S").await;
        }
        self.check().await;
    }

    async fn connect(&self) -> OpenConnection {
        let evidence = self.state().evidence;
        let opened = self.engine.connect(self.profile.clone(), self.folder.path(), evidence, None).await.expect("a connection");
        self.engine.named(&opened, "mine")
    }

    async fn check(&mut self) {
        let opened = self.connect().await;
        let (progress, _) = mpsc::unbounded_channel();
        self.engine.check(&opened, &plan(&self.profile), progress).await;
    }

    /// Shows a deed, agrees, does it, takes in what it answers, and checks, as the wizard does.
    async fn deed(&mut self, deed: DeedId, options: DeedOptions) {
        let opened = self.connect().await;
        let shown = opened.preview(deed, &options).await;
        let shown = shown.unwrap_or_else(|stopped| panic!("{deed}: {:?}\n{:#?}\n{}", stopped.message, self.done, self.findings()));
        let (sender, mut progress) = mpsc::unbounded_channel();
        let ended = opened.perform(deed, &DeedOptions { agreed: shown.agreed(), ..options }, sender).await;
        while let Some(step) = progress.recv().await {
            match step {
                DeedProgress::Answered { field, text } => self.set(field, &text),
                // The engine has these on disk.
                DeedProgress::Recorded(_) | DeedProgress::Noted(_) => {}
                DeedProgress::Started(_) | DeedProgress::Done { .. } | DeedProgress::Moved(_) => {}
            }
        }
        if let Err(stopped) = ended {
            panic!("{deed}: {:?} {:?}\n{:#?}\n{}", stopped.message, stopped.code, self.done, self.findings());
        }
        if self.profile.client.id.is_some() {
            self.check().await;
        }
    }
}
