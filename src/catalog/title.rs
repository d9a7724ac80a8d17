//! The title case of a field's name. Also compiled into build.rs, so that schemas need not store what it gives.

/// Words that are written in capitals.
const INITIALISMS: [&str; 9] = ["api", "crm", "id", "jdbc", "pem", "rest", "ssl", "uri", "url"];

/// `api_key` → `API Key`: words part at `_`; the initialisms API, CRM, ID, JDBC, PEM, REST, SSL, URI and URL are
/// capitals, of any other word the first letter is (ASCII only).
pub fn title_case(name: &str) -> String {
    let mut title = String::with_capacity(name.len());
    for word in name.split('_') {
        if !title.is_empty() {
            title.push(' ');
        }
        let start = title.len();
        title.push_str(word);
        let end = if INITIALISMS.contains(&word) { title.len() } else { start + 1 };
        if let Some(letters) = title.get_mut(start..end) {
            letters.make_ascii_uppercase();
        }
    }
    title
}
