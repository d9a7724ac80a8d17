//! A cache of outcomes by row shape. Comparing a row with its cached shape takes a fraction of the time of reading it.

use std::sync::Arc;

use super::row_shape::RowShape;
use crate::catalog::{AuthType, Field};
use crate::rows::Rejection;

/// The size at which the cache is emptied, because rows may all be different.
const MAX_BYTES: usize = 1 << 24;
/// The maximum probe length. Bounds lookups under hash-collision attacks.
const MAX_PROBES: usize = 16;

/// The outcome of all rows with the same shape.
#[derive(Debug)]
pub(in crate::rows) struct RowOutcome {
    /// The index of their app in the counts.
    pub app: usize,
    /// The index of the value that is their linked account.
    pub account: Option<usize>,
    /// Their slug.
    pub slug: Option<Box<str>>,
    /// Whether the slug names a custom app.
    pub custom: bool,
    /// Why they are rejected, or `None` if they are accepted.
    pub rejection: Option<Arc<Rejection>>,
    /// The fields of accepted rows, if nothing but their values can raise a hint.
    pub fields: Option<ValueFields>,
}

/// The auth type of rows, and the field of each value that is one.
#[derive(Debug)]
pub(in crate::rows) struct ValueFields {
    pub auth_type: &'static AuthType,
    pub fields: Box<[Option<&'static Field>]>,
}

/// The part of an outcome that is stored next to the shape. Most rows need only this.
#[derive(Clone, Copy, Debug)]
pub(in crate::rows) struct CacheHit {
    /// The index of the app in the counts.
    pub app: usize,
    /// Whether the rows are accepted.
    pub is_accepted: bool,
    /// Whether the rows have a linked account.
    pub has_account: bool,
    outcome: usize,
}

/// The outcomes, in a hash table with linear probing.
#[derive(Debug, Default)]
pub(in crate::rows) struct OutcomeCache {
    /// The upper half of a hash, and the index of its shape in `blocks` plus one; 0 is free. The length is a power of two.
    slots: Vec<(u32, u32)>,
    /// For each shape a header (length, outcome, hash, app) and its bytes, side by side because they are read together.
    blocks: Vec<[u64; 4]>,
    outcomes: Vec<RowOutcome>,
}

impl OutcomeCache {
    /// Returns the cached outcome of rows with this shape.
    pub fn lookup(&self, row_shape: &RowShape) -> Option<CacheHit> {
        let hash = row_shape.hash();
        for at in probes(hash, self.slots.len()) {
            let (tag, start) = *self.slots.get(at)?;
            if tag == (hash >> 32) as u32
                && let Some(&[length, outcome, _, app]) = self.blocks.get((start as usize).wrapping_sub(1))
                && length == row_shape.len() as u64
                && let Some(bytes) = self.blocks.get(start as usize..)
                && is_start(bytes, row_shape)
            {
                let (is_accepted, has_account) = (outcome & 1 != 0, outcome & 2 != 0);
                return Some(CacheHit {
                    app: app as usize,
                    is_accepted,
                    has_account,
                    outcome: (outcome >> 2) as usize,
                });
            }
            if start == 0 {
                return None;
            }
        }
        None
    }

    /// Returns the whole outcome.
    pub fn outcome(&self, hit: CacheHit) -> Option<&RowOutcome> {
        self.outcomes.get(hit.outcome)
    }

    /// Adds the outcome of a shape that is not in the cache. A full cache is emptied first.
    pub fn insert(&mut self, row_shape: &RowShape, outcome: RowOutcome) {
        if self.size() > MAX_BYTES {
            *self = Self::default();
        }
        if (self.outcomes.len() + 1) * 4 > self.slots.len() * 3 {
            self.grow();
        }
        let hash = row_shape.hash();
        let is_accepted = outcome.rejection.is_none() && !outcome.custom;
        let has_account = u64::from(outcome.account.is_some());
        let number = (self.outcomes.len() as u64) << 2 | has_account << 1 | u64::from(is_accepted);
        self.blocks.push([row_shape.len() as u64, number, hash, outcome.app as u64]);
        let start = self.blocks.len();
        self.blocks.extend(row_shape.blocks());
        self.outcomes.push(outcome);
        self.set(hash, start);
    }

    fn size(&self) -> usize {
        size_of_val(&*self.slots) + size_of_val(&*self.blocks) + size_of_val(&*self.outcomes)
    }

    fn grow(&mut self) {
        const MIN_SLOTS: usize = 64;
        let slots = vec![(0, 0); (self.slots.len() * 2).max(MIN_SLOTS)];
        for (_, start) in std::mem::replace(&mut self.slots, slots) {
            if let Some(&[_, _, hash, _]) = self.blocks.get((start as usize).wrapping_sub(1)) {
                self.set(hash, start as usize);
            }
        }
    }

    fn set(&mut self, hash: u64, start: usize) {
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

/// Returns the slots in which a hash may be.
#[inline(always)]
fn probes(hash: u64, slots: usize) -> impl Iterator<Item = usize> {
    (0..MAX_PROBES).map(move |step| (hash as usize).wrapping_add(step) & slots.wrapping_sub(1))
}

#[inline(always)]
fn is_start(blocks: &[[u64; 4]], row_shape: &RowShape) -> bool {
    row_shape.blocks().zip(blocks).all(|([a, b, c, d], [e, f, g, h])| (a ^ e) | (b ^ f) | (c ^ g) | (d ^ h) == 0)
}
