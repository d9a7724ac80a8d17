//! Warns about a value that a screen or a log has masked (`****`, `••••`, `REDACTED`, `[hidden]`) or cut off with
//! dots. The real value is lost, so there is no fix.

use super::support::byte_class::ByteClass;
use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::text::{ends_with_ignore_case, inside};
use crate::verdict::HintCode;

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::Masked,
    title: "A value is masked or cut off",
    what: "The value contains a mask, such as `****`, `••••` or `[hidden]`, or ends with dots.",
    why: "Dashboards and logs show keys in this form, and let users copy it. The real value is lost.",
    todo: "Copy the whole value from where it was created. Many services show a key only once: if it is lost, create a new one.",
    source: "Our own list, from dashboards and log libraries.",
    variants: &[],
};

/// What software writes instead of a secret.
pub(super) const WORDS: [&str; 8] =
    ["redacted", "hidden", "masked", "filtered", "removed", "censored", "obfuscated", "encrypted"];

/// The end of a masked value.
pub(super) const END: &str = "_redacted";

/// The end of a value that is cut off, in ASCII.
pub(super) const CUT: &str = "...";

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let text = candidate.core;
    let masked = if candidate.is_password() {
        text.chars().nth(2).is_some() && text.chars().all(is_mask)
    } else {
        candidate.classes.has(ByteClass::MARK) && has_mask(text) || is_cut(candidate, text) || is_word(candidate, text)
    };
    masked.then(|| {
        Template::new(
            HintCode::Masked,
            "The value is masked or cut off, as a screen or a log shows it. Copy the whole value from where it was created. Many services show it only once.",
        )
        .fix(Fix::None)
    })
}

/// Returns `true` for an asterisk, a bullet or another dot that replaces a character.
fn is_mask(character: char) -> bool {
    matches!(character, '*' | '\u{b7}' | '\u{2022}' | '\u{2219}' | '\u{22c5}' | '\u{25cf}' | '\u{26ab}' | '\u{2b24}')
}

fn has_mask(text: &str) -> bool {
    let mut run = 0;
    text.chars().any(|character| {
        run = if is_mask(character) { run + 1 } else { 0 };
        run == 3
    })
}

fn is_cut(candidate: &Candidate<'_>, text: &str) -> bool {
    candidate.classes.has(ByteClass::DOT) && text.ends_with(CUT) || text.ends_with('\u{2026}')
}

/// Returns `true` if a value is one of [`WORDS`], ignoring case and punctuation around it.
pub(super) fn is_any_word(text: &[u8]) -> bool {
    let start = text.iter().position(u8::is_ascii_alphanumeric);
    let end = text.iter().rposition(u8::is_ascii_alphanumeric);
    let alone = start.zip(end).and_then(|(start, end)| text.get(start..=end));
    alone.is_some_and(|alone| WORDS.iter().any(|word| alone.eq_ignore_ascii_case(word.as_bytes())))
}

/// Returns `true` if a value is one of [`WORDS`], or contains one in brackets. A user may be called `hidden`, a token
/// not.
fn is_word(candidate: &Candidate<'_>, text: &str) -> bool {
    const BRACKETS: [(char, char); 3] = [('[', ']'), ('<', '>'), ('(', ')')];
    const LONGEST_BYTES: usize = 20;
    let bracketed = candidate.classes.has(ByteClass::MARK);
    if !bracketed && (text.len() > LONGEST_BYTES || !candidate.secret()) {
        return false;
    }
    let is_word = |text: &str| WORDS.iter().any(|word| text.eq_ignore_ascii_case(word));
    is_any_word(text.as_bytes())
        || bracketed && BRACKETS.iter().any(|&(open, close)| inside(text, open, close).is_some_and(is_word))
        || ends_with_ignore_case(text, END)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_noticed, silent};
    use crate::verdict::HintCode::Masked;

    #[test]
    fn masked_values_are_noticed() {
        for value in [
            "****",
            "fake_****",
            "****1234",
            "\u{2022}\u{2022}\u{2022}\u{2022}1234",
            "REDACTED",
            "[REDACTED]",
            "<hidden>",
            "fake-[Filtered]",
            "fake-1...",
            "fake-1\u{2026}",
            "--masked--",
            "(hidden)",
            "fake_\u{25cf}\u{25cf}\u{25cf}",
        ] {
            assert_noticed(Masked, "ashby", "api_key", value);
        }
        assert_noticed(Masked, "mysql", "password", "********");
    }

    #[test]
    fn good_values_are_silent() {
        silent(Masked, "ashby", "api_key", &["fake-1", "fa*ke", "fa**ke", "hiddenfake", "fake..1", "schl\u{fc}ssel"]);
        silent(Masked, "mysql", "password", &["fake***1", "fake..."]);
        silent(Masked, "mysql", "user", &["hidden", "removed"]);
    }
}
