//! `sandbox`: a local Maskinporten and Altinn for any program, until it is stopped.

use super::console::Console;
use super::{End, Stop, choice, open, proxy};
use crate::report::wrapped;
use crate::sandbox::faults::{self, Setting, SettingRefused};
use crate::sandbox::{
    self, AssertionClaims, Audience, Caches, Gateway, Options, PackageAccess, People, Proxy, RateLimits, Sandbox, StartError, Strictness,
};
use crate::values::{Invalid, Value};
use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

const GATEWAYS: &[(&str, Gateway)] = &[("keyed", Gateway::Keyed), ("open", Gateway::Open)];
const PEOPLE: &[(&str, People)] = &[("instant", People::Instant), ("quick", People::Quick), ("never", People::Never)];

const AUDIENCES: &[(&str, Audience)] = &[("issuer-or-token-url", Audience::IssuerOrTokenUrl), ("issuer", Audience::IssuerOnly)];
const CLAIMS: &[(&str, AssertionClaims)] = &[("any", AssertionClaims::Any), ("documented", AssertionClaims::DocumentedOnly)];
const CACHES: &[(&str, Caches)] = &[("off", Caches::Off), ("as-altinn", Caches::AsAltinn)];
const PACKAGES: &[(&str, PackageAccess)] = &[("off", PackageAccess::Off), ("on", PackageAccess::On)];

#[derive(Args)]
pub(super) struct SandboxArgs {
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    #[arg(long, value_name = "GATEWAY", value_parser = choice::one_of(GATEWAYS))]
    gateway: Option<Gateway>,
    #[arg(long, value_name = "PEOPLE", value_parser = choice::one_of(PEOPLE), default_value = "quick")]
    people: People,
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u64).range(0..=60_000), default_value = "0")]
    latency: u64,
    #[arg(long, value_name = "DIR")]
    kit: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    world: Option<PathBuf>,
    #[arg(long)]
    fresh: bool,
    #[arg(long, value_name = "ADDRESS", requires = "ca_out")]
    proxy: Option<SocketAddr>,
    #[arg(long, value_name = "FILE", requires = "proxy")]
    ca_out: Option<PathBuf>,
    #[arg(long, value_name = "AUDIENCE", value_parser = choice::one_of(AUDIENCES), default_value = "issuer-or-token-url")]
    audience: Audience,
    #[arg(long, value_name = "CLAIMS", value_parser = choice::one_of(CLAIMS), default_value = "any")]
    claims: AssertionClaims,
    #[arg(long, value_name = "CACHES", value_parser = choice::one_of(CACHES), default_value = "off")]
    caches: Caches,
    #[arg(long, value_name = "PACKAGES", value_parser = choice::one_of(PACKAGES), default_value = "off")]
    package_access: PackageAccess,
    #[arg(long, value_name = "NAME[:TIMES]")]
    fault: Vec<String>,
    #[arg(long)]
    list_faults: bool,
    #[arg(long)]
    rate_limits: bool,
    #[arg(long)]
    json: bool,
}

fn strictness(args: &SandboxArgs) -> Strictness {
    Strictness { audience: args.audience, claims: args.claims, caches: args.caches, package_access: args.package_access }
}

pub(super) async fn run(args: SandboxArgs, console: &Console) -> Result<End, Stop> {
    if args.list_faults {
        return list_faults(&args, console);
    }
    // Taken before anything listens: a signal right after the first line must find us.
    let stopped = stopped();
    let sandbox = sandbox::start(options(&args, console)?).await.map_err(|error| not_started(&error, console))?;
    if let Some(path) = &sandbox.set_aside {
        console.say(&console.word("said.sandbox-sets-aside", &[("path", Value::Text(path.display().to_string()))]));
    }
    if let Some(folder) = &args.kit {
        let world = sandbox.world().await;
        sandbox::write_kit(folder, &world, &sandbox.origin).map_err(|error| open::sandbox_problem(&error.to_string(), console))?;
    }
    let authority =
        args.ca_out.as_deref().zip(sandbox.proxy.as_ref()).map(|(file, face)| proxy::hand_out(file, face, console)).transpose()?;
    announce(&args, &sandbox, console)?;
    if let (Some(authority), Some(face)) = (&authority, &sandbox.proxy) {
        proxy::announce(authority, face, console);
    }
    if !args.json || authority.is_some() {
        console.say(&console.word("said.sandbox-pages", &[("origin", Value::Text(sandbox.origin.to_string()))]));
        console.say(&console.word("said.sandbox-stop", &[]));
    }
    stopped.await;
    sandbox.stop().await;
    Ok(End::InOrder)
}

/// An address that others can reach is a wrong call; all else is the machine's matter.
fn not_started(error: &StartError, console: &Console) -> Stop {
    match open::sandbox_problem(&error.to_string(), console) {
        Stop::Failed(sentence) if matches!(error, StartError::NotLoopback(_)) => Stop::Usage(sentence),
        stop => stop,
    }
}

/// Alone it is forgotten when it ends, unless it is told where to keep its world; `--fresh` alone renews the user's own.
fn options(args: &SandboxArgs, console: &Console) -> Result<Options, Stop> {
    let world = match &args.world {
        None if args.fresh => Some(open::store(console)?.sandbox_world()),
        named => named.clone(),
    };
    let latency = Duration::from_millis(args.latency);
    // TT02 and production ask for no key today: under their names the sandbox does as they do.
    let proxy = args.proxy.map(|listen| Proxy { listen, gateway: args.gateway.unwrap_or(Gateway::Open) });
    let gateway = args.gateway.unwrap_or_default();
    let strictness = strictness(args);
    let rate_limits = if args.rate_limits { RateLimits::On } else { RateLimits::Off };
    let faults = faults(args, console)?;
    Ok(Options {
        listen: args.listen,
        gateway,
        people: args.people,
        latency,
        world,
        fresh: args.fresh,
        strictness,
        faults,
        proxy,
        rate_limits,
        ..Options::default()
    })
}

/// The faults that it starts with; a name that is not one is a wrong call, and the near ones are told.
fn faults(args: &SandboxArgs, console: &Console) -> Result<Vec<Setting>, Stop> {
    args.fault.iter().map(|fault| fault.parse().map_err(|refused| Stop::Usage(refusal(refused, console)))).collect()
}

fn refusal(refused: SettingRefused, console: &Console) -> String {
    let invalid = match refused {
        SettingRefused::Unknown { name, near } if near.is_empty() => Invalid::FaultUnknown { name },
        SettingRefused::Unknown { name, near } => Invalid::FaultNear { name, near: near.into_iter().map(str::to_owned).collect() },
        SettingRefused::Service { name, service } => Invalid::FaultService { name: name.to_owned(), service },
        SettingRefused::Value { name, value } => Invalid::FaultSeconds { name: name.to_owned(), given: value },
        SettingRefused::Times { times } => Invalid::FaultTimes { given: times },
    };
    console.word("problem.fault", &[("why", Value::Text(console.text.invalid(&invalid)))])
}

/// Every fault by its name, with what it does; nothing is started.
fn list_faults(args: &SandboxArgs, console: &Console) -> Result<End, Stop> {
    if args.json {
        console.print(&format!("{}\n", faults::document()))?;
        return Ok(End::InOrder);
    }
    let widest = faults::all().iter().map(|fault| fault.name.len()).max().unwrap_or_default();
    let width = console.paper().width.saturating_sub(widest + 2);
    let mut out = String::new();
    for fault in faults::all() {
        for (at, line) in wrapped(&fault.does, width).iter().enumerate() {
            let name = if at == 0 { fault.name.as_str() } else { "" };
            out.push_str(&format!("{name:widest$}  {line}\n"));
        }
    }
    console.print(&out)?;
    Ok(End::InOrder)
}

fn announce(args: &SandboxArgs, sandbox: &Sandbox, console: &Console) -> Result<(), Stop> {
    if args.json {
        return match console.print(&format!("{}\n", sandbox::describe(sandbox))) {
            // Who started it may have read enough.
            Err(Stop::NobodyReads) => Ok(()),
            printed => printed,
        };
    }
    console.print(&format!("{}\n", console.word("said.sandbox-at", &[("origin", Value::Text(sandbox.origin.to_string()))])))?;
    if let Some(folder) = &args.kit {
        console.say(&console.word("said.sandbox-kit", &[("path", Value::Text(folder.display().to_string()))]));
    }
    Ok(())
}

/// Ends with SIGINT; listens from now on.
#[cfg(unix)]
pub(super) fn interrupted() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupt = signal(SignalKind::interrupt());
    async move {
        match interrupt {
            Ok(mut interrupt) => drop(interrupt.recv().await),
            // Without a handler the signal ends the process by itself.
            Err(_) => std::future::pending().await,
        }
    }
}

#[cfg(not(unix))]
pub(super) fn interrupted() -> impl Future<Output = ()> {
    stopped()
}

/// Ends with SIGINT or SIGTERM.
#[cfg(unix)]
pub(super) fn stopped() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (interrupt, terminate) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
    async move {
        match (interrupt, terminate) {
            (Ok(mut interrupt), Ok(mut terminate)) => {
                tokio::select! {
                    _ = interrupt.recv() => {}
                    _ = terminate.recv() => {}
                }
            }
            // Without handlers the signals end the process by themselves.
            (Err(_), _) | (_, Err(_)) => std::future::pending().await,
        }
    }
}

#[cfg(not(unix))]
pub(super) fn stopped() -> impl Future<Output = ()> {
    async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
