//! The certificate that a host shows.

use super::{Mask, OutsideText};
use crate::keys;
use reqwest::Response;
use reqwest::tls::TlsInfo;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::crypto::aws_lc_rs::default_provider;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{ClientConfig, DigitallySignedStruct, Error, SignatureScheme};

/// The host's own certificate in DER. None without TLS, and behind a proxy, where the HTTP client does not keep it.
pub(super) fn certificate_of(response: &Response) -> Option<Vec<u8>> {
    response.extensions().get::<TlsInfo>()?.peer_certificate().map(<[u8]>::to_vec)
}

/// The issuer of a certificate in DER, as text that is safe to show.
pub(super) fn issuer_of(certificate: &[u8], mask: &Mask) -> Option<String> {
    keys::issuer(certificate).map(|issuer| OutsideText::new(issuer, mask).shown())
}

/// The certificate in DER that is shown on this connection, whoever signed it. Nothing is sent but the greeting.
pub(super) async fn shown_on(stream: impl AsyncRead + AsyncWrite + Unpin, host: &str) -> Option<Vec<u8>> {
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider())).with_safe_default_protocol_versions().ok()?;
    let config = config.dangerous().with_custom_certificate_verifier(Arc::new(Anybody)).with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).ok()?;
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.ok()?;
    stream.get_ref().1.peer_certificates()?.first().map(|certificate| certificate.to_vec())
}

/// Takes every certificate, to be able to look at it.
#[derive(Debug)]
struct Anybody;

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        default_provider().signature_verification_algorithms.supported_schemes()
    }
}
