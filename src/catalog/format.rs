//! Known shapes of credentials. They recognise, they do not exclude: providers change formats.

/// A known shape of a value.
#[derive(Debug, PartialEq, Eq)]
pub struct Format {
    /// What [`super::pattern::matches`] runs.
    pub program: &'static [u8],
    /// How such a value starts (an example, where it may start in several ways); empty where nothing is typical.
    pub prefix: &'static str,
    /// What a value of this shape is, with the vendor's name, for example `Stripe secret key`.
    pub means: &'static str,
    /// Why a value of this format never works in the fields that list it; empty if it does.
    pub never: &'static str,
    /// Whether a field that has this shape has no others, so that another shape is worth a warning.
    pub exclusive: bool,
    /// The provider's mode that such a value belongs to, where its shape says so.
    pub mode: Option<Mode>,
}

/// A provider's own two worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Test data, a sandbox.
    Test,
    /// Real data.
    Live,
}
