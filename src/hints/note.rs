//! What a hint's file says, and the one place where a hint is made of it.

use std::borrow::Cow;

use super::seen::Seen;
use crate::shown;
use crate::verdict::{Edit, Hint, HintCode, Operation};

/// Something to say about a value.
pub(super) struct Note {
    pub code: HintCode,
    pub help: &'static str,
    fix: Fix,
}

/// What one file has noticed.
pub(super) type Noticed = Option<&'static Note>;

pub(super) enum Fix {
    None,
    Edit(Edit),
    /// Moves the value to the field of that name.
    Move(&'static str),
}

/// Something to say.
pub(super) const fn note(code: HintCode, help: &'static str) -> Note {
    Note { code, help, fix: Fix::None }
}

/// Something to say that an edit repairs.
pub(super) const fn fixable(code: HintCode, help: &'static str, edit: Edit) -> Note {
    Note { code, help, fix: Fix::Edit(edit) }
}

/// Says what was noticed; whether anything was.
#[inline(never)]
pub(super) fn say(seen: &Seen<'_>, hints: &mut Vec<Hint>, noticed: Noticed) -> bool {
    if let Some(note) = noticed {
        hints.push(hint(seen, note.code, Cow::Borrowed(note.help), &note.fix));
    }
    noticed.is_some()
}

/// The hint at a value; it has no fix where the way there cannot be shown.
#[inline(never)]
pub(super) fn hint(seen: &Seen<'_>, code: HintCode, help: Cow<'static, str>, fix: &Fix) -> Hint {
    let (subject, key) = (seen.subject, &*seen.value.key);
    let mut path = subject.root.clone();
    path.push(match seen.field() {
        Some(field) => Cow::Borrowed(field.name),
        None => Cow::Owned(shown::shown(key).into_owned()),
    });
    let operation = match *fix {
        Fix::None => None,
        Fix::Edit(edit) => subject.pointer(key).map(|path| Operation::Replace { path, edit }),
        Fix::Move(name) => {
            subject.pointer(key).zip(subject.pointer(name)).map(|(from, path)| Operation::Move { from, path })
        }
    };
    let mut fix = Vec::new();
    if let Some(operation) = operation {
        fix.push(operation);
    }
    Hint { code, path, help, fix }
}
