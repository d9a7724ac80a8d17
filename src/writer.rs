//! Writes JSON text. serde_json would do, but every page would load it: 2 kB more with Brotli.

/// JSON text in the making. Commas come by themselves; the caller closes what it opens.
#[derive(Default)]
pub(crate) struct Json(String);

impl Json {
    /// Opens an object or an array, or closes it.
    #[inline(never)]
    pub fn bracket(&mut self, bracket: char) -> &mut Self {
        if matches!(bracket, '{' | '[') {
            self.comma();
        }
        self.0.push(bracket);
        self
    }

    /// A member's key; its value comes next.
    #[inline(never)]
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.text(key).0.push(':');
        self
    }

    pub fn text(&mut self, text: &str) -> &mut Self {
        self.comma();
        self.0.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F)) {
            let (before, after) = rest.split_at_checked(at).unwrap_or_default();
            self.0.push_str(before);
            self.escape(after.bytes().next().unwrap_or_default());
            rest = after.get(1..).unwrap_or_default();
        }
        self.0.push_str(rest);
        self.0.push('"');
        self
    }

    /// A character that may not stand for itself, as serde_json escapes it.
    fn escape(&mut self, byte: u8) {
        let short = match byte {
            0x08 => 'b',
            b'\t' => 't',
            b'\n' => 'n',
            0x0C => 'f',
            b'\r' => 'r',
            b'"' | b'\\' => char::from(byte),
            _ => {
                self.0.push_str(if byte < 0x10 { "\\u000" } else { "\\u001" });
                self.0.push(char::from_digit(u32::from(byte) & 15, 16).unwrap_or('0'));
                return;
            }
        };
        self.0.push('\\');
        self.0.push(short);
    }

    #[cfg(any(test, target_arch = "wasm32"))]
    pub fn number(&mut self, number: u64) -> &mut Self {
        self.comma();
        self.0.push_str(&number.to_string());
        self
    }

    #[inline(never)]
    pub fn flag(&mut self, flag: bool) -> &mut Self {
        self.comma();
        self.0.push_str(if flag { "true" } else { "false" });
        self
    }

    /// A member whose value is a text.
    #[inline(never)]
    pub fn member(&mut self, key: &str, text: &str) -> &mut Self {
        self.key(key).text(text)
    }

    /// A member whose value is a text, where there is one.
    #[cfg(any(test, target_arch = "wasm32"))]
    #[inline(never)]
    pub fn optional(&mut self, key: &str, text: Option<&str>) -> &mut Self {
        if let Some(text) = text {
            self.member(key, text);
        }
        self
    }

    /// A member that is there only if it is true.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub fn truth(&mut self, key: &str, flag: bool) -> &mut Self {
        if flag {
            self.key(key).flag(true);
        }
        self
    }

    /// A member that holds texts.
    pub fn texts<'a>(&mut self, key: &str, texts: impl Iterator<Item = &'a str>) -> &mut Self {
        self.key(key).bracket('[');
        for text in texts {
            self.text(text);
        }
        self.bracket(']')
    }

    pub fn done(self) -> String {
        self.0
    }

    fn comma(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Json;

    #[test]
    fn writes_json() {
        let mut json = Json::default();
        json.bracket('{').key("a").bracket('[').text("{").text("[").bracket(']').key("b").flag(true);
        json.texts("c", [":", "\"\\\n\u{1f}ä"].into_iter()).key("d").bracket('{').bracket('}').bracket('}');
        let text = json.done();
        assert_eq!(text, "{\"a\":[\"{\",\"[\"],\"b\":true,\"c\":[\":\",\"\\\"\\\\\\n\\u001fä\"],\"d\":{}}");
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    }
}
