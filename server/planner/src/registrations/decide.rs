//! An organiser decides about registrations and adds people by hand.

use model::{
    Answers, AuditAction, EventId, EventState, Faults, Person, Question, Registration,
    RegistrationChange, RegistrationState, Source, Text,
};

use super::{
    event_seats::{Departure, SeatClaim},
    rules::check_organisation,
    terms::RegistrationTerms,
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises, RegistrationAccess},
    audit::{AuditEntry, Edit, Who},
    events::LockedEvent,
    mail::Notification,
};

/// An organiser's decision about a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Gives a seat, if there is one for this person.
    Confirm,
    /// Gives a seat, also beyond the seats of the event or those that are held for others.
    ConfirmBeyond,
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
    /// Carries a decision out and tells the person. Gives the event that the registration is for.
    #[tracing::instrument(level = "debug", skip_all, fields(registration = %access), err(level = "debug"))]
    pub async fn decide(
        &self,
        access: &RegistrationAccess<Organises>,
        decision: Decision,
    ) -> Result<EventId> {
        self.decide_if(access, decision, None).await
    }

    /// Carries a decision out about a registration that has the state in which the organiser has seen it.
    ///
    /// # Errors
    ///
    /// A conflict if somebody else has decided meanwhile: the person would read both decisions.
    #[tracing::instrument(level = "debug", skip_all, fields(registration = %access), err(level = "debug"))]
    pub async fn decide_as_seen(
        &self,
        access: &RegistrationAccess<Organises>,
        decision: Decision,
        seen: RegistrationState,
    ) -> Result<EventId> {
        self.decide_if(access, decision, Some(seen)).await
    }

    async fn decide_if(
        &self,
        access: &RegistrationAccess<Organises>,
        decision: Decision,
        seen: Option<RegistrationState>,
    ) -> Result<EventId> {
        let mut tx = self.store().begin().await?;
        let (right, locked, registration) = access.lock(&mut tx).await?;
        if seen.is_some_and(|seen| seen != registration.state) {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let mut event = LockedEvent::new(self, &mut tx, locked);
        let id = event.event.id;
        event
            .decide(registration, Who::from(&right), decision)
            .await?;
        self.commit(tx).await?;
        Ok(id)
    }

    /// Adds a person by hand. They get a seat or a place on the waiting list, and a mail that says so.
    /// `parse` reads the form against the terms that it was made from.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_person(
        &self,
        access: &EventAccess<Organises>,
        parse: impl FnOnce(&RegistrationTerms) -> Result<AddedPerson, Faults> + Send,
    ) -> Result<Registration> {
        let mut tx = self.store().begin().await?;
        let (right, mut event) = self.lock_event(&mut tx, access).await?;
        let (network, planned) = (event.network.clone(), event.event.clone());
        let terms = RegistrationTerms::read(event.tx, network, planned).await?;
        let added = parse(&terms)?;
        check_organisation(&added.person, &terms.organisations)?;
        let asked: Vec<Question> = terms
            .questions
            .into_iter()
            .map(Question::asked_of_organiser)
            .collect();
        let added = AddedPerson {
            answers: added.answers.checked(&asked)?,
            ..added
        };
        let registration = event
            .add(added, Source::Organiser, Who::from(&right))
            .await?;
        self.commit(tx).await?;
        Ok(registration)
    }
}

impl LockedEvent<'_> {
    pub(super) async fn decide(
        &mut self,
        registration: Registration,
        who: Who,
        decision: Decision,
    ) -> Result<()> {
        let departure = match decision {
            Decision::Confirm | Decision::ConfirmBeyond
                if self.event.state != EventState::Published =>
            {
                return Err(PlannerError::WrongState);
            }
            Decision::Confirm => {
                let claim = SeatClaim::new(registration, who);
                return self.allocator().give(claim).await.map(drop);
            }
            Decision::ConfirmBeyond => {
                let claim = SeatClaim::new(registration, who);
                return self.allocator().give_beyond(claim).await.map(drop);
            }
            Decision::MoveUp => return self.move_up(&registration, who).await,
            Decision::Decline { reason } => {
                let reason = reason.filter(|reason| !reason.is_empty());
                Departure {
                    into: RegistrationState::Declined,
                    notification: Notification::Declined {
                        reason: reason.as_ref().map(Text::to_string),
                    },
                }
            }
            Decision::Cancel => Departure {
                into: RegistrationState::Cancelled,
                notification: Notification::RegistrationCancelledByOrganiser,
            },
        };
        let claim = SeatClaim::new(registration, who);
        self.allocator().release(claim, departure).await.map(drop)
    }

    async fn move_up(&mut self, registration: &Registration, who: Who) -> Result<()> {
        if registration.state != RegistrationState::Waitlisted {
            return Err(PlannerError::WrongState);
        }
        let waiting = self.tx.waiting(self.event.id).await?.rows;
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

    /// Saves a person and gives a seat or a place on the waiting list. Refuses an address with an active
    /// registration; a cancelled or declined one becomes active again.
    pub(crate) async fn add(
        &mut self,
        added: AddedPerson,
        source: Source,
        who: Who,
    ) -> Result<Registration> {
        let registration = self.enter_person(added, source, who).await?;
        let claim = SeatClaim::new(registration, who);
        let claim = self.allocator().give_or_enqueue(claim).await?;
        Ok(claim.registration)
    }

    /// Saves a person who asks for a seat, and whose address an organiser vouches for.
    async fn enter_person(
        &mut self,
        added: AddedPerson,
        source: Source,
        who: Who,
    ) -> Result<Registration> {
        if self.event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let now = self.planner.now();
        let address = added.person.address.lower();
        let known = self
            .tx
            .registration_by_address(self.event.id, &address)
            .await?;
        match known {
            Some(known) if known.state.is_active() => {
                let twice = model::Faults::one("address", model::Fault::Twice);
                Err(PlannerError::Invalid(twice))
            }
            Some(known) => {
                let again = Registration {
                    person: added.person,
                    answers: added.answers,
                    source,
                    address_confirmed_at: Some(now),
                    entered_by: None,
                    revision: known.revision + 1,
                    ..known.clone()
                };
                let questions = self.tx.questions(self.event.id).await?.rows;
                self.register_again(&known, &again, &questions, who).await?;
                Ok(again)
            }
            None => {
                let registration = Registration {
                    address_confirmed_at: Some(now),
                    ..self.entered(added, source)
                };
                self.tx.insert_registration(&registration).await?;
                Ok(registration)
            }
        }
    }

    /// A registration of somebody who was not known. Nobody has confirmed the address.
    pub(super) fn entered(&self, added: AddedPerson, source: Source) -> Registration {
        let now = self.planner.now();
        Registration {
            id: self.planner.new_id(),
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
            address_confirmed_at: None,
            entered_by: None,
            revision: 0,
        }
    }

    /// Stores what is entered for somebody whose registration had ended, with its audit line.
    pub(crate) async fn register_again(
        &mut self,
        known: &Registration,
        again: &Registration,
        questions: &[Question],
        who: Who,
    ) -> Result<()> {
        let changes = RegistrationChange::between(known, again, questions);
        self.tx.replace_registration(again).await?;
        let entry = AuditEntry {
            who,
            about: self.about(Some(again.id)),
            action: AuditAction::RegisteredAgain,
            edit: Some(Edit::new(&changes, again.revision)?),
        };
        self.planner.note(self.tx, entry).await
    }
}
