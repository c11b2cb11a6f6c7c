//! Changing an event: what it does to the people who are coming, said before and done after.

use model::{
    AuditAction, Event, EventDetails, EventId, EventState, EventTime, Fault, Faults, IanaTimeZone,
    RegistrationState,
};
use serde::{Deserialize, Serialize};
use store::Reader;

use super::{create::moved, told::Told};
use crate::{
    Change, Planner, PlannerError, Result,
    access::Organises,
    audit::Who,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effects {
    /// What people would be told: fields with their values before and after.
    pub changes: Vec<Change>,
    pub recipients: Recipients,
}

/// Whom an act writes to.
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
        let told = told_changes(&before.details, details);
        let mut recipients = Recipients::default();
        if before.state == EventState::Published && !told.is_empty() {
            let counts = reader.count_registrations(event).await?;
            recipients.confirmed = counts.confirmed;
            if told.iter().any(|told| !told.field.needs_a_seat()) {
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
            changes: told.into_iter().map(Change::from).collect(),
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
        let told = told_changes(&before.details, &details);
        let published = before.state == EventState::Published;
        allocator.event.details = details;
        allocator.event.revision = revision + 1;
        if published && !told.is_empty() {
            allocator.event.sequence += 1;
        }
        allocator
            .tx
            .update_event(&allocator.event, self.now())
            .await?;
        if agenda == AgendaShift::WithEvent {
            allocator.move_agenda(before.details.starts).await?;
        }
        let changes = all_changes(&before.details, &allocator.event.details);
        allocator
            .note_event(Who::from(right), AuditAction::EventChanged, &changes)
            .await?;
        if published && !told.is_empty() {
            allocator
                .notify_everyone(&Notification::EventChanged { changes: told })
                .await?;
        }
        allocator.promote_from_waiting_list().await?;
        self.commit(tx).await
    }
}

/// Refuses a change that was made from an older revision than the newest, of an event that is off, or
/// that takes seats from people.
async fn may_change(
    reader: &mut Reader,
    before: &Event,
    revision: i64,
    after: &EventDetails,
) -> Result<()> {
    if before.state == EventState::Cancelled {
        return Err(PlannerError::WrongState);
    }
    if before.revision != revision {
        let since = reader.audit_since(before.id, revision).await?;
        return Err(PlannerError::Conflict(crate::audit::changes_of(&since)));
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
        changes: &[Change],
    ) -> Result<()> {
        let revision = self.event.revision;
        self.note_edit(None, who, action, changes, revision).await
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

/// What people who are coming need to know about a change.
fn told_changes(before: &EventDetails, after: &EventDetails) -> Vec<Told> {
    all_changes(before, after)
        .into_iter()
        .filter_map(Told::of)
        .collect()
}

/// Those fields of a conflict that are in `mine` as they were before: whoever made it did not touch them,
/// and would undo what somebody else did.
pub fn untouched<'a>(mine: &EventDetails, changes: &'a [Change]) -> Vec<&'a str> {
    let mine = shown(mine);
    changes
        .iter()
        .filter(|change| {
            mine.iter()
                .any(|(field, value)| *field == change.field && *value == change.before)
        })
        .map(|change| change.field.as_str())
        .collect()
}

/// Everything that differs.
pub(crate) fn all_changes(before: &EventDetails, after: &EventDetails) -> Vec<Change> {
    Change::between(shown(before), shown(after))
}

/// The fields of the event's form, each with what it shows.
fn shown(details: &EventDetails) -> Vec<(&'static str, String)> {
    fn text(value: Option<&impl ToString>) -> String {
        value.map(ToString::to_string).unwrap_or_default()
    }
    let EventDetails {
        kind,
        title,
        summary,
        body,
        language,
        time_zone,
        starts,
        ends,
        place,
        capacity,
        contingents,
        opens,
        closes,
        visibility,
        funding_notice,
    } = details;
    let contingents: Vec<String> = contingents
        .iter()
        .map(|contingent| format!("{} × {}", contingent.seats, contingent.organisation))
        .collect();
    vec![
        ("kind", kind.to_string()),
        ("title", title.to_string()),
        ("summary", summary.to_string()),
        ("body", body.to_string()),
        ("language", language.to_string()),
        ("time_zone", time_zone.to_string()),
        ("starts", time_text(*starts, time_zone)),
        ("ends", time_text(*ends, time_zone)),
        ("place_name", text(place.name.as_ref())),
        ("place_address", text(place.address.as_ref())),
        ("place_room", text(place.room.as_ref())),
        ("online_link", text(place.online_link.as_ref())),
        ("capacity", text(capacity.as_ref())),
        ("contingents", contingents.join(", ")),
        (
            "opens",
            opens
                .as_ref()
                .map(|time| time_text(*time, time_zone))
                .unwrap_or_default(),
        ),
        (
            "closes",
            closes
                .as_ref()
                .map(|time| time_text(*time, time_zone))
                .unwrap_or_default(),
        ),
        ("visibility", visibility.to_string()),
        ("funding_notice", funding_notice.to_string()),
    ]
}

/// A time as audit lines keep it: `2023-09-19T09:30`, with the offset where the clocks repeat it.
fn time_text(time: EventTime, zone: &IanaTimeZone) -> String {
    let clock = time.local.strftime("%Y-%m-%dT%H:%M");
    match time.occurrence(zone.rules()) {
        Some(_) => format!("{clock}{}", zone.clock(time.at).strftime("%:z")),
        None => clock.to_string(),
    }
}
