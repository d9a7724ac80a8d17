//! The marks with which a spreadsheet keeps text: `'000123` and `="000123"`.

/// Returns what a spreadsheet has marked as text.
pub fn unmarked(text: &str) -> Option<&str> {
    let is_apart = |inside: &&str, mark: char| !inside.is_empty() && !inside.contains(mark);
    let inside = match text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        Some(inside) => Some(inside).filter(|inside| is_apart(inside, '"')),
        None => text.strip_prefix('\'').filter(|inside| is_apart(inside, '\'')),
    }?;
    Some(unmarked(inside).unwrap_or(inside))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn strip_text_mark() {
        check(
            Edit::StripTextMark,
            &[
                ("'000123", Some("000123")),
                ("=\"000123\"", Some("000123")),
                ("=\"'000123\" ", Some("000123")),
                ("'000123'", None),
                ("'", None),
                ("=\"\"", None),
                ("000123", None),
            ],
        );
    }
}
