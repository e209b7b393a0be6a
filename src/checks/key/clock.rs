//! `key.clock`: our clock agrees with the clocks of the services.

use super::HostAnswer;
use super::reach::authority;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{CheckId, Mark, Message, Row};
use crate::services::{CLOCKS_AGREE_MS, Problem};
use url::Url;

/// If they differ more than this, Maskinporten refuses our assertions: `iat` must be within 10 s (facts platform A.2).
const REFUSED_MS: i64 = 10_000;

pub(in crate::checks) async fn clock(context: &CheckContext<'_>) -> CheckResult {
    judge(context.reached().await)
}

fn judge(hosts: &[HostAnswer]) -> CheckResult {
    let answers = hosts.iter().filter_map(|host| Some((host, host.answer.as_ref().ok()?)));
    let offsets: Vec<(&HostAnswer, i64)> = answers.filter_map(|(host, reached)| Some((host, reached.clock_offset_ms?))).collect();
    let Some((_, furthest)) = offsets.iter().max_by_key(|(_, offset)| offset.abs()) else {
        let silent = hosts.iter().all(|host| host.answer.is_err());
        return if silent { Err(Stop::Because(CheckId::KeyReach)) } else { Ok(Judgement::unknown(Message::ClockNoDate)) };
    };
    let rows = offsets.iter().map(|(host, offset)| line(&host.host, *offset));
    let judged =
        if offsets.iter().any(|(_, offset)| distance(*offset) == Distance::Close) { others_own(&offsets) } else { verdict(*furthest) };
    Ok(judged.with_rows(rows.collect()))
}

/// Two clocks that agree are right: what another one says of ours is its own. The web pages for people are only witnesses.
fn others_own(offsets: &[(&HostAnswer, i64)]) -> Judgement {
    let far = offsets.iter().filter(|(host, offset)| host.ours && distance(*offset) == Distance::Refused);
    match far.max_by_key(|(_, offset)| offset.abs()) {
        Some((host, offset)) => Judgement::warn(Message::ClockServiceOff { host: host.host.clone(), seconds: seconds(*offset) }),
        None => Judgement::pass(Message::ClockAgrees),
    }
}

/// The judgement of a refusal; or that the clock of the service is why, if the date that it refused with is far from ours, while
/// other services agree with us.
pub(in crate::checks) async fn or_its_own_clock(
    context: &CheckContext<'_>,
    service: &Url,
    problem: &Problem,
    judged: Judgement,
) -> Judgement {
    let offset = problem.refusal().filter(|refusal| refusal.cause.may_be_the_clocks()).and_then(|refusal| refusal.clock_offset_ms);
    let Some(offset) = offset.filter(|offset| distance(*offset) == Distance::Refused) else { return judged };
    match context.board.posted(CheckId::KeyClock).await {
        Some(said) if said.verdict.lets_through() => {
            let message = Message::ClockServiceOff { host: authority(service), seconds: seconds(offset) };
            Judgement { message, ..judged }
        }
        Some(_) | None => judged,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Distance {
    Close,
    Doubtful,
    Refused,
}

const fn distance(offset: i64) -> Distance {
    if offset.abs() <= CLOCKS_AGREE_MS {
        Distance::Close
    } else if offset.abs() <= REFUSED_MS {
        Distance::Doubtful
    } else {
        Distance::Refused
    }
}

/// `offset` is the service's clock minus ours in milliseconds. A positive one means that ours is behind.
fn verdict(offset: i64) -> Judgement {
    let seconds = seconds(offset);
    match (distance(offset), offset > 0) {
        (Distance::Close, _) => Judgement::pass(Message::ClockAgrees),
        (Distance::Doubtful, true) => Judgement::warn(Message::ClockBehind { seconds }),
        (Distance::Doubtful, false) => Judgement::warn(Message::ClockAhead { seconds }),
        (Distance::Refused, true) => Judgement::fail(Message::ClockFarBehind { seconds }),
        (Distance::Refused, false) => Judgement::fail(Message::ClockFarAhead { seconds }),
    }
}

fn line(host: &str, offset: i64) -> Row {
    let seconds = seconds(offset);
    let (mark, far) = match distance(offset) {
        Distance::Close => (Mark::Pass, false),
        Distance::Doubtful => (Mark::Warn, true),
        Distance::Refused => (Mark::Fail, true),
    };
    let message = match (far, offset > 0) {
        (false, _) => Message::RowClockAgrees,
        (true, true) => Message::RowClockBehind { seconds },
        (true, false) => Message::RowClockAhead { seconds },
    };
    row(mark, host, message)
}

const fn seconds(offset: i64) -> u64 {
    offset.unsigned_abs().div_ceil(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;
    use crate::services::{Reached, Way};

    fn at(offset: Option<i64>) -> HostAnswer {
        host("platform", true, offset)
    }

    fn host(name: &str, ours: bool, offset: Option<i64>) -> HostAnswer {
        let reached = Reached {
            host: name.to_owned(),
            status: 200,
            clock_offset_ms: offset,
            certificate_issuer: None,
            at: jiff::Timestamp::UNIX_EPOCH,
        };
        HostAnswer { host: name.to_owned(), ours, way: Way::Here, answer: Ok(reached) }
    }

    #[test]
    fn the_difference_is_judged_with_its_direction() {
        let cases = [
            (0, Verdict::Pass, "clock-agrees"),
            (-5_000, Verdict::Pass, "clock-agrees"),
            (5_001, Verdict::Warn, "clock-behind"),
            (-9_000, Verdict::Warn, "clock-ahead"),
            (10_001, Verdict::Fail, "clock-far-behind"),
            (-60_000, Verdict::Fail, "clock-far-ahead"),
        ];
        for (offset, verdict, id) in cases {
            let judged = judge(&[at(Some(offset)), at(Some(offset))]).map(|judged| (judged.verdict, judged.message.id()));
            assert_eq!(judged, Ok((verdict, id)), "{offset}");
        }
    }

    #[test]
    fn a_service_that_disagrees_with_the_others_has_a_clock_that_is_off() {
        let said = |hosts: &[HostAnswer]| judge(hosts).map(|judged| (judged.verdict, judged.message)).unwrap();
        let off = |host: &str| Message::ClockServiceOff { host: host.to_owned(), seconds: 90 };
        let hosts = [host("maskinporten", true, Some(-90_000)), host("platform", true, Some(400))];
        assert_eq!(said(&hosts), (Verdict::Warn, off("maskinporten")));
        let witness = [host("platform", true, Some(90_000)), host("portal", false, Some(0))];
        assert_eq!(said(&witness), (Verdict::Warn, off("platform")));
        let page = [host("platform", true, Some(0)), host("portal", false, Some(90_000))];
        assert_eq!(said(&page), (Verdict::Pass, Message::ClockAgrees), "a page's clock refuses nothing");
    }

    #[test]
    fn without_a_date_the_clock_is_unknown_and_without_an_answer_reach_is_blamed() {
        assert_eq!(judge(&[at(None)]).map(|judged| judged.verdict), Ok(Verdict::Unknown));
        assert_eq!(judge(&[]), Err(Stop::Because(CheckId::KeyReach)));
    }
}
