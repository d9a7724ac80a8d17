//! Reads whole files with a mapping.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::{Mapping, MappingError};
use crate::rows::{CheckedRow, FileFormat, List, Report, RowOptions};
use crate::{Catalog, Checker};

type Pairs<'p> = &'p [(&'p str, &'p str)];

fn mapping(map: Pairs<'_>, set: Pairs<'_>) -> Result<Mapping, MappingError> {
    Mapping::new(map.iter().copied(), set.iter().copied(), &Catalog::default())
}

fn read(file: &str, map: Pairs<'_>, set: Pairs<'_>) -> Report {
    let options = RowOptions { list: List::All, ..RowOptions::default() };
    let mut rows = Checker::default().rows_with(options).with_mapping(mapping(map, set).unwrap());
    let mut listed: Vec<CheckedRow> = file.as_bytes().chunks(7).flat_map(|chunk| rows.push(chunk)).collect();
    let mut report = rows.end();
    listed.append(&mut report.rows);
    report.rows = listed;
    report
}

/// Returns the request of each row of JSON, or its fault.
fn mapped(file: &str, map: Pairs<'_>, set: Pairs<'_>) -> Vec<String> {
    let text = |row: CheckedRow| match &row.mapped {
        Some(mapped) => String::from_utf8(mapped.text.clone()).unwrap(),
        None => row.rejection().unwrap().issues[0].message().into_owned(),
    };
    read(file, map, set).rows.into_iter().map(text).collect()
}

#[test]
fn keys_and_inner_keys_are_moved() {
    let file = r#"{"id":7,"app":{"name_slug":"hubspot","id":1},"external_id":"a","credentials":{"oauth_access_token":"fake-1"}}"#;
    let map = [
        ("app.name_slug", "slug"),
        ("external_id", "linked_account_id"),
        ("credentials.oauth_access_token", "oauth2.access_token"),
    ];
    let row = r#"{"slug":"hubspot","linked_account_id":"a","auth_object":{"oauth2":{"access_token":"fake-1"}}}"#;
    assert_eq!(mapped(file, &map, &[]), [row]);
}

#[test]
fn a_key_may_have_a_dot() {
    let file = r#"{"app.name":"hubspot","a":{"b.c":{"d":"fake-1"}}}"#;
    let row = r#"{"slug":"hubspot","auth_object":{"access_token":"fake-1"}}"#;
    assert_eq!(mapped(file, &[("app.name", "slug"), ("a.b.c.d", "access_token")], &[]), [row]);
}

#[test]
fn rows_without_a_value_get_the_constant() {
    let file = "{\"slug\":\"gmail\",\"token\":\"fake-1\"}\n{\"token\":\"fake-2\"}\n{\"slug\":null,\"token\":\"fake-3\"}\n{\"slug\":\"\",\"token\":\"fake-4\"}\n";
    let rows = mapped(file, &[("token", "access_token")], &[("slug", "hubspot"), ("auth_type", "oauth2")]);
    let row =
        |slug, token| format!(r#"{{"slug":"{slug}","auth_object":{{"oauth2":{{"access_token":"fake-{token}"}}}}}}"#);
    assert_eq!(rows, [row("gmail", 1), row("hubspot", 2), row("hubspot", 3), row("hubspot", 4)]);
}

#[test]
fn a_set_field_is_only_for_its_auth_type() {
    let file = "{\"slug\":\"zendesk\",\"auth_object\":{\"oauth2\":{\"access_token\":\"fake-1\"}}}\n{\"slug\":\"zendesk\",\"auth_object\":{\"keybased\":{\"email\":\"a@b.example\",\"api_token\":\"fake-1\"}}}\n";
    let rows = mapped(file, &[], &[("oauth2.refresh_token", "fake-2"), ("subdomain", "acme")]);
    let first = r#"{"slug":"zendesk","auth_object":{"oauth2":{"access_token":"fake-1","refresh_token":"fake-2","subdomain":"acme"}}}"#;
    let second = r#"{"slug":"zendesk","auth_object":{"keybased":{"email":"a@b.example","api_token":"fake-1","subdomain":"acme"}}}"#;
    assert_eq!(rows, [first, second]);
}

#[test]
fn fields_join_the_auth_object_of_the_row() {
    let file = "{\"slug\":\"zendesk\",\"auth_object\":{\"oauth2\":{\"access_token\":\"fake-1\"}},\"site\":\"acme\"}";
    let row = r#"{"slug":"zendesk","auth_object":{"oauth2":{"access_token":"fake-1","subdomain":"acme"}}}"#;
    assert_eq!(mapped(file, &[("site", "subdomain")], &[]), [row]);
}

#[test]
fn numbers_stay_unless_they_are_the_account() {
    let file =
        "{\"app\":\"hubspot\",\"tenant\":12345,\"token\":7}\n{\"app\":\"hubspot\",\"tenant\":1.5,\"token\":\"fake-1\"}";
    let map = [("app", "slug"), ("tenant", "linked_account_id"), ("token", "access_token")];
    let report = read(file, &map, &[]);
    assert_eq!(report.rows[0].linked_account_id.as_deref(), Some("12345"));
    assert_eq!(report.rows[0].rejection().unwrap().code().to_string(), "invalid_value");
    assert_eq!(report.rows[1].linked_account_id, None);
}

#[test]
fn two_values_for_one_target_are_a_fault() {
    let map = [("provider", "slug"), ("token", "access_token")];
    for (row, target) in [
        (r#"{"slug":"gmail","provider":"hubspot","token":"fake-1"}"#, "slug"),
        (r#"{"provider":"hubspot","provider":"gmail","token":"fake-1"}"#, "slug"),
        (r#"{"provider":"hubspot","token":"fake-1","token":"fake-2"}"#, "access_token"),
        (r#"{"provider":"hubspot","auth_object":{"access_token":"fake-2"},"token":"fake-1"}"#, "access_token"),
        (r#"{"provider":"hubspot","auth_object":"fake-2","token":"fake-1"}"#, "auth_object"),
    ] {
        assert_eq!(mapped(row, &map, &[]), [format!("The row has two values for {target}.")], "{row}");
    }
}

#[test]
fn rows_that_are_no_objects_are_not_mapped() {
    let map = [("provider", "slug")];
    let report = read("[1]\n{\"provider\":\n{\"provider\":\"hubspot\"}\n", &map, &[]);
    assert_eq!(report.accepted, 0);
    assert!(report.rows.iter().all(|row| row.mapped.is_none()));
}

#[test]
fn columns_are_renamed() {
    let file = "Provider,Customer ID,token,created_at\nhubspot,a,fake-1,2026\n";
    let map = [("provider", "slug"), ("customer_id", "linked_account_id"), ("token", "oauth2.access_token")];
    let report = read(file, &map, &[]);
    assert_eq!((report.format, report.accepted), (Some(FileFormat::Csv), 1));
    let json = serde_json::to_value(&report.columns).unwrap();
    assert_eq!(
        json,
        serde_json::json!([
            { "column": "Provider", "field": "slug", "by": "map" },
            { "column": "Customer ID", "field": "linked_account_id", "by": "map" },
            { "column": "token", "field": "oauth2.access_token", "by": "map" },
            { "column": "created_at", "by": "ignored" },
        ])
    );
}

#[test]
fn a_file_without_a_slug_is_csv_if_one_is_set() {
    let report = read("access_token,email\nfake-1,\n", &[], &[("slug", "hubspot")]);
    assert_eq!((report.format, report.accepted), (Some(FileFormat::Csv), 1));
}

#[test]
fn unknown_columns_are_only_ignored_if_others_are_mapped() {
    let rejected = |map| read("slug,access_token,created\nhubspot,fake-1,2026\n", map, &[]).rejected;
    assert_eq!(rejected(&[]), 1);
    assert_eq!(rejected(&[("access token", "access_token")]), 0);
    // It is the name of a field, so that it may be one.
    assert_eq!(read("slug,token,email\nhubspot,fake-1,x\n", &[("token", "access_token")], &[]).rejected, 1);
}

#[test]
fn columns_and_keys_can_be_ignored() {
    let map = [("slug", "ignore"), ("app", "slug"), ("scope", "ignore")];
    let file = "slug,app,scope,access_token\nx,hubspot,y,fake-1\n";
    let report = read(file, &map, &[]);
    assert_eq!(report.accepted, 1);
    let ignored: Vec<_> = report.columns.iter().map(|column| column.field.is_none()).collect();
    assert_eq!(ignored, [true, false, true, false]);
    let json = r#"{"slug":"x","app":"hubspot","scope":"y","auth_object":{"access_token":"fake-1"}}"#;
    assert_eq!(read(json, &map, &[]).accepted, 1);
}

#[test]
fn headers_that_cannot_be_mapped_are_unreadable() {
    for (header, map, text) in [
        ("slug,token", ("provider", "slug"), "has no column \"provider\""),
        ("provider,slug,token", ("provider", "slug"), "has two columns for slug in its CSV header: 1 and 2."),
        (
            "slug,Access Token,token",
            ("token", "access_token"),
            "two columns for access_token in its CSV header: 2 and 3.",
        ),
        ("slug,access_token,token", ("token", "oauth2.access_token"), "for oauth2.access_token in its CSV header: 2"),
        ("app,token", ("token", "access_token"), "without a column \"slug\""),
    ] {
        let report = read(&format!("{header}\nhubspot,fake-1,fake-2\n"), &[map], &[]);
        let reason = report.unreadable.unwrap().to_string();
        assert!(reason.contains(text), "{header}: {reason}");
    }
}

#[test]
fn an_object_cell_and_columns_of_fields_go_together() {
    let file = "app;credentials;site\nzendesk;{\"access_token\":\"fake-1\"};acme\n";
    let map = [("app", "slug"), ("credentials", "auth_object"), ("site", "oauth2.subdomain")];
    assert_eq!(read(file, &map, &[]).accepted, 1);
    let broken = "app;credentials\nzendesk;{\"access_token\n";
    assert_eq!(read(broken, &map[..2], &[]).rows[0].rejection().unwrap().code().to_string(), "invalid_csv");
}

#[test]
fn keys_that_no_row_has_are_counted() {
    let report =
        read("{\"app\":\"hubspot\"}\n{\"app\":\"gmail\"}\n", &[("app", "slug"), ("token", "access_token")], &[]);
    assert_eq!(report.columns.iter().map(|column| column.rows).collect::<Vec<_>>(), [Some(2), Some(0)]);
}

#[test]
fn mappings_that_cannot_be_meant_are_errors() {
    let code = |map: Pairs<'_>, set: Pairs<'_>| mapping(map, set).unwrap_err().code();
    assert_eq!(code(&[("a", "slug"), ("b", "slug")], &[]), "same_target");
    assert_eq!(code(&[], &[("slug", "a"), ("slug", "b")]), "same_target");
    assert_eq!(code(&[("a", "nothing")], &[]), "unknown_target");
    assert_eq!(code(&[("a", "oauth3.access_token")], &[]), "unknown_target");
    assert_eq!(code(&[(" ", "slug")], &[]), "blank");
    assert_eq!(code(&[], &[("slug", " ")]), "blank");
    assert_eq!(code(&[], &[("auth_object", "x")]), "not_settable");
    assert_eq!(code(&[], &[("ignore", "x")]), "not_settable");
    let help = |target| mapping(&[("a", target)], &[]).unwrap_err().to_string();
    assert!(help("Slug").ends_with("Did you mean slug?"));
    assert!(help("oauth2.refreshtoken").ends_with("Did you mean oauth2.refresh_token?"));
    assert!(!help("sk_live_FAKEFAKE0000FAKEFAKE00").contains("FAKE"));
}

#[test]
fn debug_shows_no_value() {
    let mapping = mapping(&[("a", "slug")], &[("client_secret", "fake-secret")]).unwrap();
    assert_eq!(format!("{mapping:?}").matches("fake-secret").count(), 0);
}

/// Returns the text of each repaired row. The repair removes white space before a value.
fn repaired(file: &str, map: Pairs<'_>, set: Pairs<'_>) -> Vec<Option<String>> {
    let checker = Checker::default();
    let mut rows = checker.rows().with_mapping(mapping(map, set).unwrap());
    let mut editor = |row: &str| Some(row.replace("\" fake", "\"fake"));
    let listed = rows.push_with(file.as_bytes(), &checker.context(), Some(&mut editor));
    assert_eq!(rows.end().unreadable, None);
    listed.into_iter().map(|row| row.repaired.map(|repaired| String::from_utf8(repaired.text).unwrap())).collect()
}

#[test]
fn a_repaired_row_of_json_is_a_request() {
    let file = "{\"app\":\"hubspot\",\"token\":\" fake-1\",\"id\":7}\n";
    let row = r#"{"slug":"hubspot","auth_object":{"oauth2":{"access_token":"fake-1"}}}"#;
    let map = [("app", "slug"), ("token", "oauth2.access_token")];
    assert_eq!(repaired(file, &map, &[]), [Some(row.to_owned())]);
}

#[test]
fn a_repaired_row_of_csv_keeps_its_columns() {
    let map = [("app", "slug"), ("token", "oauth2.access_token")];
    let row = |text: &str| [Some(text.to_owned())];
    let file = "id,app,token,note\n7,hubspot,\" fake-1\",\"a,b\"\n";
    assert_eq!(repaired(file, &map, &[]), row("7,hubspot,fake-1,\"a,b\""));
    // What is set has no column.
    let file = "id,token\n7,\" fake-1\"\n";
    let set = [("slug", "hubspot"), ("linked_account_id", "a"), ("oauth2.refresh_token", "fake-2")];
    assert_eq!(repaired(file, &map[1..], &set), row("7,fake-1"));
    let file = "id,token,linked_account_id\n7,\" fake-1\",\n";
    assert_eq!(repaired(file, &map[1..], &set), row("7,fake-1,a"));
    let set = [("slug", "hubspot"), ("auth_type", "oauth2")];
    assert_eq!(repaired("access token\n\" fake-1\"\n", &[("access token", "access_token")], &set), row("fake-1"));
}

#[test]
fn a_repair_that_a_row_of_csv_cannot_hold_is_left_out() {
    let checker = Checker::default();
    let map = [("token", "access_token")];
    for (set, from, to) in [
        // The slug and the field are set, so that no cell can change them.
        (&[("slug", "hubspot")][..], "hubspot", "gmail"),
        (&[("slug", "hubspot"), ("refresh_token", "fake-2")][..], "fake-2", "fake-3"),
        (&[("slug", "hubspot"), ("refresh_token", "fake-2")][..], ",\"refresh_token\":\"fake-2\"", ""),
        (
            &[("slug", "hubspot"), ("auth_type", "oauth2")][..],
            "{\"oauth2\":{\"access_token\":\"fake-1\"}}",
            "{\"access_token\":\"fake-1\"}",
        ),
    ] {
        let mut rows = checker.rows().with_mapping(mapping(&map, set).unwrap());
        let mut editor = |row: &str| Some(row.replace("\" fake", "\"fake").replace(from, to));
        let listed = rows.push_with(b"token,id\n\" fake-1\",7\n", &checker.context(), Some(&mut editor));
        assert!(listed.iter().all(|row| row.repaired.is_none()), "{from}");
    }
}
