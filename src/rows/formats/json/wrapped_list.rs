//! An object around the rows, as APIs answer: `{ "data": [ … ], "page_info": { … } }`.

use crate::text::{is_same_name, redact};

/// An array of objects inside of an object.
pub(in crate::rows) struct WrappedList {
    /// Its first byte.
    pub start: usize,
    /// How many objects are around it.
    pub depth: usize,
    /// The redacted keys that lead to it, joined by dots.
    pub key: String,
}

/// How deep the array may be: `{ "result": { "data": { "items": [ … ] } } }`.
const MAX_DEPTH: usize = 3;

/// The keys of a row.
const OWN: [&str; 3] = ["slug", "auth_object", "linked_account_id"];

/// Keys that an API gives only if there is another page, or with a value such as `false`.
const NEXT: [&str; 13] = [
    "next",
    "next_page",
    "next_page_token",
    "next_page_url",
    "next_cursor",
    "next_token",
    "next_url",
    "next_link",
    "@odata.nextLink",
    "continuation_token",
    "has_more",
    "has_next",
    "has_next_page",
];

/// Keys of an object about pages.
const PAGES: [&str; 4] = ["page_info", "pagination", "paging", "response_metadata"];

/// Returns the list of rows in an object that is not a row itself. The object may be cut off. Of several lists it is the
/// first one whose first element has a key of a row, or else the first.
pub(in crate::rows) fn find(object: &[u8]) -> Option<WrappedList> {
    let mut is_row = false;
    let mut list = None;
    let mut has_rows = false;
    let mut walk = Walk { bytes: object, at: 0 };
    walk.object(&mut Vec::new(), &mut |path, value| {
        is_row |= path.len() == 1 && path.last().is_some_and(|key| is_one_of(&OWN, key));
        let element = value.strip_prefix(b"[").map(<[u8]>::trim_ascii_start).filter(|rest| rest.starts_with(b"{"));
        if let Some(element) = element.filter(|_| !has_rows && !is_row) {
            has_rows = has_key_of_row(element);
            if has_rows || list.is_none() {
                let key = path.iter().map(|key| redact::key(&String::from_utf8_lossy(key)).into_owned());
                list = Some(WrappedList {
                    start: object.len() - value.len(),
                    depth: path.len(),
                    key: key.collect::<Vec<_>>().join("."),
                });
            }
        }
        !is_row
    });
    list.filter(|_| !is_row)
}

/// Returns the key of an object that shows that there may be more pages of rows. The start of the object may be missing.
pub(in crate::rows) fn more_pages(object: &[u8]) -> Option<String> {
    let mut has_next = None;
    let mut pages = None;
    let mut walk = Walk { bytes: object, at: 0 };
    walk.object(&mut Vec::new(), &mut |path, value| {
        let Some(key) = path.last() else { return true };
        let name = || redact::key(&String::from_utf8_lossy(key)).into_owned();
        if is_one_of(&NEXT, key) && has_next.as_ref().is_none_or(Option::is_none) {
            let is_none = [&b"null"[..], b"false", b"\"\"", b"0"].iter().any(|none| value.starts_with(none));
            has_next = Some((!is_none).then(name));
        } else if is_one_of(&PAGES, key) && pages.is_none() {
            pages = Some(name());
        }
        true
    });
    has_next.unwrap_or(pages)
}

fn is_one_of(names: &[&str], key: &[u8]) -> bool {
    names.iter().any(|name| is_same_name(name, key))
}

fn has_key_of_row(object: &[u8]) -> bool {
    let mut found = false;
    Walk { bytes: object, at: 0 }.object(&mut Vec::new(), &mut |path, _| {
        found |= path.len() == 1 && path.last().is_some_and(|key| is_one_of(&OWN, key));
        !found
    });
    found
}

/// Visits the members of an object and of the objects in it, but not of those in arrays.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// Gets the keys that lead to a value, and the bytes from the value on. Returns `false` to stop.
type Visit<'a, 'v> = dyn FnMut(&[&'a [u8]], &'a [u8]) -> bool + 'v;

impl<'a> Walk<'a> {
    /// Visits the object that starts here. Returns `false` if the visit stopped.
    fn object(&mut self, path: &mut Vec<&'a [u8]>, visit: &mut Visit<'a, '_>) -> bool {
        self.at += usize::from(self.rest().starts_with(b"{"));
        while let Some(byte) = self.next() {
            match byte {
                b'"' => {
                    let key = self.string();
                    if self.next() != Some(b':') {
                        continue;
                    }
                    self.at += 1;
                    let value = self.next();
                    path.push(key);
                    let goes_on = visit(path, self.rest());
                    let goes_on = goes_on
                        && if value == Some(b'{') && path.len() < MAX_DEPTH {
                            self.object(path, visit)
                        } else {
                            self.skip();
                            true
                        };
                    path.pop();
                    if !goes_on {
                        return false;
                    }
                }
                b'}' => {
                    self.at += 1;
                    return true;
                }
                _ => self.at += 1,
            }
        }
        true
    }

    /// Skips a value.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.next() {
            match byte {
                b'"' => {
                    self.string();
                    if depth == 0 {
                        return;
                    }
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth <= 1 => {
                    self.at += depth;
                    return;
                }
                b'}' | b']' => depth -= 1,
                b',' if depth == 0 => return,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Skips the string that starts here. Returns what is between its quotes.
    fn string(&mut self) -> &'a [u8] {
        let rest = self.rest().get(1..).unwrap_or_default();
        let mut is_escaped = false;
        let end = rest.iter().position(|byte| {
            let is_end = *byte == b'"' && !is_escaped;
            is_escaped = *byte == b'\\' && !is_escaped;
            is_end
        });
        let text = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        self.at = (self.at + text.len() + 2).min(self.bytes.len());
        text
    }

    /// Skips white space. Returns the byte after it.
    fn next(&mut self) -> Option<u8> {
        let rest = self.rest();
        let space = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.at += space;
        rest.get(space).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{find, more_pages};

    fn key(object: &str) -> Option<String> {
        find(object.as_bytes()).map(|list| {
            assert!(object.get(list.start..).unwrap_or_default().starts_with('['), "{object}");
            format!("{}{}", "{".repeat(list.depth), list.key)
        })
    }

    #[test]
    fn the_list_of_an_answer_is_found() {
        for (object, expected) in [
            (r#"{"data":[{"slug":"x"}]}"#, "{data"),
            (r#"{ "count" : 2, "ok": true, "results" : [ {} ] }"#, "{results"),
            (r#"{"a\"[{":"]}","data":[{}"#, "{data"),
            (r#"{"result":{"data":{"items":[{"id":1}]}}}"#, "{{{result.data.items"),
            (r#"{"errors":[{"id":1}],"rows":[{"auth_object":{}}]}"#, "{rows"),
            (r#"{"tags":["a"],"empty":[],"rows":[{"slug":"x"},{"slug":"y"}],"more":[{}]}"#, "{rows"),
        ] {
            assert_eq!(key(object).as_deref(), Some(expected), "{object}");
        }
    }

    #[test]
    fn a_row_has_no_list() {
        for object in [
            r#"{"slug":"x","list":[{}]}"#,
            r#"{"list":[{}],"auth_object":{}}"#,
            r#"{"list":[{}],"linkedAccountId":"a"}"#,
            r#"{"data":[1,{}]}"#,
            r#"{"data":[]}"#,
            r#"{"data":[[{}]]}"#,
            r#"{"a":{"b":{"c":{"d":[{}]}}}}"#,
            "{",
            "{}",
            "",
        ] {
            assert_eq!(key(object), None, "{object}");
        }
    }

    #[test]
    fn more_pages_are_noticed() {
        for (object, expected) in [
            (r#"{"data":[{}],"page_info":{"count":2}}"#, Some("page_info")),
            (r#"{"data":[{}],"pageInfo":{"hasNextPage":true}}"#, Some("hasNextPage")),
            (r#"{"data":[{}],"pageInfo":{"hasNextPage":false}}"#, None),
            (r#"{"next":"https://fake.example/2","results":[{}]}"#, Some("next")),
            (r#"{"next":null,"previous":"x","results":[{}]}"#, None),
            (r#"{"has_more":false,"next_cursor":"fake"}"#, Some("next_cursor")),
            (r#","response_metadata":{"next_cursor":""}}"#, None),
            (r#"{"data":[{"next":"x"}],"total":2}"#, None),
        ] {
            assert_eq!(more_pages(object.as_bytes()).as_deref(), expected, "{object}");
        }
    }
}
