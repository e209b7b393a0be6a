//! The request head that a client sends to the proxy before its tunnel, and the answer if it gets no tunnel.

use super::hosts::{HOSTS, Host};
use std::io;
use std::time::Duration;
use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::time::timeout;

/// The longest request head, in bytes.
const LONGEST: u64 = 16 * 1024;
/// How much is read after a refused head, in bytes, and for how long.
const LEFT_OVER: u64 = 1024 * 1024;
const LINGERING: Duration = Duration::from_secs(2);
/// The most characters of a requested name that the refusal repeats.
const TOLD_BACK: usize = 253;
/// The only port that the services use.
const PORT: &str = "443";

/// What the client asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TunnelRequest {
    /// A tunnel to a host that the sandbox answers for.
    Tunnel(Host),
    /// Anything else, with the reason why it gets no tunnel.
    Refused(Refusal),
}

/// Why there is no tunnel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// A name that the sandbox does not answer for.
    Host(String),
    /// A port that the services do not use.
    Port(String),
    /// An `http` address.
    Plain,
    /// An `https` address without CONNECT.
    WithoutTunnel,
    /// A request addressed to the proxy itself.
    NotThroughIt,
    /// No HTTP, or too long a head.
    Unreadable,
}

impl Refusal {
    const fn status(&self) -> u16 {
        match self {
            Self::Host(_) | Self::Port(_) | Self::Plain => 403,
            Self::WithoutTunnel | Self::NotThroughIt | Self::Unreadable => 400,
        }
    }

    /// The reason phrase of the status line. Most clients show nothing else.
    fn reason(&self) -> String {
        match self {
            Self::Host(name) => format!("The sandbox does not answer for {name}, and passes nothing on"),
            Self::Port(target) => format!("{target}: the services that the sandbox stands for are on port {PORT} only"),
            Self::Plain => "http is refused: the services that the sandbox stands for are https, through CONNECT".to_owned(),
            Self::WithoutTunnel => "https is asked for without CONNECT: the client does not know how to use a proxy for it".to_owned(),
            Self::NotThroughIt => "This is the sandbox's proxy: set HTTPS_PROXY to this address and ask for https".to_owned(),
            Self::Unreadable => "This is no request that a proxy can read".to_owned(),
        }
    }

    pub(super) fn answer(&self) -> String {
        let (status, reason) = (self.status(), self.reason());
        let names: Vec<&str> = HOSTS.iter().map(|host| host.name).collect();
        let body = format!("{reason}. It answers for {}.\n", names.join(", "));
        format!(
            "HTTP/1.1 {status} {reason}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
    }
}

pub(super) async fn read_request(client: &mut (impl AsyncBufRead + Unpin + Send)) -> io::Result<TunnelRequest> {
    // A client that starts with TLS, for example, would never send the end of a line.
    if !client.fill_buf().await?.first().is_some_and(u8::is_ascii_uppercase) {
        return Ok(TunnelRequest::Refused(Refusal::Unreadable));
    }
    let mut head = client.take(LONGEST);
    let mut first = Vec::new();
    head.read_until(b'\n', &mut first).await?;
    let mut line = Vec::new();
    loop {
        line.clear();
        if head.read_until(b'\n', &mut line).await? == 0 {
            // The connection ended, or the head is too long.
            return Ok(TunnelRequest::Refused(Refusal::Unreadable));
        }
        if matches!(line.as_slice(), b"\r\n" | b"\n") {
            return Ok(judged(&String::from_utf8_lossy(&first)));
        }
    }
}

fn judged(line: &str) -> TunnelRequest {
    let mut words = line.split_ascii_whitespace();
    let (Some(method), Some(target), Some(version), None) = (words.next(), words.next(), words.next(), words.next()) else {
        return TunnelRequest::Refused(Refusal::Unreadable);
    };
    if !version.starts_with("HTTP/1.") {
        return TunnelRequest::Refused(Refusal::Unreadable);
    }
    if method != "CONNECT" {
        let scheme = target.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        return TunnelRequest::Refused(match scheme.as_deref() {
            Some("https") => Refusal::WithoutTunnel,
            Some(_) => Refusal::Plain,
            None => Refusal::NotThroughIt,
        });
    }
    let (name, port) = target.rsplit_once(':').unwrap_or((target, PORT));
    match Host::named(name) {
        None => TunnelRequest::Refused(Refusal::Host(told_back(name))),
        Some(_) if port != PORT => TunnelRequest::Refused(Refusal::Port(told_back(target))),
        Some(host) => TunnelRequest::Tunnel(host),
    }
}

fn told_back(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_graphic()).take(TOLD_BACK).collect()
}

/// Sends the final answer and reads what the client still sends. Closing with unread bytes would reset the connection, and the
/// client might lose the answer.
pub(super) async fn say(client: &mut (impl AsyncBufRead + AsyncWrite + Unpin), text: &str) -> io::Result<()> {
    client.write_all(text.as_bytes()).await?;
    client.shutdown().await?;
    let mut rest = client.take(LEFT_OVER);
    timeout(LINGERING, tokio::io::copy(&mut rest, &mut tokio::io::sink())).await?.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(line: &str) -> Option<Refusal> {
        match judged(line) {
            TunnelRequest::Refused(refusal) => Some(refusal),
            TunnelRequest::Tunnel(_) => None,
        }
    }

    #[test]
    fn a_tunnel_is_for_the_services_names_alone() {
        assert_eq!(refusal("CONNECT platform.tt02.altinn.no:443 HTTP/1.1\r\n"), None);
        assert_eq!(refusal("CONNECT Maskinporten.no:443 HTTP/1.0\r\n"), None);
        assert_eq!(refusal("CONNECT example.org:443 HTTP/1.1"), Some(Refusal::Host("example.org".to_owned())));
        assert_eq!(refusal("CONNECT [::1]:443 HTTP/1.1"), Some(Refusal::Host("[::1]".to_owned())));
        assert_eq!(refusal("CONNECT maskinporten.no:8443 HTTP/1.1"), Some(Refusal::Port("maskinporten.no:8443".to_owned())));
        assert_eq!(refusal("GET http://maskinporten.no/jwk HTTP/1.1"), Some(Refusal::Plain));
        assert_eq!(refusal("GET HTTPS://maskinporten.no/jwk HTTP/1.1"), Some(Refusal::WithoutTunnel));
        assert_eq!(refusal("GET / HTTP/1.1"), Some(Refusal::NotThroughIt));
        assert_eq!(refusal("PRI * HTTP/2.0"), Some(Refusal::Unreadable));
        assert_eq!(refusal("\u{16}\u{3}\u{1}"), Some(Refusal::Unreadable));
    }

    #[test]
    fn what_was_asked_for_is_told_back_without_anything_that_a_terminal_obeys() {
        let Some(refusal) = refusal("CONNECT ev\u{1b}il.example:443 HTTP/1.1") else { panic!("a tunnel") };
        let answer = refusal.answer();
        assert!(answer.starts_with("HTTP/1.1 403 The sandbox does not answer for evil.example, and passes nothing on\r\n"), "{answer}");
    }
}
