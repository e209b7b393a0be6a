//! `token`: gets one with the profile's client, or reads one from standard input. What it says is told in words; the token itself only
//! where `--show` asks for it.

use super::choice;
use super::client_key;
use super::console::Console;
use super::end::{End, Stop};
use super::open;
use super::selection::Selection;
use super::trust::{self, TrustArgs};
use crate::engine::{Engine, GotToken, TokenStop, WantedToken};
use crate::journey::{FieldId, NoToken, Profile, TokenFacts, TokenMaker, TokenRemark};
use crate::report::{ListFormat, Statement, laid};
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
        Err(TokenStop::Refused { why, code, unasked }) => {
            engine.close().await;
            let words = console.text.for_role(selected.profile.role).finding(&why);
            let code = code.map(|code| format!("{code}: ")).unwrap_or_default();
            console.say(&format!("{code}{}", words.summary));
            for more in words.cause.into_iter().chain(words.fix) {
                console.say(&more);
            }
            Ok(if unasked { End::NotAsked } else { End::ToDo })
        }
    }
}

/// Tells of a token that was given. With `--show` standard output has the token alone, so that a shell can take it.
fn given(token: &GotToken, show: bool, format: ListFormat, profile: &Profile, console: &Console) -> Result<End, Stop> {
    match format {
        ListFormat::Text if show => {
            console.say_as_is(&told(&token.facts, Some(profile), console));
            console.print(&format!("{}\n", token.secret.expose_secret()))?;
        }
        ListFormat::Text => console.print(&told(&token.facts, Some(profile), console))?,
        ListFormat::Json => {
            let secret = show.then(|| token.secret.expose_secret());
            console.print(&document(&token.facts, Some(profile), secret, console))?;
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
            match args.format {
                ListFormat::Text => console.print(&told(&facts, measured, console))?,
                ListFormat::Json => console.print(&document(&facts, measured, None, console))?,
            }
            let amiss = facts.remarks(measured, Timestamp::now()).into_iter().any(is_amiss);
            Ok(if amiss { End::ToDo } else { End::InOrder })
        }
    }
}

/// Whether a service would refuse the token for it.
const fn is_amiss(remark: TokenRemark) -> bool {
    match remark {
        TokenRemark::Expired
        | TokenRemark::NotYet
        | TokenRemark::OtherEnvironment
        | TokenRemark::SignatureWrong
        | TokenRemark::KeyUnknown
        | TokenRemark::Unsigned
        | TokenRemark::OtherParty
        | TokenRemark::OtherOwner => true,
        TokenRemark::IssuerUnknown
        | TokenRemark::KeysNotAsked
        | TokenRemark::NotExchanged
        | TokenRemark::NoSystemUser
        | TokenRemark::OldScope => false,
    }
}

/// Each claim in words, what it is good for, and what its holder should know.
fn told(facts: &TokenFacts, profile: Option<&Profile>, console: &Console) -> String {
    let word = |key: &str| console.word(&format!("token.{key}"), &[]);
    let mut said: Vec<Statement> = Vec::new();
    let mut add = |key: &str, value: Option<String>| said.extend(value.map(|value| Statement::Labelled { label: word(key), value }));
    let issuer = match facts.maker {
        TokenMaker::Other => facts.issuer.clone(),
        TokenMaker::Maskinporten | TokenMaker::Altinn => format!("{}  {}", word(&format!("maker.{}", facts.maker)), facts.issuer),
    };
    let moment = |at: Option<Timestamp>| at.map(|at| console.text.value(&Value::Moment(at)));
    add("issuer", Some(issuer));
    add("environment", facts.environment.map(|environment| console.text.environment(&crate::journey::Environment::Named(environment))));
    add("signature", Some(word(&format!("proof.{}", facts.proof))));
    add("consumer", facts.consumer.as_ref().map(ToString::to_string));
    add("client", facts.client_id.as_ref().map(ToString::to_string));
    add("org-code", facts.org_code.clone());
    add("party", facts.party.as_ref().map(ToString::to_string));
    add("system", facts.system.clone());
    add("issued", moment(facts.issued_at));
    add("ends", moment(facts.expires_at));
    for scope in &facts.scopes {
        let good_for = facts.uses().into_iter().find(|one| one.name() == scope.as_str());
        let key = good_for.map_or("use.other".to_owned(), |one| format!("use.{}", use_key(one.name())));
        add("scope", Some(format!("{scope}  {}", word(&key))));
    }
    for (name, value) in &facts.others {
        said.push(Statement::Labelled { label: name.clone(), value: value.clone() });
    }
    let lacks = profile.map(|profile| facts.lacks(profile)).unwrap_or_default();
    said.extend((!lacks.is_empty()).then(|| Statement::Says(console.word("token.lacks", &[("scopes", (&lacks).into())]))));
    let remarks = facts.remarks(profile, Timestamp::now());
    said.extend(remarks.into_iter().map(|remark| Statement::Says(word(&format!("remark.{remark}")))));
    laid(&said, 0, console.paper())
}

/// A scope as part of a key: no colon, no slash, no dot.
fn use_key(scope: &str) -> String {
    scope.replace([':', '/', '.'], "-")
}

fn document(facts: &TokenFacts, profile: Option<&Profile>, secret: Option<&str>, console: &Console) -> String {
    let now = Timestamp::now();
    let remarks = facts.remarks(profile, now);
    let said: Vec<_> =
        remarks.iter().map(|remark| json!({ "id": remark, "summary": console.word(&format!("token.remark.{remark}"), &[]) })).collect();
    let lacks = profile.map(|profile| facts.lacks(profile)).unwrap_or_default();
    let mut document = json!({ "version": 1, "facts": facts, "lacks": lacks, "remarks": said });
    if let Some(secret) = secret {
        document["token"] = json!(secret);
    }
    format!("{document:#}\n")
}
