//! Tells whether a text has a known shape: runs the byte programs that `build/pattern.rs` makes of the
//! schemas' patterns, so that no regular expression engine ships.
//!
//! A program is a row of instructions; the low three bits of the first byte name one of [`op`], the high five
//! are a length. Where the next byte decides, the compiler writes `RUN` and `BRANCH`, which never look back;
//! where it cannot, `TRY` and `SPLIT`, which try both ways. The compiler allows so few of these, and none inside
//! a loop, that the depth is bounded by the program and the work by program × text.

/// What an instruction does, and the bytes that follow it. TARGET is an offset into the program.
pub mod op {
    /// Accepts.
    pub const MATCH: u8 = 0;
    /// Accepts at the end of the text, else refuses.
    pub const END: u8 = 1;
    /// LENGTH bytes that must come next.
    pub const LITERAL: u8 = 2;
    /// TARGET: goes there.
    pub const JUMP: u8 = 3;
    /// TARGET: tries what follows, then goes there.
    pub const SPLIT: u8 = 4;
    /// CLASS TARGET: goes there unless the next byte is in the class.
    pub const BRANCH: u8 = 5;
    /// CLASS MIN MAX: takes as many bytes of the class as there are, at most MAX (0: no limit).
    pub const RUN: u8 = 6;
    /// CLASS MIN MAX: as `RUN`, but tries every number of bytes.
    pub const TRY: u8 = 7;
}

/// The sets of bytes that a class names by one bit each: it is a byte of these, then LENGTH pairs of first and last.
pub const ATOMS: [(u8, u8); 8] =
    [(b'0', b'9'), (b'a', b'f'), (b'g', b'z'), (b'A', b'F'), (b'G', b'Z'), (b'_', b'_'), (b'-', b'-'), (b'.', b'.')];

/// Whether the program accepts the text; a broken program accepts nothing.
pub fn matches(program: &[u8], text: &[u8]) -> bool {
    run(program, 0, text).unwrap_or(false)
}

fn run(program: &[u8], mut at: usize, mut text: &[u8]) -> Option<bool> {
    loop {
        let (&head, rest) = program.get(at..)?.split_first()?;
        let length = usize::from(head >> 3);
        match head & 7 {
            op::MATCH => return Some(true),
            op::END => return Some(text.is_empty()),
            op::LITERAL => {
                let Some(after) = text.strip_prefix(rest.get(..length)?) else {
                    return Some(false);
                };
                text = after;
                at += 1 + length;
            }
            op::JUMP => at = usize::from(*rest.first()?),
            op::SPLIT => {
                if run(program, at + 2, text)? {
                    return Some(true);
                }
                at = usize::from(*rest.first()?);
            }
            kind => {
                let (class, rest) = rest.split_at_checked(1 + 2 * length)?;
                let (&first, rest) = rest.split_first()?;
                if kind == op::BRANCH {
                    let inside = text.get(..1).is_some_and(|next| run_of(class, next) == 1);
                    at = if inside { at + 3 + 2 * length } else { usize::from(first) };
                    continue;
                }
                let (min, max) = (usize::from(first), usize::from(*rest.first()?));
                let max = if max == 0 { text.len() } else { max.min(text.len()) };
                let most = run_of(class, text.get(..max)?);
                at += 4 + 2 * length;
                if most < min {
                    return Some(false);
                }
                if kind == op::TRY {
                    for taken in min..most {
                        if run(program, at, text.get(taken..)?)? {
                            return Some(true);
                        }
                    }
                }
                text = text.get(most..)?;
            }
        }
    }
}

/// How many bytes from the start on are in the class.
fn run_of(class: &[u8], text: &[u8]) -> usize {
    let Some((&atoms, ranges)) = class.split_first() else {
        return 0;
    };
    let outside = |byte: &u8| {
        atoms & ATOM_OF.get(usize::from(*byte)).copied().unwrap_or(0) == 0
            && !ranges.chunks_exact(2).any(|range| matches!(range, [first, last] if first <= byte && byte <= last))
    };
    text.iter().position(outside).unwrap_or(text.len())
}

/// The bit of each byte's atom.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler
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
