//! A button that does something at once.

use leptos::prelude::*;

use super::{form::action, hidden::Shown};

/// A button with a form of its own around it. A refusal is shown at the top of the page.
#[component]
pub fn PostButton(
    /// The server function's path.
    to: &'static str,
    #[prop(into)] label: String,
    /// What is sent: names and values.
    #[prop(optional)]
    fields: Vec<(&'static str, String)>,
    #[prop(default = "button")] class: &'static str,
    /// The language of the label, if it is not the page's.
    #[prop(optional, into)]
    lang: Option<&'static str>,
    /// Whether the page is the same for everybody, so that nothing on it may differ.
    #[prop(optional)]
    anywhere: bool,
    /// What the label leaves open where many such buttons stand, as the name of whom it is about.
    #[prop(optional, into)]
    about: String,
) -> impl IntoView {
    let fields = fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view();
    let shown = (!anywhere).then(|| view! { <Shown/> });
    let about = (!about.is_empty()).then(|| view! { <span class="unseen">" "{about}</span> });
    view! {
        <form class="inline" method="post" action=action(to, "")>
            {shown}
            {fields}
            <button class=class lang=lang>{label}{about}</button>
        </form>
    }
}
