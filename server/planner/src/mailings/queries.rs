//! The mailings of an event.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{
    Event, EventState, JobState, MailKind, Mailing, MailingId, MailingState, Network,
    ReminderEvent, ReminderKind, ReminderOutlook,
};
use store::{Job, Reader, RecipientCounts};

use super::reminders::reminders_of;
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
    events::Counts,
    require::require_network,
};

/// The most mailings that the page of an event lists.
const MOST_LISTED: u32 = 200;

/// A mailing, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailingView {
    pub mailing: Mailing,
    pub counts: RecipientCounts,
    /// How many of its mails are not handed over yet.
    pub unsent: u32,
    /// Until it is deleted.
    pub job: Option<Job>,
}

/// The latest mailings of an event.
#[derive(Debug, Clone)]
pub struct Mailings {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    /// The latest first.
    pub rows: Vec<MailingView>,
}

impl MailingView {
    /// Whether it waits for its time.
    pub fn is_scheduled(&self) -> bool {
        self.mailing.state == MailingState::Scheduled
    }

    /// Whether a worker writes to people, or soon will, or mails wait to be handed over.
    pub fn is_running(&self) -> bool {
        let job = self.job.as_ref();
        let is_active = job.is_some_and(|job| job.state.is_active());
        is_active || (self.unsent > 0 && self.mailing.halted_at.is_none())
    }

    /// How many people are still to get their mail.
    pub const fn left(&self) -> u32 {
        self.counts.waiting + self.unsent
    }

    /// How many people the mail server has a mail for.
    pub fn handed_over(&self) -> u32 {
        self.counts.written.saturating_sub(self.unsent)
    }

    /// Whether it was stopped, or failed, before everybody was written to.
    pub fn is_halted(&self) -> bool {
        let job = self.job.as_ref();
        let has_ended =
            job.is_some_and(|job| matches!(job.state, JobState::Stopped | JobState::Failed));
        has_ended && self.left() > 0
    }
}

/// What goes out by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComingMail {
    /// A message that is scheduled.
    Scheduled(MailKind),
    Reminder(ReminderKind),
}

/// The mails of an event that go out by themselves, and when.
pub(crate) async fn coming_mails(
    reader: &mut Reader,
    event: &Event,
    now: Timestamp,
) -> Result<Vec<(Timestamp, ComingMail)>> {
    if event.state != EventState::Published {
        return Ok(Vec::new());
    }
    let scheduled = reader.scheduled_mailings(event.id).await?.into_iter();
    let scheduled = scheduled.map(|(at, purpose)| (at, ComingMail::Scheduled(purpose.mail_kind())));
    let reminders = reminders_of(reader, event.id).await?;
    let times = ReminderEvent::of(event);
    let due = reminders.iter().filter_map(|reminder| {
        let is_due = matches!(reminder.outlook(event, now), ReminderOutlook::Due(_));
        is_due.then(|| (reminder.due_at(&times), ComingMail::Reminder(reminder.kind)))
    });
    Ok(scheduled.chain(due).collect())
}

impl Planner {
    /// The latest mailings of an event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn mailings(&self, access: &EventAccess<Reads>) -> Result<Mailings> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let rows = reader.mailings_of_event(event.id, MOST_LISTED).await?.rows;
        let counts: HashMap<MailingId, RecipientCounts> = reader
            .count_recipients(event.id)
            .await?
            .into_iter()
            .collect();
        let unsent = reader.unsent_of_mailings(event.id).await?;
        let jobs = reader.jobs_of_event(event.id, MOST_LISTED).await?.rows;
        let mut jobs: HashMap<_, Job> = jobs.into_iter().map(|job| (job.id, job)).collect();
        let rows = rows.into_iter().map(|mailing| MailingView {
            unsent: unsent.get(&mailing.id).copied().unwrap_or_default(),
            counts: counts.get(&mailing.id).copied().unwrap_or_default(),
            job: mailing.job.and_then(|id| jobs.remove(&id)),
            mailing,
        });
        Ok(Mailings {
            rows: rows.collect(),
            network: require_network(&mut reader, event.network).await?,
            counts: reader.count_registrations(event.id).await?,
            event,
        })
    }

    /// A mailing of an event, with what it said.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, mailing = %id), err(level = "debug"))]
    pub async fn mailing(
        &self,
        access: &EventAccess<Reads>,
        id: MailingId,
    ) -> Result<(Mailings, MailingView)> {
        let listed = self.mailings(access).await?;
        let found = listed.rows.iter().find(|row| row.mailing.id == id);
        let found = found.cloned().ok_or(PlannerError::NotFound)?;
        Ok((listed, found))
    }
}
