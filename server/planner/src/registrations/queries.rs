//! The organiser's list: search, filters, counts, and one person's record with their mail history.

use std::collections::HashMap;

use model::{
    ContactId, Event, MailState, Network, Organisation, Question, Registration, RegistrationId,
    RegistrationState, seats::Seats,
};
use store::{
    AssignmentPlan, LastMail, Listed, MailLine, Paginated, Paging, RegistrationCounts,
    RegistrationFilter, RegistrationOrder,
};

use super::event_seats::seats_of;
use crate::{
    Planner, Result,
    access::{EventAccess, RegistrationAccess, Right},
    require::require_network,
};

/// Which registrations to show, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub only: RegistrationFilter,
    pub order: RegistrationOrder,
}

/// A page of the list.
#[derive(Debug, Clone)]
pub struct Listing {
    pub network: Network,
    pub event: Event,
    pub questions: Vec<Question>,
    pub counts: RegistrationCounts,
    pub seats: Seats,
    /// The network's organisations, for the filter.
    pub organisations: Vec<Organisation>,
    pub page: Paginated<Registration>,
    /// The waiting list in its order.
    pub waiting: Vec<Registration>,
    /// The state of the last mail to each person.
    pub mails: HashMap<RegistrationId, LastMail>,
}

impl Listing {
    /// How many people's last mail was refused by the mail server.
    pub fn refused(&self) -> usize {
        let refused = |mail: &&LastMail| mail.state == MailState::Refused;
        self.mails.values().filter(refused).count()
    }
}

/// One person's registration as an organiser sees it.
#[derive(Debug, Clone)]
pub struct PersonRecord {
    pub network: Network,
    pub event: Event,
    pub questions: Vec<Question>,
    pub registration: Registration,
    /// The person in the network's address book.
    pub contact: Option<ContactId>,
    /// The name that the address book has.
    pub contact_name: Option<String>,
    /// The place on the waiting list, from 1; while the person waits.
    pub position: Option<u32>,
    /// Who waits before this person, in their order.
    pub before: Vec<Registration>,
    /// Whether a seat could be given now.
    pub seat_free: bool,
    /// How many seats are taken.
    pub taken: u32,
    /// Whether there is any free seat: it may be held for others.
    pub any_seat_free: bool,
    /// Whether the person may be in an assignment of workshops.
    pub has_assignment: bool,
    /// Who gets this person's seat if they lose it.
    pub next: Option<Registration>,
    pub history: History,
    /// Why the network writes to the address no longer.
    pub stopped: Option<String>,
}

/// Every mail to a person about a registration, the latest first.
pub type History = Listed<MailLine>;

impl Planner {
    /// One page of an event's list.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn registration_list(
        &self,
        access: &EventAccess<impl Right>,
        filter: &Filter,
        paging: Paging,
    ) -> Result<Listing> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let seats = seats_of(&mut reader, &event).await?;
        let waiting = reader.waiting(event.id).await?.rows;
        let page = reader
            .find_registrations(event.id, &filter.only, filter.order, paging)
            .await?;
        Ok(Listing {
            questions: reader.questions(event.id).await?.rows,
            counts: reader.count_registrations(event.id).await?,
            organisations: reader.organisations(event.network).await?.rows,
            mails: reader
                .last_mails(event.id)
                .await?
                .rows
                .into_iter()
                .map(|mail| (mail.registration, mail))
                .collect(),
            waiting,
            network,
            event,
            seats,
            page,
        })
    }

    /// One person's registration with answers and mail history.
    #[tracing::instrument(level = "debug", skip_all, fields(registration = %access), err(level = "debug"))]
    pub async fn person_record(
        &self,
        access: &RegistrationAccess<impl Right>,
    ) -> Result<PersonRecord> {
        let mut reader = self.store().read().await?;
        let (_, registration, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let seats = seats_of(&mut reader, &event).await?;
        let waiting = reader.waiting(event.id).await?.rows;
        let promotes = event.gives_seats(self.now()) && !event.details.is_by_approval();
        let next = if promotes {
            next_in_line(seats.clone(), &registration, &waiting)
        } else {
            None
        };
        let before: Vec<Registration> = match registration.state {
            RegistrationState::Waitlisted => waiting
                .into_iter()
                .take_while(|other| other.id != registration.id)
                .collect(),
            _ => Vec::new(),
        };
        let position = match registration.state {
            RegistrationState::Waitlisted => Some(reader.waiting_before(&registration).await? + 1),
            _ => None,
        };
        let assignments: Vec<AssignmentPlan> = reader.plans_of_event(event.id).await?.rows;
        let contact = reader.contact_of_registration(registration.id).await?;
        let contact_name = match contact {
            Some(id) => reader.contact_names(&[id]).await?.remove(&id),
            None => None,
        };
        let is_assigned = assignments.iter().any(|plan| plan.current.is_some());
        Ok(PersonRecord {
            has_assignment: is_assigned && registration.state == RegistrationState::Confirmed,
            stopped: reader
                .stopped_address(network.id, &registration.person.address)
                .await?,
            contact,
            contact_name,
            before,
            next,
            questions: reader.questions(event.id).await?.rows,
            history: {
                let mut history = reader.mails_of_registration(registration.id).await?;
                history.rows.reverse();
                history
            },
            seat_free: seats.admits(registration.person.organisation.as_ref()),
            taken: seats.taken(),
            any_seat_free: event
                .details
                .capacity
                .is_none_or(|most| seats.taken() < most),
            position,
            network,
            event,
            registration,
        })
    }
}

/// Who of those waiting gets a person's seat once it is free.
fn next_in_line(
    mut seats: Seats,
    leaves: &Registration,
    waiting: &[Registration],
) -> Option<Registration> {
    if leaves.state != RegistrationState::Confirmed {
        return None;
    }
    seats.free(leaves.person.organisation.as_ref());
    let waiting = waiting
        .iter()
        .map(|waits| (waits, waits.person.organisation));
    seats.promote(waiting).first().copied().cloned()
}
