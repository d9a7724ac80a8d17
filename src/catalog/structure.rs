//! The documented auth structure of an app, read from JSON.

use std::fmt;

use crate::limits::bytes;
use crate::request::json_scanner::{self, Read, Scanner};
use crate::request::{Fault, JsonString, Kind, Value};
use crate::text::redact;

use super::AuthType;

/// The auth types and their fields, in order.
pub(super) type Structure<'a> = Vec<(JsonString<'a>, Stated<'a>)>;
/// The fields of an auth type: each name, and whether the field is required.
pub(super) type Stated<'a> = Vec<(JsonString<'a>, bool)>;

/// Why an app was not registered. Contains names of the auth structure, never a value.
///
/// ```
/// use auth_object::{Catalog, RegisterError};
///
/// let error = Catalog::default().register("acme_billing", br#"{"keybased":{"api_key":7}}"#);
/// let Err(RegisterError::Form { path, .. }) = error else { panic!("a wrong form") };
/// assert_eq!(path, "keybased.api_key");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RegisterError {
    /// The slug is blank or `custom`, which never has a schema.
    Slug,
    /// The auth structure is not a JSON object.
    Json(Fault),
    /// The auth structure is `{}`, as for custom apps, which the endpoint does not support.
    CustomApp,
    /// The slug and the auth structure are longer than [`Limits::app_bytes`](crate::Limits::app_bytes).
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// As many auth structures are registered as [`Limits::apps`](crate::Limits::apps) allows.
    TooManyApps {
        /// The limit.
        limit: usize,
    },
    /// The auth structure does not have the documented form.
    Form {
        /// The auth type, followed by `.` and the field if the field is wrong.
        path: String,
        /// What the form requires there.
        expected: &'static str,
    },
}

impl RegisterError {
    /// Returns what is wrong and what to do.
    fn message(&self) -> String {
        match self {
            Self::Slug => "A slug must not be blank, and \"custom\" never has a schema.".into(),
            Self::Json(fault) => format!("The auth structure is not a JSON object. {}", fault.help()),
            Self::CustomApp => {
                "{} is the auth structure of a custom app: list its slug in the context's customApps instead.".into()
            }
            Self::TooLarge { limit } => {
                format!(
                    "The slug and the auth structure are longer than {}. Raise the limit appBytes if it has to be.",
                    bytes(*limit)
                )
            }
            Self::TooManyApps { limit } => {
                format!(
                    "At most {limit} apps can be registered, and replaced ones count. Register each app once, or raise the limit apps."
                )
            }
            Self::Form { path, expected } => {
                format!("The auth structure does not have the documented form: {path} must be {expected}.")
            }
        }
    }
}

impl fmt::Display for RegisterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for RegisterError {}

const AUTH_TYPE: &str = "an object of 1 to 64 fields, named with letters, digits, dots, dashes and underscores";
const FIELD: &str = "a type such as \"string\", or an object with a type and required: true or false";

/// Reads `{"keybased":{"api_key":"string","region":{"type":"string","required":false}}}`. If a name is given more than
/// once, the last one counts, as in `JSON.parse`.
pub(super) fn parse(text: &[u8]) -> Result<Structure<'_>, RegisterError> {
    let mut form = None;
    let structure = json_scanner::object(text, |scanner| structure(scanner, &mut form));
    let structure = structure.map_err(|invalid| RegisterError::Json(invalid.fault))?;
    match form {
        Some(error) => Err(error),
        None if structure.is_empty() => Err(RegisterError::CustomApp),
        None => Ok(structure),
    }
}

/// Reads a structure. An error of the form is written to `form`, and reading continues: invalid JSON is reported first.
fn structure<'a>(scanner: &mut Scanner<'a>, form: &mut Option<RegisterError>) -> Read<Structure<'a>> {
    let mut structure = Structure::new();
    if scanner.peek() != Some(b'{') {
        let kind = scanner.value()?.kind().unwrap_or(Kind::Null);
        return Err(Fault::NotObject(kind));
    }
    members(scanner, &mut |scanner, name| {
        let mut fields = Vec::new();
        if scanner.peek() == Some(b'{') {
            members(scanner, &mut |scanner, field| {
                match required(scanner)? {
                    Some(_) if fields.len() > AuthType::MAX_FIELDS => {}
                    Some(required) => put(&mut fields, field, required),
                    None => {
                        *form = Some(RegisterError::Form {
                            path: format!("{}.{}", redact::key(&name.decode()), redact::key(&field.decode())),
                            expected: FIELD,
                        })
                    }
                }
                Ok(())
            })?;
        } else {
            scanner.value()?;
        }
        let plain = name.decode().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
        if form.is_none() && (!plain || fields.is_empty() || fields.len() > AuthType::MAX_FIELDS) {
            *form = Some(RegisterError::Form { path: redact::key(&name.decode()).into_owned(), expected: AUTH_TYPE });
        }
        put(&mut structure, name, fields);
        Ok(())
    })?;
    Ok(structure)
}

/// Calls [`Scanner::members`]. Compiled once for all callers here, because a browser downloads each copy.
#[inline(never)]
fn members<'a>(scanner: &mut Scanner<'a>, member: &mut Member<'a, '_>) -> Read<()> {
    scanner.members(member)
}

type Member<'a, 'f> = dyn FnMut(&mut Scanner<'a>, JsonString<'a>) -> Read<()> + 'f;

/// Returns whether the field that starts here is required, or `None` if it does not have the documented form.
fn required(scanner: &mut Scanner<'_>) -> Read<Option<bool>> {
    if scanner.peek() != Some(b'{') {
        return Ok(is_type(scanner.value()?).then_some(true));
    }
    let mut required = Some(true);
    members(scanner, &mut |scanner, key| {
        let first = scanner.peek();
        let value = scanner.value()?;
        if key.is("required") {
            let flag = matches!(value, Value::Boolean).then_some(first == Some(b't'));
            required = required.and(flag);
        } else if key.is("type") && !is_type(value) {
            required = None;
        }
        Ok(())
    })?;
    Ok(required)
}

/// Returns `true` if a value is the name of a type. A long string is not, because it may be a credential: somebody may
/// pass an auth_object instead of a structure.
fn is_type(value: Value<'_>) -> bool {
    match value {
        Value::String(name) => {
            let name = name.decode();
            (1..=16).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase())
        }
        _ => false,
    }
}

fn put<'a, T>(entries: &mut Vec<(JsonString<'a>, T)>, name: JsonString<'a>, value: T) {
    match entries.iter_mut().find(|(known, _)| known.order(name).is_eq()) {
        Some(known) => known.1 = value,
        None => entries.push((name, value)),
    }
}
