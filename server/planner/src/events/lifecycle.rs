//! Publishing and cancelling an event, discarding a draft.

use model::{AuditAction, Changed, EventChange, EventState, Fault, Faults, NetworkId, Text};

use super::{change::Recipients, locked_event::LockedEvent, queries::PlannedEvent};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    agenda::on_other_days,
    audit::{About, AuditEntry, Who},
    jobs::JobPayload,
};

impl Planner {
    /// Makes a draft public, and invites everyone who was added before. Refuses a draft whose agenda has items on days
    /// that the event does not have.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn publish_event(&self, access: &EventAccess<Organises>) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        let now = self.now();
        if locked.event.state != EventState::Draft || locked.event.details.ends.at <= now {
            return Err(PlannerError::WrongState);
        }
        let agenda = locked.tx.agenda(locked.event.id).await?.rows;
        let outside = on_other_days(&agenda, &locked.event.details);
        if !outside.is_empty() {
            let items = outside.iter().map(|item| item.title.to_string()).collect();
            let fault = Fault::AgendaOutside { items };
            return Err(Faults::one("agenda", fault).into());
        }
        locked
            .transition_event(EventState::Published, Who::from(&right))
            .await?;
        locked.tx.arm_reminders(locked.event.id, now).await?;
        let counts = locked.tx.count_registrations(locked.event.id).await?;
        let recipients = counts.confirmed + counts.waitlisted;
        let member = right.member().id;
        let job = match recipients {
            0 => None,
            _ => Some(
                locked
                    .queue_job(&JobPayload::EventPublished, recipients, member)
                    .await?,
            ),
        };
        self.commit_with_job(tx, job).await
    }

    /// Cancels a published event: everyone with a seat gets METHOD:CANCEL, whoever waits or has not
    /// confirmed gets a mail. All mails give the reason.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn cancel_event(
        &self,
        access: &EventAccess<Organises>,
        reason: Text<2_000>,
    ) -> Result<()> {
        if reason.is_empty() {
            return Err(PlannerError::Invalid(Faults::one("reason", Fault::Missing)));
        }
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        if locked.event.state != EventState::Published {
            return Err(PlannerError::WrongState);
        }
        locked.event.cancel_reason = Some(reason.clone());
        locked.event.sequence += 1;
        locked
            .transition_event(EventState::Cancelled, Who::from(&right))
            .await?;
        let counts = locked.tx.count_registrations(locked.event.id).await?;
        let invited = locked.tx.count_invited(locked.event.id).await?;
        let invited = invited.silent - invited.unsent;
        let recipients = counts.confirmed + counts.waitlisted + counts.pending + invited;
        let member = right.member().id;
        let job = match recipients {
            0 => None,
            _ => Some(
                locked
                    .queue_job(&JobPayload::EventCancelled, recipients, member)
                    .await?,
            ),
        };
        self.commit_with_job(tx, job).await
    }

    /// Deletes a draft with the registrations of the people who were added to it. Returns its network.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn discard_draft(&self, access: &EventAccess<Organises>) -> Result<NetworkId> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = self.lock_event(&mut tx, access).await?;
        if locked.event.state != EventState::Draft {
            return Err(PlannerError::WrongState);
        }
        // People who were added to a draft have not been written to.
        locked.tx.delete_registrations_of(locked.event.id).await?;
        locked.tx.delete_event(locked.event.id).await?;
        let network = right.network();
        let about = About {
            network,
            event: None,
            registration: None,
            contact: None,
        };
        let entry = AuditEntry {
            who: Who::from(&right),
            about,
            action: AuditAction::DraftDiscarded,
            edit: None,
        };
        self.note(locked.tx, entry).await?;
        tx.commit().await?;
        Ok(network)
    }

    /// An event, and whom cancelling it writes to. `WrongState` unless it is published.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn effects_of_cancelling(
        &self,
        access: &EventAccess<Organises>,
    ) -> Result<(PlannedEvent, Recipients)> {
        let planned = self.planned_event(access).await?;
        let registered = planned.recipients_in(EventState::Published)?;
        let mut reader = self.store().read().await?;
        let (invited, _) = reader.count_silent(planned.event.id).await?;
        Ok((
            planned,
            Recipients {
                invited,
                ..registered
            },
        ))
    }
}

impl PlannedEvent {
    /// Whom publishing writes to: everyone who was added while it was a draft.
    pub fn effects_of_publishing(&self) -> Result<Recipients> {
        let counts = self.recipients_in(EventState::Draft)?;
        Ok(Recipients {
            pending: 0,
            ..counts
        })
    }

    fn recipients_in(&self, state: EventState) -> Result<Recipients> {
        if self.event.state != state {
            return Err(PlannerError::WrongState);
        }
        Ok(Recipients {
            confirmed: self.counts.confirmed,
            waitlisted: self.counts.waitlisted,
            pending: self.counts.pending,
            moving_up: 0,
            invited: 0,
        })
    }
}

impl LockedEvent<'_> {
    /// The one place where an event changes its state. It makes a new revision, so that a concurrent edit
    /// is a conflict.
    async fn transition_event(&mut self, into: EventState, who: Who) -> Result<()> {
        let change = EventChange::State(Changed {
            before: self.event.state,
            after: into,
        });
        self.event.state = into;
        self.event.revision += 1;
        self.tx
            .update_event(&self.event, self.planner.now())
            .await?;
        self.note_event(who, AuditAction::event_entered(into), &[change])
            .await
    }
}
