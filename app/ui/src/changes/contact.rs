//! Changes of a contact.

use model::{Changed, ContactChange};

use super::values::{names, optional_texts, texts};
use crate::{error::ShownChange, text::t};

/// A change in the words of the form.
pub(super) fn shown(change: &ContactChange) -> ShownChange {
    let (field, values) = match change {
        ContactChange::GivenName(change) => ("given_name", texts(change)),
        ContactChange::FamilyName(change) => ("family_name", texts(change)),
        ContactChange::Address(change) => ("address", texts(change)),
        ContactChange::Organisation(change) => ("organisation", optional_texts(change)),
        ContactChange::Language(change) => ("language", names(change)),
        ContactChange::Function(change) => ("function", optional_texts(change)),
        ContactChange::Notes(change) => ("notes", texts(change)),
        ContactChange::Tags(change) => ("tags", texts(change)),
        ContactChange::Consent(change) => ("consent", ticked(change)),
        ContactChange::OptedOut(change) => ("opted_out", ticked(change)),
    };
    ShownChange::new(field, values)
}

/// Whether the box of the form is ticked.
fn ticked<T>(change: &Changed<Option<T>>) -> Changed<String> {
    change.map(|value| match value {
        Some(_) => t!("contact-yes"),
        None => t!("contact-no"),
    })
}
