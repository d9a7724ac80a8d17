//! Finds rows that repeat the account and app of an earlier row.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;

use super::LineCount;

/// Rows with a missing or repeated linked account.
///
/// ```
/// use auth_object::Checker;
///
/// let row = b"{\"slug\":\"slack\",\"linked_account_id\":\"a\",\"auth_object\":{\"access_token\":\"fake-token\"}}\n";
/// let mut rows = Checker::default().rows();
/// rows.push(row);
/// rows.push(row);
/// assert_eq!(rows.end().accounts.repeated.lines, [2]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AccountCounts {
    /// Rows without a linked account, unless they are rejected for that.
    pub missing: LineCount,
    /// Accepted rows with the account and app of an earlier accepted row, which they would overwrite. They are only
    /// found if the context asks for hints, among the first 6,000,000 different accounts and apps.
    pub repeated: LineCount,
}

/// The largest number of slots: 64 MB.
const MAX_SLOTS: usize = 1 << 23;
const MIN_SLOTS: usize = 1 << 10;

/// The accounts and apps of the rows so far, in a hash table with linear probing.
#[derive(Debug, Default)]
pub struct Accounts {
    /// Hashes; 0 is free. The length is a power of two.
    slots: Vec<u64>,
    count: usize,
}

impl Accounts {
    /// Returns the hash of an account and an app, which is the same in every thread. Never 0.
    pub fn hash(account: &str, slug: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        account.hash(&mut hasher);
        slug.hash(&mut hasher);
        hasher.finish().max(1)
    }

    /// Adds an account and app by their hash. Returns `true` if they were added before.
    pub fn add(&mut self, hash: u64) -> bool {
        let is_full = self.count * 4 >= self.slots.len() * 3;
        if is_full && self.slots.len() < MAX_SLOTS {
            self.grow();
        }
        let can_add = !is_full || self.count * 4 < self.slots.len() * 3;
        let Some(slot) = find(&mut self.slots, hash) else { return false };
        let is_known = *slot == hash;
        if !is_known && can_add {
            *slot = hash;
            self.count += 1;
        }
        is_known
    }

    fn grow(&mut self) {
        let slots = vec![0; (self.slots.len() * 2).max(MIN_SLOTS)];
        for hash in std::mem::replace(&mut self.slots, slots) {
            if hash != 0
                && let Some(slot) = find(&mut self.slots, hash)
            {
                *slot = hash;
            }
        }
    }
}

/// Returns the slot that has a hash, or the free slot for it.
fn find(slots: &mut [u64], hash: u64) -> Option<&mut u64> {
    let mask = slots.len().wrapping_sub(1);
    let mut at = hash as usize & mask;
    while *slots.get(at)? != hash && *slots.get(at)? != 0 {
        at = (at + 1) & mask;
    }
    slots.get_mut(at)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Accounts, MAX_SLOTS};

    #[test]
    fn every_account_is_found_again() {
        let mut accounts = Accounts::default();
        let hashes: Vec<u64> = (0..10_000).map(|id| Accounts::hash(&id.to_string(), "slack")).collect();
        assert!(hashes.iter().all(|hash| !accounts.add(*hash)));
        assert!(hashes.iter().all(|hash| accounts.add(*hash)));
        assert!(!accounts.add(Accounts::hash("0", "hubspot")));
    }

    #[test]
    fn a_full_table_takes_no_more() {
        let mut accounts = Accounts::default();
        let hash = |id: u64| id.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        for id in 0..MAX_SLOTS as u64 {
            accounts.add(hash(id * 2));
        }
        assert_eq!(accounts.slots.len(), MAX_SLOTS);
        assert!(accounts.add(hash(0)));
        assert!(!accounts.add(hash(1)));
        assert!(!accounts.add(hash(1)));
    }
}
