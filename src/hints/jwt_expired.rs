//! Warns about a JSON Web Token whose `exp` is in the past.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::jwt::Claims;
use super::support::template::Template;
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::JwtExpired,
    title: "A token has expired",
    what: "The value is a JSON Web Token, and the time in its claim `exp` is over.",
    why: "The app rejects an expired token. If the request also has a refresh token, the connection may still work.",
    todo: "Create a new token.",
    source: "RFC 7519, section 4.1.4.",
    variants: &[(HintVariant::Refreshed, "The request also has a refresh token.")],
};

pub(super) fn check(candidate: &Candidate<'_>, claims: &Claims) -> Option<Template> {
    let now = candidate.input.now;
    if now == 0 || claims.expires? > now {
        return None;
    }
    let is_refreshed = candidate.value.key == "access_token" && candidate.input.has("refresh_token");
    Some(if is_refreshed {
        Template::variant(
            HintCode::JwtExpired,
            HintVariant::Refreshed,
            "This access token has expired. The connection works only if the refresh token is still valid.",
        )
    } else {
        Template::new(HintCode::JwtExpired, "This token has expired. Create a new one.")
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::jwt::tests::token;
    use crate::hints::support::tests::{NOW, Request};
    use crate::verdict::HintCode::JwtExpired;

    fn is_noticed(payload: &str, now: u64) -> bool {
        let value = token(payload);
        let request = Request { now, ..Request::of("jira", &[("access_token", value.as_str())]) };
        request.hints().iter().any(|hint| hint.code == JwtExpired)
    }

    #[test]
    fn a_token_of_the_past_is_noticed() {
        let payload = |exp: u64| format!("{{\"sub\":\"fake\",\"exp\":{exp}}}");
        assert!(is_noticed(&payload(NOW - 1), NOW) && is_noticed(&payload(NOW), NOW));
        assert!(!is_noticed(&payload(NOW + 1), NOW));
        assert!(!is_noticed(&payload(1), 0), "the time is not known");
        assert!(!is_noticed("{\"sub\":\"fake\"}", NOW));
    }

    #[test]
    fn a_refresh_token_beside_it_is_mentioned() {
        let value = token("{\"exp\":1}");
        let values = [("access_token", value.as_str()), ("refresh_token", "fake-1")];
        let hints = Request::of("jira", &values).hints();
        let hint = hints.iter().find(|hint| hint.code == JwtExpired).unwrap();
        assert!(hint.help.contains("refresh token"));
    }
}
