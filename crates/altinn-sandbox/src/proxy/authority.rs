//! The proxy's private certificate authority. Its certificate is limited to the services' domains, so a client that trusts it
//! trusts it for no other name.

use super::fault::TlsFault;
use super::hosts::{DOMAINS, Host};
use crate::signing::certificate::params;
use crate::values::Secret;
use jiff::civil::Date;
use jiff::{Span, Timestamp, tz::TimeZone};
use rcgen::string::Ia5String;
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    NameConstraints, SanType,
};
use serde::{Deserialize, Serialize};
use std::io;
use std::sync::Arc;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{self, ServerConfig};
use uuid::Uuid;

/// Certificates are valid from this many days before today, because clocks differ.
const EARLIER: i32 = 2;
/// Lifetime of a host's certificate in days.
const LIFETIME: i32 = 90;
/// Lifetime of the authority's certificate in years.
const AUTHORITY_LIFETIME: i32 = 10;
/// In how many days the certificate of [`TlsFault::NotYetValid`] becomes valid.
const NOT_BEFORE: i32 = 2;
/// The issuer in the certificate of [`TlsFault::UnknownIssuer`], named like that of a firewall that inspects TLS.
const STRANGER: &str = "Inspecting Firewall Root CA";
/// How the name of every authority begins; the id of its world follows.
const NAME: &str = "Altinn sandbox";
/// The name in the certificate of [`TlsFault::OtherHost`].
const OTHER_HOST: &str = "annen-vert.altinn.no";

/// The authority as stored with the world, so that clients that trust it go on trusting it after a restart.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CertificateAuthority {
    name: String,
    key: Secret,
    /// The domains it may vouch for. A version of the sandbox that adds a domain needs a new authority.
    #[serde(default)]
    domains: Vec<String>,
    /// Its certificate as PEM, for clients to trust.
    pub certificate: String,
}

impl CertificateAuthority {
    /// Creates an authority whose name contains the world's id.
    pub(crate) fn new(world: Uuid) -> io::Result<Self> {
        let name = format!("{NAME} {world}");
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let certificate = own_params(&name)?.self_signed(&key).map_err(io::Error::other)?.pem();
        let domains = DOMAINS.iter().map(|domain| (*domain).to_owned()).collect();
        Ok(Self { name, key: Secret::new(key.serialize_pem()), domains, certificate })
    }

    /// Whether a PEM file holds nothing but the certificate of an authority of this or another world.
    pub(crate) fn made(pem: &[u8]) -> bool {
        let mut certificates = CertificateDer::pem_slice_iter(pem);
        let (Some(Ok(certificate)), None) = (certificates.next(), certificates.next()) else { return false };
        let is_alone = pem.trim_ascii().starts_with(b"-----BEGIN CERTIFICATE-----");
        is_alone && memchr::memmem::find(&certificate, NAME.as_bytes()).is_some()
    }

    /// Whether it can vouch for every name that the sandbox answers for.
    pub(crate) fn is_current(&self) -> bool {
        self.domains == DOMAINS
    }

    /// The TLS configuration of a host: with a valid certificate, or with the one that the fault asks for.
    pub(super) fn shows(&self, host: Host, fault: Option<TlsFault>) -> io::Result<Arc<ServerConfig>> {
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let stranger = fault == Some(TlsFault::UnknownIssuer);
        let name = if stranger { STRANGER } else { &self.name };
        let authority = if stranger { KeyPair::generate() } else { KeyPair::from_pem(self.key.expose()) }.map_err(io::Error::other)?;
        let own = own_params(name)?;
        let issuer = Issuer::from_params(&own, authority);
        let certificate = host_params(host, fault)?.signed_by(&key, &issuer).map_err(io::Error::other)?;
        served(certificate.der().clone(), &key)
    }
}

fn own_params(name: &str) -> io::Result<CertificateParams> {
    let from = after(today(), -EARLIER)?;
    let until = Date::new(from.year() + i16::try_from(AUTHORITY_LIFETIME).unwrap_or(1), 1, 1).map_err(io::Error::other)?;
    // TlsFault::Expired needs certificates that lie in the past, so the authority begins before them.
    let mut own = params(name, after(from, -2 * LIFETIME)?, until)?;
    own.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    own.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    own.name_constraints = Some(NameConstraints {
        permitted_subtrees: DOMAINS.iter().map(|domain| GeneralSubtree::DnsName((*domain).to_owned())).collect(),
        // Limits on names do not apply to IP addresses, so all of those are excluded.
        excluded_subtrees: vec![
            GeneralSubtree::IpAddress(CidrSubnet::V4([0; 4], [0; 4])),
            GeneralSubtree::IpAddress(CidrSubnet::V6([0; 16], [0; 16])),
        ],
    });
    Ok(own)
}

fn host_params(host: Host, fault: Option<TlsFault>) -> io::Result<CertificateParams> {
    let from = after(today(), -EARLIER)?;
    let (name, from, until) = match fault {
        // With Closed the connection ends before a certificate is shown.
        None | Some(TlsFault::UnknownIssuer | TlsFault::Closed) => (host.name, from, after(from, LIFETIME)?),
        Some(TlsFault::NotYetValid) => (host.name, after(today(), NOT_BEFORE)?, after(today(), NOT_BEFORE + LIFETIME)?),
        Some(TlsFault::Expired) => (host.name, after(from, -LIFETIME)?, from),
        Some(TlsFault::OtherHost) => (OTHER_HOST, from, after(from, LIFETIME)?),
    };
    let mut shown = params(name, from, until)?;
    shown.subject_alt_names = vec![SanType::DnsName(Ia5String::try_from(name).map_err(io::Error::other)?)];
    shown.is_ca = IsCa::ExplicitNoCa;
    shown.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    shown.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    Ok(shown)
}

/// HTTP/1.1 over TLS 1.2 or 1.3. Sessions are not resumed, so that each connection sees the current certificate.
fn served(certificate: CertificateDer<'static>, key: &KeyPair) -> io::Result<Arc<ServerConfig>> {
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .map_err(io::Error::other)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config.session_storage = Arc::new(rustls::server::NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(Arc::new(config))
}

fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

fn after(day: Date, days: i32) -> io::Result<Date> {
    day.checked_add(Span::new().days(days)).map_err(io::Error::other)
}
