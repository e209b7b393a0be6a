//! `token`: gets one with the profile's client, or reads one from standard input. What it says is told in words; the token itself only
//! where `--show` asks for it.

use super::choice;
use super::client_key;
use super::console::Console;
use super::end::{End, Stop};
use super::open;
use super::selection::Selection;
use super::trust::{self, TrustArgs};
use crate::engine::{Engine, GotToken, TokenStop};
use crate::journey::{FieldId, NoToken, Profile, TokenRemark, WantedToken};
use crate::report::{ListFormat, Names, TokenReport, laid};
use crate::values::{OrgNumber, Scope, Value};
use clap::Args;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use std::io::{self, Read};

/// How much of standard input is read for a token, in bytes.
const LARGEST: u64 = 128 * 1024;

#[derive(Args)]
pub(super) struct TokenArgs {
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    trust: TrustArgs,
    #[arg(long, value_name = "SCOPE", value_parser = scope)]
    scope: Vec<Scope>,
    #[arg(long, value_name = "ORGANISATION", value_parser = organisation)]
    acting_for: Option<OrgNumber>,
    #[arg(long)]
    exchange: bool,
    #[arg(long, conflicts_with_all = ["scope", "acting_for", "exchange", "show"])]
    inspect: bool,
    #[arg(long)]
    show: bool,
    #[arg(long, value_name = "FORMAT", value_parser = choice::list_format(), default_value = "text")]
    format: ListFormat,
}

fn scope(text: &str) -> Result<Scope, String> {
    text.parse().map_err(|_| "altinn:broker.write".to_owned())
}

fn organisation(text: &str) -> Result<OrgNumber, String> {
    text.parse().map_err(|_| "991825827".to_owned())
}

pub(super) async fn run(args: TokenArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    if args.inspect {
        return inspect(&args, engine, console).await;
    }
    let selected = args.selection.answers(engine, console).await?;
    if !trust::agreed(&args.trust, &selected, false, engine, console).await? {
        return Ok(End::ToDo);
    }
    let evidence = open::state(&selected, engine, console).evidence;
    let opened = open::connect(&selected, evidence, engine, console).await?;
    let wanted = WantedToken { scopes: args.scope.clone(), acting_for: args.acting_for.clone(), exchange: args.exchange };
    let got = opened.get_token(&wanted).await;
    match got {
        Ok(token) => {
            engine.close().await;
            given(&token, args.show, args.format, &selected.profile, console)
        }
        Err(TokenStop::NoClient) => {
            let named_by = args.selection.named_by(&selected);
            let (found, end) = client_key::report(&opened, &selected, &named_by, engine, console).await?;
            let can_sign = found.iter().all(|finding| finding.outcome.lets_through());
            Ok(if can_sign { End::ToDo } else { end })
        }
        Err(TokenStop::Refused(refusal)) => {
            engine.close().await;
            let words = console.text.for_role(selected.profile.role).finding(&refusal.why);
            let code = refusal.code.map(|code| format!("{code}: ")).unwrap_or_default();
            console.say(&format!("{code}{}", words.summary));
            for more in words.cause.into_iter().chain(words.fix) {
                console.say(&more);
            }
            Ok(if refusal.unasked { End::NotAsked } else { End::ToDo })
        }
    }
}

/// Tells of a token that was given. With `--show` standard output has the token alone, so that a shell can take it.
fn given(token: &GotToken, show: bool, format: ListFormat, profile: &Profile, console: &Console) -> Result<End, Stop> {
    let lacks = token.facts.lacks(profile);
    let report = TokenReport { facts: &token.facts, profile: Some(profile), lacks: &lacks, now: Timestamp::now() };
    match format {
        ListFormat::Text if show => {
            console.say_as_is(&told(&report, console));
            console.print(&format!("{}\n", token.secret.expose_secret()))?;
        }
        ListFormat::Text => console.print(&told(&report, console))?,
        ListFormat::Json => {
            let secret = show.then(|| token.secret.expose_secret());
            console.print(&document(&report, secret, console))?;
        }
    }
    Ok(End::InOrder)
}

async fn inspect(args: &TokenArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let names_environment = args.selection.arguments().answers.iter().any(|answer| answer.field == FieldId::Environment);
    let named = args.selection.is_named() || names_environment;
    let selected = if named { Some(args.selection.answers(engine, console).await?) } else { None };
    let profile = selected.as_ref().map(|selected| &selected.profile);
    let mut bytes = Vec::new();
    let failed = |error: io::Error| Stop::Failed(console.word("problem.input", &[("reason", Value::Text(error.to_string()))]));
    io::stdin().lock().take(LARGEST).read_to_end(&mut bytes).map_err(failed)?;
    let text = SecretString::from(String::from_utf8_lossy(&bytes).into_owned());
    let inspected = engine
        .inspect(&text, selected.as_ref().map(|selected| (&selected.profile, selected.folder.as_path())))
        .await
        .map_err(|message| Stop::Failed(console.text.engine(&message)))?;
    engine.close().await;
    // Only a role with its organisation says whether the token is the right one.
    let measured = profile.filter(|profile| profile.organisation.is_some());
    match inspected {
        Err(why) => {
            console.say(&console.word(&format!("token.none.{why}"), &[]));
            Ok(if why == NoToken::Empty { End::Usage } else { End::ToDo })
        }
        Ok(facts) => {
            let lacks = measured.map(|profile| facts.lacks(profile)).unwrap_or_default();
            let report = TokenReport { facts: &facts, profile: measured, lacks: &lacks, now: Timestamp::now() };
            match args.format {
                ListFormat::Text => console.print(&told(&report, console))?,
                ListFormat::Json => console.print(&document(&report, None, console))?,
            }
            let is_amiss = report.remarks().into_iter().any(TokenRemark::is_amiss);
            Ok(if is_amiss { End::ToDo } else { End::InOrder })
        }
    }
}

/// Each claim in words, what it is good for, and what its holder should know.
fn told(report: &TokenReport<'_>, console: &Console) -> String {
    let parts = [report.verdict(&console.text, Names::Ids), report.claims(&console.text), report.others()];
    let laid: Vec<String> = parts.iter().filter(|part| !part.is_empty()).map(|part| laid(part, 0, console.paper())).collect();
    laid.join("\n")
}

fn document(report: &TokenReport<'_>, secret: Option<&str>, console: &Console) -> String {
    let mut document = report.json(&console.text);
    if let Some(secret) = secret {
        document["token"] = json!(secret);
    }
    format!("{document:#}\n")
}
