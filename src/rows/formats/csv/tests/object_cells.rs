//! The column `auth_object`.

use super::{read_in_chunks, request, row};
use crate::limits::{Limit, Limits};
use crate::request::Fault;
use crate::rows::RowFault;

const HEADER: &str = "slug,auth_type,auth_object,access_token";

#[test]
fn a_json_object_is_the_auth_object() {
    let cell = "\"{\"\"oauth2\"\": {\"\"access_token\"\": \"\"fake-a\"\"}}\"";
    let expected = r#"{"slug":"hubspot","auth_object":{"oauth2": {"access_token": "fake-a"}}}"#;
    assert_eq!(request(HEADER, &format!("hubspot,,{cell}")), expected);
    assert_eq!(request(HEADER, &format!("hubspot,oauth2,{cell}")), expected);
    assert_eq!(
        request(HEADER, "hubspot,oauth2,\"{\"\"access_token\"\":\"\"fake-a\"\"}\""),
        r#"{"slug":"hubspot","auth_object":{"oauth2":{"access_token":"fake-a"}}}"#
    );
    assert_eq!(request(HEADER, "hubspot,oauth2,"), r#"{"slug":"hubspot","auth_object":{"oauth2":{}}}"#);
}

#[test]
fn anything_else_is_a_string() {
    assert_eq!(request(HEADER, "hubspot,,[1]"), r#"{"slug":"hubspot","auth_object":"[1]"}"#);
}

#[test]
fn invalid_json_says_where() {
    let fault = |cell: &str| row(HEADER, &format!("hubspot,,{cell}")).unwrap_err();
    let expected = |what, character| RowFault::ObjectCell { what, character };
    assert_eq!(fault("{a:1}"), expected(Fault::JavaScript, 2));
    assert_eq!(fault("\"{\"\"\u{1f511}\"\":\n\n x}\""), expected(Fault::Literal, 10));
    assert_eq!(fault("\"{\"\"a\"\":\"\"\""), expected(Fault::UnexpectedEnd, 7));
}

#[test]
fn an_object_and_fields_do_not_go_together() {
    assert_eq!(row(HEADER, "hubspot,,{},fake-a"), Err(RowFault::ObjectAndFields));
    assert_eq!(row("slug,auth_object,", "hubspot,{},x"), Err(RowFault::ObjectAndFields));
}

#[test]
fn nesting_is_limited() {
    let limits = Limits { nesting: 2, ..Limits::default() };
    let text = "slug,auth_object\na,\"{\"\"a\"\":{\"\"[[[\"\":1}}\"\na,\"{\"\"a\"\":[[]]}\"\n";
    let file = read_in_chunks([text.as_bytes()].into_iter(), limits);
    assert_eq!(file.faults(), [(2, None), (3, Some(RowFault::TooLarge { what: Limit::Nesting, limit: 2 }))]);
}
