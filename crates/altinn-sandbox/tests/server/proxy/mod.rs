//! Unmodified clients that reach the services under their real names through the proxy on this machine.

mod certificates;
mod names;
mod services;

use crate::support::*;
use altinn_sandbox::{Proxy, ProxyFace, start};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::{Certificate, Client};

const PLATFORM: &str = "https://platform.tt02.altinn.no/";
const MASKINPORTEN: &str = "https://test.maskinporten.no/";

async fn proxied(gateway: Gateway) -> Sandbox {
    let proxy = Proxy { listen: "127.0.0.1:0".parse().unwrap(), gateway };
    start(Options { people: People::Never, proxy: Some(proxy), ..Options::default() }).await.expect("the sandbox starts")
}

fn face(sandbox: &Sandbox) -> &ProxyFace {
    sandbox.proxy.as_ref().expect("a proxy")
}

/// A client that is only given the proxy's address and the authority's certificate.
fn client(sandbox: &Sandbox) -> Client {
    let face = face(sandbox);
    let proxy = reqwest::Proxy::https(format!("http://{}", face.address)).unwrap();
    let authority = Certificate::from_pem(face.certificate.as_bytes()).unwrap();
    Client::builder().proxy(proxy).tls_certs_only([authority]).build().unwrap()
}

async fn get(sandbox: &Sandbox, url: &str) -> Answer {
    Answer::of(client(sandbox).get(url)).await
}

async fn assertion(sandbox: &Sandbox, aud: &str, scope: &str) -> String {
    let known = known::client("sender").unwrap();
    let world = sandbox.world().await;
    let key = EncodingKey::from_rsa_pem(world.keys.holders[&known.key].pem.expose().as_bytes()).unwrap();
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some(known.kid());
    let now = Timestamp::now().as_second();
    let claims = json!({"aud": aud, "iss": known.id, "scope": scope, "iat": now, "exp": now + 100, "jti": uuid::Uuid::new_v4(),
        "authorization_details": [{"type": "urn:altinn:systemuser",
            "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known.organisation)}}]});
    jsonwebtoken::encode(&header, &claims, &key).unwrap()
}

async fn token(sandbox: &Sandbox, maskinporten: &str, scope: &str) -> Answer {
    let assertion = assertion(sandbox, maskinporten, scope).await;
    let form = [("grant_type", crate::support::GRANT_TYPE), ("assertion", &assertion)];
    Answer::of(client(sandbox).post(format!("{maskinporten}token")).form(&form)).await
}
