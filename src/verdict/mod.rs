//! The answer to one request: what the endpoint would say, and everything that is to say about the request.

mod code;
pub(crate) mod help;
mod hint;
mod issue;
mod reason;
mod response;

use std::borrow::Cow;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::catalog::Basis;
use crate::request::Shape;

pub use code::Code;
pub use hint::{About, Hint, HintCode, HintVariant, Operation};
pub use issue::{Issue, TextBasis};
pub use reason::Reason;
pub use response::{Response, ResponseBody};

/// What the endpoint would answer, and why.
///
/// Its JSON text is the verdict of the npm package.
///
/// ```
/// use auth_object::{Checker, Request};
///
/// let verdict = Checker::default().check(&Request::form("slack", br#"{"acces_token":"fake-token"}"#));
/// for issue in verdict.issues() {
///     println!("{}: {}", issue.path.join("."), issue.help);
/// }
/// assert_eq!(verdict.response.status, 400);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Verdict<'a> {
    /// Whether the request would be accepted.
    pub outcome: Outcome,
    /// The slug of the request, redacted if it is not a known one and looks like a secret.
    pub slug: Option<Cow<'a, str>>,
    /// The auth type that the auth_object is read as.
    pub auth_type: Option<&'static str>,
    /// The shape that the auth_object is read as.
    pub shape: Option<Shape>,
    /// Where the schema behind the verdict comes from.
    pub basis: Option<Basis>,
    /// The endpoint's answer, as documented.
    pub response: Response<'a>,
    /// Warnings; they never change the answer.
    pub hints: Vec<Hint>,
    /// Codes of the rules that only the service can check.
    pub unchecked: Vec<Code>,
}

/// Whether a request would be accepted.
///
/// ```
/// use auth_object::{Checker, Outcome, Request};
///
/// let verdict = Checker::default().check(&Request::form("slack", b"{}"));
/// let Outcome::Rejected { issues, .. } = &verdict.outcome else { panic!("an empty auth_object") };
/// assert_eq!(issues.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The endpoint would accept it.
    Accepted,
    /// The endpoint would reject it.
    Rejected {
        /// Whether the rejection rests on a guess.
        certainty: Certainty,
        /// Every failure, in the order of the rules; of unknown keys, the first thousand. Never empty.
        issues: Vec<Issue>,
    },
}

impl Verdict<'_> {
    /// Whether the endpoint would accept the request.
    pub const fn is_accepted(&self) -> bool {
        matches!(self.outcome, Outcome::Accepted)
    }

    /// Whether the endpoint would reject the request.
    pub const fn is_rejected(&self) -> bool {
        !self.is_accepted()
    }

    /// Every failure, in the order of the rules; empty if the request is accepted.
    pub fn issues(&self) -> &[Issue] {
        match &self.outcome {
            Outcome::Accepted => &[],
            Outcome::Rejected { issues, .. } => issues,
        }
    }

    /// Whether the rejection rests on a guess; `None` if the request is accepted.
    pub const fn certainty(&self) -> Option<Certainty> {
        match self.outcome {
            Outcome::Accepted => None,
            Outcome::Rejected { certainty, .. } => Some(certainty),
        }
    }
}

impl Serialize for Verdict<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut verdict = serializer.serialize_struct("Verdict", 10)?;
        verdict.serialize_field("ok", &self.is_accepted())?;
        if let Some(certainty) = self.certainty() {
            verdict.serialize_field("certainty", &certainty)?;
        }
        if let Some(slug) = &self.slug {
            verdict.serialize_field("slug", slug)?;
        }
        if let Some(auth_type) = self.auth_type {
            verdict.serialize_field("authType", auth_type)?;
        }
        if let Some(shape) = self.shape {
            verdict.serialize_field("shape", &shape)?;
        }
        if let Some(basis) = self.basis {
            verdict.serialize_field("basis", &basis)?;
        }
        verdict.serialize_field("response", &self.response)?;
        if let Outcome::Rejected { issues, .. } = &self.outcome {
            verdict.serialize_field("issues", issues)?;
        }
        verdict.serialize_field("hints", &self.hints)?;
        verdict.serialize_field("unchecked", &self.unchecked)?;
        verdict.end()
    }
}

/// How sure a refusal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// At least one failure rests on no guess.
    Certain,
    /// Every failure rests on a guessed schema or on the catalogue's ignorance.
    Likely,
}

/// A place in the request.
pub type Path = Vec<Cow<'static, str>>;
