//! What the schema files know beyond the fields: texts for people, and formats of the values that people really paste.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;

use auth_object::catalog::pattern;
use auth_object::catalog::title::title_case;
use auth_object::{Checker, HintCode, Request};
use auth_object_schema::read::{self, App, Field, Format};
use serde_json::json;

/// The apps that people connect most often. A form explains every field of theirs.
const COMMON_APPS: &str = "
    active_campaign adeyn airtable amazons3 amplitude anthropic_claude asana ashby attio basecamp bigcommerce bitbucket
    box brevo calendly chargebee clickup close confluence copper databricks datadog docusign dropbox figma freshbooks
    freshdesk freshsales freshservice front github gitlab gmail gong google_analytics google_bigquery google_calendar
    google_drive google_sheets greenhouse helpscout hibob highlevel hubspot insightly intercom jira klaviyo lever
    mailchimp mailgun marketo mixpanel monday mongodb ms_365 ms_dynamics_crm ms_one_drive ms_teams mysql netsuite notion
    openai pagerduty pipedrive postgres quickbooks sage_intacct salesforce segment sendgrid sentry servicenow sftp
    sharepoint shopify slack smartsheet snowflake sql_server stripe tableau trello twilio workday xero zendesk
    zendesk_crm zoho zohobooks zoom
";

fn schemas() -> Vec<App> {
    read::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas")).unwrap()
}

fn is_shown(field: &Field) -> bool {
    !field.internal && field.replaced_by.is_none()
}

#[test]
fn a_form_explains_every_field_of_a_common_app() {
    let apps = schemas();
    let mut lacking = Vec::new();
    for slug in COMMON_APPS.split_whitespace() {
        let app = apps.iter().find(|app| app.slug == slug).unwrap_or_else(|| panic!("{slug}"));
        for auth in &app.auth {
            if auth.name != "oauth2" && auth.title.is_none() {
                lacking.push(format!("{slug} {}: title", auth.name));
            }
            let silent =
                auth.fields.iter().filter(|field| is_shown(field) && field.help.is_none() && field.example.is_none());
            lacking.extend(silent.map(|field| format!("{slug} {} {}: help or an example", auth.name, field.name)));
        }
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}

/// A form shows the example beside the field, so a value like it must not raise a warning.
#[test]
fn an_example_raises_no_hint() {
    let checker = Checker::default();
    let mut warned = Vec::new();
    for app in schemas() {
        for auth in &app.auth {
            for field in &auth.fields {
                let Some(example) = &field.example else { continue };
                let auth_object = json!({ &*auth.name: { &*field.name: example } });
                let hints = checker.check(&Request::form_value(&app.slug, &auth_object)).hints;
                let hints = hints.into_iter().filter(|hint| hint.code != HintCode::Unsure);
                warned.extend(hints.map(|hint| format!("{} {}: {example}: {}", app.slug, field.name, hint.help)));
            }
        }
    }
    assert!(warned.is_empty(), "{}", warned.join("\n"));
}

#[test]
fn no_two_fields_of_a_form_have_the_same_label() {
    for app in schemas() {
        for auth in &app.auth {
            let label = |field: &Field| {
                field.title.clone().or_else(|| field.label.clone()).unwrap_or_else(|| title_case(&field.name))
            };
            let mut labels: Vec<_> = auth.fields.iter().filter(|field| is_shown(field)).map(label).collect();
            let count = labels.len();
            labels.sort();
            labels.dedup();
            assert_eq!(labels.len(), count, "{} {}: {labels:?}", app.slug, auth.name);
        }
    }
}

/// How a value relates to the formats of a field.
#[derive(Debug, PartialEq)]
enum Sight {
    /// One of the field's formats.
    Taken,
    /// A format that never works in the field.
    Never,
    /// No format, and the field takes no others.
    Unknown,
    /// No format, but the field takes others.
    Open,
}

fn sight(field: &Field, value: &str) -> Sight {
    let matches: Vec<_> =
        field.formats.iter().filter(|format| pattern::matches(&format.program, value.as_bytes())).collect();
    let has = |formats: &[&Format], is_never: bool| formats.iter().any(|format| format.never.is_empty() != is_never);
    let all: Vec<_> = field.formats.iter().collect();
    if has(&matches, false) {
        Sight::Taken
    } else if has(&matches, true) {
        Sight::Never
    } else if has(&all, false) && all.iter().all(|format| format.exclusive) {
        Sight::Unknown
    } else {
        Sight::Open
    }
}

#[test]
fn formats_recognise_what_people_paste() {
    use Sight::{Never, Open, Taken, Unknown};
    let uuid = "00000001-0000-4000-8000-000000000001";
    let bot = ["xoxe.xo", "xb-1-FAKEFAKEFAKEFAKE"].concat();
    let (pat, part, key) = (format!("patFAKEFAKEFAKE00.{}", "a1".repeat(32)), "patFAKEFAKEFAKE00", "keyFAKEFAKEFAKE00");
    let cases = [
        ("slack", "bot_token", &*bot, Taken),
        ("slack", "access_token", &bot, Taken),
        ("slack", "user_token", &bot, Unknown),
        ("salesforce", "instance_url", "https://fake.my.salesforce.com", Taken),
        ("salesforce", "instance_url", "https://fake--uat.sandbox.my.salesforce.com/", Taken),
        ("salesforce", "instance_url", "https://fake-lightning.my.salesforce.com", Taken),
        ("salesforce", "instance_url", "https://na139.salesforce.com", Taken),
        ("salesforce", "instance_url", "https://fake.lightning.force.com/lightning/page/home", Never),
        ("salesforce", "instance_url", "https://fake--uat.sandbox.lightning.force.com", Never),
        ("salesforce", "instance_url", "https://login.salesforce.com", Never),
        ("salesforce", "instance_url", "https://test.salesforce.com/", Never),
        ("salesforce", "instance_url", "https://fake.example.com", Unknown),
        ("snowflake", "account_id", "FAKEORG-FAKE_ACCOUNT", Taken),
        ("snowflake", "account_id", "fakeorg-fake-account.privatelink", Taken),
        ("snowflake", "account_id", "xy12345", Taken),
        ("snowflake", "account_id", "xy12345.eu-central-1", Taken),
        ("snowflake", "account_id", "xy12345.us-east-2.aws", Taken),
        ("snowflake", "account_id", "xy12345.us-central1.gcp", Taken),
        ("snowflake", "account_id", "xy12345.west-europe.azure", Taken),
        ("snowflake", "account_id", "xy12345.privatelink", Taken),
        ("snowflake", "account_id", "FAKEORG.FAKE_ACCOUNT", Never),
        ("zendesk", "email", "fake@example.com/token", Never),
        ("zendesk", "email", "fake@example.com", Open),
        ("netsuite", "account_id", "1234567", Taken),
        ("netsuite", "account_id", "1234567_SB1", Taken),
        ("netsuite", "account_id", "TSTDRV1234567", Taken),
        ("netsuite", "account_id", "1234567-sb1", Never),
        ("netsuite", "account_id", "1234567_sb1", Never),
        ("netsuite", "account_id", "tstdrv1234567", Unknown),
        ("netsuite", "account_id", "https://1234567-sb1.app.netsuite.com", Never),
        ("airtable", "access_token", &pat, Taken),
        ("airtable", "access_token", part, Never),
        ("airtable", "access_token", &pat[..50], Never),
        ("airtable", "access_token", key, Never),
        ("airtable", "access_token", "fake-token", Open),
        ("shopify", "store_name", "fake-store", Taken),
        ("shopify", "store_name", "fake.example.com", Unknown),
        ("ms_teams", "client_secret", uuid, Never),
        ("hubspot", "access_token", uuid, Never),
        ("hubspot", "access_token", &format!("pat-ca1-{uuid}"), Taken),
        ("pagerduty", "api_token", "fake+FAKE-fake_FAKE1", Taken),
        ("pagerduty", "api_token", "fake", Unknown),
        ("stripe", "api_key", "sk_org_live_FAKEFAKEFAKE", Taken),
        ("stripe", "api_key", "pk_live_FAKEFAKEFAKE", Never),
    ];
    let apps = schemas();
    for (slug, name, value, expected) in cases {
        let app = apps.iter().find(|app| app.slug == slug).unwrap();
        let field = app.auth.iter().flat_map(|auth| &auth.fields).find(|field| field.name == name).unwrap();
        assert_eq!(sight(field, value), expected, "{slug} {name}: {value}");
    }
}
