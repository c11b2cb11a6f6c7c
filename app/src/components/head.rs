//! The top of a page: where am I, what state is it in.

use leptos::prelude::*;

/// One fact about what the page shows.
pub type Fact = AnyView;

/// The top of a page: what kind of thing it is, its title, and the facts that matter most.
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    /// The language of the title, where it is not the page's.
    #[prop(optional, into)]
    lang: Option<&'static str>,
    /// What it is, in a word or two, above the title.
    #[prop(optional, into)]
    kind: String,
    /// The language of that.
    #[prop(optional, into)]
    kind_lang: Option<&'static str>,
    /// Its state, as a [`super::Tag`].
    #[prop(optional_no_strip, into)]
    state: Option<AnyView>,
    #[prop(optional)] facts: Vec<Fact>,
    /// Buttons for what can be done with all of it.
    #[prop(optional_no_strip, into)]
    actions: Option<AnyView>,
) -> impl IntoView {
    let kind = (!kind.is_empty() || state.is_some())
        .then(|| view! { <p class="kind"><span lang=kind_lang>{kind}</span>" "{state}</p> });
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
