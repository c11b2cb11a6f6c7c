//! The head of a page.

use leptos::prelude::*;

/// A fact about the subject of a page.
pub type Fact = AnyView;

/// The head of a page: kind, title, state, the most important facts.
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    /// The language of the title, if it is not the page's.
    #[prop(optional, into)]
    lang: Option<&'static str>,
    /// The kind of subject, in a word or two, above the title.
    #[prop(optional, into)]
    kind: String,
    /// The language of the kind, if it is not the page's.
    #[prop(optional, into)]
    kind_lang: Option<&'static str>,
    /// The state, as a [`super::Tag`].
    #[prop(optional_no_strip, into)]
    state: Option<AnyView>,
    #[prop(optional)] facts: Vec<Fact>,
    /// Buttons of actions on the whole subject.
    #[prop(optional_no_strip, into)]
    actions: Option<AnyView>,
) -> impl IntoView {
    let has_kind = !kind.is_empty();
    let has_line = has_kind || state.is_some();
    let kind = has_kind.then(|| view! { <span lang=kind_lang>{kind}</span>" " });
    let kind = has_line.then(|| view! { <p class="kind">{kind}{state}</p> });
    let facts = (!facts.is_empty()).then(|| {
        let facts = facts.into_iter().map(|fact| view! { <li>{fact}</li> });
        view! { <ul class="facts">{facts.collect_view()}</ul> }
    });
    view! {
        <header class="head">
            <div>
                {kind}
                <h1 lang=lang>{title}</h1>
                {facts}
            </div>
            {actions.map(|actions| view! { <div class="row">{actions}</div> })}
        </header>
    }
}
