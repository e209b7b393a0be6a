//! `key.scopes`: Altinn has granted the client's owner each of its scopes. A token proves that it has, `MP-250` that it has not.

use crate::checks::asking::Asking;
use crate::checks::grants::{self, Reply, ScopeAnswer};
use crate::checks::judged::{Asked, Judged, Stop, row};
use crate::journey::{CheckId, Mark, Message, Need, Row, Who};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

pub(in crate::checks) async fn scopes(asking: &Asking<'_>) -> Asked {
    judge(&grants::all(asking.connection).await, asking.profile().scopes_requested)
}

fn judge(answers: &[ScopeAnswer], requested: Option<Date>) -> Asked {
    let rows: Vec<Row> = answers.iter().map(line).collect();
    let of = |need: Need, is: fn(&Reply) -> bool| answers.iter().filter(move |a| a.need == need && is(&a.answer));
    let is_refused = |answer: &Reply| matches!(answer, Reply::NotGranted(_));
    let refused: Vec<_> = of(Need::Required, is_refused).map(|a| a.scope.clone()).collect();
    if let Some(code) = of(Need::Required, is_refused).find_map(|a| code(&a.answer)) {
        let judged = match requested {
            Some(day) => waiting(day, Message::ScopesAsked { scopes: refused, asked: day }),
            None => Judged::needs_you(Message::ScopesNotGranted { scopes: refused }),
        };
        return Ok(judged.with_code(Some(code)).with_rows(rows));
    }
    let untold: Vec<_> = of(Need::Required, |answer| !matches!(answer, Reply::Yes(_))).collect();
    if let Some(first) = untold.first() {
        // Not on the client says nothing of the grant: client.scopes has the cause, unless the mail explains it.
        return match (requested, &first.answer) {
            (Some(day), Reply::NotOnClient(_)) => {
                let scopes = untold.iter().map(|a| a.scope.clone()).collect();
                Ok(waiting(day, Message::ScopesAsked { scopes, asked: day }).with_rows(rows))
            }
            (_, Reply::NotTold(_)) => Err(Stop::Because(CheckId::ClientToken)),
            _ => Ok(Judged::needs(CheckId::ClientScopes).with_rows(rows)),
        };
    }
    let refused: Vec<_> = of(Need::Wanted, is_refused).map(|a| a.scope.clone()).collect();
    let judged = match of(Need::Wanted, is_refused).find_map(|a| code(&a.answer)) {
        Some(code) => Judged::warn(Message::ScopesWantedNotGranted { scopes: refused }).with_code(Some(code)),
        None => Judged::pass(Message::ScopesGranted),
    };
    Ok(judged.with_rows(rows))
}

fn waiting(day: Date, message: Message) -> Judged {
    let since: Option<Timestamp> = day.to_zoned(TimeZone::system()).ok().map(|start| start.timestamp());
    Judged::waiting(Who::ServiceDesk, since, None, message)
}

fn code(answer: &Reply) -> Option<String> {
    match answer {
        Reply::NotGranted(refusal) => refusal.code.clone(),
        Reply::Yes(_) | Reply::NotOnClient(_) | Reply::NotForMaskinporten(_) | Reply::NotDelegated(_) | Reply::NotTold(_) => None,
    }
}

fn line(answer: &ScopeAnswer) -> Row {
    let (mark, message) = match (&answer.answer, answer.need) {
        (Reply::Yes(_), _) => (Mark::Pass, Message::RowScopeIsGranted),
        (Reply::NotGranted(_), Need::Required) => (Mark::NeedsYou, Message::RowScopeNotGranted),
        (Reply::NotGranted(_), Need::Wanted) => (Mark::Warn, Message::RowScopeNotGranted),
        (Reply::NotOnClient(_) | Reply::NotForMaskinporten(_) | Reply::NotDelegated(_) | Reply::NotTold(_), _) => {
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

    fn not_granted() -> Reply {
        Reply::NotGranted(refused_grant(Some("MP-250"), None))
    }

    fn not_on_client() -> Reply {
        Reply::NotOnClient(refused_grant(Some("MP-200"), None))
    }

    fn outcome(answer: Reply, requested: Option<Date>) -> Option<(Verdict, &'static str, Option<String>)> {
        let judged = judge(&[scope(REQUIRED, Need::Required, answer)], requested).ok()?;
        Some((judged.verdict, judged.message.id(), judged.code))
    }

    #[test]
    fn a_token_proves_the_grant_and_mp_250_its_absence() {
        assert_eq!(outcome(Reply::Yes(token()), None), Some((Verdict::Pass, "scopes-granted", None)));
        assert_eq!(outcome(not_granted(), None), Some((Verdict::NeedsYou, "scopes-not-granted", Some("MP-250".to_owned()))));
    }

    #[test]
    fn once_the_mail_is_sent_we_wait_for_the_service_desk() {
        let day = jiff::civil::date(2026, 11, 20);
        for answer in [not_granted(), not_on_client()] {
            let on = outcome(answer, Some(day)).map(|(verdict, _, _)| verdict);
            assert!(matches!(on, Some(Verdict::Waiting(waiting)) if waiting.on == Who::ServiceDesk && waiting.since.is_some()));
        }
    }

    #[test]
    fn a_scope_that_is_not_on_the_client_is_not_accused_twice() {
        let skipped = Verdict::Skipped(Skip::Needs { check: CheckId::ClientScopes });
        assert_eq!(outcome(not_on_client(), None).map(|(verdict, _, _)| verdict), Some(skipped));
    }

    #[test]
    fn a_wanted_scope_is_only_a_warning() {
        let answers = [scope(REQUIRED, Need::Required, Reply::Yes(token())), scope("altinn:x", Need::Wanted, not_granted())];
        assert_eq!(judge(&answers, None).map(|judged| judged.verdict), Ok(Verdict::Warn));
    }
}
