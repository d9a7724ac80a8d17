//! Known formats of credentials. A value in no known format may still be valid, because providers change formats.

use crate::fixes::Edit;

/// A known format of credentials.
///
/// ```
/// use auth_object::Catalog;
/// use auth_object::catalog::formats;
///
/// let app = Catalog::default().find("stripe").ok_or("no such app")?;
/// let api_key = app.auth_type("keybased").ok_or("no such auth type")?.fields[0];
/// let format = &formats()[usize::from(api_key.formats[0])];
/// assert!(format.means.starts_with("Stripe"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Format {
    /// The program that [`super::pattern::matches`] runs.
    #[doc(hidden)]
    pub program: &'static [u8],
    /// The start of such a value, or an example of it if there are several. Empty if there is no typical start.
    pub prefix: &'static str,
    /// What such a value is, with the vendor's name, for example `Stripe secret key`.
    pub means: &'static str,
    /// Why a value of this format never works in the fields that list it; empty if it does.
    pub never: &'static str,
    /// The edit that turns a value that never works into one that does.
    pub fix: Option<Edit>,
    /// Whether a field with this format takes no other formats, so that a value in another one has a hint.
    pub exclusive: bool,
    /// The provider's mode that such a value is for, if the format shows it.
    pub mode: Option<Mode>,
}

/// A mode of a provider: test or live.
///
/// ```
/// assert_eq!(auth_object::catalog::Mode::Live.to_string(), "live");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mode {
    /// Test data, a sandbox.
    Test,
    /// Real data.
    Live,
}
