//! A rule, and the issue that its failure makes.

use std::borrow::Cow;

use crate::verdict::help::help;
use crate::verdict::{Certainty, Code, Issue, Path, Reason, TextBasis};

/// The description of a rule.
///
/// ```
/// use auth_object::Code;
/// use auth_object::rules::RULES;
///
/// let rule = RULES[3];
/// assert_eq!((rule.number, rule.code, rule.status), (4, Code::SlugRequired, 400));
/// assert_eq!(rule.text, "Missing Slug");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// The number: the position in the order, counted from 1.
    pub number: u8,
    /// The code.
    pub code: Code,
    /// The HTTP status of the response.
    pub status: u16,
    /// What fails, in a few words.
    pub title: &'static str,
    /// The message of the response. Words in capitals are filled in from the request.
    pub text: &'static str,
    /// The source of the message.
    pub basis: TextBasis,
    /// The document that has the message, or the reason for our own.
    pub source: &'static str,
    /// The condition under which the rule fails.
    pub fails_when: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do.
    pub todo: &'static str,
}

/// Inlined, so that the WebAssembly module does not contain the descriptions of the rules.
impl Rule {
    /// Returns a failure of this rule with the text of the rule as the message.
    #[inline(always)]
    pub(super) fn issue(&self, keys: &[&'static str], reason: Reason) -> Issue {
        self.issue_with(path(keys), Cow::Borrowed(self.text), reason, Certainty::Certain)
    }

    /// Returns a failure of this rule with this message.
    #[inline(always)]
    pub(super) fn issue_with(
        &self,
        path: Path,
        message: Cow<'static, str>,
        reason: Reason,
        certainty: Certainty,
    ) -> Issue {
        issue(self.code, self.basis, path, message, reason, certainty)
    }
}

#[inline(never)]
pub(super) fn issue(
    code: Code,
    basis: TextBasis,
    path: Path,
    message: Cow<'static, str>,
    reason: Reason,
    certainty: Certainty,
) -> Issue {
    let help = help(code, &reason, certainty);
    Issue { code, path, message, reason, help, basis, certainty }
}

/// Returns `Likely` if a failure depends on a guess.
pub(super) const fn likely_if(guessed: bool) -> Certainty {
    if guessed { Certainty::Likely } else { Certainty::Certain }
}

/// Returns a path of these keys.
pub(super) fn path(keys: &[&'static str]) -> Path {
    let mut path = Path::new();
    for key in keys {
        path.push(Cow::Borrowed(*key));
    }
    path
}
