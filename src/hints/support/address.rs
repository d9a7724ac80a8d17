//! The hints about addresses, for a value in its own field or in the field that it is moved to.

use super::byte_class::ByteClass;
use super::candidate::Candidate;
use super::template::Template;
use crate::catalog::Address;
use crate::hints::{doubled_suffix, subdomain_for_url, url_for_subdomain};

/// Returns the first hint about an address.
pub(in crate::hints) fn check(candidate: &Candidate<'_>) -> Option<Template> {
    if candidate.field()?.address == Address::None {
        return None;
    }
    let has_parts = candidate.classes.has(ByteClass::SLASH | ByteClass::DOT | ByteClass::SEPARATOR | ByteClass::PASTE);
    let parts = || doubled_suffix::check(candidate).or_else(|| url_for_subdomain::check(candidate));
    url_for_subdomain::check_reserved(candidate)
        .or_else(|| has_parts.then(parts).flatten())
        .or_else(|| subdomain_for_url::check(candidate))
}
