//! Why a body is not a JSON object, and what to do.

use serde::Serialize;

use super::kind::Kind;
use crate::limits::Limit;

/// Why a body is not a JSON object.
///
/// ```
/// use auth_object::{Checker, Fault, Reason, Request};
///
/// let verdict = Checker::default().check(&Request::form("slack", b"{\"access_token\":"));
/// let Reason::NotJson { what, line, column } = verdict.issues()[0].reason else { panic!("not JSON") };
/// assert_eq!((what, line, column), (Fault::UnexpectedEnd, 1, 17));
/// assert_eq!(what.to_string(), "unexpected_end");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Fault {
    /// The body is empty or all white space.
    Empty,
    /// The body is JSON of this type, not an object.
    #[serde(skip)]
    NotObject(Kind),
    /// The body starts with a byte order mark.
    ByteOrderMark,
    /// The body is not valid UTF-8.
    NotUtf8,
    /// The JSON ends too early.
    UnexpectedEnd,
    /// There is no value where one must be.
    ExpectedValue,
    /// There is no key in double quotes where one must be.
    ExpectedKey,
    /// There is no colon after a key.
    ExpectedColon,
    /// There is no comma or closing bracket after a value.
    ExpectedCommaOrEnd,
    /// There is a comma before a closing bracket.
    TrailingComma,
    /// A number is invalid.
    Number,
    /// A word is not `true`, `false` or `null`.
    Literal,
    /// A string contains an invalid escape sequence.
    Escape,
    /// A string contains a raw control character.
    ControlCharacter,
    /// There is more after the end of the JSON value.
    AfterEnd,
    /// There is a comment.
    Comment,
    /// Single quotes, `None`, `True` or `False`: Python's text form.
    Python,
    /// A key without quotes: a JavaScript object literal.
    #[serde(rename = "javascript")]
    JavaScript,
    /// Quotes that a word processor wrote.
    TypographicQuotes,
    /// A JavaScript object refers to itself.
    Cycle,
    /// A JavaScript object contains a `BigInt`.
    #[serde(rename = "bigint")]
    BigInt,
    /// Reading a JavaScript object threw an error.
    Threw,
    /// A JavaScript object is nested too deeply for `JSON.stringify`.
    TooDeep,
    /// The body exceeds a limit.
    #[serde(skip)]
    TooLarge(Limit),
}

impl Fault {
    /// Returns what is wrong, and what to do if that is not obvious.
    pub(crate) const fn help(self) -> &'static str {
        match self {
            Self::Empty | Self::NotObject(_) => "There is no JSON object.",
            Self::ByteOrderMark => {
                "The JSON starts with a byte order mark, which is not allowed. Save the file as UTF-8 without BOM."
            }
            Self::NotUtf8 => "The JSON is not valid UTF-8. Save or encode it as UTF-8.",
            Self::UnexpectedEnd => "The JSON ends too early. It was probably cut off.",
            Self::ExpectedValue => "Expected a JSON value here.",
            Self::ExpectedKey => "Expected a key in double quotes here.",
            Self::ExpectedColon => "Expected a colon between key and value here.",
            Self::ExpectedCommaOrEnd => "Expected a comma or a closing bracket here.",
            Self::TrailingComma => "JSON does not allow a comma before a closing bracket. Remove it.",
            Self::Number => "This is not a valid JSON number.",
            Self::Literal => "Expected true, false, null or a string here. Strings need double quotes.",
            Self::Escape => "A backslash in a string starts an invalid escape sequence.",
            Self::ControlCharacter => {
                "A string contains a raw control character, such as a line break. Write it as an escape sequence, such as \\n."
            }
            Self::AfterEnd => "There is more after the end of the JSON object. Remove it.",
            Self::Comment => "There is a comment here, which JSON does not allow. Remove it.",
            Self::Python => {
                "This is Python's text form, not JSON, which has double quotes, true, false and null. Write it with json.dumps."
            }
            Self::JavaScript => {
                "This is a JavaScript object, not JSON, which has double quotes around every key. Write it with JSON.stringify."
            }
            Self::TypographicQuotes => "These are typographic quotes. JSON needs straight ones (\").",
            Self::Cycle => "The object refers to itself, so it cannot be sent as JSON.",
            Self::BigInt => "A BigInt cannot be sent as JSON. Turn it into a string.",
            Self::TooLarge(_) => "The JSON is too large.",
            Self::TooDeep => "The object is nested too deeply to be sent as JSON.",
            Self::Threw => "Reading this value threw an error, so it cannot be sent as JSON.",
        }
    }
}
