//! Help texts: what is wrong and what to do, in English, for the person who fills in a form or runs a script. They are
//! made from a reason's parameters, so they never contain a credential.

use crate::request::{Fault, Kind};
use crate::text::list;
use crate::verdict::Reason;
use crate::verdict::{Certainty, Code};

/// Returns the help text for a reason.
#[cold]
pub(crate) fn help(code: Code, reason: &Reason, certainty: Certainty) -> String {
    match reason {
        Reason::Missing { field, key: Some(key), .. } => format!("Rename {key} to {field}."),
        Reason::Missing { field, label, .. } if is_account_of_row(code, field, label) => {
            "Add the linked_account_id: your own ID of the customer.".to_owned()
        }
        Reason::Missing { label, .. } => missing(code).map_or_else(|| format!("Enter the {label}."), str::to_owned),
        Reason::Blank { field, label, .. } if is_account_of_row(code, field, label) => {
            "The linked_account_id is blank. Enter your own ID of the customer.".to_owned()
        }
        Reason::Blank { field, label, optional } => match blank(code) {
            Some(help) => help.to_owned(),
            None if field == label => format!("Remove {label}, which is blank."),
            None if *optional => format!("Enter the {label}, or leave it out."),
            None => format!("Enter the {label}."),
        },
        Reason::WrongType { field, label, expected, actual } => {
            // An unknown key has no label.
            let is_field = field != label;
            let advice = match (expected, actual) {
                (Kind::String, Kind::Number | Kind::Boolean) if is_field => " Put it in quotes.",
                (Kind::String, Kind::Null) if is_field => " Enter a value, or leave it out.",
                _ => "",
            };
            let the = if is_field { "The " } else { "" };
            format!("{the}{label} must be {}, but it is {}.{advice}", a(*expected), a(*actual))
        }
        Reason::IncompleteSet { sets, lacking, closest, labels, .. } => {
            let named = |set: &[&'static str], last: &str| {
                let label = |field: &&'static str| {
                    labels.iter().find(|(name, _)| name == field).map_or(*field, |(_, label)| &**label)
                };
                list(&set.iter().map(label).collect::<Vec<_>>(), last)
            };
            if sets.iter().all(|set| set.len() == 1) {
                return format!("Enter the {}.", named(&sets.concat(), " or "));
            }
            let others: Vec<_> = sets.iter().filter(|set| *set != closest).map(|set| named(set, " and ")).collect();
            let instead = if others.is_empty() { "" } else { ", or instead: " };
            format!("Enter the {}{instead}{}.", named(lacking, " and "), others.join("; or "))
        }
        Reason::UnknownField { auth_type, key, typed_only: true, .. } => {
            format!(
                "{key} is probably not allowed here. Remove it, or send all fields inside {{ \"{auth_type}\": {{ … }} }}."
            )
        }
        Reason::UnknownField { app, auth_type, key, permitted, suggestion, other_auth_type, .. } => {
            let what = format!("{app} ({auth_type}) has no field \"{key}\"");
            match (suggestion, other_auth_type) {
                (Some(suggestion), _) => format!("{what}. Did you mean {suggestion}?"),
                (None, Some(other)) => {
                    format!("{what}, but {other} does. Remove it, or use only the fields of {other}.")
                }
                (None, None) => format!("{what}. Remove it. Allowed fields: {}.", permitted.join(", ")),
            }
        }
        Reason::UnknownAuthType { app, key, permitted, suggestion } => {
            let what = format!("{app} has no auth type \"{key}\".");
            match suggestion {
                Some(suggestion) => format!("{what} Did you mean {suggestion}?"),
                None => format!("{what} Use {}.", list(permitted, " or ")),
            }
        }
        Reason::SeveralAuthTypes { permitted, .. } => {
            format!("Send the fields of one auth type only: {}.", list(permitted, " or "))
        }
        Reason::NoAuthType { permitted, .. } => format!(
            "Put the fields inside the auth type, for example {{ \"{}\": {{ … }} }}. Auth types of the app: {}.",
            permitted.first().copied().unwrap_or("oauth2"),
            permitted.join(", ")
        ),
        Reason::UnknownApp { app: Some(app), .. } => format!(
            "{app} is an app of the service, but its fields are not public. Load them with \"auth-object pull\" or registerApp."
        ),
        Reason::UnknownApp { slug, suggestion: Some(suggestion), .. } => {
            format!("There is no app \"{slug}\" in the catalogue. Did you mean {suggestion}?")
        }
        Reason::UnknownApp { slug, .. } => format!(
            "There is no app \"{slug}\" in the catalogue. If the service has it, load its fields with \"auth-object pull\" or registerApp."
        ),
        Reason::NotJson { what: Fault::Empty, .. } => {
            "The body is empty. Send a JSON object with slug and auth_object.".to_owned()
        }
        Reason::NotJson { what, line, column } => format!("{} (line {line}, column {column})", what.help()),
        Reason::TooLarge { what, limit } => what.help(*limit, "The body", ""),
        Reason::NotSerialisable { what } => what.help().to_owned(),
        Reason::NotObject { actual } => {
            format!("The body must be a JSON object with slug and auth_object, but it is {}.", a(*actual))
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

/// Returns `true` if the linked account is that of a row: only the header's has a label.
fn is_account_of_row(code: Code, field: &str, label: &str) -> bool {
    code == Code::LinkedAccountIdRequired && field == label
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

/// Returns the type with its article.
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
