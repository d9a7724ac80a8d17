//! The label of a field: its name in title case, unless the schema has another one.

use std::borrow::Cow;

use super::Field;
use super::title::title_case;

impl Field {
    /// Returns the label on a form.
    ///
    /// ```
    /// use auth_object::Catalog;
    ///
    /// let app = Catalog::default().find("netsuite").ok_or("no such app")?;
    /// let keybased = app.auth_type("keybased").ok_or("no such auth type")?;
    /// assert_eq!(keybased.fields[0].label(), "Account Id");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn label(&self) -> Cow<'static, str> {
        match self.label {
            Some(label) => Cow::Borrowed(label),
            None => Cow::Owned(title_case(self.name)),
        }
    }
}
