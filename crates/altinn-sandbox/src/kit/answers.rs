//! A complete setup for each role, as answers. The wizard fills them in, and the kit contains them.

use crate::known::{self, KeyHolder, KnownClient};
use crate::storage::file;
use crate::world::World;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    ServiceOwner,
    Sender,
    Recipient,
}

/// How complete the setup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// Every answer is present and correct.
    Ready,
    /// Some steps wait for a person, and some answers are wrong.
    HalfDone,
}

/// The answers of a setup, in the order of the fields. Secrets are references to files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Each field's public name and value (contract 2).
    pub fields: Vec<(&'static str, String)>,
}

impl Answers {
    /// The text of a field.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }
}

pub(crate) const API_KEY_FILE: &str = "api-key.txt";
/// A resource that is published but not yet configured in Broker.
const UNCONFIGURED: &str = "prov-ikke-konfigurert";
/// A webhook that Altinn refuses, because it is not https.
const REFUSED_WEBHOOK: &str = "http://hooks.example.no/altinn";

impl Part {
    pub const ALL: [Self; 3] = [Self::ServiceOwner, Self::Sender, Self::Recipient];

    /// The public name of the role.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ServiceOwner => "service-owner",
            Self::Sender => "sender",
            Self::Recipient => "recipient",
        }
    }

    /// The part with a role's public name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// Whose key the role signs with.
    pub(crate) const fn holder(self) -> KeyHolder {
        match self {
            Self::ServiceOwner => KeyHolder::ServiceOwner,
            Self::Sender => KeyHolder::Sender,
            Self::Recipient => KeyHolder::Recipient,
        }
    }

    /// The client of the role that signs with an enterprise certificate.
    pub(crate) fn certified_client(self) -> Option<&'static KnownClient> {
        known::client(match self {
            Self::ServiceOwner => "service-owner-enterprise",
            Self::Sender => "enterprise",
            Self::Recipient => "recipient-enterprise",
        })
    }

    const fn system(self) -> Option<&'static str> {
        match self {
            // The policy names the service owner by its code, so the owner needs no system user.
            Self::ServiceOwner => None,
            Self::Sender => Some(known::SENDER_SYSTEM),
            Self::Recipient => Some(known::RECIPIENT_SYSTEM),
        }
    }

    const fn recipient(self) -> Option<&'static str> {
        match self {
            Self::ServiceOwner | Self::Sender => Some(known::RECIPIENT.number),
            Self::Recipient => None,
        }
    }
}

/// The answers of a setup. Writes the client's private key and the API key into `folder`, readable only by the user.
///
/// # Errors
/// When the folder cannot be written to.
pub fn answers(world: &World, part: Part, preset: Preset, folder: &Path) -> io::Result<Answers> {
    let key = write_holders_key(world, part.holder(), folder)?;
    let api_key = write_api_key(world, folder)?;
    let mut fields = described(world, part, preset, "{sandbox}/");
    fields.extend([("client.key", file_reference(&key)), ("api_key", file_reference(&api_key))]);
    Ok(Answers { fields })
}

/// Every answer except the references to secrets. `origin` is the base address of the sandbox.
pub(crate) fn described(world: &World, part: Part, preset: Preset, origin: &str) -> Vec<(&'static str, String)> {
    let mut fields = vec![("role", part.name().to_owned())];
    if let Some(client) = known::client(part.name()) {
        fields.push(("organisation", client.organisation.to_owned()));
        fields.push(("client.id", client.id.to_owned()));
        fields.push(("client.kid", client.kid()));
        fields.extend(posted(world, client).map(|day| ("client.key_posted", day)));
    }
    fields.push(("resource", resource(part, preset).to_owned()));
    fields.extend(part.system().map(|system| ("system.id", system.to_owned())));
    fields.extend(external_ref(part, preset).map(|reference| ("system.external_ref", reference.to_owned())));
    fields.extend(part.recipient().map(|number| ("transfer.recipients", number.to_owned())));
    fields.push(("events.endpoint", webhook(part, preset, origin)));
    fields
}

/// The date on which the client's key was posted.
fn posted(world: &World, client: &KnownClient) -> Option<String> {
    let registered = world.maskinporten.client(&client.id.parse().ok()?)?;
    let day = registered.keys.first()?.posted.to_zoned(jiff::tz::TimeZone::UTC).date();
    Some(day.to_string())
}

const fn resource(part: Part, preset: Preset) -> &'static str {
    match (part, preset) {
        (Part::ServiceOwner, Preset::HalfDone) => UNCONFIGURED,
        (Part::ServiceOwner, Preset::Ready) | (Part::Sender | Part::Recipient, _) => known::RESOURCE,
    }
}

const fn external_ref(part: Part, preset: Preset) -> Option<&'static str> {
    match (part, preset) {
        (Part::Sender | Part::Recipient, Preset::HalfDone) => Some(known::HALF_DONE),
        (Part::ServiceOwner, _) | (Part::Sender | Part::Recipient, Preset::Ready) => None,
    }
}

fn webhook(part: Part, preset: Preset, origin: &str) -> String {
    match preset {
        Preset::Ready => format!("{origin}sandbox/sink/{}", part.name()),
        Preset::HalfDone => REFUSED_WEBHOOK.to_owned(),
    }
}

fn file_reference(file: &Path) -> String {
    format!("file:{}", file.display())
}

/// Writes a private key as `<holder>.pem`.
pub(crate) fn write_holders_key(world: &World, holder: KeyHolder, folder: &Path) -> io::Result<PathBuf> {
    let key = world.keys.holders.get(&holder).ok_or_else(|| io::Error::other("the world lacks one of its keys"))?;
    let file = folder.join(key_file(holder));
    file::write(&file, key.pem.expose().as_bytes())?;
    Ok(file)
}

/// Writes the gateway's API key.
pub(crate) fn write_api_key(world: &World, folder: &Path) -> io::Result<PathBuf> {
    let file = folder.join(API_KEY_FILE);
    file::write(&file, format!("{}\n", world.api_key.expose()).as_bytes())?;
    Ok(file)
}

/// The name of the file that holds a holder's private key.
pub(crate) const fn key_file(holder: KeyHolder) -> &'static str {
    match holder {
        KeyHolder::ServiceOwner => "service-owner.pem",
        KeyHolder::Sender => "sender.pem",
        KeyHolder::Recipient => "recipient.pem",
        KeyHolder::Vendor => "vendor.pem",
        KeyHolder::Newcomer => "newcomer.pem",
    }
}
