//! The row shapes seen so far and what is said of their rows: a row of a known row_shape is only held against it, which
//! takes a fraction of reading it.

use std::sync::Arc;

use super::row_shape::RowShape;
use crate::rows::Refusal;

/// In bytes: rows that are all different must not fill the memory.
const MOST_BYTES: usize = 1 << 24;
/// So many places are looked at for a row_shape: hashes of an attacker's choice must not make the search long.
const MOST_PROBES: usize = 16;

/// What is said of the rows of a row_shape.
#[derive(Debug)]
pub(in crate::rows) struct Outcome {
    /// Where their app is counted.
    pub place: usize,
    /// Which of the values that are cut out is their linked account.
    pub account: Option<usize>,
    /// Their slug.
    pub slug: Option<Box<str>>,
    /// Whether the caller has named it a custom app.
    pub custom: bool,
    /// Why they are refused; `None` where they are accepted.
    pub refusal: Option<Arc<Refusal>>,
}

/// What is said of most rows, side by side with their row_shape.
#[derive(Clone, Copy, Debug)]
pub(in crate::rows) struct Found {
    /// Where their app is counted.
    pub place: usize,
    /// Whether they are accepted, and no custom app's.
    pub is_usual: bool,
    outcome: usize,
}

/// RowShapes by their hashes.
#[derive(Debug, Default)]
pub(in crate::rows) struct Known {
    /// The upper half of a hash, and one more than where its form starts in `blocks`; 0 is free. As many as a power of two.
    slots: Vec<(u32, u32)>,
    /// Of each form a head and its bytes, side by side: what is looked at together comes together from memory.
    blocks: Vec<[u64; 4]>,
    outcomes: Vec<Outcome>,
}

impl Known {
    /// What is known of the rows of a row_shape.
    pub fn find(&self, row_shape: &RowShape) -> Option<Found> {
        let hash = row_shape.hash();
        for at in probes(hash, self.slots.len()) {
            let (tag, start) = *self.slots.get(at)?;
            if tag == (hash >> 32) as u32
                && let Some(&[length, outcome, _, place]) = self.blocks.get((start as usize).wrapping_sub(1))
                && length == row_shape.len() as u64
                && let Some(bytes) = self.blocks.get(start as usize..)
                && is_start(bytes, row_shape)
            {
                let (outcome, is_usual) = ((outcome >> 1) as usize, outcome & 1 != 0);
                return Some(Found { place: place as usize, is_usual, outcome });
            }
            if start == 0 {
                return None;
            }
        }
        None
    }

    /// All that is known of them.
    pub fn outcome(&self, found: Found) -> Option<&Outcome> {
        self.outcomes.get(found.outcome)
    }

    /// Adds a row_shape that is not there; when there are too many, all are forgotten.
    pub fn add(&mut self, row_shape: &RowShape, outcome: Outcome) {
        if self.size() > MOST_BYTES {
            *self = Self::default();
        }
        if (self.outcomes.len() + 1) * 4 > self.slots.len() * 3 {
            self.grow();
        }
        let hash = row_shape.hash();
        let is_usual = outcome.refusal.is_none() && !outcome.custom;
        let number = (self.outcomes.len() as u64) << 1 | u64::from(is_usual);
        self.blocks.push([row_shape.len() as u64, number, hash, outcome.place as u64]);
        let start = self.blocks.len();
        self.blocks.extend(row_shape.blocks());
        self.outcomes.push(outcome);
        self.place(hash, start);
    }

    fn size(&self) -> usize {
        size_of_val(&*self.slots) + size_of_val(&*self.blocks) + size_of_val(&*self.outcomes)
    }

    fn grow(&mut self) {
        const FEWEST: usize = 64;
        let slots = vec![(0, 0); (self.slots.len() * 2).max(FEWEST)];
        for (_, start) in std::mem::replace(&mut self.slots, slots) {
            if let Some(&[_, _, hash, _]) = self.blocks.get((start as usize).wrapping_sub(1)) {
                self.place(hash, start as usize);
            }
        }
    }

    fn place(&mut self, hash: u64, start: usize) {
        for at in probes(hash, self.slots.len()) {
            if let Some(slot) = self.slots.get_mut(at)
                && slot.1 == 0
            {
                *slot = ((hash >> 32) as u32, start as u32);
                return;
            }
        }
    }
}

/// Where to look for a hash.
#[inline(always)]
fn probes(hash: u64, slots: usize) -> impl Iterator<Item = usize> {
    (0..MOST_PROBES).map(move |step| (hash as usize).wrapping_add(step) & slots.wrapping_sub(1))
}

#[inline(always)]
fn is_start(blocks: &[[u64; 4]], row_shape: &RowShape) -> bool {
    row_shape.blocks().zip(blocks).all(|([a, b, c, d], [e, f, g, h])| (a ^ e) | (b ^ f) | (c ^ g) | (d ^ h) == 0)
}
