//! Why a request is rejected.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::{Certainty, Code, Path, Reason};

/// A failure of one rule at one place.
///
/// It is an error that displays its help text.
///
/// ```
/// use auth_object::{Checker, Code, Request};
///
/// let verdict = Checker::default().check(&Request::form("copper", br#"{"keybased":{"api_token":"fake-token"}}"#));
/// let issue = &verdict.issues()[0];
/// assert_eq!(issue.code, Code::KeybasedFields);
/// assert_eq!(issue.path, ["auth_object", "keybased", "email"]);
/// assert_eq!(issue.to_string(), "Enter the Email Address.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Issue {
    /// The rule that failed.
    pub code: Code,
    /// The place in the request: `["headers", name]`, `["body"]`, or keys of the body. Never empty.
    pub path: Path,
    /// The message with which the endpoint answers this failure.
    pub message: Cow<'static, str>,
    /// The reason, with its parameters.
    #[serde(flatten)]
    pub reason: Reason,
    /// What is wrong and what to do, in English. Never contains a value.
    pub help: String,
    /// The source of the message.
    pub basis: TextBasis,
    /// Whether the failure depends on a guess.
    pub certainty: Certainty,
}

impl fmt::Display for Issue {
    /// Writes the help text.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.help)
    }
}

impl std::error::Error for Issue {}

/// The source of a message.
///
/// ```
/// use auth_object::{Checker, Request, TextBasis};
///
/// let verdict = Checker::default().check(&Request::form("custom", b"{}"));
/// assert_eq!(verdict.issues()[0].basis, TextBasis::Documented);
/// assert_eq!(TextBasis::Documented.to_string(), "documented");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum TextBasis {
    /// Quoted from the documentation of the endpoint.
    Documented,
    /// Quoted from the documentation of another endpoint of the same API.
    Sibling,
    /// Our own words, because no documentation has the message.
    Inferred,
}
