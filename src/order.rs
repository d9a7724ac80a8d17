//! One stable sort for all types. The standard library's sort is compiled for each type; three copies add 7 kB to the
//! wasm with Brotli.

use std::cmp::Ordering;

/// Returns the indexes of the things in sorted order; equal things keep their order.
pub fn in_order<T>(things: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<usize> {
    sorted(things.len(), &|a, b| match (things.get(a), things.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    })
}

/// Merges runs of twice the length each time.
fn sorted(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut merged = Vec::with_capacity(len);
    let mut run = 1;
    while run < len {
        for pair in places.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            while let ([a, after_a @ ..], [b, after_b @ ..]) = (left, right) {
                if compare(*b, *a).is_lt() {
                    merged.push(*b);
                    right = after_b;
                } else {
                    merged.push(*a);
                    left = after_a;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        run *= 2;
    }
    places
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::in_order;

    proptest! {
        #[test]
        fn equal_things_keep_their_places(things in prop::collection::vec(0_u8..9, 0..70)) {
            let mut expected: Vec<usize> = (0..things.len()).collect();
            expected.sort_by_key(|place| things[*place]);
            prop_assert_eq!(in_order(&things, Ord::cmp), expected);
        }
    }
}
