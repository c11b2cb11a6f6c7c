//! The switch to the other language.

use leptos::prelude::*;
use model::Language;

use super::{PostButton, form::MAIN_FORM_ID};
use crate::{
    page_properties::{MainForm, page_properties},
    paths::CHOOSE_LANGUAGE,
    text::Named,
    visit::visit,
};

/// A button for each other language, named in that language. It returns to the same page. On a page with a form it
/// sends the form along, which comes back as it was filled in.
#[component]
pub fn LanguageSwitch(#[prop(default = "link")] class: &'static str) -> impl IntoView {
    let visit = visit();
    let form = page_properties().main_form().cloned();
    // The Enter key in a field clicks the first button of the form. This one sends it.
    let default = form.is_some().then(|| {
        view! { <button class="unseen" form=MAIN_FORM_ID tabindex="-1" aria-hidden="true"></button> }
    });
    let switches = Language::ALL
        .iter()
        .filter(|language| **language != visit.language)
        .map(|language| match &form {
            Some(form) => view! {
                <button
                    class=class
                    lang=language.tag()
                    form=MAIN_FORM_ID
                    formaction=with_form(*language, form, &visit.path)
                    data-reload
                >
                    {language.name()}
                </button>
            }
            .into_any(),
            None => view! {
                <PostButton
                    to=CHOOSE_LANGUAGE
                    label=language.name()
                    lang=language.tag()
                    fields=vec![("language", language.to_string()), ("back", visit.path.clone())]
                    class=class
                    shareable=true
                />
            }
            .into_any(),
        })
        .collect_view();
    view! { {default} {switches} }
}

/// The address that the page's form is sent to. What the switch itself needs is in its query, because the fields are
/// those of the form.
fn with_form(language: Language, form: &MainForm, at: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("language", &language.to_string())
        .append_pair("keep", form.action)
        .append_pair("form", &form.id)
        .append_pair("at", at)
        .finish();
    format!("{CHOOSE_LANGUAGE}?{query}")
}
