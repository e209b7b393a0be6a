//! `do`: a deed without the screen. It is shown first, then the user confirms it. In production a yes is not enough: the user types
//! the profile's name, or gives `--confirm` with the organisation's number and then a yes.

use super::console::Console;
use super::end::{End, Stop};
use super::progress::ProgressLine;
use super::selection::Selection;
use super::trust::{self, TrustArgs};
use super::{choice, open};
use crate::engine::{ChosenAnswers, Engine, OpenConnection};
use crate::files::paths;
use crate::journey::{DeedId, DeedOptions, DeedProgress, Evidence, Outcome, Preview, Profile, Role, Stopped};
use crate::report::{Names, laid, outcome_statements, percent, preview_statements, stopped_statements};
use crate::values::{OrgNumber, Value};
use clap::Args;
use std::path::PathBuf;
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
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    transfer: Option<Uuid>,
    #[arg(long)]
    no_confirm: bool,
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
    let sends_file = sends_file(deed, &selected.profile) && args.file.is_none();
    if !trust::agreed(&args.trust, &selected, sends_file, engine, console).await? {
        return Ok(End::ToDo);
    }
    let evidence = open::state(&selected, engine, console).evidence;
    let options = DeedOptions { file: args.file.as_deref().map(paths::given), transfer: args.transfer, confirm: !args.no_confirm };
    let opened = open::connect(&selected, evidence, engine, console).await?;
    let keeper = Keeper { engine, selected: &selected, console };
    let ended = go(deed, &args, &options, &opened, &keeper).await;
    engine.close().await;
    ended
}

/// Whether the deed sends the file of `transfer.file`, if there is one.
const fn sends_file(deed: DeedId, profile: &Profile) -> bool {
    match (deed, profile.role) {
        (DeedId::SendTest, Role::Sender | Role::ServiceOwner) => true,
        (DeedId::SendTest, Role::Recipient) | (DeedId::Subscribe, _) => false,
    }
}

fn list(console: &Console) -> Result<End, Stop> {
    for deed in DeedId::ALL {
        console.print(&format!("{:<12}{}\n", deed.name(), console.text.deed_summary(*deed)))?;
    }
    Ok(End::InOrder)
}

/// Writes evidence to disk as soon as it exists, so that a kill in the middle of a deed loses nothing.
struct Keeper<'a> {
    engine: &'a Engine,
    selected: &'a ChosenAnswers,
    console: &'a Console,
}

impl Keeper<'_> {
    fn keep(&self, evidence: &Evidence) {
        // The engine holds what could not be saved, and the command tells it when it ends.
        let _ = self.engine.keep_evidence(&self.selected.profile, evidence);
    }
}

async fn go(deed: DeedId, args: &DeedArgs, options: &DeedOptions, opened: &OpenConnection, keeper: &Keeper<'_>) -> Result<End, Stop> {
    let console = keeper.console;
    let preview = match opened.preview(deed, options).await {
        Ok(preview) => preview,
        Err(stopped) => return Ok(stop(&stopped, keeper)),
    };
    let (says, details) = preview_statements(&preview, &console.text);
    let paper = console.paper();
    let shown = format!("{}\n{}\n", laid(&says, 0, paper), laid(&details, 0, paper));
    if args.dry_run {
        console.print(&shown)?;
        return Ok(End::InOrder);
    }
    console.say_as_is(&shown);
    match allowed(args, &preview, keeper.selected, console).await? {
        Agreement::No => {
            console.say(&console.word("said.nothing-done", &[]));
            Ok(End::ToDo)
        }
        Agreement::Yes => match performed(deed, options, opened, keeper).await {
            Err(stopped) => Ok(stop(&stopped, keeper)),
            Ok(outcome) => {
                keeper.keep(&outcome.evidence);
                for message in &outcome.says {
                    console.print(&laid(&outcome_statements(message, &console.text, Names::Ids), 0, console.paper()))?;
                }
                Ok(End::InOrder)
            }
        },
    }
}

enum Agreement {
    Yes,
    No,
}

/// Whether the deed may be done: production needs its own confirmation (see [`Meant`]), every other environment a yes.
async fn allowed(args: &DeedArgs, preview: &Preview, selected: &ChosenAnswers, console: &Console) -> Result<Agreement, Stop> {
    if preview.production {
        match confirmed(args, selected, console).await? {
            Meant::Typed => return Ok(Agreement::Yes),
            Meant::Flag => {}
            Meant::No => return Ok(Agreement::No),
        }
    }
    if args.yes {
        return Ok(Agreement::Yes);
    }
    match console.agrees_and_listens().await {
        Some(true) => Ok(Agreement::Yes),
        Some(false) => Ok(Agreement::No),
        None => Err(Stop::Usage(console.word("problem.needs-yes", &[]))),
    }
}

enum Meant {
    /// The user typed the profile's name: no further question is asked.
    Typed,
    /// `--confirm` names the organisation: a yes, or `--yes`, is still needed.
    Flag,
    No,
}

async fn confirmed(args: &DeedArgs, selected: &ChosenAnswers, console: &Console) -> Result<Meant, Stop> {
    let Some(organisation) = &selected.profile.organisation else {
        return Err(Stop::Usage(console.word("problem.needs-confirm-unknown", &[])));
    };
    match (&args.confirm, &selected.name) {
        (Some(given), _) if given.parse::<OrgNumber>().as_ref() == Ok(organisation) => Ok(Meant::Flag),
        (Some(given), _) => {
            Err(Stop::Usage(console.word("problem.confirm-differs", &[("given", given.into()), ("organisation", organisation.into())])))
        }
        (None, Some(name)) => match console.ask_and_listen(&console.word("said.confirm-name", &[("name", name.into())])).await {
            Some(typed) if typed == *name => Ok(Meant::Typed),
            Some(_) => Ok(Meant::No),
            None => Err(needs_confirm(organisation, console)),
        },
        (None, None) => Err(needs_confirm(organisation, console)),
    }
}

fn needs_confirm(organisation: &OrgNumber, console: &Console) -> Stop {
    Stop::Usage(console.word("problem.needs-confirm", &[("organisation", Value::Text(organisation.digits().to_owned()))]))
}

/// Does the deed and shows each phase as it ends.
async fn performed(deed: DeedId, options: &DeedOptions, opened: &OpenConnection, keeper: &Keeper<'_>) -> Result<Outcome, Box<Stopped>> {
    let (sender, mut progress) = mpsc::unbounded_channel();
    let mut line = ProgressLine::new(keeper.console);
    let work = opened.perform(deed, options, sender);
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
        DeedProgress::Started(message) => line.show(&console.text.deed(&message).says),
        DeedProgress::Done { message, took_ms } => {
            line.clear();
            console.say(&format!("{}  {}", console.text.deed(&message).says, console.text.took(took_ms)));
        }
        DeedProgress::Bytes { done, total } => {
            line.show(&format!("{} %", percent(done, total)));
        }
        DeedProgress::Recorded(evidence) => keeper.keep(&evidence),
    }
}

fn stop(stopped: &Stopped, keeper: &Keeper) -> End {
    keeper.keep(&stopped.evidence);
    let console = keeper.console;
    console.say_as_is(&laid(&stopped_statements(stopped, &console.text, Names::Ids), 0, console.paper()));
    End::ToDo
}
