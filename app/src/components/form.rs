//! The form every change is made with.

use std::sync::{Arc, Mutex, PoisonError, atomic::Ordering};

use leptos::{prelude::*, tachys::reactive_graph::OwnedView};

use super::{hidden::Shown, refusal::FormRefusal};
use crate::{
    error::AppError,
    forms::{RefusedForm, refused},
    islands::form::FormIsland,
    render::Rendered,
    shell::needs_script,
    text::{say_fault, t},
    visit::{language, visit},
};

/// What a form is sent with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Carries {
    #[default]
    Fields,
    /// Files as well ([`crate::forms::Upload`]).
    Files,
}

/// Who sends a form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SentBy {
    /// The form island, where there is a script: a refusal leaves the page as it is.
    #[default]
    Island,
    /// The browser, always: for a form whose page shows more after it was sent than what is wrong.
    Browser,
}

/// A form that is sent to a form action: `<Form to=Rename::PATH> … </Form>`.
///
/// After a refusal it says at its top what is wrong, with links to the fields, and each field says it
/// once more. Without a script the page comes back; with one, the form stays as it is and only shows
/// the refusal.
#[component]
pub fn Form(
    /// The action's path.
    to: &'static str,
    /// Tells it from other forms on the page that are sent to the same place.
    #[prop(optional, into)]
    id: String,
    #[prop(optional)] carries: Carries,
    #[prop(optional)] sent_by: SentBy,
    children: Children,
) -> impl IntoView {
    let form = FormContext::new(to, &id);
    let owner = Owner::new();
    let fields = owner.with(|| {
        provide_context(form.clone());
        children()
    });
    let fields = OwnedView::new_with_owner(fields, owner);
    let enctype = (carries == Carries::Files).then_some("multipart/form-data");
    let action = action(to, &id);
    let form = view! {
        <form
            class="form"
            method="post"
            action=action
            enctype=enctype
            // One voice says what is wrong: the server's, in the person's language.
            novalidate
            data-trouble=t!("form-trouble")
        >
            <Shown/>
            <FormRefusal form/>
            {fields}
        </form>
    };
    match sent_by {
        SentBy::Island => {
            needs_script();
            view! { <FormIsland>{form}</FormIsland> }.into_any()
        }
        SentBy::Browser => form.into_any(),
    }
}

/// The address a form is sent to: it names the page to show again.
pub(super) fn action(to: &str, id: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("at", &visit().path);
    if !id.is_empty() {
        query.append_pair("form", id);
    }
    format!("{to}?{}", query.finish())
}

/// What the summary of the form around it calls a field whose own label is too short for that, or a value
/// that is no field. Said before the field.
pub fn call_in_summary(name: &str, label: &str) {
    FormContext::here().introduce(name, label);
}

/// What the fields of a form know about it.
#[derive(Debug, Clone, Default)]
pub(super) struct FormContext {
    id: String,
    pub refused: Option<Arc<RefusedForm>>,
    fields: Arc<Mutex<Vec<Known>>>,
}

#[derive(Debug, Clone)]
struct Known {
    name: String,
    label: String,
}

impl FormContext {
    fn new(to: &str, id: &str) -> Self {
        let refused = refused().filter(|refused| refused.action == to && refused.id == id);
        if refused.is_some() {
            expect_context::<Arc<Rendered>>()
                .refusal_is_shown
                .store(true, Ordering::Relaxed);
        }
        Self {
            id: id.to_owned(),
            refused,
            fields: Arc::default(),
        }
    }

    /// The form that a field stands in.
    pub fn here() -> Self {
        use_context().unwrap_or_default()
    }

    /// The element id of a field: `contingents[0][seats]` becomes `f-contingents-0-seats`.
    pub fn element_id(&self, name: &str) -> String {
        let mut id = String::from("f-");
        if !self.id.is_empty() {
            id.push_str(&self.id);
            id.push('-');
        }
        let words = name.split(['[', ']']).filter(|word| !word.is_empty());
        id.push_str(&words.collect::<Vec<_>>().join("-"));
        id
    }

    /// Makes a field known to the summary of what is wrong; what it is called first counts. Returns its
    /// element id.
    pub fn introduce(&self, name: &str, label: &str) -> String {
        let mut fields = self.fields.lock().unwrap_or_else(PoisonError::into_inner);
        fields.push(Known {
            name: name.to_owned(),
            label: label.to_owned(),
        });
        self.element_id(name)
    }

    /// What the form calls a field; `None` if it has no such field.
    pub fn label_of(&self, name: &str) -> Option<String> {
        let fields = self.fields.lock().unwrap_or_else(PoisonError::into_inner);
        let known = fields.iter().find(|known| known.name == name)?;
        Some(known.label.clone())
    }

    /// What is wrong with a field.
    pub fn fault_of(&self, name: &str) -> Option<String> {
        let AppError::Invalid(faults) = &self.refused.as_ref()?.error else {
            return None;
        };
        let (_, fault) = faults.iter().find(|(field, _)| *field == name)?;
        Some(say_fault(language(), fault))
    }
}

#[cfg(test)]
mod tests {
    use super::FormContext;

    #[test]
    fn names_with_brackets_become_element_ids() {
        let mut form = FormContext::default();
        assert_eq!(
            form.element_id("contingents[0][seats]"),
            "f-contingents-0-seats"
        );
        assert_eq!(form.element_id("topics[]"), "f-topics");
        form.id = "row-7".into();
        assert_eq!(form.element_id("title"), "f-row-7-title");
    }
}
