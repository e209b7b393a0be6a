//! `receive-test`: a fetch that the journal knows of. Whoever was stopped between the download and the confirmation confirms what was
//! fetched, and nothing is fetched or confirmed twice.

use super::choose::{self, WantedTransfer};
use super::fetch::{self, Fetched};
use super::identity::{READ, TokenIdentity};
use super::party::Party;
use super::refusal::BrokerCall;
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, Entry, EntryState, JournalPlace};
use crate::services::{FileTransfer, Problem, Token};
use uuid::Uuid;

const IDENTITY: TokenIdentity = TokenIdentity::SystemUser;

/// A fetch that was begun and not ended.
pub(super) struct Begun {
    pub(super) entry: Entry,
    pub(super) transfer: FileTransfer,
    pub(super) far: Far,
}

/// How far it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Far {
    /// Nobody knows how much of it was downloaded: it is downloaded again.
    Begun,
    /// It was downloaded and compared.
    Fetched,
    /// Altinn has the confirmation too.
    Confirmed,
}

/// What a kill has left open.
pub(super) enum Left {
    Nothing,
    /// Its transfer can be fetched no more.
    Gone(Box<Entry>),
    GoesOn(Box<Begun>),
}

/// Looks for what was begun and not ended of what is wanted.
pub(super) async fn left(connection: &Connection, token: &Token, party: &Party, wanted: WantedTransfer) -> Result<Left, DeedStop> {
    let mut open = connection.journal.left_open(&connection.profile, DeedId::ReceiveTest);
    let known = open.find_map(|entry| Some((entry.clone(), entry.made.parse::<Uuid>().ok()?)).filter(|(_, id)| is_meant(wanted, *id)));
    let Some((entry, id)) = known else { return Ok(Left::Nothing) };
    let transfer = match connection.services.transfer(token, id).await {
        Ok(transfer) => transfer,
        Err(Problem::Refused(refusal)) if refusal.status == 404 => return Ok(Left::Gone(Box::new(entry))),
        Err(problem) => return Err(BrokerCall::of(party, READ).about(id).refused(&problem)),
    };
    // One that is no test goes on only if it is chosen again.
    let same = if wanted.id().is_some() { wanted } else { WantedTransfer::Test(id) };
    let far = if choose::is_confirmed_by(&transfer, &party.organisation) {
        Far::Confirmed
    } else if choose::choose(std::slice::from_ref(&transfer), &party.organisation, same).is_err() {
        return Ok(Left::Gone(Box::new(entry)));
    } else if connection.evidence.transfer.as_ref().is_some_and(|known| known.id == id) {
        Far::Fetched
    } else {
        Far::Begun
    };
    Ok(Left::GoesOn(Box::new(Begun { entry, transfer, far })))
}

fn is_meant(wanted: WantedTransfer, id: Uuid) -> bool {
    wanted.id().is_none_or(|wanted| wanted == id)
}

/// Fetches a file and confirms it, or goes on with one.
pub(super) async fn receive(run: &mut DeedRun<'_>, party: &Party) -> Result<Fetched, DeedStop> {
    let wanted = fetch::wanted(run.connection, run.options);
    let token = run.token(IDENTITY, party, READ).await?;
    let Begun { entry, transfer, far } = match left(run.connection, &token, party, wanted).await? {
        Left::GoesOn(begun) => {
            let phase = run.begin(DeedMessage::LookingAt { transfer: begun.transfer.id.to_string() });
            run.end(phase, begun.far.said(&begun.transfer));
            *begun
        }
        Left::Gone(entry) => {
            run.end_entry(*entry, EntryState::Refused)?;
            new(run, party, wanted).await?
        }
        Left::Nothing => new(run, party, wanted).await?,
    };
    match far {
        Far::Begun => {
            if let Err(stop) = fetch::take(run, party, IDENTITY, &transfer).await {
                // The file is where it was, and the next time the newest is looked for again.
                run.end_entry(entry, EntryState::Refused)?;
                return Err(stop);
            }
        }
        Far::Fetched | Far::Confirmed => fetch::remember(run, party, &transfer),
    }
    let confirmed = fetch::see_to_confirmation(run, party, IDENTITY, &transfer).await?;
    run.end_entry(entry, EntryState::Done)?;
    Ok(Fetched { transfer, confirmed })
}

async fn new(run: &DeedRun<'_>, party: &Party, wanted: WantedTransfer) -> Result<Begun, DeedStop> {
    let transfer = fetch::arrived(run, party, IDENTITY, wanted).await?;
    let entry = run.begin_entry(DeedId::ReceiveTest, JournalPlace::Broker, &transfer.id.to_string())?;
    Ok(Begun { entry, transfer, far: Far::Begun })
}

impl Far {
    /// What is said of a fetch that goes on from here.
    fn said(self, transfer: &FileTransfer) -> DeedMessage {
        let transfer = transfer.id.to_string();
        match self {
            Self::Begun => DeedMessage::TakenUp { transfer },
            Self::Fetched => DeedMessage::FetchedBefore { transfer },
            Self::Confirmed => DeedMessage::ConfirmedBefore { transfer },
        }
    }
}
