//! Changes of an item of the agenda.

use model::{AgendaItemChange, Changed, local::Occurrence};

use super::values::{names, optional_texts, texts};
use crate::{error::ShownChange, text::t};

/// A change in the words of the form, which has two fields for the beginning.
pub(super) fn shown(change: &AgendaItemChange) -> Vec<ShownChange> {
    let (field, values) = match change {
        AgendaItemChange::Title(change) => ("title", texts(change)),
        AgendaItemChange::Kind(change) => ("kind", names(change)),
        AgendaItemChange::Starts(change) => {
            let date = change.map(|starts| starts.date().to_string());
            let time = change.map(|starts| starts.strftime("%H:%M").to_string());
            return [("date", date), ("time", time)]
                .into_iter()
                .filter(|(_, Changed { before, after })| before != after)
                .map(|(field, values)| ShownChange::new(field, values))
                .collect();
        }
        AgendaItemChange::Occurrence(change) => ("which", change.map(|which| occurrence(*which))),
        AgendaItemChange::Minutes(change) => ("minutes", texts(change)),
        AgendaItemChange::Room(change) => ("room", optional_texts(change)),
        AgendaItemChange::Speakers(change) => ("speakers", optional_texts(change)),
        AgendaItemChange::Details(change) => ("details", texts(change)),
    };
    vec![ShownChange::new(field, values)]
}

fn occurrence(which: Occurrence) -> String {
    match which {
        Occurrence::First => t!("local-datetime-first"),
        Occurrence::Second => t!("local-datetime-second"),
    }
}
