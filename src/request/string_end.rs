//! How far a JSON string goes on without anything special: eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// The number of bytes before the first quote, backslash or control character, and whether one of them is not ASCII.
pub fn plain(bytes: &[u8]) -> (usize, bool) {
    let (words, tail) = bytes.as_chunks::<8>();
    let mut seen = 0;
    let mut length = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let special = special(word);
        if special != 0 {
            let bytes_before = special.trailing_zeros() / 8;
            seen |= word & !(u64::MAX << (bytes_before * 8));
            return (length + bytes_before as usize, seen & HIGHS != 0);
        }
        seen |= word;
        length += 8;
    }
    for byte in tail {
        if matches!(byte, 0..=0x1F | b'"' | b'\\') {
            break;
        }
        seen |= u64::from(*byte);
        length += 1;
    }
    (length, seen & HIGHS != 0)
}

/// The highest bit of each special byte; above the lowest one, bits may be wrong.
fn special(word: u64) -> u64 {
    let quote = word ^ (ONES * b'"' as u64);
    let backslash = word ^ (ONES * b'\\' as u64);
    let below = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word;
    (below(word, 0x20) | below(quote, 1) | below(backslash, 1)) & HIGHS
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn every_byte_at_every_place() {
        for length in 0..40 {
            for at in 0..length {
                for byte in 0..=255 {
                    let mut bytes = vec![b'a'; length];
                    bytes[at] = byte;
                    let special = matches!(byte, 0..=0x1F | b'"' | b'\\');
                    let expected = if special { (at, false) } else { (length, byte >= 0x80) };
                    assert_eq!(plain(&bytes), expected, "{byte} at {at} of {length}");
                }
            }
        }
    }
}
