//! `explain`: codes, pasted texts and ids, without a profile and without a network.

use crate::program::{Home, flat};

#[test]
fn a_code_says_what_it_is_why_what_to_do_who_and_how_long() {
    let home = Home::new();
    for spelled in ["MP-250", "mp250", "mp 250"] {
        let said = home.run(&["explain", spelled]);
        let text = flat(&said.out);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{text}");
        for part in [
            "MP-250: the scope has not been granted",
            "Do: Write to servicedesk@altinn.no",
            "working days",
            "MP-200: the scope is not",
            "https://docs.altinn.studio/",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
    let said = home.run(&["explain", "BRO-6", "--language", "nb"]);
    assert!(said.code == 0 && said.out.contains("Tjenesteeieren") || said.out.contains("tjenesteeieren"), "{}", said.out);
}

#[test]
fn a_pasted_text_is_read_from_the_arguments_and_from_standard_input() {
    let home = Home::new();
    let pasted = "2026-11-28 ERROR x.Y - 400 {\"error\":\"invalid_altinn_customer_configuration\",\"error_description\":\"Invalid authorization details values\"}";
    let said = home.run(&["explain", pasted]);
    assert!(said.code == 0 && said.out.starts_with("MP-303: "), "{}", said.out);
    for arguments in [&["explain", "-"][..], &["explain"][..]] {
        let said = home.run_typing(arguments, pasted.as_bytes());
        assert!(said.code == 0 && said.out.starts_with("MP-303: "), "{}{}", said.out, said.err);
    }
}

#[test]
fn what_is_not_known_exits_with_1_and_offers_the_message_to_the_service_desk() {
    let home = Home::new();
    let said = home.run(&["explain", "BRO-00999"]);
    assert_eq!(said.code, 1);
    let text = flat(&said.out);
    assert!(
        text.contains("BRO-00999 is not in the catalogue") && text.contains("Altinn Broker") && text.contains("servicedesk@altinn.no"),
        "{text}"
    );
    let said = home.run(&["explain", "the", "moon"]);
    assert!(said.code == 1 && said.out.is_empty() && said.err.contains("explain --list"), "{}{}", said.out, said.err);
    assert_eq!(home.run_typing(&["explain"], b"").code, 1);
}

#[test]
fn nothing_that_was_pasted_and_could_be_secret_is_printed() {
    let home = Home::new();
    let token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJlfj8_";
    let pasted = format!(
        "Authorization: Bearer {token}\nOcp-Apim-Subscription-Key: 3f9c8b7a6d5e4f3a2b1c\n{{\"status\":418,\"detail\":\"no {token} 3f9c8b7a6d5e4f3a2b1c\"}}"
    );
    for format in ["text", "json"] {
        let said = home.run_typing(&["explain", "--format", format], pasted.as_bytes());
        let all = format!("{}{}", said.out, said.err);
        assert!(!all.contains("eyJ") && !all.contains("3f9c8b7a"), "{all}");
        assert!(said.err.contains("token or a private key"), "{}", said.err);
    }
}

#[test]
fn everything_is_listed_and_json_has_the_same() {
    let home = Home::new();
    let said = home.run(&["explain", "--list"]);
    for name in ["no-access (BRO-00006)", "no-answer-tls-name", "client.token", "client.id", "event-delay"] {
        assert!(said.out.contains(name), "{name}");
    }
    assert!(!said.out.contains("{$") && !said.out.contains("{ $"), "{}", said.out);
    let document: serde_json::Value = serde_json::from_str(&home.run(&["explain", "--list", "--format", "json"]).out).unwrap();
    let found = document["found"].as_array().unwrap();
    assert!(found.len() > 300 && found.iter().all(|topic| topic["summary"].is_string() && topic["id"].is_string()));
    let document: serde_json::Value = serde_json::from_str(&home.run(&["explain", "mp-200", "--format", "json"]).out).unwrap();
    assert_eq!((&document["version"], &document["found"][0]["codes"][0]), (&serde_json::json!(1), &serde_json::json!("MP-200")));
    for member in ["kind", "id", "summary", "cause", "fix", "who", "takes", "link", "apart", "see"] {
        assert!(!document["found"][0][member].is_null(), "{member}");
    }
}
