//! Where `listen` listens, and the address under which Altinn reaches it: a public one, and a random part that is made once and
//! kept with it in the answers.

use super::super::console::Console;
use super::super::end::Stop;
use crate::engine::{ChosenAnswers, Engine, made_up};
use crate::journey::{DeedId, FieldId};
use crate::values::{Value, Webhook, is_loopback};
use jiff::Timestamp;
use std::net::SocketAddr;
use url::Url;

pub(super) struct Address {
    pub(super) listen: Option<SocketAddr>,
    pub(super) secret: Option<String>,
    /// The webhook's address, as Altinn knows it.
    pub(super) public: Option<Webhook>,
}

/// The address for these arguments. An endpoint that was kept earlier goes on leading here.
pub(super) fn of(
    listen: Option<SocketAddr>,
    secret: Option<&str>,
    public: Option<&Url>,
    selected: Option<&ChosenAnswers>,
    console: &Console,
) -> Result<Address, Stop> {
    let kept = selected.and_then(|selected| selected.profile.events.endpoint.as_ref());
    let Some(public) = public else {
        let own = kept.and_then(on_this_machine);
        let (kept_listen, kept_secret) = own.map_or((None, None), |(address, part)| (Some(address), Some(part)));
        return Ok(Address { listen: listen.or(kept_listen), secret: secret.map(ToOwned::to_owned).or(kept_secret), public: None });
    };
    if public.scheme() != "https" && !(public.scheme() == "http" && is_loopback(public)) {
        return Err(Stop::Usage(console.word("problem.public-url", &[("url", Value::Text(public.to_string()))])));
    }
    let part = secret.map(ToOwned::to_owned).or_else(|| kept.and_then(|kept| kept.part_below(public))).unwrap_or_else(made_up);
    let webhook = Webhook::below(public, &part)
        .map_err(|_| Stop::Usage(console.word("problem.public-url", &[("url", Value::Text(public.to_string()))])))?;
    Ok(Address { listen, secret: Some(part), public: Some(webhook) })
}

/// The place and the secret part of an endpoint on this machine, as one that `listen` has printed.
fn on_this_machine(endpoint: &Webhook) -> Option<(SocketAddr, String)> {
    let url = endpoint.plain_http().filter(is_loopback)?;
    let address = url.socket_addrs(|| None).ok()?.into_iter().find(|address| address.ip().is_loopback())?;
    let part = url.path().strip_prefix('/').filter(|part| !part.is_empty() && !part.contains('/'))?;
    Some((address, part.to_owned()))
}

/// Keeps the webhook's address in the answers, and says what is to be done with it.
pub(super) fn keep(
    webhook: &Webhook,
    public: Option<&Url>,
    selected: &ChosenAnswers,
    engine: &Engine,
    console: &Console,
) -> Result<(), Stop> {
    let address = || Value::Text(webhook.to_string());
    console.say(&console.word("said.listening-public", &[("url", address())]));
    if selected.profile.events.endpoint.as_ref() == Some(webhook) {
        return Ok(());
    }
    let mut profile = selected.profile.clone();
    if profile.set_at(FieldId::EventsEndpoint, webhook.as_str(), Timestamp::now()).is_err() {
        return Ok(());
    }
    if let Some(public) = public {
        // An address that the field does not take goes on being given as an argument.
        let _ = profile.set(FieldId::ListenPublicUrl, public.as_str());
    }
    match &selected.name {
        Some(name) => {
            engine.change_profile(name, &profile).map_err(|message| console.usage(&message))?;
            console.say(&console.word("said.endpoint-kept", &[("command", Value::Text(DeedId::Subscribe.command()))]));
        }
        None => {
            let line = format!("{} = {}", FieldId::EventsEndpoint, toml::Value::String(webhook.to_string()));
            console.say(&console.word("said.add-answer", &[("line", Value::Text(line))]));
        }
    }
    Ok(())
}
