//! Notices the credential of another provider, or of another field: a Stripe key in HubSpot's form, a bot token in the
//! place of a refresh token. Only shapes that are known by their beginning count; beginnings that several providers use
//! do not (`sk-`, `pk_`, `test_`, JWT, URLs). Passwords may be anything: some services take a token as the password.

use std::borrow::Cow;

use super::note::{Fix, hint};
use super::seen::Seen;
use crate::catalog::{App, Format, formats, formats_from, pattern};
use crate::verdict::{Hint, HintCode};

/// Call where no known shape of the field fits.
#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Option<Hint> {
    let field = seen.field()?;
    let (index, format) = recognise(seen.core.as_bytes())?;
    if seen.is_password() || !field.options.is_empty() {
        return None;
    }
    let mut help = String::from("The value looks like another credential: ");
    help.push_str(format.means);
    match seen.subject.app.and_then(|app| home(app, index)) {
        Some(name) => {
            help.push_str(". That belongs in ");
            help.push_str(name);
            help.push('.');
        }
        None => help.push_str(". Check that it was not copied from another service."),
    }
    Some(hint(seen, HintCode::ForeignFormat, Cow::Owned(help), &Fix::None))
}

/// The distinctive shape of a text; the one with the longest beginning.
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

fn is_distinctive(prefix: &str) -> bool {
    prefix.len() >= 3
        && !["eyJ", "pk_", "sk-", "test_", "live_"].contains(&prefix)
        && !prefix.starts_with("https:")
        && !prefix.starts_with("-----")
}

/// The field of the app that has this shape.
fn home(app: &App, index: usize) -> Option<&'static str> {
    let fields = app.auth_types.iter().flat_map(|auth_type| auth_type.fields);
    fields.copied().find(|field| field.formats.iter().any(|known| usize::from(*known) == index)).map(|field| field.name)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::recognise;
    use crate::catalog::{formats, formats_from};
    use crate::hints::tests::{assert_noticed, noticed, silent};
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
        assert!(hint.help.ends_with("belongs in client_secret."));
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
