//! The compiled catalogue: what `schemas/` say comes out of it, in the documented forms.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use auth_object::catalog::{self, Address, App, AuthType, Basis, Catalog, Input, Mode, export, pattern};
use serde_json::{Value, json};

fn app(slug: &str) -> &'static App {
    Catalog::default().find(slug).unwrap()
}

fn auth_type(slug: &str, name: &str) -> &'static AuthType {
    app(slug).auth_type(name).unwrap()
}

fn text(view: &impl serde::Serialize) -> String {
    serde_json::to_string(view).unwrap()
}

fn parsed(view: &impl serde::Serialize) -> Value {
    serde_json::to_value(view).unwrap()
}

fn names(auth_type: &AuthType, mask: u64) -> Vec<&'static str> {
    auth_type.fields_of(mask).map(|field| field.name).collect()
}

#[test]
fn holds_every_app() {
    let apps = Catalog::default().apps();
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/schemas")).unwrap();
    assert_eq!(apps.len(), files.count() - 1, "a file for each app, and app.schema.json");
    assert!(apps.is_sorted_by_key(|app| app.slug));
    assert!(apps.iter().all(|app| Catalog::default().find(app.slug) == Some(app)));
    for unknown in ["", "Netsuite", "netsuite ", "adyen", "acme"] {
        assert_eq!(Catalog::default().find(unknown), None, "{unknown}");
    }
    let count = |name: &str, basis: Basis| {
        apps.iter().filter_map(|app| app.auth_type(name)).filter(|auth_type| auth_type.basis == basis).count()
    };
    let counts = |name: &str| [Basis::Documented, Basis::Labelled, Basis::Peer].map(|basis| count(name, basis));
    assert_eq!(counts("keybased"), [4, 56, 61]);
    assert_eq!(counts("oauth2"), [5, 94, 11]);
    let best = |basis: Basis| apps.iter().filter(|app| app.basis() == Some(basis)).count();
    assert_eq!([Basis::Documented, Basis::Labelled, Basis::Peer].map(best), [8, 143, 54]);
    assert_eq!(apps.iter().filter(|app| !app.aliases.is_empty()).count(), 9);
}

#[test]
fn every_schema_is_sound() {
    for app in Catalog::default().apps() {
        assert!(!app.auth_types.is_empty() && !app.name.is_empty() && !app.category.is_empty(), "{}", app.slug);
        for auth_type in app.auth_types {
            let mut names: Vec<_> = auth_type.fields.iter().map(|field| field.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), auth_type.fields.len(), "{}", app.slug);
            assert!(auth_type.any_of.iter().all(|set| *set != 0 && set & auth_type.required == 0), "{}", app.slug);
            assert!(
                auth_type.required != 0 || !auth_type.any_of.is_empty(),
                "{}: {} needs nothing",
                app.slug,
                auth_type.name
            );
            for field in auth_type.fields {
                assert!(field.formats.iter().all(|&index| catalog::formats().get(usize::from(index)).is_some()));
                assert_eq!(field.input == Input::Select, !field.options.is_empty(), "{}: {}", app.slug, field.name);
                assert!(!field.secret || matches!(field.input, Input::Password | Input::Text | Input::Textarea));
            }
        }
    }
}

#[test]
fn names_are_those_the_platform_prints_and_brands_those_people_read() {
    for (slug, name, brand) in [
        ("netsuite", "Netsuite", "NetSuite"),
        ("hubspot", "Hubspot", "HubSpot"),
        ("copper", "Copper", "Copper"),
        ("docusign", "Docusign", "DocuSign"),
        ("google_drive", "Google Drive", "Google Drive"),
        ("myob", "My Ob", "MYOB"),
        ("clover", "clover", "Clover"),
    ] {
        assert_eq!((app(slug).name, app(slug).brand), (name, brand));
    }
}

#[test]
fn labels_come_from_the_name_unless_stated() {
    for (slug, auth, name, label) in [
        ("netsuite", "keybased", "account_id", "Account Id"),
        ("netsuite", "keybased", "consumer_key", "Consumer Key"),
        ("stripe", "keybased", "api_key", "API Key"),
        ("snowflake", "keybased", "jdbc_url", "JDBC URL"),
        ("copper", "keybased", "api_token", "API Key"),
        ("copper", "keybased", "email", "Email Address"),
        ("twilio", "keybased", "sid", "Account SID"),
        ("workday", "keybased", "sub_domain", "Sub-Domain"),
        ("sftp", "keybased", "pem_key_passphrase", "PEM Key Passphrase"),
        ("freshsales", "keybased", "freshsales_crm_domain", "Freshsales CRM Domain"),
    ] {
        let auth_type = auth_type(slug, auth);
        assert_eq!(auth_type.fields[auth_type.position(name).unwrap()].label(), label);
    }
}

#[test]
fn one_of_several_sets_is_enough() {
    let sets = |slug: &str, name: &str| -> Vec<Vec<&str>> {
        let auth_type = auth_type(slug, name);
        auth_type.any_of.iter().map(|set| names(auth_type, *set)).collect()
    };
    for app in Catalog::default().apps() {
        if let Some(oauth2) = app.auth_type("oauth2") {
            assert_eq!(sets(app.slug, "oauth2")[..2], [["access_token"], ["refresh_token"]], "{}", app.slug);
            assert_eq!(names(oauth2, oauth2.required).iter().filter(|name| name.ends_with("token")).count(), 0);
        }
    }
    assert_eq!(sets("hubspot", "oauth2").len(), 2);
    assert_eq!(sets("slack", "oauth2")[2..], [["bot_token"], ["user_token"], ["workspace_token"]]);
    assert_eq!(sets("netsuite", "oauth2")[2..], [["certificate_id", "private_key", "client_id"]]);
    for slug in ["databricks", "ramp", "sap_sourcing"] {
        assert_eq!(sets(slug, "oauth2")[2..], [["client_id", "client_secret"]], "{slug}");
    }
    assert_eq!(sets("mongodb", "keybased")[0], ["connection_string"]);
    assert_eq!(sets("databricks", "keybased"), [vec!["api_key"], vec!["client_id", "client_secret"]]);
    assert_eq!(sets("sftp", "keybased"), [["password"], ["pem_key"]]);
    assert_eq!(
        sets("snowflake", "keybased"),
        [
            vec!["account_id", "username", "private_key"],
            vec!["account_id", "client_id", "client_secret", "token_url"],
            vec!["account_id", "username", "password"],
            vec!["account_id", "oauthclientid", "oauthclientsecret", "oauthtokenrequesturl"],
            vec!["jdbc_url"],
        ]
    );
}

#[test]
fn addresses() {
    let address = |slug: &str, name: &str| {
        let fields = app(slug).auth_types.iter().flat_map(|auth_type| auth_type.fields);
        fields.into_iter().find(|field| field.name == name).unwrap().address
    };
    assert_eq!(address("shopify", "store_name"), Address::Subdomain(".myshopify.com"));
    assert_eq!(address("zendesk", "subdomain"), Address::Subdomain(".zendesk.com"));
    assert_eq!(address("auth0", "domain"), Address::Host);
    assert_eq!(address("servicenow", "instance_url"), Address::Url);
    assert_eq!(address("stripe", "api_key"), Address::None);
}

#[test]
fn formats_recognise_and_know_their_mode() {
    let found = |slug: &str, auth: &str, name: &str, value: &str| {
        let auth_type = auth_type(slug, auth);
        let field = auth_type.fields[auth_type.position(name).unwrap()];
        let formats = field.formats.iter().map(|&index| &catalog::formats()[usize::from(index)]);
        formats
            .filter(|format| pattern::matches(format.program, value.as_bytes()))
            .map(|format| (format.means, format.mode, format.exclusive))
            .collect::<Vec<_>>()
    };
    let stripe = |mode: &str| found("stripe", "keybased", "api_key", &["sk_", mode, "_aaaaaaaaaaaa"].concat());
    assert_eq!(stripe("test"), [("Stripe secret key", Some(Mode::Test), true)]);
    assert_eq!(stripe("live"), [("Stripe secret key", Some(Mode::Live), true)]);
    assert_eq!(stripe("fake"), []);
    let account_id = found("netsuite", "oauth2", "account_id", "1234567_SB1");
    assert_eq!(account_id, [("NetSuite account id, for example 1234567 or 1234567_SB1", None, true)]);
    assert!(!found("gmail", "oauth2", "access_token", "ya29.aaaa")[0].2, "OAuth access tokens have other shapes too");
}

/// The example of the get-auth-structure document.
#[test]
fn auth_structure_is_in_the_documented_form() {
    let structure = export::auth_structure(app("netsuite"));
    let structure_text = text(&structure);
    let keybased = r#"{"keybased":{"account_id":"string","consumer_key":"string","consumer_secret":"string","token_id":"string","token_secret":"string"},"oauth2":{"#;
    assert!(structure_text.starts_with(keybased), "{structure_text}");
    let structure = parsed(&structure);
    for documented in ["access_token", "refresh_token", "account_id", "client_id", "client_secret", "callback_url"] {
        assert!(structure["oauth2"].get(documented).is_some(), "{documented}");
    }
    assert_eq!(structure["oauth2"]["account_id"], "string");
    assert_eq!(structure["oauth2"]["callback_url"], json!({ "type": "string", "required": false }));
}

/// The example of the get-application document.
#[test]
fn input_fields_are_in_the_documented_form() {
    let fields = export::input_fields(auth_type("netsuite", "keybased"));
    let fields_text = text(&fields);
    let documented = r#"[{"name":"account_id","label":"Account Id","placeholder":"Please enter the Account Id","required":true,"type":"text"},"#;
    assert!(fields_text.starts_with(documented), "{fields_text}");
    let types: Vec<_> = parsed(&fields).as_array().unwrap().iter().map(|field| field["type"].clone()).collect();
    assert_eq!(types, ["text", "text", "password", "text", "password"]);
    let fields = parsed(&export::input_fields(auth_type("postgres", "keybased")));
    let options = &fields.as_array().unwrap().iter().find(|field| field["name"] == "ssl_mode").unwrap()["options"];
    assert_eq!(options[0], json!({ "name": "disable", "value": "disable" }));
}

#[test]
fn json_schema_of_one_auth_type() {
    let schema = parsed(&export::json_schema(app("databricks"), Some(auth_type("databricks", "keybased"))));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["title"], "Databricks keybased");
    assert_eq!(schema["required"], json!(["base_url"]));
    assert_eq!(schema["anyOf"], json!([{ "required": ["api_key"] }, { "required": ["client_id", "client_secret"] }]));
    assert_eq!(schema["additionalProperties"], false);
    let properties = &schema["properties"];
    assert_eq!(properties["client_secret"]["writeOnly"], true);
    assert_eq!(properties["base_url"].get("writeOnly"), None);
    assert_eq!(properties["base_url"]["title"], "Base URL");
    let not_blank = regex::Regex::new(properties["base_url"]["pattern"].as_str().unwrap()).unwrap();
    for character in ('\0'..='\u{ffff}').chain(['\u{10ffff}']) {
        assert_eq!(not_blank.is_match(&character.to_string()), !character.is_whitespace(), "{character:?}");
    }
}

#[test]
fn json_schema_of_an_app_takes_both_shapes() {
    let schema = parsed(&export::json_schema(app("gong"), None));
    let wrapped = |name: &str, reference: &str| json!({ "type": "object", "properties": { name: { "$ref": reference } }, "required": [name], "additionalProperties": false });
    let expected = json!([
        wrapped("keybased", "#/$defs/keybased"),
        wrapped("oauth2", "#/$defs/oauth2"),
        { "$ref": "#/$defs/keybased" },
        { "$ref": "#/$defs/oauth2" },
    ]);
    assert_eq!(schema["anyOf"], expected);
    assert_eq!(schema["$defs"]["keybased"]["required"], json!(["access_key", "access_key_secret"]));
}

#[test]
fn apps_and_app() {
    let apps = parsed(&export::apps(&Catalog::default()));
    assert_eq!(apps.as_array().unwrap().len(), Catalog::default().apps().len());
    let stripe = json!({ "slug": "stripe", "name": "Stripe", "brand": "Stripe", "category": "Payments", "authTypes": ["keybased"], "basis": "labelled" });
    assert!(apps.as_array().unwrap().contains(&stripe));
    let adyen = parsed(&export::app(app("adeyn")));
    let expected = json!({
        "slug": "adeyn", "name": "Adyen", "brand": "Adyen", "category": "Payments", "authTypes": ["keybased"], "basis": "labelled", "aliases": ["adyen"],
        "auth": { "keybased": { "basis": "labelled", "fields": [
            { "name": "api_key", "label": "API Key", "required": true, "secret": true, "input": "password" }
        ] } }
    });
    assert_eq!(adyen, expected);
    let hubspot = parsed(&export::app(app("hubspot")));
    assert_eq!([&hubspot["name"], &hubspot["brand"]], ["Hubspot", "HubSpot"]);
    assert_eq!(hubspot["auth"]["oauth2"]["anyOf"], json!([["access_token"], ["refresh_token"]]));
    assert!(Catalog::default().apps().iter().all(|app| parsed(&export::app(app))["slug"] == app.slug));
}
