//! Texts in one. The library's `concat` and `join` would add 0.6 kB to the wasm with Brotli.

/// The parts, one after another.
pub fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// The parts as a list: `between` separates them, `last` the last two.
#[inline(never)]
pub fn list(parts: &[&str], between: &str, last: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(if index + 1 == parts.len() { last } else { between });
        }
        text.push_str(part);
    }
    text
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::list;

    #[test]
    fn lists() {
        assert_eq!(list(&[], ", ", " or "), "");
        assert_eq!(list(&["A"], ", ", " or "), "A");
        assert_eq!(list(&["A", "B"], ", ", " or "), "A or B");
        assert_eq!(list(&["A", "B", "C"], "; ", " and "), "A; B and C");
    }
}
