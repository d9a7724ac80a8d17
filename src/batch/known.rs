//! The skeletons seen so far and what is said of their rows, as a radix tree: a row of a known skeleton is only held
//! against it, which takes a fraction of reading it.

use std::rc::Rc;

use super::Refusal;
use super::skeleton::{LINKED_ACCOUNT, value};
use crate::request::Text;

/// In bytes, of labels and nodes: rows that are all different must not fill the memory.
const MOST_BYTES: usize = 1 << 22;
/// So many siblings are looked through; more stand in a table.
const FEW: usize = 4;
/// Skeletons are ASCII.
const BYTES: usize = 128;
/// So many bytes are compared at a time.
const WORD: usize = 8;

/// What is said of the rows of a skeleton.
#[derive(Debug)]
pub(super) struct Outcome {
    /// Where their app is counted.
    pub place: usize,
    /// Their slug.
    pub slug: Option<Box<str>>,
    /// Whether the caller has named it a custom app.
    pub custom: bool,
    /// Why they are refused; `None` where they are accepted.
    pub refusal: Option<Rc<Refusal>>,
}

/// A row of a known skeleton.
pub(super) struct Found<'k, 'r> {
    /// What is said of it.
    pub outcome: &'k Outcome,
    /// Its linked account.
    pub linked_account_id: Option<Text<'r>>,
    /// The bytes after it and its line end.
    pub rest: &'r [u8],
}

/// A tree of skeletons.
#[derive(Debug, Default)]
pub(super) struct Known {
    nodes: Vec<Node>,
    labels: Vec<u8>,
    outcomes: Vec<Outcome>,
    /// Nodes by the first byte of their label; 0 where there is none, else one more than the index.
    tables: Vec<[u32; BYTES]>,
    /// The nodes that a row may start with.
    root: Below,
}

/// Bytes that several skeletons share, or the place of a value.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// The first byte of the label: no sibling starts with the same.
    byte: u8,
    /// The label, in `labels`.
    start: u32,
    end: u32,
    sibling: Option<u32>,
    below: Below,
}

/// What comes after a label.
#[derive(Clone, Copy, Debug, Default)]
enum Below {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The first of the nodes that may follow.
    Node(u32),
    /// The same, where they are many.
    Table(u32),
    /// The row ends; the index of its outcome.
    Outcome(u32),
}

impl Known {
    /// The row that the bytes start with, where it and its line end are all there and its skeleton is known.
    pub fn find<'r>(&self, rows: &'r [u8]) -> Option<Found<'_, 'r>> {
        let mut row = Matching { rest: rows, linked_account_id: None };
        let mut below = self.root;
        loop {
            let node = self.sibling(below, *row.rest.first()?)?;
            row.pass(self.labels.get(node.start as usize..)?, (node.end - node.start) as usize)?;
            below = node.below;
            if let Below::Outcome(index) = below {
                let outcome = self.outcomes.get(index as usize)?;
                return Some(Found { outcome, linked_account_id: row.linked_account_id, rest: row.rest });
            }
        }
    }

    /// Adds a skeleton; when there are too many, all are forgotten.
    pub fn add(&mut self, skeleton: &[u8], outcome: Outcome) {
        if self.labels.len() + size_of_val(&*self.nodes) > MOST_BYTES {
            *self = Self::default();
        }
        let end = Below::Outcome(self.outcomes.len() as u32);
        if self.insert(skeleton, end).is_some() {
            self.outcomes.push(outcome);
        }
    }

    /// `None` where it is there already.
    fn insert(&mut self, skeleton: &[u8], end: Below) -> Option<()> {
        let mut rest = skeleton;
        let mut above = None;
        loop {
            let byte = *rest.first()?;
            let Some(at) = self.place(self.below(above)?, byte) else {
                let added = self.leaf(rest, end)?;
                return self.adopt(above, added);
            };
            let label = self.label(self.node(at)?)?;
            let common = label.iter().zip(rest).take_while(|(a, b)| a == b).count();
            if common < label.len() {
                self.split(at, common)?;
            }
            rest = rest.get(common..)?;
            above = Some(at);
        }
    }

    fn below(&self, above: Option<u32>) -> Option<Below> {
        above.map_or(Some(self.root), |above| Some(self.node(above)?.below))
    }

    /// Puts a node below another, or below the root.
    fn adopt(&mut self, above: Option<u32>, child: u32) -> Option<()> {
        let mut below = self.below(above)?;
        if let Below::Node(first) = below {
            if self.siblings(first).count() < FEW {
                self.node_mut(child)?.sibling = Some(first);
            } else {
                let mut table = [0; BYTES];
                for at in self.siblings(first) {
                    *table.get_mut(usize::from(self.node(at)?.byte))? = at + 1;
                }
                self.tables.push(table);
                below = Below::Table(self.tables.len() as u32 - 1);
            }
        }
        match below {
            Below::Outcome(_) => return None,
            Below::Nothing | Below::Node(_) => below = Below::Node(child),
            Below::Table(table) => {
                let byte = usize::from(self.node(child)?.byte);
                *self.tables.get_mut(table as usize)?.get_mut(byte)? = child + 1;
            }
        }
        match above {
            None => self.root = below,
            Some(above) => self.node_mut(above)?.below = below,
        }
        Some(())
    }

    fn siblings(&self, first: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(first), |at| self.node(*at)?.sibling)
    }

    /// A node for all that is left of a skeleton.
    fn leaf(&mut self, skeleton: &[u8], below: Below) -> Option<u32> {
        let start = self.labels.len() as u32;
        self.labels.extend_from_slice(skeleton);
        let end = self.labels.len() as u32;
        self.nodes.push(Node { byte: *skeleton.first()?, start, end, sibling: None, below });
        Some(self.nodes.len() as u32 - 1)
    }

    /// Leaves a node with the first bytes of its label alone; a new one below has the rest.
    fn split(&mut self, at: u32, length: usize) -> Option<()> {
        let node = *self.node(at)?;
        let start = node.start + length as u32;
        let byte = *self.labels.get(start as usize)?;
        self.nodes.push(Node { byte, start, sibling: None, ..node });
        let below = Below::Node(self.nodes.len() as u32 - 1);
        let node = self.node_mut(at)?;
        node.end = start;
        node.below = below;
        Some(())
    }

    /// The node below for a row that goes on with that byte; a place of values has none beside it.
    fn sibling(&self, below: Below, byte: u8) -> Option<&Node> {
        match below {
            Below::Node(first) => {
                let mut node = self.node(first)?;
                while node.byte != byte && !is_hole(node.byte) {
                    node = self.node(node.sibling?)?;
                }
                Some(node)
            }
            Below::Table(table) => self.node(self.listed(table, byte)?),
            _ => None,
        }
    }

    /// The same for a byte of a skeleton, which may be a hole; its index.
    fn place(&self, below: Below, byte: u8) -> Option<u32> {
        match below {
            Below::Node(first) => self.siblings(first).find(|at| self.node(*at).is_some_and(|node| node.byte == byte)),
            Below::Table(table) => self.listed(table, byte),
            _ => None,
        }
    }

    fn listed(&self, table: u32, byte: u8) -> Option<u32> {
        self.tables.get(table as usize)?.get(usize::from(byte))?.checked_sub(1)
    }

    fn node(&self, at: u32) -> Option<&Node> {
        self.nodes.get(at as usize)
    }

    fn node_mut(&mut self, at: u32) -> Option<&mut Node> {
        self.nodes.get_mut(at as usize)
    }

    fn label(&self, node: &Node) -> Option<&[u8]> {
        self.labels.get(node.start as usize..node.end as usize)
    }
}

const fn is_hole(byte: u8) -> bool {
    byte <= LINKED_ACCOUNT
}

/// A row being held against labels.
struct Matching<'r> {
    rest: &'r [u8],
    linked_account_id: Option<Text<'r>>,
}

impl Matching<'_> {
    /// Passes a label, the first `length` bytes of `labels`; `None` where the row differs.
    fn pass(&mut self, labels: &[u8], length: usize) -> Option<()> {
        let mut labels = labels;
        let mut left = length;
        while left > 0 {
            let label = word(labels);
            let same = ((holes(label).trailing_zeros() / 8) as usize).min(left);
            // What stands after the hole, or after the label, counts for nothing.
            let counts = if same < WORD { !(u64::MAX << (8 * same)) } else { u64::MAX };
            if (label ^ word(self.rest)) & counts != 0 {
                return None;
            }
            self.rest = self.rest.get(same..)?;
            labels = labels.get(same..)?;
            left -= same;
            if same < WORD && left > 0 {
                let text = value(self.rest)?;
                if labels.first() == Some(&LINKED_ACCOUNT) {
                    self.linked_account_id = Some(text);
                }
                self.rest = self.rest.get(text.raw().len()..)?;
                labels = labels.get(1..)?;
                left -= 1;
            }
        }
        Some(())
    }
}

/// The first bytes, with zeros where there are no more.
fn word(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(word) => u64::from_le_bytes(*word),
        None => bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

/// The highest bit of each byte that is a hole; above the lowest one, bits may be wrong.
const fn holes(word: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    word.wrapping_sub(EACH * (LINKED_ACCOUNT as u64 + 1)) & !word & (EACH << 7)
}
