//! The calendar entry of a workshop as a template of messages and files.

use calendar::{EventProperties, EventTemplate};
use model::{AgendaItemId, Event, Language, Network, workshops::WorkshopVisit};

use super::{
    calendar_entry::organizer,
    workshop_words::{who, workshop_times},
};
use crate::{PlannerError, Result};

/// The template of the calendar messages and files about a workshop. Its place is its room, and that of the event where
/// it has none.
pub(crate) fn workshop_template(
    network: &Network,
    event: &Event,
    visit: &WorkshopVisit,
    language: Language,
) -> Result<EventTemplate> {
    let (start, end) = workshop_times(visit, event);
    let title = event.details.title.to_string();
    let description: Vec<String> = who(visit, language).into_iter().chain([title]).collect();
    EventTemplate::new(&EventProperties {
        uid: workshop_uid(event, visit.offer),
        start,
        end,
        summary: visit.title.clone(),
        description: description.join("\n\n"),
        location: visit.location().map(str::to_owned),
        url: None,
        organizer: organizer(network, event)?,
    })
    .map_err(PlannerError::internal)
}

/// The UID of a workshop's calendar entry: the same for everybody, in invitation and download, for all its life.
pub(super) fn workshop_uid(event: &Event, offer: AgendaItemId) -> String {
    let host = event.calendar_uid.rsplit_once('@').map(|(_, host)| host);
    format!("{offer}@{}", host.unwrap_or_default())
}
