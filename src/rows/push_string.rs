//! Writes strings as JSON.

/// Writes a string as JSON. It is UTF-8, which the reader has checked.
pub(super) fn push_string(json: &mut Vec<u8>, text: &[u8]) {
    json.push(b'"');
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| matches!(byte, 0..=0x1F | b'"' | b'\\')) {
        let (plain, after) = rest.split_at(at);
        json.extend_from_slice(plain);
        match after.first() {
            Some(b'\n') => json.extend_from_slice(b"\\n"),
            Some(b'\r') => json.extend_from_slice(b"\\r"),
            Some(b'\t') => json.extend_from_slice(b"\\t"),
            Some(byte @ (b'"' | b'\\')) => json.extend_from_slice(&[b'\\', *byte]),
            Some(byte) => json.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
            None => {}
        }
        rest = after.get(1..).unwrap_or_default();
    }
    json.extend_from_slice(rest);
    json.push(b'"');
}
