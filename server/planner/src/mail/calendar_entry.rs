//! The calendar entry of an event.

use calendar::{CalendarUser, EventProperties, EventTemplate, Revision};
use jiff::Zoned;
use model::{EmailAddress, Event, Fault, Faults, Network, Registration, Visibility};

use crate::{Planner, PlannerError, Result};

/// How much of an event a recipient may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disclosure {
    /// The public part.
    Public,
    /// The online link, too: to people with a seat.
    Seated,
}

impl Planner {
    /// The address of an event's public page. One that is visible by link carries its key.
    pub fn event_page(&self, event: &Event) -> String {
        let page = self.link(&format!("/events/{}", event.slug));
        match event.details.visibility {
            Visibility::Public | Visibility::Invitation => page,
            Visibility::Link => format!("{page}?key={}", event.link_key),
        }
    }

    /// The template of the calendar messages and files about an event.
    pub(crate) fn event_template(
        &self,
        network: &Network,
        event: &Event,
        disclosure: Disclosure,
    ) -> Result<EventTemplate> {
        let (start, end) = event_times(event);
        let details = &event.details;
        let mut description = vec![details.summary.to_string()];
        if let Some(link) = details
            .place
            .online_link
            .as_ref()
            .filter(|_| disclosure == Disclosure::Seated)
        {
            description.push(format!("Online: {link}"));
        }
        let page = match details.visibility {
            Visibility::Public | Visibility::Link => Some(self.event_page(event)),
            // Only a personal link shows it, and a calendar may be shared.
            Visibility::Invitation => None,
        };
        description.extend(page.clone());
        description.retain(|line| !line.is_empty());
        EventTemplate::new(&EventProperties {
            uid: event.calendar_uid.clone(),
            start,
            end,
            summary: details.title.to_string(),
            description: description.join("\n\n"),
            location: details.place.in_one_line().or_else(|| {
                details
                    .place
                    .online_link
                    .as_ref()
                    .filter(|_| disclosure == Disclosure::Seated)
                    .map(ToString::to_string)
            }),
            url: page,
            organizer: organizer(network, event)?,
        })
        .map_err(PlannerError::internal)
    }

    /// The revision of a calendar message that is written now.
    pub(crate) fn revision(&self, sequence: u32) -> Revision {
        Revision {
            sequence,
            dtstamp: self.now(),
        }
    }
}

/// The person as the attendee of an event. Without a name while nobody has confirmed the address.
pub(crate) fn attendee(registration: &Registration) -> Result<CalendarUser> {
    Ok(CalendarUser {
        name: registration.confirmed_name().unwrap_or_default(),
        address: mailable(&registration.person.address)?,
    })
}

/// The organizer of an event and of its workshops.
pub(super) fn organizer(network: &Network, event: &Event) -> Result<CalendarUser> {
    Ok(CalendarUser {
        name: network.sender_name.to_string(),
        address: organizer_address(event)?,
    })
}

/// The address that calendars answer to: in the sender's domain, the event's alone, and not to be guessed.
/// An answer to it is an answer to this event. Files to download do not contain it.
fn organizer_address(event: &Event) -> Result<String> {
    let address = mailable(&event.organizer)?;
    Ok(match address.rsplit_once('@') {
        Some((local, domain)) => format!("{local}+{}@{domain}", event.organizer_token),
        None => address,
    })
}

/// The address as the mail's own header writes it: calendar programs compare the two.
pub(super) fn mailable(address: &EmailAddress) -> Result<String> {
    mail::ascii_address(address)
        .map_err(|_| PlannerError::Invalid(Faults::one("address", Fault::NoAddress)))
}

/// When an event begins and ends, in its zone.
pub(crate) fn event_times(event: &Event) -> (Zoned, Zoned) {
    let details = &event.details;
    let zone = &details.time_zone;
    (zone.clock(details.starts.at), zone.clock(details.ends.at))
}
