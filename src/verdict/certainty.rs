//! How certain a rejection is.

use serde::Serialize;

/// How certain a rejection is.
///
/// ```
/// use auth_object::{Certainty, Checker, Request};
///
/// let verdict = Checker::default().check(&Request::form("custom", b"{}"));
/// assert_eq!(verdict.certainty(), Some(Certainty::Certain));
/// assert_eq!(Certainty::Certain.to_string(), "certain");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Certainty {
    /// At least one failure does not depend on a guess.
    Certain,
    /// Every failure depends on a guessed schema, or on an app that the catalogue does not have.
    Likely,
}
