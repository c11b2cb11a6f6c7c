//! A text to copy.

use leptos::prelude::*;

use crate::{page_properties::require_small_script, text::t};

/// A read-only field with a text, and a button that copies it. Without JavaScript there is the field alone.
#[component]
pub fn CopyField(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(into)] value: String,
    /// The label of the button.
    #[prop(into)]
    action: String,
) -> impl IntoView {
    require_small_script(include_str!("copy.js"));
    view! {
        <div class="field copy">
            <label for=id.clone()>{label}</label>
            <div>
                <input id=id.clone() readonly value=value/>
                <button type="button" class="button" hidden data-copies=id data-done=t!("copied")>{action}</button>
                <span role="status" class="small soft"></span>
            </div>
        </div>
    }
}
