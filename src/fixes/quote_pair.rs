//! One pair of quotes around a value.

use crate::text::contains;

/// Returns the content of one pair of quotes, unless it contains the same quotes.
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
