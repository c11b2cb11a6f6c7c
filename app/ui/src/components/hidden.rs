//! Hidden fields.

use leptos::prelude::*;

use super::form_context::FormContext;
use crate::{error::AppError, forms::FORM_TOKEN, text::t, visit::visit};

/// A value that is sent with the form.
#[component]
pub fn Hidden(#[prop(into)] name: String, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}

/// Identifies this rendering of a form, so that a second click on its button has no second effect.
#[component]
pub(super) fn FormToken() -> impl IntoView {
    view! { <Hidden name=FORM_TOKEN value=visit().request.clone()/> }
}

/// The revision of the resource that the form changes, as `revision`.
///
/// After a refusal it stays the revision that the person began with; otherwise a change that somebody else
/// saved meanwhile would be overwritten unseen. After a conflict it is the current one: the page has
/// shown the changes.
#[component]
pub fn Revision(
    /// The stored revision.
    current: i64,
    /// The revision in the resubmitted form; empty if there is none.
    sent: String,
) -> impl IntoView {
    version("revision", current.to_string(), sent)
}

/// The stored values that the form was rendered from, as `seen`. For resources without a [`Revision`].
#[component]
pub fn Seen(
    /// The stored values; empty if the resource is gone.
    current: String,
    /// The values in the resubmitted form; empty if there is none.
    sent: String,
) -> impl IntoView {
    version("seen", current, sent)
}

fn version(name: &'static str, current: String, sent: String) -> impl IntoView {
    let conflict = FormContext::current()
        .refused
        .is_some_and(|refused| matches!(refused.error, AppError::Conflict(_)));
    let value = if conflict || sent.is_empty() {
        current
    } else {
        sent
    };
    view! { <input type="hidden" name=name value=value data-follows/> }
}

/// The name of the [`Honeypot`] field.
pub const HONEYPOT: &str = "nothing";

/// A field that people neither see nor reach, and that bots fill in. Browsers do not autofill it: its
/// name and label are not those of an address. The label tells people without a style sheet to leave it empty.
/// If it is filled in, the action responds as usual and does nothing.
#[component]
pub fn Honeypot() -> impl IntoView {
    view! {
        <div class="honeypot" aria-hidden="true">
            <label for="f-nothing">{t!("form-honeypot")}</label>
            <input id="f-nothing" type="text" name=HONEYPOT tabindex="-1" autocomplete="off"/>
        </div>
    }
}
