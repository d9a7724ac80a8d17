//! Compiles the anchored patterns of the schemas to the byte programs that `src/catalog/pattern.rs` runs.
//!
//! At every choice the compiler compares the bytes that can come next on either way. If they differ, the next byte
//! decides and the program never backtracks. If they overlap, the program has to try both ways; patterns that would have
//! to try many are rejected, which bounds the matcher's work by 64 × program × value.

use auth_object::catalog::pattern::{ATOMS, op};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// The maximum number of choices that the next byte does not decide.
const MAX_SPLITS: usize = 6;
/// The maximum number of repetitions that the next byte does not end.
const MAX_TRIES: usize = 1;

/// Compiles a pattern. It must start with `^`; without a `$` at its end, a value may go on after the match. ASCII only.
///
/// # Errors
///
/// If the pattern is not a valid one, or its program would be too long or too slow.
pub fn compile(pattern: &str) -> Result<Vec<u8>, String> {
    let hir =
        ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).map_err(|error| error.to_string())?;
    let hirs = match hir.kind() {
        HirKind::Concat(hirs) => hirs,
        _ => std::slice::from_ref(&hir),
    };
    let is_look = |hir: &Hir, look: Look| *hir.kind() == HirKind::Look(look);
    let [first, hirs @ ..] = hirs else {
        return Err("must not be empty".into());
    };
    if !is_look(first, Look::Start) {
        return Err("must start with ^".into());
    }
    let (hirs, ends) = match hirs {
        [hirs @ .., last] if is_look(last, Look::End) => (hirs, true),
        [] => return Err("must not match every value".into()),
        _ => (hirs, false),
    };
    let node = Node::Sequence(hirs.iter().map(Node::of).collect::<Result<_, _>>()?);
    let next = if ends { Set { end: true, ..Set::EMPTY } } else { Set::ALL };
    let mut compiler = Compiler::default();
    compiler.emit(&node, &next)?;
    compiler.program.push(if ends { op::END } else { op::MATCH });
    if compiler.program.len() > usize::from(u8::MAX) {
        return Err("its program is longer than 255 bytes".into());
    }
    Ok(compiler.program)
}

/// A pattern, reduced to what the matcher distinguishes.
#[derive(Clone)]
enum Node {
    Literal(Vec<u8>),
    /// The minimum and the maximum number of bytes of a class; a maximum of 0 is no limit.
    Run(Set, u8, u8),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Maybe(Box<Node>),
    OnceOrMore(Box<Node>),
}

impl Node {
    fn of(hir: &Hir) -> Result<Self, String> {
        Ok(match hir.kind() {
            HirKind::Empty => Self::Sequence(Vec::new()),
            HirKind::Literal(literal) => Self::Literal(literal.0.to_vec()),
            HirKind::Class(class) => Self::Run(Set::of(class)?, 1, 1),
            HirKind::Capture(capture) => Self::of(&capture.sub)?,
            HirKind::Concat(parts) => Self::Sequence(parts.iter().map(Self::of).collect::<Result<_, _>>()?),
            HirKind::Alternation(ways) => Self::Either(ways.iter().map(Self::of).collect::<Result<_, _>>()?),
            HirKind::Look(_) => return Err("^ is allowed only at the start and $ only at the end".into()),
            HirKind::Repetition(repetition) => {
                let sub = Self::of(&repetition.sub)?;
                let (min, max) = (repetition.min, repetition.max);
                match single(&sub) {
                    Some(set) => Self::Run(set, count(min)?, max.map_or(Ok(0), count)?),
                    None if repetition.sub.properties().minimum_len() == Some(0) => {
                        return Err("a repeated part must not match nothing".into());
                    }
                    None => Self::repeat(&sub, count(min)?, max.map(count).transpose()?),
                }
            }
        })
    }

    fn repeat(sub: &Self, min: u8, max: Option<u8>) -> Self {
        let mut sequence = vec![sub.clone(); usize::from(min)];
        match max {
            None => {
                let last = Self::OnceOrMore(Box::new(sub.clone()));
                sequence.pop();
                sequence.push(if min == 0 { Self::Maybe(Box::new(last)) } else { last });
            }
            Some(max) => {
                let mut rest = Self::Sequence(Vec::new());
                for _ in min..max {
                    rest = Self::Maybe(Box::new(Self::Sequence(vec![sub.clone(), rest])));
                }
                sequence.push(rest);
            }
        }
        Self::Sequence(sequence)
    }

    /// What a value that this node and then `next` accept can start with.
    fn first(&self, next: &Set) -> Set {
        match self {
            Self::Literal(bytes) => bytes.first().map_or(*next, |&byte| Set::EMPTY.with(byte, byte)),
            Self::Run(set, 0, _) => set.or(next),
            Self::Run(set, ..) => *set,
            Self::Sequence(parts) => parts.iter().rev().fold(*next, |next, part| part.first(&next)),
            Self::Either(ways) => ways.iter().fold(Set::EMPTY, |set, way| set.or(&way.first(next))),
            Self::Maybe(sub) => sub.first(next).or(next),
            Self::OnceOrMore(sub) => sub.first(next),
        }
    }
}

/// The class of a node that always takes exactly one byte.
fn single(node: &Node) -> Option<Set> {
    match node {
        Node::Run(set, 1, 1) => Some(*set),
        Node::Literal(bytes) => match bytes[..] {
            [byte] => Some(Set::EMPTY.with(byte, byte)),
            _ => None,
        },
        _ => None,
    }
}

fn count(number: u32) -> Result<u8, String> {
    u8::try_from(number).map_err(|_| "a count is above 255".into())
}

/// The bytes that can come next, and whether the value can end.
#[derive(Clone, Copy)]
struct Set {
    bytes: u128,
    end: bool,
}

impl Set {
    const EMPTY: Self = Self { bytes: 0, end: false };
    const ALL: Self = Self { bytes: u128::MAX, end: true };

    fn of(class: &Class) -> Result<Self, String> {
        let ranges: Vec<(u32, u32)> = match class {
            Class::Bytes(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
            Class::Unicode(class) => class.iter().map(|range| (range.start().into(), range.end().into())).collect(),
        };
        ranges.into_iter().try_fold(Self::EMPTY, |set, (first, last)| match (u8::try_from(first), u8::try_from(last)) {
            (Ok(first), Ok(last)) if last < 128 => Ok(set.with(first, last)),
            _ => Err("a class is not ASCII".into()),
        })
    }

    fn with(mut self, first: u8, last: u8) -> Self {
        for byte in first..=last {
            self.bytes |= 1 << byte;
        }
        self
    }

    fn or(&self, other: &Self) -> Self {
        Self { bytes: self.bytes | other.bytes, end: self.end || other.end }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.bytes & other.bytes != 0 || self.end && other.end
    }
}

#[derive(Default)]
struct Compiler {
    program: Vec<u8>,
    splits: usize,
    tries: usize,
    loops: usize,
}

impl Compiler {
    /// Writes a node; `next` is what can follow it.
    fn emit(&mut self, node: &Node, next: &Set) -> Result<(), String> {
        match node {
            Node::Literal(bytes) => {
                for part in bytes.chunks(31) {
                    self.head(op::LITERAL, part.len())?;
                    self.program.extend(part);
                }
            }
            Node::Run(set, min, max) => {
                if *max == 1 && *min == 1 || *min == *max || !set.overlaps(next) {
                    self.class(op::RUN, set)?;
                } else {
                    self.class(op::TRY, set)?;
                    self.tried()?;
                }
                self.program.extend([*min, *max]);
            }
            Node::Sequence(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    let next = parts[index + 1..].iter().rev().fold(*next, |next, part| part.first(&next));
                    self.emit(part, &next)?;
                }
            }
            Node::Either(ways) => {
                let mut ends = Vec::new();
                for (index, way) in ways.iter().enumerate() {
                    let others = &ways[index + 1..];
                    if others.is_empty() {
                        self.emit(way, next)?;
                        continue;
                    }
                    let other = others.iter().fold(Set::EMPTY, |set, way| set.or(&way.first(next)));
                    let hole = self.choice(&way.first(next), &other)?;
                    self.emit(way, next)?;
                    self.program.push(op::JUMP);
                    ends.push(self.hole());
                    self.fill(hole);
                }
                ends.into_iter().for_each(|hole| self.fill(hole));
            }
            Node::Maybe(sub) => {
                let hole = self.choice(&sub.first(next), next)?;
                self.emit(sub, next)?;
                self.fill(hole);
            }
            Node::OnceOrMore(sub) => {
                let start = self.program.len() as u8;
                let again = sub.first(next);
                self.loops += 1;
                self.emit(sub, &again.or(next))?;
                self.loops -= 1;
                if again.overlaps(next) || again.end {
                    self.tried()?;
                    self.program.extend([op::SPLIT, start]);
                } else {
                    self.class(op::BRANCH, &again)?;
                    let hole = self.hole();
                    self.program.extend([op::JUMP, start]);
                    self.fill(hole);
                }
            }
        }
        Ok(())
    }

    /// Writes a choice between what is written next, and what is written after the returned hole is filled.
    fn choice(&mut self, this: &Set, other: &Set) -> Result<usize, String> {
        if this.overlaps(other) || this.end {
            self.splits += 1;
            if self.splits > MAX_SPLITS || self.loops > 0 {
                return Err("too many choices that the next byte does not decide".into());
            }
            self.program.push(op::SPLIT);
        } else {
            self.class(op::BRANCH, this)?;
        }
        Ok(self.hole())
    }

    fn tried(&mut self) -> Result<(), String> {
        self.tries += 1;
        if self.tries > MAX_TRIES || self.loops > 0 {
            return Err("too many repetitions that the next byte does not end".into());
        }
        Ok(())
    }

    fn head(&mut self, op: u8, length: usize) -> Result<(), String> {
        let length = u8::try_from(length).ok().filter(|&length| length < 32).ok_or("a class has too many ranges")?;
        self.program.push(op | length << 3);
        Ok(())
    }

    /// Writes an instruction with a class: complete atoms as bits, the rest as ranges.
    fn class(&mut self, op: u8, set: &Set) -> Result<(), String> {
        let (mut atoms, mut left) = (0, set.bytes);
        for (index, &(first, last)) in ATOMS.iter().enumerate() {
            let atom = Set::EMPTY.with(first, last).bytes;
            if set.bytes & atom == atom {
                atoms |= 1 << index;
                left &= !atom;
            }
        }
        let mut ranges = Vec::new();
        while left != 0 {
            let first = left.trailing_zeros() as u8;
            let length = (left >> first).trailing_ones() as u8;
            ranges.extend([first, first + length - 1]);
            left &= !Set::EMPTY.with(first, first + length - 1).bytes;
        }
        self.head(op, ranges.len() / 2)?;
        self.program.push(atoms);
        self.program.extend(ranges);
        Ok(())
    }

    fn hole(&mut self) -> usize {
        self.program.push(0);
        self.program.len() - 1
    }

    /// Points a hole at what is written next. A program that is too long for the address is rejected at the end.
    fn fill(&mut self, hole: usize) {
        self.program[hole] = self.program.len() as u8;
    }
}
