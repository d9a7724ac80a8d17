//! What a row has besides its values: two rows of one skeleton get the same answer, since the rules look at which keys
//! there are and whether values are texts that are not blank, never at the letters of one.

use crate::request::{Text, plain};

/// Stands for a text value in a skeleton; JSON has no such byte outside of strings, and none inside.
pub(super) const VALUE: u8 = 0;
/// Stands for the row's `linked_account_id`.
pub(super) const LINKED_ACCOUNT: u8 = 1;

const ACCOUNT: &[u8] = b"linked_account_id";

/// The value that the bytes start with, after its opening quote, up to its closing one; `None` where it needs a closer
/// look: blank ones, those beyond ASCII, `\u` escapes.
#[inline]
pub(super) fn value(bytes: &[u8]) -> Option<Text<'_>> {
    let mut escaped = false;
    let mut at = 0;
    // No blank value starts with a visible character.
    if !matches!(bytes.first(), Some(b'!' | b'#'..=b'[' | b']'..=b'~')) {
        return None;
    }
    loop {
        let (length, beyond_ascii) = plain(bytes.get(at..)?);
        if beyond_ascii {
            return None;
        }
        at += length;
        match bytes.get(at)? {
            b'"' => return Some(Text::json(bytes.get(..at)?, escaped)),
            b'\\' => {
                escaped = true;
                at += 2;
                if !matches!(bytes.get(at - 1)?, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') {
                    return None;
                }
            }
            _ => return None,
        }
    }
}

/// Writes the skeleton of a row, which is JSON, with its line end; says whether it has one. A row with numbers outside
/// of texts has none, since they would make each row another.
pub(super) fn write(row: &[u8], skeleton: &mut Vec<u8>) -> bool {
    skeleton.clear();
    read(row, skeleton).is_some()
}

fn read(row: &[u8], skeleton: &mut Vec<u8>) -> Option<()> {
    let mut rest = row;
    let mut depth = 0;
    let mut key: &[u8] = b"";
    let mut has_account = false;
    while let Some((&byte, after)) = rest.split_first() {
        skeleton.push(byte);
        rest = after;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            b'-' | b'0'..=b'9' => return None,
            b'"' => {
                let text = value(rest)?;
                let after = rest.get(text.raw().len()..)?;
                let names = is_key(after);
                let member = if depth == 1 { key } else { b"" };
                if names || member == b"slug" {
                    // An escaped name may mean another, and an escaped key a member that counts.
                    if text.is_escaped() {
                        return None;
                    }
                    skeleton.extend_from_slice(text.raw());
                } else if member == ACCOUNT {
                    skeleton.push(LINKED_ACCOUNT);
                } else {
                    skeleton.push(VALUE);
                }
                if names {
                    key = text.raw();
                    // Of two, the last one counts, whatever it is.
                    if depth == 1 && key == ACCOUNT && std::mem::replace(&mut has_account, true) {
                        return None;
                    }
                }
                skeleton.push(b'"');
                rest = after.get(1..)?;
            }
            _ => {}
        }
    }
    Some(())
}

/// Whether a string is a key, by what follows from its closing quote on.
fn is_key(after: &[u8]) -> bool {
    after.iter().skip(1).find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}
