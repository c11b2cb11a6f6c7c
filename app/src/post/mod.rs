//! What happens when a form is sent: `POST /do/<name>?at=<page>`.
//!
//! The server function of that name answers with a [`SeeOther`], or it refuses with a
//! [`AppError`](crate::AppError). After a refusal the page the form stands on (`at`) is shown again with
//! everything that was typed, what is wrong beside the fields, and the status of the refusal; the
//! form island takes from that same page what it shows.

mod form;
mod handler;
mod see_other;
mod submission_guard;
mod upload;

pub(crate) use form::{PostedBy, read};
pub(crate) use handler::{post, reload};
pub(crate) use submission_guard::{FORM_TOKEN, SubmissionGuard};

pub use form::Posted;
pub use see_other::SeeOther;
pub use upload::{override_field, override_form, uploads};
