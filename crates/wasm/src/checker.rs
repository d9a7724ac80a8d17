//! The checker of this instance. Apps are registered with it.

use std::cell::RefCell;

use auth_object::{Catalog, Checker, Limits, RegisterError};
use js_sys::Math;

thread_local! {
    static CHECKER: RefCell<Checker> = RefCell::new(with(Catalog::default()));
}

/// Returns the checker, with all apps that are registered so far.
pub fn checker() -> Checker {
    CHECKER.with_borrow(Clone::clone)
}

/// Registers an app with the checker.
pub fn register(slug: &str, auth_structure: &str, limits: Limits) -> Result<(), RegisterError> {
    let mut catalog = checker().catalog().clone();
    catalog.set_limits(limits);
    catalog.register(slug, auth_structure.as_bytes())?;
    CHECKER.set(with(catalog));
    Ok(())
}

fn with(catalog: Catalog) -> Checker {
    Checker::builder().catalog(catalog).request_ids(uuid).build()
}

/// Returns a UUID v4. It only identifies a line in a log, so `Math.random`, which every runtime has, is good enough.
fn uuid() -> String {
    let random = || (Math::random() * 4_294_967_296.0) as u32;
    let (a, b, c, d) = (random(), random(), random(), random());
    let variant = c >> 16 & 0x3FFF | 0x8000;
    format!("{a:08x}-{:04x}-4{:03x}-{variant:04x}-{:04x}{d:08x}", b >> 16, b & 0xFFF, c & 0xFFFF)
}
