//! Judges a call that failed. If a service could not be asked, the verdict is unknown: that is not the user's mistake.

use super::judgement::{Judgement, row};
use super::proxy;
use crate::journey::{Cause, Mark, Message};
use crate::services::{CertificateFlaw, CertificatesFlaw, Foreign, Problem, Refusal, Unreachable};
use crate::values::is_this_machine;

/// The judgement of a problem that the check has no better explanation for.
pub(super) fn judge(problem: &Problem) -> Judgement {
    match problem {
        Problem::Refused(refusal) => refused(refusal),
        Problem::Unreachable { .. }
        | Problem::Proxy { .. }
        | Problem::ProxyUnreadable { .. }
        | Problem::NoCertificates { .. }
        | Problem::Foreign { .. }
        | Problem::GivenUp { .. }
        | Problem::TooOften { .. }
        | Problem::Local(_)
        | Problem::NotOurHost { .. } => Judgement::unknown(stopped(problem)),
    }
    .with_code(problem.code())
}

/// Whether the gateway refused the call, so that it never reached the service.
pub(super) fn is_the_gateways(problem: &Problem) -> bool {
    problem.cause().is_some_and(Cause::is_the_gateways)
}

/// The message for what went wrong.
#[must_use]
pub fn stopped(problem: &Problem) -> Message {
    match problem {
        Problem::Unreachable { host, cause } => unreachable(host.clone(), cause),
        Problem::Proxy { proxy, named_by, host, trouble } => proxy::trouble(proxy.clone(), *named_by, host.clone(), trouble),
        Problem::ProxyUnreadable { variable, flaw } => proxy::unreadable(variable, flaw),
        Problem::NoCertificates { path, named_by, flaw } => certificates(path.display().to_string(), (*named_by).to_owned(), *flaw),
        Problem::Foreign { host, status, cause } => foreign(host.clone(), *status, cause),
        // Checks move no files, so no message tells more than that it took too long.
        Problem::GivenUp { host, .. } => Message::NoAnswerTimeout { host: host.clone() },
        Problem::TooOften { until, .. } => Message::RateLimited { until: *until },
        Problem::Local(kind) => Message::Local { reason: kind.to_string() },
        Problem::NotOurHost { host } => Message::NotOurHost { host: host.clone() },
        Problem::Refused(refusal) if refusal.status >= 500 => Message::ServiceTrouble { status: refusal.status },
        Problem::Refused(refusal) => Message::Refused { status: refusal.status, cause: refusal.cause },
    }
}

fn unreachable(host: String, cause: &Unreachable) -> Message {
    match cause {
        Unreachable::Dns => Message::NoAnswerDns { host },
        // No network lies between, so it is not the network's.
        Unreachable::Refused if is_this_machine(&host) => Message::NoAnswerHere { host },
        Unreachable::Refused => Message::NoAnswerRefused { host },
        Unreachable::Timeout => Message::NoAnswerTimeout { host },
        Unreachable::Broken => Message::NoAnswerBroken { host },
        Unreachable::Certificate(CertificateFlaw::Expired) => Message::NoAnswerTlsExpired { host },
        Unreachable::Certificate(CertificateFlaw::NotYetValid) => Message::NoAnswerTlsEarly { host },
        Unreachable::Certificate(CertificateFlaw::OtherName) => Message::NoAnswerTlsName { host },
        Unreachable::Tls(None) => Message::NoAnswerTls { host },
        Unreachable::Tls(Some(issuer)) => Message::NoAnswerTlsIssuer { host, issuer: issuer.clone() },
    }
}

fn certificates(path: String, named_by: String, flaw: CertificatesFlaw) -> Message {
    match flaw {
        CertificatesFlaw::Missing => Message::CertificatesMissing { path, named_by },
        CertificatesFlaw::Unreadable(kind) => Message::CertificatesUnreadable { path, named_by, reason: kind.to_string() },
        CertificatesFlaw::None => Message::CertificatesNone { path, named_by },
    }
}

fn foreign(host: String, status: u16, cause: &Foreign) -> Message {
    match cause {
        Foreign::Html => Message::ForeignHtml { host, status },
        Foreign::LogIn => Message::ForeignLogIn { host },
        Foreign::Redirect(target) => Message::ForeignRedirect { host, target: target.clone() },
        Foreign::TooLarge => Message::ForeignTooLarge { host },
        Foreign::Unreadable => Message::ForeignUnreadable { host },
    }
}

/// Judges a refusal that the check has no better explanation for than its cause. A 5xx is no answer, so the verdict is unknown.
fn refused(refusal: &Refusal) -> Judgement {
    let message = stopped(&Problem::Refused(refusal.clone()));
    let judged = if refusal.status >= 500 { Judgement::unknown(message) } else { Judgement::fail(message) };
    judged.with_rows(said(refusal))
}

/// Rows with the service's own error text and trace id.
pub(super) fn said(refusal: &Refusal) -> Vec<crate::journey::Row> {
    // These rows only quote the service, so they have the neutral mark.
    let words = refusal.text.iter().map(|words| row(Mark::Skipped, "", Message::RowServiceSays { words: words.clone() }));
    let trace = refusal.trace_id.iter().map(|trace| row(Mark::Skipped, "", Message::RowTraceId { trace: trace.clone() }));
    words.chain(trace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::refusal;
    use crate::journey::{Service, Verdict, Who};
    use jiff::Timestamp;

    #[test]
    fn a_connection_that_this_machine_refuses_is_not_the_networks() {
        let said = |host: &str| stopped(&Problem::Unreachable { host: host.to_owned(), cause: Unreachable::Refused });
        for host in ["127.0.0.1:4711", "localhost", "[::1]:443"] {
            assert_eq!((said(host).id(), said(host).who()), ("no-answer-here", Some(Who::You)), "{host}");
        }
        assert_eq!(said("platform.tt02.altinn.no").id(), "no-answer-refused");
    }

    #[test]
    fn what_could_not_be_asked_is_unknown_and_names_its_cause() {
        let host = || "platform".to_owned();
        let silent = |cause| Problem::Unreachable { host: host(), cause };
        let foreign = |cause| Problem::Foreign { host: host(), status: 200, cause };
        let cases = [
            (silent(Unreachable::Dns), "no-answer-dns"),
            (silent(Unreachable::Tls(None)), "no-answer-tls"),
            (silent(Unreachable::Certificate(CertificateFlaw::Expired)), "no-answer-tls-expired"),
            (silent(Unreachable::Certificate(CertificateFlaw::NotYetValid)), "no-answer-tls-early"),
            (silent(Unreachable::Certificate(CertificateFlaw::OtherName)), "no-answer-tls-name"),
            (foreign(Foreign::Html), "foreign-html"),
            (foreign(Foreign::Redirect("elsewhere".to_owned())), "foreign-redirect"),
            (foreign(Foreign::TooLarge), "foreign-too-large"),
            (foreign(Foreign::Unreadable), "foreign-unreadable"),
            (Problem::TooOften { host: host(), until: Timestamp::UNIX_EPOCH }, "rate-limited"),
            (Problem::Local(std::io::ErrorKind::PermissionDenied), "local"),
            (Problem::NotOurHost { host: host() }, "not-our-host"),
            (Problem::Refused(refusal(Service::Broker, 503, None, None)), "service-trouble"),
        ];
        for (problem, id) in cases {
            let judged = judge(&problem);
            assert_eq!((judged.verdict, judged.message.id()), (Verdict::Unknown, id));
        }
    }

    #[test]
    fn an_unrecognised_refusal_shows_the_services_text() {
        let judged = judge(&Problem::Refused(refusal(Service::Systems, 400, Some("AUTH-00023"), Some("Can't resolve"))));
        assert_eq!((judged.verdict, judged.code.as_deref(), judged.rows.len()), (Verdict::Fail, Some("AUTH-00023"), 1));
    }
}
