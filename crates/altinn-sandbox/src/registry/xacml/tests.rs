#![allow(clippy::expect_used, clippy::panic)]

use super::*;
use crate::registry::combining::Decision;
use crate::registry::xacml::draw::drawn;
use std::fmt::Write;
use std::time::{Duration, Instant};

const ID: &str = "acme-broker-test";

fn of(subjects: &[Attribute], actions: &[&str]) -> String {
    drawn(&Policy::of(subjects, actions), ID)
}

/// The policy of facts examples 11: role dagl and the service owner acme are permitted.
fn sound() -> String {
    of(&[Attribute::new(attribute::ROLE, "dagl"), Attribute::new(attribute::ORG_CODE, "acme")], &["read", "write", "subscribe"])
}

/// The same file with another namespace prefix.
fn prefixed(xml: &str, prefix: &str, declared: &str) -> String {
    let elements = xml.replace("<xacml:", &format!("<{prefix}")).replace("</xacml:", &format!("</{prefix}"));
    elements.replace("xmlns:xacml=", declared)
}

fn read_text(xml: &str) -> Result<Policy, Refused> {
    read(xml.as_bytes(), ID)
}

fn says(xml: &str, code: &str, action: &str) -> Decision {
    read_text(xml).expect("a policy").decides(ID, &[(attribute::ORG_CODE, code)], &[action])
}

/// Facts examples 11.
#[test]
fn a_written_policy_reads_back_to_the_same_rules() {
    let policy = Policy::of(
        &[Attribute::new(attribute::ROLE, "dagl"), Attribute::new(attribute::ORG_CODE, "acme")],
        &["read", "write", "subscribe"],
    );
    let read = read_text(&drawn(&policy, ID)).expect("its own file");
    assert_eq!(read.rules[0].subjects, policy.rules[0].subjects);
    assert_eq!(read.rules[0].actions, policy.rules[0].actions);
    assert_eq!((read.combining, read.minimum_level, read.minimum_level_of_owners), (Combining::DenyOverrides, Some(2), None));
}

/// Facts platform E.
#[test]
fn a_policy_of_another_resource_is_refused() {
    let xml = drawn(&Policy::of(&[Attribute::new(attribute::ROLE, "dagl")], &["read"]), "another");
    assert_eq!(read_text(&xml).err(), Some(Refused::OtherResource));
    assert_eq!(read_text(&xml.replace("urn:altinn:resource\"", "urn:altinn:task\"")).err(), Some(Refused::NoResource));
}

/// Facts platform E.1.
#[test]
fn a_policy_is_read_however_people_write_it() {
    let plain = sound();
    let expected = read_text(&plain).expect("sound").rules_json(ID);
    let attributes_turned = plain.replace(
        &format!("Category=\"{SUBJECT}\" DataType=\"http://www.w3.org/2001/XMLSchema#string\" MustBePresent=\"false\""),
        &format!("MustBePresent=\"false\" DataType=\"http://www.w3.org/2001/XMLSchema#string\"\n Category=\"{SUBJECT}\""),
    );
    for (way, xml) in [
        ("another prefix", prefixed(&plain, "p:", "xmlns:p=")),
        ("the default namespace", prefixed(&plain, "", "xmlns=")),
        ("single quotes", plain.replace('"', "'")),
        ("attributes in another order", attributes_turned),
        ("a byte order mark", format!("\u{FEFF}{plain}")),
        ("no declaration", plain.split_once("?>").expect("a declaration").1.trim_start().to_owned()),
        ("comments, with rules in them", plain.replace("<xacml:Rule ", "<!-- <xacml:Rule Effect=\"Deny\"></xacml:Rule> --><xacml:Rule ")),
        ("a comment in a value", plain.replace(">dagl<", ">da<!-- gl -->gl<")),
        ("CDATA", plain.replace(">dagl<", "><![CDATA[dagl]]><")),
        ("a character by its number", plain.replace(">dagl<", ">&#100;ag&#x6C;<")),
        ("one line", plain.replace('\n', " ")),
        ("Windows line ends", plain.replace('\n', "\r\n")),
        ("processing instructions", plain.replace("<xacml:Target/>", "<?editor x?><xacml:Target></xacml:Target>")),
        ("descriptions", plain.replacen("<xacml:Target/>", "<xacml:Description>a &lt; b</xacml:Description><xacml:Target/>", 1)),
    ] {
        let read = read_text(&xml).unwrap_or_else(|refused| panic!("{way}: {refused:?}\n{xml}"));
        assert_eq!(read.rules_json(ID), expected, "{way}");
        assert_eq!(read.uploaded.as_deref(), Some(xml.as_str()), "{way}: kept as it was sent");
    }
}

/// Facts platform E.1.
#[test]
fn utf_16_is_read_by_its_mark() {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(sound().encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read(&bytes, ID).expect("a policy").rules.len(), 1);
}

/// Facts platform E.1.
#[test]
fn the_match_function_says_whether_case_counts() {
    let any_case = of(&[Attribute::new(attribute::ORG_CODE, "ACME")], &["read"]);
    assert_eq!(says(&any_case, "acme", "read"), Decision::Permit);
    let exact = any_case.replace(EQUAL_IGNORE_CASE, EQUAL);
    assert_eq!(says(&exact, "acme", "read"), Decision::NotApplicable);
    assert_eq!(says(&exact, "ACME", "read"), Decision::Permit);
    assert_eq!(
        says(&any_case.replace(">read<", ">Read<"), "acme", "read"),
        Decision::NotApplicable,
        "an action is compared by its own function"
    );
    let action_of_any_case = any_case.replace(EQUAL, EQUAL_IGNORE_CASE).replace(">read<", ">Read<");
    assert_eq!(says(&action_of_any_case, "acme", "read"), Decision::Permit);
    let unknown = exact.replace(EQUAL, "urn:oasis:names:tc:xacml:3.0:function:string-equal");
    assert_eq!(says(&unknown, "ACME", "read"), Decision::NotApplicable, "a function that the decision point does not have");
    assert_eq!(says(&any_case.replace(">ACME<", "> ACME <"), "acme", "read"), Decision::NotApplicable, "values are not trimmed");
}

/// Facts platform E.1.
#[test]
fn several_rules_of_which_one_denies() {
    let two = |second: &str| {
        let xml = of(&[Attribute::new(attribute::ORG_CODE, "acme")], &["read", "write"]);
        let rule = xml[xml.find("  <xacml:Rule ").expect("a rule")..xml.find("  <xacml:Obligation").expect("its end")].to_owned();
        xml.replace(
            &rule,
            &format!("{rule}{}", rule.replace("Effect=\"Permit\"", second).replace(">write<", ">sign<").replace(">read<", ">write<")),
        )
    };
    let denied = two("Effect=\"Deny\"");
    assert_eq!((says(&denied, "acme", "read"), says(&denied, "acme", "write")), (Decision::Permit, Decision::Deny));
    assert_eq!(says(&denied, "other", "write"), Decision::NotApplicable);
    let policy = read_text(&denied).expect("a policy");
    assert_eq!((policy.actions(), policy.rules_json(ID).as_array().map(Vec::len)), (vec!["read", "write"], Some(4)));
    let overridden = denied.replace("3.0:rule-combining-algorithm:deny-overrides", "3.0:rule-combining-algorithm:permit-overrides");
    assert_eq!(says(&overridden, "acme", "write"), Decision::Permit);
    assert_eq!(says(&two("Effect=\"Permit\""), "acme", "sign"), Decision::Permit);
    assert_eq!(read_text(&two("Effect=\"permit\"")).err(), Some(Refused::Unreadable));
}

/// Facts platform E.1.
#[test]
fn a_category_that_is_not_named_is_every_one_of_its_kind() {
    let xml = sound();
    let part = |category: &str| {
        let at = xml.find(category).expect("the category");
        let start = xml[..at].rfind("      <xacml:AnyOf>").expect("an AnyOf");
        let end = at + xml[at..].find("      </xacml:AnyOf>\n").expect("its end") + "      </xacml:AnyOf>\n".len();
        xml[start..end].to_owned()
    };
    let anybody = xml.replace(&part(SUBJECT), "");
    assert_eq!(says(&anybody, "nobody", "read"), Decision::Permit);
    assert_eq!(read_text(&anybody).expect("a policy").subjects_json(), None);
    assert_eq!(says(&xml.replace(&part(ACTION), ""), "acme", "sign"), Decision::Permit);
    let conditional = xml.replace("    </xacml:Target>\n  </xacml:Rule>", "    </xacml:Target><xacml:Condition/></xacml:Rule>");
    assert_eq!(says(&conditional, "acme", "read"), Decision::NotApplicable);
}

/// Facts platform E.1.
#[test]
fn several_attributes_of_a_resource_are_shown_and_must_all_be_asked_for() {
    let xml = sound();
    let matched = &xml[xml.find("<xacml:Match MatchId=\"urn:oasis:names:tc:xacml:1.0").expect("a match")..];
    let matched = &matched[..matched.find("</xacml:Match>").expect("its end") + "</xacml:Match>".len()];
    let task = matched.replace(ID, "Task_1").replace("urn:altinn:resource\"", "urn:altinn:task\"");
    let two = xml.replacen(matched, &format!("{matched}{task}"), 1);
    assert_eq!(says(&two, "acme", "read"), Decision::NotApplicable);
    let rights = read_text(&two).expect("a policy").rights_json(ID);
    assert_eq!(rights[0]["resource"][1], serde_json::json!({"type": "urn:altinn:task", "value": "Task_1"}));
    assert!(rights[0]["rightKey"].as_str().expect("a key").starts_with("read;acme-broker-test;Task_1;"));
}

/// Facts platform E.1.
#[test]
fn the_level_of_authentication_is_read_for_all_and_for_service_owners() {
    let xml = sound();
    let assignment = &xml
        [xml.find("<xacml:AttributeAssignmentExpression").expect("one")..xml.find("    </xacml:ObligationExpression>").expect("its end")];
    let of_owners = assignment.replace("authenticationlevel\"", "authenticationlevel-org\"").replace(">2<", ">3<");
    let both = xml.replace(assignment, &format!("{}{of_owners}", assignment.replace(">2<", ">4<")));
    let policy = read_text(&both).expect("a policy");
    assert_eq!((policy.minimum_level, policy.minimum_level_of_owners), (Some(4), Some(3)));
}

/// Facts platform E.
#[test]
fn what_is_no_policy_is_unreadable() {
    let xml = sound();
    for (what, text) in [
        ("nothing", String::new()),
        ("text", "not a policy".to_owned()),
        ("half of it", xml[..xml.len() / 2].to_owned()),
        ("another root", "<Policies/>".to_owned()),
        ("another namespace", xml.replace("3.0:core:schema:wd-17", "2.0:policy:schema:os")),
        ("no namespace", prefixed(&xml, "", "a=")),
        ("no rule", xml.replace("xacml:Rule", "xacml:Note")),
        ("no target", xml.replacen("<xacml:Target/>", "", 1)),
        ("no algorithm", xml.replace("RuleCombiningAlgId", "Algorithm")),
        ("a match without a value", xml.replacen("xacml:AttributeValue", "xacml:Text", 2)),
    ] {
        assert_eq!(read_text(&text).err(), Some(Refused::Unreadable), "{what}");
    }
}

/// Facts platform E.
#[test]
fn hostile_xml_is_refused_at_once() {
    let mut laughs = String::from("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for level in 1..10 {
        let _ = write!(laughs, "<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10));
    }
    let laughs = sound().replace("<xacml:Policy ", &format!("{laughs}]><xacml:Policy ")).replace(">dagl<", ">&a9;<");
    let external = sound().replace("<xacml:Policy ", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xacml:Policy ");
    let nested = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
    let deep_rule = sound().replace("<xacml:Target/>", &format!("<xacml:Target/>{}{}", "<b>".repeat(90_000), "</b>".repeat(90_000)));
    let many = sound().replace("<xacml:Target/>", &format!("<xacml:Target/>{}", "<b/>".repeat(200_000)));
    for (what, text, readable) in [
        ("laughs", laughs, false),
        ("external", external, false),
        ("nested", nested, false),
        ("deep", deep_rule, true),
        ("many", many, false),
    ] {
        let began = Instant::now();
        assert_eq!(read_text(&text).is_ok(), readable, "{what}");
        assert!(began.elapsed() < Duration::from_secs(5), "{what} took {:?}", began.elapsed());
    }
}
