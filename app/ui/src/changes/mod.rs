//! Differences between two versions of a resource, in the words of its form.

mod agenda_item;
mod contact;
mod event;
mod field_names;
mod network;
mod question;
mod registration;
mod values;

use planner::Changes;

pub use crate::error::ShownChange;

pub use event::event_changes;
pub use field_names::field_name;

/// The changes of a conflict. Use [`event_changes`] for an event, whose contingents need the names of the network's
/// organisations.
pub fn shown_changes(changes: &Changes) -> Vec<ShownChange> {
    match changes {
        Changes::Event(changes) => event_changes(changes, &[]),
        Changes::AgendaItem(changes) => changes.iter().flat_map(agenda_item::shown).collect(),
        Changes::Question(changes) => changes.iter().map(question::shown).collect(),
        Changes::Network(changes) => changes.iter().map(network::shown).collect(),
        Changes::Registration(changes) => changes.iter().map(registration::shown).collect(),
        Changes::Contact(changes) => changes.iter().map(contact::shown).collect(),
        Changes::Unknown => Vec::new(),
    }
}
