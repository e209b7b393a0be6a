//! A seed: organisations, clients, resources and system users of the user's own, which are added to the known world, so that a client
//! runs against the sandbox with the ids, keys and scopes that it has.
//!
//! ```text
//!   file ──▶ fields: tables, with lines ──▶ entries: each well formed ──▶ fit: together, and into the world ──▶ plant: the world has them
//! ```
//!
//! Nothing is planted before everything fits. What was planted is remembered as it was written: the same seed again changes nothing,
//! and the world may have gone on meanwhile.

mod client;
mod entries;
mod fields;
mod files;
mod fit;
mod known_here;
mod names;
mod plant;
mod policy;
mod refused;

pub use plant::Planted;
pub use refused::{SeedRefused, WrongLine};

use crate::world::World;
use entries::{SeededClient, SeededOrganisation, SeededResource, SeededScope, SeededSystem, SeededSystemUser};
use fields::{Fields, Source};
use files::Folder;
use refused::Report;
use std::path::{Path, PathBuf};
use toml::de::DeTable;

/// A seed that works, with comments.
pub const EXAMPLE: &str = include_str!("example.toml");

/// A seed whose lines are well formed.
#[derive(Debug, Clone)]
pub struct Seed {
    file: PathBuf,
    organisations: Vec<SeededOrganisation>,
    scopes: Vec<SeededScope>,
    clients: Vec<SeededClient>,
    resources: Vec<SeededResource>,
    systems: Vec<SeededSystem>,
    system_users: Vec<SeededSystemUser>,
}

impl Seed {
    /// Reads a seed (TOML) and the files that it names, whose paths are relative to its folder. `-` stands for standard input.
    ///
    /// # Errors
    /// Every wrong line, with what it should be.
    pub fn read(file: &Path) -> Result<Self, SeedRefused> {
        let text = files::text(file).map_err(|cause| SeedRefused::Unread(file.to_owned(), cause.to_string()))?;
        Self::parsed(file, &text)
    }

    fn parsed(file: &Path, text: &str) -> Result<Self, SeedRefused> {
        let report = Report::default();
        // Before anything else, because errors of the parser may show what they stumble over.
        if let Some((line, sentence)) = client::line_of_private_key(text) {
            report.note(line, sentence);
            return Err(SeedRefused::Wrong(file.to_owned(), report.sorted()));
        }
        let source = Source(text);
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(cause) => {
                let line = cause.span().map_or(1, |span| source.line(span.start));
                report.note(line, format!("This is no TOML: {}.", cause.message()));
                return Err(SeedRefused::Wrong(file.to_owned(), report.sorted()));
            }
        };
        let top = Fields::of(table.get_ref(), &table.span(), entries::SEED, (source, &report));
        let folder = Folder::of(file);
        let read = Self {
            file: file.to_owned(),
            organisations: top.all("organisation", entries::ORGANISATION).iter().filter_map(SeededOrganisation::read).collect(),
            scopes: top.all("scope", entries::SCOPES).iter().filter_map(SeededScope::read).collect(),
            clients: top.all("client", entries::CLIENT).iter().filter_map(|fields| SeededClient::read(fields, &folder, &report)).collect(),
            resources: top
                .all("resource", entries::RESOURCE)
                .iter()
                .filter_map(|fields| SeededResource::read(fields, &folder, &report))
                .collect(),
            systems: top.all("system", entries::SYSTEM).iter().filter_map(SeededSystem::read).collect(),
            system_users: top.all("system_user", entries::SYSTEM_USER).iter().filter_map(SeededSystemUser::read).collect(),
        };
        if report.is_empty() { Ok(read) } else { Err(SeedRefused::Wrong(file.to_owned(), report.sorted())) }
    }

    /// Adds to a world what it does not have yet of this seed.
    ///
    /// # Errors
    /// Every line that does not fit. The world is then as it was.
    pub(crate) fn plant(&self, world: &mut World) -> Result<Planted, SeedRefused> {
        let report = Report::default();
        let new = fit::fitting(self, world, &report);
        if !report.is_empty() {
            return Err(SeedRefused::Wrong(self.file.clone(), report.sorted()));
        }
        Ok(plant::plant(&self.file, &new, world))
    }
}
