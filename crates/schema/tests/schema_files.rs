//! What the generator accepts and rejects in a schema file, and that `schemas/app.schema.json` says the same to editors.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use auth_object_schema::read::{self, Address, SchemaError, Set, name_conflicts};
use serde_json::Value;

/// A schema file with one auth type.
fn with_auth(auth: &str) -> String {
    format!(
        r#"{{ "slug": "acme", "name": "Acme", "category": "CRM", "auth": {{ "keybased": {auth} }}, "sources": ["x"] }}"#
    )
}

/// A schema file with one field.
fn with_field(field: &str) -> String {
    with_auth(&format!(r#"{{ "basis": "peer", "fields": {{ "api_key": {field} }} }}"#))
}

/// The JSON pointer and the reason of the rejection.
fn rejection(source: &str) -> String {
    match read::app("acme", source) {
        Ok(_) => panic!("accepted: {source}"),
        Err(SchemaError { pointer, reason, .. }) => format!("{pointer}: {reason}"),
    }
}

#[test]
fn reads_what_a_file_says() {
    let text = with_auth(
        r#"{ "basis": "documented", "title": "Keys", "any_of": [{ "title": "Token", "fields": ["token"], "optional": ["scope"] }], "fields": {
            "account_id": { "label": "Account Id", "title": "Account ID", "example": "1234567_SB1", "help": "Setup → Company", "docs": "https://acme.com/docs", "address": { "subdomain": ".acme.com" } },
            "token": { "required": false, "secret": true, "formats": [{ "pattern": "^t", "means": "Acme token", "source": "x", "exclusive": false }] },
            "base_url": { "input": "url" }, "scope": { "required": false },
            "oauthscope": { "required": false, "replaced_by": "scope" }, "callback_url": { "required": false, "internal": true } } }"#,
    );
    let app = read::app("acme", &text).unwrap();
    assert_eq!((app.name.as_str(), app.brand), ("Acme", None));
    let branded = text.replace(r#""category""#, r#""docs": "https://acme.com/keys#new", "brand": "ACME", "category""#);
    let branded = read::app("acme", &branded).unwrap();
    assert_eq!((branded.brand.as_deref(), branded.docs.as_deref()), (Some("ACME"), Some("https://acme.com/keys#new")));
    let [auth] = &app.auth[..] else { panic!("one auth type") };
    let names: Vec<&str> = auth.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["account_id", "token", "base_url", "scope", "oauthscope", "callback_url"]);
    let [Set { title, fields, optional }] = &auth.any_of[..] else { panic!("one set") };
    assert_eq!((title.as_deref(), &fields[..], &optional[..]), (Some("Token"), &[1][..], &[3][..]));
    let [account_id, token, base_url, scope, older, internal] = &auth.fields[..] else { panic!("six fields") };
    assert_eq!(auth.title.as_deref(), Some("Keys"));
    let texts = [&account_id.title, &account_id.example, &account_id.help, &account_id.docs].map(Option::as_deref);
    assert_eq!(texts, ["Account ID", "1234567_SB1", "Setup → Company", "https://acme.com/docs"].map(Some));
    assert_eq!([&token.title, &token.example, &token.help, &token.docs], [&None; 4]);
    assert_eq!((older.replaced_by.as_deref(), older.internal), (Some("scope"), false));
    assert_eq!((scope.replaced_by.as_deref(), internal.internal), (None, true));
    assert_eq!(account_id.label.as_deref(), Some("Account Id"));
    assert!(account_id.required && !account_id.secret && account_id.input == "text");
    assert!(account_id.address == Address::Subdomain(".acme.com".into()));
    assert!(!token.required && token.secret && token.input == "password" && !token.formats[0].exclusive);
    assert!(base_url.address == Address::Url);
}

/// A schema file whose auth type has this host and fields of every kind.
fn with_host(host: &str) -> String {
    with_auth(&format!(
        r#"{{ "basis": "peer", "host": "{host}", "fields": {{ "account": {{}}, "key": {{ "secret": true }},
            "store": {{ "address": {{ "subdomain": ".acme.com" }} }}, "url": {{ "input": "url" }} }} }}"#
    ))
}

#[test]
fn reads_a_host() {
    for host in ["{account}.acme.com", "{account}.api.acme-1.com", "{store}.acme.com", "{url}"] {
        let app = read::app("acme", &with_host(host)).unwrap();
        assert_eq!(app.auth[0].host.as_deref(), Some(host));
    }
}

#[test]
fn rejects_a_host_that_a_value_could_choose_or_that_would_display_a_secret() {
    let cases = [
        ("{acount}.acme.com", "unknown field acount"),
        ("{key}.acme.com", "key is secret, but a host is displayed"),
        ("api.acme.com", "must start with a field: {account_id}.example.com"),
        ("{account.acme.com", "must start with a field: {account_id}.example.com"),
        ("api.{account}.acme.com", "must start with a field: {account_id}.example.com"),
        ("{account}", "account must be followed by a domain such as .example.com"),
        ("{account}.com", "account must be followed by a domain such as .example.com"),
        ("{account}acme.com", "account must be followed by a domain such as .example.com"),
        ("{account}.{store}.com", "account must be followed by a domain such as .example.com"),
        ("{account}.acme.com:8080", "account must be followed by a domain such as .example.com"),
        ("{account}.Acme.com", "account must be followed by a domain such as .example.com"),
        ("{account}..com", "account must be followed by a domain such as .example.com"),
        ("{store}.other.com", "store must be followed by .acme.com, the suffix of its address"),
        ("{url}.acme.com", "url is a complete address: nothing may follow it"),
        ("", "must not be blank"),
    ];
    for (host, expected) in cases {
        assert_eq!(rejection(&with_host(host)), format!("/auth/keybased/host: {expected}"), "{host}");
    }
    let text = "{\n  \"slug\": \"acme\",\n  \"auth\": { \"keybased\": { \"basis\": \"peer\",\n    \"host\": \"{x}.acme.com\", \"fields\": { \"a\": {} } } } }";
    let fault = read::app("acme", text).err().unwrap();
    assert_eq!(fault.to_string(), "4:13: /auth/keybased/host: unknown field x");
}

#[test]
fn rejects_with_pointer_and_reason() {
    let many: Vec<String> = (0..65).map(|index| format!(r#""f{index}": {{}}"#)).collect();
    let many = with_auth(&format!(r#"{{ "basis": "peer", "fields": {{ {} }} }}"#, many.join(",")));
    let file = |members: &str| format!(r#"{{ "slug": "acme", "name": "Acme", "category": "CRM", {members} }}"#);
    let auth = r#""auth": { "keybased": { "basis": "peer", "fields": { "a": {} } } }"#;
    let cases: &[(String, &str)] = &[
        (
            file(&format!(r#"{auth}, "sources": ["x"], "colour": "red""#)),
            "/colour: unknown key; allowed keys: $schema, slug",
        ),
        (file(&format!(r#"{auth}, "sources": []"#)), "/sources: must name a source"),
        (file(&format!(r#""brand": "Acme", {auth}, "sources": ["x"]"#)), "/brand: remove it: it equals the name"),
        (file(&format!(r#""brand": " ", {auth}, "sources": ["x"]"#)), "/brand: must not be blank"),
        (file(auth), ": sources is missing"),
        (file(r#""auth": {}, "sources": ["x"]"#), "/auth: must have an auth type"),
        (file(r#""auth": [], "sources": ["x"]"#), "/auth: must be an object"),
        (file(&format!(r#"{auth}, "sources": ["x"], "aliases": ["a", "a"]"#)), "/aliases/1: duplicate value"),
        (with_auth("{}").replace(r#""acme""#, r#""acmee""#), "/slug: must be the name of the file: acme"),
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
            "/auth/keybased/fields/a: duplicate key",
        ),
        (
            with_auth(r#"{ "basis": "peer", "any_of": [{ "fields": ["b"] }], "fields": { "a": {} } }"#),
            "/auth/keybased/any_of/0/fields/0: unknown field b",
        ),
        (
            with_auth(r#"{ "basis": "peer", "any_of": [{ "fields": ["a"] }], "fields": { "a": {} } }"#),
            "/auth/keybased/any_of/0/fields/0: a is required: remove it",
        ),
        (
            with_auth(r#"{ "basis": "peer", "any_of": [{ "fields": [] }], "fields": { "a": {} } }"#),
            "/auth/keybased/any_of/0/fields: must name a field",
        ),
        (
            with_auth(r#"{ "basis": "peer", "fields": { "a b": {} } }"#),
            "/auth/keybased/fields/a b: the name of a field must not be empty or have whitespace",
        ),
        (many, "/auth/keybased/fields: has 65 fields; the maximum is 64"),
        (with_field("[]"), "/auth/keybased/fields/api_key: must be an object"),
        (with_field(r#"{ "requird": false }"#), "/auth/keybased/fields/api_key/requird: unknown key"),
        (with_field(r#"{ "required": "no" }"#), "/auth/keybased/fields/api_key/required: must be true or false"),
        (
            with_field(r#"{ "required": true }"#),
            "/auth/keybased/fields/api_key/required: remove it: true is the default",
        ),
        (
            with_field(r#"{ "label": "API Key" }"#),
            "/auth/keybased/fields/api_key/label: remove it: it is the default for this name",
        ),
        (with_field(r#"{ "input": "colour" }"#), "/auth/keybased/fields/api_key/input: must be one of text"),
        (with_field(r#"{ "input": "select" }"#), "/auth/keybased/fields/api_key: a select must have options"),
        (with_field(r#"{ "options": ["a"] }"#), "/auth/keybased/fields/api_key: a select must have options"),
        (with_field(r#"{ "basis": "guess" }"#), "/auth/keybased/fields/api_key/basis: must be one of"),
        (with_field(r#"{ "address": "moon" }"#), "/auth/keybased/fields/api_key/address: must be \"url\""),
        (
            with_field(r#"{ "address": { "subdomain": "acme.com" } }"#),
            "/auth/keybased/fields/api_key/address/subdomain: must be what follows",
        ),
        (
            with_field(r#"{ "formats": [{ "pattern": "a", "means": "x", "source": "x" }] }"#),
            "/auth/keybased/fields/api_key/formats/0/pattern: must start with ^",
        ),
        (
            with_field(r#"{ "formats": [{ "pattern": "^(a+)+$", "means": "x", "source": "x" }] }"#),
            "/auth/keybased/fields/api_key/formats/0/pattern: too many repetitions",
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
        ("{".into(), ": not valid JSON"),
    ];
    for (text, expected) in cases {
        let rejection = rejection(text);
        assert!(rejection.starts_with(expected), "{rejection}\n instead of\n{expected}");
    }
}

#[test]
fn rejects_a_wrong_set() {
    let with_set = |sets: &str| {
        with_auth(&format!(
            r#"{{ "basis": "peer", "any_of": {sets}, "fields": {{ "a": {{ "required": false }}, "b": {{ "required": false }},
                "c": {{}}, "callback_url": {{ "required": false, "internal": true }} }} }}"#
        ))
    };
    let cases = [
        (r#"[["a"]]"#, "/0: must be an object"),
        (r#"[{}]"#, "/0: fields is missing"),
        (r#"[{ "fields": ["a"], "name": "x" }]"#, "/0/name: unknown key; allowed keys: title, fields, optional"),
        (r#"[{ "fields": ["a"], "title": "" }]"#, "/0/title: must not be blank"),
        (r#"[{ "fields": ["a", "a"] }]"#, "/0/fields/1: duplicate field a"),
        (r#"[{ "fields": ["a"], "optional": ["a"] }]"#, "/0/optional/0: duplicate field a"),
        (r#"[{ "fields": ["a"], "optional": [] }]"#, "/0/optional: must name a field"),
        (r#"[{ "fields": ["a"], "optional": ["c"] }]"#, "/0/optional/0: c is required"),
        (r#"[{ "fields": ["callback_url"] }]"#, "/0/fields/0: callback_url is internal"),
        (r#"[{ "title": "x", "fields": ["a"] }, { "title": "x", "fields": ["b"] }]"#, "/1/title: duplicate title"),
    ];
    for (sets, expected) in cases {
        let rejection = rejection(&with_set(sets));
        assert!(rejection.starts_with(&format!("/auth/keybased/any_of{expected}")), "{rejection}");
    }
}

#[test]
fn rejects_a_wrong_text() {
    let long = format!(r#""help": "{}""#, "a".repeat(161));
    let cases = [
        (r#""title": "API Key""#, "/title: remove it: it equals the label"),
        (r#""title": " ""#, "/title: must not be blank"),
        (r#""help": " a""#, "/help: must be one line without outer spaces"),
        (r#""help": "a\nb""#, "/help: must be one line without outer spaces"),
        (r#""help": 7"#, "/help: must be a string"),
        (&long, "/help: has 161 characters; the maximum is 160"),
        (r#""docs": "http://acme.com""#, "/docs: must be the https URL of a page"),
        (r#""docs": "https://acme""#, "/docs: must be the https URL of a page"),
        (r#""docs": "https://user@acme.com/""#, "/docs: must be the https URL of a page"),
        (r#""docs": "https://acme.com/a b""#, "/docs: must be the https URL of a page"),
        (r#""docs": "acme.com""#, "/docs: must be the https URL of a page"),
        (r#""docs": """#, "/docs: must not be blank"),
        (r#""example": "a", "input": "select", "options": ["a"]"#, "/example: remove it: a form shows the options"),
        (r#""example": "a", "secret": true"#, "/example: remove it: an example of a secret looks like a secret"),
        (
            r#""example": "b", "formats": [{ "pattern": "^a$", "means": "x", "source": "x" }]"#,
            "/example: has none of the field's formats",
        ),
        (
            r#""formats": [{ "pattern": "^a$", "means": "x", "source": "x", "fix": "before_slash" }]"#,
            "/formats/0/fix: only a value that never works needs a fix",
        ),
        (
            r#""formats": [{ "pattern": "^a$", "means": "x", "never": "y", "source": "x", "fix": "trim" }]"#,
            "/formats/0/fix: unknown edit",
        ),
    ];
    for (members, expected) in cases {
        assert_eq!(
            rejection(&with_field(&format!("{{ {members} }}"))),
            format!("/auth/keybased/fields/api_key{expected}")
        );
    }
    let file = with_field("{}").replace(r#""auth""#, r#""docs": "x", "auth""#);
    assert_eq!(rejection(&file), "/docs: must be the https URL of a page");
}

#[test]
fn rejects_what_looks_like_a_secret() {
    let secrets = [
        "ghp_aaaaaaaa".to_owned(),
        "Starts with pat-na1-0000".to_owned(),
        format!("fake{}", "1a".repeat(8)),
        format!("https://acme.com/{}", "a1".repeat(10)),
        "mongodb://user:fake@db.acme.com/".to_owned(),
    ];
    for secret in secrets {
        for key in ["example", "help"] {
            let rejection = rejection(&with_field(&format!(r#"{{ "{key}": "{secret}" }}"#)));
            let expected =
                format!("/auth/keybased/fields/api_key/{key}: looks like a secret: describe the value instead");
            assert_eq!(rejection, expected, "{secret}");
        }
    }
    for fine in [
        r#""example": "1234567_SB1""#,
        r#""example": "https://acme--uat.sandbox.my.salesforce.com""#,
        r#""example": "00000000-0000-0000-0000-000000000000""#,
        r#""example": "mongodb+srv://cluster0.acme.mongodb.net/", "secret": true"#,
        r#""example": "jdbc:snowflake://acme.snowflakecomputing.com/", "secret": true"#,
        r#""help": "Starts with pat- or ghp_, for example https://support@acme.com""#,
        r#""example": "b", "formats": [{ "pattern": "^a$", "means": "x", "source": "x", "exclusive": false }]"#,
        r#""example": "b", "formats": [{ "pattern": "^a$", "means": "x", "never": "y", "source": "x" }]"#,
    ] {
        assert!(read::app("acme", &with_field(&format!("{{ {fine} }}"))).is_ok(), "{fine}");
    }
}

#[test]
fn rejects_a_hidden_field_that_a_form_needs() {
    let with_fields = |field: &str| {
        let others = r#""b": {}, "c": { "required": false, "replaced_by": "b" }"#;
        with_auth(&format!(r#"{{ "basis": "peer", "fields": {{ "a": {field}, {others} }} }}"#))
    };
    let cases = [
        (r#"{ "internal": false }"#, "/internal: remove it: false is the default"),
        (r#"{ "internal": true }"#, "/internal: a form hides the field, so it must not be required"),
        (r#"{ "replaced_by": "b" }"#, "/replaced_by: a form hides the field, so it must not be required"),
        (r#"{ "required": false, "replaced_by": "d" }"#, "/replaced_by: unknown field d"),
        (r#"{ "required": false, "replaced_by": "c" }"#, "/replaced_by: a form does not show c either"),
        (
            r#"{ "required": false, "internal": true, "replaced_by": "b" }"#,
            "/replaced_by: remove it: an internal field is hidden already",
        ),
        (r#"{ "required": false, "internal": true, "help": "x" }"#, "/help: remove it: a form hides the field"),
        (r#"{ "required": false, "replaced_by": "b", "title": "x" }"#, "/title: remove it: a form hides the field"),
    ];
    for (field, expected) in cases {
        assert_eq!(rejection(&with_fields(field)), format!("/auth/keybased/fields/a{expected}"));
    }
}

#[test]
fn points_at_line_and_column() {
    let text = "{\n  \"slug\": \"acme\",\n  \"name\": 7 }";
    let fault = read::app("other", text).err().unwrap();
    assert_eq!(fault.to_string(), "2:11: /slug: must be the name of the file: other");
    let fault = read::app("acme", "{\n  \"slug\" \"acme\" }").err().unwrap();
    assert_eq!((fault.line, fault.column), (2, 10));
    let fault = read::app("acme", "{ \"ä\": { \"x\": 1, \"x\": 2 } }").err().unwrap();
    assert_eq!(fault.to_string(), "1:23: /ä/x: duplicate key");
}

#[test]
fn rejects_a_name_that_is_taken() {
    let app = |slug: &str, aliases: &str| {
        let text = with_field("{}")
            .replace("\"acme\"", &format!("\"{slug}\""))
            .replace("\"auth\"", &format!("\"aliases\": {aliases}, \"auth\""));
        read::app(slug, &text).unwrap()
    };
    let fine = [app("a", r#"["aa"]"#), app("b", r#"["bb"]"#)];
    assert!(name_conflicts(&fine).is_empty());
    let taken = [app("a", r#"["b"]"#), app("b", r#"["bb"]"#), app("c", r#"["bb"], "other_names": ["c"]"#)];
    let expected = [("a", "b"), ("c", "bb"), ("c", "c")];
    assert_eq!(
        name_conflicts(&taken),
        expected.map(|(slug, name)| (slug.to_string(), format!("{name} is already the name of an app")))
    );
}

#[test]
fn the_schema_for_editors_says_the_same() {
    let editors: Value = serde_json::from_str(include_str!("../../../schemas/app.schema.json")).unwrap();
    let strings = |value: &Value| -> Vec<String> {
        value.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_string()).collect()
    };
    let keys = |pointer: &str| -> Vec<String> {
        let mut keys: Vec<_> =
            editors.pointer(pointer).unwrap()["properties"].as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    let sorted = |names: &[&str]| {
        let mut names: Vec<_> = names.iter().map(ToString::to_string).collect();
        names.sort();
        names
    };
    assert_eq!(keys(""), sorted(&read::APP_KEYS));
    assert_eq!(keys("/$defs/authType"), sorted(&read::AUTH_KEYS));
    assert_eq!(keys("/$defs/set"), sorted(&read::SET_KEYS));
    assert_eq!(keys("/$defs/field"), sorted(&read::FIELD_KEYS));
    assert_eq!(keys("/$defs/format"), sorted(&read::FORMAT_KEYS));
    assert_eq!(strings(&editors["$defs"]["basis"]["enum"]), read::BASES);
    assert_eq!(strings(&editors["$defs"]["field"]["properties"]["input"]["enum"]), read::INPUTS);
    assert_eq!(strings(&editors["$defs"]["format"]["properties"]["mode"]["enum"]), read::MODES);
    assert_eq!(editors["$defs"]["authType"]["properties"]["fields"]["maxProperties"], read::MAX_FIELDS);
    assert_eq!(editors["$defs"]["words"]["maxLength"], read::MAX_TEXT_CHARS);
}

#[test]
fn a_folder_reports_every_invalid_file() {
    let folder = std::env::temp_dir().join(format!("auth-object-schema-{}", std::process::id())).join("schemas");
    fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, content: &str| fs::write(folder.join(name), content).unwrap();
    write("app.schema.json", "not read");
    write("notes.txt", "not read");
    write("acme.json", &with_field("{}"));
    let apps = read::folder(&folder).unwrap();
    assert_eq!(apps.iter().map(|app| app.slug.as_str()).collect::<Vec<_>>(), ["acme"]);
    write("beta.json", "{ \"slug\": \"acme\" }");
    write("gamma.json", "{");
    let with_alias =
        with_field("{}").replace("\"acme\"", "\"delta\"").replace("\"auth\"", "\"aliases\": [\"acme\"], \"auth\"");
    write("delta.json", &with_alias);
    let errors = read::folder(&folder).err().unwrap();
    assert_eq!(errors[0], "schemas/beta.json:1:11: /slug: must be the name of the file: beta");
    assert_eq!(errors[1], "schemas/delta.json: acme is already the name of an app");
    assert!(errors[2].starts_with("schemas/gamma.json:1:1: not valid JSON"), "{}", errors[2]);
    assert_eq!(errors.len(), 3);
    fs::remove_dir_all(folder.parent().unwrap()).unwrap();
}
