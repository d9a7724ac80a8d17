//! JSON in a string.

use super::whitespace::trimmed;

/// Returns `true` if a trimmed value may be JSON, which ignores white space.
pub fn is_json(trimmed: &str) -> bool {
    trimmed.starts_with(['{', '['])
}

/// Returns a value without the white space around it if it looks like a JSON object.
pub fn json_object(value: &str) -> Option<&str> {
    Some(trimmed(value)).filter(|value| value.len() > 1 && value.starts_with('{') && value.ends_with('}'))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn parse_json() {
        check(Edit::ParseJson, &[(" {\"a\":1} ", Some("{\"a\":1}")), ("fake", None)]);
    }
}
