//! Runs the case files of `pkg-tests/cases`: natively, as wasm in Node, and as wasm in a browser.

mod base64;
mod limits;

use auth_object::{Checker, Context, Environment, Request, Shape, Trust, Verdict, Verification};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde_json::{Value, json};

use limits::CaseLimits;

static CASES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/pkg-tests/cases");

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    description: String,
    #[serde(default)]
    call: Call,
    request: CaseRequest,
    #[serde(default)]
    context: CaseContext,
    expect: Expect,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Call {
    #[default]
    Request,
    AuthObject,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CaseRequest {
    #[serde(default)]
    headers: serde_json::Map<String, Value>,
    slug: Option<Value>,
    #[serde(default, deserialize_with = "present")]
    body: Option<Value>,
    body_text: Option<Value>,
    body_base64: Option<String>,
    #[serde(rename = "auth_object", default, deserialize_with = "present")]
    auth_object: Option<Value>,
}

/// Reads a member that is given, even if it is null.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CaseContext {
    api_keys: Option<Vec<Value>>,
    environment: Option<String>,
    linked_accounts: Option<Vec<String>>,
    integrations: Option<Vec<String>>,
    custom_apps: Option<Vec<String>>,
    request_id: Option<String>,
    shape: Option<String>,
    trust: Option<String>,
    hints: Option<bool>,
    verification: Option<Value>,
    now: Option<u64>,
    #[serde(default)]
    limits: CaseLimits,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Expect {
    ok: bool,
    certainty: Option<String>,
    status: u16,
    body: String,
    shape: Option<String>,
    auth_type: Option<String>,
    basis: Option<String>,
    issues: Vec<Value>,
    hints: Option<Vec<Value>>,
    unchecked: Option<Vec<String>>,
}

/// Runs every case; the differences, a line each, and the number of cases.
pub fn run_all() -> (Vec<String>, usize) {
    let mut differences = Vec::new();
    let mut count = 0;
    let mut dirs = vec![&CASES];
    while let Some(dir) = dirs.pop() {
        dirs.extend(dir.dirs());
        for file in dir.files() {
            let name = file.path().to_string_lossy();
            if !name.ends_with(".json") || name.ends_with(".schema.json") {
                continue;
            }
            let file: File = serde_json::from_slice(file.contents()).unwrap_or_else(|error| panic!("{name}: {error}"));
            count += file.cases.len();
            for case in &file.cases {
                for difference in run(case) {
                    differences.push(format!("{name}: {}: {difference}", case.description));
                }
            }
        }
    }
    (differences, count)
}

fn run(case: &Case) -> Vec<String> {
    let request = &case.request;
    let body = body(request);
    let header = |name: &str| {
        let found = request.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| text(value))
    };
    let api_key = header("x-api-key");
    let linked_account_id = header("linked_account_id");
    let slug = request.slug.as_ref().map(text);
    with_context(&case.context, |context| {
        let wrapped = request.auth_object.as_ref().map(|value| json!({ "auth_object": resolved(value) }));
        let slug = slug.as_deref();
        let mut differences = Vec::new();
        match case.call {
            Call::Request => {
                let (key, id) = (api_key.as_deref(), linked_account_id.as_deref());
                let sent = beside(Request::new(&body), key, id, slug);
                differences.extend(compare(&case.expect, &context.check(&sent)));
                if let Some(value) = &request.body {
                    let value = resolved(value);
                    let sent = beside(Request::from_value(&value), key, id, slug);
                    differences.extend(compare(&case.expect, &context.check(&sent)));
                }
            }
            Call::AuthObject => {
                let slug = slug.unwrap_or_default();
                let none = json!({});
                let form = Request::from_value(wrapped.as_ref().unwrap_or(&none)).slug(slug).without_headers();
                differences.extend(compare(&case.expect, &context.check(&form)));
                if request.auth_object.is_some() {
                    differences.extend(compare(&case.expect, &context.check(&Request::form(slug, &body))));
                }
            }
        }
        differences
    })
}

/// The request with what is beside its body.
fn beside<'a>(request: Request<'a>, key: Option<&'a str>, id: Option<&'a str>, slug: Option<&'a str>) -> Request<'a> {
    let request = key.map_or(request, |key| request.api_key(key));
    let request = id.map_or(request, |id| request.linked_account_id(id));
    slug.map_or(request, |slug| request.slug(slug))
}

fn body(request: &CaseRequest) -> Vec<u8> {
    if let Some(body) = &request.body_text {
        return text(body).into_bytes();
    }
    if let Some(base64) = &request.body_base64 {
        return base64::decode(base64);
    }
    let value = request.body.as_ref().or(request.auth_object.as_ref());
    value.map(|value| serde_json::to_vec(&resolved(value)).unwrap()).unwrap_or_default()
}

/// `{"$join": […]}` and `{"$repeat": [text, times]}` stand for texts that should not be written whole.
fn resolved(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            if let Some(Value::Array(parts)) = members.get("$join") {
                return Value::String(parts.iter().map(text).collect());
            }
            if let Some(Value::Array(repeat)) = members.get("$repeat") {
                return Value::String(text(&repeat[0]).repeat(repeat[1].as_u64().unwrap() as usize));
            }
            Value::Object(members.iter().map(|(key, value)| (key.clone(), resolved(value))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(resolved).collect()),
        other => other.clone(),
    }
}

fn text(value: &Value) -> String {
    resolved(value).as_str().expect("a text").to_owned()
}

fn with_context<T>(given: &CaseContext, run: impl FnOnce(&Context<'_>) -> T) -> T {
    let api_keys: Option<Vec<String>> = given.api_keys.as_ref().map(|keys| keys.iter().map(text).collect());
    let within =
        |set: &Option<Vec<String>>, name: &str| set.as_ref().is_some_and(|set| set.iter().any(|one| one == name));
    let key_known = |name: &str| within(&api_keys, name);
    let account_known = |name: &str| within(&given.linked_accounts, name);
    let integration_there = |name: &str| within(&given.integrations, name);
    let custom = |name: &str| within(&given.custom_apps, name);
    let rejected = given.verification.as_ref().and_then(|outcome| outcome.get("rejected")?.as_str());
    let request_id = given.request_id.as_ref().map(|id| move || id.clone());
    let checker = Checker::default();
    let mut context = checker.context();
    context.api_keys = given.api_keys.as_ref().map(|_| &key_known as _);
    context.environment = given.environment.as_deref().map(|name| match name {
        "production" => Environment::Production,
        _ => Environment::Test,
    });
    context.linked_accounts = given.linked_accounts.as_ref().map(|_| &account_known as _);
    context.integrations = given.integrations.as_ref().map(|_| &integration_there as _);
    context.custom_apps = given.custom_apps.as_ref().map(|_| &custom as _);
    context.verification = match rejected {
        Some(reason) => Some(Verification::Rejected(reason)),
        None => given.verification.as_ref().map(|_| Verification::Accepted),
    };
    if let Some(request_id) = &request_id {
        context.request_id = request_id;
    }
    context.shape = given.shape.as_deref().map(|name| if name == "typed" { Shape::Typed } else { Shape::Flat });
    context.trust = if given.trust.as_deref() == Some("documented") { Trust::Documented } else { Trust::All };
    context.hints = given.hints.unwrap_or(true);
    context.now = given.now.unwrap_or(0) / 1000;
    context.limits = given.limits.all();
    run(&context)
}

fn compare(expect: &Expect, verdict: &Verdict<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    let mut same = |what: &str, expected: Value, found: Value| {
        if expected != found {
            differences.push(format!("{what}: expected {expected}, found {found}"));
        }
    };
    let found = serde_json::to_value(verdict).unwrap();
    same("ok", json!(expect.ok), json!(verdict.is_accepted()));
    same("status", json!(expect.status), json!(verdict.response.status));
    same("body", json!(expect.body), json!(serde_json::to_string(&verdict.response.body).unwrap()));
    if expect.certainty.is_some() {
        same("certainty", json!(expect.certainty), json!(verdict.certainty()));
    }
    for (name, expected) in [("shape", &expect.shape), ("authType", &expect.auth_type), ("basis", &expect.basis)] {
        if expected.is_some() {
            same(name, json!(expected), found[name].clone());
        }
    }
    if let Some(unchecked) = &expect.unchecked {
        same("unchecked", json!(unchecked), found["unchecked"].clone());
    }
    same(
        "issues",
        Value::Array(expect.issues.clone()),
        only_asked(&expect.issues, &["code", "path"], &found["issues"]),
    );
    if let Some(hints) = &expect.hints {
        same("hints", Value::Array(hints.clone()), only_asked(hints, &["code", "path", "fix"], &found["hints"]));
    }
    differences
}

/// Of each item found, the members that are always compared and those that the expected one names.
fn only_asked(expected: &[Value], always: &[&str], found: &Value) -> Value {
    let found = found.as_array().map(Vec::as_slice).unwrap_or_default();
    let keep = |(index, item): (usize, &Value)| {
        let asked = expected.get(index).and_then(Value::as_object);
        let members =
            item.as_object().unwrap().iter().filter(|(key, _)| {
                always.contains(&key.as_str()) || asked.is_some_and(|asked| asked.contains_key(*key))
            });
        Value::Object(members.map(|(key, value)| (key.clone(), value.clone())).collect())
    };
    Value::Array(found.iter().enumerate().map(keep).collect())
}
