//! For src/wasm only, until it is rewritten.

use super::candidate::known_formats;
use super::subject::{Environment, Subject, Value};
use crate::catalog::{App, AuthType, Field};
use crate::fixes::peeled;
use crate::hints::check;
use crate::hints::foreign_format::recognise;

/// Whether no hint is at a value of a field, whatever the time and the environment are: looks at it in full.
pub(crate) fn is_silent(app: &'static App, auth_type: &'static AuthType, field: &'static Field, text: &str) -> bool {
    let value = Value { key: field.name.into(), field: Some(field), text: text.into() };
    looks_silent(Some(app), Some(auth_type), &value)
}

/// The same for the text of a key that is no field, without what is said of its key.
pub(crate) fn is_silent_elsewhere(key: &str, text: &str) -> bool {
    // An object as text: whether that is worth a hint hangs on the app.
    !text.as_bytes().contains(&b'{')
        && !text.contains(['.', '/'])
        && recognise(peeled(text).as_bytes()).is_none()
        && looks_silent(None, None, &Value { key: key.into(), field: None, text: text.into() })
}

fn looks_silent(app: Option<&'static App>, auth_type: Option<&'static AuthType>, value: &Value<'_>) -> bool {
    let known = value.field.into_iter().flat_map(known_formats);
    let environments: &[Environment] = match known.filter(|format| format.mode.is_some()).count() {
        0 => &[Environment::Test],
        _ => &[Environment::Test, Environment::Production],
    };
    environments.iter().all(|environment| {
        let subject = Subject {
            app,
            auth_type,
            root: Vec::new(),
            values: &[],
            environment: Some(*environment),
            now: u64::MAX,
            letters: true,
        };
        check(&subject, value).is_none()
    })
}
