//! `send-test --prove-refusal`: what the sender must not do is tried, and must be refused. Only in the sandbox: elsewhere a download that
//! is let through makes its caller one more recipient (facts broker-api 2.7).

use super::identity::{TokenIdentity, WRITE};
use super::party::Party;
use super::refusal;
use super::run::{DeedRun, DeedStop};
use super::test_file;
use crate::checks::Connection;
use crate::journey::{DeedMessage, DeedOptions, Role};
use crate::services::Problem;
use tokio::sync::watch;
use uuid::Uuid;

/// Fails if the options ask for a proof that is not to be had here.
pub(super) fn may_be_proven(connection: &Connection, options: &DeedOptions) -> Result<(), DeedStop> {
    match (options.prove_refusal, connection.profile.role) {
        (false, _) => Ok(()),
        (true, Role::Recipient) => Err(DeedMessage::RefusalIsOfSender.into()),
        (true, Role::Sender | Role::ServiceOwner) if connection.profile.environment.is_loopback() => Ok(()),
        (true, Role::Sender | Role::ServiceOwner) => Err(DeedMessage::RefusalOnlyInSandbox.into()),
    }
}

/// Tries to fetch the file with the right to send alone, if the options ask for it.
pub(super) async fn prove(run: &DeedRun<'_>, party: &Party, identity: TokenIdentity, transfer: Uuid) -> Result<(), DeedStop> {
    if !run.options.prove_refusal {
        return Ok(());
    }
    let phase = run.begin(DeedMessage::ProvingRefusal);
    let token = identity.token(run.connection, party, WRITE).await?;
    let copy = test_file::empty(&run.connection.scratch).await?;
    match run.connection.services.download(&token, transfer, None, copy.path(), &watch::Sender::new(0)).await {
        Err(Problem::Refused(refused)) if matches!(refused.status, 401 | 403) => {
            run.end(phase, DeedMessage::RefusalProven { status: refused.status });
            Ok(())
        }
        Err(problem) => Err(refusal::any(&problem, WRITE)),
        Ok(()) => Err(DeedMessage::NotRefused { transfer: transfer.to_string() }.into()),
    }
}
