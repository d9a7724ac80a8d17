//! Edits of names of users and accounts that a provider writes in several ways. The formats in `schemas/` ask for them.

use super::host;
use crate::text::has_space;

/// Returns what is before the first slash: the e-mail address of `name@example.com/token`.
pub fn before_slash(value: &str) -> Option<&str> {
    value.split_once('/').map(|(before, _)| before).filter(|before| !before.is_empty() && !has_space(value))
}

/// Returns an account ID as NetSuite shows it, from the form that is in hosts and URLs: `1234567_SB1` of `1234567-sb1`
/// and of `https://1234567-sb1.app.netsuite.com/app/center`.
pub fn account_id(value: &str) -> Option<String> {
    let (_, host) = host(value);
    let label = host.split('.').next()?;
    let is_name = |byte: u8| matches!(byte, b'-' | b'_') || byte.is_ascii_alphanumeric();
    let is_clear = !label.is_empty() && label.bytes().all(is_name) && !has_space(value);
    is_clear.then(|| label.to_ascii_uppercase().replace('-', "_"))
}

/// Returns a name with a hyphen instead of its only period: `ACME-PRODUCTION` of `ACME.PRODUCTION`.
pub fn hyphenated(value: &str) -> Option<String> {
    let (before, after) = value.split_once('.')?;
    (!after.contains('.') && !has_space(value)).then(|| [before, "-", after].concat())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::fixes::Edit;
    use crate::fixes::tests::check;

    #[test]
    fn before_slash() {
        check(
            Edit::BeforeSlash,
            &[
                ("name@example.com/token", Some("name@example.com")),
                (" \"name@example.com/token\" ", Some("name@example.com")),
                ("name@example.com", None),
                ("/token", None),
            ],
        );
    }

    #[test]
    fn to_account_id() {
        check(
            Edit::ToAccountId,
            &[
                ("1234567-sb1", Some("1234567_SB1")),
                ("1234567_sb1", Some("1234567_SB1")),
                ("https://1234567-sb1.app.netsuite.com/app/center/card.nl?x=1", Some("1234567_SB1")),
                ("1234567.suitetalk.api.netsuite.com", Some("1234567")),
                ("1234567_SB1", None),
                ("", None),
            ],
        );
    }

    #[test]
    fn dot_to_hyphen() {
        check(
            Edit::DotToHyphen,
            &[("ACME.PRODUCTION", Some("ACME-PRODUCTION")), ("a.b.c", None), ("ACME-PRODUCTION", None)],
        );
    }
}
