//! Warns about the credential of another provider or field: a Stripe key in HubSpot's form, a bot token instead of a
//! refresh token. Only formats with a distinctive prefix count, not prefixes that several providers use (`sk-`, `pk_`,
//! `test_`, JWT, URLs). Passwords may be anything: some services take a token as the password.
//!
//! Some formats never work in the fields that list them (`never` in `schemas/`). A fix writes the value anew if `schemas/`
//! says how.

use std::borrow::Cow;

use super::support::candidate::{Candidate, rejected_formats};
use super::support::hint_kind::HintKind;
use super::support::jwt;
use super::support::template::{Fix, Template};
use crate::catalog::{App, Field, Format, formats, formats_from, pattern};
use crate::verdict::{About, HintCode};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::ForeignFormat,
    title: "A value is another credential",
    what: "The value has the format of a credential of another provider or of another field of the app, or one that never works in this field.",
    why: "The app rejects it, although the endpoint accepts it. Usually it was copied from the wrong page, or pasted into the wrong field.",
    todo: "Copy the right credential, move the value to the field that the hint names, or do what the hint says. The fix writes an account name as the field takes it.",
    source: "The formats in `schemas/`, each with the vendor's page.",
    variants: &[],
};

/// Checks a value that matches no known format of its field.
pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    if candidate.is_password() || candidate.field().is_some_and(|field| !field.options.is_empty()) {
        return None;
    }
    let value = candidate.core.as_bytes();
    if let Some(format) = candidate.field().and_then(|field| rejected(field, value)) {
        let fix = format.fix.map_or(Fix::Slips, |edit| Fix::Edits(vec![edit]));
        return Some(never(format).fix(fix));
    }
    let (index, format) = recognise(value)?;
    let app = candidate.input.app;
    let has_format = |field: &&Field| field.formats.iter().any(|known| usize::from(*known) == index);
    let home = app.and_then(|app| fields(app).find(has_format));
    // An unknown key is an issue already. Only a format that never works adds something.
    if candidate.field().is_none() && (home.is_none() || format.never.is_empty()) {
        return None;
    }
    if home.is_some() && !format.never.is_empty() {
        return Some(never(format).fix(Fix::None));
    }
    let what = format!("This is another credential: {}.", format.means);
    let about = About { means: vec![format.means], ..About::NONE };
    let (help, about) = match home {
        Some(field) => {
            let label = field.label();
            let help = format!("{what} It belongs in the {label}.");
            (help, About { field: Some(field.name), label: Some(label), ..about })
        }
        None => (format!("{what} Check that you copied it from the right service."), about),
    };
    Some(Template { code: HintCode::ForeignFormat, variant: None, help: Cow::Owned(help), about, fix: Fix::Slips })
}

/// Returns the format that never works in a field, if the value has it; rather one with a fix.
pub(super) fn rejected(field: &'static Field, value: &[u8]) -> Option<&'static Format> {
    let matching = rejected_formats(field).filter(|format| pattern::matches(format.program, value));
    matching.max_by_key(|format| format.fix.is_some())
}

fn never(format: &'static Format) -> Template {
    let help = format!("This does not work here: {}. {}", format.means, format.never);
    let about = About { means: vec![format.means], never: Some(format.never), ..About::NONE };
    Template { help: Cow::Owned(help), about, ..Template::new(HintCode::ForeignFormat, "") }
}

fn fields(app: &App) -> impl Iterator<Item = &'static Field> {
    app.auth_types.iter().flat_map(|auth_type| auth_type.fields).copied()
}

/// Returns the distinctive format that a value matches. The longest prefix wins.
pub(super) fn recognise(text: &[u8]) -> Option<(usize, &'static Format)> {
    let mut found = None;
    for index in formats_from(*text.first()?) {
        let format = formats().get(index)?;
        if text.starts_with(format.prefix.as_bytes())
            && is_distinctive(format.prefix)
            && pattern::matches(format.program, text)
        {
            found = Some((index, format));
        }
    }
    found
}

pub(super) fn is_distinctive(prefix: &str) -> bool {
    prefix.len() >= 3
        && ![jwt::START, "pk_", "sk-", "test_", "live_"].contains(&prefix)
        && !prefix.starts_with("https:")
        && !prefix.starts_with("-----")
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::recognise;
    use crate::catalog::{formats, formats_from};
    use crate::hints::support::tests::{assert_noticed, noticed, silent};
    use crate::verdict::HintCode::{ForeignFormat, UnknownFormat};

    #[test]
    fn formats_stand_together_by_their_first_bytes() {
        assert!(formats().is_sorted_by_key(|format| format.prefix));
        for first in 0..=u8::MAX {
            let all =
                formats().iter().enumerate().filter(|(_, format)| format.prefix.as_bytes().first() == Some(&first));
            assert!(formats_from(first).eq(all.map(|(index, _)| index)), "{first}");
        }
    }

    #[test]
    fn the_credential_of_another_provider_is_noticed() {
        let stripe = format!("sk_test_{}", "a".repeat(24));
        let hint = noticed(ForeignFormat, "hubspot", "access_token", &stripe).unwrap();
        assert!(hint.help.contains("Stripe secret key"));
        assert!(noticed(UnknownFormat, "hubspot", "access_token", &stripe).is_none());
        assert_noticed(ForeignFormat, "ashby", "api_key", &format!("ya29.{}", "a".repeat(24)));
        assert_noticed(
            ForeignFormat,
            "gmail",
            "client_id",
            &format!("Bearer shpat_{}", "a".repeat(32)).replace("Bearer ", ""),
        );
    }

    #[test]
    fn the_right_field_of_the_same_app_is_named() {
        let secret = format!("shpss_{}", "a".repeat(32));
        let hint = noticed(ForeignFormat, "shopify", "access_token", &secret).unwrap();
        assert!(hint.help.ends_with("belongs in the Client Secret."));
    }

    #[test]
    fn good_values_are_silent() {
        let pat = format!("shpat_{}", "a".repeat(32));
        silent(ForeignFormat, "shopify", "access_token", &[&pat, "fake-1"]);
        silent(ForeignFormat, "mysql", "password", &[&pat]);
        silent(
            ForeignFormat,
            "ashby",
            "api_key",
            &[
                "fake-1",
                "sk-aaaaaaaaaaaaaaaaaaaaaaaa",
                "eyJaaaa.eyJaaaa.a",
                "https://acme.zendesk.com",
                "test_aaaaaaaa",
            ],
        );
        assert!(recognise(b"").is_none() && recognise("\u{1f600}".as_bytes()).is_none());
    }
}
