//! Quotes around a value.

use super::quote_pair::inside_quotes;
use super::whitespace::trimmed;

/// Returns the content of the quotes around a [`bare`](super::bare) value. It removes all pairs.
pub fn unquoted(bare: &str) -> Option<&str> {
    let mut value = bare;
    while let Some(inner) = inside_quotes(value) {
        value = trimmed(inner);
    }
    (value.len() < bare.len()).then_some(value)
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
