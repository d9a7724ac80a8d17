//! What is known about each kind of hint.

use crate::verdict::{HintCode, HintVariant};

/// The description of a kind of hint.
///
/// ```
/// use auth_object::{HINTS, HintCode};
///
/// let kind = HINTS.iter().find(|kind| kind.code == HintCode::Quoted).unwrap();
/// assert_eq!(kind.title, "A value is in quotes");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct HintKind {
    /// The code.
    pub code: HintCode,
    /// What the hint notices, in a few words.
    pub title: &'static str,
    /// What the hint notices.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do, and what the fix does.
    pub todo: &'static str,
    /// The documents on which the hint is based.
    pub source: &'static str,
    /// When each variant applies.
    pub variants: &'static [(HintVariant, &'static str)],
}
