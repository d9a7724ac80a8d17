//! Values that a URL or a JSON text has encoded: `1%2F%2Ffake` and `1\/\/fake`.

use super::private_key::is_private_key;

/// Returns a value without percent-encoding (RFC 3986 §2.1) and without the escapes of JSON that stand for one visible
/// character; `None` if it has none, or one that is not valid.
pub fn decoded(value: &str) -> Option<String> {
    // Some values are encoded twice. What is encoded more often is not a value, and decoding it would take long.
    const MOST_TIMES: usize = 4;
    let mut text = once(value)?;
    let mut count = 1;
    while let Some(again) = once(&text) {
        count += 1;
        if count > MOST_TIMES {
            return None;
        }
        text = again;
    }
    Some(text).filter(|_| !is_private_key(value))
}

fn once(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let (decoded, after) = match (byte, after) {
            (b'%', [high, low, after @ ..]) => (digit(*high)? << 4 | digit(*low)?, after),
            (b'\\', [escaped @ (b'/' | b'"' | b'\\'), after @ ..]) => (*escaped, after),
            (b'\\', [b'u', b'0', b'0', high, low, after @ ..]) => (digit(*high)? << 4 | digit(*low)?, after),
            (b'%' | b'\\', _) => return None,
            _ => {
                bytes.push(byte);
                rest = after;
                continue;
            }
        };
        // Only visible ASCII: nothing else is in a token.
        if !decoded.is_ascii_graphic() {
            return None;
        }
        bytes.push(decoded);
        rest = after;
    }
    (bytes.len() < value.len()).then(|| String::from_utf8(bytes).ok()).flatten()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn decode() {
        check(
            Edit::Decode,
            &[
                ("1%2F%2Ffake", Some("1//fake")),
                ("1%2f%2Ffake%3D", Some("1//fake=")),
                ("1%252Ffake", Some("1/fake")),
                ("1%2525252Ffake", Some("1/fake")),
                ("1%252525252Ffake", None),
                ("1\\/\\/fake", Some("1//fake")),
                ("1\\u002f\\u002Ffake", Some("1//fake")),
                ("\"1%2Ffake\" ", Some("1/fake")),
                ("100%", None),
                ("fa%ke", None),
                ("fa%0Ake", None),
                ("fa%C3%A4ke", None),
                ("C:\\users", None),
                ("AAAA\\nBBBB", None),
                ("fake", None),
            ],
        );
    }
}
