//! `client.token`: Maskinporten knows the client and its key. About nothing else: a refused scope proves neither wrong.

use crate::checks::asking::Asking;
use crate::checks::grants::{self, Reply, ScopeAnswer};
use crate::checks::judged::{Asked, Judged, Stop};
use crate::checks::problem::{judge as judge_problem, said};
use crate::checks::tokens::TokenProblem;
use crate::journey::{FieldId, Message, Who};
use crate::services::{Problem, Refusal};
use jiff::Timestamp;
use url::Url;

/// The answers whose change may still be on its way to Maskinporten.
const CHANGES: [FieldId; 4] = [FieldId::ClientId, FieldId::ClientKey, FieldId::ClientKid, FieldId::ClientKeyPosted];

pub(in crate::checks) async fn token(asking: &Asking<'_>) -> Asked {
    if asking.profile().client.id.is_none() {
        return Err(Stop::Missing(FieldId::ClientId));
    }
    let portal = asking.connection.services.endpoints().self_service.as_ref().map(Url::to_string);
    let recent = asking.connection.propagating(&CHANGES, asking.now);
    judge(&grants::all(asking.connection).await, recent).map(|judged| match judged.verdict.lets_through() {
        true => judged,
        false => judged.with_link(portal),
    })
}

/// `recent` is when the user changed the client or its key, and until when that may still be on its way.
fn judge(answers: &[ScopeAnswer], recent: Option<(Timestamp, Timestamp)>) -> Asked {
    if answers.iter().any(|answer| matches!(answer.answer, Reply::Yes(_))) {
        return Ok(Judged::pass(Message::ClientKnown));
    }
    let problem = answers.iter().find_map(|answer| match &answer.answer {
        Reply::NotTold(problem) => Some(problem),
        Reply::Yes(_) | Reply::NotOnClient(_) | Reply::NotForMaskinporten(_) | Reply::NotGranted(_) | Reply::NotDelegated(_) => None,
    });
    match problem {
        None => Ok(Judged::warn(Message::ClientKnownKeyNotProven)),
        Some(TokenProblem::NoClient) => Err(Stop::Missing(FieldId::ClientId)),
        Some(TokenProblem::Grant(Problem::Refused(refusal)) | TokenProblem::Exchange(Problem::Refused(refusal))) => {
            Ok(refused(refusal, recent))
        }
        Some(TokenProblem::Grant(problem) | TokenProblem::Exchange(problem)) => Ok(judge_problem(problem)),
    }
}

fn refused(refusal: &Refusal, recent: Option<(Timestamp, Timestamp)>) -> Judged {
    let code = Problem::Refused(refusal.clone()).code();
    let Some(trouble) = REFUSALS.iter().find(|known| known.matches(refusal)) else {
        return judge_problem(&Problem::Refused(refusal.clone()));
    };
    let judged = match (trouble.may_be_new, recent) {
        (true, Some((since, until))) => Judged::waiting(Who::Propagation, Some(since), Some(until), Message::ClientNotKnownYet { until }),
        (true, None) | (false, Some(_) | None) => Judged::fail(trouble.message.clone()),
    };
    judged.with_code(code).with_rows(said(refusal))
}

/// A refusal of the client or its key.
struct Trouble {
    code: Option<&'static str>,
    text: &'static str,
    /// Whether a change of the last minutes may cause it.
    may_be_new: bool,
    message: Message,
}

impl Trouble {
    const fn new(code: Option<&'static str>, text: &'static str, message: Message) -> Self {
        Self { code, text, may_be_new: false, message }
    }

    const fn maybe_new(code: Option<&'static str>, text: &'static str, message: Message) -> Self {
        Self { code, text, may_be_new: true, message }
    }

    fn matches(&self, refusal: &Refusal) -> bool {
        refusal.says(self.text) || self.code.is_some_and(|code| refusal.is(code))
    }
}

/// Maskinporten's refusals (facts platform A.4). Texts first where one code, or none, stands for several.
static REFUSALS: [Trouble; 12] = [
    Trouble::maybe_new(None, "Unknown key identifier", Message::ClientUnknownKid),
    Trouble::new(None, "no key identifier (kid) provided", Message::ClientNoKid),
    Trouble::new(Some("MP-121"), "Expired key", Message::ClientKeyExpired),
    Trouble::new(Some("MP-124"), "Invalid JWT signature", Message::ClientWrongKey),
    Trouble::new(Some("MP-130"), "JWT is expired", Message::ClientClock),
    Trouble::new(None, "Issue time is", Message::ClientClock),
    Trouble::new(Some("MP-110"), "Invalid JWT claim aud", Message::ClientAudience),
    Trouble::new(Some("MP-120"), "signed with an invalid certificate", Message::ClientCertificate),
    Trouble::new(Some("MP-122"), "Does not match certificate orgno", Message::ClientCertificate),
    Trouble::new(Some("MP-123"), "Invalid JWT header x5c", Message::ClientCertificate),
    Trouble::new(Some("MP-012"), "Grant is used before", Message::ClientReplay),
    // Last: its text begins most of the others.
    Trouble::maybe_new(Some("MP-100"), "Client not found", Message::ClientUnknown),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::{refusal, scope, token};
    use crate::journey::{Need, Verdict};

    fn refused_with(code: Option<&str>, text: &str) -> Vec<ScopeAnswer> {
        let problem = TokenProblem::Grant(Problem::Refused(refusal(400, code, Some(text))));
        vec![scope("altinn:broker.write", Need::Required, Reply::NotTold(problem))]
    }

    fn outcome(answers: &[ScopeAnswer], recent: Option<(Timestamp, Timestamp)>) -> (Verdict, &'static str) {
        judge(answers, recent).map_or((Verdict::Unknown, "stopped"), |judged| (judged.verdict, judged.message.id()))
    }

    #[test]
    fn a_token_for_any_scope_proves_client_and_key() {
        let mp_200 = || Reply::NotOnClient(refusal(400, Some("MP-200"), None));
        let answers = [scope("a", Need::Required, mp_200()), scope("b", Need::Wanted, Reply::Yes(token()))];
        assert_eq!(outcome(&answers, None), (Verdict::Pass, "client-known"));
        assert_eq!(outcome(&[scope("a", Need::Required, mp_200())], None), (Verdict::Warn, "client-known-key-not-proven"));
    }

    #[test]
    fn every_refusal_of_client_or_key_fails_with_its_own_reason() {
        let lead = "Invalid assertion. Client authentication failed.";
        let cases = [
            (Some("MP-100"), "Client not found", "client-unknown"),
            (None, "Unknown key identifier (kid) for client.", "client-unknown-kid"),
            (None, "Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided", "client-no-kid"),
            (Some("MP-110"), "Invalid JWT claim aud", "client-audience"),
            (Some("MP-121"), "Expired key.", "client-key-expired"),
            (Some("MP-124"), "Invalid JWT signature", "client-wrong-key"),
            (None, "Invalid JWT signature", "client-wrong-key"),
            (Some("MP-130"), "JWT is expired", "client-clock"),
            (None, "Issue time is after now", "client-clock"),
            (Some("MP-120"), "The JWT is signed with an invalid certificate.", "client-certificate"),
            (Some("MP-012"), "Grant is used before", "client-replay"),
            (Some("MP-011"), "Invalid parameter value", "refused"),
        ];
        for (code, text, id) in cases {
            assert_eq!(outcome(&refused_with(code, &format!("{lead} {text} (trace_id: 00)")), None), (Verdict::Fail, id), "{text}");
        }
    }

    #[test]
    fn what_was_just_changed_may_still_be_on_its_way() {
        let recent = Some((Timestamp::UNIX_EPOCH, Timestamp::MAX));
        let (verdict, _) = outcome(&refused_with(None, "Unknown key identifier (kid) for client."), recent);
        assert!(matches!(verdict, Verdict::Waiting(waiting) if waiting.on == Who::Propagation && waiting.until.is_some()));
        assert_eq!(outcome(&refused_with(Some("MP-121"), "Expired key"), recent).0, Verdict::Fail);
    }

    #[test]
    fn silence_is_unknown() {
        let silent = Problem::NotOurHost { host: "elsewhere".to_owned() };
        let answers = [scope("a", Need::Required, Reply::NotTold(TokenProblem::Grant(silent)))];
        assert_eq!(outcome(&answers, None).0, Verdict::Unknown);
    }
}
