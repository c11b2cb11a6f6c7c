//! Reminders: everybody with a seat and without wishes is asked for them, once by itself and whenever an organiser says so.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use mail::{EventFacts, Letter, WishFacts};
use model::{
    AuditAction, Event, EventId, Language, MemberId, Network, Registration, RegistrationId,
    RegistrationState, dates,
    workshops::{Programme, WishChoice, WishList, WishSetup},
};
use serde::{Deserialize, Serialize};
use store::{ClaimedJob, Reader};

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises},
    audit::{AuditEntry, Who},
    events::LockedEvent,
    jobs::{Batch, JobPayload, Pace, QueuedJob, count_mail, readable},
    mail::{Correspondence, Notification},
    require::{require_event, require_network},
};

/// For so long nobody is reminded twice, unless an organiser says so.
const BETWEEN_REMINDERS: SignedDuration = SignedDuration::from_hours(24);

/// What becomes of those who were reminded a short time ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecentlyReminded {
    LeftOut,
    RemindedAgain,
}

/// A job that reminds people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RemindOfWishes {
    /// Whoever was reminded later is left out.
    reminded_before: Timestamp,
}

/// A reminder before it is sent.
#[derive(Debug, Clone)]
pub struct WishReminderPreview {
    pub network: Network,
    pub event: Event,
    pub setup: WishSetup,
    /// Who gets it, by name.
    pub people: Vec<Registration>,
    /// How many have no wishes, but were reminded a short time ago.
    pub recently_reminded: usize,
    /// Subject and text in one language. Each person gets it in theirs.
    pub subject: String,
    pub text: String,
}

/// Who has no wishes, as far as it can be changed.
struct Wishless {
    programme: Programme,
    lists: BTreeMap<RegistrationId, WishList>,
}

impl Planner {
    /// The reminder as it would be sent now.
    ///
    /// # Errors
    ///
    /// `WrongState` while nobody can wish.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn wish_reminder(
        &self,
        access: &EventAccess<Organises>,
        recently: RecentlyReminded,
        language: Language,
    ) -> Result<WishReminderPreview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let setup = self.open_setup(&mut reader, &event).await?;
        let before = self.reminded_before(recently);
        let (people, recently_reminded) = to_remind(&mut reader, event.id, before).await?;
        // Each person has a link of their own.
        let link = self.link("/registration/…");
        let wishes = WishFacts {
            closes: dates::date_time(setup.closes.local, language),
            link: link.clone(),
        };
        let facts = EventFacts {
            wishes: Some(wishes.clone()),
            ..self.facts(&network, &event)
        };
        let letter = Letter::WishReminder {
            event: facts.into(),
            wishes,
            least: setup.least,
            personal_link: link,
        };
        let (subject, text) = self.preview(&letter, &self.sender(&network)?, language)?;
        Ok(WishReminderPreview {
            network,
            event,
            setup,
            people,
            recently_reminded,
            subject,
            text,
        })
    }

    /// Reminds everybody without wishes. Gives the number of people.
    ///
    /// # Errors
    ///
    /// `WrongState` while nobody can wish.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn remind_of_wishes(
        &self,
        access: &EventAccess<Organises>,
        recently: RecentlyReminded,
    ) -> Result<u32> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        self.open_setup(locked.tx, &locked.event).await?;
        let before = self.reminded_before(recently);
        let (people, job) = locked
            .queue_reminder(before, Some(right.member().id))
            .await?;
        self.commit_with_job(tx, job).await?;
        Ok(people)
    }

    /// Sends the reminders whose time has come. Gives the number of events.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn send_due_wish_reminders(&self) -> Result<usize> {
        let mut reader = self.store().read().await?;
        let mut due = Vec::new();
        for id in reader.events_to_remind(self.now()).await? {
            let event = require_event(&mut reader, id).await?;
            if self.is_reminder_due(&mut reader, &event).await? {
                due.push(id);
            }
        }
        drop(reader);
        for id in &due {
            let mut tx = self.store().begin().await?;
            let locked = Locked::for_job(&mut tx, *id).await?;
            // Another server may have been faster.
            if !self.is_reminder_due(&mut tx, &locked.event).await? {
                continue;
            }
            let mut locked = LockedEvent::new(self, &mut tx, locked);
            let before = self.reminded_before(RecentlyReminded::LeftOut);
            let (_, job) = locked.queue_reminder(before, None).await?;
            self.commit_with_job(tx, job).await?;
        }
        Ok(due.len())
    }

    async fn is_reminder_due(&self, reader: &mut Reader, event: &Event) -> Result<bool> {
        let (setup, now) = (reader.wish_setup(event.id).await?, self.now());
        Ok(setup.is_some_and(|setup| {
            let at = setup.reminds_at(event.details.time_zone.rules());
            setup.reminder.is_due && setup.is_open(event, now) && at.is_some_and(|at| at <= now)
        }))
    }

    async fn open_setup(&self, reader: &mut Reader, event: &Event) -> Result<WishSetup> {
        let setup = reader.wish_setup(event.id).await?;
        let setup = setup.filter(|setup| setup.is_open(event, self.now()));
        setup.ok_or(PlannerError::WrongState)
    }

    fn reminded_before(&self, recently: RecentlyReminded) -> Timestamp {
        match recently {
            RecentlyReminded::LeftOut => self.now() - BETWEEN_REMINDERS,
            RecentlyReminded::RemindedAgain => self.now(),
        }
    }
}

impl LockedEvent<'_> {
    /// Queues the job, and notes that it is done.
    async fn queue_reminder(
        &mut self,
        reminded_before: Timestamp,
        member: Option<MemberId>,
    ) -> Result<(u32, Option<QueuedJob>)> {
        let event = self.event.id;
        let (people, _) = to_remind(self.tx, event, reminded_before).await?;
        let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
        self.tx
            .note_wish_reminder(event, self.planner.now())
            .await?;
        if count == 0 {
            return Ok((0, None));
        }
        let payload = JobPayload::WishReminder(RemindOfWishes { reminded_before });
        let job = self.queue_job(&payload, count, member).await?;
        let entry = AuditEntry {
            who: member.map_or(Who::Planner, Who::Member),
            about: self.about(None),
            action: AuditAction::WishReminderSent,
            edit: None,
        };
        self.planner.note(self.tx, entry).await?;
        Ok((count, Some(job)))
    }

    /// Reminds the next people, in the order of their registrations' ids.
    pub(crate) async fn remind_batch(
        &mut self,
        order: &RemindOfWishes,
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<Batch> {
        let setup = self.tx.wish_setup(self.event.id).await?;
        let now = self.planner.now();
        let Some(setup) = setup.filter(|setup| setup.is_open(&self.event, now)) else {
            return Ok(Batch::Done);
        };
        let (people, batch) = self.next_people(job, pace).await?;
        let wishless = Wishless::read(self.tx, self.event.id).await?;
        let ids: Vec<RegistrationId> = people.iter().flatten().map(|person| person.id).collect();
        let mut mails = self.tx.sent_mails_of(&ids).await?;
        for read in people {
            let Some(registration) = readable(read, job, pace) else {
                continue;
            };
            let id = registration.id;
            let knows = Correspondence::new(mails.remove(&id).unwrap_or_default());
            let is_reminded = knows.reminded_at() > Some(order.reminded_before);
            if is_reminded || !wishless.has(&registration) {
                continue;
            }
            let least = setup.least;
            let written = self
                .write(&registration, Notification::WishReminder { least })
                .await;
            count_mail(job, id, written.map(|()| true))?;
        }
        Ok(batch)
    }
}

impl Wishless {
    async fn read(reader: &mut Reader, event: EventId) -> Result<Self> {
        Ok(Self {
            programme: reader.programme(event).await?,
            lists: reader.wishes_of_event(event).await?,
        })
    }

    /// Whether somebody with a seat and an address has no wish, although they could have one.
    fn has(&self, person: &Registration) -> bool {
        person.state == RegistrationState::Confirmed
            && !person.person.address.is_stand_in()
            && has_no_wish(&self.programme, self.lists.get(&person.id), person)
    }
}

/// Whether somebody wishes for nothing, although they could. Whoever leads a workshop in every slot, or attends none of
/// them, cannot.
pub(super) fn has_no_wish(
    programme: &Programme,
    list: Option<&WishList>,
    person: &Registration,
) -> bool {
    let is_absent = |slot| list.is_some_and(|list| list.absent.contains(&slot));
    let choice = WishChoice::of(programme, &person.person.name());
    list.is_none_or(|list| list.ranked.is_empty())
        && choice
            .slots()
            .any(|slot| choice.led_in(slot.id).is_none() && !is_absent(slot.id))
}

/// Those who are reminded now, in the order of names, and how many are left out because they were reminded after
/// `before`.
async fn to_remind(
    reader: &mut Reader,
    event: EventId,
    before: Timestamp,
) -> Result<(Vec<Registration>, usize)> {
    let wishless = Wishless::read(reader, event).await?;
    let mut people = reader.registrations_of(event).await?.rows;
    people.retain(|person| wishless.has(person));
    let ids: Vec<RegistrationId> = people.iter().map(|person| person.id).collect();
    let mut mails = reader.sent_mails_of(&ids).await?;
    let all = people.len();
    people.retain(|person| {
        let knows = Correspondence::new(mails.remove(&person.id).unwrap_or_default());
        knows.reminded_at() <= Some(before)
    });
    let left_out = all - people.len();
    Ok((people, left_out))
}
