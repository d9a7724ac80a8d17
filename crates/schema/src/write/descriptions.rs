//! The rules, hints and row codes as data, for the command line and the web page.

use std::path::Path;

use auth_object::rows::UNREADABLE_ROWS;
use auth_object::rules::RULES;
use auth_object::{HINTS, HintKind};
use serde_json::{Map, Value, json};

use super::example::{self, Example};
use super::variant_name as name;

/// The content of `codes.json`: the rules, the codes of rows, and the hints. `code-description.ts` has its type.
pub fn json_file(root: &Path) -> Result<String, String> {
    let mut codes = Vec::new();
    for rule in RULES {
        let code = name(&rule.code)?;
        codes.push(json!({
            "code": code,
            "kind": "rule",
            "number": rule.number,
            "title": rule.title,
            "status": rule.status,
            "message": rule.text,
            "basis": name(&rule.basis)?,
            "source": rule.source,
            "what": format!("Fails if {}.", rule.fails_when),
            "why": rule.why,
            "todo": rule.todo,
            "example": example_of_rule(&example::of_rule(root, rule.number, &code)?),
        }));
    }
    for kind in &UNREADABLE_ROWS {
        codes.push(json!({
            "code": name(&kind.code)?,
            "kind": "row",
            "title": kind.title,
            "source": kind.source,
            "what": kind.what,
            "why": kind.why,
            "todo": kind.todo,
        }));
    }
    for kind in HINTS {
        let code = name(&kind.code)?;
        codes.push(json!({
            "code": code,
            "kind": "hint",
            "title": kind.title,
            "source": kind.source,
            "what": kind.what,
            "why": kind.why,
            "todo": kind.todo,
            "variants": variants(kind)?,
            "example": example_of_hint(&example::of_hint(root, &code)?),
        }));
    }
    let json = serde_json::to_string_pretty(&codes).map_err(|error| error.to_string())?;
    Ok(json + "\n")
}

fn variants(kind: &HintKind) -> Result<Map<String, Value>, String> {
    kind.variants.iter().map(|(variant, when)| Ok((name(variant)?, Value::from(*when)))).collect()
}

fn example_of_rule(example: &Example) -> Map<String, Value> {
    let answer = [("status", example.expect["status"].clone()), ("answer", example.expect["body"].clone())];
    members(example).chain(answer.map(|(name, value)| (name.to_owned(), value))).collect()
}

fn example_of_hint(example: &Example) -> Map<String, Value> {
    let hint = &example.expect["hints"][0];
    let fix = hint["fix"].as_array().cloned().unwrap_or_default();
    let hint = [("path", hint["path"].clone()), ("fix", Value::Array(fix))];
    members(example).chain(hint.map(|(name, value)| (name.to_owned(), value))).collect()
}

fn members(example: &Example) -> impl Iterator<Item = (String, Value)> {
    let parts = example.parts.iter().map(|(name, part)| ((*name).to_owned(), Value::from(part.as_str())));
    std::iter::once(("description".to_owned(), Value::from(example.description.as_str()))).chain(parts)
}
