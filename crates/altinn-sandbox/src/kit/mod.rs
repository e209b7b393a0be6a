//! The kit: a folder with everything another program needs to use a running sandbox (contract 8).

pub(crate) mod answers;
mod certificates;

use crate::known::{self, KnownClient};
use crate::storage::{file, folder};
use crate::world::World;
use answers::{API_KEY_FILE, Part, Preset};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::{fs, io};
use toml::Table;
use url::Url;

const INVENTORY: &str = "kit.json";

/// The base address of the platform's test environment (facts platform 0), without a slash at the end.
const TT02: &str = "https://platform.tt02.altinn.no";

/// Whether a kit may be written into a folder: it is not there yet, it is empty, or it holds a kit. Anything else in it may be keys of
/// the user's own, which have the same names.
pub(crate) fn may_be_written_into(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none() || holds_kit(folder)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(cause) => Err(cause),
    }
}

fn holds_kit(folder: &Path) -> bool {
    let inventory: Option<Value> = file::read(&folder.join(INVENTORY)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let members = ["platform", "api_key_file", "organisations", "clients", "newcomer"];
    inventory.is_some_and(|inventory| members.iter().all(|member| inventory.get(member).is_some()))
}

/// Writes `sender.toml`, `recipient.toml`, `service-owner.toml`, the keys and certificates, `api-key.txt`, `newcomer.bru` and
/// `kit.json` into a folder, which is closed to other users. What has the same name is overwritten.
///
/// # Errors
/// When the folder cannot be written to.
pub fn write_kit(folder: &Path, world: &World, origin: &Url) -> io::Result<()> {
    folder::own(folder)?;
    answers::write_api_key(world, folder)?;
    for holder in world.keys.holders.keys() {
        answers::write_holders_key(world, *holder, folder)?;
    }
    for part in Part::ALL {
        write_answers(folder, part.name(), &answers_file(world, part, origin))?;
    }
    certificates::write(world, folder, |part| answers_file(world, part, origin))?;
    file::write(&folder.join("newcomer.bru"), collection_environment(world)?.as_bytes())?;
    let inventory = serde_json::to_vec_pretty(&inventory(origin))?;
    file::write(&folder.join(INVENTORY), &inventory)?;
    sweep(folder);
    Ok(())
}

/// Removes what a kill left of an earlier kit.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.iter().for_each(|file| file::sweep(file, file::LEFT));
}

fn write_answers(folder: &Path, name: &str, answers: &Table) -> io::Result<()> {
    let text = toml::to_string_pretty(answers).map_err(io::Error::other)?;
    file::write(&folder.join(format!("{name}.toml")), text.as_bytes())
}

/// A role's answers as a file. It names the sandbox's own addresses, so that any process can use it.
fn answers_file(world: &World, part: Part, origin: &Url) -> Table {
    let mut file = Table::new();
    for (field, text) in answers::described(world, part, Preset::Ready, origin.as_str()) {
        let value = match field {
            "transfer.recipients" => toml::Value::Array(vec![text.into()]),
            _ => text.into(),
        };
        put(&mut file, field, value);
    }
    put(&mut file, "api_key", format!("file:{API_KEY_FILE}").into());
    put(&mut file, "client.key", format!("file:{}.pem", part.name()).into());
    put(&mut file, "environment.platform", origin.as_str().into());
    put(&mut file, "environment.maskinporten", origin.as_str().into());
    put(&mut file, "environment.admin", admin(origin).into());
    file
}

/// Sets a value under a dotted name of at most two parts.
fn put(file: &mut Table, field: &str, value: toml::Value) {
    match field.split_once('.') {
        None => {
            file.insert(field.to_owned(), value);
        }
        Some((table, name)) => {
            if let toml::Value::Table(inner) = file.entry(table).or_insert_with(|| Table::new().into()) {
                inner.insert(name.to_owned(), value);
            }
        }
    }
}

/// The base address of the self-service API, with its prefix.
fn admin(origin: &Url) -> String {
    format!("{}/api/v1/", origin.as_str().trim_end_matches('/'))
}

fn inventory(origin: &Url) -> Value {
    let clients: Vec<Value> = known::CLIENTS.iter().map(client).collect();
    json!({
        "platform": origin,
        "maskinporten": origin,
        "admin": admin(origin),
        "api_key_file": API_KEY_FILE,
        "resource": known::RESOURCE,
        "organisations": {
            "service_owner": known::SERVICE_OWNER.number,
            "sender": known::SENDER.number,
            "recipient": known::RECIPIENT.number,
        },
        "clients": clients,
        "newcomer": {
            "organisation": known::NEWCOMER.number,
            "resource": known::NEWCOMER_RESOURCE,
            "client": known::client("newcomer").map(newcomers),
        },
    })
}

/// The newcomer as an environment file of Broker's own Bruno collection. It has the variables that the collection's `docs` ask for,
/// with the services' real names.
fn collection_environment(world: &World) -> io::Result<String> {
    let missing = || io::Error::other("the world lacks its newcomer");
    let client = known::client("newcomer").ok_or_else(missing)?;
    let key = world.keys.holders.get(&client.key).ok_or_else(missing)?;
    let pem: String = key.pem.expose().lines().map(|line| format!("    {line}\n")).collect();
    let kid = client.kid();
    let variables: String = [
        ("client_id", client.id),
        ("client_kid", &kid),
        ("resource_id", known::NEWCOMER_RESOURCE),
        ("serviceowner_orgnumber", client.organisation),
        ("sender_orgnumber", known::SENDER.number),
        ("recipient_orgnumber", known::RECIPIENT.number),
        ("platform_base_url", TT02),
        ("broker_base_url", TT02),
    ]
    .map(|(name, value)| format!("  {name}: {value}\n"))
    .concat();
    Ok(format!("vars {{\n{variables}  client_pem: '''\n{pem}  '''\n}}\n"))
}

fn client(known: &KnownClient) -> Value {
    json!({
        "name": known.name,
        "organisation": known.organisation,
        "id": known.id,
        "kid": known.kid(),
        "key": answers::key_file(known.key),
        "scopes": known.scopes,
    })
}

fn newcomers(known: &KnownClient) -> Value {
    json!({"id": known.id, "kid": known.kid(), "key": answers::key_file(known.key), "scopes": known.scopes})
}
