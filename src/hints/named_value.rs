//! Warns about the name before a value, from a file of variables, a script, a header or JSON: `API_KEY=…`,
//! `X-Api-Key: …`. The fix removes it. It must be the name of the field or of a credential, because `=` may also be
//! inside a value. A password may contain anything.

use super::support::byte_class::ByteClass;
use super::support::candidate::{Candidate, ends_with, is_variable};
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use crate::fixes::unnamed;
use crate::verdict::HintCode;

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::NamedValue,
    title: "A value has its name before it",
    what: "The value is a whole line of a file or a header: `API_KEY=…`, `export API_KEY=…`, `X-Api-Key: …`.",
    why: "The line was copied as it is. The name becomes part of the credential.",
    todo: "Enter only the value. The fix removes the name, except before a password.",
    source: "RFC 9110, section 5 (headers); POSIX, section 2.9.1 (variables).",
    variants: &[],
};

const HELP: &str = "Enter only the value, without the name before it.";

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    if candidate.is_named {
        return Some(Template::new(HintCode::NamedValue, HELP));
    }
    let is_password = || candidate.is_password() && candidate.classes.has(ByteClass::PASTE);
    let (name, _) = is_password().then(|| unnamed(candidate.inner)).flatten()?;
    (is_variable(name) && ends_with(name, &candidate.value.key))
        .then(|| Template::new(HintCode::NamedValue, HELP).fix(Fix::None))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, noticed, silent};
    use crate::verdict::HintCode::NamedValue;

    #[test]
    fn a_name_before_a_value_is_noticed() {
        for value in [
            "API_KEY=fake-1",
            "ASHBY_API_KEY=fake-1",
            "export ASHBY_TOKEN=\"fake-1\"",
            "$env:API_KEY = 'fake-1'",
            "X-Api-Key: fake-1",
            "x-auth-token:fake-1",
            "-H \"X-Api-Key: fake-1\"",
            "Authorization: fake-1",
            "API Key: fake-1",
            "\"api_key\": \"fake-1\",",
            "API_KEY=fake-1;",
            "\"API_KEY=fake-1\"",
            "X-Api-Key: Bearer fake-1",
        ] {
            let hint = noticed(NamedValue, "ashby", "api_key", value);
            if value.contains("Bearer") {
                assert!(hint.is_none(), "the scheme is further inside");
            } else {
                assert_fixed(NamedValue, "ashby", "api_key", value, "fake-1");
            }
        }
        assert_fixed(NamedValue, "shopify", "store_name", "STORE_NAME=acme", "acme");
        assert_fixed(NamedValue, "mysql", "host", "DB_HOST=db.example.org", "db.example.org");
    }

    #[test]
    fn before_a_password_it_is_only_named() {
        let hint = noticed(NamedValue, "mysql", "password", "MYSQL_PASSWORD=fake-1");
        assert!(hint.is_some_and(|hint| hint.fix.is_empty()));
    }

    #[test]
    fn good_values_are_silent() {
        silent(
            NamedValue,
            "ashby",
            "api_key",
            &[
                "abc==",
                "fakekey=",
                "fakekey==",
                "ZmFrZQ==",
                "fake=1",
                "fake:1",
                "apikey:fake-1",
                "a=b&key=c",
                "KEY=a;SECRET=b",
                "https://acme.example/?key=fake",
            ],
        );
        silent(NamedValue, "mysql", "password", &["fake=1", "a_key=1", "password: fake", "KEY=fake"]);
        silent(NamedValue, "mysql", "user", &["fake=1", "API_KEY=1"]);
    }
}
