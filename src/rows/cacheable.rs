//! Decides whether the outcome of a row depends on its shape only.

use super::cache::{RowShape, ValueFields};
use crate::catalog::App;
use crate::context::Context;
use crate::hints;
use crate::request::{JsonString, Value};
use crate::resolve::Resolved;
use crate::text::redact;

/// Returns `true` if no value of an accepted row has a hint.
pub(super) fn values_have_no_hint(
    context: &Context<'_>,
    app: &'static App,
    ValueFields { auth_type, fields }: &ValueFields,
    row_shape: &RowShape,
    source: &[u8],
) -> bool {
    fields.iter().enumerate().filter_map(|(index, field)| Some((index, (*field)?))).all(|(index, field)| {
        // A value with an escape may have a hint.
        let is_hint_free = || hints::is_hint_free(field, row_shape.raw(source, index)?).then_some(());
        let has_no_hint =
            |text: &str| hints::has_no_hint_at(context.now, context.environment, app, auth_type, field, text);
        is_hint_free().is_some() || row_shape.value(source, index).is_some_and(|text| has_no_hint(&text.decode()))
    })
}

/// Returns the field of each value that is cut out, if a row with the same shape has no hints unless one of these values
/// has one.
pub(super) fn fields(row: &[u8], resolved: &Resolved<'_, '_>, starts: &[usize]) -> Option<ValueFields> {
    if account_key(resolved).is_some() {
        return None;
    }
    let auth_type = resolved.auth_type?;
    let mut fields = vec![None; starts.len()];
    let mut present = 0;
    for entry in resolved.entries {
        // A request inside the auth_object is not a string.
        let Value::String(text) = entry.value else { return None };
        let start = (text.raw().as_ptr() as usize).wrapping_sub(row.as_ptr() as usize);
        let index = resolved.field_of(entry)?;
        present |= 1 << index;
        *fields.get_mut(starts.iter().position(|at| *at == start)?)? = auth_type.fields.get(index).copied();
    }
    let fields = fields.into_boxed_slice();
    (!hints::may_lack_refresh_token(auth_type, present)).then_some(ValueFields { auth_type, fields })
}

/// Returns the key that probably means `linked_account_id` in a row that has none.
pub(super) fn account_key<'a>(resolved: &Resolved<'_, 'a>) -> Option<JsonString<'a>> {
    let members = resolved.members.filter(|members| matches!(members.linked_account_id, Value::Absent))?;
    members.account_key
}

/// Returns `true` if neither the slug nor a key of the request needs to be redacted.
pub(super) fn needs_no_redaction(resolved: &Resolved<'_, '_>) -> bool {
    let auth_object = resolved.members.map(|members| &members.auth_object);
    let keys = auth_object.into_iter().flat_map(|one| one.entries.as_slice().iter().chain(one.inner.as_slice()));
    resolved.slug.as_deref().is_none_or(|slug| redact::printable_slug(slug) == slug)
        && keys.into_iter().all(|entry| redact::is_unchanged(&entry.key.decode()))
}
