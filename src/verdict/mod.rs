//! The verdict about a request: the endpoint's response, the issues and the hints.

mod certainty;
mod code;
pub(crate) mod help;
mod hint;
mod issue;
mod path;
mod reason;
mod response;

use std::borrow::Cow;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::catalog::Basis;
use crate::request::Shape;

pub use certainty::Certainty;
pub use code::Code;
pub use hint::{About, Hint, HintCode, HintVariant, Operation};
pub use issue::{Issue, TextBasis};
pub use path::Path;
pub use reason::Reason;
pub use response::{Response, ResponseBody};

/// The result of a check: the endpoint's response, and why.
///
/// Its JSON is the verdict of the npm package.
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
    /// The slug of the request. It is redacted if it is unknown and looks like a secret.
    pub slug: Option<Cow<'a, str>>,
    /// The auth type of the auth_object.
    pub auth_type: Option<&'static str>,
    /// The shape of the auth_object.
    pub shape: Option<Shape>,
    /// The source of the schema that the auth_object was checked against.
    pub basis: Option<Basis>,
    /// The endpoint's response, as documented.
    pub response: Response<'a>,
    /// Warnings, which never change the response.
    pub hints: Vec<Hint>,
    /// The codes of the rules that were not checked, because only the service knows what they need.
    pub unchecked: Vec<Code>,
}

/// Whether the endpoint would accept a request.
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
    #[non_exhaustive]
    Rejected {
        /// Whether the rejection depends on a guess.
        certainty: Certainty,
        /// Every failure, in the order of the rules, with at most 1,000 unknown keys. Never empty.
        issues: Vec<Issue>,
    },
}

impl Verdict<'_> {
    /// Returns `true` if the endpoint would accept the request.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let verdict = Checker::default().check(&Request::form("slack", br#"{"access_token":"fake-token"}"#));
    /// assert!(verdict.is_accepted());
    /// ```
    pub const fn is_accepted(&self) -> bool {
        matches!(self.outcome, Outcome::Accepted)
    }

    /// Returns `true` if the endpoint would reject the request.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// assert!(Checker::default().check(&Request::form("slack", b"{}")).is_rejected());
    /// ```
    pub const fn is_rejected(&self) -> bool {
        !self.is_accepted()
    }

    /// Returns every failure, in the order of the rules. Empty if the request is accepted.
    ///
    /// ```
    /// use auth_object::{Checker, Request};
    ///
    /// let verdict = Checker::default().check(&Request::form("copper", br#"{"keybased":{}}"#));
    /// let help: Vec<_> = verdict.issues().iter().map(|issue| issue.help.as_str()).collect();
    /// assert_eq!(help, ["Enter the API Key.", "Enter the Email Address."]);
    /// ```
    pub fn issues(&self) -> &[Issue] {
        match &self.outcome {
            Outcome::Accepted => &[],
            Outcome::Rejected { issues, .. } => issues,
        }
    }

    /// Returns whether the rejection depends on a guess, or `None` if the request is accepted.
    ///
    /// ```
    /// use auth_object::{Certainty, Checker, Request};
    ///
    /// let verdict = Checker::default().check(&Request::form("no_such_app", b"{}"));
    /// assert_eq!(verdict.certainty(), Some(Certainty::Likely));
    /// ```
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
