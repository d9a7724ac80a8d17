//! A hint before its path and fix are known.

use std::borrow::Cow;

use super::candidate::Candidate;
use crate::fixes::Edit;
use crate::text::redact;
use crate::verdict::{About, Hint, HintCode, HintVariant, Operation};

/// A hint without its path.
pub(in crate::hints) struct Template {
    pub code: HintCode,
    pub variant: Option<HintVariant>,
    pub help: Cow<'static, str>,
    pub about: About,
    pub fix: Fix,
}

/// What a fix does. `Slips` and `Edits` start with the edits of [`Candidate::slips`].
pub(in crate::hints) enum Fix {
    /// Nothing: the value is not a credential.
    None,
    /// Only removes the slips.
    Slips,
    /// Also makes these edits, in order.
    Edits(Vec<Edit>),
    /// Makes these edits, then moves the value to the field of that name.
    Move(&'static str, Vec<Edit>),
}

impl Template {
    /// A hint whose fix removes the slips.
    pub const fn new(code: HintCode, help: &'static str) -> Self {
        Self { code, variant: None, help: Cow::Borrowed(help), about: About::NONE, fix: Fix::Slips }
    }

    /// A variant of a hint, with its own help text.
    pub fn variant(code: HintCode, variant: HintVariant, help: &'static str) -> Self {
        Self { variant: Some(variant), ..Self::new(code, help) }
    }

    /// The same hint with another fix.
    pub fn fix(self, fix: Fix) -> Self {
        Self { fix, ..self }
    }

    /// Returns the hint for a value. It has no fix if the path to the value contains a redacted key.
    pub fn hint(self, candidate: &Candidate<'_>) -> Hint {
        let Self { code, variant, help, about, fix } = self;
        let (input, key) = (candidate.input, &*candidate.value.key);
        let mut path = input.root.clone();
        path.push(match candidate.field() {
            Some(field) => Cow::Borrowed(field.name),
            None => Cow::Owned(redact::key(key).into_owned()),
        });
        let mut operations = Vec::new();
        if let Some(pointer) = input.pointer(key) {
            let (edits, to) = match fix {
                Fix::None => (Vec::new(), None),
                Fix::Slips => (candidate.slips(), None),
                Fix::Edits(edits) => ([candidate.slips(), edits].concat(), None),
                Fix::Move(name, edits) => (edits, input.pointer(name)),
            };
            operations.extend(edits.into_iter().map(|edit| Operation::Replace { path: pointer.clone(), edit }));
            operations.extend(to.map(|path| Operation::Move { from: pointer, path }));
        }
        Hint { code, variant, path, help, about, fix: operations }
    }
}
