//! The switch to the other language.

use leptos::prelude::*;
use model::Language;

use super::PostButton;
use crate::{paths::CHOOSE_LANGUAGE, text::Named, visit::visit};

/// A button for each other language, named in that language. It returns to the same page.
#[component]
pub fn LanguageSwitch(#[prop(default = "link")] class: &'static str) -> impl IntoView {
    let visit = visit();
    Language::ALL
        .iter()
        .filter(|language| **language != visit.language)
        .map(|language| {
            view! {
                <PostButton
                    to=CHOOSE_LANGUAGE
                    label=language.name()
                    lang=language.tag()
                    fields=vec![("language", language.to_string()), ("back", visit.path.clone())]
                    class=class
                    shareable=true
                />
            }
        })
        .collect_view()
}
