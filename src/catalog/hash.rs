//! Where a slug stands in the perfect-hash table of the compiled apps. Also compiled into build.rs, which makes the
//! table: a hash picks a bucket, the bucket's displacement makes the slots of its slugs differ from all others.
//! (The `phf` crate does the same with a stronger hash and a copy of each key: 2 kB more for a browser to download.)

/// FNV-1a, 32 bits.
fn fnv(key: &str) -> u32 {
    key.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The bucket of a key; `buckets` is a power of two.
pub fn bucket(key: &str, buckets: usize) -> usize {
    fnv(key) as usize & (buckets - 1)
}

/// The slot of a key whose bucket has that displacement; `slots` is a power of two.
pub fn slot(key: &str, displacement: u16, slots: usize) -> usize {
    let hash = fnv(key).wrapping_add(u32::from(displacement).wrapping_mul(0x9E37_79B9));
    let mixed = (hash ^ hash >> 15).wrapping_mul(0x85EB_CA6B);
    (mixed ^ mixed >> 13) as usize & (slots - 1)
}
