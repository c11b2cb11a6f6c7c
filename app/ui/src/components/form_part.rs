//! A part of a long form that folds away.

use leptos::prelude::*;

use super::form_context::FormContext;
use crate::text::t;

/// Fields under a heading. Folded, the part shows its values in a line; it is open if one of its fields has a fault.
#[component]
pub fn FormPart(
    #[prop(into)] title: String,
    /// The values, as they were when the page was rendered.
    #[prop(into)]
    summary: String,
    /// Whether the part begins open.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    let form = FormContext::current();
    let first = form.count_fields();
    let fields = children();
    let open = open || form.has_fault_from(first);
    view! {
        <details class="part" open=open>
            <summary>
                <h2>{title}</h2>
                <span class="values">{summary}</span>
                // The form island marks the part, because the line above is no longer true.
                <span class="edited">{t!("form-part-edited")}</span>
            </summary>
            <div class="fields">{fields}</div>
        </details>
    }
}

/// The buttons of a long form. They stay at the bottom of the window while the form is on it.
#[component]
pub fn SaveBar(children: Children) -> impl IntoView {
    view! { <div class="savebar">{children()}</div> }
}
