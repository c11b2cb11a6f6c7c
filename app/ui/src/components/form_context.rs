//! The form that a field stands in.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use crate::{
    error::AppError,
    forms::{RefusedForm, refused},
    page_properties::page_properties,
    text::fault_text,
    visit::{language, visit},
};

/// The URL a form is sent to. It names the page that shows the form again.
pub(super) fn action_url(to: &str, id: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("at", &visit().path);
    if !id.is_empty() {
        query.append_pair("form", id);
    }
    format!("{to}?{}", query.finish())
}

/// Sets the name of a field in the form's summary of faults: for a label that is too short there, or for a value
/// without a field. Call it before the field is rendered.
pub fn set_summary_label(name: &str, label: &str) {
    FormContext::current().register_field(name, label);
}

/// A form, as its fields see it; in their context.
#[derive(Debug, Clone, Default)]
pub(super) struct FormContext {
    id: String,
    pub refused: Option<Arc<RefusedForm>>,
    fields: Arc<Mutex<Vec<RegisteredField>>>,
}

#[derive(Debug, Clone)]
struct RegisteredField {
    name: String,
    label: String,
}

impl FormContext {
    pub fn new(to: &str, id: &str) -> Self {
        let refused = refused().filter(|refused| refused.action == to && refused.id == id);
        if refused.is_some() {
            page_properties().set_refusal_shown();
        }
        Self {
            id: id.to_owned(),
            refused,
            fields: Arc::default(),
        }
    }

    /// The form that is being rendered.
    pub fn current() -> Self {
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

    /// Registers a field for the summary of faults and returns its element id. The first label of a name counts.
    pub fn register_field(&self, name: &str, label: &str) -> String {
        let mut fields = self.fields.lock().unwrap_or_else(PoisonError::into_inner);
        fields.push(RegisteredField {
            name: name.to_owned(),
            label: label.to_owned(),
        });
        self.element_id(name)
    }

    /// The label of a field; `None` if the form has no such field.
    pub fn label_of(&self, name: &str) -> Option<String> {
        let fields = self.fields.lock().unwrap_or_else(PoisonError::into_inner);
        let field = fields.iter().find(|field| field.name == name)?;
        Some(field.label.clone())
    }

    /// How many fields have been rendered.
    pub fn count_fields(&self) -> usize {
        let fields = self.fields.lock().unwrap_or_else(PoisonError::into_inner);
        fields.len()
    }

    /// Whether a field that was rendered after the first `count` has a fault.
    pub fn has_fault_from(&self, count: usize) -> bool {
        let fields = self.fields.lock().unwrap_or_else(PoisonError::into_inner);
        let mut fields = fields.iter().skip(count);
        fields.any(|field| self.fault_of(&field.name).is_some())
    }

    /// The fault of a field, as a sentence.
    pub fn fault_of(&self, name: &str) -> Option<String> {
        let AppError::Invalid(faults) = &self.refused.as_ref()?.error else {
            return None;
        };
        let (_, fault) = faults.iter().find(|(field, _)| *field == name)?;
        Some(fault_text(language(), fault))
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
