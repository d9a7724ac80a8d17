//! The provider's host of an auth type: a template with one of its fields, `{account_id}.suitetalk.api.netsuite.com`.
//! Who looks a host up shows it, so a secret field is refused.

use crate::json::Fault;
use crate::place::Place;
use crate::schema::{Address, Field};

/// Reads a template, or refuses it at its place.
pub fn template(at: &Place, fields: &[Field]) -> Result<String, Fault> {
    let text = at.as_text()?;
    let Some((name, domain)) = text.strip_prefix('{').and_then(|rest| rest.split_once('}')) else {
        return at.refuse("must begin with a field: {account_id}.example.com");
    };
    let Some(field) = fields.iter().find(|field| field.name == name) else {
        return at.refuse(format!("{name} is none of the fields"));
    };
    if field.secret {
        return at.refuse(format!("{name} is secret, and a host is looked up and shown"));
    }
    match &field.address {
        Address::Url | Address::Host if !domain.is_empty() => {
            return at.refuse(format!("{name} is a whole address: nothing may follow it"));
        }
        Address::Url | Address::Host => {}
        Address::Subdomain(suffix) if !suffix.is_empty() && suffix != domain => {
            return at.refuse(format!("what follows {name} is {suffix}, as its address says"));
        }
        Address::None | Address::Subdomain(_) if !is_domain(domain) => {
            return at.refuse(format!("{name} is no whole address: a domain such as .example.com must follow it"));
        }
        Address::None | Address::Subdomain(_) => {}
    }
    Ok(text)
}

/// Two labels at least, so that no value can choose the domain.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !label.is_empty() && label.chars().all(plain)
    };
    text.strip_prefix('.').is_some_and(|rest| rest.contains('.') && rest.split('.').all(label))
}
