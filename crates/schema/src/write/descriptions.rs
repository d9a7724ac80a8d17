//! The rules, hints and row codes as data, for the command line and the web page.

use std::path::Path;

use auth_object::rows::UNREADABLE_ROWS;
use auth_object::rules::RULES;
use auth_object::{HINTS, HintKind};
use serde_json::{Map, Value, json};

use super::HEAD;
use super::example::{self, Example};
use super::variant_name as name;

/// The content of `codes.json`: the rules, the codes of rows, and the hints.
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

/// The content of `code-description.ts`.
pub fn types() -> String {
    format!(
        "{HEAD}
/** A rule, a hint or a code of rows that cannot be read, as `codes.json` describes it. Text in backticks is code. */
export type CodeDescription = RuleDescription | RowDescription | HintDescription;

interface Description {{
  readonly code: string;
  /** What fails or what the hint notices, in a few words. */
  readonly title: string;
  /** The same in a sentence. */
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly source: string;
}}

export interface RuleDescription extends Description {{
  readonly kind: 'rule';
  /** The position in the order in which the endpoint checks the rules, from 1. */
  readonly number: number;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The message of the answer. Words in capitals are filled in from the request. */
  readonly message: string;
  readonly basis: 'documented' | 'sibling' | 'inferred';
  /** A request in which only this rule fails. */
  readonly example: Example & {{ readonly status: number; readonly answer: string }};
}}

export interface RowDescription extends Description {{
  readonly kind: 'row';
}}

export interface HintDescription extends Description {{
  readonly kind: 'hint';
  /** When each variant applies; or an empty object. */
  readonly variants: Readonly<Record<string, string>>;
  /** A request that has only this hint. */
  readonly example: Example & {{
    readonly path: readonly string[];
    readonly fix: readonly {{ readonly op: string; readonly path: string; readonly from?: string; readonly edit?: string }}[];
  }};
}}

/** The parts of a request, and what the context knows, as JSON. A value that ends with `…` is cut. */
interface Example {{
  readonly description: string;
  readonly headers?: string;
  readonly body?: string;
  readonly context?: string;
}}
"
    )
}
