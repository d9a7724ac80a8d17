//! Makes the perfect-hash table that `src/catalog/hash.rs` looks into.

use crate::hash::{bucket, slot};

pub struct Table {
    /// One a bucket.
    pub displacements: Vec<u16>,
    /// One a slot: the index of the key there; past the last key where there is none.
    pub indexes: Vec<u16>,
}

/// The table of the keys, which must differ from each other.
pub fn table(keys: &[&str]) -> Result<Table, String> {
    let slots = (keys.len() * 5 / 4).next_power_of_two();
    let mut buckets = vec![Vec::new(); (slots / 4).max(1)];
    for (index, key) in keys.iter().enumerate() {
        let bucket = bucket(key, buckets.len());
        buckets[bucket].push(index);
    }
    let mut order: Vec<usize> = (0..buckets.len()).collect();
    order.sort_by_key(|&bucket| std::cmp::Reverse(buckets[bucket].len()));

    let mut displacements = vec![0; buckets.len()];
    let mut indexes = vec![u16::MAX; slots];
    for bucket in order {
        let members = &buckets[bucket];
        let taken = |displacement: u16| -> Option<Vec<usize>> {
            let mut taken = Vec::new();
            for &index in members {
                let slot = slot(keys[index], displacement, slots);
                if indexes[slot] != u16::MAX || taken.contains(&slot) {
                    return None;
                }
                taken.push(slot);
            }
            Some(taken)
        };
        let found = (0..u16::MAX).find_map(|displacement| Some((displacement, taken(displacement)?)));
        let (displacement, taken) = found.ok_or("no perfect hash for these slugs; change the constants of hash.rs")?;
        displacements[bucket] = displacement;
        for (slot, &index) in taken.into_iter().zip(members) {
            indexes[slot] = u16::try_from(index).map_err(|_| "more apps than 16 bits can number")?;
        }
    }
    Ok(Table { displacements, indexes })
}
