//! `--version`: which program this is, for a person in one line, for a program as JSON.

use super::console::Console;
use super::end::{End, Stop};
use super::words;
use crate::values::{Language, Theme};
use clap::Args;
use serde_json::json;

#[derive(Default, Args)]
pub(super) struct VersionArgs {
    #[arg(short = 'V', long)]
    version: bool,
    #[arg(long = "json", requires = "version")]
    version_json: bool,
}

impl VersionArgs {
    pub(super) const fn is_asked(&self) -> bool {
        self.version
    }
}

pub(super) fn run(args: &VersionArgs, console: &Console) -> Result<End, Stop> {
    let line = if args.version_json {
        json!({
            "name": words::PROGRAM,
            "version": env!("CARGO_PKG_VERSION"),
            "os": std::env::consts::OS,
            "arch": std::env::consts::ARCH,
            "languages": Language::ALL.iter().map(|language| language.name()).collect::<Vec<_>>(),
            "themes": Theme::ALL.iter().map(|theme| theme.name()).collect::<Vec<_>>(),
        })
        .to_string()
    } else {
        words::NAME_AND_VERSION.to_owned()
    };
    console.print(&(line + "\n"))?;
    Ok(End::InOrder)
}
