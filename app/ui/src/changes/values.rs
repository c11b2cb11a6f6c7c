//! Values of a change, as texts.

use model::Changed;

use crate::{
    error::ShownChange,
    text::{Named, t},
};

impl ShownChange {
    /// An empty value is shown as a dash.
    pub fn new(field: impl Into<String>, values: Changed<String>) -> Self {
        let shown = |value: &String| match value.as_str() {
            "" => t!("form-changes-nothing"),
            value => value.to_owned(),
        };
        let Changed { before, after } = values.map(shown);
        Self {
            field: field.into(),
            before,
            after,
        }
    }
}

pub(super) fn texts(change: &Changed<impl ToString>) -> Changed<String> {
    change.map(ToString::to_string)
}

/// Empty for a value that is not set.
pub(super) fn optional_texts(change: &Changed<Option<impl ToString>>) -> Changed<String> {
    change.map(|value| {
        let value = value.as_ref();
        value.map(ToString::to_string).unwrap_or_default()
    })
}

pub(super) fn names(change: &Changed<impl Named>) -> Changed<String> {
    change.map(|value| value.name())
}
