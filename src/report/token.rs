//! Tells what is in a token: each claim in words, what it is good for, and what its holder should know. Never the token itself.

use super::statements::{Names, Statement};
use crate::journey::{Environment, Profile, TokenFacts, TokenMaker, TokenRefusal, TokenRemark};
use crate::text::{Text, capitalised};
use crate::values::{Scope, Value};
use jiff::Timestamp;
use serde_json::{Value as Json, json};

/// A token that was got or given, with what it is measured against.
#[derive(Debug, Clone, Copy)]
pub struct TokenReport<'a> {
    pub facts: &'a TokenFacts,
    /// The answers that it should fit. None where nothing says whose it is.
    pub profile: Option<&'a Profile>,
    /// The scopes that it should carry, and does not.
    pub lacks: &'a [Scope],
    pub now: Timestamp,
}

impl TokenReport<'_> {
    /// Whether it is in order, and what its holder should know.
    #[must_use]
    pub fn verdict(&self, text: &Text, names: Names) -> Vec<Statement> {
        let lacks = [("scopes", Value::from(&self.lacks.to_vec()))];
        let lacks = (!self.lacks.is_empty()).then(|| text.line("cli", "token.lacks", &lacks));
        let remarks = self.remarks().into_iter().map(|remark| remark_words(remark, text, names));
        let said: Vec<Statement> = lacks.into_iter().chain(remarks).map(Statement::Says).collect();
        if said.is_empty() { vec![Statement::Says(word(text, "in-order"))] } else { said }
    }

    /// Each claim that has a name in words.
    #[must_use]
    pub fn claims(&self, text: &Text) -> Vec<Statement> {
        claims(self.facts, text)
    }

    /// Every other claim, by the name that it has in the token. Those names are long, so they are laid for themselves.
    #[must_use]
    pub fn others(&self) -> Vec<Statement> {
        self.facts.others.iter().map(|(name, value)| Statement::Labelled { label: name.clone(), value: value.clone() }).collect()
    }

    /// What its holder should know.
    #[must_use]
    pub fn remarks(&self) -> Vec<TokenRemark> {
        self.facts.remarks(self.profile, self.now)
    }

    /// One JSON document (contract 9).
    #[must_use]
    pub fn json(&self, text: &Text) -> Json {
        let say = |remark: &TokenRemark| json!({ "id": remark, "summary": remark_words(*remark, text, Names::Ids) });
        let remarks: Vec<Json> = self.remarks().iter().map(say).collect();
        json!({ "version": 1, "facts": self.facts, "lacks": self.lacks, "remarks": remarks })
    }
}

/// Why a service gave no token, what to do, and the service's own code.
#[must_use]
pub fn refusal_statements(refusal: &TokenRefusal, text: &Text) -> Vec<Statement> {
    let words = text.finding(&refusal.why);
    let code = refusal.code.as_ref().map(|code| text.line("vocabulary", "said.code", &[("code", Value::Text(code.clone()))]));
    let mut said = vec![Statement::Says(format!("{}.", capitalised(&words.summary)))];
    said.extend(code.map(Statement::Code));
    said.extend(words.cause.map(Statement::Cause));
    said.extend(words.fix.map(|action| Statement::Do { label: text.line("vocabulary", "said.do", &[]), action }));
    said.extend(words.link.map(Statement::Link));
    said
}

fn word(text: &Text, key: &str) -> String {
    text.line("cli", &format!("token.{key}"), &[])
}

fn claims(facts: &TokenFacts, text: &Text) -> Vec<Statement> {
    let issuer = match facts.maker {
        TokenMaker::Other => facts.issuer.clone(),
        TokenMaker::Maskinporten | TokenMaker::Altinn => format!("{}  {}", word(text, &format!("maker.{}", facts.maker)), facts.issuer),
    };
    let moment = |at: Option<Timestamp>| at.map(|at| text.value(&Value::Moment(at)));
    let told = [
        ("issuer", Some(issuer)),
        ("environment", facts.environment.map(|environment| text.environment(&Environment::Named(environment)))),
        ("signature", Some(word(text, &format!("proof.{}", facts.proof)))),
        ("consumer", facts.consumer.as_ref().map(ToString::to_string)),
        ("client", facts.client_id.as_ref().map(ToString::to_string)),
        ("org-code", facts.org_code.clone()),
        ("party", facts.party.as_ref().map(ToString::to_string)),
        ("system", facts.system.clone()),
        ("issued", moment(facts.issued_at)),
        ("ends", moment(facts.expires_at)),
    ];
    let scopes = facts.scopes.iter().map(|scope| ("scope", Some(format!("{scope}  {}", good_for(scope, facts, text)))));
    let labelled = |(key, value): (&str, Option<String>)| Some(Statement::Labelled { label: word(text, key), value: value? });
    told.into_iter().chain(scopes).filter_map(labelled).collect()
}

fn good_for(scope: &Scope, facts: &TokenFacts, text: &Text) -> String {
    let known = facts.uses().into_iter().find(|one| one.name() == scope.as_str());
    // No colon, slash or dot is in a key.
    word(text, &known.map_or("use.other".to_owned(), |one| format!("use.{}", one.name().replace([':', '/', '.'], "-"))))
}

/// At a screen a key does what a flag does on the command line.
fn remark_words(remark: TokenRemark, text: &Text, names: Names) -> String {
    let here = || text.find("cli", &format!("token.here.{remark}"), &[]);
    match names {
        Names::Titles => here().unwrap_or_else(|| word(text, &format!("remark.{remark}"))),
        Names::Ids => word(text, &format!("remark.{remark}")),
    }
}
