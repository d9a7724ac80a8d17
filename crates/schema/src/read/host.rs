//! The provider's host of an auth type: a template that starts with a field, `{account_id}.suitetalk.api.netsuite.com`.
//! The host is looked up and displayed, so a secret field is rejected.

use super::json::SchemaError;
use super::place::Place;
use super::schema::{Address, Field};

/// Reads a host template.
pub fn template(at: &Place, fields: &[Field]) -> Result<String, SchemaError> {
    let host = at.as_string()?;
    let Some((name, domain)) = host.strip_prefix('{').and_then(|rest| rest.split_once('}')) else {
        return at.reject("must start with a field: {account_id}.example.com");
    };
    let Some(field) = fields.iter().find(|field| field.name == name) else {
        return at.reject(format!("unknown field {name}"));
    };
    if field.secret {
        return at.reject(format!("{name} is secret, but a host is displayed"));
    }
    match &field.address {
        Address::Url | Address::Host if !domain.is_empty() => {
            at.reject(format!("{name} is a complete address: nothing may follow it"))
        }
        Address::Subdomain(suffix) if !suffix.is_empty() && suffix != domain => {
            at.reject(format!("{name} must be followed by {suffix}, the suffix of its address"))
        }
        Address::None | Address::Subdomain(_) if !is_domain(domain) => {
            at.reject(format!("{name} must be followed by a domain such as .example.com"))
        }
        _ => Ok(host),
    }
}

/// Whether it is a dot and at least two labels, so that no value can choose the domain.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    domain.strip_prefix('.').is_some_and(|rest| rest.contains('.') && rest.split('.').all(is_label))
}
