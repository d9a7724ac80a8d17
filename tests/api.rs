//! The public API: what its types promise to a program that uses the crate.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use auth_object::rows::{CheckedRow, Report, RowChecker};
use auth_object::{
    Catalog, Certainty, Checker, CheckerBuilder, Code, Context, Edit, Environment, Fault, HintCode, HintVariant, Issue,
    Kind, RegisterError, Request, ResponseBody, Shape, TextBasis, Trust, Verdict, Verification, catalog,
};
use serde_json::json;

/// A credential that must not be in any output. It is long, so that the parts of a redacted key are not in it.
const SECRET: &str = "Zq7-fake-Xw3Lk9Tt5Vb8Rn2";

const fn is_send_and_sync<T: Send + Sync>() {}
const fn is_clone<T: Clone>() {}
const fn is_error<T: std::error::Error + Send + Sync + 'static>() {}

const _: () = {
    is_send_and_sync::<Checker>();
    is_send_and_sync::<CheckerBuilder>();
    is_send_and_sync::<Catalog>();
    is_send_and_sync::<RowChecker>();
    is_send_and_sync::<Report>();
    is_send_and_sync::<CheckedRow>();
    is_send_and_sync::<Request<'_>>();
    is_send_and_sync::<Verdict<'_>>();
    is_clone::<Checker>();
    is_clone::<Catalog>();
    is_clone::<Request<'_>>();
    is_clone::<Context<'_>>();
    is_clone::<Verdict<'_>>();
    is_error::<RegisterError>();
    is_error::<Issue>();
};

fn slack() -> Request<'static> {
    Request::new(br#"{"slug":"slack","auth_object":{"access_token":"fake-token"}}"#)
        .api_key("tk-fake")
        .linked_account_id("account:12345")
}

fn codes(verdict: &Verdict<'_>) -> Vec<Code> {
    verdict.issues().iter().map(|issue| issue.code).collect()
}

#[test]
fn clones_share_their_options() {
    let calls = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&calls);
    let next_id = move || counter.fetch_add(1, Ordering::Relaxed).to_string();
    let checker = Checker::builder().request_ids(next_id).build();
    let clone = checker.clone();
    assert!(std::ptr::eq(checker.catalog(), clone.catalog()));
    for checker in [checker, clone] {
        std::thread::spawn(move || drop(checker.check(&Request::new(b"")))).join().unwrap();
    }
    assert_eq!(calls.load(Ordering::Relaxed), 2);
}

#[test]
fn only_its_checker_knows_a_registered_app() {
    let structure = br#"{"keybased":{"api_key":"string"}}"#;
    let checker = Checker::builder().register("acme_billing", structure).unwrap().build();
    let request = Request::form("acme_billing", br#"{"keybased":{"api_key":"fake-key"}}"#);
    assert!(checker.check(&request).is_accepted());
    assert!(checker.clone().check(&request).is_accepted());
    assert_eq!(codes(&Checker::default().check(&request)), [Code::UnknownApp]);
    let mut catalog = Catalog::default();
    let copy = catalog.clone();
    catalog.register("acme_billing", structure).unwrap();
    assert!(copy.find("acme_billing").is_none());
    assert!(Checker::builder().catalog(catalog).build().check(&request).is_accepted());
}

#[test]
fn the_builder_sets_what_its_methods_say() {
    let checker = Checker::default();
    assert!(checker.check(&slack()).is_accepted());
    assert_eq!(
        checker.check(&slack()).unchecked,
        [Code::InvalidCredentials, Code::LinkedAccountNotFound, Code::VerificationFailed]
    );

    let checker = Checker::builder().api_keys(["tk-fake", "tk-second"]).linked_accounts(["account:12345"]).build();
    assert!(checker.check(&slack().api_key("tk-second")).is_accepted());
    assert_eq!(codes(&checker.check(&slack().api_key("tk-other"))), [Code::InvalidCredentials]);
    assert_eq!(codes(&checker.check(&slack().linked_account_id("other"))), [Code::LinkedAccountNotFound]);
    assert_eq!(checker.check(&slack()).unchecked, [Code::VerificationFailed]);

    let checker = Checker::builder().custom_apps(vec![String::from("slack")]).build();
    assert_eq!(codes(&checker.check(&slack())), [Code::CustomApp]);

    let unknown = Request::form("no_such_app", b"{\"a\":\"fake\"}");
    let verdict = Checker::builder().trust(Trust::Documented).build().check(&unknown);
    assert!(verdict.is_accepted() && verdict.hints[0].code == HintCode::Unsure);
    assert_eq!(Checker::default().check(&unknown).certainty(), Some(Certainty::Likely));

    let quoted = Request::form("slack", br#"{"access_token":"\"fake-token-0123456789\""}"#);
    assert!(Checker::default().check(&quoted).hints.iter().any(|hint| hint.code == HintCode::Quoted));
    assert!(Checker::builder().hints(false).build().check(&quoted).hints.is_empty());
}

#[test]
fn the_builder_sets_clock_and_request_ids() {
    // {"alg":"none"}.{"exp":1700000000}, without a signature
    let jwt = "eyJhbGciOiJub25lIn0.eyJleHAiOjE3MDAwMDAwMDB9.c2lnbmF0dXJl";
    let body = json!({ "access_token": jwt, "refresh_token": "fake-refresh-token" });
    let expired = |now: u64| {
        let checker = Checker::builder().clock(move || now).build();
        checker.check(&Request::form_value("slack", &body)).hints.iter().any(|hint| hint.code == HintCode::JwtExpired)
    };
    assert!(!expired(1_600_000_000));
    assert!(expired(1_800_000_000));

    let request_id = |checker: &Checker| match checker.check(&Request::new(b"")).response.body {
        ResponseBody::Long { request_id, .. } => request_id.into_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(request_id(&Checker::builder().request_ids(|| "request-1".into()).build()), "request-1");
    let random = Checker::default();
    assert_ne!(request_id(&random), request_id(&random));
}

#[test]
fn a_context_changes_one_call() {
    let checker = Checker::default();
    let mut context = checker.context();
    context.verification = Some(Verification::Rejected("The token was revoked."));
    assert_eq!(codes(&context.check(&slack())), [Code::VerificationFailed]);
    context.verification = Some(Verification::Accepted);
    context.integrations = Some(&|slug| slug == "slack");
    let body = serde_json::to_value(context.check(&slack()).response.body).unwrap();
    assert_eq!(body["message"], "Integration - slack updated");
    context.shape = Some(Shape::Typed);
    assert_eq!(codes(&context.check(&slack())), [Code::AuthType]);
    assert!(checker.check(&slack()).is_accepted());
}

/// Panics if a `Debug` output contains the secret, as characters or as the numbers of its bytes.
fn assert_safe(output: &dyn std::fmt::Debug) {
    for output in [format!("{output:?}"), format!("{output:#?}")] {
        assert!(!output.contains(SECRET), "{output}");
        assert!(!output.contains("Xw3Lk9Tt5"), "{output}");
        let spaceless: String = output.split_whitespace().collect();
        assert!(
            !spaceless.contains(format!("{:?}", SECRET.as_bytes()).trim_matches(['[', ']']).replace(' ', "").as_str())
        );
    }
}

#[test]
fn debug_output_contains_no_credential() {
    let checker = Checker::builder().api_keys([SECRET]).linked_accounts([SECRET]).custom_apps(["mine"]).build();
    assert_safe(&checker);
    assert_safe(&checker.context());
    assert_safe(&Checker::builder().api_keys([SECRET]));
    let auth_objects = [
        json!({ "access_token": SECRET }),
        json!({ "access_token": format!("Bearer {SECRET}"), "refresh_token": format!(" {SECRET}\n") }),
        json!({ "oauth2": { "access_token": SECRET, "made_up": SECRET } }),
        json!({ SECRET: SECRET }),
        json!({ SECRET: { "access_token": SECRET } }),
        json!({ "access_token": [SECRET], "refresh_token": { SECRET: SECRET } }),
        json!({ "slug": "slack", "auth_object": { "access_token": SECRET } }),
        json!(SECRET),
        json!(format!("{{\"access_token\":\"{SECRET}\"}}")),
    ];
    let checkers = [Checker::default(), Checker::builder().trust(Trust::Documented).build(), checker];
    for auth_object in &auth_objects {
        for slug in ["slack", "stripe", SECRET] {
            let body = json!({ "slug": slug, "auth_object": auth_object, "other": SECRET });
            let text = body.to_string();
            let cut = &text.as_bytes()[..text.len() - 3];
            for request in [
                Request::from_value(&body).api_key(SECRET).linked_account_id("account:12345"),
                Request::new(text.as_bytes()).api_key(SECRET).linked_account_id("account:12345"),
                Request::new(cut).api_key(SECRET),
                Request::form_value(slug, auth_object),
            ] {
                assert_safe(&request);
                for checker in &checkers {
                    assert_safe(&checker.check(&request));
                }
            }
            for checker in &checkers {
                let mut rows = checker.rows();
                assert_safe(&rows.push(format!("{text}\n").as_bytes()));
                assert_safe(&rows);
                // The row is not complete, so the checker keeps its start.
                assert_safe(&rows.push(cut));
                assert_safe(&rows);
                assert_safe(&rows.end());
            }
            // An auth_object or a whole request, by mistake.
            for structure in [auth_object.to_string(), text.clone()] {
                let error = Catalog::default().register("acme_billing", structure.as_bytes()).unwrap_err();
                assert_safe(&error);
                assert!(!error.to_string().contains(SECRET), "{error}");
            }
        }
    }
}

#[test]
fn display_writes_the_name_in_json() {
    fn same(value: impl std::fmt::Display + serde::Serialize) {
        assert_eq!(json!(value), json!(value.to_string()));
    }
    Code::ALL.into_iter().for_each(same);
    HintCode::ALL.into_iter().for_each(same);
    HintVariant::ALL.into_iter().for_each(same);
    Edit::ALL.into_iter().for_each(same);
    [Shape::Typed, Shape::Flat].into_iter().for_each(same);
    [Certainty::Certain, Certainty::Likely].into_iter().for_each(same);
    [TextBasis::Documented, TextBasis::Sibling, TextBasis::Inferred].into_iter().for_each(same);
    [Kind::Null, Kind::Boolean, Kind::Number, Kind::String, Kind::Array, Kind::Object].into_iter().for_each(same);
    [Fault::Empty, Fault::BigInt, Fault::TooDeep, Fault::TrailingComma].into_iter().for_each(same);
    assert_eq!(Fault::NotObject(Kind::Array).to_string(), "not_object");
    assert_eq!(Environment::Production.to_string(), "production");
    for app in Catalog::default().apps() {
        app.auth_types.iter().for_each(|auth_type| same(auth_type.basis));
        app.auth_types.iter().flat_map(|one| one.fields).for_each(|field| same(field.input));
    }
    assert!(catalog::formats().iter().filter_map(|format| format.mode).any(|mode| mode.to_string() == "live"));
}

/// The example of the README is the one of the crate's documentation, which runs as a doc test.
#[test]
fn the_readme_has_the_example_of_the_documentation() {
    let code = |text: &str, fence: &str| {
        let (_, after) = text.split_once(fence).unwrap();
        after.split_once("```").unwrap().0.trim().to_owned()
    };
    let lines = include_str!("../src/lib.rs").lines().map_while(|line| line.strip_prefix("//!"));
    let documentation: Vec<_> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    assert_eq!(code(include_str!("../README.md"), "```rust\n"), code(&documentation.join("\n"), "```\n"));
}
