//! What the build accepts and refuses in a schema file, and that `schemas/app.schema.json` tells editors the same.
#![cfg(not(target_arch = "wasm32"))]
#![allow(dead_code)] // the build uses the rest
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../build/host.rs"]
mod host;
#[path = "../build/json.rs"]
mod json;
#[path = "../build/place.rs"]
mod place;
#[path = "../build/schema.rs"]
mod schema;
#[path = "../src/catalog/title.rs"]
mod title;

use serde_json::Value;

/// Stands in for the pattern compiler, which has tests of its own.
fn compile(pattern: &str) -> Result<Vec<u8>, String> {
    if pattern.starts_with('^') { Ok(vec![0]) } else { Err("must begin with ^".into()) }
}

/// A whole file around one auth type.
fn with_auth(auth: &str) -> String {
    format!(
        r#"{{ "slug": "acme", "name": "Acme", "category": "CRM", "auth": {{ "keybased": {auth} }}, "sources": ["x"] }}"#
    )
}

/// A whole file around one field.
fn with_field(field: &str) -> String {
    with_auth(&format!(r#"{{ "basis": "peer", "fields": {{ "api_key": {field} }} }}"#))
}

/// The place and the reason of the refusal.
fn refusal(text: &str) -> String {
    match schema::read("acme", text, compile) {
        Ok(_) => panic!("accepted: {text}"),
        Err(fault) => format!("{}: {}", fault.pointer, fault.reason),
    }
}

#[test]
fn reads_what_a_file_says() {
    let text = with_auth(
        r#"{ "basis": "documented", "any_of": [["token"]], "fields": {
            "account_id": { "label": "Account Id", "address": { "subdomain": ".acme.com" } },
            "token": { "required": false, "secret": true, "formats": [{ "pattern": "^t", "means": "Acme token", "source": "x", "exclusive": false }] },
            "base_url": { "input": "url" } } }"#,
    );
    let app = schema::read("acme", &text, compile).unwrap();
    assert_eq!((app.name.as_str(), app.brand), ("Acme", None));
    let branded = text.replace(r#""category""#, r#""brand": "ACME", "category""#);
    assert_eq!(schema::read("acme", &branded, compile).unwrap().brand.as_deref(), Some("ACME"));
    let [auth] = &app.auth[..] else { panic!("one auth type") };
    let names: Vec<&str> = auth.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["account_id", "token", "base_url"]);
    assert_eq!(auth.any_of, [[1]]);
    let [account_id, token, base_url] = &auth.fields[..] else { panic!("three fields") };
    assert_eq!(account_id.label.as_deref(), Some("Account Id"));
    assert!(account_id.required && !account_id.secret && account_id.input == "text");
    assert!(account_id.address == schema::Address::Subdomain(".acme.com".into()));
    assert!(!token.required && token.secret && token.input == "password" && !token.formats[0].exclusive);
    assert!(base_url.address == schema::Address::Url);
}

/// A whole file around one auth type that has this host, and fields of every kind.
fn with_host(host: &str) -> String {
    with_auth(&format!(
        r#"{{ "basis": "peer", "host": "{host}", "fields": {{ "account": {{}}, "key": {{ "secret": true }},
            "store": {{ "address": {{ "subdomain": ".acme.com" }} }}, "url": {{ "input": "url" }} }} }}"#
    ))
}

#[test]
fn reads_a_host() {
    for host in ["{account}.acme.com", "{account}.api.acme-1.com", "{store}.acme.com", "{url}"] {
        let app = schema::read("acme", &with_host(host), compile).unwrap();
        assert_eq!(app.auth[0].host.as_deref(), Some(host));
    }
}

#[test]
fn refuses_a_host_that_a_value_could_choose_or_that_would_show_a_secret() {
    let cases = [
        ("{acount}.acme.com", "acount is none of the fields"),
        ("{key}.acme.com", "key is secret, and a host is looked up and shown"),
        ("api.acme.com", "must begin with a field: {account_id}.example.com"),
        ("{account.acme.com", "must begin with a field: {account_id}.example.com"),
        ("api.{account}.acme.com", "must begin with a field: {account_id}.example.com"),
        ("{account}", "account is no whole address: a domain such as .example.com must follow it"),
        ("{account}.com", "account is no whole address: a domain such as .example.com must follow it"),
        ("{account}acme.com", "account is no whole address: a domain such as .example.com must follow it"),
        ("{account}.{store}.com", "account is no whole address: a domain such as .example.com must follow it"),
        ("{account}.acme.com:8080", "account is no whole address: a domain such as .example.com must follow it"),
        ("{account}.Acme.com", "account is no whole address: a domain such as .example.com must follow it"),
        ("{account}..com", "account is no whole address: a domain such as .example.com must follow it"),
        ("{store}.other.com", "what follows store is .acme.com, as its address says"),
        ("{url}.acme.com", "url is a whole address: nothing may follow it"),
        ("", "must not be blank"),
    ];
    for (host, expected) in cases {
        assert_eq!(refusal(&with_host(host)), format!("/auth/keybased/host: {expected}"), "{host}");
    }
    let text = "{\n  \"slug\": \"acme\",\n  \"auth\": { \"keybased\": { \"basis\": \"peer\",\n    \"host\": \"{x}.acme.com\", \"fields\": { \"a\": {} } } } }";
    let fault = schema::read("acme", text, compile).err().unwrap();
    assert_eq!(fault.to_string(), "4:13: /auth/keybased/host: x is none of the fields");
}

#[test]
fn refuses_with_the_place_and_the_reason() {
    let many: Vec<String> = (0..65).map(|index| format!(r#""f{index}": {{}}"#)).collect();
    let many = with_auth(&format!(r#"{{ "basis": "peer", "fields": {{ {} }} }}"#, many.join(",")));
    let file = |members: &str| format!(r#"{{ "slug": "acme", "name": "Acme", "category": "CRM", {members} }}"#);
    let auth = r#""auth": { "keybased": { "basis": "peer", "fields": { "a": {} } } }"#;
    let cases: &[(String, &str)] = &[
        (
            file(&format!(r#"{auth}, "sources": ["x"], "colour": "red""#)),
            "/colour: unknown key; known are $schema, slug",
        ),
        (file(&format!(r#"{auth}, "sources": []"#)), "/sources: must name a source"),
        (file(&format!(r#""brand": "Acme", {auth}, "sources": ["x"]"#)), "/brand: leave it out: it equals the name"),
        (file(&format!(r#""brand": " ", {auth}, "sources": ["x"]"#)), "/brand: must not be blank"),
        (file(auth), ": sources is missing"),
        (file(r#""auth": {}, "sources": ["x"]"#), "/auth: must have an auth type"),
        (file(r#""auth": [], "sources": ["x"]"#), "/auth: must be an object"),
        (file(&format!(r#"{auth}, "sources": ["x"], "aliases": ["a", "a"]"#)), "/aliases/1: stands twice"),
        (with_auth("{}").replace(r#""acme""#, r#""acmee""#), "/slug: must be the file's name: acme"),
        (with_auth("{}").replace(r#""Acme""#, r#"" ""#), "/auth/keybased: fields is missing"),
        (with_auth(r#"{ "basis": "peer", "fields": {} }"#), "/auth/keybased/fields: must have a field"),
        (
            with_auth(r#"{ "basis": "rumour", "fields": { "a": {} } }"#),
            "/auth/keybased/basis: must be one of documented, labelled, peer",
        ),
        (with_auth(r#"{ "fields": { "a": {} } }"#), "/auth/keybased: basis is missing"),
        (with_auth(r#"{ "basis": "peer", "hue": 1, "fields": { "a": {} } }"#), "/auth/keybased/hue: unknown key"),
        (
            with_auth(r#"{ "basis": "peer", "fields": { "a": {}, "b": {}, "a": {} } }"#),
            "/auth/keybased/fields/a: this key stands twice",
        ),
        (
            with_auth(r#"{ "basis": "peer", "any_of": [["b"]], "fields": { "a": {} } }"#),
            "/auth/keybased/any_of/0/0: b is none of the fields",
        ),
        (
            with_auth(r#"{ "basis": "peer", "any_of": [["a"]], "fields": { "a": {} } }"#),
            "/auth/keybased/any_of/0/0: a is required anyway",
        ),
        (
            with_auth(r#"{ "basis": "peer", "any_of": [[]], "fields": { "a": {} } }"#),
            "/auth/keybased/any_of/0: an empty set is always whole",
        ),
        (
            with_auth(r#"{ "basis": "peer", "fields": { "a b": {} } }"#),
            "/auth/keybased/fields/a b: a field's name has no blanks",
        ),
        (many, "/auth/keybased/fields: has 65 fields; at most 64 are possible"),
        (with_field("[]"), "/auth/keybased/fields/api_key: must be an object"),
        (with_field(r#"{ "requird": false }"#), "/auth/keybased/fields/api_key/requird: unknown key"),
        (with_field(r#"{ "required": "no" }"#), "/auth/keybased/fields/api_key/required: must be true or false"),
        (
            with_field(r#"{ "required": true }"#),
            "/auth/keybased/fields/api_key/required: leave it out: true is the default",
        ),
        (
            with_field(r#"{ "label": "API Key" }"#),
            "/auth/keybased/fields/api_key/label: leave it out: the name gives it",
        ),
        (with_field(r#"{ "input": "colour" }"#), "/auth/keybased/fields/api_key/input: must be one of text"),
        (with_field(r#"{ "input": "select" }"#), "/auth/keybased/fields/api_key: a select has options"),
        (with_field(r#"{ "options": ["a"] }"#), "/auth/keybased/fields/api_key: a select has options"),
        (with_field(r#"{ "basis": "guess" }"#), "/auth/keybased/fields/api_key/basis: must be one of"),
        (with_field(r#"{ "address": "moon" }"#), "/auth/keybased/fields/api_key/address: must be \"url\""),
        (
            with_field(r#"{ "address": { "subdomain": "acme.com" } }"#),
            "/auth/keybased/fields/api_key/address/subdomain: is what follows",
        ),
        (
            with_field(r#"{ "formats": [{ "pattern": "a", "means": "x", "source": "x" }] }"#),
            "/auth/keybased/fields/api_key/formats/0/pattern: must begin with ^",
        ),
        (
            with_field(r#"{ "formats": [{ "pattern": "^a", "means": "x" }] }"#),
            "/auth/keybased/fields/api_key/formats/0: source is missing",
        ),
        (
            with_field(r#"{ "formats": [{ "pattern": "^a", "means": "x", "source": "x", "mode": "mock" }] }"#),
            "/auth/keybased/fields/api_key/formats/0/mode: must be one of test, live",
        ),
        ("[]".into(), ": must be an object"),
        ("{".into(), ": no JSON"),
    ];
    for (text, expected) in cases {
        let refusal = refusal(text);
        assert!(refusal.starts_with(expected), "{refusal}\n instead of\n{expected}");
    }
}

#[test]
fn points_at_line_and_column() {
    let text = "{\n  \"slug\": \"acme\",\n  \"name\": 7 }";
    let fault = schema::read("other", text, compile).err().unwrap();
    assert_eq!(fault.to_string(), "2:11: /slug: must be the file's name: other");
    let fault = schema::read("acme", "{\n  \"slug\" \"acme\" }", compile).err().unwrap();
    assert_eq!((fault.line, fault.column), (2, 10));
    let fault = schema::read("acme", "{ \"ä\": { \"x\": 1, \"x\": 2 } }", compile).err().unwrap();
    assert_eq!(fault.to_string(), "1:23: /ä/x: this key stands twice");
}

#[test]
fn refuses_an_alias_that_is_taken() {
    let app = |slug: &str, aliases: &str| {
        let text = with_field("{}")
            .replace("\"acme\"", &format!("\"{slug}\""))
            .replace("\"auth\"", &format!("\"aliases\": {aliases}, \"auth\""));
        schema::read(slug, &text, compile).unwrap()
    };
    let fine = [app("a", r#"["aa"]"#), app("b", r#"["bb"]"#)];
    assert!(schema::clashes(&fine).is_empty());
    let taken = [app("a", r#"["b"]"#), app("b", r#"["bb"]"#), app("c", r#"["bb"]"#)];
    let expected = [("a", "alias b is already a slug or an alias"), ("c", "alias bb is already a slug or an alias")];
    assert_eq!(schema::clashes(&taken), expected.map(|(slug, reason)| (slug.to_string(), reason.to_string())));
}

#[test]
fn editors_are_told_the_same() {
    let told: Value = serde_json::from_str(include_str!("../schemas/app.schema.json")).unwrap();
    let strings = |value: &Value| -> Vec<String> {
        value.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_string()).collect()
    };
    let keys = |pointer: &str| -> Vec<String> {
        let mut keys: Vec<_> =
            told.pointer(pointer).unwrap()["properties"].as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    let sorted = |names: &[&str]| {
        let mut names: Vec<_> = names.iter().map(ToString::to_string).collect();
        names.sort();
        names
    };
    assert_eq!(keys(""), sorted(&schema::APP_KEYS));
    assert_eq!(keys("/$defs/authType"), sorted(&schema::AUTH_KEYS));
    assert_eq!(keys("/$defs/field"), sorted(&schema::FIELD_KEYS));
    assert_eq!(keys("/$defs/format"), sorted(&schema::FORMAT_KEYS));
    assert_eq!(strings(&told["$defs"]["basis"]["enum"]), schema::BASES);
    assert_eq!(strings(&told["$defs"]["field"]["properties"]["input"]["enum"]), schema::INPUTS);
    assert_eq!(strings(&told["$defs"]["format"]["properties"]["mode"]["enum"]), schema::MODES);
    assert_eq!(told["$defs"]["authType"]["properties"]["fields"]["maxProperties"], schema::MAX_FIELDS);
}
