//! Quotes around a value.

use super::whitespace::trimmed;
use crate::text::contains;

/// Returns what is inside the quotes around a [`bare`](super::bare) value, however many pairs there are.
pub fn unquoted(bare: &str) -> Option<&str> {
    let mut value = bare;
    while let Some(inner) = inside_quotes(value) {
        value = trimmed(inner);
    }
    (value.len() < bare.len()).then_some(value)
}

/// Returns what is inside one pair of quotes, unless it contains the same quotes.
pub(super) fn inside_quotes(value: &str) -> Option<&str> {
    const PAIRS: [(&str, &str); 9] = [
        ("\"", "\""),
        ("'", "'"),
        ("`", "`"),
        ("\\\"", "\\\""),
        ("\u{201c}", "\u{201d}"),
        ("\u{2018}", "\u{2019}"),
        ("\u{201e}", "\u{201c}"),
        ("\u{201d}", "\u{201d}"),
        ("\u{ab}", "\u{bb}"),
    ];
    PAIRS.iter().find_map(|(open, close)| {
        let inner = value.strip_prefix(open)?.strip_suffix(close)?;
        (!contains(inner, open) && !contains(inner, close)).then_some(inner)
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn strip_quotes() {
        check(
            Edit::StripQuotes,
            &[
                ("\"fake\"", Some("fake")),
                ("'fake'", Some("fake")),
                ("`fake`", Some("fake")),
                ("\u{201c}fake\u{201d}", Some("fake")),
                ("\u{2018}fake\u{2019}", Some("fake")),
                (" \" fake \" ", Some("fake")),
                ("\"'fake'\"", Some("fake")),
                ("\\\"fake\\\"", Some("fake")),
                ("\"fake", None),
                ("\"fa\"ke\"", None),
                ("\"", None),
                ("fake", None),
            ],
        );
    }
}
