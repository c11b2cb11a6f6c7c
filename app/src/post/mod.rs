//! What happens when a form is sent: `POST /do/<name>?at=<page>`.
//!
//! The server function of that name answers with a [`SeeOther`], or it refuses with a
//! [`Told`](crate::Told). After a refusal the page the form stands on (`at`) is shown again with
//! everything that was typed, what is wrong beside the fields, and the status of the refusal; the
//! form island takes from that same page what it shows.

mod form;
mod handler;
mod once;
mod see_other;
mod upload;

pub(crate) use form::{PostedBy, read};
pub(crate) use handler::{post, reload};
pub(crate) use once::{Once, SHOWN};

pub use form::Posted;
pub use see_other::SeeOther;
pub use upload::{show_all_instead, show_instead, uploads};
