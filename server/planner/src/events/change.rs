//! Changing an event: what it does to the people who are coming, said before and done after.

use model::{
    Audience, AuditAction, Event, EventChange, EventDetails, EventId, EventState, EventTime, Fault,
    Faults, RegistrationState,
};
use store::Reader;

use super::{create::moved, rules::check_details};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::Organises,
    audit::{Edit, Who, changes_of},
    mail::Notification,
    registrations::{SeatAllocator, seats_of},
};

/// Whether the agenda moves along when the event's beginning does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaShift {
    WithEvent,
    None,
}

/// What a change would do, so that it can be said beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effects {
    /// What people would be told.
    pub changes: Vec<EventChange>,
    pub recipients: Recipients,
}

/// Whom an act writes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
}

impl Recipients {
    /// Whether nobody is written to.
    pub const fn is_empty(self) -> bool {
        self.confirmed + self.waitlisted + self.pending + self.moving_up == 0
    }
}

impl Planner {
    /// What a change would do; whatever would refuse it refuses already here. Nobody is written to about
    /// a draft, or when nothing changes that people need to know.
    pub async fn effects_of_change(
        &self,
        right: &Organises,
        event: EventId,
        revision: i64,
        details: &EventDetails,
    ) -> Result<Effects> {
        let mut reader = self.store().read().await?;
        let before = self.own_event(&mut reader, right.network(), event).await?;
        may_change(&mut reader, &before, revision, details).await?;
        let changes = notified_changes(&before.details, details);
        let mut recipients = Recipients::default();
        if before.state == EventState::Published && !changes.is_empty() {
            let counts = reader.count_registrations(event).await?;
            recipients.confirmed = counts.confirmed;
            let for_everyone = |change: &EventChange| change.audience() == Audience::Everyone;
            if changes.iter().any(for_everyone) {
                recipients.waitlisted = counts.waitlisted;
            }
        }
        let after = Event {
            details: details.clone(),
            ..before
        };
        if after.gives_seats(self.now()) {
            recipients.moving_up = moving_up(&mut reader, &after).await?;
        }
        Ok(Effects {
            changes,
            recipients,
        })
    }

    /// Changes an event. `revision` is the one the change was made from; if there is a newer one, what
    /// changed meanwhile is answered and nothing is saved. Everyone who is coming gets an update if
    /// time, place, title or link change; free seats go to whoever waits.
    pub async fn change_event(
        &self,
        right: &Organises,
        event: EventId,
        revision: i64,
        details: EventDetails,
        agenda: AgendaShift,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let mut allocator = self.own_allocator(right, &mut tx, event).await?;
        let before = allocator.event.clone();
        may_change(allocator.tx, &before, revision, &details).await?;
        let changes = EventChange::between(&before.details, &details);
        let notified = notified_changes(&before.details, &details);
        let published = before.state == EventState::Published;
        allocator.event.details = details;
        allocator.event.revision = revision + 1;
        if published && !notified.is_empty() {
            allocator.event.sequence += 1;
        }
        allocator
            .tx
            .update_event(&allocator.event, self.now())
            .await?;
        if agenda == AgendaShift::WithEvent {
            allocator.move_agenda(before.details.starts).await?;
        }
        allocator
            .note_event(Who::from(right), AuditAction::EventChanged, &changes)
            .await?;
        if published && !notified.is_empty() {
            allocator
                .notify_everyone(&Notification::EventChanged { changes: notified })
                .await?;
        }
        allocator.promote_from_waiting_list().await?;
        self.commit(tx).await
    }
}

/// Refuses a change to details that cannot be, that was made from an older revision than the newest, of
/// an event that is off, or that takes seats from people.
async fn may_change(
    reader: &mut Reader,
    before: &Event,
    revision: i64,
    after: &EventDetails,
) -> Result<()> {
    check_details(reader, before.network, after).await?;
    if before.state == EventState::Cancelled {
        return Err(PlannerError::WrongState);
    }
    if before.revision != revision {
        let since = reader.audit_since(before.id, revision).await?;
        return Err(PlannerError::Conflict(Changes::Event(changes_of(since))));
    }
    let taken = seats_of(reader, before).await?.taken();
    if after.capacity.is_some_and(|capacity| capacity < taken) {
        let fault = Fault::FewerThanTaken { taken };
        return Err(PlannerError::Invalid(Faults::one("capacity", fault)));
    }
    Ok(())
}

/// How many of those waiting the event as it will be has a seat for.
async fn moving_up(reader: &mut Reader, after: &Event) -> Result<u32> {
    let waiting = reader.waiting(after.id).await?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let seats = seats_of(reader, after).await?;
    let promoted = seats.promote(waiting.iter().map(|who| (who, who.person.organisation)));
    Ok(u32::try_from(promoted.len()).unwrap_or(u32::MAX))
}

impl SeatAllocator<'_> {
    /// Writes an audit line about an edit of the event, which has its new revision.
    pub(super) async fn note_event(
        &mut self,
        who: Who,
        action: AuditAction,
        changes: &[EventChange],
    ) -> Result<()> {
        let edit = Edit::new(changes, self.event.revision)?;
        self.note_edit(None, who, action, edit).await
    }

    async fn move_agenda(&mut self, from: EventTime) -> Result<()> {
        let to = self.event.details.starts;
        let zone = self.event.details.time_zone.clone();
        if from == to {
            return Ok(());
        }
        for mut item in self.tx.agenda(self.event.id).await? {
            item.starts = moved(item.starts, from, to, zone.rules());
            self.tx.update_agenda_item(&item).await?;
        }
        Ok(())
    }

    /// Writes to everyone who has a seat or waits for one: a calendar message to the first, a mail to
    /// the second.
    pub(crate) async fn notify_everyone(&mut self, notification: &Notification) -> Result<()> {
        for registration in self.tx.registrations_of(self.event.id).await? {
            match registration.state {
                RegistrationState::Confirmed => {
                    self.update_calendar(registration, notification.clone())
                        .await?;
                }
                RegistrationState::Waitlisted => {
                    if let Some(notification) = notification.clone().without_a_seat() {
                        self.notify(&registration, notification).await?;
                    }
                }
                RegistrationState::Pending
                    if matches!(notification, Notification::EventCancelled { .. }) =>
                {
                    self.notify(&registration, notification.clone()).await?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// What people who are coming or waiting need to know about a change.
fn notified_changes(before: &EventDetails, after: &EventDetails) -> Vec<EventChange> {
    let mut changes = EventChange::between(before, after);
    changes.retain(|change| change.audience() != Audience::Nobody);
    changes
}
