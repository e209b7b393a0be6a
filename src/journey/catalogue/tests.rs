use super::*;
use std::collections::BTreeSet;

fn ids(text: &str) -> Vec<&'static str> {
    explained(text).topics.iter().map(|topic| topic.id()).collect()
}

/// The codes that the facts name, by their pattern.
fn codes_of_the_facts() -> BTreeSet<String> {
    let facts = [
        include_str!("../../../docs/facts/platform.md"),
        include_str!("../../../docs/facts/broker-api.md"),
        include_str!("../../../docs/facts/examples.md"),
        include_str!("../../../docs/facts/newcomers.md"),
        include_str!("../../../docs/facts/broker-errors.json"),
    ];
    let mut found = BTreeSet::new();
    for fact in facts {
        for word in fact.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.')) {
            let word = word.trim_end_matches('.');
            let begins = ["MP-", "AUTH-", "AUTH.VLD-", "BRO-", "RR-", "RR.VLD-", "STD-"].iter().any(|begin| word.starts_with(begin));
            if begins && word.ends_with(|c: char| c.is_ascii_digit()) {
                found.insert(word.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_code_of_the_facts_has_an_entry() {
    let codes = codes_of_the_facts();
    assert!(codes.len() > 100, "{} codes were found", codes.len());
    for code in codes {
        let found = explained(&code);
        assert!(!found.topics.is_empty() && found.unknown.is_none(), "{code}");
    }
}

#[test]
fn every_topic_has_an_id_of_its_own_and_can_be_looked_up_by_it() {
    let all = Topic::all();
    let mut seen = BTreeSet::new();
    for topic in &all {
        let is_new = seen.insert((topic.kind(), topic.id()));
        assert!(is_new, "{} is there twice", topic.id());
        assert!(explained(topic.id()).topics.contains(topic), "{}", topic.id());
        assert!(topic.see().iter().all(|id| Topic::by_id(id).is_some()), "{} leads to {:?}", topic.id(), topic.see());
        let codes = topic.codes();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "{} has a code twice: {codes:?}", topic.id());
        let acts = matches!(topic.kind(), TopicKind::Cause | TopicKind::Finding | TopicKind::Question);
        assert_eq!(topic.who().is_some(), acts, "{}", topic.id());
    }
    assert!(all.len() > 300, "{}", all.len());
}

#[test]
fn each_cause_is_told_from_what_it_is_taken_for() {
    let of_a_group: Vec<&str> = LookAlikes::ALL.iter().flat_map(|group| group.members()).copied().collect();
    for id in &of_a_group {
        assert!(Topic::by_id(id).is_some(), "{id} is no topic");
        assert_eq!(of_a_group.iter().filter(|other| *other == id).count(), 1, "{id} is in two groups");
    }
    let alone: Vec<&str> =
        Topic::all().into_iter().filter(|topic| topic.kind() == TopicKind::Cause && topic.look_alikes().is_none()).map(Topic::id).collect();
    assert!(alone.is_empty(), "{alone:?} are told from nothing");
}

#[test]
fn every_row_of_the_newcomers_has_its_question() {
    let rows = include_str!("../../../docs/facts/newcomers.md").lines().filter(|line| line.starts_with("| ")).count() - 1;
    assert_eq!(rows, Question::ALL.len());
}

#[test]
fn every_phrase_leads_to_a_topic_and_is_found() {
    for (phrase, id) in PHRASES {
        assert!(Topic::by_id(id).is_some(), "{phrase} leads to {id}");
        assert_eq!(*phrase, phrase.to_lowercase());
        assert!(!ids(&format!("Error: {phrase}")).is_empty(), "{phrase}");
    }
}

#[test]
fn a_pasted_text_is_understood_whatever_stands_around() {
    let trace = r#"2026-11-28 09:12:44 ERROR no.acme.Files - upload failed
java.lang.IllegalStateException: 401 Unauthorized from POST https://platform.tt02.altinn.no/broker/api/v1/filetransfer
    at no.acme.Files.send(Files.java:120)
Caused by: {"type":"https://tools.ietf.org/html/rfc9110#section-15.5.2","title":"Unauthorized","status":401,"detail":"You must use a bearer token that represents a system user","code":"BRO-00006","traceId":"00-5f0c1f7d2b9a4e6c8d3e1a2b3c4d5e6f-1-00"}"#;
    assert_eq!(ids(trace), ["no-access"]);
    for (pasted, meant) in [
        (
            r#"{"error":"invalid_scope","error_description":"Token request contains invalid scopes for client, altinn:broker.write (trace_id: 5f0c1f7d2b9a4e6c8d3e1a2b3c4d5e6f)","error_uri":"https://test.maskinporten.no/errors/MP-200"}"#,
            "scope-not-on-client",
        ),
        (
            r#"{"error":"invalid_grant","error_description":"Invalid assertion. Client authentication failed. Unknown key identifier (kid) for client. (x)"}"#,
            "client-unknown-kid",
        ),
        (
            r#"body: "{\"error\":\"forbidden\",\"error_description\":\"Consumer has not been granted access to the scope altinn:broker.write.\"}""#,
            "scope-not-granted",
        ),
        (r#"{"statusCode":401,"message":"Access denied due to missing subscription key."}"#, "api-key-missing"),
        (
            r#"{"code":"STD-00000","validationErrors":[{"code":"AUTH.VLD-00002","title":"The system id already exists"}]}"#,
            "system-id-taken",
        ),
        ("Invalid assertion. Client authentication failed. Expired key.", "client-key-expired"),
        ("curl: (60) SSL certificate problem: unable to get local issuer certificate", "no-answer-tls-issuer"),
        ("Error: certificate has expired CERT_HAS_EXPIRED", "no-answer-tls-expired"),
        ("java.security.cert.CertificateNotYetValidException: NotBefore", "no-answer-tls-early"),
        ("Hostname/IP does not match certificate's altnames ERR_TLS_CERT_ALTNAME_INVALID", "no-answer-tls-name"),
        ("Error: getaddrinfo ENOTFOUND platform.altinn.no", "no-answer-dns"),
        ("connect ECONNREFUSED 127.0.0.1:443", "no-answer-here"),
        ("connect ECONNREFUSED 51.120.1.1:443", "no-answer-refused"),
        ("curl: (7) Failed to connect to localhost port 4711 after 0 ms: Couldn't connect to server", "no-answer-here"),
        ("curl: (56) Received HTTP code 403 from proxy after CONNECT", "proxy-denies"),
        ("HTTP/1.1 407 Proxy Authentication Required", "proxy-log-in"),
        ("--client-id", "client.id"),
        ("BROKER_SETUP_CLIENT_KID", "client.kid"),
        ("client.token", "client.token"),
        ("Api Key", "api-key"),
    ] {
        assert_eq!(ids(pasted).first(), Some(&meant), "{pasted}");
    }
    assert_eq!(
        ids("403 from https://platform.tt02.altinn.no/events/api/v1/subscriptions status code 403"),
        ["scope-missing", "subscribe-not-allowed"]
    );
}

#[test]
fn what_is_of_older_guides_comes_before_what_a_service_made_of_it() {
    for (pasted, meant) in [
        ("Error: getaddrinfo ENOTFOUND ver2.maskinporten.no", &["old-hosts", "no-answer-dns"][..]),
        ("Invalid JWT claim aud: https://ver1.maskinporten.no/ MP-110", &["old-hosts", "client-audience"]),
        ("curl: (6) Could not resolve host: api.altinn.no", &["old-hosts", "no-answer-dns"]),
        // Adding it to the client, as MP-200 alone would have it, is not the way.
        (
            r#"{"error":"invalid_scope","error_description":"Token request contains invalid scopes for client, altinn:authorization:pdp (trace_id: 5f0c1f7d)","error_uri":"https://test.maskinporten.no/errors/MP-200"}"#,
            &["old-documentation", "scope-not-on-client"],
        ),
        ("altinn:authorization:pdp", &["old-documentation"]),
        ("GET https://platform.altinn.no/broker/api/v1/file", &["old-documentation"]),
        (r#""typeFilter": "no.altinn.broker.Published""#, &["old-documentation"]),
        (r#"{"alternativeSubjectFilter":"/organisation/991825827"}"#, &["event-filters"]),
        ("<AttributeValue>[org]</AttributeValue>", &["org-placeholder"]),
    ] {
        assert_eq!(ids(pasted), meant, "{pasted}");
    }
    for today in [
        "GET https://platform.altinn.no/broker/api/v1/filetransfer",
        r#""typeFilter": "no.altinn.broker.published""#,
        "aud https://test.maskinporten.no/",
    ] {
        assert_eq!(ids(today), Vec::<&str>::new(), "{today}");
    }
}

#[test]
fn what_is_not_known_keeps_what_is() {
    let pasted = r#"{"status":409,"detail":"The widget 3f9c8b7a6d5e4f3a2b1c0d is gone","code":"BRO-00999","traceId":"00-5f0c1f7d2b9a4e6c8d3e1a2b3c4d5e6f-1-00"}"#;
    let found = explained(pasted);
    let unknown = found.unknown.unwrap_or_else(|| unreachable!("it is not known"));
    assert!(found.topics.is_empty());
    assert_eq!(
        (unknown.code.map(|code| code.to_string()).as_deref(), unknown.status, unknown.service),
        (Some("BRO-00999"), Some(409), Some(Service::Broker))
    );
    assert_eq!(unknown.words.as_deref(), Some("The widget […] is gone"));
    assert_eq!(unknown.trace_id.as_deref(), Some("00-5f0c1f7d2b9a4e6c8d3e1a2b3c4d5e6f-1-00"));
    assert_eq!(explained("mp-399").unknown.and_then(|unknown| unknown.service), Some(Service::Maskinporten));
    assert_eq!(explained("http-418").unknown.and_then(|unknown| unknown.status), Some(418));
    assert_eq!(explained("how is the weather"), Explained::default());
    assert_eq!(explained(""), Explained::default());
}

#[test]
fn nothing_secret_is_taken_out_of_a_text() {
    let token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJlfj8_";
    for secret in [token, "Bearer 3f9c8b7a6d5e4f3a2b1c0d", "-----BEGIN PRIVATE KEY-----MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"] {
        let pasted = format!(r#"{{"status":418,"detail":"no: {secret}","traceId":"{secret}"}}"#);
        let said = format!("{:?}", explained(&pasted));
        let hidden = secret.split(' ').next_back().unwrap_or(secret);
        assert!(!said.contains(hidden), "{said}");
    }
    assert!(explained(token).holds_secret && explained("-----BEGIN RSA PRIVATE KEY-----").holds_secret);
    assert!(!explained("mp-200").holds_secret);
}

/// Every address that the program shows is one of the list, or of an environment, or an example.
#[test]
fn no_link_is_outside_the_list() {
    let own =
        ["platform.", "maskinporten.no", "test.maskinporten.no", "am.ui.", "sjolvbetjening.", "api.samarbeid.", "api.test.samarbeid."];
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut found, mut amiss) = (0, Vec::new());
    let mut folders = vec![root.join("src"), root.join("assets")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if path.is_dir() {
                if name != "tests" && name != "snapshots" {
                    folders.push(path);
                }
                continue;
            }
            let shows = ["rs", "ftl", "md"].iter().any(|kind| name.ends_with(&format!(".{kind}")));
            let Some(text) = std::fs::read_to_string(&path).ok().filter(|_| shows && !name.contains("tests.rs")) else { continue };
            let shown = text.split("#[cfg(test)]").next().unwrap_or_default();
            for rest in shown.split("https://").skip(1) {
                let address: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-._~/%#".contains(*c)).collect();
                let address = address.trim_end_matches('.');
                let host = address.split('/').next().unwrap_or_default();
                let is_example = host.is_empty()
                    || !host.contains('.')
                    || host.contains("example")
                    || host.ends_with(".invalid")
                    || host == "a.no"
                    || host == "xxx.xx";
                if is_example || own.iter().any(|own| host.starts_with(own)) {
                    continue;
                }
                found += 1;
                if !links::LINKS.contains(&format!("https://{address}").as_str()) {
                    amiss.push(format!("{}: https://{address}", path.display()));
                }
            }
        }
    }
    assert!(amiss.is_empty(), "{amiss:#?}");
    assert!(found >= links::LINKS.len(), "{found} links");
}

/// Looking something up is quick: the whole program may take 10 ms for it. The limit is generous, for slow machines without optimisation.
#[test]
fn looking_up_is_quick() {
    let pasted = format!("{}\n{}", "    at no.acme.Files.send(Files.java:120) {\n".repeat(200), r#"{"code":"BRO-00006"}"#);
    let begun = std::time::Instant::now();
    for _ in 0..10 {
        assert_eq!(ids(&pasted), ["no-access"]);
    }
    assert!(begun.elapsed() < std::time::Duration::from_secs(2), "{:?}", begun.elapsed());
}
