//! Form handling: `POST /do/<name>?at=<page>`.
//!
//! The handler reads the body once ([`SubmittedBody`]), parses it once into the form of the action at the path
//! ([`FormAction`]), and runs the action. The action returns a [`SeeOther`], or refuses with an
//! [`AppError`](crate::error::AppError). After a refusal the page of the form (`at`) is rendered again with the
//! parsed form ([`resubmitted`]), the faults beside the fields, and the status of the error. The form island takes
//! the faults from the same page.

mod action;
mod answers;
mod body;
mod encoding;
mod refused;
mod see_other;

pub use action::{FormAction, FormRoute, ParsedForm, Refusal, form_actions};
pub use answers::AnswersForm;
pub use body::{SubmittedBody, Upload};
pub use encoding::parse_form;
pub use refused::{RefusedForm, last_result, refused, resubmitted};
pub use see_other::{SeeOther, is_local};

/// The parameter of a page's address that names the form to show again.
pub const KEPT_FORM: &str = "kept";

/// The name of the hidden field that identifies one rendering of a form ([`crate::components::Form`]).
pub const FORM_TOKEN: &str = "shown";
