//! What Refold's `PUT /api/v2/public/migrate-token` would answer: the auth schema of every app and every documented rule.
//!
//! ```
//! use auth_object::{Checker, Request};
//!
//! let checker = Checker::default();
//! let verdict = checker.check(&Request::form("netsuite", br#"{"keybased":{"account_id":"1234567"}}"#));
//! assert_eq!(verdict.response.status, 400);
//! for issue in verdict.issues() {
//!     println!("{}: {}", issue.path.join("."), issue.help);
//! }
//! ```
//!
//! A [`Request`] is read, resolved against the [`catalog`], checked by the [`rules`] in the endpoint's order, and searched for
//! hints; the [`Verdict`] has the documented [`Response`], every [`Issue`] and every [`Hint`]. [`Checker::rows`] checks
//! a file of requests. No message, issue or hint contains a credential.
//!
//! The crate has no process-wide state and no platform code: it runs as it is on `wasm32-unknown-unknown`. The feature
//! `std-sources` (on by default) takes the time from the system and makes random request IDs; without it, give the
//! builder a [clock](CheckerBuilder::clock) and [request IDs](CheckerBuilder::request_ids).

#[doc(hidden)]
pub mod binding;
pub mod catalog;
mod check;
mod checker;
mod context;
mod fixes;
mod hints;
mod order;
mod request;
mod resolve;
pub mod rows;
pub mod rules;
mod text;
mod verdict;

pub use catalog::{Catalog, RegisterError};
pub use checker::{Checker, CheckerBuilder};
pub use context::{Context, Known, Trust, Verification};
pub use fixes::Edit;
pub use request::{Environment, Fault, Kind, Position, Request, Shape};
pub use verdict::{
    About, Certainty, Code, Hint, HintCode, HintVariant, Issue, Operation, Outcome, Path, Reason, Response,
    ResponseBody, TextBasis, Verdict,
};
