//! What to do next.

use leptos::prelude::*;

use crate::text::t;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub title: String,
    /// Why, and what it takes. May be empty.
    pub text: String,
    /// The label and the address of its button. `None` for whoever may not do it.
    pub action: Option<(String, String)>,
}

/// What to do next: the first entry with the one primary button of the page, the others with small ones.
#[component]
pub fn NextSteps(
    steps: Vec<Step>,
    /// Shown if there are none.
    #[prop(into)]
    quiet: String,
) -> impl IntoView {
    let content = if steps.is_empty() {
        view! { <p class="quiet">{quiet}</p> }.into_any()
    } else {
        let entries = steps.into_iter().enumerate().map(entry).collect_view();
        view! { <ol>{entries}</ol> }.into_any()
    };
    view! {
        <section class="card next">
            <h2>{t!("next-steps")}</h2>
            {content}
        </section>
    }
}

fn entry((place, step): (usize, Step)) -> impl IntoView {
    let Step {
        title,
        text,
        action,
    } = step;
    let class = if place == 0 {
        "button first"
    } else {
        "button small"
    };
    view! {
        <li>
            <div>
                <h3>{title}</h3>
                {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
            </div>
            {action.map(|(label, href)| view! { <a class=class href=href>{label}</a> })}
        </li>
    }
}
