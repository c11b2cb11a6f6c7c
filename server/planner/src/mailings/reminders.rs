//! The reminders of events: mails that go out by themselves. Each one is a mailing that begins when its time has come.

use jiff::SignedDuration;
use model::{
    AuditAction, Event, EventId, EventReminder, EventState, Fault, Faults, MailingAudience,
    MailingPurpose, Network, PeopleFilter, RegistrationState, ReminderEvent, ReminderKind,
};
use store::{Reader, Tx};

use super::beginning::NewMailing;
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises, Reads},
    audit::PartChange,
    due::counted,
    events::{Counts, LockedEvent},
    require::require_network,
};

/// Reminders of events that are further away are not looked at.
const REACH: SignedDuration = SignedDuration::from_hours(24 * 62);

/// The reminders of an event.
#[derive(Debug, Clone)]
pub struct Reminders {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    /// One of each kind.
    pub rows: Vec<EventReminder>,
}

impl Planner {
    /// The reminders of an event. An event of an earlier version has them switched off.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn reminders(&self, access: &EventAccess<Reads>) -> Result<Reminders> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        Ok(Reminders {
            rows: reminders_of(&mut reader, event.id).await?,
            network: require_network(&mut reader, event.network).await?,
            counts: reader.count_registrations(event.id).await?,
            event,
        })
    }

    /// Changes a reminder. It goes out from now on, if its time is still to come. `parse` reads the form against the one
    /// that there is.
    ///
    /// # Errors
    ///
    /// `WrongState` for a cancelled event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %kind), err(level = "debug"))]
    pub async fn save_reminder(
        &self,
        access: &EventAccess<Organises>,
        kind: ReminderKind,
        parse: impl FnOnce(EventReminder) -> Result<EventReminder, Faults> + Send,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = self.lock_event(&mut tx, access).await?;
        if locked.event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let event = locked.event.id;
        let before = reminders_of(locked.tx, event).await?;
        let before = before.into_iter().find(|reminder| reminder.kind == kind);
        let before = before.unwrap_or(EventReminder::usual(kind, false));
        let mut after = parse(before.clone())?;
        if let Err(fault) = after.check() {
            return Err(Faults::one("days", fault).into());
        }
        if after == before {
            return Ok(());
        }
        let is_moved = (after.is_on, after.time) != (before.is_on, before.time);
        if is_moved && locked.event.state == EventState::Published {
            after.armed_at = Some(self.now());
        }
        let times = ReminderEvent::of(&locked.event);
        if is_moved && after.is_on && after.due_at(&times) <= self.now() {
            return Err(Faults::one("days", Fault::AlreadyOver).into());
        }
        locked.tx.save_reminder(event, &after).await?;
        let change = change_of(&before, &after, &times);
        let change = (AuditAction::ReminderChanged, change);
        self.note_named_part(locked.tx, &right, &locked.event, change)
            .await?;
        self.commit(tx).await
    }

    /// Sends the reminders whose time has come. Gives their number.
    pub(crate) async fn send_due_reminders(&self) -> Result<usize> {
        let now = self.now();
        let mut reader = self.store().read().await?;
        let awaited = reader.awaited_reminders(now + REACH, now - REACH).await?;
        drop(reader);
        let mut sent = 0;
        for found in awaited {
            if found.reminder.is_due(&found.times, now) {
                let kind = found.reminder.kind;
                sent += counted(found.event, self.send_due_reminder(found.event, kind).await)?;
            }
        }
        Ok(sent)
    }

    /// Sends a reminder, unless another server was faster.
    async fn send_due_reminder(&self, event: EventId, kind: ReminderKind) -> Result<bool> {
        let mut tx = self.store().begin().await?;
        let locked = Locked::for_job(&mut tx, event).await?;
        let mut locked = LockedEvent::new(self, &mut tx, locked);
        let times = ReminderEvent::of(&locked.event);
        let reminders = locked.tx.reminders(event).await?;
        let due = reminders.into_iter().find(|reminder| {
            reminder.kind == kind
                && locked.event.state == EventState::Published
                && reminder.is_due(&times, self.now())
        });
        let Some(mut reminder) = due else {
            return Ok(false);
        };
        reminder.sent_for = Some(reminder.due_at(&times));
        locked.tx.save_reminder(event, &reminder).await?;
        let language = locked.event.details.language;
        let words = reminder.words(language);
        let (subject, text) = words.map_err(|fault| Faults::one("text", fault))?;
        let seated = PeopleFilter {
            state: Some(RegistrationState::Confirmed),
            ..PeopleFilter::default()
        };
        let new = NewMailing {
            purpose: MailingPurpose::Reminder,
            subject,
            text,
            audience: MailingAudience::Registrations(seated),
            due: None,
            files: Vec::new(),
        };
        let mailing = locked.make_mailing(new, None).await?;
        let (_, job) = locked.begin_mailing(&mailing, None).await?;
        self.commit_with_job(tx, job).await?;
        Ok(true)
    }

    /// Gives a new event its reminders: those of the event that it is made from, else the usual ones.
    pub(crate) async fn add_reminders(
        &self,
        tx: &mut Tx,
        event: EventId,
        from: Option<EventId>,
    ) -> Result<()> {
        let earlier = match from {
            Some(from) => tx.reminders(from).await?,
            None => Vec::new(),
        };
        for kind in ReminderKind::ALL {
            let earlier = earlier.iter().find(|reminder| reminder.kind == *kind);
            let new = EventReminder {
                armed_at: None,
                sent_for: None,
                ..earlier
                    .cloned()
                    .unwrap_or(EventReminder::usual(*kind, true))
            };
            tx.save_reminder(event, &new).await?;
        }
        Ok(())
    }
}

/// The reminders of an event, one of each kind. Those that it lacks are switched off.
pub(super) async fn reminders_of(
    reader: &mut Reader,
    event: EventId,
) -> Result<Vec<EventReminder>> {
    let found = reader.reminders(event).await?;
    let of_kind = |kind: &ReminderKind| {
        let known = found.iter().find(|reminder| reminder.kind == *kind);
        known.cloned().unwrap_or(EventReminder::usual(*kind, false))
    };
    Ok(ReminderKind::ALL.iter().map(of_kind).collect())
}

/// The change as the history shows it: when the reminder goes out, and its own subject.
fn change_of(before: &EventReminder, after: &EventReminder, times: &ReminderEvent) -> PartChange {
    let due = |reminder: &EventReminder| {
        let due = reminder.due_at(times).to_zoned(times.zone.rules().clone());
        reminder.is_on.then(|| due.datetime())
    };
    let subject = |reminder: &EventReminder| {
        let words = reminder.words.as_ref();
        words.map(|(subject, _)| subject.source().to_owned())
    };
    PartChange::of(after.kind.to_string())
        .value("due", due(before), due(after))
        .value("subject", subject(before), subject(after))
}
