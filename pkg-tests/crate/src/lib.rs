//! What a program does with the crate, natively and as WebAssembly.

use auth_object::{Context, Request, check_request};

/// Bodies of requests.
pub const BODIES: [&str; 4] = [
    r#"{"slug":"slack","auth_object":{"oauth2":{"access_token":"fake-token"}}}"#,
    r#"{"slug":"slack","auth_object":{"acces_token":"fake-token"}}"#,
    r#"{"slug":"no_such_app","auth_object":{}}"#,
    "{",
];

/// The status of the endpoint's answer to a request.
pub fn status(body: &str) -> u16 {
    let request = Request {
        api_key: Some("tk-fake"),
        linked_account_id: Some("account:12345"),
        slug: None,
        body: body.as_bytes(),
    };
    check_request(&request, &Context::default()).response.status
}

/// The status for one of [`BODIES`], for JavaScript; 0 if the index is too high.
#[unsafe(no_mangle)]
pub extern "C" fn status_of(index: usize) -> u32 {
    BODIES.get(index).map_or(0, |body| u32::from(status(body)))
}
