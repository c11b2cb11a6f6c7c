//! The way of a form: `POST /do/<name>?at=<page>`.
//!
//! The body is read once ([`SubmittedBody`]), parsed once into the form of the action at that path
//! ([`FormAction`]), and handed to it. The action answers with a [`SeeOther`], or it refuses with an
//! [`AppError`](crate::error::AppError). After a refusal the page the form stands on (`at`) is rendered again
//! with the parsed form ([`resubmitted`]), the faults beside the fields, and the status of the error.
//! The form island takes the faults from that same page.

mod action;
mod answers;
mod body;
mod encoding;
mod refused;
mod see_other;
mod submission_guard;

pub use action::{FormAction, FormRoute, Refusal, form_actions};
pub use answers::AnswersForm;
pub use body::{SubmittedBody, Upload};
pub use encoding::parse_form;
pub use refused::{RefusedForm, refused, resubmitted};
pub use see_other::{SeeOther, is_local};
pub use submission_guard::{FORM_TOKEN, SubmissionGuard};
