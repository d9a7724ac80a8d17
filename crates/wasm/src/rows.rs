//! Checks files of rows.

use std::collections::BTreeMap;
use std::sync::Arc;

use auth_object::rows::{
    Accounts as Seen, CheckedRow, Editor, FileFormat, List, Mapping, Rejection, Report, RowChecker, RowOptions,
    RowOutcome,
};
use auth_object::{Context, Hint, Limits};
use js_sys::{Float64Array, Reflect, Uint32Array};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::Answer;
use crate::checker::checker;
use crate::flags::Flags;
use crate::input;
use crate::limits::request_limits;
use crate::lookups::{Kind, Lookups, lookup};
use crate::stack;

#[wasm_bindgen]
extern "C" {
    /// The caller's repair of rows.
    pub type RowEditor;

    /// Returns the repaired request of a row, if it can be repaired. Never throws.
    #[wasm_bindgen(method)]
    fn edit(this: &RowEditor, request: &str) -> Option<String>;
}

/// Checks a file of rows in chunks.
#[wasm_bindgen]
pub struct Rows {
    rows: Option<RowChecker>,
    flags: Flags,
    now_seconds: u32,
    limits: Limits,
    lookups: Option<Lookups>,
    editor: Option<RowEditor>,
}

#[wasm_bindgen]
impl Rows {
    /// Returns a checker. The flags give the shape, the trust, whether to look for hints, and which lookups there are.
    /// `format` and `fallback` are an index of `FORMATS`, and `list` one of `LISTS`.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::too_many_arguments, reason = "numbers are cheap to pass, an object would have to be read")]
    pub fn new(
        flags: u32,
        now_seconds: u32,
        format: usize,
        fallback: usize,
        list: usize,
        is_segment: bool,
        request_bytes: usize,
        nesting: usize,
        keys: usize,
        cells: usize,
        lookups: Option<Lookups>,
        editor: Option<RowEditor>,
    ) -> Self {
        const FORMATS: [Option<FileFormat>; 4] =
            [None, Some(FileFormat::Ndjson), Some(FileFormat::Json), Some(FileFormat::Csv)];
        const LISTS: [List; 3] = [List::Rejected, List::Hinted, List::All];
        let mut options = RowOptions::default();
        options.format = FORMATS.get(format).copied().flatten();
        options.fallback = FORMATS.get(fallback).copied().flatten();
        options.list = LISTS.get(list).copied().unwrap_or_default();
        options.is_segment = is_segment;
        let limits = request_limits(request_bytes, nesting, keys, cells);
        Self { rows: Some(checker().rows_with(options)), flags: Flags(flags), now_seconds, limits, lookups, editor }
    }

    /// Reads a file whose columns or keys have other names. The input has the sources and targets of the mapping in turn,
    /// then targets and values, each after a zero byte. `map_bytes` is the length of the first part. Returns the code of
    /// what is wrong with them, a space, and what to do.
    pub fn map(&mut self, length_bytes: usize, map_bytes: usize) -> Option<String> {
        let mapping = input::read_str(length_bytes, |text| {
            let (map, set) = text.split_at_checked(map_bytes).unwrap_or_default();
            Mapping::new(pairs(map), pairs(set), checker().catalog())
        });
        match mapping {
            Ok(mapping) => {
                self.rows = self.rows.take().map(|rows| rows.with_mapping(mapping));
                None
            }
            Err(error) => Some(format!("{} {error}", error.code())),
        }
    }

    /// Reads the chunk in the input. Answers with a batch of listed rows, and whether there are more: then it is called
    /// again without input.
    pub fn push(&mut self, length_bytes: usize, answer: &Answer) {
        let found = input::read(length_bytes, |chunk| {
            self.call(|rows, context, editor| {
                let rows = rows.as_mut()?;
                let listed = rows.push_batch(chunk, context, editor);
                let state = State::of(rows);
                Some(found(&listed, &state))
            })
        });
        answer.put(found.into());
    }

    /// Reads the last row. Answers as `push` does.
    pub fn last(&mut self, answer: &Answer) {
        let found = self.call(|rows, context, editor| {
            let rows = rows.as_mut()?;
            let listed = rows.end_batch(context, editor);
            let state = State::of(rows);
            Some(found(&listed, &state))
        });
        answer.put(found.into());
    }

    /// Ends the rows after the last one. Answers with the report.
    pub fn end(&mut self, answer: &Answer) {
        let ended = self.call(|rows, context, editor| Some(ended(rows.take()?.end_with(context, editor))));
        answer.put(ended.into());
    }

    /// Returns the report so far as JSON.
    pub fn report(&self) -> String {
        self.rows.as_ref().map(|rows| json(&rows.report())).unwrap_or_default()
    }

    fn call<T>(&mut self, call: impl FnOnce(&mut Option<RowChecker>, &Context<'_>, Option<&mut Editor<'_>>) -> T) -> T {
        let checker = checker();
        let mut context = checker.context();
        let linked_accounts = lookup(&self.lookups, Kind::LinkedAccounts);
        let custom_apps = lookup(&self.lookups, Kind::CustomApps);
        context.linked_accounts = self.flags.has(Flags::LINKED_ACCOUNTS).then_some(&linked_accounts);
        context.custom_apps = self.flags.has(Flags::CUSTOM_APPS).then_some(&custom_apps);
        context.shape = self.flags.shape();
        context.trust = self.flags.trust();
        context.hints = !self.flags.has(Flags::NO_HINTS);
        context.now = self.now_seconds.into();
        context.limits = self.limits;
        let result = match &self.editor {
            Some(editor) => call(&mut self.rows, &context, Some(&mut |request: &str| editor.edit(request))),
            None => call(&mut self.rows, &context, None),
        };
        stack::clear();
        result
    }
}

/// Returns every two strings as a pair. A zero byte is before each.
fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut strings = text.split('\0').skip(1);
    std::iter::from_fn(move || Some((strings.next()?, strings.next()?)))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct State {
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<FileFormat>,
    header_bytes: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    delimiter: Option<char>,
    is_unreadable: bool,
    has_more: bool,
    total: u64,
}

impl State {
    fn of(rows: &RowChecker) -> Self {
        Self {
            format: rows.format(),
            header_bytes: rows.header_bytes(),
            delimiter: rows.delimiter(),
            is_unreadable: rows.is_unreadable(),
            has_more: rows.has_more(),
            total: rows.total(),
        }
    }
}

#[derive(Serialize)]
struct Hinted<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<&'a str>,
    hints: &'a [Hint],
}

/// The lists that the numbers of the rows are indexes of. Each answer has its own.
#[derive(Default, Serialize)]
struct Tables<'a> {
    rejections: Vec<&'a Rejection>,
    hinted: Vec<Hinted<'a>>,
    accounts: Vec<&'a str>,
    texts: Vec<&'a str>,
}

/// Returns listed rows: eight numbers a row (line, start, end, line end, the indexes of its rejection, hints and account,
/// and of the editor's call; -1 for none, and -2 for a row that was mapped), and what they are indexes of.
fn found(rows: &[CheckedRow], state: &State) -> JsValue {
    const NONE: f64 = -1.0;
    const MAPPED: f64 = -2.0;
    let mut tables = Tables::default();
    let mut shared: BTreeMap<*const Rejection, usize> = BTreeMap::new();
    let mut numbers = Vec::with_capacity(rows.len() * 8);
    for row in rows {
        let (mut rejection, mut hinted, mut account, mut edit) = (NONE, NONE, NONE, NONE);
        let mut accepted = None;
        match &row.outcome {
            RowOutcome::Rejected { rejection: reasons, .. } => {
                let next = tables.rejections.len();
                let index = *shared.entry(Arc::as_ptr(reasons)).or_insert(next);
                if index == next {
                    tables.rejections.push(reasons);
                }
                rejection = index as f64;
            }
            RowOutcome::Accepted { slug, .. } => accepted = slug.as_deref(),
            _ => {}
        }
        if !row.hints().is_empty() {
            hinted = tables.hinted.len() as f64;
            tables.hinted.push(Hinted { slug: accepted, hints: row.hints() });
        }
        if let Some(id) = &row.linked_account_id {
            account = tables.accounts.len() as f64;
            tables.accounts.push(id);
        }
        if let Some(repaired) = &row.repaired {
            edit = f64::from(repaired.edit);
            tables.texts.push(std::str::from_utf8(&repaired.text).unwrap_or_default());
        } else if let Some(mapped) = &row.mapped {
            edit = MAPPED;
            tables.texts.push(std::str::from_utf8(&mapped.text).unwrap_or_default());
        }
        let (line, start, end) = (row.line as f64, row.start as f64, row.end as f64);
        numbers.extend([line, start, end, f64::from(row.line_end), rejection, hinted, account, edit]);
    }
    let found = with(js_sys::Object::new().into(), "state", &JsValue::from_str(&json(state)));
    let found = with(found, "numbers", &Float64Array::from(numbers.as_slice()));
    with(found, "tables", &JsValue::from_str(&json(&tables)))
}

/// Returns the report. A segment also returns its accounts: three numbers for each row.
fn ended(mut report: Report) -> JsValue {
    let seen = std::mem::take(&mut report.account_hashes);
    let ended = with(js_sys::Object::new().into(), "report", &JsValue::from_str(&json(&report)));
    with(ended, "seen", &Uint32Array::from(seen.as_flattened()))
}

/// Returns JSON. JavaScript parses it faster than it takes objects member by member, and a thread passes a string on
/// without parsing it. One serializer for all of it is also smaller than two.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Sets a property of a new object.
fn with(target: JsValue, name: &str, value: &JsValue) -> JsValue {
    if let Err(error) = Reflect::set(&target, &name.into(), value) {
        // The call stack is full.
        wasm_bindgen::throw_val(error);
    }
    target
}

/// Finds accounts and apps that the segments of a file repeat.
#[wasm_bindgen]
#[derive(Default)]
pub struct Accounts(Seen);

#[wasm_bindgen]
impl Accounts {
    /// Returns an empty set of accounts.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the accounts of a segment. Returns the lines that repeat an earlier row, given the number of lines before
    /// the segment.
    pub fn add(&mut self, seen: &[u32], lines_before: f64) -> Vec<f64> {
        let (rows, _) = seen.as_chunks::<3>();
        let hash = |high: u32, low: u32| u64::from(high) << 32 | u64::from(low);
        let repeated = rows.iter().filter(|[high, low, _]| self.0.add(hash(*high, *low)));
        repeated.map(|[_, _, line]| lines_before + f64::from(*line)).collect()
    }
}
