//! `send-test`: proves that files go through. A sender sends a marked test file, a recipient fetches one, and a service owner does
//! both if its policy lets it.

use super::choose::{NotTaken, WantedTransfer};
use super::fetch::{self, Fetched};
use super::identity::{READ, SERVICE_OWNER, TokenIdentity};
use super::party::{self, Party};
use super::planned_file::PlannedFile;
use super::receive::{self, Begun, Far, Left};
use super::refusal;
use super::refused;
use super::run::{DeedRun, DeedStop};
use super::send::{self, Sent};
use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, DeedOptions, EntryState, FieldId, Preview, Role};
use crate::services::FileTransfer;
use crate::values::{FileSize, OrgNumber, Value};

/// Broker's path on the platform's host (facts broker-api 0).
const TRANSFERS: &str = "broker/api/v1/filetransfer";

pub(super) async fn preview(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Result<Preview, DeedStop> {
    let party = Party::of(&connection.profile)?;
    refused::may_be_proven(connection, options)?;
    let preview = match connection.profile.role {
        Role::Sender => preview_of_sending(connection, options, &party).await,
        Role::Recipient => preview_of_fetching(connection, options, &party).await,
        Role::ServiceOwner => preview_of_a_round(connection, options, &party).await,
    }?;
    let mut says = preview.says;
    if (deed, connection.profile.role) == (DeedId::SendTest, Role::Recipient) {
        says.push(DeedMessage::NowCalledReceiveTest);
    }
    Ok(Preview { deed, says, ..preview })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let party = Party::of(&run.connection.profile)?;
    refused::may_be_proven(run.connection, run.options)?;
    match run.connection.profile.role {
        Role::Sender => {
            let recipients = recipients(run.connection)?;
            let Sent { transfer, unfinished } = send::send(run, &party, TokenIdentity::SystemUser, &recipients).await?;
            unfinished.end(run, EntryState::Done)?;
            refused::prove(run, &party, TokenIdentity::SystemUser, transfer.id).await?;
            let says = [DeedMessage::Sent { transfer: transfer.id.to_string(), recipients }, DeedMessage::RecipientNext];
            Ok(says.into_iter().chain(left_behind(&transfer)).collect())
        }
        Role::Recipient => {
            let Fetched { transfer, confirmed } = receive::receive(run, &party).await?;
            let (id, sender) = (transfer.id.to_string(), fetch::sender(&transfer));
            Ok(vec![if confirmed {
                DeedMessage::Fetched { transfer: id, sender }
            } else {
                DeedMessage::FetchedUnconfirmed { transfer: id, sender }
            }])
        }
        Role::ServiceOwner => {
            let phase = run.begin(DeedMessage::ReadingPolicy { resource: party.resource.clone() });
            let identity = identity_of_owner(run.connection, &party).await?;
            run.end(phase, spoken(identity));
            let Sent { transfer: sent, unfinished } = send::send(run, &party, identity, std::slice::from_ref(&party.organisation)).await?;
            let fetched = fetch::fetch(run, &party, identity, WantedTransfer::Test(sent.id)).await?;
            unfinished.end(run, EntryState::Done)?;
            refused::prove(run, &party, identity, sent.id).await?;
            let transfer = sent.id.to_string();
            Ok(vec![if fetched.confirmed { DeedMessage::WentRound { transfer } } else { DeedMessage::WentRoundUnconfirmed { transfer } }])
        }
    }
}

/// What stays at Altinn, and until when.
fn left_behind(sent: &FileTransfer) -> Option<DeedMessage> {
    sent.expires.map(|until| DeedMessage::StaysUntil { until })
}

const fn spoken(identity: TokenIdentity) -> DeedMessage {
    match identity {
        TokenIdentity::SystemUser => DeedMessage::SpeaksThroughSystemUser,
        TokenIdentity::Organisation | TokenIdentity::ServiceOwner => DeedMessage::SpeaksForItself,
    }
}

/// The identity that a service owner sends to itself with: itself if the policy names it, else its system user if it has one.
async fn identity_of_owner(connection: &Connection, party: &Party) -> Result<TokenIdentity, DeedStop> {
    let services = &connection.services;
    let rules = services.policy_rules(&party.resource).await.map_err(|problem| refusal::any(&problem, SERVICE_OWNER))?.unwrap_or_default();
    let resource = services.resource(&party.resource).await.map_err(|problem| refusal::any(&problem, SERVICE_OWNER))?;
    let code = resource.filter(|found| found.owner.as_ref() == Some(&party.organisation)).and_then(|found| found.owner_code);
    let itself = ["write", "read"].into_iter().all(|action| party.is_let_in(&rules, code.as_deref(), action));
    if itself {
        Ok(TokenIdentity::ServiceOwner)
    } else if connection.profile.system.id.is_some() || connection.profile.system.external_ref.is_some() {
        Ok(TokenIdentity::SystemUser)
    } else {
        Err(DeedMessage::AskSenderAndRecipient { resource: party.resource.clone() }.into())
    }
}

fn recipients(connection: &Connection) -> Result<Vec<OrgNumber>, DeedStop> {
    let recipients = &connection.profile.transfer.recipients;
    if recipients.is_empty() { Err(party::missing(FieldId::TransferRecipients)) } else { Ok(recipients.clone()) }
}

async fn preview_of_sending(connection: &Connection, options: &DeedOptions, party: &Party) -> Result<Preview, DeedStop> {
    let recipients = recipients(connection)?;
    let file = PlannedFile::of(connection, options, party, &recipients).await?;
    let mut says: Vec<DeedMessage> = file.before.iter().cloned().collect();
    says.push(DeedMessage::WouldSend { recipients: recipients.clone() });
    says.push(consequence(connection));
    says.extend(options.prove_refusal.then_some(DeedMessage::WouldProveRefusal));
    says.extend(order(connection));
    let mut rows = parties(party, &party.organisation.to_string(), Value::from(&recipients));
    rows.extend(file.rows());
    let bodies = file.bodies(connection, party, &recipients);
    Ok(Preview { bodies, ..shown(connection, says, file.requests(connection), rows) })
}

async fn preview_of_a_round(connection: &Connection, options: &DeedOptions, party: &Party) -> Result<Preview, DeedStop> {
    let identity = identity_of_owner(connection, party).await?;
    let recipients = std::slice::from_ref(&party.organisation);
    let file = PlannedFile::of(connection, options, party, recipients).await?;
    let mut says: Vec<DeedMessage> = file.before.iter().cloned().collect();
    says.extend([DeedMessage::WouldGoRound { organisation: party.organisation.clone() }, spoken(identity)]);
    says.push(if options.confirm { DeedMessage::CopyRemoved } else { DeedMessage::WouldNotConfirm });
    says.extend(order(connection));
    let mut requests = file.requests(connection);
    requests.extend(fetching(connection, options.confirm));
    // Sending ends with the same request for the overview that fetching begins with.
    requests.dedup();
    let mut rows = parties(party, &party.organisation.to_string(), Value::from(&party.organisation));
    rows.extend(file.rows());
    let bodies = file.bodies(connection, party, recipients);
    Ok(Preview { bodies, ..shown(connection, says, requests, rows) })
}

async fn preview_of_fetching(connection: &Connection, options: &DeedOptions, party: &Party) -> Result<Preview, DeedStop> {
    let wanted = fetch::wanted(connection, options);
    let token = TokenIdentity::SystemUser.token(connection, party, READ).await?;
    if let Left::GoesOn(begun) = receive::left(connection, &token, party, wanted).await? {
        return Ok(preview_of_going_on(connection, options, party, &begun));
    }
    let looked = fetch::look(connection, &token, party, wanted, &mut Vec::new()).await;
    let transfer = match looked.map_err(|problem| fetch::looking(party, wanted).refused(&problem))? {
        Ok(transfer) => transfer,
        Err(not_taken) if not_taken.may_come() && !fetch::waits(connection, options).is_zero() => {
            return Ok(preview_of_waiting(connection, options, party, not_taken));
        }
        Err(not_taken) => return Err(fetch::stop(not_taken, party)),
    };
    let sender = fetch::sender(&transfer);
    let already = fetch::is_confirmed(&transfer, &party.organisation);
    let confirms = options.confirm && !already;
    let says = vec![
        match (wanted, confirms) {
            (WantedTransfer::Chosen(_), true) => DeedMessage::WouldFetchAndConfirmChosen { sender: sender.clone() },
            (WantedTransfer::Chosen(_), false) => DeedMessage::WouldFetchChosen { sender: sender.clone() },
            (WantedTransfer::NewestTest | WantedTransfer::Test(_), true) => {
                DeedMessage::WouldFetchAndConfirmTest { sender: sender.clone() }
            }
            (WantedTransfer::NewestTest | WantedTransfer::Test(_), false) => DeedMessage::WouldFetchTest { sender: sender.clone() },
        },
        confirmation(confirms, already),
        DeedMessage::CopyRemoved,
    ];
    let mut requests = Vec::new();
    if wanted.id().is_none() {
        requests.push(("GET".to_owned(), address(connection, "")));
    }
    requests.extend(fetching(connection, confirms));
    let mut rows = parties(party, &sender, Value::from(&party.organisation));
    rows.extend(found_rows(&transfer));
    Ok(shown(connection, says, requests, rows))
}

const fn confirmation(confirms: bool, already: bool) -> DeedMessage {
    match (confirms, already) {
        (true, _) => DeedMessage::ConfirmTells,
        (false, true) => DeedMessage::AlreadyConfirmed,
        (false, false) => DeedMessage::WouldNotConfirm,
    }
}

/// The preview of a fetch that was begun and not ended.
fn preview_of_going_on(connection: &Connection, options: &DeedOptions, party: &Party, begun: &Begun) -> Preview {
    let Begun { entry, transfer, far } = begun;
    let (sender, since) = (fetch::sender(transfer), entry.at);
    let confirms = options.confirm && *far != Far::Confirmed;
    let mut says = vec![match far {
        Far::Begun => DeedMessage::WouldGoOnFetching { sender: sender.clone(), since },
        Far::Fetched if confirms => DeedMessage::WouldConfirmFetched { sender: sender.clone(), since },
        Far::Fetched | Far::Confirmed => DeedMessage::WouldNoteFetched { sender: sender.clone(), since },
    }];
    says.push(confirmation(confirms, *far == Far::Confirmed));
    says.extend((*far == Far::Begun).then_some(DeedMessage::CopyRemoved));
    let requests = fetching(connection, confirms).into_iter().filter(|(_, address)| *far == Far::Begun || !address.ends_with("/download"));
    let mut rows = parties(party, &sender, Value::from(&party.organisation));
    rows.extend(found_rows(transfer));
    shown(connection, says, requests.collect(), rows)
}

/// The preview while what is wanted is not there yet.
fn preview_of_waiting(connection: &Connection, options: &DeedOptions, party: &Party, not_taken: NotTaken) -> Preview {
    let (resource, organisation) = (party.resource.clone(), party.organisation.clone());
    let minutes = fetch::waits(connection, options).as_secs().div_ceil(60);
    let says = vec![
        DeedMessage::WouldAwaitFile { resource, organisation: organisation.clone(), minutes },
        match not_taken {
            NotTaken::NotReady(..) => fetch::stop(not_taken, party).message,
            _ => DeedMessage::AskSenderMeanwhile { organisation },
        },
        if options.confirm { DeedMessage::ConfirmTells } else { DeedMessage::WouldNotConfirm },
        DeedMessage::CopyRemoved,
    ];
    let mut requests = vec![("GET".to_owned(), address(connection, ""))];
    requests.extend(fetching(connection, options.confirm));
    let rows = vec![("resource", Value::from(&party.resource)), ("to", Value::from(&party.organisation))];
    shown(connection, says, requests, rows)
}

fn shown(connection: &Connection, says: Vec<DeedMessage>, requests: Vec<(String, String)>, rows: Vec<(&'static str, Value)>) -> Preview {
    Preview { requests, rows, ..Preview::new(DeedId::SendTest, &connection.profile, says) }
}

fn consequence(connection: &Connection) -> DeedMessage {
    if connection.profile.environment.is_loopback() { DeedMessage::NothingLeaves } else { DeedMessage::LandsForReal }
}

/// Advice to subscribe first, because Events caches for an hour that nobody subscribes (facts platform F.2). None once something
/// was sent or subscribed, if step 5 is set aside, or if Altinn is asked for the events, which needs no subscription.
fn order(connection: &Connection) -> Option<DeedMessage> {
    let (events, evidence) = (&connection.profile.events, &connection.evidence);
    let untouched = evidence.subscriptions.is_empty() && evidence.transfer.is_none();
    let subscribes = events.set_aside.is_none() && !events.is_polled();
    (subscribes && untouched).then_some(DeedMessage::SubscribeFirst)
}

fn fetching(connection: &Connection, confirms: bool) -> Vec<(String, String)> {
    let mut calls = vec![("GET", "/{id}"), ("GET", "/{id}/download")];
    if confirms {
        calls.push(("POST", "/{id}/confirmdownload"));
    }
    calls.into_iter().map(|(method, path)| (method.to_owned(), address(connection, path))).collect()
}

pub(super) fn address(connection: &Connection, path: &str) -> String {
    format!("{}{TRANSFERS}{path}", connection.services.endpoints().platform)
}

fn parties(party: &Party, from: &str, to: Value) -> Vec<(&'static str, Value)> {
    vec![("resource", Value::from(&party.resource)), ("from", Value::Text(from.to_owned())), ("to", to)]
}

fn found_rows(transfer: &FileTransfer) -> Vec<(&'static str, Value)> {
    let mut rows = vec![
        ("transfer", Value::Text(transfer.id.to_string())),
        ("file", Value::Text(transfer.file_name.clone())),
        ("size", Value::FileSize(FileSize(transfer.size))),
        ("reference", Value::Text(transfer.reference.clone())),
    ];
    rows.extend(transfer.created.map(|created| ("sent", Value::from(&created))));
    rows
}
