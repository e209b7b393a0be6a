use super::*;
use crate::json::{optional, required};

static FILE: Record = Record {
    name: "Altinn.File",
    members: &[
        required("name", Shape::Text),
        optional("size", Shape::Nullable(&Shape::Int64)),
        optional("flag", Shape::Boolean),
        optional("to", Shape::List("System.Collections.Generic.List`1[System.String]", &Shape::Text)),
        optional("marks", Shape::Map("System.Collections.Generic.Dictionary`2[System.String,System.String]", &Shape::Text)),
    ],
};

fn refused(body: &str) -> (String, String) {
    let unbound = bind(body.as_bytes(), &Shape::Object(&FILE)).expect_err(body);
    (unbound.path, unbound.text)
}

/// Texts, paths and places as the real servers answered them, and as the framework's reader counts.
#[test]
fn what_does_not_fit_is_told_with_its_path_line_and_byte() {
    let converted = "The JSON value could not be converted to";
    for (body, path, text) in [
        (r#"{"name":5}"#, "$.name", format!("{converted} System.String. Path: $.name | LineNumber: 0 | BytePositionInLine: 9.")),
        (
            r#"{"name":"a","size":"x"}"#,
            "$.size",
            format!("{converted} System.Nullable`1[System.Int64]. Path: $.size | LineNumber: 0 | BytePositionInLine: 22."),
        ),
        (
            "{\"name\":\"å\",\n \"flag\":null}",
            "$.flag",
            format!("{converted} System.Boolean. Path: $.flag | LineNumber: 1 | BytePositionInLine: 12."),
        ),
        (r#"{"to":["a",[]]}"#, "$.to[1]", format!("{converted} System.String. Path: $.to[1] | LineNumber: 0 | BytePositionInLine: 12.")),
        (
            r#"{"marks":{"a b":1}}"#,
            "$.marks['a b']",
            format!("{converted} System.String. Path: $.marks['a b'] | LineNumber: 0 | BytePositionInLine: 17."),
        ),
        ("[]", "$", format!("{converted} Altinn.File. Path: $ | LineNumber: 0 | BytePositionInLine: 1.")),
    ] {
        assert_eq!(refused(body), (path.to_owned(), text), "{body}");
    }
}

#[test]
fn what_is_no_json_is_told_as_the_frameworks_reader_tells_it() {
    for (body, path, text, byte) in [
        (r#"{"a":"#, "$.a", Complaint::Unclosed, 5),
        (r#"{"name":"a",}"#, "$", Complaint::TrailingCommaInObject, 12),
        (r#"{"name":"a""#, "$", Complaint::Unclosed, 11),
        (r#"{"name":"a","#, "$", Complaint::NameOrValueMissing, 11),
        (r#"{"name""#, "$", Complaint::ValueMissing, 7),
        (r#"{"name":"a"#, "$.name", Complaint::TextUnended, 10),
        (r#"{"name":tru}"#, "$.name", Complaint::Literal("tru}".to_owned(), "true"), 11),
        (r#"{"name":01}"#, "$.name", Complaint::LeadingZero(b'1'), 9),
        (r#"{"name":1"#, "$.name", Complaint::EndOfNumber(b'1'), 9),
        (r#"{"name":'a'}"#, "$.name", Complaint::StartOfValue(b'\''), 8),
        (r#"{name:1}"#, "$", Complaint::StartOfName(b'n'), 1),
        (r#"{"name":"a"} x"#, "$", Complaint::AfterEnd(b'x'), 13),
        (r#"{"name":"\q"}"#, "$.name", Complaint::Escape(b'q'), 10),
        ("x", "$", Complaint::StartOfValue(b'x'), 0),
        ("  ", "$", Complaint::NoTokens, 2),
    ] {
        let text = format!("{} Path: {path} | LineNumber: 0 | BytePositionInLine: {byte}.", text.text());
        assert_eq!(refused(body), (path.to_owned(), text), "{body}");
    }
}

#[test]
fn a_missing_member_that_is_required_is_named_with_its_type() {
    let text = "JSON deserialization for type 'Altinn.File' was missing required properties including: 'name'.";
    assert_eq!(refused(r#"{"size":1}"#), ("$".to_owned(), text.to_owned()));
}

#[test]
fn names_have_no_case_unknown_members_are_left_out_and_numbers_may_be_quoted() {
    let value = bind(br#"{"NAME":"a","other":{"x":[1,{"y":null}]},"size":"7","flag":true}"#, &Shape::Object(&FILE)).expect("it fits");
    assert_eq!(value, serde_json::json!({"NAME": "a", "size": 7, "flag": true}));
}

#[test]
fn a_body_that_is_nested_too_deeply_is_refused() {
    let (path, text) = refused(&format!(r#"{{"x":{}"#, "[".repeat(40)));
    assert_eq!(path, "$.x");
    assert!(text.starts_with("The maximum configured depth of 32 has been exceeded. Cannot read next JSON array."), "{text}");
}
