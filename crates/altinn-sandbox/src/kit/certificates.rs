//! The kit's enterprise certificates: for each role a PKCS#12 file, the chain as PEM for the role's own key, and answers with the
//! client that signs with it; and the issuer's certificate.

use super::answers::Part;
use super::{put, write_answers};
use crate::signing::enterprise::{NumberIn, Validity, pkcs12};
use crate::signing::rsa_key::pem;
use crate::storage::file;
use crate::world::World;
use std::io;
use std::path::Path;
use toml::{Table, Value};

/// The issuer's certificate.
const ISSUER: &str = "test-ca.pem";
const PASSWORD_FILE: &str = "p12-password.txt";
/// It protects nothing: the same key lies beside it.
const PASSWORD: &str = "sandbox";

/// Writes them. `answers` gives the answers of a role's client with a key.
pub(super) fn write(world: &World, folder: &Path, answers: impl Fn(Part) -> Table) -> io::Result<()> {
    // Worlds of before there were certificates have no issuer.
    let Some(issuer) = &world.keys.enterprise else { return Ok(()) };
    file::write(&folder.join(ISSUER), issuer.certificate_pem().as_bytes())?;
    file::write(&folder.join(PASSWORD_FILE), format!("{PASSWORD}\n").as_bytes())?;
    for part in Part::ALL {
        let (client, key) = (part.certified_client(), world.keys.holders.get(&part.holder()));
        let Some((client, key)) = client.zip(key) else { return Err(io::Error::other("the world lacks one of its clients")) };
        let chain = issuer.chain(client.organisation, key, Validity::Current, NumberIn::OrganisationIdentifier)?;
        let name = part.name();
        file::write(&folder.join(format!("{name}.p12")), &pkcs12(key, &chain, PASSWORD)?)?;
        let text: String = chain.iter().map(|der| pem("CERTIFICATE", der)).collect();
        file::write(&folder.join(format!("{name}-certificate.pem")), text.as_bytes())?;
        let mut table = answers(part);
        sign_with_certificate(&mut table, client.id, &format!("file:{name}.p12"));
        write_answers(folder, &format!("{name}-certificate"), &table)?;
    }
    Ok(())
}

/// Puts the client with the certificate in place of the one with a key.
fn sign_with_certificate(answers: &mut Table, id: &str, certificate: &str) {
    if let Some(Value::Table(client)) = answers.get_mut("client") {
        client.retain(|name, _| !["kid", "key", "key_posted"].contains(&name));
    }
    put(answers, "client.id", id.into());
    put(answers, "client.auth", "certificate".into());
    put(answers, "client.certificate", certificate.into());
    put(answers, "client.key_password", format!("file:{PASSWORD_FILE}").into());
}
