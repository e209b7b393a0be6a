//! `plan`: the whole way before the first step, on one page, without a network.

use crate::program::{Home, flat};

#[test]
fn the_way_of_every_role_is_one_page() {
    let home = Home::new();
    for role in ["sender", "recipient", "service-owner"] {
        for environment in ["sandbox", "tt02", "prod"] {
            let said = home.run(&["plan", "--role", role, "--environment", environment]);
            assert_eq!(said.code, 0, "{}", said.err);
            assert!(said.out.lines().count() <= 60 && said.out.lines().all(|line| line.chars().count() <= 80), "{}", said.out);
            assert!(said.err.is_empty(), "{}", said.err);
        }
    }
}

#[test]
fn it_needs_a_role_and_shows_tt02_unless_told_otherwise() {
    let home = Home::new();
    let said = home.run(&["plan"]);
    assert!(said.code == 2 && said.err.contains("--role sender"), "{}{}", said.out, said.err);
    let said = home.run(&["plan", "--role", "sender"]);
    assert!(said.out.contains("in TT02") && said.out.contains("synthetic"), "{}", said.out);
    let said = home.run(&["plan", "--role", "sender", "--acting", "by-vendor"]);
    assert!(flat(&said.out).starts_with("What your vendor does for a sender"), "{}", said.out);
}

#[test]
fn a_profile_says_whose_way_it_is() {
    let home = Home::new();
    assert_eq!(home.run(&["profile", "new", "ours", "--role", "recipient", "--environment", "prod"]).code, 0);
    let said = home.run(&["plan", "--profile", "ours"]);
    assert!(flat(&said.out).contains("a recipient needs in production") && said.out.contains("Digdir"), "{}", said.out);
    // The profile opened last is taken when nothing is named.
    assert_eq!(home.run(&["profile", "use", "ours"]).code, 0);
    assert!(home.run(&["plan"]).out.contains("a recipient needs in production"));
    assert!(home.run(&["plan", "--role", "sender"]).out.contains("a sender needs in TT02"));
    let norwegian = home.run(&["plan", "--language", "nb"]).out;
    assert!(norwegian.contains("trenger en mottaker i produksjon"), "{norwegian}");
}
