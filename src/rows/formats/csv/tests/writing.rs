//! Requests as rows of CSV.

use proptest::prelude::*;

use super::super::record::Records;
use super::{CsvReader, File, Limits, catalog, read};

/// Writes a request under a header, and checks that it is read back.
fn write(header: &str, request: &str) -> Option<String> {
    write_to(header, request, true)
}

fn write_to(header: &str, request: &str, has_object: bool) -> Option<String> {
    let mut reader = CsvReader::new(0, Limits::default(), catalog());
    reader.push(format!("{header}\n").as_bytes(), &mut File::default());
    let before = if has_object { "x,".repeat(8) } else { String::new() };
    let mut records = Records::new(b',', 9);
    let line =
        reader.header().unwrap().write(request.as_bytes(), &catalog(), &records.split(before.as_bytes()).unwrap())?;
    let line = String::from_utf8(line).unwrap();
    let file = read(format!("{header}\n{line}\n"));
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(file.requests().into_iter().map(json).collect::<Vec<_>>(), [json(request)], "{line}");
    Some(line)
}

#[test]
fn values_are_quoted_if_they_must_be() {
    let request =
        r#"{"slug":"hubspot","linked_account_id":"a;b","auth_object":{"oauth2":{"a":"x\"y","b":" z","c":"1,2"}}}"#;
    let header = "slug;linked_account_id;auth_type;a;b;c;d";
    assert_eq!(write(header, request).unwrap(), r#"hubspot;"a;b";oauth2;"x""y";" z";1,2;"#);
}

#[test]
fn a_value_without_a_column_cannot_be_written() {
    let header = "slug,a,Same Letters";
    for request in [
        r#"{"slug":"hubspot","auth_object":{"b":"x"}}"#,
        r#"{"slug":"hubspot","linked_account_id":"x","auth_object":{"a":"x"}}"#,
        r#"{"slug":"hubspot","auth_object":{"oauth2":{"a":"x"}}}"#,
        r#"{"slug":"hubspot","auth_object":{"a":1}}"#,
        r#"{"slug":"hubspot","auth_object":{"a":""}}"#,
        r#"{"slug":"hubspot","auth_object":{"a":"x","a":"y"}}"#,
        r#"{"slug":"hubspot","auth_object":{"a":"x"},"more":1}"#,
        r#"{"slug":"hubspot","slug":"gmail","auth_object":{}}"#,
        r#"{"slug":7,"auth_object":{}}"#,
        r#"{"slug":"hubspot","auth_object":"x"}"#,
        r#"{"slug":"hubspot","auth_object":{},"auth_object":{}}"#,
        r#"{"slug":"hubspot"}"#,
        r#"{"auth_object":{}}"#,
        "[]",
        "{",
    ] {
        assert_eq!(write(header, request), None, "{request}");
    }
    assert!(write(header, r#"{"slug":"camel","auth_object":{"sameLetters":"x"}}"#).is_some());
    assert!(write("slug,auth_type,a", r#"{"slug":"x","auth_object":{"a":"x","b":{}}}"#).is_none());
}

#[test]
fn an_auth_object_goes_to_its_column() {
    let header = "slug,auth_type,auth_object";
    let typed = r#"{"slug":"hubspot","auth_object":{"oauth2": {"a":"x"}}}"#;
    assert_eq!(write(header, typed).unwrap(), r#"hubspot,oauth2,"{""oauth2"": {""a"":""x""}}""#);
    assert_eq!(write(header, r#"{"slug":"x","auth_object":{"a":1,"b":{}}}"#).unwrap(), r#"x,,"{""a"":1,""b"":{}}""#);
    assert_eq!(write(header, r#"{"slug":"x","auth_object":"text"}"#).unwrap(), "x,,text");
    assert_eq!(write(header, r#"{"slug":"x","auth_object":"{}"}"#), None);
}

#[test]
fn fields_stay_in_their_columns() {
    let (header, request) = ("slug,auth_object,a", r#"{"slug":"x","auth_object":{"a":"y"}}"#);
    assert_eq!(write_to(header, request, false).unwrap(), "x,,y");
    assert_eq!(write_to(header, request, true).unwrap(), r#"x,"{""a"":""y""}","#);
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        slug in "[a-z\"\n ]{1,4}",
        auth_type in prop::option::of("[a-z,]{1,3}"),
        values in prop::collection::vec(prop::option::of("[ -~\r\n\t\u{e9}\u{2028}]{1,6}"), 3),
    ) {
        let names = ["a", "b,c", "access_token"];
        let fields: serde_json::Map<_, _> = names.iter().zip(values)
            .filter_map(|(name, value)| Some((name.to_string(), value?.into()))).collect();
        let object = match auth_type {
            Some(auth_type) => serde_json::json!({ auth_type: fields }),
            None => serde_json::json!(fields),
        };
        let request = serde_json::json!({ "slug": slug, "auth_object": object }).to_string();
        let line = write("auth_type,slug,a,\"b,c\",Access Token", &request);
        prop_assert!(line.is_some() || request.contains("\"slug\":\" "));
    }
}
