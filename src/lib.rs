//! Checks requests to Refold's `PUT /api/v2/public/migrate-token` before they are sent: the crate knows the auth schema of
//! every app and every documented rule of the endpoint, and returns the response that the endpoint would give.
//!
//! ```
//! use auth_object::{Checker, Request};
//!
//! let checker = Checker::default();
//! let verdict = checker.check(&Request::form("copper", br#"{"keybased":{"api_token":"fake-token"}}"#));
//! assert_eq!(verdict.response.status, 400);
//! for issue in verdict.issues() {
//!     println!("{}: {}", issue.path.join("."), issue.help);
//! }
//! ```
//!
//! # Overview
//!
//! A [`Checker`] checks a [`Request`] and returns a [`Verdict`]. The verdict has the [`Response`], every [`Issue`] and every
//! [`Hint`]. [`Checker::builder`] sets what you know about the service, for example its linked accounts.
//! [`Checker::rows`] checks a file of requests. The [`catalog`] has the apps, and [`rules`] describes the rules. No message,
//! issue, hint or `Debug` output contains a credential.
//!
//! # Platforms and features
//!
//! The crate has no process-wide options and no platform code, so it also runs on `wasm32-unknown-unknown`.
//!
//! - `serde_json` (on by default) adds requests from `serde_json::Value`.
//! - `std-sources` (on by default) takes the time from the system and makes random request IDs. Without it, give the
//!   builder a [clock](CheckerBuilder::clock) and [request IDs](CheckerBuilder::request_ids).

#[doc(hidden)]
pub mod binding;
pub mod catalog;
mod check;
mod checker;
mod context;
mod display;
mod fixes;
mod hints;
mod limits;
mod order;
mod request;
mod resolve;
pub mod rows;
pub mod rules;
mod text;
mod verdict;

pub use catalog::{Catalog, RegisterError};
pub use checker::{Checker, CheckerBuilder};
pub use context::{Context, Lookup, Trust, Verification};
pub use fixes::Edit;
pub use hints::{HINTS, HintKind};
pub use limits::{Limit, Limits};
pub use request::{Environment, Fault, Kind, Request, Shape};
pub use verdict::{
    About, Certainty, Code, Hint, HintCode, HintVariant, Issue, Operation, Outcome, Path, Reason, Response,
    ResponseBody, TextBasis, Verdict,
};
