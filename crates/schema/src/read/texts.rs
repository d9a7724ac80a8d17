//! What a schema file says to the people who fill in a form: titles, examples, help and links. They are public, so they
//! must not contain a secret.

use auth_object::catalog::pattern;

use super::json::SchemaError;
use super::place::Place;
use super::schema::{Field, Format};

/// The maximum length of a text, in characters: a form shows it beside a field.
pub const MAX_TEXT_CHARS: usize = 160;
/// A longer run of letters and digits may be a token.
const MAX_RUN: usize = 19;
/// How tokens of common providers start.
const TOKEN_STARTS: [&str; 21] = [
    "sk_",
    "rk_",
    "pk_",
    "sk-",
    "xox",
    "xapp-",
    "ghp_",
    "gho_",
    "ghs_",
    "github_pat_",
    "glpat-",
    "shp",
    "SG.",
    "AKIA",
    "ASIA",
    "pat-",
    "ya29.",
    "eyJ",
    "dapi",
    "key-",
    "-----",
];

/// The member of that key, if it exists: a short text without a secret.
pub fn text(at: &Place, key: &str) -> Result<Option<String>, SchemaError> {
    let Some(place) = at.get(key) else { return Ok(None) };
    let text = place.as_string()?;
    if text.trim() != text || text.contains(char::is_control) {
        return place.reject("must be one line without outer spaces");
    }
    let length = text.chars().count();
    if length > MAX_TEXT_CHARS {
        return place.reject(format!("has {length} characters; the maximum is {MAX_TEXT_CHARS}"));
    }
    if text.split(char::is_whitespace).any(looks_secret) {
        return place.reject("looks like a secret: describe the value instead");
    }
    Ok(Some(text))
}

/// The member `example`, if it exists: a value that the field takes and that is clearly invented.
pub fn example(
    at: &Place,
    secret: bool,
    options: &[String],
    formats: &[Format],
) -> Result<Option<String>, SchemaError> {
    let Some(example) = text(at, "example")? else { return Ok(None) };
    let reject = |reason: &str| at.required("example")?.reject(reason);
    if !options.is_empty() {
        return reject("remove it: a form shows the options");
    }
    if secret && !example.contains("://") && !example.starts_with("jdbc:") {
        return reject("remove it: an example of a secret looks like a secret");
    }
    let mut taken = formats.iter().filter(|format| format.never.is_empty()).peekable();
    let is_open = taken.peek().is_none() || formats.iter().any(|format| !format.exclusive);
    if !is_open && !taken.any(|format| pattern::matches(&format.program, example.as_bytes())) {
        return reject("has none of the field's formats");
    }
    Ok(Some(example))
}

/// The member `docs`, if it exists: the address of a public page.
pub fn docs(at: &Place) -> Result<Option<String>, SchemaError> {
    let Some(place) = at.get("docs") else { return Ok(None) };
    let docs = place.as_string()?;
    let host = docs.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let is_host = |host: &str| {
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && host.chars().all(is_allowed)
    };
    if !host.is_some_and(is_host) || docs.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"') {
        return place.reject("must be the https URL of a page");
    }
    Ok(Some(docs))
}

/// Rejects fields that a form cannot hide, and texts of fields that it does hide.
pub fn check_hidden(at: &Place, fields: &[Field]) -> Result<(), SchemaError> {
    for field in fields {
        let Some(newer) = &field.replaced_by else {
            if field.internal {
                check_no_text(at, field, "internal")?;
            }
            continue;
        };
        check_no_text(at, field, "replaced_by")?;
        let place = at.required(&field.name)?.required("replaced_by")?;
        match fields.iter().find(|other| other.name == *newer) {
            None => return place.reject(format!("unknown field {newer}")),
            Some(other) if other.replaced_by.is_some() || other.internal => {
                return place.reject(format!("a form does not show {newer} either"));
            }
            Some(_) if field.internal => return place.reject("remove it: an internal field is hidden already"),
            Some(_) => {}
        }
    }
    Ok(())
}

fn check_no_text(at: &Place, field: &Field, key: &str) -> Result<(), SchemaError> {
    let place = at.required(&field.name)?;
    if field.required {
        return place.required(key)?.reject("a form hides the field, so it must not be required");
    }
    for text in ["title", "example", "help", "docs"] {
        if let Some(text) = place.get(text) {
            return text.reject("remove it: a form hides the field");
        }
    }
    Ok(())
}

/// Whether a word could be a real credential. A start that the text only names, such as `pat-`, is not.
fn looks_secret(word: &str) -> bool {
    let word = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '-');
    if TOKEN_STARTS.iter().any(|start| word.starts_with(start) && word.len() >= start.len() + 8) {
        return true;
    }
    let has_password = word.split_once("://").is_some_and(|(_, rest)| {
        let authority = rest.split('/').next().unwrap_or_default();
        authority.rsplit_once('@').is_some_and(|(user, _)| user.contains(':'))
    });
    let is_run = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '=');
    has_password
        || word.split(|c| !is_run(c)).any(|run| {
            run.len() > MAX_RUN
                && run.contains(|c: char| c.is_ascii_digit())
                && run.contains(|c: char| c.is_ascii_alphabetic())
        })
}
