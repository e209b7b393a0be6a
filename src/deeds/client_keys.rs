//! The list of a client's keys, which the service replaces as a whole: read, compared, kept, replaced, and read again.

use super::party::missing;
use super::run::{DeedRun, DeedStop};
use super::{make_key, refusal};
use crate::checks::{AdminUse, Connection, TokenProblem};
use crate::files::{LockProblem, Replacement, lock, read_own};
use crate::journey::{
    Acting, Candidate, CandidateAbout, ChangeKind, ChangeLine, ClientAuth, DeedMessage, Entry, EntryState, FieldId, JournalPlace, MustType,
    Preview,
};
use crate::keys::public_jwk;
use crate::services::{ClientKey, ClientKeys, MOST_KEYS, Problem, Token};
use crate::values::{ClientId, FileSize};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use std::path::{Path, PathBuf};

/// Five keys are far smaller.
const LARGEST: FileSize = FileSize(1024 * 1024);

/// A client whose keys an admin client may change.
pub(super) struct Held<'a> {
    pub(super) connection: &'a Connection,
    pub(super) client: &'a ClientId,
    pub(super) keys: ClientKeys,
}

/// Refuses what has no registered key: a vendor's work, and a client that signs with a certificate.
pub(super) fn signs_with_key(connection: &Connection) -> Result<(), DeedStop> {
    let profile = &connection.profile;
    if profile.acting == Acting::ByVendor {
        return Err(DeedMessage::RunByVendor.into());
    }
    match profile.client.auth {
        ClientAuth::Certificate => Err(DeedMessage::CertificateSigns.into()),
        ClientAuth::Key => Ok(()),
    }
}

/// The public half of the key that the profile signs with, as it stands in a list.
pub(super) fn own_key(connection: &Connection) -> Result<ClientKey, DeedStop> {
    if connection.profile.client.key.is_none() {
        return Err(missing(FieldId::ClientKey));
    }
    let (key, kid) = connection.signing_key().ok_or(DeedMessage::KeyUnusable)?;
    ClientKey::of(&public_jwk(key, &kid.ok_or_else(|| missing(FieldId::ClientKid))?)).ok_or_else(|| DeedMessage::KeyUnusable.into())
}

impl<'a> Held<'a> {
    /// Reads the keys of the profile's client.
    pub(super) async fn read(connection: &'a Connection) -> Result<Self, DeedStop> {
        let client = connection.profile.client.id.as_ref().ok_or_else(|| missing(FieldId::ClientId))?;
        let token = token(connection, AdminUse::Read).await?;
        let keys = connection.services.client_keys(&token, client).await.map_err(|problem| refused(&problem))?;
        Ok(Self { connection, client, keys })
    }

    /// The key that goes where one more has no room: the chosen one, else the one that ends first. Never one that signs here.
    pub(super) fn to_go(&self, chosen: Option<&str>, kept: &[&str]) -> Result<Option<&ClientKey>, DeedStop> {
        if let Some(kid) = chosen {
            if kept.contains(&kid) {
                return Err(DeedMessage::KeySignsHere { kid: kid.to_owned() }.into());
            }
            return self.keys.find(kid).map(Some).ok_or_else(|| self.unknown(kid));
        }
        if self.keys.0.len() < MOST_KEYS {
            return Ok(None);
        }
        Ok(self.first_to_go(kept))
    }

    pub(super) fn first_to_go(&self, kept: &[&str]) -> Option<&ClientKey> {
        let others = self.keys.0.iter().filter(|key| !kept.contains(&key.kid()));
        others.min_by_key(|key| key.ends().unwrap_or(Timestamp::MAX))
    }

    /// The keys of which this one goes if the user chooses no other: those that ended first, then those that end next.
    pub(super) fn candidates(&self, goes: Option<&str>, kept: &[&str]) -> Vec<Candidate> {
        let Some(goes) = goes else { return Vec::new() };
        let mut others: Vec<&ClientKey> = self.keys.0.iter().filter(|key| !kept.contains(&key.kid())).collect();
        others.sort_by_key(|key| key.ends().unwrap_or(Timestamp::MAX));
        let candidate = |key: &ClientKey| {
            let about = CandidateAbout::Ends(key.ends());
            Candidate { id: key.kid().to_owned(), about, is_taken: key.kid() == goes }
        };
        if others.len() > 1 { others.into_iter().map(candidate).collect() } else { Vec::new() }
    }

    pub(super) fn unknown(&self, kid: &str) -> DeedStop {
        let kids = self.keys.0.iter().map(|key| key.kid().to_owned()).collect();
        DeedMessage::KidNotOnClient { kid: kid.to_owned(), kids }.into()
    }

    /// The kid of the key that the profile signs with.
    pub(super) fn signing_kid(&self) -> Option<String> {
        self.connection.signing_key().and_then(|(_, kid)| kid)
    }

    /// A preview in which these keys take the place of those that are there.
    pub(super) fn preview(&self, shown: Preview, after: &ClientKeys) -> Preview {
        let address = self.connection.services.client_keys_address(self.client).to_string();
        let line = |kind, key: &ClientKey| ChangeLine { kind, what: key.kid().to_owned(), until: key.ends() };
        let stays_or_goes = self.keys.0.iter().map(|key| {
            let kind = if after.0.iter().any(|other| other.is_same(key)) { ChangeKind::Stays } else { ChangeKind::Goes };
            line(kind, key)
        });
        let is_new = |key: &&ClientKey| !self.keys.0.iter().any(|other| other.is_same(key));
        let changes: Vec<ChangeLine> = stays_or_goes.chain(after.0.iter().filter(is_new).map(|key| line(ChangeKind::Added, key))).collect();
        let gone = changes.iter().filter(|line| line.kind == ChangeKind::Goes).map(|line| line.what.clone());
        let gone: Vec<String> = gone.collect();
        let profile = &self.connection.profile;
        let is_ours = |kid: &str| {
            let journal = &self.connection.journal;
            [JournalPlace::Maskinporten, JournalPlace::Machine].iter().any(|place| journal.made(profile, *place, kid).is_some())
        };
        let elsewhere = gone.into_iter().filter(|kid| !is_ours(kid)).map(MustType::Id);
        let requests = [("GET", &address), ("POST", &address), ("GET", &address)];
        let indented = serde_json::to_string_pretty(&after.body()).unwrap_or_default();
        Preview {
            requests: requests.map(|(method, address)| (method.to_owned(), address.clone())).to_vec(),
            bodies: vec![(format!("POST {address}"), indented)],
            changes,
            seen: Some(self.seen()),
            must_type: shown.must_type.iter().cloned().chain(elsewhere).collect(),
            ..shown
        }
    }

    /// What was read, to see later whether it is still so.
    fn seen(&self) -> String {
        self.keys.body().to_string()
    }

    /// Puts these keys in the place of those that were read. Stops if they are not those that the user was shown.
    pub(super) async fn replace(&self, run: &DeedRun<'_>, entry: Entry, after: &ClientKeys) -> Result<(Entry, Vec<DeedMessage>), DeedStop> {
        if run.options.agreed.saw_other(&self.seen()) {
            run.end_entry(entry, EntryState::Refused)?;
            return Err(DeedMessage::KeysChanged { client: self.client.clone() }.into());
        }
        let phase = run.begin(DeedMessage::ReplacingKeys);
        let kept = self.keep(&entry).inspect_err(|_| drop(run.end_entry(entry.clone(), EntryState::Refused)))?;
        let entry = Entry { kept: Some(kept.display().to_string()), ..entry };
        // After a kill the journal knows where the list lies that was there before.
        run.end_entry(entry.clone(), EntryState::Begun)?;
        let services = &self.connection.services;
        let token = match token(self.connection, AdminUse::Change).await {
            Ok(token) => token,
            Err(stop) => {
                run.end_entry(entry, EntryState::Refused)?;
                return Err(stop);
            }
        };
        if let Err(problem) = services.replace_client_keys(&token, self.client, after).await {
            run.end_refused(entry, &problem)?;
            return Err(refused(&problem));
        }
        let now = Self::read(self.connection).await?;
        if !now.keys.are_same(after) {
            run.end_entry(entry, EntryState::Done)?;
            return Err(DeedMessage::KeysNotAsPosted { client: self.client.clone(), path: kept.display().to_string() }.into());
        }
        run.end(phase, DeedMessage::KeysReplaced { client: self.client.clone() });
        let mut says: Vec<DeedMessage> = now.keys.0.iter().filter_map(|key| self.end_told(key)).collect();
        says.push(DeedMessage::KeysKept { path: kept.display().to_string(), entry: entry.id.clone() });
        Ok((entry, says))
    }

    /// When a key ends, and whether that has changed.
    fn end_told(&self, now: &ClientKey) -> Option<DeedMessage> {
        let day = |at: Timestamp| at.to_zoned(TimeZone::system()).date();
        let (kid, after) = (now.kid().to_owned(), day(now.ends()?));
        let before = self.keys.0.iter().find(|key| key.is_same(now)).and_then(ClientKey::ends).map(day);
        Some(match before {
            Some(before) if before != after => DeedMessage::KeyEndMoved { kid, before, after },
            Some(_) | None => DeedMessage::KeyEnds { kid, after },
        })
    }

    /// Keeps the list as it was read in the keys folder. Each entry has a file of its own: a deed and its undoing may come in one second.
    fn keep(&self, entry: &Entry) -> Result<PathBuf, DeedStop> {
        let client = file_name(&self.client.to_string());
        let name = format!("{client}-{}-{}.jwks.json", Zoned::now().strftime("%Y-%m-%d-%H%M%S"), entry.id);
        let path = self.connection.keys.join(name);
        let text = serde_json::to_string_pretty(&self.keys.body()).unwrap_or_default() + "\n";
        let written = || {
            let _lock = lock(&self.connection.keys).map_err(LockProblem::into_error)?;
            let mut file = Replacement::of(&path)?;
            file.write(text.as_bytes())?;
            file.take_place()
        };
        let stop = |error: std::io::Error| {
            DeedStop::from(DeedMessage::KeyNotWritten { path: path.display().to_string(), reason: error.to_string() })
        };
        written().map_err(stop)?;
        Ok(path)
    }
}

/// A client's id as a part of a file's name.
fn file_name(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '_' }).collect()
}

/// The list that an entry of the journal has kept.
pub(super) fn kept_keys(entry: &Entry) -> Result<ClientKeys, DeedStop> {
    let path = entry.kept.as_deref().unwrap_or_default();
    let bytes = read_own(Path::new(path), LARGEST).ok().flatten();
    let keys = bytes.and_then(|bytes| ClientKeys::read(&serde_json::from_slice(&bytes).ok()?));
    keys.ok_or_else(|| DeedMessage::KeptKeysUnreadable { path: path.to_owned() }.into())
}

/// The list with what an entry has changed taken back. What others have changed since stays.
pub(super) fn taken_back(entry: &Entry, now: &ClientKeys, was_added: bool) -> Result<ClientKeys, DeedStop> {
    let kept = kept_keys(entry)?;
    let mut back = if was_added { now.without(&entry.made) } else { now.clone() };
    for key in kept.0 {
        if back.find(key.kid()).is_none() {
            back = back.with(key);
        }
    }
    if back.0.len() > MOST_KEYS {
        let kids = back.0.iter().map(|key| key.kid().to_owned()).collect();
        return Err(DeedMessage::TooManyKeys { kids }.into());
    }
    Ok(back)
}

/// Shows what taking back an entry would do.
pub(super) async fn preview_undo(entry: &Entry, connection: &Connection, was_added: bool) -> Result<Preview, DeedStop> {
    make_key::not_undone(entry)?;
    let held = Held::read(connection).await?;
    let says = vec![DeedMessage::WouldPutKeysBack { client: held.client.clone() }];
    let after = taken_back(entry, &held.keys, was_added)?;
    Ok(held.preview(Preview::new(entry.deed, &connection.profile, says), &after))
}

pub(super) async fn undo(run: &DeedRun<'_>, entry: &Entry, was_added: bool) -> Result<Vec<DeedMessage>, DeedStop> {
    make_key::not_undone(entry)?;
    let held = Held::read(run.connection).await?;
    let after = taken_back(entry, &held.keys, was_added)?;
    // Its own entry, so that a refusal leaves that of the deed as it is. A kill may have left one open.
    let Connection { journal, profile, .. } = run.connection;
    let open = journal.left_open(profile, entry.deed).find(|open| open.made == entry.made && open.id != entry.id).cloned();
    let undoing = if after.are_same(&held.keys) {
        open
    } else {
        let undoing = match open {
            Some(open) => open,
            None => run.begin_entry(entry.deed, JournalPlace::Maskinporten, &entry.made)?,
        };
        Some(held.replace(run, undoing, &after).await?.0)
    };
    if let Some(undoing) = undoing {
        run.end_entry(undoing, EntryState::Undone)?;
    }
    if was_added && held.signing_kid().as_deref() == Some(entry.made.as_str()) && run.connection.profile.client.key_posted.is_some() {
        run.answer(FieldId::ClientKeyPosted, String::new());
    }
    run.end_entry(entry.clone(), EntryState::Undone)?;
    Ok(vec![DeedMessage::KeysPutBack { client: held.client.clone() }])
}

async fn token(connection: &Connection, purpose: AdminUse) -> Result<Token, DeedStop> {
    match connection.admin_token(purpose).await {
        Ok(token) => Ok(token),
        Err(TokenProblem::NoClient) if connection.profile.admin.id.is_none() => Err(missing(FieldId::AdminId)),
        Err(TokenProblem::NoClient) if connection.services.endpoints().admin.is_none() => Err(DeedMessage::AdminAddressMissing.into()),
        Err(TokenProblem::NoClient) => Err(DeedMessage::AdminKeyUnusable.into()),
        Err(TokenProblem::Grant(problem) | TokenProblem::Exchange(problem)) => Err(match &problem {
            Problem::Refused(refusal) if !refusal::is_trouble(refusal) => {
                let text = refusal.text.clone().unwrap_or_default();
                DeedStop { message: DeedMessage::AdminGrantRefused { text, cause: refusal.cause }, code: problem.code() }
            }
            _ => refusal::any(&problem, "idporten:dcr.read"),
        }),
    }
}

/// What the admin API's refusal means for the deed (facts platform B.2).
fn refused(problem: &Problem) -> DeedStop {
    refusal::any(problem, "idporten:dcr.modify")
}
