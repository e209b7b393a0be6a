//! `events.endpoint`: Altinn accepts the webhook's address. Only `events.validated` proves that the webhook answers Altinn, since
//! this check calls it from the user's machine.

use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::checks::problem::stopped;
use crate::journey::{FieldId, Mark, Message};
use crate::services::{Problem, Reached, Unreachable};
use std::net::{IpAddr, Ipv6Addr};
use url::{Host, Url};

pub(in crate::checks) async fn endpoint(context: &CheckContext<'_>) -> CheckResult {
    let url = address(context)?;
    if let Some(refused) = refused_by_altinn(&url, context.is_loopback()) {
        return Ok(refused);
    }
    let seen = context.connection.services.look_at(&url).await;
    Ok(judge(&url, seen, context.is_loopback()))
}

/// The webhook's address. A webhook in the sandbox gets the sandbox's current host and port.
pub(super) fn address(context: &CheckContext<'_>) -> Result<Url, Stop> {
    let webhook = context.profile().events.endpoint.as_ref().ok_or(Stop::Missing(FieldId::EventsEndpoint))?;
    let platform = &context.connection.services.endpoints().platform;
    webhook.resolve(platform).map_err(|_| Stop::Missing(FieldId::EventsEndpoint))
}

/// Altinn Events accepts absolute https addresses only (facts platform F.1). The sandbox also accepts http on this machine.
fn refused_by_altinn(url: &Url, sandbox: bool) -> Option<Judgement> {
    let allowed = url.scheme() == "https" || (sandbox && place(url) == EndpointPlace::ThisMachine);
    (!allowed).then(|| Judgement::fail(Message::EndpointNotHttps))
}

fn judge(url: &Url, seen: Result<Reached, Problem>, sandbox: bool) -> Judgement {
    let host = url.host_str().unwrap_or_default().to_owned();
    if !sandbox && place(url) != EndpointPlace::Public {
        return Judgement::warn(Message::EndpointPrivate { host });
    }
    match seen {
        Ok(reached) => {
            let rows = vec![row(Mark::Pass, &host, Message::RowAnswers { status: reached.status })];
            Judgement::pass(Message::EndpointGood { host }).with_rows(rows)
        }
        Err(problem @ Problem::Unreachable { cause: Unreachable::Tls(_) | Unreachable::Certificate(_), .. }) => {
            let rows = vec![row(Mark::Warn, &host, stopped(&problem))];
            Judgement::warn(Message::EndpointCertificate { host }).with_rows(rows)
        }
        Err(problem) => {
            let rows = vec![row(Mark::Warn, &host, stopped(&problem))];
            Judgement::warn(Message::EndpointNoAnswer { host }).with_rows(rows)
        }
    }
}

/// Where an address leads, judged from the address alone, without a look-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EndpointPlace {
    ThisMachine,
    PrivateNetwork,
    Public,
}

fn place(url: &Url) -> EndpointPlace {
    match url.host() {
        Some(Host::Ipv4(ip)) => place_of(IpAddr::V4(ip)),
        Some(Host::Ipv6(ip)) => place_of(IpAddr::V6(ip)),
        Some(Host::Domain(name)) if name == "localhost" || name.ends_with(".localhost") => EndpointPlace::ThisMachine,
        Some(Host::Domain(name)) if !name.contains('.') || name.ends_with(".local") || name.ends_with(".internal") => {
            EndpointPlace::PrivateNetwork
        }
        Some(Host::Domain(_)) | None => EndpointPlace::Public,
    }
}

fn place_of(ip: IpAddr) -> EndpointPlace {
    match ip {
        _ if ip.is_loopback() || ip.is_unspecified() => EndpointPlace::ThisMachine,
        IpAddr::V4(ip) if ip.is_private() || ip.is_link_local() => EndpointPlace::PrivateNetwork,
        IpAddr::V6(ip) if is_private_v6(ip) => EndpointPlace::PrivateNetwork,
        IpAddr::V4(_) | IpAddr::V6(_) => EndpointPlace::Public,
    }
}

/// Whether the address is unique local (fc00::/7) or link-local (fe80::/10).
fn is_private_v6(ip: Ipv6Addr) -> bool {
    let first = ip.segments()[0];
    first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap_or_else(|error| unreachable!("{error}"))
    }

    fn silent(cause: Unreachable) -> Result<Reached, Problem> {
        Err(Problem::Unreachable { host: "hooks.example.no".to_owned(), cause })
    }

    #[test]
    fn only_what_altinn_refuses_fails() {
        assert!(refused_by_altinn(&url("http://hooks.example.no/a"), false).is_some_and(|judged| judged.verdict == Verdict::Fail));
        assert!(refused_by_altinn(&url("http://127.0.0.1:4711/a"), false).is_some());
        assert!(refused_by_altinn(&url("http://127.0.0.1:4711/a"), true).is_none());
        assert!(refused_by_altinn(&url("http://[::1]:4711/a"), true).is_none());
        assert!(refused_by_altinn(&url("https://hooks.example.no/a"), false).is_none());
    }

    #[test]
    fn an_address_that_cannot_be_reached_from_here_is_a_warning() {
        let cases = [
            ("https://10.1.2.3/a", Unreachable::Timeout, "endpoint-private"),
            ("https://hooks.internal/a", Unreachable::Dns, "endpoint-private"),
            ("https://[fd00::1]/a", Unreachable::Timeout, "endpoint-private"),
            ("https://hooks.example.no/a", Unreachable::Timeout, "endpoint-no-answer"),
            ("https://hooks.example.no/a", Unreachable::Tls(None), "endpoint-certificate"),
        ];
        for (address, cause, id) in cases {
            let judged = judge(&url(address), silent(cause), false);
            assert_eq!((judged.verdict, judged.message.id()), (Verdict::Warn, id), "{address}");
        }
    }
}
