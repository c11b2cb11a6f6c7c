//! Announcements: what a registered person is told next. It depends on the state of the registration and
//! of its event, and on what the person was last handed over; unsent mails are replaced.

use std::sync::Arc;

use calendar::{CancelScope, Method};
use model::{
    EventState, MailId, MailKind, Registration, RegistrationId, RegistrationState, Source,
    cafe::{CafeWay, way_changes},
    workshops::OfferKey,
};

use super::{
    correspondence::{Correspondence, Told},
    notifications::{CalendarPart, Notice, Notification},
    workshop_entries::WorkshopAttendee,
};
use crate::{
    Result, access::Token, cafes::ShownPlans, events::LockedEvent, timetables::EntryScope,
};

/// Why somebody is written to.
#[derive(Debug, Clone)]
pub(crate) enum Occasion {
    /// The registration has just got a seat or a place on the waiting list.
    Entered,
    /// The registration has just ended, as the notification says.
    Left(Notification),
    /// The event may have news: whoever knows the state of the event and of their registration is not
    /// written to.
    Update,
}

/// A mail that is to be written to a registered person.
#[derive(Debug)]
pub(crate) struct Announcement {
    notification: Notification,
    calendar: Option<CalendarPart>,
    /// The ways through cafés that the calendar message says.
    ways: Vec<CafeWay>,
    told: Told,
    /// The Message-ID of the first invitation that they got.
    references: Option<String>,
    /// What the organiser says about it, in their own words.
    note: Option<String>,
}

/// The ways of a person through the cafés whose plans are shown.
#[derive(Debug, Default)]
struct OwnWays {
    now: Vec<CafeWay>,
    shown: Arc<ShownPlans>,
}

/// The next mail to a person, and the queued ones that it replaces.
struct Decision {
    mail: Option<(Notification, Option<Method>)>,
    replaces: Vec<MailId>,
}

impl LockedEvent<'_> {
    /// Brings a person up to date with the event, with their registration and with their workshops, of which they have
    /// `booked` these. Doing it twice writes to nobody twice. Returns whether it wrote a mail.
    pub(crate) async fn bring_up_to_date(
        &mut self,
        mut registration: Registration,
        mut knows: Correspondence,
        booked: Vec<OfferKey>,
    ) -> Result<bool> {
        let announcement = self
            .announcement(&mut registration, Occasion::Update, &mut knows)
            .await?;
        let is_announced = announcement.is_some();
        if let Some(announcement) = announcement {
            if let Some(sequence) = announcement.new_sequence() {
                self.tx
                    .set_invitation_sequence(registration.id, sequence)
                    .await?;
            }
            self.announce(&registration, announcement, None).await?;
        }
        let attendee = WorkshopAttendee {
            registration: &registration,
            knows,
            booked,
        };
        let is_entered = self
            .enter_booked(attendee, EntryScope::All, Vec::new())
            .await?;
        Ok(is_announced || is_entered)
    }

    /// Decides what to tell a person now, and drops the queued mails that it replaces. `registration` is in
    /// its new state; it gets the SEQUENCE of the calendar message, which the caller stores.
    pub(crate) async fn announcement(
        &mut self,
        registration: &mut Registration,
        occasion: Occasion,
        knows: &mut Correspondence,
    ) -> Result<Option<Announcement>> {
        if !self.writes_to(registration) {
            return Ok(None);
        }
        if registration.invitation_sequence.is_none() && self.has_invitation_entries().await? {
            // Whoever was invited with the entry may register in any way: it goes on from there.
            let last = self.tx.take_over_invitation(registration.id).await?;
            if last.is_some() {
                registration.invitation_sequence = last;
                *knows = self.correspondence(registration).await?;
            }
        }
        let ways = match registration.state {
            RegistrationState::Confirmed => self.own_ways(registration.id).await?,
            _ => OwnWays::default(),
        };
        let mail = loop {
            let Decision { mail, replaces } = self
                .decision(registration, (&occasion, &ways), knows)
                .await?;
            if self.drop_mails(&replaces, knows).await? {
                break mail;
            }
            // A worker began to send one of them: it may arrive.
            *knows = self.correspondence(registration).await?;
        };
        let Some((notification, method)) = mail else {
            return Ok(None);
        };
        let cancelled = self.event.state == EventState::Cancelled;
        let same_sequence = match notification {
            // The description alone changed: nobody is asked to answer again.
            Notification::WayChanged { .. } => knows.entry_sequence(),
            _ => None,
        };
        let calendar = method.map(|method| CalendarPart {
            sequence: same_sequence.unwrap_or_else(|| self.next_sequence(registration)),
            cancels: match method {
                Method::Cancel if cancelled => Some(CancelScope::Event),
                Method::Cancel => Some(CancelScope::Attendee),
                Method::Request => None,
            },
        });
        Ok(Some(Announcement {
            ways: match method {
                Some(Method::Request) => ways.now,
                Some(Method::Cancel) | None => Vec::new(),
            },
            notification,
            calendar,
            told: knows.told(),
            references: knows.first_invitation().map(str::to_owned),
            note: None,
        }))
    }

    /// The ways of a person with a seat. The published plans are looked up once.
    async fn own_ways(&mut self, person: RegistrationId) -> Result<OwnWays> {
        let shown = if let Some(shown) = &self.shown_plans {
            Arc::clone(shown)
        } else {
            let shown = ShownPlans::published(self.tx, &self.event).await?;
            Arc::clone(self.shown_plans.insert(Arc::new(shown)))
        };
        Ok(OwnWays {
            now: shown.ways_of(person),
            shown,
        })
    }

    /// Writes the mail. `link` is the personal link that it carries; a fresh one is made where it needs
    /// one and none is given.
    pub(crate) async fn announce(
        &mut self,
        registration: &Registration,
        announcement: Announcement,
        link: Option<Token>,
    ) -> Result<()> {
        let link = match link {
            None if announcement.notification.has_personal_link() => {
                let fresh = self
                    .planner
                    .new_personal_link(self.tx, registration.id)
                    .await?;
                Some(fresh)
            }
            link => link,
        };
        let wishes = if announcement.notification.leads_to_wishes() {
            self.open_wishes().await?
        } else {
            None
        };
        let mailing = self.mailing()?;
        let notice = Notice {
            mailing: &mailing,
            registration,
            notification: announcement.notification,
            ways: announcement.ways,
            wishes,
            note: announcement.note,
            link: link.as_ref(),
            told: announcement.told,
            references: announcement.references,
        };
        self.planner
            .notify(self.tx, notice, announcement.calendar)
            .await
    }

    /// Writes a mail that has nothing to do with what the person knows of the event and of their registration. While the
    /// event is a draft nobody is written to.
    pub(crate) async fn write(
        &mut self,
        registration: &Registration,
        notification: Notification,
    ) -> Result<()> {
        if self.event.state == EventState::Draft || registration.person.address.is_stand_in() {
            return Ok(());
        }
        let announcement = Announcement {
            notification,
            calendar: None,
            ways: Vec::new(),
            told: Told::Nothing,
            references: None,
            note: None,
        };
        self.announce(registration, announcement, None).await
    }

    /// Whether people at the event are written to, and this one has an address.
    pub(super) fn writes_to(&self, registration: &Registration) -> bool {
        self.event.state != EventState::Draft && !registration.person.address.is_stand_in()
    }

    /// What a person was told. It is not looked up for those who are written to in no case.
    pub(crate) async fn correspondence(
        &mut self,
        registration: &Registration,
    ) -> Result<Correspondence> {
        if !self.writes_to(registration) {
            return Ok(Correspondence::default());
        }
        let mails = self.tx.sent_mails(registration.id).await?;
        Ok(Correspondence::new(mails))
    }

    /// Whether all of them could be dropped.
    pub(super) async fn drop_mails(
        &mut self,
        replaces: &[MailId],
        knows: &mut Correspondence,
    ) -> Result<bool> {
        for mail in replaces {
            if !self.tx.drop_queued_mail(*mail).await? {
                return Ok(false);
            }
            knows.forget(*mail);
        }
        Ok(true)
    }

    /// The SEQUENCE of the next calendar message to a person: never lower than the event's, and higher than
    /// the last one written for them.
    fn next_sequence(&self, registration: &mut Registration) -> u32 {
        let last = registration.invitation_sequence;
        let sequence = self.event.sequence.max(last.map_or(0, |last| last + 1));
        registration.invitation_sequence = Some(sequence);
        sequence
    }

    async fn decision(
        &mut self,
        registration: &Registration,
        (occasion, ways): (&Occasion, &OwnWays),
        knows: &Correspondence,
    ) -> Result<Decision> {
        let revision = self.event.revision;
        if self.event.state == EventState::Cancelled {
            let ended_before =
                matches!(occasion, Occasion::Update) && !registration.state.is_active();
            if ended_before || knows.says(Told::Ended, revision) {
                return Ok(Decision::nothing());
            }
            let reason = self.event.cancel_reason.as_ref();
            let notification = Notification::EventCancelled {
                reason: reason.map(ToString::to_string).unwrap_or_default(),
            };
            return Ok(ending(registration, knows, notification));
        }
        if let Occasion::Left(notification) = occasion {
            return Ok(ending(registration, knows, notification.clone()));
        }
        let standing = match registration.state {
            RegistrationState::Confirmed => Told::Seated,
            RegistrationState::Waitlisted => Told::Waiting,
            RegistrationState::Pending
            | RegistrationState::Declined
            | RegistrationState::Cancelled => return Ok(Decision::nothing()),
        };
        let is_update = matches!(occasion, Occasion::Update);
        let knows_ways = ways.are(&ways.shown.still_shown(knows.said_ways()));
        if is_update && knows.says(standing, revision) && knows_ways {
            return Ok(Decision::nothing());
        }
        if is_update && knows.told() == standing {
            return self.news(standing, ways, knows).await;
        }
        if standing == Told::Waiting && self.event.details.is_by_approval() {
            return Ok(Decision::write(knows, Notification::Undecided, None));
        }
        if standing == Told::Waiting {
            let position = self.tx.waiting_before(registration).await? + 1;
            let notification = Notification::Waiting { position };
            return Ok(Decision::write(knows, notification, None));
        }
        let notification = match knows.told() {
            Told::Waiting if !knows.told_of_decision() => Notification::MovedUp,
            _ => Notification::Seat,
        };
        Ok(Decision::write(knows, notification, Some(Method::Request)))
    }

    /// The news of the event, or of the person's ways, for somebody who knows where they stand. A queued mail about
    /// a change that was taken back is dropped.
    async fn news(
        &mut self,
        standing: Told,
        ways: &OwnWays,
        knows: &Correspondence,
    ) -> Result<Decision> {
        let untold = self.untold_changes_since(knows.told_revision()).await?;
        let seated = standing == Told::Seated;
        let Some(changes) = (if seated {
            untold.for_seated()
        } else {
            untold.for_everyone()
        }) else {
            let before = ways.shown.still_shown(knows.told_ways());
            if !ways.are(&before) {
                let notification = Notification::WayChanged { before };
                return Ok(Decision::write(knows, notification, Some(Method::Request)));
            }
            let taken_back = knows
                .queued()
                .filter(|mail| matches!(mail.kind, MailKind::EventChanged | MailKind::WayPublished))
                .map(|mail| mail.id)
                .collect();
            return Ok(Decision {
                mail: None,
                replaces: taken_back,
            });
        };
        let notification = Notification::EventChanged { changes };
        let method = seated.then_some(Method::Request);
        Ok(Decision::write(knows, notification, method))
    }
}

impl Announcement {
    /// The same mail with words of the organiser's.
    pub(crate) fn with_note(mut self, note: Option<String>) -> Self {
        self.note = note;
        self
    }

    /// The SEQUENCE of its calendar message, if it is a new one.
    pub(crate) fn new_sequence(&self) -> Option<u32> {
        match self.notification {
            Notification::WayChanged { .. } => None,
            _ => self.calendar.as_ref().map(|part| part.sequence),
        }
    }
}

impl OwnWays {
    /// Whether a person who was told these ways knows the present ones.
    fn are(&self, told: &[CafeWay]) -> bool {
        way_changes(told, &self.now).is_empty()
    }
}

impl Decision {
    const fn nothing() -> Self {
        Self {
            mail: None,
            replaces: Vec::new(),
        }
    }

    /// A mail replaces every queued one: it tells the state they told, and their news. It needs a calendar
    /// message itself to replace a cancellation: the entry is in somebody's calendar.
    fn write(knows: &Correspondence, notification: Notification, method: Option<Method>) -> Self {
        let replaces = knows
            .queued()
            .filter(|mail| method.is_some() || mail.method.as_deref() != Some("CANCEL"))
            .map(|mail| mail.id)
            .collect();
        Self {
            mail: Some((notification, method)),
            replaces,
        }
    }
}

/// The end of a registration. An entry that was handed over is cancelled; whoever an organiser entered and
/// nobody wrote to learns nothing.
fn ending(registration: &Registration, knows: &Correspondence, how: Notification) -> Decision {
    let never_heard = knows.told() == Told::Nothing && registration.source != Source::Form;
    let method = knows.has_entry().then_some(Method::Cancel);
    let mut decision = Decision::write(knows, how, method);
    // Whoever does not come is not reminded of anything.
    decision.replaces.extend(knows.queued_reminders());
    if never_heard {
        return Decision {
            mail: None,
            ..decision
        };
    }
    decision
}
