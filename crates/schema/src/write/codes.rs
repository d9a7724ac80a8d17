//! Unions of the Rust enums' variants, for TypeScript.

use auth_object::{Code, Edit, HintCode, HintVariant};
use serde::Serialize;

use super::{HEAD, variant_name};

/// The content of `packages/auth-object/src/generated/codes.ts`.
pub fn unions() -> Result<String, String> {
    Ok([
        HEAD.into(),
        union("The rules, in the order in which the endpoint checks them.", "RuleCode", &Code::ALL)?,
        union("The kinds of hints.", "HintCode", &HintCode::ALL)?,
        union("Which text of a hint's code applies, if the code has several.", "HintVariant", &HintVariant::ALL)?,
        union("A change to a string, by name: a fix never contains the value.", "Edit", &Edit::ALL)?,
    ]
    .concat())
}

fn union(doc: &str, name: &str, variants: &[impl Serialize]) -> Result<String, String> {
    let mut union = format!("\n/** {doc} */\nexport type {name} =");
    for variant in variants {
        union.push_str(&format!("\n  | '{}'", variant_name(variant)?));
    }
    union.push_str(";\n");
    Ok(union)
}
