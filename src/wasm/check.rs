//! One request.

use std::ptr;

use wasm_bindgen::prelude::wasm_bindgen;

use super::buffers;
use crate::catalog::{self, App, AuthType};
use crate::context::{Context, Trust, Verification};
use crate::hints::Environment;
use crate::judge::{find, notice, notice_keys, unchecked, verdict};
use crate::request::frame::Frame;
use crate::request::{Body, Members, Shape, json};
use crate::response::Response;
use crate::rules;
use crate::subject::{Arrived, Scope, Subject};
use crate::verdict::{Code, Hint, Verdict};

/// What the caller says in one bit each; the same numbers stand in `npm/src/flags.ts`, which a test compares.
#[derive(Clone, Copy)]
pub struct Flags(pub u32);

impl Flags {
    const FORM: u32 = 1;
    const TYPED: u32 = 1 << 1;
    const FLAT: u32 = 1 << 2;
    const DOCUMENTED: u32 = 1 << 3;
    const NO_HINTS: u32 = 1 << 4;
    const TEST: u32 = 1 << 5;
    const PRODUCTION: u32 = 1 << 6;
    const API_KEYS: u32 = 1 << 7;
    const API_KEY_KNOWN: u32 = 1 << 8;
    const LINKED_ACCOUNTS: u32 = 1 << 9;
    const LINKED_ACCOUNT_KNOWN: u32 = 1 << 10;
    const VERIFIED: u32 = 1 << 11;
    const REJECTED: u32 = 1 << 12;

    const fn has(self, flag: u32) -> bool {
        self.0 & flag != 0
    }

    /// The shape that the caller pins.
    pub const fn shape(self) -> Option<Shape> {
        match (self.has(Self::TYPED), self.has(Self::FLAT)) {
            (true, _) => Some(Shape::Typed),
            (_, true) => Some(Shape::Flat),
            _ => None,
        }
    }

    /// Which refusals count.
    pub const fn trust(self) -> Trust {
        if self.has(Self::DOCUMENTED) { Trust::Documented } else { Trust::All }
    }

    const fn environment(self) -> Option<Environment> {
        match (self.has(Self::TEST), self.has(Self::PRODUCTION)) {
            (true, _) => Some(Environment::Test),
            (_, true) => Some(Environment::Production),
            _ => None,
        }
    }
}

/// The answer of [`check`] where the verdict stands in the answer buffer.
const IN_ANSWER: u32 = u32::MAX;
/// The answer of [`check`] to a frame that ends too early.
const BAD_FRAME: u32 = u32::MAX - 1;

/// Judges the frame in the first `length` bytes of the input, at the time `now` in seconds since the epoch. Its body is
/// facts.
///
/// A key below 0x80000000 is an accepted request without hints, and says all of its verdict ([`accepted`]);
/// 0xFFFFFFFF means that the verdict stands in the answer.
#[wasm_bindgen]
pub fn check(length: usize, flags: u32, now: u32) -> u32 {
    answer_to(length, Flags(flags), now, facts)
}

/// The same for a body of JSON text.
#[wasm_bindgen(js_name = checkText)]
pub fn check_text(length: usize, flags: u32, now: u32) -> u32 {
    answer_to(length, Flags(flags), now, text)
}

fn facts<'m, 'a>(frame: &mut Frame<'a>, members: &'m mut Members<'a>) -> Option<Body<'m, 'a>> {
    frame.facts(members)
}

fn text<'m, 'a>(frame: &mut Frame<'a>, members: &'m mut Members<'a>) -> Option<Body<'m, 'a>> {
    Some(json::read(frame.rest(), members))
}

#[inline(never)]
fn answer_to(length: usize, flags: Flags, now: u32, body: ReadBody) -> u32 {
    let judged = with_body(length, flags, now, body, |subject| {
        let findings = find(subject);
        if findings.is_empty()
            && let Some(Key(key)) = Key::of(subject)
        {
            return key;
        }
        buffers::answer_written(&verdict(subject, findings));
        IN_ANSWER
    });
    judged.unwrap_or(BAD_FRAME)
}

/// Looks for hints in the same frame, and for nothing else; `false` where there are none, else the answer is a list.
#[wasm_bindgen]
pub fn hints(length: usize, flags: u32, now: u32) -> bool {
    answer_hints(length, flags, now, notice)
}

/// The same for the hints that do not hang on the letters of values.
#[wasm_bindgen(js_name = keyHints)]
pub fn key_hints(length: usize, flags: u32) -> bool {
    answer_hints(length, flags, 0, notice_keys)
}

fn answer_hints(length: usize, flags: u32, now: u32, notice: fn(&Subject<'_, '_>, &mut Vec<Hint>)) -> bool {
    let mut hints = Vec::new();
    with_subject(length, Flags(flags), now, |subject| notice(subject, &mut hints));
    if !hints.is_empty() {
        buffers::answer_written(&hints);
    }
    !hints.is_empty()
}

/// Reads the frame in the first `length` bytes of the input, whose body is facts; `None` where it ends too early.
pub fn with_subject<T>(length: usize, flags: Flags, now: u32, judge: impl FnOnce(&Subject<'_, '_>) -> T) -> Option<T> {
    with_body(length, flags, now, facts, judge)
}

/// How the body after a frame's words is read.
type ReadBody = for<'m, 'a> fn(&mut Frame<'a>, &'m mut Members<'a>) -> Option<Body<'m, 'a>>;

fn with_body<T>(
    length: usize,
    flags: Flags,
    now: u32,
    body: ReadBody,
    judge: impl FnOnce(&Subject<'_, '_>) -> T,
) -> Option<T> {
    let (mut judge, mut judged) = (Some(judge), None);
    buffers::read(length, |input| {
        read_frame(input, flags, now, body, &mut |subject| judged = judge.take().map(|judge| judge(subject)))
    })?;
    judged
}

/// Compiled once for all that is asked of a frame.
fn read_frame(
    input: &[u8],
    flags: Flags,
    now: u32,
    body: ReadBody,
    judge: &mut dyn FnMut(&Subject<'_, '_>),
) -> Option<()> {
    let mut frame = Frame::new(input);
    let api_key = frame.optional_text()?;
    let linked_account_id = frame.optional_text()?;
    let slug = frame.optional_text()?;
    let reason = frame.optional_text()?;
    let custom_apps = frame.texts()?;
    let form = flags.has(Flags::FORM);
    let mut members = Members::default();
    let body = body(&mut frame, &mut members)?;
    let arrived =
        Arrived { scope: if form { Scope::Form } else { Scope::Request }, api_key, linked_account_id, slug, body };
    let key_known = |_: &str| flags.has(Flags::API_KEY_KNOWN);
    let account_known = |_: &str| flags.has(Flags::LINKED_ACCOUNT_KNOWN);
    let custom = |slug: &str| custom_apps.contains(&slug);
    let context = Context {
        api_keys: flags.has(Flags::API_KEYS).then_some(&key_known),
        environment: flags.environment(),
        linked_accounts: flags.has(Flags::LINKED_ACCOUNTS).then_some(&account_known),
        // The caller asks its own set, and says it in the key.
        integrations: None,
        custom_apps: Some(&custom),
        verification: if flags.has(Flags::REJECTED) {
            Some(Verification::Rejected(reason.unwrap_or_default()))
        } else {
            flags.has(Flags::VERIFIED).then_some(Verification::Accepted)
        },
        request_id: None,
        shape: flags.shape(),
        trust: flags.trust(),
        hints: !flags.has(Flags::NO_HINTS),
        now: u64::from(now),
    };
    judge(&Subject::new(&arrived, &context));
    Some(())
}

/// Answers with the verdict of a key.
#[wasm_bindgen]
pub fn accepted(key: u32) -> bool {
    let Some(verdict) = Key(key).verdict() else {
        return false;
    };
    buffers::answer_written(&verdict);
    true
}

/// All that there is to say of an accepted request without hints:
/// bits 0–15 the app, 16–18 its auth type, 19 flat, 23–25 what is unchecked.
pub struct Key(pub u32);

impl Key {
    const FLAT: u32 = 1 << 19;
    /// Beside a request whose hints hang on whether its access token lasts.
    pub const LACKS_REFRESH_TOKEN: u32 = 1 << 26;
    const UNCHECKED: [(u32, Code); 3] = [
        (1 << 23, Code::InvalidCredentials),
        (1 << 24, Code::LinkedAccountNotFound),
        (1 << 25, Code::VerificationFailed),
    ];

    /// The key of what a request is read as.
    pub fn of(subject: &Subject<'_, '_>) -> Option<Self> {
        let app = subject.app?;
        let number = catalog::number(app)?;
        let auth_type = app.auth_types.iter().position(|one| subject.auth_type.is_some_and(|it| ptr::eq(it, one)))?;
        if number > 0xFFFF || auth_type > 7 {
            return None;
        }
        let mut key = number as u32 | (auth_type as u32) << 16;
        if subject.shape()? == Shape::Flat {
            key |= Self::FLAT;
        }
        for (bit, code) in Self::UNCHECKED {
            if rules::is_unchecked(subject.context, code) {
                key |= bit;
            }
        }
        Some(Self(key))
    }

    /// What the request was read as.
    pub fn app_and_auth_type(&self) -> Option<(&'static App, &'static AuthType)> {
        let app = catalog::by_number((self.0 & 0xFFFF) as usize)?;
        Some((app, app.auth_types.get((self.0 >> 16 & 7) as usize)?))
    }

    fn verdict(&self) -> Option<Verdict<'static>> {
        let (app, auth_type) = self.app_and_auth_type()?;
        let shape = if self.0 & Self::FLAT != 0 { Shape::Flat } else { Shape::Typed };
        Some(Verdict {
            ok: true,
            app: Some(app),
            certainty: None,
            slug: Some(app.slug.into()),
            auth_type: Some(auth_type.name),
            shape: Some(shape),
            basis: Some(auth_type.basis),
            response: Response::accepted(app.slug, shape, false),
            issues: Vec::new(),
            hints: Vec::new(),
            unchecked: unchecked(|code| Self::UNCHECKED.iter().any(|(bit, one)| *one == code && self.0 & bit != 0)),
        })
    }
}
