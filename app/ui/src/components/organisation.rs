//! The field of a person's organisation.

use leptos::prelude::*;
use model::Organisation;

use super::{Choice, Field};
use crate::text::t;

/// An input that suggests the network's organisations and takes every other name.
#[component]
pub fn OrganisationField(
    known: Vec<Organisation>,
    /// The typed name.
    name: String,
) -> impl IntoView {
    let hint = if known.is_empty() {
        String::new()
    } else {
        t!("register-organisation.hint")
    };
    let suggestions = known.iter().map(suggestion).collect();
    view! {
        <Field
            name="organisation"
            label=t!("register-organisation")
            value=name
            autocomplete="organization"
            hint
            suggestions
        />
    }
}

/// The label contains both names, because some browsers look for the typed letters in it alone.
fn suggestion(organisation: &Organisation) -> Choice {
    let (short, name) = (
        organisation.short_name.to_string(),
        organisation.name.to_string(),
    );
    if short == name {
        return Choice::new(short, name);
    }
    let label = format!("{short} – {name}");
    Choice::new(short, label)
}
