//! Publishing an event, cancelling it, throwing a draft away.

use model::{
    AuditAction, Changed, Event, EventChange, EventId, EventState, Fault, Faults,
    RegistrationState, Text,
};
use store::Tx;

use super::change::Recipients;
use crate::{
    Planner, PlannerError, Result,
    access::Organises,
    audit::{About, AuditEntry, Who},
    mail::Notification,
    registrations::SeatAllocator,
};

impl Planner {
    /// Whom publishing writes to: everyone who was added while it was a draft.
    pub async fn effects_of_publishing(
        &self,
        right: &Organises,
        event: EventId,
    ) -> Result<Recipients> {
        let counts = self.counts(right, event, EventState::Draft).await?;
        Ok(Recipients {
            pending: 0,
            ..counts
        })
    }

    /// Whom cancelling writes to.
    pub async fn effects_of_cancelling(
        &self,
        right: &Organises,
        event: EventId,
    ) -> Result<Recipients> {
        self.counts(right, event, EventState::Published).await
    }

    async fn counts(
        &self,
        right: &Organises,
        event: EventId,
        state: EventState,
    ) -> Result<Recipients> {
        let mut reader = self.store().read().await?;
        let event = self.own_event(&mut reader, right.network(), event).await?;
        if event.state != state {
            return Err(PlannerError::WrongState);
        }
        let counts = reader.count_registrations(event.id).await?;
        Ok(Recipients {
            confirmed: counts.confirmed,
            waitlisted: counts.waitlisted,
            pending: counts.pending,
            moving_up: 0,
        })
    }

    /// An event of the caller's network whose agenda and questions can be changed: one that is not
    /// cancelled.
    pub(crate) async fn changeable_event(
        &self,
        tx: &mut Tx,
        right: &Organises,
        event: EventId,
    ) -> Result<Event> {
        // Two who change the agenda at once would each start from what the other one saw.
        let event = tx
            .lock_event(event)
            .await?
            .filter(|event| event.network == right.network())
            .ok_or(PlannerError::NotFound)?;
        match event.state {
            EventState::Cancelled => Err(PlannerError::WrongState),
            EventState::Draft | EventState::Published => Ok(event),
        }
    }

    /// Makes a draft public, and invites everyone who was added before.
    pub async fn publish_event(&self, right: &Organises, event: EventId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let mut allocator = self.own_allocator(right, &mut tx, event).await?;
        let now = self.now();
        if allocator.event.state != EventState::Draft || allocator.event.details.ends.at <= now {
            return Err(PlannerError::WrongState);
        }
        allocator
            .transition_event(EventState::Published, Who::from(right))
            .await?;
        for registration in allocator.tx.registrations_of(event).await? {
            match registration.state {
                RegistrationState::Confirmed => {
                    allocator
                        .update_calendar(registration, Notification::Seat)
                        .await?;
                }
                RegistrationState::Waitlisted => {
                    let position = allocator.tx.waiting_before(&registration).await? + 1;
                    allocator
                        .notify(&registration, Notification::Waiting { position })
                        .await?;
                }
                _ => {}
            }
        }
        self.commit(tx).await
    }

    /// Cancels a published event: everyone with a seat gets METHOD:CANCEL, whoever waits or has not
    /// confirmed gets a mail. All of them are told the reason.
    pub async fn cancel_event(
        &self,
        right: &Organises,
        event: EventId,
        reason: Text<2_000>,
    ) -> Result<()> {
        if reason.is_empty() {
            return Err(PlannerError::Invalid(Faults::one("reason", Fault::Missing)));
        }
        let mut tx = self.store().begin().await?;
        let mut allocator = self.own_allocator(right, &mut tx, event).await?;
        if allocator.event.state != EventState::Published {
            return Err(PlannerError::WrongState);
        }
        allocator.event.cancel_reason = Some(reason.clone());
        allocator.event.sequence += 1;
        allocator
            .transition_event(EventState::Cancelled, Who::from(right))
            .await?;
        let notification = Notification::EventCancelled {
            reason: reason.to_string(),
        };
        allocator.notify_everyone(&notification).await?;
        self.commit(tx).await
    }

    /// Throws a draft away for which nobody is registered.
    pub async fn discard_draft(&self, right: &Organises, event: EventId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let allocator = self.own_allocator(right, &mut tx, event).await?;
        if allocator.event.state != EventState::Draft {
            return Err(PlannerError::WrongState);
        }
        // Nobody who was added to a draft has heard of it.
        allocator.tx.delete_registrations_of(event).await?;
        allocator.tx.delete_event(event).await?;
        let about = About {
            network: right.network(),
            event: None,
            registration: None,
        };
        let entry = AuditEntry {
            who: Who::from(right),
            about,
            action: AuditAction::DraftDiscarded,
            edit: None,
        };
        self.note(allocator.tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }
}

impl SeatAllocator<'_> {
    /// The one place where an event changes its state. The revision that it makes says so to whoever
    /// edits the event at the same time.
    async fn transition_event(&mut self, into: EventState, who: Who) -> Result<()> {
        let change = EventChange::State(Changed {
            before: self.event.state,
            after: into,
        });
        self.event.state = into;
        self.event.revision += 1;
        self.tx.update_event(&self.event, self.now()).await?;
        self.note_event(who, AuditAction::event_entered(into), &[change])
            .await
    }
}
