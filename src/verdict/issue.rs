//! Why a request is rejected.

use std::borrow::Cow;

use serde::Serialize;

use super::{Certainty, Code, Path, Reason};

/// A failure: one rule, one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// The rule that failed.
    pub code: Code,
    /// Where: `["headers", name]`, `["body"]`, or keys of the body; never empty.
    pub path: Path,
    /// The text of the endpoint's answer to this failure alone.
    pub message: Cow<'static, str>,
    /// Why it failed, with parameters.
    #[serde(flatten)]
    pub reason: Reason,
    /// What is wrong and what to do, in English, made from the reason; never holds a value.
    pub help: String,
    /// Where the message comes from.
    pub basis: TextBasis,
    /// Whether this failure rests on a guess.
    pub certainty: Certainty,
}

/// Where the wording of a message comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TextBasis {
    /// Word for word in the endpoint's two documents.
    Documented,
    /// Word for word in the documentation of another endpoint of the same API.
    Sibling,
    /// Ours: no document words this failure.
    Inferred,
}
