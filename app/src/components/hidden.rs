//! Fields that nobody sees.

use leptos::prelude::*;

use super::form::FormContext;
use crate::{error::AppError, forms::FORM_TOKEN, text::t, visit::visit};

/// A value that goes with the form.
#[component]
pub fn Hidden(#[prop(into)] name: String, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}

/// Tells this showing of a form from the next, so that a second click does nothing twice.
#[component]
pub(super) fn Shown() -> impl IntoView {
    view! { <Hidden name=FORM_TOKEN value=visit().request.clone()/> }
}

/// The revision of what is edited, as `revision`: a change names the one it was made from.
///
/// After a refusal for another reason it stays the one the person began with; what somebody else
/// changed in between would otherwise be overwritten unseen. After a conflict the person has been told
/// and may go on from the present one.
#[component]
pub fn Revision(
    /// The stored one.
    current: i64,
) -> impl IntoView {
    followed("revision", current.to_string())
}

/// What is edited, as it was when the form was made, as `seen`: where a thing has no revision, a change
/// is told apart from another one by what it was made from. Follows as [`Revision`] does.
#[component]
pub fn Seen(
    /// The stored one; empty where there is none any more.
    #[prop(into)]
    current: String,
) -> impl IntoView {
    followed("seen", current)
}

fn followed(name: &'static str, current: String) -> impl IntoView {
    let begun_with = FormContext::here()
        .refused
        .filter(|refused| !matches!(refused.error, AppError::Conflict(_)))
        .and_then(|refused| refused.sent(name));
    let value = begun_with.unwrap_or(current);
    view! { <input type="hidden" name=name value=value data-follows/> }
}

/// The name of the field that only machines fill in ([`Honeypot`]).
pub const HONEYPOT: &str = "nothing";

/// A field that people neither see nor reach, and that machines fill in. Its name and label are nothing
/// that a browser fills in from an address book; without the style sheet its label is read. A server function that finds
/// something in it answers as if all were well, and does nothing.
#[component]
pub fn Honeypot() -> impl IntoView {
    view! {
        <div class="honeypot" aria-hidden="true">
            <label for="f-nothing">{t!("form-honeypot")}</label>
            <input id="f-nothing" type="text" name=HONEYPOT tabindex="-1" autocomplete="off"/>
        </div>
    }
}
