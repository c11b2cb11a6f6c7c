//! Hidden fields.

use leptos::prelude::*;

use super::form_context::FormContext;
use crate::{error::AppError, forms::FORM_TOKEN, text::t, visit::visit};

/// A value that is sent with the form.
#[component]
pub fn Hidden(#[prop(into)] name: String, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}

/// Identifies this rendering of a form, so that a second click on its button has no second effect
/// ([`crate::forms::SubmissionGuard`]).
#[component]
pub(super) fn FormToken() -> impl IntoView {
    view! { <Hidden name=FORM_TOKEN value=visit().request.clone()/> }
}

/// The revision of the resource that the form changes, as `revision`.
///
/// After a refusal it stays the revision that the person began with; otherwise a change that somebody else
/// saved meanwhile would be overwritten unseen. After a conflict it is the current one: the page has
/// shown what changed.
#[component]
pub fn Revision(
    /// The stored revision.
    current: i64,
) -> impl IntoView {
    version("revision", current.to_string())
}

/// The stored values that the form was made from, as `seen`: in place of [`Revision`] where a resource has none.
#[component]
pub fn Seen(
    /// The stored values; empty if the resource is gone.
    #[prop(into)]
    current: String,
) -> impl IntoView {
    version("seen", current)
}

fn version(name: &'static str, current: String) -> impl IntoView {
    let sent = FormContext::current()
        .refused
        .filter(|refused| !matches!(refused.error, AppError::Conflict(_)))
        .and_then(|refused| refused.sent(name));
    let value = sent.unwrap_or(current);
    view! { <input type="hidden" name=name value=value data-follows/> }
}

/// The name of the [`Honeypot`] field.
pub const HONEYPOT: &str = "nothing";

/// A field that people neither see nor reach, and that bots fill in. Browsers do not autofill it: its
/// name and label are not those of an address. The label tells people without a style sheet to leave it empty.
/// An action that finds it filled answers as usual, and does nothing.
#[component]
pub fn Honeypot() -> impl IntoView {
    view! {
        <div class="honeypot" aria-hidden="true">
            <label for="f-nothing">{t!("form-honeypot")}</label>
            <input id="f-nothing" type="text" name=HONEYPOT tabindex="-1" autocomplete="off"/>
        </div>
    }
}
