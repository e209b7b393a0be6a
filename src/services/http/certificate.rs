//! The certificate that a host shows.

use super::capped;
use crate::keys;
use reqwest::tls::TlsInfo;
use reqwest::{ClientBuilder, Response};
use std::time::Duration;
use url::Url;

/// The host's own certificate in DER. None without TLS.
pub(super) fn certificate_of(response: &Response) -> Option<Vec<u8>> {
    response.extensions().get::<TlsInfo>()?.peer_certificate().map(<[u8]>::to_vec)
}

/// The issuer of a certificate in DER, as text that is safe to show.
pub(in crate::services) fn issuer_of(certificate: &[u8]) -> Option<String> {
    keys::issuer(certificate).map(|issuer| capped(&issuer))
}

/// The issuer of the certificate that answers at this address.
pub(super) async fn issuer_at(origin: Url, client: ClientBuilder, patience: Duration) -> Option<String> {
    let response = client.timeout(patience).build().ok()?.head(origin).send().await.ok()?;
    certificate_of(&response).and_then(|der| issuer_of(&der))
}
