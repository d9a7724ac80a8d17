//! Help texts for input that is not a JSON object.

use super::Fault;

impl Fault {
    /// Returns what is wrong and, if it is not obvious, what to do.
    pub(crate) const fn help(self) -> &'static str {
        match self {
            Self::Empty | Self::NotObject(_) => "There is no JSON object.",
            Self::ByteOrderMark => {
                "The text starts with a byte order mark, which JSON does not allow. Save the file as UTF-8 without BOM."
            }
            Self::NotUtf8 => "The text is not valid UTF-8. Save or encode it as UTF-8.",
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
            Self::AfterEnd => "There is more text after the end of the JSON object. Remove it.",
            Self::Cycle => "The object refers to itself, so it cannot be sent as JSON.",
            Self::BigInt => "A BigInt cannot be sent as JSON. Turn it into a string.",
            Self::TooDeep => "The object is nested too deeply to be sent as JSON.",
            Self::Threw => "Reading this value threw an error, so it cannot be sent as JSON.",
        }
    }
}
