//! `do`: a deed without the screen. It is shown first, then the user confirms it. In production a yes is not enough: the user types
//! the profile's name, or gives `--confirm` with the organisation's number and then a yes.

use super::agreement::Agreement;
use super::console::Console;
use super::end::{End, Stop};
use super::letter::LetterArgs;
use super::progress::ProgressLine;
use super::selection::Selection;
use super::trust::{self, TrustArgs};
use super::{choice, open};
use crate::engine::{ChosenAnswers, Engine, OpenConnection};
use crate::files::paths;
use crate::journey::{
    CheckId, DeedId, DeedMessage, DeedOptions, DeedProgress, Evidence, FieldId, Outcome, Profile, Role, StepId, Stopped, plan,
};
use crate::report::{Names, Statement, bar, laid, outcome_statements, stopped_statements};
use crate::text::Text;
use crate::values::{Invalid, OrgNumber, Value};
use clap::Args;
use jiff::Timestamp;
use std::cell::RefCell;
use std::path::PathBuf;
use std::str::FromStr;
use tokio::sync::mpsc;
use uuid::Uuid;

#[derive(Args)]
pub(super) struct DeedArgs {
    #[arg(value_name = "DEED", value_parser = choice::deed())]
    deed: Option<DeedId>,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    trust: TrustArgs,
    #[arg(long)]
    list: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, short)]
    yes: bool,
    #[arg(long, value_name = "ORGANISATION")]
    confirm: Option<String>,
    #[arg(long, value_name = "ID")]
    confirm_id: Option<String>,
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "SIZE", conflicts_with = "file")]
    size: Option<String>,
    #[arg(long)]
    anew: bool,
    #[arg(long, value_name = "DURATION")]
    wait: Option<String>,
    #[arg(long)]
    prove_refusal: bool,
    #[arg(long, value_name = "ID")]
    transfer: Option<Uuid>,
    #[arg(long)]
    no_confirm: bool,
    #[arg(long, value_name = "KID")]
    kid: Option<String>,
    #[arg(long, value_name = "ID")]
    subscription: Option<i64>,
    #[arg(long, value_name = "ORGANISATION", value_delimiter = ',')]
    add: Vec<String>,
    #[arg(long, value_name = "ORGANISATION", value_delimiter = ',')]
    remove: Vec<String>,
    #[command(flatten)]
    letter: LetterArgs,
}

pub(super) async fn run(args: DeedArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    if args.list {
        return list(console);
    }
    let Some(deed) = args.deed else {
        let deeds = DeedId::ALL.iter().map(ToString::to_string).collect();
        return Err(Stop::Usage(console.word("problem.needs-deed", &[("deeds", Value::List(deeds))])));
    };
    let selected = args.selection.answers(engine, console).await?;
    let sends_file = sends_file(deed, &selected.profile) && args.file.is_none() && args.size.is_none();
    if !trust::agreed(&args.trust, &selected, sends_file, engine, console).await? {
        return Ok(End::ToDo);
    }
    let evidence = open::state(&selected, engine, console).evidence;
    let letter = args.letter.options(console)?;
    let options = DeedOptions {
        file: args.file.as_deref().map(paths::given),
        size: args.size.as_deref().map(|text| read(text, console)).transpose()?,
        anew: args.anew,
        wait: args.wait.as_deref().map(|text| read(text, console)).transpose()?,
        prove_refusal: args.prove_refusal,
        transfer: args.transfer,
        confirm: !args.no_confirm,
        letter,
        kid: args.kid.clone(),
        subscription: args.subscription,
        add: organisations(&args.add, console)?,
        remove: organisations(&args.remove, console)?,
        ..DeedOptions::default()
    };
    let opened = open::connect(&selected, evidence, engine, console).await?;
    let keeper = Keeper::new(engine, &selected, console);
    let agreement = Agreement { yes: args.yes, confirm: args.confirm.as_deref(), confirm_id: args.confirm_id.as_deref() };
    let asked = Asked { deed, dry_run: args.dry_run, options: &options, letter: &args.letter };
    let ended = go(&asked, &agreement, &opened, &keeper).await;
    if matches!(ended, Ok(Ended { was_done: true, .. })) {
        renew(deed.renews(), &keeper).await?;
    }
    engine.close().await;
    ended.map(|ended| ended.end)
}

fn organisations(texts: &[String], console: &Console) -> Result<Vec<OrgNumber>, Stop> {
    texts.iter().map(|text| read(text, console)).collect()
}

/// Reads a value of an argument. One that is none is a mistake in the command.
pub(super) fn read<T: FromStr<Err = Invalid>>(text: &str, console: &Console) -> Result<T, Stop> {
    text.parse().map_err(|invalid| Stop::Usage(format!("{text}: {}", console.text.invalid(&invalid))))
}

/// Whether the deed sends the file of `transfer.file`, if there is one.
const fn sends_file(deed: DeedId, profile: &Profile) -> bool {
    match (deed, profile.role) {
        (DeedId::SendTest, Role::Sender | Role::ServiceOwner) => true,
        (
            DeedId::MakeKey
            | DeedId::PostKey
            | DeedId::RotateKey
            | DeedId::RetireKey
            | DeedId::AskScopes
            | DeedId::AskAccess
            | DeedId::AskApprover
            | DeedId::AskCounterpart
            | DeedId::RegisterSystem
            | DeedId::UpdateSystem
            | DeedId::AskSystemUser
            | DeedId::ChangeSystemUser
            | DeedId::ReceiveTest
            | DeedId::PublishResource
            | DeedId::PublishPolicy
            | DeedId::RegisterOwner
            | DeedId::ConfigureResource
            | DeedId::Admit
            | DeedId::RestrictResource
            | DeedId::Unsubscribe,
            _,
        ) => false,
        (DeedId::SendTest, Role::Recipient) | (DeedId::Subscribe, _) => false,
    }
}

/// In the order of the steps, as a setup meets them.
fn list(console: &Console) -> Result<End, Stop> {
    for step in StepId::ALL {
        for deed in DeedId::ALL.iter().filter(|deed| deed.step() == *step) {
            console.print(&format!("{:<20}{}\n", deed.name(), console.text.deed_summary(*deed)))?;
        }
    }
    Ok(End::InOrder)
}

/// Writes evidence to disk as soon as it exists, so that a kill in the middle of a deed loses nothing.
pub(super) struct Keeper<'a> {
    pub(super) engine: &'a Engine,
    pub(super) selected: &'a ChosenAnswers,
    pub(super) console: &'a Console,
    /// The answers with those that the deed has given.
    pub(super) answers: RefCell<Profile>,
}

impl<'a> Keeper<'a> {
    pub(super) fn new(engine: &'a Engine, selected: &'a ChosenAnswers, console: &'a Console) -> Self {
        Self { engine, selected, console, answers: RefCell::new(selected.profile.clone()) }
    }

    /// Keeps an answer in the profile. An answers file is the user's own: the line to add is said.
    fn answer(&self, field: FieldId, text: &str) {
        let mut answers = self.answers.borrow_mut();
        if answers.set_at(field, text, Timestamp::now()).is_err() {
            return;
        }
        match &self.selected.name {
            Some(name) => {
                // The engine holds what could not be saved, and the command tells it when it ends.
                let _ = self.engine.change_profile(name, &answers);
            }
            None if text.is_empty() => {
                self.console.say(&self.console.word("said.remove-answer", &[("field", Value::Text(field.to_string()))]));
            }
            None => {
                let said = if text.is_empty() {
                    self.console.word("said.remove-answer", &[("line", Value::Text(field.to_string()))])
                } else {
                    let line = format!("{field} = {}", toml::Value::String(text.to_owned()));
                    self.console.word("said.add-answer", &[("line", Value::Text(line))])
                };
                self.console.say(&said);
            }
        }
    }

    /// The words for the role of the profile.
    fn text(&self) -> Text {
        self.console.text.for_role(self.selected.profile.role)
    }

    fn keep(&self, evidence: &Evidence) {
        // The engine holds what could not be saved, and the command tells it when it ends.
        let _ = self.engine.keep_evidence(&self.selected.profile, evidence);
    }
}

/// How a deed has ended, and whether it was begun at all.
struct Ended {
    end: End,
    was_done: bool,
}

/// What the arguments ask for.
struct Asked<'a> {
    deed: DeedId,
    dry_run: bool,
    options: &'a DeedOptions,
    letter: &'a LetterArgs,
}

async fn go(asked: &Asked<'_>, agreement: &Agreement<'_>, opened: &OpenConnection, keeper: &Keeper<'_>) -> Result<Ended, Stop> {
    let Asked { deed, dry_run, options, letter } = *asked;
    let nothing = |end| Ended { end, was_done: false };
    let preview = match opened.preview(deed, options).await {
        Ok(preview) => preview,
        Err(stopped) => return Ok(nothing(stop(&stopped, keeper))),
    };
    if preview.lacks_choice() {
        for message in &preview.says {
            says_what_stops(message, keeper);
        }
        return Ok(nothing(End::ToDo));
    }
    if let Some(written) = &preview.letter {
        letter.show(written, dry_run, keeper.console)?;
    }
    if !agreement.shown_and_given(&preview, dry_run, keeper.selected, keeper.console).await? {
        return Ok(nothing(if dry_run { End::InOrder } else { End::ToDo }));
    }
    let (sender, progress) = mpsc::unbounded_channel();
    let options = DeedOptions { agreed: preview.agreed(), ..options.clone() };
    let ended = watched(opened.perform(deed, &options, sender), progress, keeper).await;
    let end = match (ended, &preview.letter) {
        // Standard output has the letter alone.
        (Ok(outcome), Some(_)) => {
            keeper.keep(&outcome.evidence);
            let said = outcome.says.iter().flat_map(|message| outcome_statements(message, &keeper.console.text, Names::Ids));
            keeper.console.say_as_is(&laid(&said.collect::<Vec<_>>(), 0, keeper.console.paper()));
            End::InOrder
        }
        (ended, _) => told(ended, keeper)?,
    };
    Ok(Ended { end, was_done: true })
}

/// Says what keeps a deed from being done.
fn says_what_stops(message: &DeedMessage, keeper: &Keeper<'_>) {
    let stopped = Stopped { message: message.clone(), code: None, evidence: Evidence::default() };
    keeper.console.say_as_is(&laid(&stopped_statements(&stopped, &keeper.text(), Names::Ids), 0, keeper.console.paper()));
}

/// Tells how a deed has ended.
pub(super) fn told(ended: Result<Outcome, Box<Stopped>>, keeper: &Keeper<'_>) -> Result<End, Stop> {
    let console = keeper.console;
    match ended {
        Err(stopped) => Ok(stop(&stopped, keeper)),
        Ok(outcome) => {
            keeper.keep(&outcome.evidence);
            for message in &outcome.says {
                console.print(&laid(&outcome_statements(message, &keeper.text(), Names::Ids), 0, console.paper()))?;
            }
            if let Some(link) = &outcome.link {
                console.print(&laid(&[Statement::Link(link.to_string())], 0, console.paper()))?;
            }
            Ok(End::InOrder)
        }
    }
}

/// Asks the checks anew that the deed may have changed, and keeps what they find. Says nothing: `status` shows it.
pub(super) async fn renew(checks: &[CheckId], keeper: &Keeper<'_>) -> Result<(), Stop> {
    let Keeper { engine, selected, .. } = keeper;
    let profile = keeper.answers.borrow().clone();
    let evidence = engine.state(&profile).unwrap_or_default().evidence;
    let (calls, _) = mpsc::unbounded_channel();
    let Ok(opened) = engine.reconnect(profile.clone(), &selected.folder, evidence, || calls).await else { return Ok(()) };
    let (progress, _) = mpsc::unbounded_channel();
    engine.check(&opened, &plan(&profile).only(&profile, checks), progress).await;
    Ok(())
}

/// Waits for a deed, and shows each phase as it ends.
pub(super) async fn watched(
    work: impl Future<Output = Result<Outcome, Box<Stopped>>>,
    mut progress: mpsc::UnboundedReceiver<DeedProgress>,
    keeper: &Keeper<'_>,
) -> Result<Outcome, Box<Stopped>> {
    let mut line = ProgressLine::new(keeper.console);
    tokio::pin!(work);
    loop {
        tokio::select! {
            // In this order, progress that was sent before the end is shown before the end.
            biased;
            Some(step) = progress.recv() => tell(step, &mut line, keeper),
            ended = &mut work => {
                while let Ok(step) = progress.try_recv() {
                    tell(step, &mut line, keeper);
                }
                return ended;
            }
        }
    }
}

fn tell(step: DeedProgress, line: &mut ProgressLine, keeper: &Keeper) {
    let console = keeper.console;
    match step {
        DeedProgress::Started(message) => line.show(&keeper.text().deed(&message).says),
        DeedProgress::Done { message, took_ms } => {
            line.clear();
            console.say(&format!("{}  {}", keeper.text().deed(&message).says, console.text.took(took_ms)));
        }
        DeedProgress::Moved(moved) => {
            let words = keeper.text().moving(moved).unwrap_or_default();
            line.show(&format!("{}  {words}", bar(moved, console.glyphs())));
        }
        DeedProgress::Recorded(evidence) => keeper.keep(&evidence),
        DeedProgress::Answered { field, text } => keeper.answer(field, &text),
        // The engine has it on disk.
        DeedProgress::Noted(_) => {}
    }
}

pub(super) fn stop(stopped: &Stopped, keeper: &Keeper) -> End {
    keeper.keep(&stopped.evidence);
    let console = keeper.console;
    console.say_as_is(&laid(&stopped_statements(stopped, &keeper.text(), Names::Ids), 0, console.paper()));
    End::ToDo
}
