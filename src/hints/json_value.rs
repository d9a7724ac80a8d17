//! Warns about JSON text as the value of one field: the whole secret of a secret store, or a whole token response.
//! There is no fix, because it is not known which member belongs where.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::Input;
use crate::text::contains;
use crate::verdict::HintCode;

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::JsonValue,
    title: "A value is JSON text",
    what: "The value is the text of a JSON object or array, such as `{\"access_token\":\"…\",\"refresh_token\":\"…\"}`.",
    why: "A secret store returned the whole secret, or a token response was stored whole. The app takes the JSON for the credential.",
    todo: "Enter what is inside, each value in its own field.",
    source: "RFC 8259; RFC 6749, section 5.1: a token response is a JSON object.",
    variants: &[],
};

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    // A field of several lines, or one with that name, may take JSON.
    let takes_json = candidate.field()?.input == Input::Textarea || contains(&candidate.value.key, "json");
    (!takes_json && is_json(candidate.inner)).then(|| {
        let help = "This is JSON text. Enter only the value inside it, and other values in their own fields.";
        Template::new(HintCode::JsonValue, help).fix(Fix::None)
    })
}

/// Returns `true` for a JSON object with a key, and for an array of strings, also with escaped quotes.
pub(super) fn is_json(text: &str) -> bool {
    let inside = |open: char, close: char| text.strip_prefix(open)?.strip_suffix(close).map(str::trim);
    let is_quoted = |text: &str| matches!(text.bytes().next(), Some(b'"' | b'\\')) && text.contains('"');
    inside('{', '}').is_some_and(|members| is_quoted(members) && members.contains(':'))
        || inside('[', ']').is_some_and(|items| is_quoted(items) && items.ends_with('"'))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{noticed, silent};
    use crate::verdict::HintCode::JsonValue;

    #[test]
    fn json_is_noticed() {
        for value in [
            "{\"value\":\"fake-1\"}",
            " { \"access_token\" : \"fake-1\", \"refresh_token\": \"fake-2\" }\n",
            "{\\\"access_token\\\":\\\"fake-1\\\"}",
            "{\n  \"password\": \"fake-1\"\n}",
            "[\"fake-1\"]",
        ] {
            for (app, key) in
                [("ashby", "api_key"), ("gmail", "access_token"), ("mysql", "password"), ("mysql", "user")]
            {
                assert!(noticed(JsonValue, app, key, value).is_some_and(|hint| hint.fix.is_empty()), "{key} {value:?}");
            }
        }
    }

    #[test]
    fn good_values_are_silent() {
        silent(JsonValue, "ashby", "api_key", &["fake-1", "{fake}", "[fake]", "{\"fake\"}", "fa{\"a\":1}", "{'a':1}"]);
        silent(JsonValue, "mysql", "password", &["{fa\"ke:1}", "{}", "[]"]);
        silent(JsonValue, "netsuite", "private_key", &["{\"private_key\":\"fake\"}"]);
    }
}
