//! The label of a field: its name in title case, unless the schema has another one.

use std::borrow::Cow;

use super::Field;
use super::title::title_case;

impl Field {
    /// Returns the label on a form.
    pub fn label(&self) -> Cow<'static, str> {
        match self.label {
            Some(label) => Cow::Borrowed(label),
            None => Cow::Owned(title_case(self.name)),
        }
    }
}
