//! Warns about a doubled domain suffix: `acme.myshopify.com.myshopify.com`. The fix removes the second suffix, or both
//! if the field takes a subdomain.

use super::support::candidate::Candidate;
use super::support::hint_kind::HintKind;
use super::support::template::{Fix, Template};
use super::url_for_subdomain;
use crate::catalog::Address;
use crate::fixes::Edit;
use crate::fixes::{undoubled, url};
use crate::text::find;
use crate::verdict::{HintCode, HintVariant};

pub(super) const HINT: HintKind = HintKind {
    code: HintCode::DoubledSuffix,
    title: "The end of a host name is there twice",
    what: "The host ends with the same domain twice, such as `acme.myshopify.com.myshopify.com`.",
    why: "It happens if a form appends the domain to a host that already has it. No such host exists.",
    todo: "Remove the second domain. If the field takes a subdomain, enter only the subdomain.",
    source: "The addresses in `schemas/`.",
    variants: &[(HintVariant::Host, "The field takes a host or a URL. Without the variant, it takes a subdomain.")],
};

pub(super) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    let address = candidate.field()?.address;
    if address == Address::None {
        return None;
    }
    let once = undoubled(candidate.inner)?;
    Some(match address {
        Address::Subdomain(suffix) if url_for_subdomain::is_safe(candidate, &once, suffix) => {
            url_for_subdomain::subdomain(candidate, &once, suffix, HintCode::DoubledSuffix)
        }
        _ => {
            let help = "The end of the host name is there twice. Remove the second one.";
            let mut edits = vec![Edit::StripSuffix];
            let lacks_scheme = address == Address::Url && find(candidate.inner, "://").is_none();
            if lacks_scheme && url(&once).is_some() {
                edits.push(Edit::ToUrl);
            }
            Template::variant(HintCode::DoubledSuffix, HintVariant::Host, help).fix(Fix::Edits(edits))
        }
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::support::tests::{assert_fixed, silent};
    use crate::verdict::HintCode::DoubledSuffix;

    #[test]
    fn a_doubled_suffix_is_noticed() {
        assert_fixed(DoubledSuffix, "shopify", "store_name", "acme.myshopify.com.myshopify.com", "acme");
        assert_fixed(DoubledSuffix, "shopify", "store_name", "https://acme.myshopify.com.myshopify.com/", "acme");
        assert_fixed(DoubledSuffix, "zuora", "subdomain", "acme.zuora.com.zuora.com", "acme.zuora.com");
        assert_fixed(DoubledSuffix, "mysql", "host", "db.acme.org.acme.org", "db.acme.org");
        assert_fixed(DoubledSuffix, "odoo", "url", "acme.odoo.com.odoo.com", "https://acme.odoo.com");
        assert_fixed(DoubledSuffix, "odoo", "url", "https://acme.odoo.com.odoo.com/web", "https://acme.odoo.com/web");
    }

    #[test]
    fn good_values_are_silent() {
        silent(DoubledSuffix, "mysql", "host", &["db.acme.org", "10.0.10.0", "a.b", "acme.com.co"]);
        silent(DoubledSuffix, "ashby", "api_key", &["a.bb.cc.bb.cc"]);
    }
}
