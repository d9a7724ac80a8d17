//! Warns about a placeholder: `YOUR_API_KEY`, `<token>`, `{{token}}`, `${TOKEN}`, `xxxx`, `changeme`, the key's own
//! name, and what a program writes without a value (`undefined`, `[object Object]`). There is no fix.

use super::support::byte_class::ByteClass;
use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::catalog::Address;
use crate::text::{ends_with_ignore_case, find, fold, inside, is_same_name, starts_with_ignore_case};
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::Placeholder,
    title: "A value is a placeholder",
    what: "The value is a placeholder, such as `YOUR_API_KEY`, `<token>`, `{{token}}`, `${TOKEN}`, `xxxx` or `changeme`, or what a program writes without a value, such as `undefined`.",
    why: "A placeholder is a string, so no rule rejects it, but the connection never works. Copied examples and unfilled templates are the most common reason for rejected credentials.",
    todo: "Enter the real value. If a template or an environment variable should have filled it in, check why it did not.",
    source: "Our own list, from examples in vendors' documentation and from template languages.",
    variants: &[(
        HintVariant::Reference,
        "The value is a reference to a secret store, such as `op://…`, `arn:aws:secretsmanager:…` or `${{ secrets.X }}`.",
    )],
};

/// The nil UUID.
pub(super) const NIL: &str = "00000000-0000-0000-0000-000000000000";

/// Never the value of any field.
pub(super) const NEVER: [&str; 15] = [
    "todo",
    "tbd",
    "fixme",
    "changeme",
    "changeit",
    "replaceme",
    "fillme",
    "fillin",
    "placeholder",
    "null",
    "undefined",
    "nan",
    "objectobject",
    "insert",
    "notset",
];

/// Never a secret, but maybe a name.
pub(super) const NEVER_SECRET: [&str; 17] = [
    "none",
    "nil",
    "na",
    "empty",
    "missing",
    "unset",
    "example",
    "sample",
    "dummy",
    "string",
    "secret",
    "password",
    "token",
    "apikey",
    "key",
    "accesstoken",
    "credentials",
];

/// How a placeholder starts that asks for a value.
pub(super) const WISHES: [&str; 10] =
    ["your", "insert", "enter", "replace", "paste", "put", "add", "provide", "example", "sample"];

/// The ends of a placeholder such as `api_key_here`.
pub(super) const WISH_ENDS: [&str; 3] = ["_here", "-here", " here"];

/// The last character of a value that is crossed out: `sk_live_xxxxxxxx`.
pub(super) const CROSS: &str = "x";

/// An environment variable in JavaScript.
pub(super) const VARIABLE: &str = "process.env.";

/// The brackets of template languages around a name.
const BRACKETS: [(&str, &str); 12] = [
    ("<", ">"),
    ("{{", "}}"),
    ("${", "}"),
    ("{", "}"),
    ("$(", ")"),
    ("<%=", "%>"),
    ("$", "$"),
    ("#{", "}"),
    ("%{", "}"),
    ("[[", "]]"),
    ("{%", "%}"),
    ("%(", ")s"),
];

/// Separates words.
const SEPARATORS: &[u8] = b"_- ./";

/// What such a placeholder asks for.
const THINGS: [&str; 26] = [
    "key",
    "token",
    "secret",
    "password",
    "id",
    "here",
    "me",
    "with",
    "account",
    "name",
    "username",
    "user",
    "email",
    "domain",
    "subdomain",
    "url",
    "host",
    "store",
    "shop",
    "tenant",
    "company",
    "instance",
    "workspace",
    "site",
    "app",
    "value",
];

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    is_placeholder(candidate, candidate.core).then(|| {
        Template::new(
            HintCode::Placeholder,
            "This is a placeholder. Enter the real value. If a template or an environment variable should have filled it in, check why it did not.",
        )
        .fix(Fix::None)
    })
}

fn is_placeholder(candidate: &Candidate<'_>, text: &str) -> bool {
    const LONGEST_BYTES: usize = 100;
    if text.len() > LONGEST_BYTES || candidate.field().is_some_and(|field| field.options.contains(&text)) {
        return false;
    }
    candidate.classes.has(ByteClass::MARK | ByteClass::PASTE) && is_template(candidate, text)
        || is_crossed_out(text)
        || is_word(candidate, text)
        || is_wish(candidate, text)
        || text == NIL
}

/// Returns `true` for `<token>`, `{{token}}`, `{token}`, `${TOKEN}`, `$API_TOKEN`, `%API_TOKEN%`, `@@TOKEN@@` and `[your token]`,
/// and for an address that contains `<…>` or `{…}`.
fn is_template(candidate: &Candidate<'_>, text: &str) -> bool {
    let between = |open: &str, close: &str| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let is_name = |text: &str| {
        text.bytes().any(|byte| byte.is_ascii_alphabetic())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-. /:'".contains(&byte))
    };
    let is_variable = |text: &str| {
        text.contains('_')
            && text.bytes().all(|byte| byte == b'_' || byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    if BRACKETS.iter().any(|(open, close)| between(open, close).is_some_and(is_name))
        || between("$", "").is_some_and(is_variable)
        || between("%", "%").is_some_and(is_variable)
        || between("@@", "@@").is_some_and(is_name)
        || between("[", "]").is_some_and(|inside| is_wish(candidate, inside))
    {
        return true;
    }
    candidate.field().is_some_and(|field| field.address != Address::None)
        && [('<', '>'), ('{', '}')].iter().any(|&(open, close)| inside(text, open, close).is_some_and(is_name))
}

/// Returns `true` for `xxxx`, `sk_live_xxxxxxxx`, `XXXXXXXX-XXXX`: at least half of the value is x, and it ends with
/// them.
fn is_crossed_out(text: &str) -> bool {
    if !ends_with_ignore_case(text, CROSS) {
        return false;
    }
    let is_x = |byte: &u8| CROSS.as_bytes().contains(&byte.to_ascii_lowercase());
    let tail = text.bytes().rev().take_while(|byte| is_x(byte) || matches!(byte, b'-' | b'.'));
    let crosses = tail.filter(is_x).count();
    crosses >= 3 && crosses * 2 >= text.len()
}

fn is_word(candidate: &Candidate<'_>, text: &str) -> bool {
    const LONGEST_BYTES: usize = 20;
    if is_same(text.as_bytes(), candidate.value.key.as_bytes())
        && (candidate.secret() || candidate.value.key.contains('_'))
    {
        return true;
    }
    let is_never = text.len() <= LONGEST_BYTES
        && (any_same(text.as_bytes(), &NEVER) || candidate.secret() && any_same(text.as_bytes(), &NEVER_SECRET));
    is_never || starts_with_ignore_case(text, VARIABLE)
}

/// Returns `true` if a value is one of the words that are placeholders in some field.
pub(super) fn is_any_word(text: &[u8]) -> bool {
    any_same(text, &NEVER) || any_same(text, &NEVER_SECRET)
}

fn any_same(text: &[u8], words: &[&str]) -> bool {
    words.iter().any(|word| is_same(text, word.as_bytes()))
}

/// Returns `true` if an ASCII string and a name have the same letters and digits, in any case, and at least one.
pub(super) fn is_same(text: &[u8], name: &[u8]) -> bool {
    // Most differ in the first character.
    let firsts = text.first().zip(name.first()).filter(|(one, _)| one.is_ascii_alphanumeric());
    let is_other = firsts.is_some_and(|(one, other)| other.is_ascii_alphanumeric() && !one.eq_ignore_ascii_case(other));
    !is_other && is_same_name(text, name) && fold(text).next().is_some() && text.is_ascii()
}

/// Returns `true` for `your-account`, `INSERT_TOKEN_HERE`, `yourApiKey`, `api_key_here`,
/// `https://your-domain.example.com`
fn is_wish(candidate: &Candidate<'_>, text: &str) -> bool {
    let scheme = if candidate.classes.has(ByteClass::SLASH) { find(text, "://").map_or(0, |at| at + 3) } else { 0 };
    let text = text.get(scheme..).unwrap_or_default();
    let Some(wish) = WISHES.iter().find(|wish| starts_with_ignore_case(text, wish)) else {
        return WISH_ENDS.iter().any(|end| ends_with_ignore_case(text, end));
    };
    let rest = text.get(wish.len()..).unwrap_or_default();
    if rest.bytes().next().is_some_and(|first| !SEPARATORS.contains(&first)) {
        // One word, such as yourApiKey: it may be a name or a password.
        return *wish == "your"
            && candidate.takes_token()
            && rest.bytes().all(|byte| byte.is_ascii_alphabetic())
            && ["key", "token", "secret", "id"].iter().any(|thing| ends_with_ignore_case(rest, thing));
    }
    rest.as_bytes()
        .split(|byte| SEPARATORS.contains(byte))
        .any(|word| THINGS.iter().any(|thing| word.eq_ignore_ascii_case(thing.as_bytes())))
        || *wish == "your"
            && rest.len() > 1
            && candidate.field().is_some_and(|field| field.secret || field.address != Address::None)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_noticed, silent};
    use crate::verdict::HintCode::Placeholder;

    #[test]
    fn placeholders_are_noticed() {
        for value in [
            "YOUR_API_KEY",
            "your-api-key",
            "yourApiKey",
            "<token>",
            "<your token>",
            "{{token}}",
            "{{ token }}",
            "${TOKEN}",
            "$API_TOKEN",
            "%API_TOKEN%",
            "@@API_TOKEN@@",
            "#{API_TOKEN}",
            "%{token}",
            "[[token]]",
            "%(token)s",
            "API_KEY=YOUR_API_KEY",
            "{api_key}",
            "xxx",
            "xxxxxxxxxxxxxxxx",
            "fake_xxxxxxxx",
            "XXXXXXXX-XXXX-XXXX",
            "changeme",
            "CHANGE_ME",
            "TODO",
            "INSERT_TOKEN_HERE",
            "insert-your-key",
            "replace_with_key",
            "api_key",
            "API Key",
            "apiKey",
            "undefined",
            "null",
            "[object Object]",
            "[your key]",
            "example",
            "none",
            "N/A",
            "string",
            "process.env.API_KEY",
            "key_goes_here",
            "NaN",
            "00000000-0000-0000-0000-000000000000",
            "\"YOUR_API_KEY\"",
            "Bearer YOUR_API_KEY",
            "ENTER YOUR API KEY",
        ] {
            assert_noticed(Placeholder, "ashby", "api_key", value);
        }
        for value in [
            "your-domain",
            "your-store",
            "https://your-store.myshopify.com",
            "<store>.myshopify.com",
            "{store}",
            "store_name",
            "your_shop.myshopify.com",
        ] {
            assert_noticed(Placeholder, "shopify", "store_name", value);
        }
    }

    #[test]
    fn good_values_are_silent() {
        silent(
            Placeholder,
            "ashby",
            "api_key",
            &[
                "fake-1",
                "sk_test_aaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaxx",
                "yourself-0a1b2c",
                "input-0a1b",
                "{\"a\":1}",
                "$2b$10$aaaa",
                "00000000",
                "xx",
                "keyaaaaaaaaaaaaaa",
                "exampled",
            ],
        );
        silent(
            Placeholder,
            "shopify",
            "store_name",
            &["acme", "yourself", "example-goods", "my-store", "additive", "add-on"],
        );
        silent(Placeholder, "mysql", "user", &["none", "sample", "root", "test", "admin", "user"]);
        silent(Placeholder, "mysql", "database", &["database", "example", "app"]);
        silent(Placeholder, "postgres", "ssl_mode", &["disable", "require"]);
    }
}
