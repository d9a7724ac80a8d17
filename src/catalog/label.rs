//! The label of a field: the name in title case, unless the schema says otherwise.

use std::borrow::Cow;

use super::Field;
use super::title::title_case;

impl Field {
    /// The label on a form.
    pub fn label(&self) -> Cow<'static, str> {
        match self.label {
            Some(label) => Cow::Borrowed(label),
            None => Cow::Owned(title_case(self.name)),
        }
    }
}
