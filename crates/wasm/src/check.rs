//! Checks one request.

use auth_object::{Fault, Limit, Limits, Request, Verification};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{Answer, give};
use crate::checker::checker;
use crate::flags::Flags;
use crate::input::{self, Strings};
use crate::limits::request_limits;
use crate::lookups::{Kind, Lookups, lookup};

/// Answers with the verdict about the request in the input, which contains its strings one after another. Each
/// parameter is the length of a string in bytes, or 0xFFFFFFFF if it is not given. `body` is JSON; for a form, an object
/// with the auth_object.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "numbers are cheap to pass, an object would have to be read")]
pub fn check(
    flags: u32,
    now_seconds: u32,
    request_bytes: usize,
    nesting: usize,
    keys: usize,
    api_key: usize,
    linked_account_id: usize,
    slug: usize,
    reason: usize,
    request_id: usize,
    body: usize,
    lookups: Option<Lookups>,
    answer: &Answer,
) {
    let lengths = Lengths { api_key, linked_account_id, slug, reason, request_id, body };
    let limits = request_limits(request_bytes, nesting, keys, Limits::CELLS);
    check_input(Flags(flags), now_seconds, limits, &lengths, None, &lookups, answer);
}

/// Answers with the verdict about a request whose body cannot be written as JSON. `what` is the index of the fault in
/// the list below, and `path` is the place of the value.
#[wasm_bindgen(js_name = checkUnserialisable)]
#[allow(clippy::too_many_arguments, reason = "the same parameters as those of `check`")]
pub fn check_unserialisable(
    flags: u32,
    now_seconds: u32,
    request_bytes: usize,
    nesting: usize,
    keys: usize,
    api_key: usize,
    linked_account_id: usize,
    slug: usize,
    reason: usize,
    request_id: usize,
    what: usize,
    path: Vec<String>,
    lookups: Option<Lookups>,
    answer: &Answer,
) {
    const FAULTS: [Fault; 6] =
        [Fault::Cycle, Fault::BigInt, Fault::Threw, Fault::TooDeep, Fault::Empty, Fault::TooLarge(Limit::RequestBytes)];
    let fault = FAULTS.get(what).copied().unwrap_or(Fault::Threw);
    let lengths = Lengths { api_key, linked_account_id, slug, reason, request_id, body: 0 };
    let limits = request_limits(request_bytes, nesting, keys, Limits::CELLS);
    check_input(Flags(flags), now_seconds, limits, &lengths, Some((fault, &path)), &lookups, answer);
}

struct Lengths {
    api_key: usize,
    linked_account_id: usize,
    slug: usize,
    reason: usize,
    request_id: usize,
    body: usize,
}

impl Lengths {
    fn all(&self) -> usize {
        let Self { api_key, linked_account_id, slug, reason, request_id, body } = *self;
        Strings::length_bytes(&[api_key, linked_account_id, slug, reason, request_id, body])
    }
}

fn check_input(
    flags: Flags,
    now_seconds: u32,
    limits: Limits,
    lengths: &Lengths,
    unserialisable: Option<(Fault, &[String])>,
    lookups: &Option<Lookups>,
    answer: &Answer,
) {
    input::read(lengths.all(), |input| {
        let mut strings = Strings(input);
        let api_key = strings.next_str(lengths.api_key);
        let linked_account_id = strings.next_str(lengths.linked_account_id);
        let slug = strings.next_str(lengths.slug);
        let reason = strings.next_str(lengths.reason);
        let request_id = strings.next_str(lengths.request_id).map(|id| move || id.to_owned());
        let mut request = match unserialisable {
            Some((fault, path)) => Request::unserialisable(fault, path),
            None => Request::new(strings.next_bytes(lengths.body).unwrap_or_default()),
        };
        if let Some(api_key) = api_key {
            request = request.api_key(api_key);
        }
        if let Some(id) = linked_account_id {
            request = request.linked_account_id(id);
        }
        if let Some(slug) = slug {
            request = request.slug(slug);
        }
        if flags.has(Flags::FORM) {
            request = request.without_headers();
        }
        let checker = checker();
        let mut context = checker.context();
        if let Some(request_id) = &request_id {
            context.request_id = request_id;
        }
        context.environment = flags.environment();
        context.shape = flags.shape();
        context.trust = flags.trust();
        context.hints = !flags.has(Flags::NO_HINTS);
        context.now = now_seconds.into();
        context.limits = limits;
        context.verification = match reason {
            Some(reason) if flags.has(Flags::REJECTED) => Some(Verification::Rejected(reason)),
            _ => flags.has(Flags::VERIFIED).then_some(Verification::Accepted),
        };
        let api_keys = lookup(lookups, Kind::ApiKeys);
        let linked_accounts = lookup(lookups, Kind::LinkedAccounts);
        let integrations = lookup(lookups, Kind::Integrations);
        let custom_apps = lookup(lookups, Kind::CustomApps);
        context.api_keys = flags.has(Flags::API_KEYS).then_some(&api_keys);
        context.linked_accounts = flags.has(Flags::LINKED_ACCOUNTS).then_some(&linked_accounts);
        context.integrations = flags.has(Flags::INTEGRATIONS).then_some(&integrations);
        context.custom_apps = flags.has(Flags::CUSTOM_APPS).then_some(&custom_apps);
        give(answer, &context.check(&request));
    })
}
