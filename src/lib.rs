//! What Refold's `PUT /api/v2/public/migrate-token` would answer: the schema of every app and every documented rule.
//!
//! A request goes one way: a reader ([`request`]) observes it, it is held against the [`catalog`], the [`rules`] judge
//! it in the endpoint's order, [`hints`] add warnings, and out comes a [`Verdict`] with the documented [`response`].
//! [`check_request`] judges one request, [`check_auth_object`] the fields of a form, [`batch`] a file of them.

pub mod batch;
pub mod catalog;
mod check;
mod context;
pub mod fixes;
mod help;
pub mod hints;
mod judge;
pub mod reason;
pub mod request;
pub mod response;
pub mod rules;
mod subject;
mod text;
pub mod verdict;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod writer;
#[cfg(any(target_arch = "wasm32", test))]
mod written;

pub use check::{Request, check_auth_object, check_request};
pub use context::{Context, Known, Trust, Verification};
pub use hints::Environment;
pub use reason::Reason;
pub use verdict::Verdict;
