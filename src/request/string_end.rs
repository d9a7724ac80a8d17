//! Finds the next special byte of a JSON string, eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// Returns the number of bytes before the first quote, backslash or control character, and whether one of these bytes
/// is not ASCII.
pub fn find_special(bytes: &[u8]) -> (usize, bool) {
    let (words, tail) = bytes.as_chunks::<8>();
    let mut all = 0;
    let mut length = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let special = special(word);
        if special != 0 {
            let bytes_before = special.trailing_zeros() / 8;
            all |= word & !(u64::MAX << (bytes_before * 8));
            return (length + bytes_before as usize, all & HIGHS != 0);
        }
        all |= word;
        length += 8;
    }
    for byte in tail {
        if matches!(byte, 0..=0x1F | b'"' | b'\\') {
            break;
        }
        all |= u64::from(*byte);
        length += 1;
    }
    (length, all & HIGHS != 0)
}

/// Returns a word with the highest bit of each special byte set. Only the lowest set bit is exact.
fn special(word: u64) -> u64 {
    let quote = word ^ (ONES * b'"' as u64);
    let backslash = word ^ (ONES * b'\\' as u64);
    let below = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word;
    (below(word, 0x20) | below(quote, 1) | below(backslash, 1)) & HIGHS
}

#[cfg(test)]
mod tests {
    use super::find_special;

    #[test]
    fn every_byte_at_every_place() {
        for length in 0..40 {
            for at in 0..length {
                for byte in 0..=255 {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let special = matches!(byte, 0..=0x1F | b'"' | b'\\');
                    let expected = if special { (at, false) } else { (length, byte >= 0x80) };
                    assert_eq!(find_special(&bytes), expected, "{byte} at {at} of {length}");
                }
            }
        }
    }
}
