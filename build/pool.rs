//! Everything of one kind in one array, of which the tables point at parts: equal parts are stored once, and what is
//! alike stands together, which compresses well.

/// Items in the making of a `static NAME: [TYPE; N]`.
pub struct Pool<T> {
    name: &'static str,
    item: &'static str,
    items: Vec<T>,
}

impl<T: PartialEq + Clone + ToString> Pool<T> {
    pub fn new(name: &'static str, item: &'static str) -> Self {
        Self { name, item, items: Vec::new() }
    }

    /// The expression of a part that holds these items.
    pub fn part(&mut self, items: &[T]) -> String {
        if items.is_empty() {
            return "&[]".into();
        }
        let found = self.items.windows(items.len()).position(|window| window == items);
        let at = found.unwrap_or_else(|| {
            self.items.extend_from_slice(items);
            self.items.len() - items.len()
        });
        format!("part(&{}, {at}, {})", self.name, items.len())
    }

    /// The expression of a reference to an item.
    pub fn one(&mut self, item: T) -> String {
        let at = self.items.iter().position(|known| *known == item).unwrap_or_else(|| {
            self.items.push(item);
            self.items.len() - 1
        });
        format!("&{}[{at}]", self.name)
    }

    pub fn declare(&self) -> String {
        let items: Vec<String> = self.items.iter().map(ToString::to_string).collect();
        let Self { name, item, .. } = self;
        format!("static {name}: [{item}; {}] = [\n    {},\n];\n", items.len(), items.join(",\n    "))
    }
}

/// Texts, one after another; a text that stands in another is not stored again.
pub struct Texts(String);

impl Texts {
    pub fn new(texts: &[&str]) -> Self {
        let mut all = String::new();
        for text in texts {
            let inside = |other: &&str| other.len() > text.len() && other.contains(text);
            if !all.contains(text) && !texts.iter().any(inside) {
                all.push_str(text);
            }
        }
        Self(all)
    }

    /// The expression of one of the texts.
    pub fn text(&self, text: &str) -> String {
        match self.0.find(text) {
            Some(at) if !text.is_empty() => format!("text({at}, {})", text.len()),
            _ => "\"\"".into(),
        }
    }

    pub fn declare(&self) -> String {
        format!("const TEXTS: &str = {:?};\n", self.0)
    }
}
