//! The field of a person's organisation.

use leptos::prelude::*;
use model::Organisation;

use super::{Choice, Field, Select};
use crate::text::t;

/// The value of the field `organisation` for an organisation that is not on the network's list.
pub const OTHER_ORGANISATION: &str = "other";

/// A choice of the network's organisations, and an input for another one. A network without organisations has
/// the input only.
#[component]
pub fn OrganisationChoice(
    known: Vec<Organisation>,
    /// The id of one of the network's, [`OTHER_ORGANISATION`], or empty.
    chosen: String,
    /// The name of another one.
    other: String,
) -> impl IntoView {
    if known.is_empty() {
        return view! {
            <Field
                name="other_organisation"
                label=t!("register-organisation")
                value=other
                autocomplete="organization"
            />
        }
        .into_any();
    }
    let choices = known
        .iter()
        .map(|known| {
            let label = format!("{} – {}", known.short_name, known.name);
            Choice::new(known.id.to_string(), label)
        })
        .chain([Choice::new(
            OTHER_ORGANISATION,
            t!("register-organisation-other"),
        )])
        .collect();
    view! {
        // The style sheet shows the line only while "another one" is chosen.
        <div class="organisation">
            <Select
                name="organisation"
                label=t!("register-organisation")
                value=chosen
                choices
                none=t!("register-organisation-none")
            />
            <Field
                name="other_organisation"
                label=t!("register-other-organisation")
                value=other
                autocomplete="organization"
                hint=t!("register-other-organisation.hint")
            />
        </div>
    }
    .into_any()
}
