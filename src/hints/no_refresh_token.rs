//! Warns about an OAuth 2.0 access token without a refresh token. There is no hint if tokens of that kind, or all
//! tokens of the provider, do not expire or cannot be refreshed. The lists below may be out of date: if a provider
//! starts to refresh its tokens, the hint is missing.

use std::borrow::Cow;

use super::support::hint_input::HintInput;
use super::support::hint_kind::HintKind;
use crate::catalog::{App, AuthType};
use crate::fixes::peeled;
use crate::text::is_blank;
use crate::verdict::{About, Hint, HintCode};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::NoRefreshToken,
    title: "There is no refresh token",
    what: "The request has an OAuth 2.0 access token, but no refresh token.",
    why: "The endpoint accepts one token. But when the access token expires, for most apps within the hour, the connection ends.",
    todo: "Add the refresh token if the app issued one.",
    source: "RFC 6749, section 1.5. `src/hints/no_refresh_token.rs` names the vendors' pages about tokens that do not expire.",
    variants: &[],
};

const HELP: &str = "There is no refresh token, so the connection ends when the access token expires. Add the refresh token if the app issued one.";

/// The field that is checked.
const ACCESS_TOKEN: &str = "access_token";

/// Prefixes of tokens that usually come without a refresh token, and why:
/// - created by hand without an OAuth grant, so nothing refreshes them: HubSpot private apps and Airtable (`pat`),
///   GitHub (`ghp_`, `github_pat_`), GitLab, Figma, Contentful, ClickUp (`pk_`), Notion internal connections;
/// - Slack without token rotation: its "Using token rotation" (with rotation they begin with `xoxe.`);
/// - Meta: its "Long-Lived Access Tokens" (they are exchanged for new ones, not refreshed);
/// - GitHub OAuth apps (`gho_`): by convention, without a source;
/// - Shopify: non-expiring offline tokens and custom apps. Since December 2025 offline tokens may also expire after an
///   hour, and those of public apps must from 2027 on ("About offline access tokens"). The prefix is the same, so
///   the hint is missing for those.
const LASTING: [&str; 16] = [
    "CFPAT-",
    "EAA",
    "figd_",
    "ghp_",
    "gho_",
    "github_pat_",
    "glpat-",
    "ntn_",
    "pat",
    "pk_",
    "secret_",
    "shpat_",
    "shpca_",
    "shppa_",
    "xoxb-",
    "xoxp-",
];

/// Apps whose OAuth access tokens do not expire, or that have no refresh tokens. From the vendors' own pages:
/// BigCommerce ("API Accounts & OAuth Scopes"), Eventbrite ("What to do if your OAuth token is invalid"), Intercom
/// ("Authorization FAQ"), Meta, monday.com ("OAuth and Permissions"; its OAuth 2.1 flow, in beta, does refresh). From
/// other sources only: ClickUp, Mailchimp.
const WITHOUT_REFRESH: [&str; 7] =
    ["bigcommerce", "clickup", "eventbrite", "facebook_ads", "intercom", "mailchimp", "monday"];

/// Returns `true` if the hint is possible when exactly the fields of the bitmask have a string.
pub(crate) fn may_be(auth_type: &AuthType, texts: u64) -> bool {
    let lacks = |name| auth_type.position(name).is_some_and(|index| texts & (1 << index) == 0);
    auth_type.name == "oauth2" && lacks("refresh_token") && !lacks(ACCESS_TOKEN)
}

/// Returns the hint about the whole request.
pub(super) fn check(input: &HintInput<'_>) -> Option<Hint> {
    let auth_type = input.auth_type.filter(|auth_type| auth_type.name == "oauth2")?;
    auth_type.position("refresh_token")?;
    let access_token = input.values.iter().find(|value| value.key == ACCESS_TOKEN);
    let token =
        access_token.or_else(|| input.values.iter().find(|value| is_rotating(peeled(&value.text).as_bytes())))?;
    if is_blank(&token.text)
        || input.has("refresh_token")
        || input.app.is_some_and(is_without_refresh)
        || is_lasting(&token.text)
    {
        return None;
    }
    let mut path = input.root.clone();
    path.push(token.field.map_or(Cow::Borrowed(ACCESS_TOKEN), |field| Cow::Borrowed(field.name)));
    let (code, help) = (HintCode::NoRefreshToken, Cow::Borrowed(HELP));
    Some(Hint { code, variant: None, path, help, about: About::NONE, fix: Vec::new() })
}

/// Returns `true` for a token that Slack rotates, so that it expires in whichever field it is ("Using token rotation").
pub(super) fn is_rotating(token: &[u8]) -> bool {
    token.starts_with(b"xoxe.xox")
}

/// Returns `true` if the access tokens of an app come without refresh tokens.
pub(crate) fn is_without_refresh(app: &App) -> bool {
    WITHOUT_REFRESH.contains(&app.slug)
}

/// Returns `true` if a token usually comes without a refresh token, or is blank.
pub fn is_lasting(token: &str) -> bool {
    let text = peeled(token);
    text.is_empty() || LASTING.iter().any(|start| text.starts_with(start))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::catalog;
    use crate::hints::support::tests::Request;
    use crate::verdict::HintCode::NoRefreshToken;

    fn is_noticed(app: &str, values: &[(&str, &str)]) -> bool {
        Request::of(app, values).hints().iter().any(|hint| hint.code == NoRefreshToken)
    }

    #[test]
    fn an_access_token_alone_is_noticed() {
        assert!(is_noticed("gmail", &[("access_token", "ya29.aaaaaaaa")]));
        assert!(is_noticed("slack", &[("access_token", "xoxe.xoxb-1-aaaaaaaaaa")]), "token rotation is on");
        assert!(is_noticed("slack", &[("bot_token", "xoxe.xoxb-1-aaaaaaaaaa")]));
    }

    #[test]
    fn what_needs_no_refresh_is_silent() {
        assert!(!is_noticed("gmail", &[("access_token", "ya29.aaaaaaaa"), ("refresh_token", "1//aaaa")]));
        assert!(!is_noticed("gmail", &[("refresh_token", "1//aaaa")]));
        assert!(!is_noticed("slack", &[("access_token", "xoxb-aaaaaaaaaaaa")]));
        assert!(!is_noticed("slack", &[("bot_token", "xoxb-aaaaaaaaaaaa")]));
        let rotated = [("bot_token", "xoxe.xoxb-1-aaaaaaaaaa"), ("refresh_token", "xoxe-1-aaaaaaaaaa")];
        assert!(!is_noticed("slack", &rotated));
        assert!(!is_noticed("shopify", &[("access_token", " shpat_aaaaaaaaaaaa")]));
        assert!(!is_noticed("hubspot", &[("access_token", "pat-na1-aaaaaaaa")]));
        assert!(!is_noticed("mailchimp", &[("access_token", "fake-1")]));
        assert!(!is_noticed("stripe", &[("access_token", "fake-1")]));
    }

    #[test]
    fn every_app_of_the_list_is_in_the_catalogue() {
        assert!(super::WITHOUT_REFRESH.iter().all(|slug| catalog::Catalog::default().find(slug).is_some()));
    }
}
