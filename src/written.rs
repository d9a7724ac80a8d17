//! The JSON texts of what crosses the wasm boundary: byte for byte what serde_json makes of the same, which a test holds
//! together. Written by hand, they take a browser a third of the bytes.

use crate::batch::{Count, Failure, Refusal, Report, handed};
use crate::catalog::Basis;
use crate::response::{Body, Response};
use crate::search;
use crate::verdict::{Certainty, Code, Edit, Hint, HintCode, Issue, Operation, Path, Shape, TextBasis, Verdict};
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
            kind(json, *status_code, http_error_type);
            json.member("error_code", error_code).member("message", message).member("request_id", request_id)
        }
        Body::Verification { status_code, http_error_type, error, message } => {
            kind(json, *status_code, http_error_type);
            json.member("error", error).member("message", message)
        }
    };
    json.bracket('}').bracket('}');
}

fn kind(json: &mut Json, status_code: u16, http_error_type: &str) {
    json.key("status_code").number(status_code.into()).member("http_error_type", http_error_type);
}

fn issue(issue: &Issue, json: &mut Json) {
    json.bracket('{').member("code", code(issue.code));
    path(&issue.path, json);
    json.member("message", &issue.message).optional("help", issue.help.as_deref());
    json.optional("suggestion", issue.suggestion.as_deref()).member("basis", text_basis(issue.basis)).bracket('}');
}

fn path(path: &Path, json: &mut Json) {
    json.texts("path", path.iter().map(AsRef::as_ref));
}

fn hint(hint: &Hint, json: &mut Json) {
    json.bracket('{').member("code", hint_code(hint.code));
    path(&hint.path, json);
    json.member("help", &hint.help);
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
fn word(mut words: &'static str, place: usize) -> &'static str {
    for _ in 0..place {
        words = search::split(words, b" ").map_or("", |(_, rest)| rest);
    }
    search::before(words, b" ")
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
    const WORDS: &str = "outer_whitespace quoted auth_prefix placeholder masked invisible_characters url_for_subdomain \
        subdomain_for_url doubled_suffix unknown_format foreign_format mode_mismatch jwt_expired id_token \
        no_refresh_token stringified_auth_object nested_request near_miss_key unsure";
    word(WORDS, code as usize)
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

    use super::{Written, certainty, code, edit_name, hint_code, operation, shape, text_basis};
    use crate::batch::check_ndjson;
    use crate::catalog;
    use crate::check::check_auth_object;
    use crate::context::{Context, Trust, Verification};
    use crate::verdict::{Certainty, Code, Edit, HintCode, Operation, Shape, TextBasis};
    use crate::writer::Json;

    fn same(text: &str, value: &impl Serialize) {
        assert_eq!(text, serde_json::to_string(value).unwrap().trim_matches('"'));
    }

    #[test]
    fn words_are_those_of_serde() {
        Code::ALL.iter().for_each(|one| same(code(*one), one));
        HintCode::ALL.iter().for_each(|one| same(hint_code(*one), one));
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
