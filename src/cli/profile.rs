//! `profile`: what there is, what is in it, which one is used, one less, one more.

use super::console::Console;
use super::given::Given;
use super::selection::{self, told};
use super::{End, Stop, open};
use crate::journey::{FieldId, Profile, Readiness, plan};
use crate::store::{Listed, Store, StoreProblem};
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
        given: Box<Given>,
    },
}

pub(super) fn run(args: ProfileArgs, console: &Console) -> Result<End, Stop> {
    let store = open::store(console)?;
    match args.what {
        What::List => list(&store, console),
        What::Show { name } => show(&name, &store, console),
        What::Use { name } => choose(&name, &store, console),
        What::Remove { name, yes } => remove(&name, yes, &store, console),
        What::New { name, given } => make(&name, &given, &store, console),
    }
}

fn list(store: &Store, console: &Console) -> Result<End, Stop> {
    let (profiles, last) = (store.profiles(), store.last_opened());
    if profiles.is_empty() {
        let command = Value::Text("broker-setup profile new NAME --role sender".to_owned());
        console.say(&console.word("said.no-profiles", &[("command", command)]));
    }
    let widest = profiles.iter().map(|listed| listed.name.len()).max().unwrap_or_default();
    for listed in &profiles {
        let mark = if last.as_ref() == Some(&listed.name) { "*" } else { " " };
        console.print(&format!("{mark} {:<widest$}  {}\n", listed.name, summary(listed, store, console)))?;
    }
    Ok(End::InOrder)
}

fn summary(listed: &Listed, store: &Store, console: &Console) -> String {
    match &listed.profile {
        Ok(profile) => {
            let readiness = Readiness::of(&plan(profile), &listed.state.findings);
            let role = console.text.role(profile.role);
            let environment = console.text.environment(&profile.environment);
            let ready = console.text.ready(readiness.done());
            format!("{role:<14} {environment:<14} {ready}")
        }
        Err(problem) => {
            let problem = open::store_problem(problem, &listed.name, store, console);
            console.word("profile.broken", &[("problem", (&problem).into())])
        }
    }
}

fn show(name: &str, store: &Store, console: &Console) -> Result<End, Stop> {
    let profile = store.load(name).map_err(|problem| told(&problem, name, store, console))?;
    console.print(&answers(&profile))?;
    Ok(End::InOrder)
}

/// As lines of an answers file.
fn answers(profile: &Profile) -> String {
    let quoted = |text: String| toml::Value::String(text).to_string();
    let line = |field: &FieldId| profile.answer(*field).map(|text| format!("{field} = {}\n", quoted(text)));
    let mut out: String = FieldId::ALL.iter().filter(|field| **field != FieldId::Environment).filter_map(line).collect();
    match profile.environment.endpoints(None).filter(|_| profile.environment.name() == "custom") {
        Some(endpoints) => {
            out.push_str(&format!("environment.platform = {}\n", quoted(endpoints.platform.to_string())));
            out.push_str(&format!("environment.maskinporten = {}\n", quoted(endpoints.maskinporten.to_string())));
        }
        None => out.push_str(&format!("environment = {}\n", quoted(profile.environment.name().to_owned()))),
    }
    out
}

fn choose(name: &str, store: &Store, console: &Console) -> Result<End, Stop> {
    let chosen = store.load(name).and_then(|_| store.remember_opened(name));
    chosen.map_err(|problem| told(&problem, name, store, console))?;
    console.say(&console.word("said.opened-next", &[("name", Value::Text(name.to_owned()))]));
    Ok(End::InOrder)
}

fn remove(name: &str, yes: bool, store: &Store, console: &Console) -> Result<End, Stop> {
    store.load(name).map_err(|problem| told(&problem, name, store, console))?;
    let agreed = if yes { Some(true) } else { console.agrees() };
    match agreed {
        None => Err(Stop::Usage(console.word("problem.needs-yes", &[]))),
        Some(false) => {
            console.say(&console.word("said.nothing-done", &[]));
            Ok(End::ToDo)
        }
        Some(true) => {
            store.remove(name).map_err(|problem| told(&problem, name, store, console))?;
            console.say(&console.word("said.removed", &[("name", Value::Text(name.to_owned()))]));
            Ok(End::InOrder)
        }
    }
}

fn make(name: &str, given: &Given, store: &Store, console: &Console) -> Result<End, Stop> {
    let path = store.profile_path(name).map_err(|problem| told(&problem, name, store, console))?;
    let profile = selection::from_flags(given, console)?;
    match store.load(name) {
        Err(StoreProblem::Missing) => {}
        Ok(_) => return Err(told(&StoreProblem::Taken, name, store, console)),
        Err(problem) => return Err(told(&problem, name, store, console)),
    }
    let made = store.save(name, &profile).and_then(|()| store.remember_opened(name));
    made.map_err(|problem| told(&problem, name, store, console))?;
    console.say(&console.word("said.made", &[("name", Value::Text(name.to_owned())), ("path", Value::Text(path.display().to_string()))]));
    Ok(End::InOrder)
}
