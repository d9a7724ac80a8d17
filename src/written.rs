//! The JSON texts of what crosses the wasm boundary: byte for byte what serde_json makes of the same, which a test holds
//! together. Written by hand, they take a browser a third of the bytes.

use crate::batch::{Count, Failure, Refusal, Report, handed};
use crate::catalog::Basis;
use crate::fixes::Edit;
use crate::reason::Reason;
use crate::request::{Fault, Kind, Shape};
use crate::response::{Body, Response};
use crate::verdict::{About, Certainty, Code, Hint, HintCode, HintVariant, Issue, Operation, Path, TextBasis, Verdict};
use crate::writer::Json;

/// What has a JSON text.
pub(crate) trait Written {
    /// Writes it.
    fn write(&self, json: &mut Json);
}

impl Written for Verdict<'_> {
    fn write(&self, json: &mut Json) {
        json.bracket('{').key("ok").flag(self.ok);
        json.optional("certainty", self.certainty.map(certainty)).optional("slug", self.slug.as_deref());
        json.optional("authType", self.auth_type).optional("shape", self.shape.map(shape));
        json.optional("basis", self.basis.map(Basis::name)).key("response");
        response(&self.response, json);
        if !self.issues.is_empty() {
            list(json, "issues", &self.issues, issue);
        }
        list(json, "hints", &self.hints, hint);
        list(json, "unchecked", &self.unchecked, |one, json| {
            json.text(code(*one));
        });
        json.bracket('}');
    }
}

impl Written for Vec<Hint> {
    fn write(&self, json: &mut Json) {
        items(json, self, hint);
    }
}

impl Written for Vec<Failure> {
    fn write(&self, json: &mut Json) {
        items(json, self, failure);
    }
}

impl Written for Report {
    fn write(&self, json: &mut Json) {
        json.bracket('{').key("total").number(self.total).key("accepted").number(self.accepted);
        json.key("rejected").number(self.rejected).key("byCode").bracket('{');
        for (one, count) in Code::ALL.into_iter().zip(self.by_code).filter(|(_, count)| *count > 0) {
            json.key(code(one)).number(count);
        }
        json.bracket('}').key("byApp").bracket('{');
        for (slug, Count { total, accepted, rejected }) in &self.by_app {
            json.key(slug).bracket('{').key("total").number(*total).key("accepted").number(*accepted);
            json.key("rejected").number(*rejected).bracket('}');
        }
        json.bracket('}').key("failures");
        self.failures.write(json);
        json.bracket('}');
    }
}

/// Its line, its refusal or the number of one that was handed over before, its linked account or `false`.
fn failure(failure: &Failure, json: &mut Json) {
    json.number(failure.line);
    match handed::number(&failure.refusal) {
        Some((number, false)) => {
            json.number(number as u64);
        }
        other => {
            let Refusal { slug, code: rule, message, path: place, .. } = &*failure.refusal;
            json.bracket('{');
            if let Some((number, _)) = other {
                json.key("number").number(number as u64);
            }
            json.optional("slug", slug.as_deref()).member("code", code(*rule)).member("message", message);
            path(place, json);
            json.bracket('}');
        }
    }
    match &failure.linked_account_id {
        Some(id) => json.text(id),
        None => json.flag(false),
    };
}

fn list<T>(json: &mut Json, key: &str, list: &[T], write: fn(&T, &mut Json)) {
    items(json.key(key), list, write);
}

fn items<T>(json: &mut Json, items: &[T], write: fn(&T, &mut Json)) {
    json.bracket('[');
    for item in items {
        write(item, json);
    }
    json.bracket(']');
}

fn response(response: &Response<'_>, json: &mut Json) {
    json.bracket('{').key("status").number(response.status.into()).key("body").bracket('{');
    match &response.body {
        Body::Accepted { success, message } => json.key("success").flag(*success).member("message", message),
        Body::Refused { error } => json.member("error", error),
        Body::NoSchema { error, message } => json.member("error", error).member("message", message),
        Body::Long { status_code, http_error_type, error_code, message, request_id } => {
            envelope(json, *status_code, http_error_type);
            json.member("error_code", error_code).member("message", message).member("request_id", request_id)
        }
        Body::Verification { status_code, http_error_type, error, message } => {
            envelope(json, *status_code, http_error_type);
            json.member("error", error).member("message", message)
        }
    };
    json.bracket('}').bracket('}');
}

fn envelope(json: &mut Json, status_code: u16, http_error_type: &str) {
    json.key("status_code").number(status_code.into()).member("http_error_type", http_error_type);
}

fn issue(issue: &Issue, json: &mut Json) {
    json.bracket('{').member("code", code(issue.code));
    path(&issue.path, json);
    json.member("message", &issue.message);
    reason(&issue.reason, json);
    json.member("help", &issue.help).member("basis", text_basis(issue.basis));
    json.member("certainty", certainty(issue.certainty)).bracket('}');
}

fn reason(reason: &Reason, json: &mut Json) {
    let names = |json: &mut Json, key: &str, names: &[&'static str]| _ = json.texts(key, names.iter().copied());
    match reason {
        Reason::Missing { field, label } => {
            json.member("reason", "missing").member("field", field).member("label", label);
        }
        Reason::IncompleteSet { app, sets, closest, lacking, labels } => {
            json.member("reason", "incomplete_set").member("app", app);
            list(json, "sets", sets, |set, json| {
                json.bracket('[');
                for field in set {
                    json.text(field);
                }
                json.bracket(']');
            });
            names(json, "closest", closest);
            names(json, "lacking", lacking);
            json.key("labels").bracket('{');
            for (field, label) in labels {
                json.member(field, label);
            }
            json.bracket('}');
        }
        Reason::UnknownField { app, auth_type, key, permitted, suggestion, other_auth_type, typed_only } => {
            json.member("reason", "unknown_field").member("app", app).member("authType", auth_type).member("key", key);
            names(json, "permitted", permitted);
            json.optional("suggestion", *suggestion).optional("otherAuthType", *other_auth_type);
            json.truth("typedOnly", *typed_only);
        }
        Reason::Blank { field, label, optional } => {
            json.member("reason", "blank").member("field", field).member("label", label).truth("optional", *optional);
        }
        Reason::WrongType { field, label, expected, actual } => {
            json.member("reason", "wrong_type").member("field", field).member("label", label);
            json.member("expected", kind(*expected)).member("actual", kind(*actual));
        }
        Reason::UnknownAuthType { app, key, permitted, suggestion } => {
            json.member("reason", "unknown_auth_type").member("app", app).member("key", key);
            names(json, "permitted", permitted);
            json.optional("suggestion", *suggestion);
        }
        Reason::SeveralAuthTypes { app, permitted } => {
            json.member("reason", "several_auth_types").member("app", app);
            names(json, "permitted", permitted);
        }
        Reason::NoAuthType { app, permitted } => {
            json.member("reason", "no_auth_type").member("app", app);
            names(json, "permitted", permitted);
        }
        Reason::UnknownApp { slug, suggestion, app } => {
            json.member("reason", "unknown_app").member("slug", slug);
            json.optional("suggestion", *suggestion).optional("app", *app);
        }
        Reason::NotJson { what, line, column } => {
            json.member("reason", "not_json").member("what", fault(*what));
            json.key("line").number(u64::from(*line)).key("column").number(u64::from(*column));
        }
        Reason::NotObject { actual } => {
            json.member("reason", "not_object").member("actual", kind(*actual));
        }
        Reason::NotSerialisable { what } => {
            json.member("reason", "not_serialisable").member("what", fault(*what));
        }
        Reason::UnknownKey => _ = json.member("reason", "unknown_key"),
        Reason::UnknownAccount => _ = json.member("reason", "unknown_account"),
        Reason::CustomApp => _ = json.member("reason", "custom_app"),
        Reason::Verification => _ = json.member("reason", "verification"),
    }
}

fn path(path: &Path, json: &mut Json) {
    json.texts("path", path.iter().map(AsRef::as_ref));
}

fn hint(hint: &Hint, json: &mut Json) {
    json.bracket('{').member("code", hint_code(hint.code));
    json.optional("variant", hint.variant.map(hint_variant));
    path(&hint.path, json);
    json.member("help", &hint.help);
    let About { suggestion, means, field, label, suffix, never, issue: likely } = &hint.about;
    json.optional("suggestion", *suggestion);
    if !means.is_empty() {
        json.texts("means", means.iter().copied());
    }
    json.optional("field", *field).optional("label", label.as_deref());
    json.optional("suffix", *suffix).optional("never", *never);
    if let Some(likely) = likely {
        issue(likely, json.key("issue"));
    }
    if !hint.fix.is_empty() {
        list(json, "fix", &hint.fix, operation);
    }
    json.bracket('}');
}

fn operation(operation: &Operation, json: &mut Json) {
    json.bracket('{').key("op");
    match operation {
        Operation::Move { from, path } => json.text("move").member("from", from).member("path", path),
        Operation::Remove { path } => json.text("remove").member("path", path),
        Operation::Replace { path, edit } => json.text("replace").member("path", path).member("edit", edit_name(*edit)),
    }
    .bracket('}');
}

/// The word of that place. One text for all of them takes fewer bytes than a table of texts.
fn word(words: &'static str, place: usize) -> &'static str {
    words.split(' ').nth(place).unwrap_or_default()
}

fn certainty(certainty: Certainty) -> &'static str {
    word("certain likely", certainty as usize)
}

fn shape(shape: Shape) -> &'static str {
    word("typed flat", shape as usize)
}

fn text_basis(basis: TextBasis) -> &'static str {
    word("documented sibling inferred", basis as usize)
}

fn code(code: Code) -> &'static str {
    const WORDS: &str = "invalid_credentials linked_account_id_required invalid_json slug_required custom_app unknown_app \
        linked_account_not_found auth_object_required auth_type invalid_value oauth2_fields keybased_fields \
        verification_failed";
    word(WORDS, code as usize)
}

fn hint_code(code: HintCode) -> &'static str {
    const WORDS: &str = "stringified_auth_object nested_request placeholder masked private_key foreign_format near_miss_key \
        doubled_suffix url_for_subdomain subdomain_for_url id_token jwt_expired mode_mismatch auth_prefix quoted \
        invisible_characters outer_whitespace unknown_format no_refresh_token unsure";
    word(WORDS, code as usize)
}

fn hint_variant(variant: HintVariant) -> &'static str {
    word("password empty basic line_break host live refreshed same_name", variant as usize)
}

fn kind(kind: Kind) -> &'static str {
    word("null boolean number string array object", kind as usize)
}

fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Empty | Fault::NotObject(_) => "empty",
        Fault::ByteOrderMark => "byte_order_mark",
        Fault::NotUtf8 => "not_utf8",
        Fault::UnexpectedEnd => "unexpected_end",
        Fault::ExpectedValue => "expected_value",
        Fault::ExpectedKey => "expected_key",
        Fault::ExpectedColon => "expected_colon",
        Fault::ExpectedCommaOrEnd => "expected_comma_or_end",
        Fault::TrailingComma => "trailing_comma",
        Fault::Number => "number",
        Fault::Literal => "literal",
        Fault::Escape => "escape",
        Fault::ControlCharacter => "control_character",
        Fault::AfterEnd => "after_end",
        Fault::Cycle => "cycle",
        Fault::BigInt => "bigint",
        Fault::Threw => "threw",
        Fault::TooDeep => "too_deep",
    }
}

fn edit_name(edit: Edit) -> &'static str {
    const WORDS: &str = "trim strip_quotes strip_prefix strip_invisible to_subdomain to_url strip_suffix parse_json";
    word(WORDS, edit as usize)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    #![allow(clippy::unwrap_used)] // clippy sees no test behind `all(test, …)`

    use std::collections::BTreeMap;

    use serde::Serialize;
    use serde_json::Value;

    use super::{Written, certainty, code, edit_name, hint_code, hint_variant, operation, shape, text_basis};
    use crate::batch::check_ndjson;
    use crate::catalog;
    use crate::check::check_auth_object;
    use crate::context::{Context, Trust, Verification};
    use crate::fixes::Edit;
    use crate::request::Shape;
    use crate::verdict::{Certainty, Code, HintCode, HintVariant, Operation, TextBasis};
    use crate::writer::Json;

    fn same(text: &str, value: &impl Serialize) {
        assert_eq!(text, serde_json::to_string(value).unwrap().trim_matches('"'));
    }

    #[test]
    fn words_are_those_of_serde() {
        Code::ALL.iter().for_each(|one| same(code(*one), one));
        HintCode::ALL.iter().for_each(|one| same(hint_code(*one), one));
        HintVariant::ALL.iter().for_each(|one| same(hint_variant(*one), one));
        Edit::ALL.iter().for_each(|one| same(edit_name(*one), one));
        [Certainty::Certain, Certainty::Likely].iter().for_each(|one| same(certainty(*one), one));
        [Shape::Typed, Shape::Flat].iter().for_each(|one| same(shape(*one), one));
        [TextBasis::Documented, TextBasis::Sibling, TextBasis::Inferred]
            .iter()
            .for_each(|one| same(text_basis(*one), one));
    }

    #[test]
    fn operations_are_those_of_serde() {
        let path = || String::from("/a~1b/\u{7f}\n\"");
        for one in [Operation::Remove { path: path() }, Operation::Move { from: path(), path: path() }] {
            let mut json = Json::default();
            operation(&one, &mut json);
            assert_eq!(json.done(), serde_json::to_string(&one).unwrap());
        }
    }

    #[test]
    fn reports_are_those_of_serde() {
        let row = "{\"slug\":\"copper\",\"linked_account_id\":\"\\n\",\"auth_object\":{\"a\":1}}\n";
        let rows = [row, row, "no JSON\n{\"slug\":\"slack\",\"auth_object\":{\"access_token\":\"fake\"}}\n"].concat();
        let report = check_ndjson(rows.as_bytes(), &Context::default());
        let mut handed = BTreeMap::new();
        for _ in 0..2 {
            let mut json = Json::default();
            report.write(&mut json);
            let mut written: Value = serde_json::from_str(&json.done()).unwrap();
            let failures = written["failures"].as_array().unwrap().chunks_exact(3);
            let failures = failures.map(|three| {
                let [line, what, id] = three else { panic!("three") };
                let mut failure = what.as_u64().map_or(what, |number| &handed[&number]).clone();
                if let Some(number) = failure.as_object_mut().unwrap().remove("number") {
                    assert!(handed.insert(number.as_u64().unwrap(), failure.clone()).is_none());
                }
                failure["line"] = line.clone();
                if id.is_string() {
                    failure["linked_account_id"] = id.clone();
                }
                failure
            });
            written["failures"] = failures.collect();
            assert_eq!(written, serde_json::to_value(&report).unwrap());
        }
    }

    #[test]
    fn verdicts_are_those_of_serde() {
        let requests: [&[u8]; 9] = [
            b"{}",
            b"{\"keybased\":{}}",
            b"{\"api_key\":\" fake \\u0007\\t\"}",
            b"{\"apiKey\":\"\\\"fake\\\"\",\"\\b\\f\\n\\r\\u001b\":\"YOUR_KEY\"}",
            b"{\"oauth2\":{\"access_token\":\"fake-1\",\"accessToken\":1}}",
            b"{\"auth_object\":{\"slug\":1},\"slug\":2}",
            b"{\"a\":1,}",
            b"[]",
            b"\"{}\"",
        ];
        let rejected = Some(Verification::Rejected("no\u{1}\u{2028}"));
        for slug in catalog::apps().into_iter().map(|app| app.slug).chain(["custom", "unknown\n", ""]) {
            for body in requests {
                for (trust, verification) in [(Trust::All, None), (Trust::Documented, rejected)] {
                    let context = Context { trust, verification, request_id: Some("fake-id"), ..Context::default() };
                    let verdict = check_auth_object(slug, Some(body), &context);
                    let mut json = Json::default();
                    verdict.write(&mut json);
                    assert_eq!(json.done(), serde_json::to_string(&verdict).unwrap());
                }
            }
        }
    }
}
