//! What a hint's file says about a value, and the one place where a hint is made of it.

use std::borrow::Cow;

use super::candidate::Candidate;
use crate::fixes::Edit;
use crate::text::redact;
use crate::verdict::{About, Hint, HintCode, HintVariant, Operation};

/// What a hint's file says about a value.
pub(super) struct Note {
    pub code: HintCode,
    pub variant: Option<HintVariant>,
    pub help: Cow<'static, str>,
    pub about: About,
    pub fix: Fix,
}

/// What a fix does. `Slips` and `Edit` first make the edits of the slips around the value.
pub(super) enum Fix {
    /// Nothing: the value is not a credential.
    None,
    /// No more than the edits of the slips.
    Slips,
    /// Then changes the value.
    Edit(Edit),
    /// Makes these edits, then moves the value to the field of that name.
    Move(&'static str, Vec<Edit>),
}

impl Note {
    /// A note that mends the slips, and nothing else.
    pub const fn new(code: HintCode, help: &'static str) -> Self {
        Self { code, variant: None, help: Cow::Borrowed(help), about: About::NONE, fix: Fix::Slips }
    }

    /// The same with a text of its own.
    pub fn variant(code: HintCode, variant: HintVariant, help: &'static str) -> Self {
        Self { variant: Some(variant), ..Self::new(code, help) }
    }

    pub fn fix(self, fix: Fix) -> Self {
        Self { fix, ..self }
    }
}

/// The hint at a value. It has no fix if the way to the value cannot be shown.
#[inline(never)]
pub(super) fn hint(candidate: &Candidate<'_>, note: Note) -> Hint {
    let Note { code, variant, help, about, fix } = note;
    let (subject, key) = (candidate.subject, &*candidate.value.key);
    let mut path = subject.root.clone();
    path.push(match candidate.field() {
        Some(field) => Cow::Borrowed(field.name),
        None => Cow::Owned(redact::key(key).into_owned()),
    });
    let mut operations = Vec::new();
    if let Some(pointer) = subject.pointer(key) {
        let (edits, to) = match fix {
            Fix::None => (Vec::new(), None),
            Fix::Slips => (candidate.slips(), None),
            Fix::Edit(edit) => {
                let mut edits = candidate.slips();
                edits.push(edit);
                (edits, None)
            }
            Fix::Move(name, edits) => (edits, subject.pointer(name)),
        };
        for edit in edits {
            operations.push(Operation::Replace { path: pointer.clone(), edit });
        }
        if let Some(path) = to {
            operations.push(Operation::Move { from: pointer, path });
        }
    }
    Hint { code, variant, path, help, about, fix: operations }
}
