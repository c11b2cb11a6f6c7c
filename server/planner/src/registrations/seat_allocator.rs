//! The registration allocator: the one place where seats are given and freed.

use model::{
    AuditAction, Event, EventId, EventState, Network, Registration, RegistrationId,
    RegistrationState, seats::Seats,
};
use store::{Reader, Tx};

use crate::{
    Planner, PlannerError, Result,
    access::Token,
    audit::{About, AuditEntry, Edit, Who},
    mail::Notification,
};

/// The seats of an event as a reader sees them.
pub(crate) async fn seats_of(reader: &mut Reader, event: &Event) -> Result<Seats> {
    let taken = reader.seats_taken(event.id).await?;
    let details = &event.details;
    Ok(Seats::new(
        details.capacity,
        details.contingents.clone(),
        taken,
    ))
}

/// An event whose seats nobody else can change until the transaction ends.
#[derive(Debug)]
pub(crate) struct SeatAllocator<'a> {
    planner: &'a Planner,
    pub(crate) tx: &'a mut Tx,
    pub(crate) network: Network,
    pub(crate) event: Event,
}

impl<'a> SeatAllocator<'a> {
    /// Locks the event's seats. Whatever they depend on is read after that, and is what the last one
    /// who held the lock left behind; whatever they do not depend on is better read before, as everybody
    /// else who wants a seat waits meanwhile.
    pub(crate) async fn open(planner: &'a Planner, tx: &'a mut Tx, event: EventId) -> Result<Self> {
        let network = tx
            .network_of_event(event)
            .await?
            .ok_or(PlannerError::NotFound)?;
        let event = tx.lock_event(event).await?.ok_or(PlannerError::NotFound)?;
        Ok(Self {
            planner,
            tx,
            network,
            event,
        })
    }

    /// The seats as they are now.
    pub(crate) async fn seats(&mut self) -> Result<Seats> {
        seats_of(self.tx, &self.event).await
    }

    /// A registration of this event.
    pub(crate) async fn registration(&mut self, id: RegistrationId) -> Result<Registration> {
        self.tx
            .registration(id)
            .await?
            .filter(|registration| registration.event == self.event.id)
            .ok_or(PlannerError::NotFound)
    }

    /// Gives a seat if there is one, else a place on the waiting list, and tells the person. A seat
    /// that is free here is one that nobody waiting can take: they were promoted when it was freed.
    pub(crate) async fn seat_or_wait(
        &mut self,
        registration: Registration,
        who: Who,
        link: Token,
    ) -> Result<Registration> {
        if self.seats().await?.admits(registration.person.organisation) {
            self.seat(registration, who, Notification::Seat, link).await
        } else {
            self.wait(registration, who, link).await
        }
    }

    /// Gives a seat. The caller made sure that there is one. While the event is a draft nobody is
    /// written to: publishing it invites everyone who is on the list by then.
    pub(crate) async fn seat(
        &mut self,
        mut registration: Registration,
        who: Who,
        notification: Notification,
        link: Token,
    ) -> Result<Registration> {
        self.transition(&mut registration, RegistrationState::Confirmed, who)
            .await?;
        if self.event.state == EventState::Published {
            self.planner
                .invite(
                    self.tx,
                    &self.network,
                    &self.event,
                    &mut registration,
                    notification,
                    &link,
                )
                .await?;
        }
        Ok(registration)
    }

    async fn wait(
        &mut self,
        mut registration: Registration,
        who: Who,
        link: Token,
    ) -> Result<Registration> {
        self.transition(&mut registration, RegistrationState::Waitlisted, who)
            .await?;
        if self.event.state == EventState::Published {
            let position = self.tx.waiting_before(&registration).await? + 1;
            let notification = Notification::Waiting { position };
            self.write(&registration, notification, Some(&link)).await?;
        }
        Ok(registration)
    }

    /// Takes a seat or a place back, tells the person, and gives the seat to whoever is next.
    pub(crate) async fn release(
        &mut self,
        mut registration: Registration,
        into: RegistrationState,
        who: Who,
        notification: Notification,
    ) -> Result<Registration> {
        let held_a_seat = registration.state == RegistrationState::Confirmed;
        self.transition(&mut registration, into, who).await?;
        if held_a_seat && registration.invitation_sequence.is_some() {
            self.planner
                .cancel_invitation(
                    self.tx,
                    &self.network,
                    &self.event,
                    &mut registration,
                    notification,
                )
                .await?;
        } else if self.event.state != EventState::Draft {
            self.write(&registration, notification, None).await?;
        }
        if held_a_seat {
            self.promote_from_waiting_list().await?;
        }
        Ok(registration)
    }

    /// Gives every free seat to the first one waiting who can have it, and tells them. Of a draft, too:
    /// who has a seat by the time it is published is invited then.
    pub(crate) async fn promote_from_waiting_list(&mut self) -> Result<usize> {
        let begun = self.event.details.starts.at <= self.planner.now();
        if begun || self.event.state == EventState::Cancelled {
            return Ok(0);
        }
        let waiting = self.tx.waiting(self.event.id).await?;
        if waiting.is_empty() {
            return Ok(0);
        }
        let promoted = self
            .seats()
            .await?
            .promote(waiting.into_iter().map(|registration| {
                let organisation = registration.person.organisation;
                (registration, organisation)
            }));
        let count = promoted.len();
        for registration in promoted {
            let link = self.new_personal_link(registration.id).await?;
            self.seat(registration, Who::Planner, Notification::MovedUp, link)
                .await?;
        }
        Ok(count)
    }

    /// The one place where a registration changes its state.
    async fn transition(
        &mut self,
        registration: &mut Registration,
        into: RegistrationState,
        who: Who,
    ) -> Result<()> {
        if !registration.state.may_become().contains(&into) {
            return Err(PlannerError::WrongState);
        }
        registration.state = into;
        registration.state_changed_at = self.planner.now();
        registration.waiting_position = match into {
            RegistrationState::Waitlisted => {
                Some(self.tx.last_waiting_position(self.event.id).await? + 1)
            }
            _ => None,
        };
        self.tx.update_registration_state(registration).await?;
        self.note(
            registration.id,
            who,
            AuditAction::registration_entered(into),
        )
        .await
    }

    /// Writes to somebody with a seat about what changed: an invitation or its update, or the
    /// cancellation of the event.
    pub(crate) async fn update_calendar(
        &mut self,
        mut registration: Registration,
        notification: Notification,
    ) -> Result<()> {
        let off = matches!(notification, Notification::EventCancelled { .. });
        if off && registration.invitation_sequence.is_some() {
            self.planner
                .cancel_invitation(
                    self.tx,
                    &self.network,
                    &self.event,
                    &mut registration,
                    notification,
                )
                .await
        } else if off {
            self.write(&registration, notification, None).await
        } else {
            let link = self.new_personal_link(registration.id).await?;
            self.planner
                .invite(
                    self.tx,
                    &self.network,
                    &self.event,
                    &mut registration,
                    notification,
                    &link,
                )
                .await
        }
    }

    /// Writes to somebody without a seat.
    pub(crate) async fn notify(
        &mut self,
        registration: &Registration,
        notification: Notification,
    ) -> Result<()> {
        let link = match notification {
            Notification::EventCancelled { .. } => None,
            _ => Some(self.new_personal_link(registration.id).await?),
        };
        self.write(registration, notification, link.as_ref()).await
    }

    async fn write(
        &mut self,
        registration: &Registration,
        notification: Notification,
        link: Option<&Token>,
    ) -> Result<()> {
        self.planner
            .notify(
                self.tx,
                &self.network,
                &self.event,
                registration,
                notification,
                link,
            )
            .await
    }

    /// A fresh personal link for the mail that carries it.
    pub(crate) async fn new_personal_link(
        &mut self,
        registration: RegistrationId,
    ) -> Result<Token> {
        self.planner.new_personal_link(self.tx, registration).await
    }

    pub(crate) fn new_registration_id(&self) -> RegistrationId {
        self.planner.new_id()
    }

    pub(crate) fn now(&self) -> jiff::Timestamp {
        self.planner.now()
    }

    /// Writes an audit line about a registration.
    pub(crate) async fn note(
        &mut self,
        registration: RegistrationId,
        who: Who,
        action: AuditAction,
    ) -> Result<()> {
        let entry = AuditEntry {
            who,
            about: self.about(Some(registration)),
            action,
            edit: None,
        };
        self.planner.note(self.tx, entry).await
    }

    /// Writes an audit line about an edit of a registration or, without one, of the event.
    pub(crate) async fn note_edit(
        &mut self,
        registration: Option<RegistrationId>,
        who: Who,
        action: AuditAction,
        edit: Edit,
    ) -> Result<()> {
        let entry = AuditEntry {
            who,
            about: self.about(registration),
            action,
            edit: Some(edit),
        };
        self.planner.note(self.tx, entry).await
    }

    fn about(&self, registration: Option<RegistrationId>) -> About {
        About {
            network: self.network.id,
            event: Some(self.event.id),
            registration,
        }
    }
}
