//! Counts the hints of accepted rows by app, field, code and text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::LineCount;
use crate::order::in_order;
use crate::verdict::{Hint, HintCode};

/// The accepted rows that have a hint of one kind.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// rows.push(b"{\"slug\":\"stripe\",\"auth_object\":{\"api_key\":\" fake-key\"}}\n");
/// let hints = rows.end().hints;
/// assert_eq!((hints[0].app, &*hints[0].field), (Some("stripe"), "api_key"));
/// assert_eq!((hints[0].rows, hints[0].fixable, &hints[0].lines[..]), (1, 1, &[1][..]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HintCount {
    /// The slug of the app, or `None` if it is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app: Option<&'static str>,
    /// The last key of the hint's path.
    pub field: Cow<'static, str>,
    /// The kind of hint.
    pub code: HintCode,
    /// What is wrong and what to do.
    pub help: Cow<'static, str>,
    /// The number of rows.
    pub rows: u64,
    /// The number of rows in which a safe change removes it.
    pub fixable: u64,
    /// The lines of the first five rows.
    pub lines: Vec<u64>,
}

/// The maximum number of different hints that are counted separately. A file may have hints about any number of unknown
/// keys.
const MAX_KINDS: usize = 5000;

type Kind = (Option<&'static str>, Cow<'static, str>, HintCode, Cow<'static, str>);

/// Counts hints as they come.
#[derive(Debug, Default)]
pub(super) struct HintCounts(BTreeMap<Kind, (LineCount, u64)>);

impl HintCounts {
    /// Counts the hints of an accepted row.
    pub fn add(&mut self, app: Option<&'static str>, line: u64, hints: &[Hint]) {
        for hint in hints {
            let field = hint.path.last().cloned().unwrap_or_default();
            let kind = (app, field, hint.code, hint.help.clone());
            if self.0.len() >= MAX_KINDS && !self.0.contains_key(&kind) {
                continue;
            }
            let (rows, fixable) = self.0.entry(kind).or_default();
            rows.add(line);
            *fixable += u64::from(!hint.fix.is_empty());
        }
    }

    /// Returns the counts, most rows first; then by the first line, the field, the code and the text.
    pub fn to_vec(&self) -> Vec<HintCount> {
        let count = |((app, field, code, help), (of, fixable)): (&Kind, &(LineCount, u64))| HintCount {
            app: *app,
            field: field.clone(),
            code: *code,
            help: help.clone(),
            rows: of.rows,
            fixable: *fixable,
            lines: of.lines.clone(),
        };
        let counts: Vec<_> = self.0.iter().map(count).collect();
        let key = |count: &HintCount| (std::cmp::Reverse(count.rows), count.lines.first().copied());
        let sorted = in_order(&counts, |a, b| {
            (key(a), &a.field, a.code.to_string(), &a.help).cmp(&(key(b), &b.field, b.code.to_string(), &b.help))
        });
        sorted.into_iter().filter_map(|place| counts.get(place).cloned()).collect()
    }
}
