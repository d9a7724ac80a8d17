//! Notices a domain suffix that stands twice: `acme.myshopify.com.myshopify.com`. A form that appends the suffix got it
//! pasted along. The fix removes the second one, or both where the subdomain alone is wanted.

use super::note::{Note, Noticed, fixable};
use super::seen::Seen;
use super::url_for_subdomain::is_safe;
use crate::catalog::Address;
use crate::edit::undoubled;
use crate::verdict::{Edit, HintCode};

static HOST: Note = fixable(
    HintCode::DoubledSuffix,
    "The end of the host name stands twice, so no such host exists. Remove the second one.",
    Edit::StripSuffix,
);
static SUBDOMAIN: Note = fixable(
    HintCode::DoubledSuffix,
    "The end of the host name stands twice, and this field takes the subdomain alone, without it.",
    Edit::ToSubdomain,
);

#[inline(never)]
pub(super) fn notice(seen: &Seen<'_>) -> Noticed {
    let address = seen.field()?.address;
    if address == Address::None {
        return None;
    }
    let once = undoubled(seen.inner)?;
    let alone = matches!(address, Address::Subdomain(suffix) if is_safe(seen, &once, suffix));
    Some(if alone { &SUBDOMAIN } else { &HOST })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::hints::tests::{assert_fixed, silent};
    use crate::verdict::HintCode::DoubledSuffix;

    #[test]
    fn a_doubled_suffix_is_noticed() {
        assert_fixed(DoubledSuffix, "shopify", "store_name", "acme.myshopify.com.myshopify.com", "acme");
        assert_fixed(DoubledSuffix, "shopify", "store_name", "https://acme.myshopify.com.myshopify.com/", "acme");
        assert_fixed(DoubledSuffix, "zuora", "subdomain", "acme.zuora.com.zuora.com", "acme");
        assert_fixed(DoubledSuffix, "mysql", "host", "db.acme.org.acme.org", "db.acme.org");
        assert_fixed(DoubledSuffix, "odoo", "url", "https://acme.odoo.com.odoo.com/web", "https://acme.odoo.com/web");
    }

    #[test]
    fn good_values_are_silent() {
        silent(DoubledSuffix, "mysql", "host", &["db.acme.org", "10.0.10.0", "a.b", "acme.com.co"]);
        silent(DoubledSuffix, "ashby", "api_key", &["a.bb.cc.bb.cc"]);
    }
}
