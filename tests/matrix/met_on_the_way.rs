//! What the checks say while the handshake with a host fails, which can only be met through the sandbox's proxy.

use crate::desk::accusing;
use crate::met_by_checks::said;
use crate::program::{Program, at_tt02};
use crate::rows::{PASSES, Row};
use altinn_sandbox::faults::{self, Face, Setting};
use altinn_sandbox::{Gateway, Options, Part, Proxy, Sandbox, start, write_kit};
use std::net::{Ipv4Addr, SocketAddr};

/// A sandbox that the program reaches under the services' own names, with its kit and its authority's certificate in a folder.
pub struct Proxied {
    pub sandbox: Sandbox,
    pub program: Program,
    pub proxy: String,
    pub authority: String,
}

impl Proxied {
    pub async fn start() -> Self {
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let options = Options { proxy: Some(Proxy { listen, gateway: Gateway::Open }), ..Options::default() };
        let sandbox = start(options).await.expect("a sandbox");
        let program = Program::new();
        write_kit(&program.folder().join("kit"), &sandbox.world().await, &sandbox.origin).expect("a kit");
        let face = sandbox.proxy.clone().expect("a proxy");
        let file = program.folder().join("ca.pem");
        std::fs::write(&file, &face.certificate).expect("written");
        Self { sandbox, program, proxy: format!("http://{}", face.address), authority: file.display().to_string() }
    }
}

/// A fault of every host, and of each of the two hosts alone that every role calls.
const STRUCK: [&str; 3] = ["", "@maskinporten", "@broker"];

pub async fn rows() -> Vec<Row> {
    let proxied = Proxied::start().await;
    // The program is waited for, and the sandbox goes on serving meanwhile.
    tokio::task::block_in_place(|| Part::ALL.iter().flat_map(|part| of(&proxied, *part)).collect())
}

fn of(proxied: &Proxied, part: Part) -> Vec<Row> {
    let answers = at_tt02(&proxied.program.folder().join("kit"), part.name());
    let variables = [("HTTPS_PROXY", proxied.proxy.as_str()), ("SSL_CERT_FILE", proxied.authority.as_str())];
    let on_the_way = faults::all().iter().filter(|fault| fault.face == Face::Proxy);
    let each = on_the_way.flat_map(|fault| STRUCK.map(|only| format!("{}{only}", fault.name)));
    each.flat_map(|name| {
        let set = &proxied.sandbox.shared().faults;
        set.set(name.parse::<Setting>().expect("a fault"));
        let found = proxied.program.check(&[], &answers, &variables);
        set.clear_all();
        let row = |says: String| Row { fault: name.clone(), role: part.name().to_owned(), by: "check".to_owned(), says, open: Vec::new() };
        let accused = accusing(&found);
        if accused.is_empty() { vec![row(PASSES.to_owned())] } else { accused.into_iter().map(|finding| row(said(finding))).collect() }
    })
    .collect()
}
