//! `key.reach`: each host of the profile answers.

use crate::checks::Connection;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, row};
use crate::checks::problem::{said, stopped};
use crate::checks::proxy::row_of_way;
use crate::journey::{FieldId, Mark, Message, Row};
use crate::services::{Foreign, Problem, Reached, TrustStore, Unreachable, Way};
use futures_util::future::join_all;
use std::collections::BTreeMap;
use url::Url;

/// The result of a request to a host.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::checks) struct HostAnswer {
    pub(in crate::checks) host: String,
    /// Whether our own calls go to this host. The others are web pages for people.
    pub(in crate::checks) ours: bool,
    /// The way that the request took.
    pub(in crate::checks) way: Way,
    pub(in crate::checks) answer: Result<Reached, Problem>,
}

/// Asks every host of the environment once, without a token.
pub(in crate::checks) async fn reach_all(connection: &Connection) -> Vec<HostAnswer> {
    let endpoints = connection.services.endpoints();
    let ours = [Some(&endpoints.maskinporten), Some(&endpoints.platform)].map(|url| (url, true));
    let others = [endpoints.admin.as_ref(), endpoints.access_management.as_ref()].map(|url| (url, false));
    let mut hosts: BTreeMap<String, (&Url, bool)> = BTreeMap::new();
    for (url, ours) in ours.into_iter().chain(others) {
        if let Some(url) = url {
            hosts.entry(authority(url)).or_insert((url, ours));
        }
    }
    let services = &connection.services;
    let ask = async |(host, (url, ours))| HostAnswer { host, ours, way: services.way_to(url), answer: services.reach(url).await };
    join_all(hosts.into_iter().map(ask)).await
}

pub(super) fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

pub(in crate::checks) async fn reach(context: &CheckContext<'_>) -> CheckResult {
    Ok(judge(context.reached().await, context.connection.services.trusts()))
}

/// No DNS answer or a closed port may mean that our own network is down: unknown. A web page or an untrusted certificate comes from
/// a proxy or firewall between us and the service, and a proxy's refusal from the proxy: they stay until someone changes it, so fail. An error page with 5xx may come from
/// the service's own gateway and go away by itself: unknown.
fn judge(hosts: &[HostAnswer], stores: &[TrustStore]) -> Judgement {
    let silent = |ours: bool| hosts.iter().find_map(move |host| host.answer.as_ref().err().filter(|_| host.ours == ours));
    let judged = match (silent(true), silent(false)) {
        (Some(problem), _) if is_in_between(problem) => Judgement::fail(stopped(problem)).with_code(problem.code()),
        (Some(problem), _) => Judgement::unknown(stopped(problem)).with_code(problem.code()),
        (None, Some(_)) => Judgement::warn(Message::ReachOthersSilent),
        (None, None) => Judgement::pass(Message::ReachAll { hosts: hosts.len() }),
    };
    let mut rows: Vec<Row> = hosts.iter().flat_map(|host| rows_of(host, &judged.message)).collect();
    rows.extend(silent(true).and_then(Problem::refusal).map(said).unwrap_or_default());
    rows.extend(rows_of_ways(hosts));
    let untrusted = |host: &HostAnswer| {
        matches!(host.answer, Err(Problem::Unreachable { cause: Unreachable::Tls(_) | Unreachable::Certificate(_), .. }))
    };
    if hosts.iter().any(untrusted) {
        rows.extend(stores.iter().map(row_of_store));
    }
    judged.with_rows(rows)
}

/// Whether this is what `key.reach` says already: the host gave no answer there either.
pub(in crate::checks) fn explains(hosts: &[HostAnswer], problem: &Problem) -> bool {
    let seen = hosts.iter().filter(|host| host.ours).filter_map(|host| Some((&host.host, host.answer.as_ref().err()?)));
    seen.into_iter().any(|(host, seen)| match problem.host() {
        Some(called) => called == host || seen.host() == Some(called),
        None => seen.refusal().is_some() && problem.refusal().is_some(),
    })
}

fn is_in_between(problem: &Problem) -> bool {
    matches!(problem, Problem::Proxy { trouble, .. } if trouble.stays())
        || matches!(
            problem,
            Problem::Unreachable { cause: Unreachable::Tls(_) | Unreachable::Certificate(_), .. }
                | Problem::ProxyUnreadable { .. }
                | Problem::NoCertificates { .. }
                | Problem::Foreign { cause: Foreign::Html | Foreign::LogIn | Foreign::Redirect(_), status: ..500, .. }
        )
}

/// Whose certificates are trusted: told where one was not.
fn row_of_store(store: &TrustStore) -> Row {
    match store {
        TrustStore::System => row(Mark::Skipped, "", Message::RowTrustsSystem),
        TrustStore::Variable { variable, path } => {
            row(Mark::Skipped, path.display().to_string(), Message::RowTrustsNamed { named_by: (*variable).to_owned() })
        }
        TrustStore::Answer(path) => {
            row(Mark::Skipped, path.display().to_string(), Message::RowTrustsNamed { named_by: FieldId::Ca.to_string() })
        }
    }
}

/// What is seen of a host. What the finding says already, such as a proxy's refusal of them all, is not said again.
fn rows_of(host: &HostAnswer, said: &Message) -> Vec<Row> {
    match &host.answer {
        Ok(reached) => {
            let issuer = reached.certificate_issuer.as_ref();
            let issuer = issuer.map(|issuer| row(Mark::Pass, issuer, Message::RowCertificateIssuer));
            std::iter::once(row(Mark::Pass, &host.host, Message::RowAnswers { status: reached.status })).chain(issuer).collect()
        }
        Err(problem) if problem.is_on_the_way() && stopped(problem) == *said => Vec::new(),
        Err(problem) => vec![row(if host.ours { Mark::Unknown } else { Mark::Warn }, &host.host, stopped(problem))],
    }
}

/// The way that was taken to each host: one row where all take the same. None where nothing was sent.
fn rows_of_ways(hosts: &[HostAnswer]) -> Vec<Row> {
    let called: Vec<&HostAnswer> = hosts.iter().filter(|host| !matches!(host.answer, Err(Problem::NoCertificates { .. }))).collect();
    match called.as_slice() {
        [first, others @ ..] if others.iter().all(|host| host.way == first.way) => row_of_way("", &first.way).into_iter().collect(),
        hosts => hosts.iter().filter_map(|host| row_of_way(&host.host, &host.way)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;
    use crate::services::{ProxySource, ProxyTrouble};

    fn answered(host: &str) -> HostAnswer {
        let reached = Reached {
            host: host.to_owned(),
            status: 401,
            clock_offset_ms: Some(0),
            certificate_issuer: None,
            at: jiff::Timestamp::UNIX_EPOCH,
        };
        HostAnswer { host: host.to_owned(), ours: true, way: Way::Here, answer: Ok(reached) }
    }

    fn silent(host: &str, ours: bool, cause: Unreachable) -> HostAnswer {
        HostAnswer { host: host.to_owned(), ours, way: Way::Direct, answer: Err(Problem::Unreachable { host: host.to_owned(), cause }) }
    }

    #[test]
    fn a_401_is_an_answer() {
        assert_eq!(judge(&[answered("platform")], &[]).verdict, Verdict::Pass);
    }

    #[test]
    fn no_answer_is_unknown_and_names_its_cause() {
        let causes = [
            (Unreachable::Dns, "no-answer-dns"),
            (Unreachable::Refused, "no-answer-refused"),
            (Unreachable::Timeout, "no-answer-timeout"),
            (Unreachable::Broken, "no-answer-broken"),
        ];
        for (cause, id) in causes {
            let judged = judge(&[answered("maskinporten"), silent("platform", true, cause)], &[]);
            assert_eq!((judged.verdict, judged.message.id()), (Verdict::Unknown, id));
        }
    }

    #[test]
    fn a_proxy_in_between_is_a_failure_and_its_issuer_is_named() {
        let judged = judge(&[silent("platform", true, Unreachable::Tls(Some("Corp CA".to_owned())))], &[]);
        assert_eq!(judged.verdict, Verdict::Fail);
        assert_eq!(judged.message, Message::NoAnswerTlsIssuer { host: "platform".to_owned(), issuer: "Corp CA".to_owned() });
        for (status, verdict) in [(200, Verdict::Fail), (403, Verdict::Fail), (502, Verdict::Unknown)] {
            let html = Problem::Foreign { host: "platform".to_owned(), status, cause: Foreign::Html };
            assert_eq!(
                judge(&[HostAnswer { host: "platform".to_owned(), ours: true, way: Way::Here, answer: Err(html) }], &[]).verdict,
                verdict
            );
        }
    }

    #[test]
    fn what_the_proxy_refuses_is_said_once_and_the_way_where_it_differs() {
        let refused = |host: &str, status| Problem::Proxy {
            proxy: "proxy:3128".to_owned(),
            named_by: ProxySource::Variable("HTTPS_PROXY"),
            host: host.to_owned(),
            trouble: if status == 407 {
                ProxyTrouble::LogIn { offered: vec![], given: false }
            } else {
                ProxyTrouble::Denied { status: Some(status) }
            },
        };
        let at = |host: &str, status, way| HostAnswer { host: host.to_owned(), ours: true, way, answer: Err(refused(host, status)) };
        let rows = |hosts: &[HostAnswer]| judge(hosts, &[]).rows.iter().map(|row| row.message.id()).collect::<Vec<_>>();
        assert_eq!(rows(&[at("maskinporten", 407, Way::Direct), at("platform", 407, Way::Direct)]), ["row-way-direct"]);
        let excepted = Way::Excepted { variable: "NO_PROXY" };
        let differing = [at("maskinporten", 403, Way::Direct), at("platform", 403, excepted)];
        assert_eq!(rows(&differing), ["proxy-denies", "row-way-direct", "row-way-excepted"]);
    }

    #[test]
    fn a_host_that_only_people_need_is_a_warning() {
        assert_eq!(judge(&[answered("platform"), silent("am.ui", false, Unreachable::Timeout)], &[]).verdict, Verdict::Warn);
    }
}
