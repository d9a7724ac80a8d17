//! Compiled patterns against the `regex` crate: both must give the same answer for every pattern.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use auth_object::catalog::pattern::matches;
use auth_object_schema::pattern::compile;
use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::Value;

/// Every pattern of every schema file.
fn patterns() -> BTreeSet<String> {
    let mut patterns = BTreeSet::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas")).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|name| name != "app.schema.json") {
            add_patterns(&serde_json::from_slice(&fs::read(path).unwrap()).unwrap(), &mut patterns);
        }
    }
    patterns
}

fn add_patterns(value: &Value, patterns: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(pattern)) = members.get("pattern") {
                patterns.insert(pattern.clone());
            }
            members.values().for_each(|member| add_patterns(member, patterns));
        }
        Value::Array(items) => items.iter().for_each(|item| add_patterns(item, patterns)),
        _ => {}
    }
}

/// A generator of repeatable pseudo-random numbers (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((number ^ number >> 31) % limit as u64) as usize
    }
}

/// Appends a value that the pattern accepts.
fn generate(hir: &Hir, numbers: &mut Numbers, value: &mut Vec<u8>) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => value.extend(&*literal.0),
        HirKind::Class(class) => {
            let ranges: Vec<(u8, u8)> = match class {
                Class::Bytes(class) => class.iter().map(|range| (range.start(), range.end())).collect(),
                Class::Unicode(class) => class.iter().map(|range| (range.start() as u8, range.end() as u8)).collect(),
            };
            let (first, last) = ranges[numbers.below(ranges.len())];
            value.push(first + numbers.below(usize::from(last - first) + 1) as u8);
        }
        HirKind::Capture(capture) => generate(&capture.sub, numbers, value),
        HirKind::Concat(parts) => parts.iter().for_each(|part| generate(part, numbers, value)),
        HirKind::Alternation(ways) => generate(&ways[numbers.below(ways.len())], numbers, value),
        HirKind::Repetition(repetition) => {
            let max = repetition.max.unwrap_or(repetition.min + 6).min(repetition.min + 6);
            for _ in 0..repetition.min as usize + numbers.below((max - repetition.min) as usize + 1) {
                generate(&repetition.sub, numbers, value);
            }
        }
    }
}

/// One mistake: a byte added, removed or replaced, or the value cut, doubled or rotated.
fn mistake(numbers: &mut Numbers, value: &mut Vec<u8>) {
    const BYTES: &[u8] = b"-_./:=~!+0189aAfFgGzZQ \n\x00\xc3\xa9";
    let byte = BYTES[numbers.below(BYTES.len())];
    let place = numbers.below(value.len().max(1));
    match numbers.below(8) {
        0 => value.insert(place.min(value.len()), byte),
        1 | 2 => {
            if let Some(old) = value.get_mut(place) {
                *old = byte;
            }
        }
        3 if !value.is_empty() => {
            value.remove(place);
        }
        4 => value.truncate(place),
        5 => value.push(byte),
        6 => value.extend(value.clone()),
        _ => value.rotate_left(place),
    }
}

fn compare(source: &str, rounds: usize) {
    let program = compile(source).unwrap();
    let regex = regex::bytes::Regex::new(&format!("(?-u){source}")).unwrap();
    let hir = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build().parse(source).unwrap();
    let mut numbers = Numbers(source.len() as u64);
    let mut accepted = 0;
    for _ in 0..rounds {
        let mut value = Vec::new();
        generate(&hir, &mut numbers, &mut value);
        assert!(matches(&program, &value), "{source} should accept {}", value.escape_ascii());
        for _ in 0..8 {
            let before = value.clone();
            mistake(&mut numbers, &mut value);
            let expected = regex.is_match(&value);
            accepted += usize::from(expected);
            assert_eq!(matches(&program, &value), expected, "{source} on {}", value.escape_ascii());
            if numbers.below(2) == 0 {
                value = before;
            }
        }
    }
    assert!(accepted < rounds * 8, "{source} accepts every mistake");
}

#[test]
fn every_pattern_of_the_catalogue_agrees_with_regex() {
    let patterns = patterns();
    assert!(patterns.len() > 90, "{} patterns", patterns.len());
    patterns.iter().for_each(|source| compare(source, 300));
}

#[test]
fn patterns_that_the_catalogue_may_get_agree_with_regex() {
    for source in [
        "^a(bc)?",
        "^(ab|ac|ad)$",
        "^a{0,3}b$",
        "^(ab){2,4}$",
        "^(a-)+a$",
        "^(a|b)+c$",
        "^a*$",
        "^(ab)*c?$",
        "^x(a|ab)(c|bcd)$",
        "^[a-c]+[c-e]$",
        "^(a?b){3}$",
        "^[0-9]+x[a-z]{2,}$",
        "^(ab?)+$",
        "^[!-~]{4}$",
    ] {
        compare(source, 300);
    }
}

#[test]
fn slow_and_unanchored_patterns_are_rejected() {
    for source in [
        "^(a+)+$",
        "^a+a+a+$",
        "^(a?){3}$x",
        "^(a|ab)+b$",
        "^[^a]x$",
        "^(a*)*$",
        "^a{300}$",
        "a$",
        "^[é]$",
        "^(a$|b)$",
        "^",
        "",
        "a",
    ] {
        assert!(compile(source).is_err(), "{source}");
    }
}

#[test]
fn long_values_take_bounded_work() {
    let program = compile("^([a-z-]+)(-x)?(-y)?(-z)?$").unwrap();
    let mut value = b"-x-y-z".repeat(50_000);
    assert!(matches(&program, &value));
    value.push(b'!');
    assert!(!matches(&program, &value));
}

#[test]
fn malformed_programs_accept_nothing_and_end() {
    let whole = compile("^(xoxe\\.)?xox[bp]-[0-9A-Za-z-]{10,}$").unwrap();
    for length in 0..whole.len() {
        assert!(!matches(&whole[..length], b"xoxb-aaaaaaaaaa"));
    }
}

#[test]
fn programs_are_small() {
    let sizes: Vec<usize> = patterns().iter().map(|source| compile(source).unwrap().len()).collect();
    let total: usize = sizes.iter().sum();
    assert!(total < 25 * sizes.len(), "{total} bytes for {} programs", sizes.len());
}
