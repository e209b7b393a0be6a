//! The table is complete and agrees with the facts.

#![allow(clippy::unwrap_used)]

use super::table::read;
use super::*;
use std::collections::BTreeSet;

#[test]
fn the_table_is_whole() {
    let source = include_str!("../../assets/faults.toml");
    let rows = source.lines().filter(|line| line.trim_start().starts_with("{ name")).count();
    let table = read(source).unwrap();
    assert_eq!((table.len(), all().len()), (rows, rows), "a row without a shape is left out");
    let names: BTreeSet<&str> = all().iter().map(|fault| fault.name.as_str()).collect();
    assert_eq!(names.len(), rows, "a name is there twice");
    for fault in all() {
        assert!(fault.does.ends_with('.') && fault.does.len() > 10, "{}", fault.name);
        assert_eq!(fault.face == Face::Proxy, fault.shape == Shape::Tls, "{}", fault.name);
        let coded = matches!(fault.shape, Shape::Maskinporten | Shape::Auth | Shape::Finding | Shape::Broker | Shape::Approval);
        let worded = coded || matches!(fault.shape, Shape::Text | Shape::Words | Shape::Quoted | Shape::Detail | Shape::Gateway);
        assert_eq!(worded, fault.text.is_some(), "{}", fault.name);
        assert!(!worded || fault.status.is_some(), "{}", fault.name);
    }
}

#[test]
fn a_name_is_found_in_any_case_and_the_near_ones_are_told() {
    assert_eq!(find("bro-00006").map(|fault| fault.name.as_str()), Some("BRO-00006"));
    assert!(find("BRO-99999").is_none());
    let refused = "BRO-0006".parse::<Setting>().unwrap_err();
    let SettingRefused::Unknown { near: told, .. } = refused else { unreachable!("{refused}") };
    assert_eq!(told.first(), Some(&"BRO-00006"));
    assert!(near("429").contains(&"http-429"));
    assert!(near("no fault resembles this at all").is_empty());
}

#[test]
fn a_setting_reads_service_value_and_times() {
    let set: Setting = "http-429@broker=7:3".parse().unwrap();
    assert_eq!((set.fault.name.as_str(), set.only, set.value, set.times), ("http-429", Some(Service::Broker), 7, Some(3)));
    let clock: Setting = "clock=-90".parse().unwrap();
    assert_eq!((clock.value, clock.times), (-90, None));
    for wrong in
        ["MP-200:0", "MP-200:x", "MP-200=3", "slow=-1", "slow=x", "MP-200@broker", "clock@registry", "slow@nobody", "tls-expired@x"]
    {
        assert!(wrong.parse::<Setting>().is_err(), "{wrong}");
    }
}

#[test]
fn a_fault_strikes_its_times_and_is_gone() {
    let faults = Faults::new(vec!["AUTH-00016:2".parse().unwrap()]);
    let taken: Vec<bool> = (0..3).map(|_| faults.take_approval().is_some()).collect();
    assert_eq!(taken, [true, true, false]);
    faults.set("clock=60".parse().unwrap());
    faults.set("clock=5".parse().unwrap());
    assert_eq!(faults.clock(Service::Broker), SignedDuration::from_secs(5), "the same fault again is in place of the first");
    assert!(faults.clear("CLOCK") && !faults.clear("clock"));
}

#[test]
fn patterns_follow_the_services_routing() {
    let fault = find("BRO-00007").unwrap();
    assert!(fault.strikes(Service::Broker, "GET", "/Broker/API/v1/filetransfer/Abc/Download/"));
    assert!(!fault.strikes(Service::Broker, "GET", "/broker/api/v1/filetransfer/abc"));
    assert!(!fault.strikes(Service::Broker, "POST", "/broker/api/v1/filetransfer/abc/download"));
    assert!(find("BRO-00006").unwrap().strikes(Service::Broker, "GET", "/broker/api/v1/filetransfer"));
    assert_eq!(Service::of("/sandbox/world"), None);
    assert_eq!(Service::of("/authentication/api/v1/exchange/maskinporten"), Some(Service::Exchange));
    assert_eq!(Service::of("/api/v1/clients"), Some(Service::SelfService));
}

#[test]
fn a_code_strikes_the_calls_of_its_own_service_alone() {
    let calls: Vec<(&str, String)> = all().iter().flat_map(|fault| fault.calls.iter().map(super::pattern::Pattern::example)).collect();
    assert!(calls.len() > 200);
    for fault in all().iter().filter(|fault| fault.code.is_some() && fault.shape != Shape::Approval) {
        for (method, path) in &calls {
            let Some(service) = Service::of(path) else { continue };
            assert!(fault.services.contains(&service) || !fault.strikes(service, method, path), "{} at {method} {path}", fault.name);
        }
    }
    let strikes = |name: &str, method: &str, path: &str| {
        let path = format!("/{path}");
        find(name).unwrap().strikes(Service::of(&path).unwrap(), method, &path)
    };
    let transfer = "broker/api/v1/filetransfer/b1e9c6a0-6a1f-4a6c-9f6e-5c1d2f3a4b5c";
    assert!(!strikes("BRO-00001", "POST", "broker/api/v1/filetransfer/upload"), "a form has no transfer yet");
    assert!(!strikes("http-406", "GET", &format!("{transfer}/download")), "any Accept will do");
    assert!(
        !strikes("http-415", "GET", transfer) && !strikes("http-415", "POST", &format!("{transfer}/confirmdownload")),
        "no body is read"
    );
    assert!(!strikes("http-401-token", "GET", "resourceregistry/api/v1/resource/acme"), "anybody may read it");
    assert!(!strikes("http-401-token", "GET", "authentication/api/v1/openid/.well-known/openid-configuration"));
    assert!(
        !strikes("AUTH-00010", "GET", "authentication/api/v1/systemuser/request/vendor/bysystem/a_b"),
        "an unknown system is AUTH-00011"
    );
    assert!(strikes("AUTH-00011", "GET", "authentication/api/v1/systemuser/request/vendor/bysystem/a_b"));
}
