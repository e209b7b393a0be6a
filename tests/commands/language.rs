//! The language of what is said: `--language`, its variable, the user's settings, the locale, in this order.

use crate::program::{Home, Said, flat};

const STATUS: &[&str] = &["status", "--role", "sender"];

fn said(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> Said {
    home.run_with(arguments, variables)
}

fn is_norwegian(said: &Said) -> bool {
    let text = flat(&format!("{}{}", said.out, said.err));
    let (norwegian, english) = (text.contains("klare") || text.contains("klar:"), text.contains("ready"));
    assert!(norwegian != english, "{text}");
    norwegian
}

#[test]
fn the_flag_the_variable_the_settings_and_the_locale_choose_in_this_order() {
    let home = Home::new();
    assert!(!is_norwegian(&said(&home, STATUS, &[])));
    assert!(is_norwegian(&said(&home, STATUS, &[("LC_ALL", "no_NO.UTF-8")])));
    home.write("config/settings.toml", b"language = \"nb\"\n");
    assert!(is_norwegian(&said(&home, STATUS, &[])));
    assert!(!is_norwegian(&said(&home, STATUS, &[("BROKER_SETUP_LANGUAGE", "en"), ("LC_ALL", "nb_NO.UTF-8")])));
    let flagged = ["--language", "nb", "status", "--role", "sender"];
    assert!(is_norwegian(&said(&home, &flagged, &[("BROKER_SETUP_LANGUAGE", "en")])));
    assert!(!is_norwegian(&said(&home, &[STATUS, &["--language=en"]].concat(), &[])));
}

#[test]
fn nynorsk_is_spoken_wherever_it_is_chosen() {
    let home = Home::new();
    let speaks_it = |said: &Said| flat(&format!("{}{}", said.out, said.err)).contains("ikkje");
    let asks = ["explain", "MP-200"];
    assert!(speaks_it(&said(&home, &asks, &[("LANG", "nn_NO.UTF-8"), ("LC_ALL", "")])));
    assert!(speaks_it(&said(&home, &asks, &[("BROKER_SETUP_LANGUAGE", "nn")])));
    assert!(speaks_it(&said(&home, &[&asks[..], &["--language", "nn"]].concat(), &[("LC_ALL", "nb_NO.UTF-8")])));
    home.write("config/settings.toml", b"language = \"nn\"\n");
    assert!(speaks_it(&said(&home, &asks, &[])));
    assert!(!speaks_it(&said(&home, &asks, &[("BROKER_SETUP_LANGUAGE", "nb")])));
}

#[test]
fn names_and_exit_codes_are_the_same_in_every_language() {
    let home = Home::new();
    let report = |language: &str| {
        let arguments =
            [&["check", "key.clock", "--role", "sender", "--environment", "sandbox", "--format", "json", "--language"][..], &[language]];
        let said = home.run(&arguments.concat());
        let report: serde_json::Value = serde_json::from_str(&said.out).expect("one document");
        let names = |check: &serde_json::Value| [check["id"].clone(), check["verdict"].clone(), check["who"].clone()];
        let steps = report["steps"].as_array().expect("steps").iter();
        let checks: Vec<_> = steps.flat_map(|step| step["checks"].as_array().expect("checks").iter().map(names)).collect();
        (said.code, checks, report.to_string())
    };
    let english = report("en");
    for norwegian in ["nb", "nn"].map(report) {
        assert_eq!((english.0, &english.1), (norwegian.0, &norwegian.1));
        assert_ne!(english.2, norwegian.2, "its sentences follow the language");
    }
}

#[test]
fn what_is_no_language_is_refused() {
    let home = Home::new();
    for (arguments, variables) in [(&["status", "--language", "xx"][..], &[][..]), (STATUS, &[("BROKER_SETUP_LANGUAGE", "xx")])] {
        let said = said(&home, arguments, variables);
        assert_eq!(said.code, 2, "{}{}", said.out, said.err);
        assert!(said.err.contains("'xx'") && said.err.contains("nb"), "{}", said.err);
    }
}
