//! A refused form, for the page that shows it again.

use std::sync::Arc;

use leptos::prelude::use_context;

use super::{FormAction, ParsedForm};
use crate::{error::AppError, visit::query};

/// A form that was refused. In the context of the page that shows it again.
#[derive(Debug, Clone)]
pub struct RefusedForm {
    /// The path it was sent to.
    pub action: &'static str,
    /// The `id` of the [`crate::components::Form`], if the page has several with the same path. Otherwise empty.
    pub id: String,
    /// The form, as the action left it.
    pub form: Option<ParsedForm>,
    /// Why it was refused.
    pub error: AppError,
}

/// The refused form that this page answers, if any.
pub fn refused() -> Option<Arc<RefusedForm>> {
    use_context::<Arc<RefusedForm>>()
}

/// What the form before this page did, as its address says (`?done=`). Nothing while the page answers a refused form: the
/// address is then that of an earlier result.
pub fn last_result() -> Option<String> {
    query("done").filter(|_| refused().is_none())
}

/// The form of an action that was just refused. A page shows it instead of the stored values.
///
/// ```ignore
/// let form = resubmitted::<Rename>().unwrap_or_else(|| RenameForm::of(&network));
/// ```
pub fn resubmitted<A: FormAction>() -> Option<A::Form> {
    let refused = refused()?;
    if refused.action != A::PATH {
        return None;
    }
    refused.form.as_ref()?.downcast_ref().cloned()
}
