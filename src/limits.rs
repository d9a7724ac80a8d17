//! How large a request and a registered app may be.

use serde::Serialize;

/// The limits of a request, which is a body or a row of a file, and of registered apps. They keep time and memory small
/// whatever is given. The limits are our own: those of the endpoint are not documented.
///
/// A body that exceeds one is rejected with [`Reason::TooLarge`](crate::Reason::TooLarge), a row with
/// [`RowFault::TooLarge`](crate::rows::RowFault::TooLarge), and an app with
/// [`RegisterError::TooLarge`](crate::RegisterError::TooLarge) or
/// [`RegisterError::TooManyApps`](crate::RegisterError::TooManyApps).
///
/// ```
/// use auth_object::{Checker, Limits, Reason, Request};
///
/// let mut limits = Limits::default();
/// limits.nesting = 2;
/// let checker = Checker::builder().limits(limits).build();
/// let verdict = checker.check(&Request::new(br#"{"slug":"slack","auth_object":{"bot":{"token":"fake-token"}}}"#));
/// assert!(verdict.issues().iter().any(|issue| matches!(issue.reason, Reason::TooLarge { limit: 2, .. })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The length of a body or a row in bytes, and of a slug beside a body. A `serde_json::Value` is in memory already, so
    /// it has no length.
    pub request_bytes: usize,
    /// How many objects and arrays of a request may be inside each other. The auth_object of a form counts as inside a
    /// body.
    pub nesting: usize,
    /// The number of keys in all objects of a request together.
    pub keys: usize,
    /// The number of cells of a row of CSV.
    pub cells: usize,
    /// The number of auth structures that can be registered with a [`Catalog`](crate::Catalog). One that was replaced
    /// counts, because it stays in memory.
    pub apps: usize,
    /// The length of the slug and the auth structure of a registered app in bytes.
    pub app_bytes: usize,
}

impl Limits {
    /// The default of [`Limits::request_bytes`]: 16 MiB.
    pub const REQUEST_BYTES: usize = 1 << 24;
    /// The default of [`Limits::nesting`].
    pub const NESTING: usize = 1 << 14;
    /// The default of [`Limits::keys`].
    pub const KEYS: usize = 1 << 20;
    /// The default of [`Limits::cells`]: the maximum of a spreadsheet.
    pub const CELLS: usize = 1 << 14;
    /// The default of [`Limits::apps`].
    pub const APPS: usize = 10_000;
    /// The default of [`Limits::app_bytes`]: 64 KiB.
    pub const APP_BYTES: usize = 1 << 16;

    /// Returns the value of a limit.
    pub(crate) const fn get(&self, limit: Limit) -> usize {
        match limit {
            Limit::RequestBytes => self.request_bytes,
            Limit::Nesting => self.nesting,
            Limit::Keys => self.keys,
            Limit::Cells => self.cells,
        }
    }

    /// Returns the limits for an auth_object without the body around it.
    pub(crate) fn of_auth_object(self) -> Self {
        const AROUND: &str = "{\"auth_object\":}";
        Self {
            request_bytes: self.request_bytes.saturating_sub(AROUND.len()),
            nesting: self.nesting.saturating_sub(1),
            keys: self.keys.saturating_sub(1),
            ..self
        }
    }

    /// Returns the limit that a request exceeds. The JSON may be broken.
    pub(crate) fn exceeded_by(&self, json: &[u8]) -> Option<Limit> {
        if json.len() > self.request_bytes { Some(Limit::RequestBytes) } else { self.exceeded_inside(json) }
    }

    /// Returns the limit that the content of a request exceeds, whatever its length.
    pub(crate) fn exceeded_inside(&self, json: &[u8]) -> Option<Limit> {
        const LEAST_KEY: &str = "\"\":0";
        let count = |wanted: fn(&u8) -> bool| json.iter().filter(|byte| wanted(byte)).count();
        let may_be_deep = || json.len() > self.nesting && count(|byte| matches!(byte, b'{' | b'[')) > self.nesting;
        let may_have_keys = || json.len() / LEAST_KEY.len() > self.keys && count(|byte| *byte == b':') > self.keys;
        if may_be_deep() || may_have_keys() { self.exceeded_in(json) } else { None }
    }

    #[cold]
    fn exceeded_in(&self, json: &[u8]) -> Option<Limit> {
        let mut size = Size::default();
        let mut is_string = false;
        let mut is_escaped = false;
        for byte in json {
            match byte {
                _ if std::mem::take(&mut is_escaped) => {}
                b'\\' => is_escaped = is_string,
                b'"' => is_string = !is_string,
                _ if is_string => {}
                b'{' | b'[' => size.depth += 1,
                b'}' | b']' => size.depth = size.depth.saturating_sub(1),
                b':' => size.keys += 1,
                _ => {}
            }
            if let Some(limit) = self.exceeded_by_size(size) {
                return Some(limit);
            }
        }
        None
    }

    /// Returns the limit that a request of this size exceeds.
    pub(crate) const fn exceeded_by_size(&self, size: Size) -> Option<Limit> {
        if size.depth > self.nesting {
            return Some(Limit::Nesting);
        }
        if size.keys > self.keys { Some(Limit::Keys) } else { None }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            request_bytes: Self::REQUEST_BYTES,
            nesting: Self::NESTING,
            keys: Self::KEYS,
            cells: Self::CELLS,
            apps: Self::APPS,
            app_bytes: Self::APP_BYTES,
        }
    }
}

/// The size of a request as far as it is read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Size {
    /// The number of objects and arrays around the place.
    pub depth: usize,
    /// The number of keys before the place.
    pub keys: usize,
}

/// A limit of a request: a member of [`Limits`].
///
/// ```
/// use auth_object::{Limit, Limits, rows::RowFault};
///
/// let fault = RowFault::TooLarge { what: Limit::RequestBytes, limit: Limits::REQUEST_BYTES };
/// assert!(fault.help().contains("longer than 16 MiB"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Limit {
    /// [`Limits::request_bytes`]
    RequestBytes,
    /// [`Limits::nesting`]
    Nesting,
    /// [`Limits::keys`]
    Keys,
    /// [`Limits::cells`]
    Cells,
}

impl Limit {
    /// Returns the name that the limit has in JavaScript and for the command line.
    const fn name(self) -> &'static str {
        match self {
            Self::RequestBytes => "requestBytes",
            Self::Nesting => "nesting",
            Self::Keys => "keys",
            Self::Cells => "cells",
        }
    }

    /// Returns what is too large, and what to do. `subject` starts the sentence; `cause` is a sentence about it.
    pub(crate) fn help(self, limit: usize, subject: &str, cause: &str) -> String {
        let what = match self {
            Self::RequestBytes => format!("is longer than {}", bytes(limit)),
            Self::Nesting => format!("has more than {limit} objects and arrays inside each other"),
            Self::Keys => format!("has more than {limit} keys"),
            Self::Cells => format!("has more than {limit} cells"),
        };
        format!("{subject} {what}.{cause} If that is right, raise the limit {}.", self.name())
    }
}

/// Writes a number of bytes for people.
pub(crate) fn bytes(count: usize) -> String {
    const MIB: usize = 1 << 20;
    const KIB: usize = 1 << 10;
    let (number, unit) = match count {
        _ if count > 0 && count.is_multiple_of(MIB) => (count / MIB, "MiB"),
        _ if count > 0 && count.is_multiple_of(KIB) => (count / KIB, "KiB"),
        _ => (count, "bytes"),
    };
    format!("{number} {unit}")
}
