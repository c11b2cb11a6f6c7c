//! What comes back after a form was refused: what was typed, and why it was refused.

use std::sync::Arc;

use http::Uri;
use leptos::prelude::use_context;

use crate::{
    error::AppError,
    post::{PostedBy, read},
};

/// A form that was refused. In the context of the page that shows it again.
#[derive(Debug, Clone)]
pub struct RefusedForm {
    /// The path it was sent to.
    pub action: String,
    /// What tells it from other forms on the page that are sent to the same place ([`crate::components::Form`]'s `id`).
    pub form: String,
    /// What was typed, as it was sent.
    pub body: String,
    /// Why.
    pub error: AppError,
}

impl RefusedForm {
    /// What was sent in one field.
    pub fn sent(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.body.as_bytes())
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.into_owned())
    }

    pub(crate) fn query(uri: &Uri, name: &str) -> Option<String> {
        form_urlencoded::parse(uri.query()?.as_bytes())
            .find(|(found, _)| found == name)
            .map(|(_, value)| value.into_owned())
    }
}

/// The refusal this page answers, if it answers one.
pub fn refused() -> Option<Arc<RefusedForm>> {
    use_context::<Arc<RefusedForm>>()
}

/// What was typed into the form of a server function, if it was just refused: a page shows this
/// instead of the stored values.
///
/// ```ignore
/// let form = resubmitted::<Rename>().unwrap_or_else(|| RenameForm::of(&event));
/// ```
pub fn resubmitted<S: PostedBy>() -> Option<S::Form> {
    let refused = refused()?;
    (refused.action == S::PATH).then(|| read(&refused.body))?
}
