//! What the sandbox can be told on the command line; the doc comments are the words of `--help`.

use super::trigger::TriggerArguments;
use super::{Stop, not_seeded};
use crate::faults::setting::Setting;
use crate::proxy::face::Proxy;
use crate::seed::Seed;
use crate::shared::choices::{Gateway, People, RateLimits};
use crate::shared::options::Options;
use crate::shared::strictness::{AssertionClaims, Audience, Caches, PackageAccess, Strictness};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

const GATEWAYS: &[(&str, Gateway)] = &[("keyed", Gateway::Keyed), ("open", Gateway::Open)];
const PEOPLE: &[(&str, People)] = &[("instant", People::Instant), ("quick", People::Quick), ("never", People::Never)];
const AUDIENCES: &[(&str, Audience)] = &[("issuer-or-token-url", Audience::IssuerOrTokenUrl), ("issuer", Audience::IssuerOnly)];
const CLAIMS: &[(&str, AssertionClaims)] = &[("any", AssertionClaims::Any), ("documented", AssertionClaims::DocumentedOnly)];
const CACHES: &[(&str, Caches)] = &[("off", Caches::Off), ("as-altinn", Caches::AsAltinn)];
const PACKAGES: &[(&str, PackageAccess)] = &[("off", PackageAccess::Off), ("on", PackageAccess::On)];

/// The arguments of the sandbox.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// The address to listen on, such as 127.0.0.1:4711; it must be of this machine
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    /// Whether the gateway asks for an API key; TT02 and production do not today. Without it: keyed, and open through --proxy
    #[arg(long, value_name = "GATEWAY", value_parser = one_of(GATEWAYS))]
    gateway: Option<Gateway>,
    /// How soon the people it plays act
    #[arg(long, value_name = "PEOPLE", value_parser = one_of(PEOPLE), default_value = "quick")]
    people: People,
    /// Hold every answer back this many milliseconds
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u64).range(0..=60_000), default_value = "0")]
    latency: u64,
    /// Write answers, keys and addresses for each role into this folder
    #[arg(long, value_name = "DIR")]
    pub(super) kit: Option<PathBuf>,
    /// Write --kit and --ca-out even over files that no sandbox wrote
    #[arg(long)]
    pub(super) force: bool,
    /// Keep the world in this file; without it the world ends with the sandbox
    #[arg(long, value_name = "FILE")]
    world: Option<PathBuf>,
    /// Add the organisations, clients, resources and system users of this file (TOML) to the world, so that your client runs with the
    /// ids, keys and scopes it has; - reads standard input
    #[arg(long, value_name = "FILE")]
    pub(super) seed: Option<PathBuf>,
    /// Print a seed that works, with comments, and start nothing
    #[arg(long)]
    pub(super) seed_example: bool,
    /// Start a new world: of --world; without it broker-setup renews that of its own sandbox profiles
    #[arg(long)]
    fresh: bool,
    /// Also answer for the services under their own names, as a proxy for HTTPS_PROXY at this address, such as 127.0.0.1:8443; it
    /// must be of this machine
    #[arg(long, value_name = "ADDRESS", requires = "ca_out")]
    pub(super) proxy: Option<SocketAddr>,
    /// Write the certificate of the authority that vouches for those names into this file, for the clients to trust
    #[arg(long, value_name = "FILE", requires = "proxy")]
    pub(super) ca_out: Option<PathBuf>,
    /// What an assertion's aud may be: the documentation takes the issuer alone, Altinn's own tests also send the token address
    #[arg(long, value_name = "AUDIENCE", value_parser = one_of(AUDIENCES), default_value = "issuer-or-token-url")]
    audience: Audience,
    /// Whether claims that are not documented are ignored or refused
    #[arg(long, value_name = "CLAIMS", value_parser = one_of(CLAIMS), default_value = "any")]
    claims: AssertionClaims,
    /// Whether changed keys, scopes, rights, policies, lists and subscriptions take minutes to an hour to work, as in the services
    #[arg(long, value_name = "CACHES", value_parser = one_of(CACHES), default_value = "off")]
    caches: Caches,
    /// Whether an access package that a system user holds lets it in; the platform's own switch is off unless somebody turns it on
    #[arg(long, value_name = "PACKAGES", value_parser = one_of(PACKAGES), default_value = "off")]
    package_access: PackageAccess,
    /// Misbehave: NAME, NAME:TIMES, NAME=SECONDS, NAME@SERVICE, as often as you like; --list-faults names them
    #[arg(long, value_name = "NAME[:TIMES]")]
    fault: Vec<String>,
    /// List the faults with what they do, and start nothing; --json for all there is to know
    #[arg(long)]
    pub(super) list_faults: bool,
    /// Count Broker's calls per minute and answer 429 above the services' own limits
    #[arg(long)]
    rate_limits: bool,
    /// Print one line of JSON with every base address once it listens
    #[arg(long)]
    pub(super) json: bool,
    #[command(subcommand)]
    pub(super) order: Option<Order>,
}

/// What a sandbox that runs already can be told.
#[derive(Debug, Subcommand)]
pub(super) enum Order {
    /// Make one of Broker's events happen: a file of the sandbox's own goes as far on its way as the event asks for
    Trigger(TriggerArguments),
}

impl Arguments {
    /// The options to start with. Without `--world` the world is not stored. `--fresh` without `--world` renews `own_world`.
    pub(super) fn options(&self, own_world: Option<PathBuf>) -> Result<Options, Stop> {
        let world = self.world.clone().or_else(|| own_world.filter(|_| self.fresh));
        // TT02 and production ask for no API key today, so neither does the sandbox when it answers under their names.
        let proxy = self.proxy.map(|listen| Proxy { listen, gateway: self.gateway.unwrap_or(Gateway::Open) });
        let seed = self.seed.as_deref().map(Seed::read).transpose().map_err(|refused| Stop::Usage(not_seeded(&refused)))?;
        Ok(Options {
            seed,
            listen: self.listen,
            gateway: self.gateway.unwrap_or_default(),
            people: self.people,
            latency: Duration::from_millis(self.latency),
            world,
            fresh: self.fresh,
            strictness: Strictness {
                audience: self.audience,
                claims: self.claims,
                caches: self.caches,
                package_access: self.package_access,
            },
            faults: self.faults()?,
            proxy,
            rate_limits: if self.rate_limits { RateLimits::On } else { RateLimits::Off },
            ..Options::default()
        })
    }

    /// The faults to start with. An unknown name is a usage error, which lists similar names.
    fn faults(&self) -> Result<Vec<Setting>, Stop> {
        let read = |fault: &String| fault.parse().map_err(|refused| Stop::Usage(format!("{refused} --list-faults names them all.")));
        self.fault.iter().map(read).collect()
    }
}

/// A clap parser that maps each of the given names to its value.
fn one_of<T: Copy + Send + Sync + 'static>(all: &'static [(&'static str, T)]) -> impl TypedValueParser<Value = T> {
    let names = PossibleValuesParser::new(all.iter().map(|(name, _)| *name));
    names.try_map(move |given| {
        // Unreachable: clap has already refused every other name.
        all.iter().find(|(name, _)| *name == given).map(|(_, value)| *value).ok_or(std::fmt::Error)
    })
}
