//! The environment of a request.

/// Which of the platform's environments a request goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    /// Keys that start with `tk`.
    Test,
    /// Keys that start with `pk`.
    Production,
}
