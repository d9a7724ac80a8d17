//! What a program does with the crate, natively and as WebAssembly.

use auth_object::{Checker, Request};

/// Bodies of requests.
pub const BODIES: [&str; 4] = [
    r#"{"slug":"slack","auth_object":{"oauth2":{"access_token":"fake-token"}}}"#,
    r#"{"slug":"slack","auth_object":{"acces_token":"fake-token"}}"#,
    r#"{"slug":"no_such_app","auth_object":{}}"#,
    "{",
];

/// The status of the endpoint's answer to a request.
pub fn status(body: &str) -> u16 {
    let checker = Checker::builder().clock(|| 1_700_000_000).request_ids(|| "request-1".into()).build();
    let request = Request::new(body.as_bytes()).api_key("tk-fake").linked_account_id("account:12345");
    checker.check(&request).response.status
}

/// The status for one of [`BODIES`], for JavaScript; 0 if the index is too high.
#[unsafe(no_mangle)]
pub extern "C" fn status_of(index: usize) -> u32 {
    BODIES.get(index).map_or(0, |body| u32::from(status(body)))
}
