//! Matches a value against a known format: runs the byte programs that `crates/schema` compiles the schemas' patterns
//! to, so that no regular expression engine ships.
//!
//! A program is a sequence of instructions. The low three bits of the first byte are the instruction ([`op`]), the high
//! five a length. If the next byte decides, the compiler writes `RUN` and `BRANCH`, which never backtrack; otherwise
//! `TRY` and `SPLIT`, which try both ways. The compiler limits these and allows none in a loop, so the depth of
//! recursion is bounded by the program and the work by program × value.

/// The instructions, and the bytes that follow each. TARGET is an offset into the program.
pub mod op {
    /// Accepts.
    pub const MATCH: u8 = 0;
    /// Accepts at the end of the value, else rejects.
    pub const END: u8 = 1;
    /// LENGTH bytes that must come next.
    pub const LITERAL: u8 = 2;
    /// TARGET: goes there.
    pub const JUMP: u8 = 3;
    /// TARGET: tries what follows, then goes there.
    pub const SPLIT: u8 = 4;
    /// CLASS TARGET: goes there unless the next byte is in the class.
    pub const BRANCH: u8 = 5;
    /// CLASS MIN MAX: takes as many bytes of the class as possible, at most MAX (0: no limit).
    pub const RUN: u8 = 6;
    /// CLASS MIN MAX: as `RUN`, but tries every number of bytes.
    pub const TRY: u8 = 7;
}

/// The ranges of bytes that have a bit in a class. A CLASS is a byte of these bits, then LENGTH pairs of first and last
/// byte.
pub const ATOMS: [(u8, u8); 8] =
    [(b'0', b'9'), (b'a', b'f'), (b'g', b'z'), (b'A', b'F'), (b'G', b'Z'), (b'_', b'_'), (b'-', b'-'), (b'.', b'.')];

/// Returns `true` if the program accepts the value. A malformed program accepts nothing.
pub fn matches(program: &[u8], value: &[u8]) -> bool {
    run(program, 0, value).unwrap_or(false)
}

fn run(program: &[u8], mut at: usize, mut value: &[u8]) -> Option<bool> {
    loop {
        let (&head, rest) = program.get(at..)?.split_first()?;
        let length = usize::from(head >> 3);
        match head & 7 {
            op::MATCH => return Some(true),
            op::END => return Some(value.is_empty()),
            op::LITERAL => {
                if value.get(..length) != rest.get(..length) {
                    return Some(false);
                }
                value = value.get(length..)?;
                at += 1 + length;
            }
            op::JUMP => at = usize::from(*rest.first()?),
            op::SPLIT => {
                if run(program, at + 2, value)? {
                    return Some(true);
                }
                at = usize::from(*rest.first()?);
            }
            kind => {
                let (class, rest) = rest.split_at_checked(1 + 2 * length)?;
                let (&first, rest) = rest.split_first()?;
                if kind == op::BRANCH {
                    let inside = value.get(..1).is_some_and(|next| run_of(class, next) == 1);
                    at = if inside { at + 3 + 2 * length } else { usize::from(first) };
                    continue;
                }
                let (min, max) = (usize::from(first), usize::from(*rest.first()?));
                let max = if max == 0 { value.len() } else { max.min(value.len()) };
                let most = run_of(class, value.get(..max)?);
                at += 4 + 2 * length;
                if most < min {
                    return Some(false);
                }
                if kind == op::TRY {
                    for taken in min..most {
                        if run(program, at, value.get(taken..)?)? {
                            return Some(true);
                        }
                    }
                }
                value = value.get(most..)?;
            }
        }
    }
}

/// Returns the number of leading bytes that are in the class.
fn run_of(class: &[u8], value: &[u8]) -> usize {
    let Some((&atoms, ranges)) = class.split_first() else {
        return 0;
    };
    let outside = |byte: &u8| {
        atoms & ATOM_OF.get(usize::from(*byte)).copied().unwrap_or(0) == 0
            && !ranges.chunks_exact(2).any(|range| matches!(range, [first, last] if first <= byte && byte <= last))
    };
    value.iter().position(outside).unwrap_or(value.len())
}

/// The bit of each byte's atom, by byte.
#[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
static ATOM_OF: [u8; 128] = {
    let mut bits = [0; 128];
    let mut atom = 0;
    while atom < ATOMS.len() {
        let mut byte = ATOMS[atom].0;
        while byte <= ATOMS[atom].1 {
            bits[byte as usize] = 1 << atom;
            byte += 1;
        }
        atom += 1;
    }
    bits
};
