//! What comes with an installed program: its version for programs, its completions, its manual pages.

use crate::program::{Home, flat};
use serde_json::Value;

#[test]
fn the_version_is_one_line_for_people_and_a_document_for_programs() {
    let home = Home::new();
    for flag in ["--version", "-V"] {
        let said = home.run(&[flag]);
        assert_eq!((said.code, said.out, said.err.as_str()), (0, concat!("broker-setup ", env!("CARGO_PKG_VERSION"), "\n").to_owned(), ""));
    }
    let said = home.run(&["--version", "--json"]);
    let told: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!((said.code, &told["name"], &told["version"]), (0, &"broker-setup".into(), &env!("CARGO_PKG_VERSION").into()));
    assert_eq!((&told["os"], &told["arch"]), (&std::env::consts::OS.into(), &std::env::consts::ARCH.into()));
    assert!(told["languages"].as_array().is_some_and(|languages| languages.contains(&"nb".into())), "{told}");
    assert!(told["themes"].as_array().is_some_and(|themes| themes.contains(&"high-contrast".into())), "{told}");
    assert_eq!(home.run(&["--json"]).code, 2);
}

#[test]
fn each_shell_gets_a_script_that_names_every_command_and_deed() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = home.run(&["completions", shell]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{shell}");
        for word in ["check", "explain", "send-test", "tt02", "by-vendor", "high-contrast"] {
            // PowerShell and elvish complete flags and commands only.
            let is_value = ["send-test", "tt02", "by-vendor", "high-contrast"].contains(&word);
            assert!(said.out.contains(word) || is_value && ["powershell", "elvish"].contains(&shell), "{shell} lacks {word}");
        }
    }
    assert_eq!(home.run(&["completions", "cmd"]).code, 2);
}

/// What fish itself makes of it was tried by hand: a machine that tests seldom has it.
#[test]
fn fish_offers_the_values_of_the_programs_own_flags() {
    let script = Home::new().run(&["completions", "fish"]).out;
    for line in ["-l env -x -a \"sandbox tt02 prod\"", "-l theme -x -a \"terminal dark", "-l language -x -a \"nb nn en\""] {
        assert!(script.contains(&format!("complete -c broker-setup -n \"__fish_use_subcommand\" {line}")), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn bash_completes_a_deed() {
    let home = Home::new();
    let script = home.write("broker-setup.bash", home.run(&["completions", "bash"]).out.as_bytes());
    let typed = format!(
        "source '{}'; COMP_WORDS=(broker-setup do su); COMP_CWORD=2; _broker__setup broker-setup su do; echo \"${{COMPREPLY[@]}}\"",
        script.display()
    );
    let output = std::process::Command::new("bash").args(["--norc", "--noprofile", "-c", &typed]).output().expect("bash runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "subscribe\n", "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_command_has_a_page_of_the_manual() {
    let home = Home::new();
    let pages = home.run(&["man", "--list"]);
    assert!(pages.code == 0 && pages.out.lines().any(|page| page == "profile show"), "{}", pages.out);
    for page in pages.out.lines() {
        let arguments: Vec<&str> = std::iter::once("man").chain(page.split(' ')).collect();
        let said = home.run(&arguments);
        let name = format!("broker-setup-{}", page.replace(' ', "-"));
        assert!(said.code == 0 && said.out.contains(&format!(".TH {name} 1 ")), "{page}: {}", said.out);
        assert!(said.out.contains(".SH NAME") && said.out.contains(".SH SYNOPSIS"), "{page}: {}", said.out);
    }
    let said = home.run(&["man", "nothing"]);
    assert!(said.code == 2 && flat(&said.err).contains("profile show"), "{}", said.err);
}

#[test]
fn a_page_bears_the_day_and_the_version_in_their_places() {
    let said = Home::new().run(&["man", "check"]);
    let title = said.out.lines().find_map(|line| line.strip_prefix(".TH broker-setup-check 1 ")).expect("a title");
    let (day, rest) = title.split_once(' ').expect("a day");
    assert!(rest.starts_with(concat!("\"broker-setup ", env!("CARGO_PKG_VERSION"), "\" ")), "{title}");
    let changelog = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/CHANGELOG.md")).expect("the changelog");
    let heading = changelog.lines().find(|line| line.starts_with(concat!("## ", env!("CARGO_PKG_VERSION"), " "))).expect("this version");
    assert!(heading.contains("(unreleased)") || heading.contains(day), "{heading} is of another day than {day}");
    assert!(day.parse::<jiff::civil::Date>().is_ok(), "{title}");
}

#[test]
fn the_programs_own_page_tells_its_exit_codes_variables_and_files() {
    let home = Home::new();
    for (language, word) in [("en", "called wrongly"), ("nb", "feil kall")] {
        let said = home.run(&["man", "--language", language]);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        for part in [".SH \"EXIT STATUS\"", ".SH ENVIRONMENT", ".SH FILES", ".SH EXAMPLES", "BROKER_SETUP_THEME", word] {
            assert!(said.out.contains(part), "{language} lacks {part}");
        }
    }
}
