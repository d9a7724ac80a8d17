//! Delimiters, and what the columns are called.

use super::super::is_header;
use super::{read, request};
use crate::rows::RowFault;

fn renamed(header: &str) -> Vec<(String, String)> {
    read(format!("{header}\n")).renamed
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(column, field)| (column.to_string(), field.to_string())).collect()
}

#[test]
fn the_delimiter_is_found_in_the_header_or_named() {
    let expected = r#"{"slug":"gmail","auth_object":{"a":"x"}}"#;
    for (header, row) in [
        ("slug,a", "gmail,x"),
        ("slug;a", "gmail;x"),
        ("slug\ta", "gmail\tx"),
        ("slug;\"a\"", "gmail;x"),
        ("sep=;\nslug;a", "gmail;x"),
        ("\"sep=;\"\r\nslug;a", "gmail;x"),
        ("SEP=\t\nslug\ta", "gmail\tx"),
        ("sep=|\nslug|a", "gmail|x"),
    ] {
        assert_eq!(request(header, row), expected, "{header}");
    }
    assert_eq!(request("slug;\"a,b,c\"", "gmail;x"), r#"{"slug":"gmail","auth_object":{"a,b,c":"x"}}"#);
}

#[test]
fn the_bytes_before_the_first_row_are_counted() {
    for (text, bytes) in [("slug,a\r\ngmail,x", 8), ("sep=;\nslug;a\ngmail;x", 13), ("\nslug,\"a\nb\"\n", 12)] {
        assert_eq!(read(text).header_bytes, Some(bytes), "{text:?}");
    }
}

#[test]
fn title_case_is_understood_and_reported() {
    let header = "Slug,Linked Account ID,Auth Type,Access Token,refresh-token";
    assert_eq!(
        request(header, "hubspot,cust-1,oauth2,fake-token,"),
        r#"{"slug":"hubspot","linked_account_id":"cust-1","auth_object":{"oauth2":{"access_token":"fake-token"}}}"#
    );
    let fields = ["slug", "linked_account_id", "auth_type", "access_token", "refresh_token"];
    let expected: Vec<_> = header.split(',').zip(fields).collect();
    assert_eq!(renamed(header), pairs(&expected));
    assert_eq!(renamed(" slug ,access_token,My Own Field"), []);
}

#[test]
fn an_exact_name_keeps_its_field() {
    let row = "gmail,fake-a,fake-b";
    assert_eq!(
        request("slug,Access Token,access_token", row),
        r#"{"slug":"gmail","auth_object":{"Access Token":"fake-a","access_token":"fake-b"}}"#
    );
    assert_eq!(
        request("Slug,slug,Access Token", "x,gmail,fake-a"),
        r#"{"slug":"gmail","auth_object":{"Slug":"x","access_token":"fake-a"}}"#
    );
    assert_eq!(request("slug,Access Token,accessToken", row).matches("access_token").count(), 1);
}

#[test]
fn each_row_takes_the_name_that_its_app_has() {
    let header = "slug,auth_type,Same Letters";
    for (row, name) in [
        ("snake,keybased,fake-a", "same_letters"),
        ("camel,keybased,fake-a", "sameLetters"),
        ("camel,other,fake-a", "same_letters"),
        ("gmail,oauth2,fake-a", "Same Letters"),
        ("unknown,,fake-a", "Same Letters"),
    ] {
        assert!(request(header, row).contains(&format!("\"{name}\":\"fake-a\"")), "{row}");
    }
    assert_eq!(renamed(header), pairs(&[("Same Letters", "sameLetters or same_letters")]));
    assert!(request("slug,same_letters", "camel,fake-a").contains("\"same_letters\""));
}

#[test]
fn a_column_without_a_name_makes_an_unknown_field() {
    assert_eq!(request("slug,,", "gmail,,x"), r#"{"slug":"gmail","auth_object":{"":"x"}}"#);
}

#[test]
fn a_header_is_recognized() {
    for line in ["slug", "a,Slug", "a;\"slug\"\r\n", "a\tSLUG", "sep=;", "\"sep=,\"\n", "x, slug ,y"] {
        assert!(is_header(line.as_bytes()), "{line}");
    }
    for line in ["", "a,b", "slugs,a", "{\"slug\":\"gmail\"}", "sep=", "hello, world"] {
        assert_eq!(is_header(line.as_bytes()), line == "sep=", "{line}");
    }
}

#[test]
fn what_spreadsheets_and_databases_write() {
    let pem = "slug,linked_account_id,auth_type,host,username,pem_key\nsftp,cust-1,keybased,sftp.fake.example,fake,-----BEGIN PRIVATE KEY-----\nfakefake\n-----END PRIVATE KEY-----\nsftp,cust-2,keybased,sftp.fake.example,fake,fake-key\n";
    let one_cell = || Some(RowFault::OneCell { columns: 6 });
    assert_eq!(read(pem).faults(), [(2, None), (3, one_cell()), (4, one_cell()), (5, None)]);
    assert_eq!(
        request("slug\tlinked_account_id\trefresh_token", "hubspot\t\\N\tfake-b"),
        r#"{"slug":"hubspot","auth_object":{"refresh_token":"fake-b"}}"#
    );
    assert_eq!(
        request("slug,linked_account_id,a,b", "hubspot,\"\\N\",\\n,\\N"),
        r#"{"slug":"hubspot","linked_account_id":"\\N","auth_object":{"a":"\\n"}}"#
    );
    assert_eq!(
        request("slug,linked_account_id,a", "hubspot,\"1,23457E+11\",\"=\"\"1234567\"\"\""),
        r#"{"slug":"hubspot","linked_account_id":"1,23457E+11","auth_object":{"a":"=\"1234567\""}}"#
    );
}

#[test]
fn the_columns_of_a_report_are_ignored() {
    for header in [
        "auth_object_line,slug,a,Auth Object Code,AUTH_OBJECT_HELP",
        "\"auth_object_line\",slug,a,auth-object-code,auth_object_help",
    ] {
        assert_eq!(
            request(header, "7,hubspot,fake-a,oauth2_fields,\"Enter it, please.\""),
            r#"{"slug":"hubspot","auth_object":{"a":"fake-a"}}"#
        );
        assert_eq!(request(header, " ,hubspot,fake-a"), r#"{"slug":"hubspot","auth_object":{"a":"fake-a"}}"#);
    }
    // They are not the cell `auth_object`.
    assert_eq!(
        request("slug,auth_object,auth_object_line", "hubspot,\"{\"\"a\"\":1}\",7"),
        r#"{"slug":"hubspot","auth_object":{"a":1}}"#
    );
}
