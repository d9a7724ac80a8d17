//! The environment of a request.

/// An environment of the platform.
///
/// ```
/// use auth_object::{Checker, Environment};
///
/// let checker = Checker::default();
/// let mut context = checker.context();
/// context.environment = Some(Environment::Test);
/// assert_eq!(Environment::Test.to_string(), "test");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Environment {
    /// The test environment, with API keys that start with `tk`.
    Test,
    /// The production environment, with API keys that start with `pk`.
    Production,
}
