//! `man`: prints a manual page in roff, of the whole program or of one command. The options are clap's; what a person also wants to
//! know of a program is added: its exit codes, its variables and its files.

use super::console::Console;
use super::end::{End, Stop};
use super::words;
use crate::values::Value;
use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io;

#[derive(Args)]
pub(super) struct ManArgs {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
    #[arg(long, conflicts_with = "command")]
    list: bool,
}

pub(super) fn run(args: &ManArgs, console: &Console) -> Result<End, Stop> {
    let mut program = words::command(console);
    program.build();
    if args.list {
        console.print(&(pages(&program).join("\n") + "\n"))?;
        return Ok(End::InOrder);
    }
    let Some(command) = args.command.iter().try_fold(&program, |command, name| command.find_subcommand(name)) else {
        let pages = Value::Text(pages(&program).join(", "));
        return Err(Stop::Usage(console.word("problem.no-page", &[("pages", pages)])));
    };
    let page = page(command, args.command.is_empty(), console);
    console.print(&page.map_err(|error| console.unwritten(&error))?)?;
    Ok(End::InOrder)
}

/// The arguments of `man` for each page: none for the program's own, then the commands, those below others with both names.
fn pages(command: &Command) -> Vec<String> {
    command
        .get_subcommands()
        .flat_map(|sub| {
            let below = pages(sub).into_iter().map(|name| format!("{} {name}", sub.get_name()));
            std::iter::once(sub.get_name().to_owned()).chain(below).collect::<Vec<_>>()
        })
        .collect()
}

fn page(command: &Command, is_whole_program: bool, console: &Console) -> io::Result<String> {
    // Without a day, roff takes what follows it in the title for the day.
    let man = Man::new(command.clone()).date(words::DAY).source(words::NAME_AND_VERSION).manual(console.word("man.manual", &[]));
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut out)?;
    }
    if is_whole_program {
        program_sections(console).to_writer(&mut out)?;
    }
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// The sections that only the program's own page has. Their headings are those that every manual has, in English like clap's.
fn program_sections(console: &Console) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["EXIT STATUS"]);
    for code in words::EXIT_CODES {
        entry(&mut roff, code, &words::exit_code(code, console));
    }
    roff.control("SH", ["ENVIRONMENT"]);
    for variable in ["BROKER_SETUP_HOME", "NO_COLOR", "HTTPS_PROXY", "LC_ALL"] {
        entry(&mut roff, variable, &console.word(&format!("man.variable.{}", variable.to_lowercase().replace('_', "-")), &[]));
    }
    roff.control("SH", ["FILES"]);
    for file in ["profiles", "settings.toml", "state"] {
        entry(&mut roff, file, &console.word(&format!("man.file.{}", file.replace('.', "-")), &[]));
    }
    roff.control("SH", ["EXAMPLES"]);
    for (command, key) in
        [("broker-setup", "wizard"), ("broker-setup check --format json", "check"), ("broker-setup explain MP-303", "explain")]
    {
        entry(&mut roff, command, &console.word(&format!("man.example.{key}"), &[]));
    }
    roff
}

fn entry(roff: &mut Roff, name: &str, meaning: &str) {
    roff.control("TP", []).text([bold(name)]).text([roman(meaning)]);
}
