//! The English words for a reason, for the person who fills in a form or runs a script. They are made from the
//! reason's parameters, so they never hold a credential.

use crate::joined::{joined, list};
use crate::reason::Reason;
use crate::request::{Fault, Kind};
use crate::verdict::{Certainty, Code};

/// What is wrong and what to do.
#[cold]
#[inline(never)]
pub(crate) fn help(code: Code, reason: &Reason, certainty: Certainty) -> String {
    match reason {
        Reason::Missing { label, .. } => match missing(code) {
            Some(help) => help.to_owned(),
            None => joined(&["Enter the ", label, "."]),
        },
        Reason::Blank { field, label, optional } => match blank(code) {
            Some(help) => help.to_owned(),
            None if field == label => joined(&["Remove ", label, ", which is blank."]),
            None if *optional => joined(&["Enter the ", label, ", or leave it out."]),
            None => joined(&["Enter the ", label, "."]),
        },
        Reason::WrongType { field, label, expected, actual } => {
            // A key that is not a field has no label of its own.
            let is_field = field != label;
            let then = match (expected, actual) {
                (Kind::String, Kind::Number | Kind::Boolean) if is_field => " Put it in quotes.",
                (Kind::String, Kind::Null) if is_field => " Enter a value, or leave it out.",
                _ => "",
            };
            let the = if is_field { "The " } else { "" };
            joined(&[the, label, " must be ", a(*expected), ", but it is ", a(*actual), ".", then])
        }
        Reason::IncompleteSet { sets, lacking, closest, labels, .. } => {
            let label = |field: &'static str| {
                labels.iter().find(|(name, _)| *name == field).map_or(field, |(_, label)| &**label)
            };
            let named = |set: &[&'static str], last: &str| {
                let mut names = Vec::new();
                for field in set {
                    names.push(label(field));
                }
                list(&names, ", ", last)
            };
            let mut first = Vec::new();
            let mut others = String::new();
            for set in sets {
                first.extend(set.first().copied());
                if set != closest {
                    others.push_str(if others.is_empty() { "" } else { "; or " });
                    others.push_str(&named(set, " and "));
                }
            }
            if sets.iter().all(|set| set.len() == 1) {
                return joined(&["Enter the ", &named(&first, " or "), "."]);
            }
            let instead = if others.is_empty() { "" } else { ", or instead: " };
            joined(&["Enter the ", &named(lacking, " and "), instead, &others, "."])
        }
        Reason::UnknownField { app, auth_type, key, permitted, suggestion, other_auth_type, typed_only } => {
            if *typed_only {
                return joined(&[
                    key,
                    " is probably not allowed here. Remove it, or send all fields inside { \"",
                    auth_type,
                    "\": { … } }.",
                ]);
            }
            let what = joined(&[app, " (", auth_type, ") has no field \"", key, "\""]);
            match (suggestion, other_auth_type) {
                (Some(suggestion), _) => joined(&[&what, ". Did you mean ", suggestion, "?"]),
                (None, Some(other)) => joined(&[&what, ", but ", other, " does. Remove it, or use only the fields of ", other, "."]),
                (None, None) => joined(&[&what, ". Remove it. Allowed fields: ", &list(permitted, ", ", ", "), "."]),
            }
        }
        Reason::UnknownAuthType { app, key, permitted, suggestion } => {
            let what = joined(&[app, " has no auth type \"", key, "\"."]);
            match suggestion {
                Some(suggestion) => joined(&[&what, " Did you mean ", suggestion, "?"]),
                None => joined(&[&what, " Use ", &list(permitted, ", ", " or "), "."]),
            }
        }
        Reason::SeveralAuthTypes { permitted, .. } => {
            joined(&["Send the fields of one auth type only: ", &list(permitted, ", ", " or "), "."])
        }
        Reason::NoAuthType { permitted, .. } => joined(&[
            "Put the fields inside the auth type, for example { \"",
            permitted.first().copied().unwrap_or("oauth2"),
            "\": { … } }. Auth types of the app: ",
            &list(permitted, ", ", ", "),
            ".",
        ]),
        Reason::UnknownApp { slug, suggestion, app } => match (app, suggestion) {
            (Some(app), _) => joined(&[
                app, " is an app of the service, but its fields are not public. Load them with \"auth-object pull\" or registerApp.",
            ]),
            (None, Some(suggestion)) => {
                joined(&["There is no app \"", slug, "\" in the catalogue. Did you mean ", suggestion, "?"])
            }
            (None, None) => joined(&[
                "There is no app \"", slug, "\" in the catalogue. If the service has it, load its fields with \"auth-object pull\" or registerApp.",
            ]),
        },
        Reason::NotJson { what: Fault::Empty, .. } => {
            "The body is empty. Send a JSON object with slug and auth_object.".to_owned()
        }
        Reason::NotJson { what, line, column } => {
            format!("{} (line {line}, column {column})", words(*what))
        }
        Reason::NotSerialisable { what } => words(*what).to_owned(),
        Reason::NotObject { actual } => {
            joined(&["The body must be a JSON object with slug and auth_object, but it is ", a(*actual), "."])
        }
        Reason::UnknownKey => "The header x-api-key holds an unknown key.".to_owned(),
        Reason::UnknownAccount => "There is no linked account with this ID in this environment. Create it first. Keys that start with pk are for production, tk for test.".to_owned(),
        Reason::CustomApp => match certainty {
            Certainty::Certain => "The endpoint rejects custom apps, although its status is 200. Connect the app through its own connect flow.",
            Certainty::Likely => "A slug that starts with custom- usually names a custom app. The endpoint rejects custom apps, although its status is 200. Connect the app through its own connect flow.",
        }
        .to_owned(),
        Reason::Verification => "The app rejected these credentials. Check every value, or create new credentials.".to_owned(),
    }
}

const fn missing(code: Code) -> Option<&'static str> {
    match code {
        Code::InvalidCredentials => {
            Some("Send your API key in the header x-api-key. Find it under Settings → Credentials.")
        }
        Code::LinkedAccountIdRequired => Some(
            "Send your own ID of the customer in the header linked_account_id. The endpoint ignores an ID in the body.",
        ),
        Code::SlugRequired => Some("Name the app in slug, for example slack."),
        Code::AuthObjectRequired => Some("Send the fields of the app in auth_object."),
        _ => None,
    }
}

const fn blank(code: Code) -> Option<&'static str> {
    match code {
        Code::InvalidCredentials => {
            Some("The header x-api-key is blank. Find your API key under Settings → Credentials.")
        }
        Code::LinkedAccountIdRequired => {
            Some("The header linked_account_id is blank. Send your own ID of the customer.")
        }
        Code::SlugRequired => Some("The slug is blank. Name the app, for example slack."),
        _ => None,
    }
}

/// The type with its article.
const fn a(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Boolean => "a boolean",
        Kind::Number => "a number",
        Kind::String => "a string",
        Kind::Array => "an array",
        Kind::Object => "an object",
    }
}

/// What is wrong with a text that should be JSON.
pub(crate) const fn words(fault: Fault) -> &'static str {
    match fault {
        Fault::Empty | Fault::NotObject(_) => "There is no JSON object.",
        Fault::ByteOrderMark => {
            "The text starts with a byte order mark, which JSON does not allow. Save the file as UTF-8 without BOM."
        }
        Fault::NotUtf8 => "The text is not valid UTF-8. Save or encode it as UTF-8.",
        Fault::UnexpectedEnd => "The JSON ends too early. It was probably cut off.",
        Fault::ExpectedValue => "Expected a JSON value here.",
        Fault::ExpectedKey => "Expected a key in double quotes here.",
        Fault::ExpectedColon => "Expected a colon between key and value here.",
        Fault::ExpectedCommaOrEnd => "Expected a comma or a closing bracket here.",
        Fault::TrailingComma => "JSON does not allow a comma before a closing bracket. Remove it.",
        Fault::Number => "This is not a valid JSON number.",
        Fault::Literal => "Expected true, false, null or a string here. Strings need double quotes.",
        Fault::Escape => "A backslash in a string starts an invalid escape sequence.",
        Fault::ControlCharacter => {
            "A string contains a raw control character, such as a line break. Write it as an escape sequence, such as \\n."
        }
        Fault::AfterEnd => "There is more text after the end of the JSON object. Remove it.",
        Fault::Cycle => "The object refers to itself, so it cannot be sent as JSON.",
        Fault::BigInt => "A BigInt cannot be sent as JSON. Turn it into a string.",
        Fault::TooDeep => "The object is nested too deeply to be sent as JSON.",
        Fault::Threw => "Reading this value threw an error, so it cannot be sent as JSON.",
    }
}
