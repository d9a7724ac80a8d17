//! Title case: the default label of a field and the default name of an app, so that schemas need not state them.

/// Words written in capitals.
const INITIALISMS: [&str; 9] = ["api", "crm", "id", "jdbc", "pem", "rest", "ssl", "uri", "url"];

/// `api_key` → `API Key`: splits at `_`; API, CRM, ID, JDBC, PEM, REST, SSL, URI and URL are written in capitals, any
/// other word with a capital first letter (ASCII only).
pub fn title_case(name: &str) -> String {
    let mut title = String::with_capacity(name.len());
    for word in name.split('_') {
        if !title.is_empty() {
            title.push(' ');
        }
        let start = title.len();
        title.push_str(word);
        let end = if INITIALISMS.contains(&word) { title.len() } else { start + 1 };
        if let Some(capitals) = title.get_mut(start..end) {
            capitals.make_ascii_uppercase();
        }
    }
    title
}
