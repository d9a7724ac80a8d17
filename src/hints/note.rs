//! What a hint's file says; [`Note::hint`] alone builds the hint of it, which keeps the many small functions small.

use std::borrow::Cow;

use super::seen::Seen;
use crate::shown;
use crate::verdict::{Edit, Hint, HintCode, Operation};

/// Something noticed about a value.
pub(super) struct Note {
    code: HintCode,
    help: Cow<'static, str>,
    fix: Fix,
}

enum Fix {
    None,
    Edit(Edit),
    /// Moves the value to the field of that name.
    Move(&'static str),
}

/// Something to say.
pub(super) const fn note(code: HintCode, help: &'static str) -> Note {
    Note { code, help: Cow::Borrowed(help), fix: Fix::None }
}

/// Something to say that an edit repairs.
pub(super) const fn fixable(code: HintCode, help: &'static str, edit: Edit) -> Note {
    Note { code, help: Cow::Borrowed(help), fix: Fix::Edit(edit) }
}

/// Something to say in words that name something of the catalogue.
pub(super) const fn said(code: HintCode, help: String) -> Note {
    Note { code, help: Cow::Owned(help), fix: Fix::None }
}

impl Note {
    /// The same, repaired by moving the value to another field.
    pub fn moved_to(mut self, name: &'static str) -> Self {
        self.fix = Fix::Move(name);
        self
    }

    /// The hint at a value; it has no fix where the way there cannot be shown.
    #[inline(never)]
    pub fn hint(self, seen: &Seen<'_>) -> Hint {
        let (subject, key) = (seen.subject, &*seen.value.key);
        let mut path = subject.root.clone();
        path.push(match seen.field() {
            Some(field) => Cow::Borrowed(field.name),
            None => Cow::Owned(shown::shown(key).into_owned()),
        });
        let operation = match self.fix {
            Fix::None => None,
            Fix::Edit(edit) => subject.pointer(key).map(|path| Operation::Replace { path, edit }),
            Fix::Move(name) => {
                subject.pointer(key).zip(subject.pointer(name)).map(|(from, path)| Operation::Move { from, path })
            }
        };
        Hint { code: self.code, path, help: self.help, fix: operation.into_iter().collect() }
    }
}
