//! How deep JSON is nested.

/// Returns `true` if more objects and arrays are inside each other than the limit. The JSON may be broken.
pub(super) fn is_deeper(json: &[u8], limit: usize) -> bool {
    let opens = |byte: &&u8| matches!(byte, b'{' | b'[');
    json.len() > limit && json.iter().filter(opens).count() > limit && has_depth(json, limit)
}

fn has_depth(json: &[u8], limit: usize) -> bool {
    let mut depth = 0_usize;
    let mut is_string = false;
    let mut is_escaped = false;
    for byte in json {
        match byte {
            _ if std::mem::take(&mut is_escaped) => {}
            b'\\' => is_escaped = is_string,
            b'"' => is_string = !is_string,
            b'{' | b'[' if !is_string => depth += 1,
            b'}' | b']' if !is_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limit {
            return true;
        }
    }
    false
}
