//! An organiser decides about registrations and adds people by hand.

use model::{
    Answers, AuditAction, Event, EventId, EventState, Person, Question, Registration,
    RegistrationChange, RegistrationId, RegistrationState, Source, Text,
};

use super::{rules::check_organisation, seat_allocator::SeatAllocator};
use crate::{
    Planner, PlannerError, Result,
    access::Organises,
    audit::{Edit, Who},
    mail::Notification,
};

/// What an organiser decides about one registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Gives a seat, if there is one for this person.
    Confirm,
    /// Says no; the reason is part of the mail.
    Decline { reason: Option<Text<2_000>> },
    /// Takes the registration back for the person.
    Cancel,
    /// One place up on the waiting list.
    MoveUp,
}

/// A person whom an organiser adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedPerson {
    pub person: Person,
    pub answers: Answers,
}

impl Planner {
    /// Carries a decision out and tells the person.
    pub async fn decide(
        &self,
        right: &Organises,
        registration: RegistrationId,
        decision: Decision,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let event = tx
            .registration(registration)
            .await?
            .ok_or(PlannerError::NotFound)?
            .event;
        let mut allocator = self.own_allocator(right, &mut tx, event).await?;
        let registration = allocator.registration(registration).await?;
        let who = Who::from(right);
        match decision {
            Decision::Confirm => allocator.confirm(registration, who).await?,
            Decision::Decline { reason } => {
                let reason = reason.filter(|reason| !reason.is_empty());
                let notification = Notification::Declined {
                    reason: reason.as_ref().map(Text::to_string),
                };
                allocator
                    .release(registration, RegistrationState::Declined, who, notification)
                    .await?;
            }
            Decision::Cancel => {
                let notification = Notification::RegistrationCancelledByOrganiser;
                allocator
                    .release(
                        registration,
                        RegistrationState::Cancelled,
                        who,
                        notification,
                    )
                    .await?;
            }
            Decision::MoveUp => allocator.move_up(&registration, who).await?,
        }
        self.commit(tx).await
    }

    /// Adds a person by hand. They get a seat or a place on the waiting list, and a mail that says so.
    pub async fn add_person(
        &self,
        right: &Organises,
        event: EventId,
        added: AddedPerson,
    ) -> Result<Registration> {
        let mut tx = self.store().begin().await?;
        let mut allocator = self.own_allocator(right, &mut tx, event).await?;
        let partners = allocator.tx.organisations(right.network()).await?;
        check_organisation(&added.person, &partners)?;
        let questions = allocator.tx.questions(event).await?.into_iter();
        let asked: Vec<Question> = questions.map(Question::asked_of_organiser).collect();
        let added = AddedPerson {
            answers: added.answers.checked(&asked)?,
            ..added
        };
        let registration = allocator
            .add(added, Source::Organiser, Who::from(right))
            .await?;
        self.commit(tx).await?;
        Ok(registration)
    }

    /// The allocator of an event of the caller's network.
    pub(crate) async fn own_allocator<'a>(
        &'a self,
        right: &Organises,
        tx: &'a mut store::Tx,
        event: EventId,
    ) -> Result<SeatAllocator<'a>> {
        let allocator = SeatAllocator::open(self, tx, event).await?;
        if allocator.event.network == right.network() {
            Ok(allocator)
        } else {
            Err(PlannerError::NotFound)
        }
    }

    /// An event of the caller's network.
    pub(crate) async fn own_event(
        &self,
        reader: &mut store::Reader,
        network: model::NetworkId,
        event: EventId,
    ) -> Result<Event> {
        reader
            .event(event)
            .await?
            .filter(|event| event.network == network)
            .ok_or(PlannerError::NotFound)
    }
}

impl SeatAllocator<'_> {
    async fn confirm(&mut self, registration: Registration, who: Who) -> Result<()> {
        if self.event.state != EventState::Published {
            return Err(PlannerError::WrongState);
        }
        if !self.seats().await?.admits(registration.person.organisation) {
            return Err(PlannerError::Full);
        }
        let notification = match registration.state {
            RegistrationState::Waitlisted => Notification::MovedUp,
            _ => Notification::Seat,
        };
        let link = self.new_personal_link(registration.id).await?;
        self.seat(registration, who, notification, link).await?;
        Ok(())
    }

    async fn move_up(&mut self, registration: &Registration, who: Who) -> Result<()> {
        if registration.state != RegistrationState::Waitlisted {
            return Err(PlannerError::WrongState);
        }
        let waiting = self.tx.waiting(self.event.id).await?;
        let before = waiting
            .iter()
            .take_while(|other| other.id != registration.id)
            .last();
        let Some(before) = before else { return Ok(()) };
        let (Some(higher), Some(lower)) = (before.waiting_position, registration.waiting_position)
        else {
            return Ok(());
        };
        self.tx
            .set_waiting_position(registration.id, higher)
            .await?;
        self.tx.set_waiting_position(before.id, lower).await?;
        self.note(registration.id, who, AuditAction::MovedUp).await
    }

    /// Writes a person down and gives a seat or a place. Whoever is active already is refused;
    /// whoever gave up or was declined comes back.
    pub(crate) async fn add(
        &mut self,
        added: AddedPerson,
        source: Source,
        who: Who,
    ) -> Result<Registration> {
        if self.event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let now = self.now();
        let address = added.person.address.lower();
        let known = self
            .tx
            .registration_by_address(self.event.id, &address)
            .await?;
        let registration = match known {
            Some(known) if known.state.is_active() => {
                let twice = model::Faults::one("address", model::Fault::Twice);
                return Err(PlannerError::Invalid(twice));
            }
            Some(known) => {
                let again = Registration {
                    person: added.person,
                    answers: added.answers,
                    revision: known.revision + 1,
                    ..known.clone()
                };
                let questions = self.tx.questions(self.event.id).await?;
                let changes = RegistrationChange::between(&known, &again, &questions);
                self.tx.replace_registration(&again).await?;
                let edit = Edit::new(&changes, again.revision)?;
                self.note_edit(Some(again.id), who, AuditAction::RegisteredAgain, edit)
                    .await?;
                again
            }
            None => {
                let registration = Registration {
                    id: self.new_registration_id(),
                    event: self.event.id,
                    person: added.person,
                    answers: added.answers,
                    state: RegistrationState::Pending,
                    source,
                    created_at: now,
                    state_changed_at: now,
                    waiting_position: None,
                    consent: None,
                    invitation_sequence: None,
                    revision: 0,
                };
                self.tx.insert_registration(&registration).await?;
                registration
            }
        };
        let link = self.new_personal_link(registration.id).await?;
        self.seat_or_wait(registration, who, link).await
    }
}
