//! Apps registered at run time by their documented auth structure.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use auth_object::catalog::{App, AuthType, Basis, Catalog, Input, RegisterError, export};
use auth_object::{Checker, Operation, Request};

fn register(slug: &str, structure: &str) -> Result<&'static App, RegisterError> {
    Catalog::default().register(slug, structure.as_bytes())
}

fn auth_structure(app: &App) -> String {
    serde_json::to_string(&export::auth_structure(app)).unwrap()
}

fn names(auth_type: &AuthType, mask: u64) -> Vec<&'static str> {
    auth_type.fields_of(mask).map(|field| field.name).collect()
}

/// The example of the get-auth-structure document.
const NETSUITE: &str = r#"{
    "keybased": { "account_id": "string", "consumer_key": "string", "consumer_secret": "string", "token_id": "string", "token_secret": "string" },
    "oauth2": { "access_token": "string", "refresh_token": "string", "account_id": "string", "client_id": "string", "client_secret": "string", "callback_url": { "type": "string", "required": false } } }"#;

#[test]
fn the_documented_structure_wins_over_the_compiled_one() {
    let mut catalog = Catalog::default();
    let compiled = catalog.find("netsuite").unwrap();
    let app = catalog.register("netsuite", NETSUITE.as_bytes()).unwrap();
    assert_eq!(catalog.find("netsuite"), Some(app));
    assert_eq!(catalog.apps().iter().filter(|known| known.slug == "netsuite").count(), 1);
    assert_eq!((app.name, app.brand, app.category), (compiled.name, compiled.brand, compiled.category));
    let [keybased, oauth2] = app.auth_types else { panic!("two auth types") };
    assert!(keybased.basis == Basis::Live && oauth2.basis == Basis::Live);
    // What was known of the fields stays known.
    assert_eq!(keybased.fields, compiled.auth_types[0].fields);
    assert_eq!(keybased.required, 0b11111);
    // For migrating one of the two tokens is enough, and the client's fields are optional.
    assert_eq!(names(oauth2, oauth2.required), ["account_id"]);
    assert_eq!(oauth2.any_of, [0b01, 0b10]);
}

#[test]
fn sets_of_the_compiled_app_stay_where_their_fields_do() {
    let app = register("slack", r#"{"oauth2":{"bot_token":"string","access_token":"string"}}"#).unwrap();
    let oauth2 = app.auth_type("oauth2").unwrap();
    assert_eq!(oauth2.any_of, [0b10, 0b01]);
    assert_eq!(names(oauth2, oauth2.required), ["bot_token"]);
    let app = register("dropbox", r#"{"oauth2":{"secret_word":"string"}}"#).unwrap();
    let oauth2 = app.auth_type("oauth2").unwrap();
    assert!(oauth2.any_of.is_empty() && oauth2.required == 1);
}

#[test]
fn an_unknown_app_takes_what_is_known_of_such_fields() {
    let structure = r#"{"keybased":{"api_key":"string","base_url":"string","site_word":{"type":"string","required":false}},"saml":{"x":"string"}}"#;
    let app = register("acme_billing", structure).unwrap();
    assert_eq!((app.slug, app.category), ("acme_billing", "Other"));
    assert_eq!((app.name, app.brand), ("Acme Billing", "Acme Billing"));
    assert_eq!(auth_structure(app), structure);
    let [api_key, base_url, site_word] = app.auth_types[0].fields else { panic!("three fields") };
    assert!(api_key.secret && api_key.formats.is_empty());
    assert!(!base_url.secret && base_url.input == Input::Url);
    assert!(site_word.secret && site_word.input == Input::Password && site_word.label() == "Site Word");
    assert_eq!(app.auth_types[0].required, 0b011);
}

#[test]
fn the_same_structure_is_the_same_app() {
    let (one, other) = (r#"{"keybased":{"a":"string"}}"#, r#"{"keybased":{"b":"string"}}"#);
    let mut catalog = Catalog::default();
    let mut register = |structure: &str| {
        let app = catalog.register("acme_twice", structure.as_bytes()).unwrap();
        assert_eq!(catalog.find("acme_twice"), Some(app));
        app
    };
    let first = register(one);
    assert!(std::ptr::eq(first, register(one)));
    assert!(!std::ptr::eq(first, register(other)));
    assert!(std::ptr::eq(first, register(one)));
}

#[test]
fn of_a_name_given_twice_the_last_counts() {
    let app =
        register("acme_dup", r#"{"keybased":{"a":"string","b":"string","a":{"type":"string","required":false}}}"#)
            .unwrap();
    assert_eq!(auth_structure(app), r#"{"keybased":{"a":{"type":"string","required":false},"b":"string"}}"#);
}

#[test]
fn every_view_of_an_app_can_be_registered() {
    for app in Catalog::default().apps().into_iter().filter(|app| app.slug.starts_with('z')) {
        let structure = auth_structure(app);
        let live = register(app.slug, &structure).unwrap();
        assert_eq!(auth_structure(live), structure);
        for (live, compiled) in live.auth_types.iter().zip(app.auth_types) {
            assert_eq!((live.fields, live.required), (compiled.fields, compiled.required));
        }
    }
}

#[test]
fn refuses_what_is_no_auth_structure() {
    let many: Vec<String> = (0..65).map(|index| format!("\"f{index}\":\"string\"")).collect();
    let many = format!("{{\"keybased\":{{{}}}}}", many.join(","));
    for (slug, structure, part) in [
        ("", "{}", "must not be blank"),
        ("custom", r#"{"keybased":{"a":"string"}}"#, "never has a schema"),
        ("acme", "{}", "customApps"),
        ("acme", "", "not a JSON object"),
        ("acme", "[]", "not a JSON object"),
        ("acme", r#"{"keybased":{"a":"string"},}"#, "not a JSON object"),
        (
            "acme",
            r#"{"error":"SERVER_ERROR","message":"Schema not found"}"#,
            "error must be an object of 1 to 64 fields",
        ),
        ("acme", r#"{"keybased":{}}"#, "keybased must be an object of 1 to 64 fields"),
        ("acme", r#"{"key based":{"a":"string"}}"#, "key based must be an object"),
        ("acme", &many, "keybased must be an object of 1 to 64 fields"),
        ("acme", r#"{"keybased":{"a":1}}"#, "keybased.a must be a type"),
        ("acme", r#"{"keybased":{"a":{"required":"no"}}}"#, "keybased.a must be a type"),
        ("acme", r#"{"keybased":{"a":{"type":7}}}"#, "keybased.a must be a type"),
    ] {
        let message = register(slug, structure).unwrap_err().to_string();
        assert!(message.contains(part), "{message}");
    }
    // An auth_object by mistake: refused, and nothing of it repeated.
    let message = register("acme", r#"{"oauth2":{"access_token":"fake-AAAA-1111"}}"#).unwrap_err().to_string();
    assert!(message.contains("oauth2.access_token") && !message.contains("AAAA"), "{message}");
}

#[test]
fn values_of_registered_fields_are_fixed_whatever_their_names() {
    let fields = ["clé_api", "customfield_10023456", "aB3dE6gH9jK2mN5p", "token:prod"];
    for field in fields {
        let mut catalog = Catalog::default();
        catalog.register("acme", format!("{{\"keybased\":{{\"{field}\":\"string\"}}}}").as_bytes()).unwrap();
        let checker = Checker::builder().catalog(catalog).build();
        let body = format!("{{\"slug\":\"acme\",\"auth_object\":{{\"keybased\":{{\"{field}\":\" fake-1 \"}}}}}}");
        let verdict = checker.check(&Request::new(body.as_bytes()));
        let expected = format!("/auth_object/keybased/{field}");
        let fix = verdict.hints.iter().flat_map(|hint| hint.fix.iter()).next();
        assert!(matches!(fix, Some(Operation::Replace { path, .. }) if *path == expected), "{field}");
    }
}
