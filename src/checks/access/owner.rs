//! `access.service-owner` and `access.resource-config`: the owner, its storage and the resource are registered in Broker.

use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{Cause, CheckId, Mark, Message, Row, Who};
use crate::services::{ResourceConfig, ServiceOwner, StorageProvider};
use crate::values::FileSize;

pub(in crate::checks) async fn service_owner(context: &CheckContext<'_>) -> CheckResult {
    context.organisation()?;
    Ok(judge_owner(context.service_owner().await?.as_ref()))
}

fn judge_owner(found: Option<&ServiceOwner>) -> Judgement {
    let Some(owner) = found else {
        return Judgement::needs_you(Message::ServiceOwnerMissing).with_code(code_of(Cause::ServiceOwnerUnknown));
    };
    let judged = if owner.has_storage() {
        Judgement::pass(Message::ServiceOwnerGood { name: owner.name.clone() })
    } else {
        Judgement::waiting(Who::AltinnBroker, None, None, Message::ServiceOwnerStorageWaits)
    };
    judged.with_rows(owner.storage.iter().map(storage_row).collect())
}

fn storage_row(storage: &StorageProvider) -> Row {
    let mark = if storage.is_ready() { Mark::Pass } else { Mark::Waiting };
    row(mark, &storage.kind, Message::RowStorage { status: storage.status.clone() })
}

pub(in crate::checks) async fn resource_config(context: &CheckContext<'_>) -> CheckResult {
    let resource = context.resource_id()?.clone();
    match context.resource_config().await {
        Ok(Some(config)) => Ok(configured(&config)),
        // Broker accepts a resource only if it is published and its owner is registered (facts broker-api 2.9), so those checks are
        // blamed first.
        Ok(None) => match first_blamed(context, &[CheckId::AccessResource, CheckId::AccessServiceOwner]).await {
            Some(root) => Ok(Judgement::needs(root)),
            None => Ok(Judgement::needs_you(Message::ConfigMissing { resource }).with_code(code_of(Cause::ResourceNotSetUp))),
        },
        Err(Stop::Problem(problem)) if problem.cause() == Some(Cause::NoAccess) => {
            match first_blamed(context, &[CheckId::AccessResource]).await {
                Some(root) => Ok(Judgement::needs(root)),
                None => Ok(Judgement::needs_you(Message::ConfigNotYours { resource }).with_code(problem.code())),
            }
        }
        Err(stop) => Err(stop),
    }
}

/// The code that Broker answered with. The service module has turned that answer into `None`, so the code is looked up again.
fn code_of(cause: Cause) -> Option<String> {
    cause.code().map(ToOwned::to_owned)
}

async fn first_blamed(context: &CheckContext<'_>, checks: &[CheckId]) -> Option<CheckId> {
    for check in checks {
        if let Some(root) = context.board.blamed(*check).await {
            return Some(root);
        }
    }
    None
}

fn configured(config: &ResourceConfig) -> Judgement {
    let size = match config.max_size {
        Some(bytes) => Message::RowLimitSize { bytes: FileSize(bytes) },
        None => Message::RowLimitSizeDefault,
    };
    let rows = [
        size,
        config.time_to_live.map_or(Message::RowLimitLifeDefault, |time| Message::RowLimitLife { time }),
        config.grace_period.map_or(Message::RowLimitGraceDefault, |time| Message::RowLimitGrace { time }),
        config.required_party.clone().map_or(Message::RowRequiredPartyNone, |party| Message::RowRequiredParty { party }),
    ];
    Judgement::pass(Message::ConfigGood).with_rows(rows.map(|message| row(Mark::Pass, "", message)).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;

    fn owner(storage: &[(&str, &str)]) -> ServiceOwner {
        let storage = storage.iter().map(|(kind, status)| StorageProvider { kind: (*kind).to_owned(), status: (*status).to_owned() });
        ServiceOwner { name: "Acme".to_owned(), storage: storage.collect() }
    }

    #[test]
    fn the_scanned_storage_must_be_ready() {
        let verdict = |storage: &[(&str, &str)]| judge_owner(Some(&owner(storage))).verdict;
        assert_eq!(verdict(&[("AltinnAzureWithoutVirusScan", "Ready"), ("AltinnAzure", "Ready")]), Verdict::Pass);
        for storage in [&[][..], &[("AltinnAzureWithoutVirusScan", "Ready")], &[("AltinnAzure", "DeployingResources")]] {
            assert!(matches!(verdict(storage), Verdict::Waiting(waiting) if waiting.on == Who::AltinnBroker));
        }
        let missing = judge_owner(None);
        assert_eq!((missing.verdict, missing.code.as_deref()), (Verdict::NeedsYou, Some("BRO-07004")));
    }

    #[test]
    fn the_limits_are_shown() {
        let config = ResourceConfig { max_size: Some(1_000), ..ResourceConfig::default() };
        assert_eq!(configured(&config).rows.len(), 4);
    }
}
