//! An example of a rule or a hint: a case of the case files, which every test run checks.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

/// The files that are searched for an example of a hint, in this order.
const HINT_FILES: [&str; 9] = [
    "hints-values.json",
    "hints-keys.json",
    "hints-wrappers.json",
    "hints-private-keys.json",
    "hints-addresses.json",
    "hints-formats.json",
    "fixes.json",
    "hints-pasted.json",
    "hints-accounts.json",
];

/// A case.
pub struct Example {
    /// What the case shows.
    pub description: String,
    /// The parts of the request and what the context knows, each as JSON. Long values are cut.
    pub parts: Vec<(&'static str, String)>,
    /// What is expected.
    pub expect: Value,
}

impl Example {
    /// Writes the request as a Markdown list.
    pub fn write(&self, page: &mut String) {
        let _ = writeln!(page, "Example ({}):\n", self.description);
        for (name, part) in &self.parts {
            let _ = writeln!(page, "- {name}: `{part}`");
        }
    }
}

/// Returns the first case of the rule's file in which only this rule fails.
pub fn of_rule(root: &Path, number: u8, code: &str) -> Result<Example, String> {
    let file = format!("rule-{number:02}-{code}.json");
    let found = cases(root, &file)?.into_iter().find(|case| is_only(&case["expect"]["issues"], code));
    found.map(|case| example(&case)).ok_or_else(|| format!("{file}: no case in which only {code} fails"))
}

/// Returns the first case that has only this hint. A case whose values are written in full comes first.
pub fn of_hint(root: &Path, code: &str) -> Result<Example, String> {
    let mut found = Vec::new();
    for file in HINT_FILES {
        found.extend(cases(root, file)?.into_iter().filter(|case| is_only(&case["expect"]["hints"], code)));
    }
    let is_in_full = |case: &&Value| !case["request"].to_string().contains("\"$");
    let case = found.iter().find(is_in_full).or(found.first());
    let case = case.ok_or_else(|| format!("no case has only the hint {code}"))?;
    let mut example = example(case);
    // Most hints do not depend on the headers.
    example.parts.retain(|(name, part)| *name != "headers" || !part.contains("\"tk_fake_1\""));
    Ok(example)
}

fn cases(root: &Path, file: &str) -> Result<Vec<Value>, String> {
    let path = format!("pkg-tests/cases/{file}");
    let text = fs::read_to_string(root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
    let file: Value = serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
    Ok(file["cases"].as_array().cloned().unwrap_or_default())
}

fn is_only(found: &Value, code: &str) -> bool {
    matches!(found.as_array().map(Vec::as_slice), Some([only]) if only["code"] == code)
}

fn example(case: &Value) -> Example {
    let request = &case["request"];
    let description = case["description"].as_str().unwrap_or_default();
    let (_, description) = description.split_once("typed: ").unwrap_or(("", description));
    let mut context = case["context"].clone();
    if let Some(context) = context.as_object_mut() {
        context.remove("requestId");
    }
    let body_text = request["bodyText"].as_str().map(str::to_owned);
    let parts = [
        ("headers", json(&request["headers"])),
        ("body", json(&request["body"]).or(body_text)),
        ("context", json(&context)),
    ];
    Example {
        description: description.into(),
        parts: parts.into_iter().filter_map(|(name, part)| Some((name, part?))).collect(),
        expect: case["expect"].clone(),
    }
}

fn json(value: &Value) -> Option<String> {
    let is_empty = value.is_null() || value.as_object().is_some_and(Map::is_empty);
    (!is_empty).then(|| cut(value).to_string().chars().map(visible).collect())
}

/// Escapes a character that nobody sees.
fn visible(character: char) -> String {
    match character {
        '\u{ad}' | '\u{200b}'..='\u{206f}' | '\u{feff}' => format!("\\u{:04x}", u32::from(character)),
        _ => character.into(),
    }
}

/// Cuts a value that the case files write in parts, so that no scanner takes it for a credential.
fn cut(value: &Value) -> Value {
    const LENGTH: usize = 8;
    match value {
        Value::Object(members) => match (members.get("$join"), members.get("$repeat")) {
            (Some(Value::Array(parts)), _) => {
                let whole: String = parts.iter().filter_map(|part| part.as_str()).collect();
                Value::String(whole.chars().take(LENGTH).chain(['…']).collect())
            }
            (_, Some(Value::Array(parts))) => Value::String(format!("{}…", parts[0].as_str().unwrap_or_default())),
            _ => members.iter().map(|(key, value)| (key.clone(), cut(value))).collect(),
        },
        Value::Array(items) => items.iter().map(cut).collect(),
        other => other.clone(),
    }
}
