//! What a checker answers hangs on the rows alone: not on the chunks they come in, and not on the rows before.

use proptest::prelude::*;

use super::*;

const ROWS: &str = concat!(
    "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake-token\"}}\n",
    "\n",
    "{\"slug\":\"slack\",\"linked_account_id\":\"a\",\"auth_object\":{\"access_token\":1}}\r\n",
    "not json\n",
    "{\"slug\":\"nobody_knows\",\"auth_object\":{\"x\":\"y\"}}",
);

fn check(rows: &[u8]) -> Report {
    let mut checker = Checker::default().rows();
    let mut failures = checker.push(rows);
    let mut report = checker.end();
    failures.append(&mut report.failures);
    Report { failures, ..report }
}

fn json(report: &Report) -> String {
    serde_json::to_string(report).unwrap_or_default()
}

#[test]
fn every_chunking_gives_the_same_report() {
    let rows = [ROWS, "\n", ROWS, "\n", ROWS].concat();
    let whole = json(&check(rows.as_bytes()));
    for size in 1..rows.len() {
        let mut checker = Checker::default().rows();
        let mut failures: Vec<Failure> = rows.as_bytes().chunks(size).flat_map(|chunk| checker.push(chunk)).collect();
        let mut report = checker.end();
        failures.append(&mut report.failures);
        assert_eq!(json(&Report { failures, ..report }), whole);
    }
}

#[test]
fn lines_count_from_one_and_blank_ones_count() {
    let report = check(ROWS.as_bytes());
    assert_eq!((report.total, report.accepted, report.rejected), (4, 1, 3));
    let lines: Vec<u64> = report.failures.iter().map(|failure| failure.line).collect();
    assert_eq!(lines, [3, 4, 5]);
    assert_eq!(report.failures[0].linked_account_id.as_deref(), Some("a"));
}

#[test]
fn what_was_known_is_forgotten_when_it_no_longer_holds() {
    let row = b"{\"slug\":\"copper\",\"auth_object\":{\"keybased\":{\"made_up\":\"fake\"}}}\n";
    let rows = [&row[..], row].concat();
    let custom = |slug: &str| slug == "copper";
    let owner = Checker::default();
    let plain = owner.context();
    let flat = Context { shape: Some(Shape::Flat), ..plain };
    let listed = Context { custom_apps: Some(&custom), ..plain };
    let codes = |checker: &mut RowChecker, context: &Context<'_>| {
        checker.push_with(&rows, context).iter().map(|failure| failure.refusal.code).collect::<Vec<_>>()
    };
    let expected = [(plain, Code::KeybasedFields), (listed, Code::CustomApp), (flat, Code::InvalidValue)];
    for (first, code) in &expected {
        let mut checker = owner.rows();
        assert_eq!(codes(&mut checker, first), [*code; 2]);
        for (context, code) in &expected {
            assert_eq!(codes(&mut checker, context), [*code; 2]);
        }
    }
}

#[test]
fn a_known_row_must_be_utf8() {
    let row = b"{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake!\"}}\n";
    let broken: Vec<u8> = row.iter().map(|byte| if *byte == b'!' { 0xFF } else { *byte }).collect();
    let report = check(&[&row[..], row, &broken].concat());
    assert_eq!(report.failures.iter().map(|failure| failure.line).collect::<Vec<_>>(), [3]);
}

/// How many of these rows, each given twice, the checker knows.
fn known(rows: &[&str]) -> usize {
    let owner = Checker::default();
    let mut checker = owner.rows();
    rows.iter().for_each(|row| drop(checker.push(row.as_bytes())));
    let is_known = |row: &&&str| {
        checker.masks.look(row.as_bytes());
        checker.known_row(row.as_bytes(), 0, &owner.context()) == Some(row.len())
    };
    rows.iter().filter(is_known).count()
}

#[test]
fn rows_of_every_script_are_known() {
    let rows = [
        "{\"slug\":\"slack\",\"linked_account_id\":\"a\",\"auth_object\":{\"access_token\":\"fake\"}}\n",
        "{\"auth_object\": {\"oauth2\": {\"access_token\": \"fake\"}}, \"slug\": \"slack\"}\r\n",
        "{ \"slug\" : \"slack\", \"auth_object\" : { \"access_token\" : \"fake\" } }\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"-----BEGIN\\nfake\\\"\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":-1.5e3,\"refresh_token\":null}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"\",\"refresh_token\":\" \\t\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":[{\"access_token\":\"fake\"},[],true]}\n",
    ];
    for row in rows {
        assert_eq!(known(&[row]), 1, "{row}");
    }
    assert_eq!(known(&rows), rows.len());
}

#[test]
fn no_value_is_kept() {
    for row in [
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":[\"fake\"]}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\" :  \"fake\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\" fake\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"slug\":\"fake\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"access_token:\":\"fake\"}}\n",
        "{\"slug\":\"slack\",\"auth_object\":{\"0123456789abcdef\":\"fake\"}}\n",
    ] {
        assert_eq!(known(&[row]), 0, "{row}");
    }
}

/// Rows with the same keys and different values: texts of all kinds, and what is no text.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let slug = prop::sample::select(vec!["copper", "slack", "custom", "mine", "nobody", "sla\\u0063k", "", " "]);
    let account = prop::sample::select(vec![
        "",
        "\"linked_account_id\":@,",
        "\"linked_account_id\":[@],",
        "\"linked_account_id\": @, \"linked_account_id\":@,",
        "\"n\":1,",
        "\"n\":@,",
        "\"slug\":@,",
        "\"slug\" : @,",
        "\"a:\":@,",
    ]);
    let key = prop::sample::select(vec!["email", "api_token", "access_token", "made_up", "\\u0065mail", ""]);
    let around = prop::sample::select(vec![("", ""), ("{\"keybased\":", "}"), ("{\"oauth2\": ", "} "), ("[", "]")]);
    let end = prop::sample::select(vec!["}\n", "}\r\n", "} \n", ",}\n", "\n"]);
    let text = prop::sample::select(vec!["\"fake\"", "\"a\"", "\"b\"", "\"f\\\\\\\"k\"", "\"slack\""]);
    let odd = prop::sample::select(vec![
        "\"\\u0061\"",
        "\"\\u0020\"",
        "\"\\t\"",
        "\"\"",
        "\" \"",
        "\"\t\"",
        "\" fake\"",
        "\"f\u{e4}\"",
        "\"\u{3000}\"",
        "null",
        "12",
        "-1.5e3",
        "01",
        "1x",
        "\" \\t\"",
        "\"a:\\\"b\"",
        "\"\\x\"",
        "[\"a\"]",
        "[\"a:\",\"b\",7]",
        "{\"a\":\"b\"}",
        "\"fake",
    ]);
    let values = prop::collection::vec(prop_oneof![4 => text, 1 => odd], 5);
    let keys = prop::collection::vec(key, 0..3);
    let space = prop::sample::select(vec!["", " ", "  "]);
    (slug, account, keys, around, space, end, prop::collection::vec(values, 4)).prop_map(
        |(slug, account, keys, (before, after), space, end, values)| {
            let fields: Vec<String> = keys.iter().map(|key| format!("\"{key}\":{space}@")).collect();
            let form =
                format!("{{\"slug\":\"{slug}\",{account}\"auth_object\":{before}{{{}}}{after}{end}", fields.join(","));
            let fill = |values: &Vec<&str>| values.iter().fold(form.clone(), |row, value| row.replacen('@', value, 1));
            values.iter().map(fill).collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn a_known_row_is_judged_as_a_new_one(rows in rows(), documented in any::<bool>()) {
        let known = |id: &str| id != "b";
        let custom = |slug: &str| slug == "mine";
        let trust = if documented { Trust::Documented } else { Trust::All };
        let owner = Checker::default();
        let context = Context { linked_accounts: Some(&known), custom_apps: Some(&custom), trust, ..owner.context() };
        let mut checker = owner.rows();
        for row in rows.iter().chain(&rows) {
            let before = checker.line;
            let failures = checker.push_with(row.as_bytes(), &context);
            // One that knows nothing.
            let alone = owner.rows().push_with(row.as_bytes(), &context);
            let of = |mut failures: Vec<Failure>, offset: u64| {
                for failure in &mut failures {
                    failure.line -= offset;
                }
                failures
            };
            prop_assert_eq!(of(failures, before), of(alone, 0), "{}", row);
        }
    }
}
