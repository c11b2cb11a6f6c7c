//! Differences between two versions of a resource, in the words of its form.

mod agenda_item;
mod event;
mod network;
mod question;
mod registration;

use model::Changed;
use planner::Changes;

use crate::text::{Named, t};

pub use crate::error::ShownChange;

pub use event::event_changes;

impl ShownChange {
    /// An empty value is shown as a dash.
    pub fn new(field: impl Into<String>, values: Changed<String>) -> Self {
        let shown = |value: &String| match value.as_str() {
            "" => t!("form-changes-nothing"),
            value => value.to_owned(),
        };
        let Changed { before, after } = values.map(shown);
        Self {
            field: field.into(),
            before,
            after,
        }
    }
}

/// The changes of a conflict. Those of an event whose contingents changed need the names of the network's
/// organisations: [`event_changes`].
pub fn shown_changes(changes: &Changes) -> Vec<ShownChange> {
    match changes {
        Changes::Event(changes) => event_changes(changes, &[]),
        Changes::AgendaItem(changes) => changes.iter().flat_map(agenda_item::shown).collect(),
        Changes::Question(changes) => changes.iter().map(question::shown).collect(),
        Changes::Network(changes) => changes.iter().map(network::shown).collect(),
        Changes::Registration(changes) => changes.iter().map(registration::shown).collect(),
        Changes::Unknown => Vec::new(),
    }
}

fn texts(change: &Changed<impl ToString>) -> Changed<String> {
    change.map(ToString::to_string)
}

/// Empty for a value that is not set.
fn optional_texts(change: &Changed<Option<impl ToString>>) -> Changed<String> {
    change.map(|value| {
        let value = value.as_ref();
        value.map(ToString::to_string).unwrap_or_default()
    })
}

fn names(change: &Changed<impl Named>) -> Changed<String> {
    change.map(|value| value.name())
}
