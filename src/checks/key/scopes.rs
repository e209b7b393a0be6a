//! `key.scopes`: Altinn has granted the role's scopes to the client's owner. A token proves that it has, `MP-250` that it has not.

use crate::checks::AdminUse;
use crate::checks::context::CheckContext;
use crate::checks::grants::{self, ScopeAnswer, ScopeReply};
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{self, CheckId, Mark, Message, Need, OLD_SCOPE, Row, WantedScope, Who};
use crate::services::ScopeAccess;
use crate::values::{Link, Scope};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A scope that every organisation may use (facts platform B.2).
const OPEN_TO_ALL: &str = "altinn:events.subscribe";

pub(in crate::checks) async fn scopes(context: &CheckContext<'_>) -> CheckResult {
    if let Some(accesses) = told_to_admin(context).await {
        return Ok(judge_told(&journey::scopes(context.profile()), &accesses, context.profile().scopes_requested));
    }
    judge(&grants::all(context.connection).await, context.profile().scopes_requested, context.self_service())
}

/// What has become of the organisation's access to each scope, as its admin client sees it. None without such a client, or where it
/// is told nothing: then a token proves what it can.
async fn told_to_admin(context: &CheckContext<'_>) -> Option<Vec<(String, ScopeAccess)>> {
    let token = context.connection.admin_token(AdminUse::Read).await.ok()?;
    context.connection.services.scope_accesses(&token).await.ok()
}

/// A scope that is open to all needs no grant, and is in no list of them.
fn judge_told(wanted: &[WantedScope], accesses: &[(String, ScopeAccess)], requested: Option<Date>) -> Judgement {
    let access = |scope: &Scope| accesses.iter().find(|(name, _)| name == scope.as_str()).map(|(_, access)| *access);
    let asked: Vec<_> = wanted.iter().filter(|wanted| wanted.scope.as_str() != OPEN_TO_ALL).collect();
    let rows: Vec<Row> = asked
        .iter()
        .map(|wanted| match (access(&wanted.scope), wanted.need) {
            (Some(ScopeAccess::Approved), _) => row(Mark::Pass, wanted.scope.as_str(), Message::RowScopeIsGranted),
            (_, Need::Required) => row(Mark::NeedsYou, wanted.scope.as_str(), Message::RowScopeNotGranted),
            (_, Need::Wanted) => row(Mark::Warn, wanted.scope.as_str(), Message::RowScopeNotGranted),
        })
        .collect();
    let lacking = |need: Need| -> Vec<Scope> {
        let of = asked.iter().filter(|wanted| wanted.need == need && access(&wanted.scope) != Some(ScopeAccess::Approved));
        of.map(|wanted| wanted.scope.clone()).collect()
    };
    let required = lacking(Need::Required);
    let is_denied = required.iter().any(|scope| access(scope) == Some(ScopeAccess::Denied));
    let has_old = accesses.iter().any(|(name, access)| name == OLD_SCOPE && *access != ScopeAccess::Denied);
    let old = has_old.then(|| row(Mark::Warn, OLD_SCOPE, Message::RowScopeOld));
    let rows: Vec<Row> = rows.into_iter().chain(old).collect();
    let judged = match (required.is_empty(), requested) {
        (false, Some(day)) if !is_denied => waiting(day, Message::ScopesAsked { scopes: required, asked: day }),
        (false, _) => Judgement::needs_you(Message::ScopesNotGranted { scopes: required }),
        (true, _) => match lacking(Need::Wanted) {
            wanted if wanted.is_empty() && has_old => Judgement::warn(Message::ScopesOldGranted { scope: Scope::known(OLD_SCOPE) }),
            wanted if wanted.is_empty() => Judgement::pass(Message::ScopesGranted),
            scopes => Judgement::warn(Message::ScopesWantedNotGranted { scopes }),
        },
    };
    judged.with_rows(rows)
}

fn judge(answers: &[ScopeAnswer], requested: Option<Date>, portal: Option<Link>) -> CheckResult {
    let rows: Vec<Row> = answers.iter().map(line).collect();
    let of = |need: Need, is: fn(&ScopeReply) -> bool| answers.iter().filter(move |a| a.need == need && is(&a.answer));
    let is_refused = |answer: &ScopeReply| matches!(answer, ScopeReply::NotGranted(_));
    let refused: Vec<_> = of(Need::Required, is_refused).map(|a| a.scope.clone()).collect();
    if let Some(code) = of(Need::Required, is_refused).find_map(|a| code(&a.answer)) {
        let judged = match requested {
            Some(day) => waiting(day, Message::ScopesAsked { scopes: refused, asked: day }),
            None => Judgement::needs_you(Message::ScopesNotGranted { scopes: refused }),
        };
        return Ok(judged.with_code(Some(code)).with_rows(rows));
    }
    let untold: Vec<_> = of(Need::Required, |answer| !matches!(answer, ScopeReply::Yes(_))).collect();
    if let Some(first) = untold.first() {
        // A scope that is not on the client may or may not have been granted. `client.scopes` reports it, unless the user has asked
        // Altinn for the scopes: then it must be added as soon as the desk has granted it, which only the desk and the portal can
        // tell (contract 3).
        return match (requested, &first.answer) {
            (Some(day), ScopeReply::NotOnClient(_)) => {
                let scopes = untold.iter().map(|a| a.scope.clone()).collect();
                Ok(Judgement::needs_you(Message::ScopesToAdd { scopes, asked: day }).with_link(portal).with_rows(rows))
            }
            (_, ScopeReply::NotTold(_)) => Err(Stop::Because(CheckId::ClientToken)),
            _ => Ok(Judgement::needs(CheckId::ClientScopes).with_rows(rows)),
        };
    }
    let refused: Vec<_> = of(Need::Wanted, is_refused).map(|a| a.scope.clone()).collect();
    let judged = match of(Need::Wanted, is_refused).find_map(|a| code(&a.answer)) {
        Some(code) => Judgement::warn(Message::ScopesWantedNotGranted { scopes: refused }).with_code(Some(code)),
        None => Judgement::pass(Message::ScopesGranted),
    };
    Ok(judged.with_rows(rows))
}

fn waiting(day: Date, message: Message) -> Judgement {
    let since: Option<Timestamp> = day.to_zoned(TimeZone::system()).ok().map(|start| start.timestamp());
    Judgement::waiting(Who::ServiceDesk, since, None, message)
}

fn code(answer: &ScopeReply) -> Option<String> {
    match answer {
        ScopeReply::NotGranted(refusal) => refusal.code.clone(),
        ScopeReply::Yes(_)
        | ScopeReply::NotOnClient(_)
        | ScopeReply::NotForMaskinporten(_)
        | ScopeReply::NotDelegated(_)
        | ScopeReply::NotTold(_) => None,
    }
}

fn line(answer: &ScopeAnswer) -> Row {
    let (mark, message) = match (&answer.answer, answer.need) {
        (ScopeReply::Yes(_), _) => (Mark::Pass, Message::RowScopeIsGranted),
        (ScopeReply::NotGranted(_), Need::Required) => (Mark::NeedsYou, Message::RowScopeNotGranted),
        (ScopeReply::NotGranted(_), Need::Wanted) => (Mark::Warn, Message::RowScopeNotGranted),
        (ScopeReply::NotOnClient(_) | ScopeReply::NotForMaskinporten(_) | ScopeReply::NotDelegated(_) | ScopeReply::NotTold(_), _) => {
            (Mark::Skipped, Message::RowScopeNotTold)
        }
    };
    row(mark, answer.scope.as_str(), message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::{refused_grant, scope, token};
    use crate::journey::{Skip, Verdict};

    const REQUIRED: &str = "altinn:broker.write";

    fn not_granted() -> ScopeReply {
        ScopeReply::NotGranted(refused_grant(Some("MP-250"), None))
    }

    fn not_on_client() -> ScopeReply {
        ScopeReply::NotOnClient(refused_grant(Some("MP-200"), None))
    }

    fn outcome(answer: ScopeReply, requested: Option<Date>) -> Option<(Verdict, &'static str, Option<String>)> {
        let judged = judge(&[scope(REQUIRED, Need::Required, answer)], requested, None).ok()?;
        Some((judged.verdict, judged.message.id(), judged.code))
    }

    #[test]
    fn a_token_proves_the_grant_and_mp_250_its_absence() {
        assert_eq!(outcome(ScopeReply::Yes(token()), None), Some((Verdict::Pass, "scopes-granted", None)));
        assert_eq!(outcome(not_granted(), None), Some((Verdict::NeedsYou, "scopes-not-granted", Some("MP-250".to_owned()))));
    }

    #[test]
    fn once_the_mail_is_sent_a_scope_on_the_client_waits_for_the_service_desk() {
        let day = jiff::civil::date(2026, 11, 20);
        let on = outcome(not_granted(), Some(day)).map(|(verdict, _, _)| verdict);
        assert!(matches!(on, Some(Verdict::Waiting(waiting)) if waiting.on == Who::ServiceDesk && waiting.since.is_some()));
    }

    /// Nothing tells this program that the desk has granted it, so that waiting would never end by itself.
    #[test]
    fn a_scope_that_the_desk_was_asked_for_is_still_to_be_added() {
        let found = outcome(not_on_client(), Some(jiff::civil::date(2026, 11, 20)));
        assert_eq!(found.map(|(verdict, id, _)| (verdict, id)), Some((Verdict::NeedsYou, "scopes-to-add")));
    }

    #[test]
    fn a_scope_that_is_not_on_the_client_is_reported_once() {
        let skipped = Verdict::Skipped(Skip::Needs { check: CheckId::ClientScopes });
        assert_eq!(outcome(not_on_client(), None).map(|(verdict, _, _)| verdict), Some(skipped));
    }

    /// An admin client tells it before a scope is on the client.
    #[test]
    fn an_admin_client_sees_what_was_granted_asked_for_and_denied() {
        let wanted = [
            WantedScope { scope: Scope::known(REQUIRED), need: Need::Required },
            WantedScope { scope: Scope::known(OPEN_TO_ALL), need: Need::Wanted },
        ];
        let day = Some(jiff::civil::date(2026, 11, 20));
        let judged = |access: Option<ScopeAccess>, requested| {
            let accesses: Vec<_> = access.map(|access| (REQUIRED.to_owned(), access)).into_iter().collect();
            let judged = judge_told(&wanted, &accesses, requested);
            (matches!(judged.verdict, Verdict::Waiting(_)), judged.message.id())
        };
        assert_eq!(judged(Some(ScopeAccess::Approved), None), (false, "scopes-granted"));
        assert_eq!(judged(None, None), (false, "scopes-not-granted"));
        assert_eq!(judged(Some(ScopeAccess::Requested), day), (true, "scopes-asked"));
        assert_eq!(judged(None, day), (true, "scopes-asked"));
        assert_eq!(judged(Some(ScopeAccess::Denied), day), (false, "scopes-not-granted"));
    }

    #[test]
    fn a_scope_of_the_old_documentation_is_a_remark() {
        let wanted = [WantedScope { scope: Scope::known(REQUIRED), need: Need::Required }];
        let judged = |old: ScopeAccess| {
            let accesses = [(REQUIRED.to_owned(), ScopeAccess::Approved), (OLD_SCOPE.to_owned(), old)];
            let judged = judge_told(&wanted, &accesses, None);
            (judged.verdict, judged.message.id(), judged.rows.len())
        };
        assert_eq!(judged(ScopeAccess::Approved), (Verdict::Warn, "scopes-old-granted", 2));
        assert_eq!(judged(ScopeAccess::Requested), (Verdict::Warn, "scopes-old-granted", 2));
        assert_eq!(judged(ScopeAccess::Denied), (Verdict::Pass, "scopes-granted", 1));
    }

    #[test]
    fn a_wanted_scope_is_only_a_warning() {
        let answers = [scope(REQUIRED, Need::Required, ScopeReply::Yes(token())), scope("altinn:x", Need::Wanted, not_granted())];
        assert_eq!(judge(&answers, None, None).map(|judged| judged.verdict), Ok(Verdict::Warn));
    }
}
