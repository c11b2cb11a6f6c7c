//! Reminders: everybody with a seat and without wishes is asked for them, once automatically and whenever an organiser
//! says so.

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
    due::counted,
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
    /// Whoever was told of their seat later is left out: that letter asks for wishes as well.
    #[serde(default)]
    seated_before: Option<Timestamp>,
}

impl RemindOfWishes {
    /// What an organiser asks for.
    fn by_organiser(recently: RecentlyReminded, now: Timestamp) -> Self {
        Self {
            reminded_before: match recently {
                RecentlyReminded::LeftOut => now - BETWEEN_REMINDERS,
                RecentlyReminded::RemindedAgain => now,
            },
            seated_before: None,
        }
    }

    /// What happens automatically.
    fn automatically(now: Timestamp) -> Self {
        Self {
            reminded_before: now - BETWEEN_REMINDERS,
            seated_before: Some(now - BETWEEN_REMINDERS),
        }
    }

    /// Whether somebody has just been asked for their wishes.
    fn leaves_out(&self, knows: &Correspondence) -> bool {
        let was_seated = self
            .seated_before
            .is_some_and(|before| knows.seated_at() > Some(before));
        was_seated || knows.reminded_at() > Some(self.reminded_before)
    }
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
pub(crate) struct Wishless {
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
        let order = RemindOfWishes::by_organiser(recently, self.now());
        let (people, recently_reminded) = to_remind(&mut reader, event.id, &order).await?;
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
        let mut setup = self.open_setup(locked.tx, &locked.event).await?;
        let order = RemindOfWishes::by_organiser(recently, self.now());
        let (people, job) = locked
            .queue_reminder(&order, &mut setup, Some(right.member().id))
            .await?;
        self.commit_with_job(tx, job).await?;
        Ok(people)
    }

    /// Sends the reminders whose time has come. Gives the number of events whose people are reminded. An event that cannot
    /// be read holds up no other.
    ///
    /// # Errors
    ///
    /// `Unavailable` if the database cannot be reached.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn send_due_wish_reminders(&self) -> Result<usize> {
        let mut reader = self.store().read().await?;
        let events = reader.events_to_remind(self.now()).await?;
        drop(reader);
        let mut reminded = 0;
        for event in events {
            reminded += counted(event, self.send_due_wish_reminder(event).await)?;
        }
        Ok(reminded)
    }

    /// Reminds the people of an event if the time has come. Whether it did.
    async fn send_due_wish_reminder(&self, event: EventId) -> Result<bool> {
        let mut reader = self.store().read().await?;
        let found = require_event(&mut reader, event).await?;
        if self.due_setup(&mut reader, &found).await?.is_none() {
            return Ok(false);
        }
        drop(reader);
        let mut tx = self.store().begin().await?;
        let locked = Locked::for_job(&mut tx, event).await?;
        // Another server may have been faster.
        let Some(mut setup) = self.due_setup(&mut tx, &locked.event).await? else {
            return Ok(false);
        };
        setup.reminder.is_due = false;
        let mut locked = LockedEvent::new(self, &mut tx, locked);
        let order = RemindOfWishes::automatically(self.now());
        let (_, job) = locked.queue_reminder(&order, &mut setup, None).await?;
        self.commit_with_job(tx, job).await?;
        Ok(true)
    }

    /// The set-up of an event whose people are to be reminded now.
    async fn due_setup(&self, reader: &mut Reader, event: &Event) -> Result<Option<WishSetup>> {
        let setup = reader.wish_setup(event.id).await?;
        Ok(setup.filter(|setup| setup.is_reminder_due(event, self.now())))
    }

    async fn open_setup(&self, reader: &mut Reader, event: &Event) -> Result<WishSetup> {
        let setup = reader.wish_setup(event.id).await?;
        let setup = setup.filter(|setup| setup.is_open(event, self.now()));
        setup.ok_or(PlannerError::WrongState)
    }
}

impl LockedEvent<'_> {
    /// Queues the job, and saves the reminder of the set-up. It counts as sent if there is anybody to remind.
    async fn queue_reminder(
        &mut self,
        order: &RemindOfWishes,
        setup: &mut WishSetup,
        member: Option<MemberId>,
    ) -> Result<(u32, Option<QueuedJob>)> {
        let event = self.event.id;
        let (people, _) = to_remind(self.tx, event, order).await?;
        let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
        if count > 0 {
            setup.reminder.sent_at = Some(self.planner.now());
        }
        self.tx.save_wish_reminder(event, setup.reminder).await?;
        if count == 0 {
            return Ok((0, None));
        }
        let payload = JobPayload::WishReminder(order.clone());
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
            if order.leaves_out(&knows) || !wishless.has(&registration) {
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
    pub(crate) async fn read(reader: &mut Reader, event: EventId) -> Result<Self> {
        Ok(Self {
            programme: reader.programme(event).await?,
            lists: reader.wishes_of_event(event).await?,
        })
    }

    /// Whether somebody with a seat and an address has no wish, although they could have one.
    pub(crate) fn has(&self, person: &Registration) -> bool {
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
    let attends = |slot| list.is_none_or(|list| list.attends(slot));
    let choice = WishChoice::of(programme, &person.person.name());
    list.is_none_or(|list| list.ranked.is_empty())
        && choice
            .slots()
            .any(|slot| choice.led_in(slot.id).is_none() && attends(slot.id))
}

/// Those who are reminded now, in the order of names, and how many are left out because they were asked a short time ago.
async fn to_remind(
    reader: &mut Reader,
    event: EventId,
    order: &RemindOfWishes,
) -> Result<(Vec<Registration>, usize)> {
    let wishless = Wishless::read(reader, event).await?;
    let mut people = reader.registrations_of(event).await?.rows;
    people.retain(|person| wishless.has(person));
    let ids: Vec<RegistrationId> = people.iter().map(|person| person.id).collect();
    let mut mails = reader.sent_mails_of(&ids).await?;
    let all = people.len();
    people.retain(|person| {
        let knows = Correspondence::new(mails.remove(&person.id).unwrap_or_default());
        !order.leaves_out(&knows)
    });
    let left_out = all - people.len();
    Ok((people, left_out))
}
