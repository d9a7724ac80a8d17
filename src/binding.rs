//! What the JavaScript package needs beside the API. Not for other programs.

use serde::Serialize;

use crate::catalog::{App, AuthType};
pub use crate::edit::edit;
pub use crate::hints::{is_lasting, is_plain};
pub use crate::redact::key as redact_key;

/// The places of access token and refresh token, if a hint may miss the latter.
pub fn tokens(app: &App, auth_type: &AuthType) -> Option<[usize; 2]> {
    let may_miss = auth_type.name == "oauth2" && !crate::hints::is_without_refresh(app);
    may_miss.then_some([auth_type.position("access_token")?, auth_type.position("refresh_token")?])
}

/// What makes a value extraordinary.
#[derive(Debug, Serialize)]
pub struct Ordinary {
    prefixes: Vec<&'static str>,
    starts: Vec<&'static str>,
    ends: Vec<&'static str>,
}

/// What makes a value extraordinary.
pub fn ordinary() -> Ordinary {
    let formats = crate::catalog::formats().iter().map(|format| format.prefix).filter(|prefix| !prefix.is_empty());
    Ordinary {
        prefixes: formats.chain(["eyJ", "U2FsdGVkX1", "gAAAAA"]).collect(),
        starts: vec!["your", "insert", "enter", "replace", "paste", "put", "add", "provide", "example", "sample"],
        ends: vec!["here", "redacted", "x"],
    }
}
