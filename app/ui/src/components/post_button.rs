//! A button that submits a form of its own.

use leptos::prelude::*;

use super::{form_context::action_url, hidden::FormToken};

/// A button in a form of its own. The page shows a refusal at its top.
#[component]
pub fn PostButton(
    /// The action's path.
    to: &'static str,
    #[prop(into)] label: String,
    /// Names and values of hidden fields.
    #[prop(optional)]
    fields: Vec<(&'static str, String)>,
    #[prop(default = "button")] class: &'static str,
    /// The language of the label, if it is not the page's.
    #[prop(optional, into)]
    lang: Option<&'static str>,
    /// For a page that is shared by caches: renders no token, so a second click is a second submission.
    #[prop(optional)]
    shareable: bool,
    /// Suffix of the accessible name, for lists of equal buttons.
    #[prop(optional, into)]
    about: String,
) -> impl IntoView {
    let fields = fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view();
    let token = (!shareable).then(|| view! { <FormToken/> });
    let about = (!about.is_empty()).then(|| view! { <span class="unseen">" "{about}</span> });
    view! {
        <form class="inline" method="post" action=action_url(to, "")>
            {token}
            {fields}
            <button class=class lang=lang>{label}{about}</button>
        </form>
    }
}
