//! `profile`: lists, shows, chooses, removes and makes profiles.

use super::answer_args::AnswerArgs;
use super::console::Console;
use super::end::{End, Stop};
use super::open;
use crate::engine::{AnswersRequest, Engine, ProfileList};
use crate::journey::{FieldId, ListedProfile, Profile, Readiness, plan};
use crate::values::Value;
use clap::{Args, Subcommand};

#[derive(Args)]
pub(super) struct ProfileArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    List,
    Show {
        #[arg(value_name = "NAME")]
        name: String,
    },
    Use {
        #[arg(value_name = "NAME")]
        name: String,
    },
    Remove {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, short)]
        yes: bool,
    },
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[command(flatten)]
        arguments: Box<AnswerArgs>,
    },
}

pub(super) fn run(args: ProfileArgs, console: &Console) -> Result<End, Stop> {
    let engine = open::engine(console)?;
    match args.what {
        What::List => list(&engine, console),
        What::Show { name } => show(&name, &engine, console),
        What::Use { name } => choose(&name, &engine, console),
        What::Remove { name, yes } => remove(&name, yes, &engine, console),
        What::New { name, arguments } => make(&name, *arguments, &engine, console),
    }
}

fn list(engine: &Engine, console: &Console) -> Result<End, Stop> {
    let (ProfileList { profiles, messages }, last) = (engine.profiles(), engine.last_opened());
    for message in &messages {
        console.say(&console.text.engine(message));
    }
    if profiles.is_empty() {
        let command = Value::Text("broker-setup profile new NAME --role sender".to_owned());
        console.say(&console.word("said.no-profiles", &[("command", command)]));
    }
    let widest = profiles.iter().map(|listed| listed.name.len()).max().unwrap_or_default();
    for listed in &profiles {
        let mark = if last.as_ref() == Some(&listed.name) { "*" } else { " " };
        console.print(&format!("{mark} {:<widest$}  {}\n", listed.name, summary(listed, console)))?;
    }
    Ok(End::InOrder)
}

fn summary(listed: &ListedProfile, console: &Console) -> String {
    match &listed.profile {
        Ok(profile) => {
            let readiness = Readiness::of(&plan(profile), &listed.state.findings);
            let role = console.text.role(profile.role);
            let environment = console.text.environment(&profile.environment);
            let standing = console.text.standing(&readiness);
            format!("{role:<14} {environment:<14} {standing}")
        }
        Err(message) => console.text.engine(message),
    }
}

fn show(name: &str, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let profile = engine.profile(name).map_err(|message| console.usage(&message))?;
    console.print(&answers(&profile))?;
    Ok(End::InOrder)
}

/// The profile's answers as lines of an answers file.
fn answers(profile: &Profile) -> String {
    let quoted = |text: String| toml::Value::String(text).to_string();
    let line = |field: &FieldId| profile.answer(*field).map(|text| format!("{field} = {}\n", quoted(text)));
    let mut out: String = FieldId::ALL.iter().filter(|field| **field != FieldId::Environment).filter_map(line).collect();
    match profile.environment.own_addresses() {
        Some(endpoints) => {
            out.push_str(&format!("environment.platform = {}\n", quoted(endpoints.platform.to_string())));
            out.push_str(&format!("environment.maskinporten = {}\n", quoted(endpoints.maskinporten.to_string())));
            for (name, address) in [("admin", &endpoints.admin), ("access_management", &endpoints.access_management)] {
                if let Some(address) = address {
                    out.push_str(&format!("environment.{name} = {}\n", quoted(address.to_string())));
                }
            }
        }
        None => out.push_str(&format!("environment = {}\n", quoted(profile.environment.name().to_owned()))),
    }
    out
}

fn choose(name: &str, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let chosen = engine.profile(name).and_then(|_| engine.remember_opened(name));
    chosen.map_err(|message| console.usage(&message))?;
    console.say(&console.word("said.opened-next", &[("name", Value::Text(name.to_owned()))]));
    Ok(End::InOrder)
}

fn remove(name: &str, yes: bool, engine: &Engine, console: &Console) -> Result<End, Stop> {
    engine.profile(name).map_err(|message| console.usage(&message))?;
    let agreed = if yes { Some(true) } else { console.agrees() };
    match agreed {
        None => Err(Stop::Usage(console.word("problem.needs-yes", &[]))),
        Some(false) => {
            console.say(&console.word("said.nothing-done", &[]));
            Ok(End::ToDo)
        }
        Some(true) => {
            let told = engine.remove_profile(name).map_err(|message| console.usage(&message))?;
            console.say(&console.word("said.removed", &[("name", Value::Text(name.to_owned()))]));
            if let Some(message) = told {
                console.say(&console.text.engine(&message));
            }
            Ok(End::InOrder)
        }
    }
}

fn make(name: &str, arguments: AnswerArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let request = AnswersRequest { arguments: arguments.answers, ..AnswersRequest::default() };
    let profile = request.profile_of_arguments().map_err(|problem| Stop::Usage(console.text.answers(&problem)))?;
    let made = engine.create_profile(name, &profile).and_then(|path| engine.remember_opened(name).map(|()| path));
    let path = made.map_err(|message| console.usage(&message))?;
    console.say(&console.word("said.made", &[("name", Value::Text(name.to_owned())), ("path", Value::Text(path.display().to_string()))]));
    Ok(End::InOrder)
}
