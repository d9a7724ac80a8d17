//! Counts the hints of accepted rows: by app, field, code and text, and rows by the cause of a hint.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::LineCount;
use crate::order::in_order;
use crate::verdict::{Hint, HintCode, HintVariant};

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
    /// Which help text of the code applies, if it has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<HintVariant>,
    /// What is wrong and what to do.
    pub help: Cow<'static, str>,
    /// The number of rows.
    pub rows: u64,
    /// The number of rows in which a safe change removes it.
    pub fixable: u64,
    /// The lines of the first five rows.
    pub lines: Vec<u64>,
}

/// The accepted rows that have a hint with the same cause, whatever the app and field.
///
/// ```
/// use auth_object::Checker;
///
/// let mut rows = Checker::default().rows();
/// rows.push(b"{\"slug\":\"stripe\",\"auth_object\":{\"api_key\":\" fake-key\"}}\n");
/// rows.push(b"{\"slug\":\"ashby\",\"auth_object\":{\"api_key\":\" fake-key\"}}\n");
/// let causes = rows.end().hint_causes;
/// assert_eq!((causes.len(), causes[0].rows, causes[0].fixable, &causes[0].lines[..]), (1, 2, 2, &[1, 2][..]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HintCause {
    /// The kind of hint.
    pub code: HintCode,
    /// Which help text of the code applies, if it has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<HintVariant>,
    /// The number of rows. A row with several such hints counts once.
    pub rows: u64,
    /// The number of rows in which safe changes remove all of them.
    pub fixable: u64,
    /// The lines of the first five rows.
    pub lines: Vec<u64>,
}

/// The maximum number of different hints that are counted separately. A file may have hints about any number of unknown
/// keys.
const MAX_KINDS: usize = 5000;

type Kind = (Option<&'static str>, Cow<'static, str>, HintCode, Option<HintVariant>, Cow<'static, str>);

/// Counts hints as they come.
#[derive(Debug, Default)]
pub(super) struct HintCounts {
    kinds: BTreeMap<Kind, (LineCount, u64)>,
    causes: Vec<(HintCode, Option<HintVariant>, LineCount, u64)>,
}

impl HintCounts {
    /// Counts the hints of an accepted row.
    pub fn add(&mut self, app: Option<&'static str>, line: u64, hints: &[Hint]) {
        for (index, hint) in hints.iter().enumerate() {
            self.add_cause(line, hint, hints.get(..index).unwrap_or_default(), hints);
            let field = hint.path.last().cloned().unwrap_or_default();
            let kind = (app, field, hint.code, hint.variant, hint.help.clone());
            if self.kinds.len() >= MAX_KINDS && !self.kinds.contains_key(&kind) {
                continue;
            }
            let (rows, fixable) = self.kinds.entry(kind).or_default();
            rows.add(line);
            *fixable += u64::from(!hint.fix.is_empty());
        }
    }

    /// Counts the row for the cause of a hint, unless an earlier hint of the row has the same one.
    fn add_cause(&mut self, line: u64, hint: &Hint, earlier: &[Hint], all: &[Hint]) {
        let is_same = |other: &&Hint| (other.code, other.variant) == (hint.code, hint.variant);
        if earlier.iter().any(|other| is_same(&other)) {
            return;
        }
        let is_fixable = all.iter().filter(is_same).all(|hint| !hint.fix.is_empty());
        let known = self.causes.iter_mut().find(|cause| (cause.0, cause.1) == (hint.code, hint.variant));
        if let Some((_, _, rows, fixable)) = known {
            rows.add(line);
            *fixable += u64::from(is_fixable);
        } else {
            let mut rows = LineCount::default();
            rows.add(line);
            self.causes.push((hint.code, hint.variant, rows, u64::from(is_fixable)));
        }
    }

    /// Returns the counts, most rows first; then by the first line, the field, the code and the text.
    pub fn kinds(&self) -> Vec<HintCount> {
        let count = |((app, field, code, variant, help), (of, fixable)): (&Kind, &(LineCount, u64))| HintCount {
            app: *app,
            field: field.clone(),
            code: *code,
            variant: *variant,
            help: help.clone(),
            rows: of.rows,
            fixable: *fixable,
            lines: of.lines.clone(),
        };
        let counts: Vec<_> = self.kinds.iter().map(count).collect();
        let key = |count: &HintCount| (std::cmp::Reverse(count.rows), count.lines.first().copied());
        let sorted = in_order(&counts, |a, b| {
            (key(a), &a.field, a.code.to_string(), &a.help).cmp(&(key(b), &b.field, b.code.to_string(), &b.help))
        });
        sorted.into_iter().filter_map(|place| counts.get(place).cloned()).collect()
    }

    /// Returns the rows of each cause, in the order in which the causes came.
    pub fn causes(&self) -> Vec<HintCause> {
        let cause = |(code, variant, of, fixable): &(HintCode, Option<HintVariant>, LineCount, u64)| HintCause {
            code: *code,
            variant: *variant,
            rows: of.rows,
            fixable: *fixable,
            lines: of.lines.clone(),
        };
        self.causes.iter().map(cause).collect()
    }
}
