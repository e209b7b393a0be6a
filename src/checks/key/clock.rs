//! `key.clock`: our clock agrees with the services'.

use super::HostAnswer;
use crate::checks::asking::Asking;
use crate::checks::judged::{Asked, Judged, Stop, row};
use crate::journey::{CheckId, Mark, Message};

/// Over this Maskinporten may refuse us any time (platform facts, A.4).
const DOUBTFUL_MS: i64 = 5_000;
/// Over this it refuses us: `iat` must be within 10 s (platform facts, A.2).
const REFUSED_MS: i64 = 10_000;

pub(in crate::checks) async fn clock(asking: &Asking<'_>) -> Asked {
    judge(asking.reached().await)
}

fn judge(hosts: &[HostAnswer]) -> Asked {
    let answers = hosts.iter().filter_map(|host| Some((&host.host, host.answer.as_ref().ok()?)));
    let offsets: Vec<(&String, i64)> = answers.filter_map(|(host, reached)| Some((host, reached.clock_offset_ms?))).collect();
    let Some((_, offset)) = offsets.iter().max_by_key(|(_, offset)| offset.abs()) else {
        let silent = hosts.iter().all(|host| host.answer.is_err());
        return if silent { Err(Stop::Because(CheckId::KeyReach)) } else { Ok(Judged::unknown(Message::ClockNoDate)) };
    };
    let rows = offsets.iter().map(|(host, offset)| row(mark(*offset), host.as_str(), difference(*offset)));
    Ok(verdict(*offset).with_rows(rows.collect()))
}

/// The offset is the service's clock minus ours: positive means that ours is behind.
fn verdict(offset: i64) -> Judged {
    let seconds = seconds(offset);
    match (offset.abs(), offset > 0) {
        (..=DOUBTFUL_MS, _) => Judged::pass(Message::ClockAgrees),
        (..=REFUSED_MS, true) => Judged::warn(Message::ClockBehind { seconds }),
        (..=REFUSED_MS, false) => Judged::warn(Message::ClockAhead { seconds }),
        (_, true) => Judged::fail(Message::ClockFarBehind { seconds }),
        (_, false) => Judged::fail(Message::ClockFarAhead { seconds }),
    }
}

const fn mark(offset: i64) -> Mark {
    match offset.abs() {
        ..=DOUBTFUL_MS => Mark::Pass,
        ..=REFUSED_MS => Mark::Warn,
        _ => Mark::Fail,
    }
}

fn difference(offset: i64) -> Message {
    let seconds = seconds(offset);
    match (offset.abs(), offset > 0) {
        (..=DOUBTFUL_MS, _) => Message::RowClockAgrees,
        (_, true) => Message::RowClockBehind { seconds },
        (_, false) => Message::RowClockAhead { seconds },
    }
}

const fn seconds(offset: i64) -> u64 {
    offset.unsigned_abs().div_ceil(1_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;
    use crate::services::Reached;

    fn at(offset: Option<i64>) -> HostAnswer {
        let reached = Reached {
            host: "platform".to_owned(),
            status: 200,
            clock_offset_ms: offset,
            proxy: None,
            certificate_issuer: None,
            at: jiff::Timestamp::UNIX_EPOCH,
        };
        HostAnswer { host: "platform".to_owned(), ours: true, answer: Ok(reached) }
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
            let judged = judge(&[at(Some(0)), at(Some(offset))]).map(|judged| (judged.verdict, judged.message.id()));
            assert_eq!(judged, Ok((verdict, id)), "{offset}");
        }
    }

    #[test]
    fn without_a_date_nothing_is_known_and_without_an_answer_another_check_tells() {
        assert_eq!(judge(&[at(None)]).map(|judged| judged.verdict), Ok(Verdict::Unknown));
        assert_eq!(judge(&[]), Err(Stop::Because(CheckId::KeyReach)));
    }
}
