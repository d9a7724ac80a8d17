//! The edits of a fix, and functions that the hints share with them.
//!
//! An edit removes only what cannot belong to the value. No edit removes a line break inside a value. A private key
//! keeps all its lines, the last line break included; line breaks that it lost are restored.
//!
//! Mistakes come in layers, so an edit also removes the layers around its own: first invisible characters and white
//! space, then quotes, then a name or an authorization scheme, or the parts of a URL around a host.

mod account_name;
mod encoding;
mod host;
mod json_object;
mod name;
mod private_key;
mod private_key_lines;
mod punctuation;
mod quote_pair;
mod quotes;
mod scheme;
mod text_mark;
mod typography;
mod whitespace;

use serde::Serialize;

pub use encoding::decoded;
pub use host::{host, only_host, store, subdomain, undoubled, url};
pub use json_object::{is_json, json_object};
pub use name::unnamed;
pub use private_key::{PUTTY, is_private_key};
pub use private_key_lines::{LineFault, has_whole_key, restored};
pub use punctuation::unpunctuated;
pub use quotes::unquoted;
pub use scheme::{Scheme, peeled, unprefixed};
pub use text_mark::unmarked;
pub use typography::straightened;
pub use whitespace::{bare, edges, has_break, has_invisible, trimmed, visible};

/// A change to a string value.
///
/// ```
/// use auth_object::Edit;
///
/// assert_eq!(Edit::StripPrefix.apply("Bearer fake-token").as_deref(), Some("fake-token"));
/// assert_eq!(Edit::StripPrefix.apply("fake-token"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Edit {
    /// Removes white space around the value.
    Trim,
    /// Removes quotes around the value.
    StripQuotes,
    /// Removes `Bearer `, `Basic `, `token ` or another authorization scheme before the value.
    StripPrefix,
    /// Removes zero-width and control characters.
    StripInvisible,
    /// Keeps only the subdomain of a URL or host.
    ToSubdomain,
    /// Puts `https://` before a host.
    ToUrl,
    /// Removes the second of two equal domain suffixes.
    StripSuffix,
    /// Replaces the string by the JSON in it.
    ParseJson,
    /// Removes the name before the value: `API_KEY=`, `X-Api-Key: `.
    StripName,
    /// Removes commas and semicolons after the value.
    StripPunctuation,
    /// Removes the mark of text in a spreadsheet: `'` before the value, or `="…"` around it.
    StripTextMark,
    /// Removes percent-encoding and the escapes of JSON.
    Decode,
    /// Replaces typographic hyphens, quotes and dots by ASCII.
    Straighten,
    /// Keeps only the host of an address.
    ToHost,
    /// Restores the line breaks of a private key.
    RestoreLines,
    /// Keeps only what is before the first slash.
    BeforeSlash,
    /// Writes an account ID in capitals and with `_`, from the form that is in hosts and URLs.
    ToAccountId,
    /// Replaces the only period of a name by a hyphen.
    DotToHyphen,
}

impl Edit {
    /// Every edit; the index is the number at the wasm boundary.
    pub const ALL: [Self; 18] = [
        Self::Trim,
        Self::StripQuotes,
        Self::StripPrefix,
        Self::StripInvisible,
        Self::ToSubdomain,
        Self::ToUrl,
        Self::StripSuffix,
        Self::ParseJson,
        Self::StripName,
        Self::StripPunctuation,
        Self::StripTextMark,
        Self::Decode,
        Self::Straighten,
        Self::ToHost,
        Self::RestoreLines,
        Self::BeforeSlash,
        Self::ToAccountId,
        Self::DotToHyphen,
    ];

    /// Applies the edit to a value. Returns `None` if it changes nothing.
    /// [`Edit::ParseJson`] returns the JSON text that replaces the string.
    ///
    /// ```
    /// use auth_object::Edit;
    ///
    /// assert_eq!(Edit::Trim.apply(" fake-token\n").as_deref(), Some("fake-token"));
    /// ```
    pub fn apply(self, value: &str) -> Option<String> {
        let bare = bare(value);
        let inner = unquoted(&bare).unwrap_or(&bare);
        let changed = match self {
            Self::Trim => trimmed(value).to_owned(),
            Self::StripInvisible => visible(value).into_owned(),
            Self::StripQuotes => unquoted(&bare)?.to_owned(),
            Self::StripPrefix => unprefixed(inner)?.1.to_owned(),
            Self::ToSubdomain => subdomain(inner)?.to_owned(),
            Self::ToUrl => url(inner)?,
            Self::StripSuffix => undoubled(inner)?,
            Self::ParseJson => json_object(value)?.to_owned(),
            Self::StripName => unnamed(inner)?.1.to_owned(),
            Self::StripPunctuation => unpunctuated(&bare)?.to_owned(),
            Self::StripTextMark => unmarked(inner)?.to_owned(),
            Self::Decode => decoded(inner)?,
            Self::Straighten => straightened(inner)?,
            Self::ToHost => only_host(inner)?.to_owned(),
            Self::RestoreLines => restored(inner)?,
            Self::BeforeSlash => account_name::before_slash(inner)?.to_owned(),
            Self::ToAccountId => account_name::account_id(inner)?,
            Self::DotToHyphen => account_name::hyphenated(inner)?,
        };
        (changed != value).then_some(changed)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::Edit;

    pub fn check(kind: Edit, cases: &[(&str, Option<&str>)]) {
        for (text, expected) in cases {
            assert_eq!(kind.apply(text).as_deref(), *expected, "{kind:?} of {text:?}");
        }
    }

    proptest! {
        #[test]
        fn edits_never_fail_and_settle(text in r#"[ \t\n"'`a-b.:/@{}\\\u{200b}\u{201c}]{0,24}|(bearer |"){0,3}[a-c. ]{0,9}"#) {
            for kind in Edit::ALL {
                if let Some(once) = kind.apply(&text) {
                    prop_assert_ne!(&once, &text);
                    if !matches!(kind, Edit::ToSubdomain | Edit::ToUrl) {
                        prop_assert_eq!(kind.apply(&once), None, "{:?} of {:?}", kind, text);
                    }
                }
            }
        }
    }
}
