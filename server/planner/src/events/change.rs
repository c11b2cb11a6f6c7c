//! Changes of an event, and their effects on the people who are registered.

use jiff::Timestamp;
use model::{
    Audience, AuditAction, Event, EventChange, EventDetails, EventState, EventTime, Fault, Faults,
    Organisation,
};
use serde::{Deserialize, Serialize};
use store::Reader;

use super::{
    create::{moved, moved_start},
    locked_event::LockedEvent,
    rules::{check_agenda, check_change, check_details},
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::{Who, changes_of},
    jobs::{JobPayload, QueuedJob},
    registrations::seats_of,
    workshops::move_slots,
};

/// Whether the agenda moves along when the event's beginning does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaShift {
    WithEvent,
    None,
}

/// How a change is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaveOptions {
    pub agenda: AgendaShift,
    pub confirmation: Confirmation,
}

/// Whether the organiser knows whom the change writes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    /// A change that writes to people is not saved: its effects are answered.
    Required,
    /// It is saved, whomever it writes to.
    Given,
    /// It is saved without writing about it, as when a typing error is corrected. For changes that
    /// [`Effects::can_be_silent`]; others are answered like [`Confirmation::Required`].
    WithoutNotice,
}

/// The outcome of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeOutcome {
    Saved,
    /// Nothing was saved: the change writes to people, and that was not confirmed.
    ToBeConfirmed(Effects),
}

/// The effects of a change, for the page that asks whether to save it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effects {
    /// The changes that people would be notified of.
    pub changes: Vec<EventChange>,
    pub recipients: Recipients,
}

impl Effects {
    /// Whether the change can be saved without writing about it: people who do not know of it may still come to the
    /// right place at the right time.
    pub fn can_be_silent(&self) -> bool {
        !self.changes.is_empty() && self.changes.iter().all(EventChange::can_be_a_correction)
    }
}

/// How many people a change writes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipients {
    /// People with a seat: they get a calendar message.
    pub confirmed: u32,
    /// People on the waiting list: they get a mail, unless nothing changes but the online link, which
    /// they do not know.
    pub waitlisted: u32,
    /// People who have not confirmed their address: they get a mail when the event is cancelled.
    pub pending: u32,
    /// People of the waiting list who get a seat by it: they get a calendar message.
    pub moving_up: u32,
    /// People who were invited and have not answered: those who have the calendar entry get a message of a change, and
    /// all of them when the event is cancelled.
    #[serde(default)]
    pub invited: u32,
}

impl Recipients {
    /// Whether nobody is written to.
    pub const fn is_empty(self) -> bool {
        self.confirmed + self.waitlisted + self.pending + self.moving_up + self.invited == 0
    }
}

impl Planner {
    /// The effects that a change would have. Refuses what [`Planner::change_event`] refuses. Nobody is
    /// written to about a draft, or if nothing changes that people need to know.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn effects_of_change(
        &self,
        access: &EventAccess<Organises>,
        revision: i64,
        details: &EventDetails,
    ) -> Result<Effects> {
        let mut reader = self.store().read().await?;
        let (_, before) = access.read(&mut reader).await?;
        let partners = reader.organisations(before.network).await?.rows;
        check_details(details, &partners)?;
        may_change(&mut reader, &before, revision, details, self.now()).await?;
        effects(&mut reader, before, details.clone(), self.now()).await
    }

    /// Changes an event. `revision` is the one the change was made from; if there is a newer one, what
    /// changed meanwhile is answered and nothing is saved. Everyone who is coming gets an update if
    /// time, place, title or link change; free seats go to whoever waits. `parse` reads the form against
    /// the network's organisations.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn change_event(
        &self,
        access: &EventAccess<Organises>,
        revision: i64,
        how: SaveOptions,
        parse: impl FnOnce(&[Organisation]) -> Result<EventDetails, Faults> + Send,
    ) -> Result<ChangeOutcome> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        let before = locked.event.clone();
        let partners = locked.tx.organisations(before.network).await?.rows;
        let details = parse(&partners)?;
        check_details(&details, &partners)?;
        may_change(locked.tx, &before, revision, &details, self.now()).await?;
        check_agenda(locked.tx, &before, &details, how.agenda).await?;
        if how.confirmation != Confirmation::Given {
            let (before, after) = (before.clone(), details.clone());
            let effects = effects(locked.tx, before, after, self.now()).await?;
            let is_silent =
                how.confirmation == Confirmation::WithoutNotice && effects.can_be_silent();
            if !effects.recipients.is_empty() && !is_silent {
                return Ok(ChangeOutcome::ToBeConfirmed(effects));
            }
        }
        let job = locked.change(&right, details, how).await?;
        self.commit_with_job(tx, job).await?;
        Ok(ChangeOutcome::Saved)
    }
}

/// Refuses a change that was made from an older revision than the newest, of a cancelled event, that takes
/// seats from people, or that breaks the rules of [`check_change`].
async fn may_change(
    reader: &mut Reader,
    before: &Event,
    revision: i64,
    after: &EventDetails,
    now: Timestamp,
) -> Result<()> {
    if before.state == EventState::Cancelled {
        return Err(PlannerError::WrongState);
    }
    if before.revision != revision {
        let since = reader.audit_since(before.id, revision).await?.rows;
        return Err(PlannerError::Conflict(Changes::Event(changes_of(since))));
    }
    let seats = seats_of(reader, before).await?;
    let taken = seats.taken();
    let had = before.details.capacity;
    let is_lowered = |capacity: &u32| had.is_none_or(|had| *capacity < had);
    // An organiser may have seated more people than there are seats.
    if after
        .capacity
        .filter(is_lowered)
        .is_some_and(|capacity| capacity < taken)
    {
        let fault = Fault::FewerThanTaken { taken };
        return Err(PlannerError::Invalid(Faults::one("capacity", fault)));
    }
    check_change(before, after, &seats, now)?;
    Ok(())
}

/// How many people of the waiting list get a seat by a change. `after` is the changed event.
async fn moving_up(reader: &mut Reader, after: &Event) -> Result<u32> {
    let waiting = reader.waiting(after.id).await?.rows;
    if waiting.is_empty() {
        return Ok(0);
    }
    let seats = seats_of(reader, after).await?;
    let promoted = seats.promote(waiting.iter().map(|who| (who, who.person.organisation)));
    Ok(u32::try_from(promoted.len()).unwrap_or(u32::MAX))
}

/// The effects that a change would have.
async fn effects(
    reader: &mut Reader,
    before: Event,
    details: EventDetails,
    now: Timestamp,
) -> Result<Effects> {
    let changes = notified_changes(&before.details, &details);
    let mut recipients = Recipients::default();
    if before.state == EventState::Published && !changes.is_empty() {
        let counts = reader.count_registrations(before.id).await?;
        recipients.confirmed = counts.confirmed;
        let for_everyone = |change: &EventChange| change.audience() == Audience::Everyone;
        if changes.iter().any(for_everyone) {
            recipients.waitlisted = counts.waitlisted;
            (_, recipients.invited) = reader.count_silent(before.id).await?;
        }
    }
    let after = Event { details, ..before };
    if after.gives_seats(now) && !after.details.is_by_approval() {
        recipients.moving_up = moving_up(reader, &after).await?;
    }
    Ok(Effects {
        changes,
        recipients,
    })
}

impl LockedEvent<'_> {
    /// Saves the change, gives free seats to whoever waits, and queues the job that writes to people. A change
    /// without notice keeps the SEQUENCE, and its audit line is no news.
    async fn change(
        &mut self,
        right: &Organises,
        details: EventDetails,
        how: SaveOptions,
    ) -> Result<Option<QueuedJob>> {
        let before = std::mem::replace(&mut self.event.details, details);
        let changes = EventChange::between(&before, &self.event.details);
        let mut notified = notified_changes(&before, &self.event.details);
        let action = match how.confirmation {
            Confirmation::WithoutNotice
                if !notified.is_empty()
                    && notified.iter().all(EventChange::can_be_a_correction) =>
            {
                notified.clear();
                AuditAction::EventCorrected
            }
            _ => AuditAction::EventChanged,
        };
        let is_published = self.event.state == EventState::Published;
        self.event.revision += 1;
        if is_published && !notified.is_empty() {
            self.event.sequence += 1;
        }
        self.tx
            .update_event(&self.event, self.planner.now())
            .await?;
        if before.starts != self.event.details.starts || before.ends != self.event.details.ends {
            // Items as they were may not fit the event any more.
            self.tx.delete_agenda_change(self.event.id).await?;
        }
        if how.agenda == AgendaShift::WithEvent {
            self.move_agenda(before.starts).await?;
        }
        self.note_event(Who::from(right), action, &changes).await?;
        let promoted = self.promote_unannounced().await?;
        if !is_published {
            return Ok(None);
        }
        let recipients = if notified.is_empty() {
            promoted
        } else {
            let counts = self.tx.count_registrations(self.event.id).await?;
            let for_everyone = |change: &EventChange| change.audience() == Audience::Everyone;
            if notified.iter().any(for_everyone) {
                let invited = self.tx.count_invited(self.event.id).await?;
                counts.confirmed + counts.waitlisted + invited.with_entry
            } else {
                counts.confirmed
            }
        };
        if recipients == 0 {
            return Ok(None);
        }
        let member = right.member().id;
        let job = self.queue_job(&JobPayload::EventChanged, recipients, member);
        Ok(Some(job.await?))
    }

    async fn move_agenda(&mut self, from: EventTime) -> Result<()> {
        let to = self.event.details.starts;
        if from == to {
            return Ok(());
        }
        let zone = self.event.details.time_zone.clone();
        for item in self.tx.agenda(self.event.id).await?.rows {
            let moved = moved(&item, from, to, zone.rules());
            self.tx.update_agenda_item(&moved).await?;
        }
        move_slots(self.tx, self.event.id, |starts, occurrence| {
            moved_start((starts, occurrence), from, to, zone.rules())
        })
        .await?;
        Ok(())
    }
}

/// The changes that people with a seat or a place on the waiting list are notified of.
fn notified_changes(before: &EventDetails, after: &EventDetails) -> Vec<EventChange> {
    let mut changes = EventChange::between(before, after);
    changes.retain(|change| change.audience() != Audience::Nobody);
    changes
}
