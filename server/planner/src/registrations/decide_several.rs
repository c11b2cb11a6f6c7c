//! An organiser decides about several registrations at once: a job does it and writes to everybody.

use jiff::Timestamp;
use model::{
    Event, EventState, Fault, Faults, MemberId, Network, Registration, RegistrationId,
    RegistrationState, Text, seats::Seats,
};
use serde::{Deserialize, Serialize};
use store::{ClaimedJob, Tx};

use super::{
    decide::Decision,
    event_seats::{SeatClaim, seats_of},
    selection::RegistrationSelection,
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    audit::Who,
    events::{Counts, LockedEvent},
    jobs::{Batch, JobPayload, Pace, count_mail, position, readable, set_position},
    mail::{ParsedMail, mask_message},
};

/// What an organiser says to several people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Accept,
    Decline,
}

/// Whether more people may be seated than the event has seats for them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatLimit {
    #[default]
    Kept,
    /// The organiser has read what that means.
    Exceeded,
}

/// A verdict about several people, with words that each of them reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeveralDecisions {
    pub verdict: Verdict,
    pub limit: SeatLimit,
    pub note: Option<Text<2_000>>,
}

/// What a verdict about several people will do.
#[derive(Debug, Clone)]
pub struct SeveralPreview {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    /// Those whom it changes something for.
    pub people: Vec<DecidedPerson>,
    pub forecast: DecisionForecast,
    /// What the first of them will read; `None` if nobody is written to.
    pub mail: Option<DecisionMail>,
}

/// Somebody whom a verdict changes something for, as they are before.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DecidedPerson {
    pub id: RegistrationId,
    pub name: String,
    pub state: RegistrationState,
}

/// How many people a verdict does what to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct DecisionForecast {
    /// They get a seat.
    pub seated: u32,
    /// Those of them for whom no seat is free.
    pub beyond: u32,
    /// No seat is free for them: they go to the waiting list.
    pub enqueued: u32,
    /// No seat is free for them: they stay on the waiting list.
    pub still_waiting: u32,
    /// They are declined.
    pub declined: u32,
    /// Those of the declined who lose a seat.
    pub unseated: u32,
    /// They have what the verdict says, or have cancelled: nothing happens.
    pub unchanged: u32,
    /// Those of the accepted who have not confirmed their address.
    pub unconfirmed: u32,
}

/// A mail about a decision, as its recipient will read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionMail {
    pub name: String,
    pub address: String,
    pub subject: String,
    /// Secret links are masked.
    pub text: String,
}

/// The job of a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DecideListed {
    decisions: SeveralDecisions,
    member: MemberId,
    /// `None`: the job is older than this field.
    #[serde(default)]
    ordered_at: Option<Timestamp>,
}

impl DecideListed {
    /// Whether somebody was declined after this was ordered: who was accepted with others is not seated against that.
    fn is_overruled_for(&self, registration: &Registration) -> bool {
        let since = |ordered| registration.state_changed_at > ordered;
        self.decisions.verdict == Verdict::Accept
            && registration.state == RegistrationState::Declined
            && self.ordered_at.is_some_and(since)
    }
}

/// What a verdict asks for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// A seat, or a place on the waiting list.
    Admit,
    /// A seat for somebody who waits, if one is free.
    Promote,
    Decline,
}

impl Step {
    /// `None`: the verdict changes nothing for this person.
    const fn of(verdict: Verdict, state: RegistrationState) -> Option<Self> {
        match (verdict, state) {
            (Verdict::Accept, RegistrationState::Pending | RegistrationState::Declined) => {
                Some(Self::Admit)
            }
            (Verdict::Accept, RegistrationState::Waitlisted) => Some(Self::Promote),
            (
                Verdict::Decline,
                RegistrationState::Pending
                | RegistrationState::Waitlisted
                | RegistrationState::Confirmed,
            ) => Some(Self::Decline),
            // Whoever cancelled does not want to come.
            (Verdict::Accept, RegistrationState::Confirmed | RegistrationState::Cancelled)
            | (Verdict::Decline, RegistrationState::Declined | RegistrationState::Cancelled) => {
                None
            }
        }
    }
}

impl SeveralDecisions {
    /// Those whom the verdict changes something for, in the order in which it is carried out, and what happens to how many.
    fn forecast(
        &self,
        people: Vec<Registration>,
        mut seats: Seats,
    ) -> (Vec<Registration>, DecisionForecast) {
        let mut forecast = DecisionForecast::default();
        let mut changed = Vec::with_capacity(people.len());
        for person in people {
            let organisation = person.person.organisation;
            let is_free = seats.admits(organisation.as_ref());
            let admits = is_free || self.limit == SeatLimit::Exceeded;
            match Step::of(self.verdict, person.state) {
                None => {
                    forecast.unchanged += 1;
                    continue;
                }
                Some(Step::Promote) if !admits => {
                    forecast.still_waiting += 1;
                    continue;
                }
                Some(Step::Admit | Step::Promote) => {
                    if admits {
                        seats.take(organisation);
                        forecast.seated += 1;
                        forecast.beyond += u32::from(!is_free);
                    } else {
                        forecast.enqueued += 1;
                    }
                    forecast.unconfirmed += u32::from(person.state == RegistrationState::Pending);
                }
                Some(Step::Decline) => {
                    forecast.declined += 1;
                    forecast.unseated += u32::from(person.state == RegistrationState::Confirmed);
                }
            }
            changed.push(person);
        }
        // A seat that is taken back goes to somebody who waits: not to one who is declined next.
        changed.sort_by_key(|person| {
            self.verdict == Verdict::Decline && person.state == RegistrationState::Confirmed
        });
        (changed, forecast)
    }

    fn check_state(&self, event: &Event) -> Result<()> {
        match (self.verdict, event.state) {
            (Verdict::Accept, EventState::Published)
            | (Verdict::Decline, EventState::Draft | EventState::Published) => Ok(()),
            _ => Err(PlannerError::WrongState),
        }
    }
}

impl Planner {
    /// What a verdict about several people will do, with the mail that the first of them will read.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn preview_decisions(
        &self,
        access: &EventAccess<Organises>,
        selection: &RegistrationSelection,
        decisions: &SeveralDecisions,
    ) -> Result<SeveralPreview> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        let (people, forecast) = locked.forecast(selection, decisions).await?;
        let counts = locked.tx.count_registrations(locked.event.id).await?;
        let (network, event) = (locked.network.clone(), locked.event.clone());
        let mail = match people.first() {
            Some(first) if decisions.check_state(&event).is_ok() => {
                locked
                    .mail_of_decision(first.clone(), decisions, Who::from(&right))
                    .await?
            }
            _ => None,
        };
        // The mail was written to be read here only.
        drop(tx);
        Ok(SeveralPreview {
            people: people
                .iter()
                .map(|person| DecidedPerson {
                    id: person.id,
                    name: person.person.name(),
                    state: person.state,
                })
                .collect(),
            network,
            event,
            counts,
            forecast,
            mail,
        })
    }

    /// Begins the job that decides about several people. Gives their number.
    ///
    /// # Errors
    ///
    /// `WrongState` if nobody is accepted or declined in this state of the event, `Invalid` if nothing changes for anybody.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn decide_several(
        &self,
        access: &EventAccess<Organises>,
        selection: &RegistrationSelection,
        decisions: SeveralDecisions,
    ) -> Result<u32> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        decisions.check_state(&locked.event)?;
        let (people, _) = locked.forecast(selection, &decisions).await?;
        if people.is_empty() {
            return Err(Faults::one("people", Fault::TooFewPeople { least: 1 }).into());
        }
        let people: Vec<RegistrationId> = people.iter().map(|person| person.id).collect();
        let total = u32::try_from(people.len()).unwrap_or(u32::MAX);
        let member = right.member().id;
        let payload = JobPayload::Decision(DecideListed {
            decisions,
            member,
            ordered_at: Some(self.now()),
        });
        let job = locked.queue_job(&payload, total, member).await?;
        locked.tx.list_people_of_job(job.id(), &people).await?;
        self.commit_with_job(tx, Some(job)).await?;
        Ok(total)
    }
}

impl LockedEvent<'_> {
    async fn forecast(
        &mut self,
        selection: &RegistrationSelection,
        decisions: &SeveralDecisions,
    ) -> Result<(Vec<Registration>, DecisionForecast)> {
        let people = selection.read(self.tx, self.event.id).await?;
        let seats = seats_of(self.tx, &self.event).await?;
        Ok(decisions.forecast(people, seats))
    }

    /// Decides about the next people of a job.
    pub(crate) async fn decision_batch(
        &mut self,
        order: &DecideListed,
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<Batch> {
        if order.decisions.check_state(&self.event).is_err() {
            return Ok(Batch::Done);
        }
        let after: i64 = position(job)?.unwrap_or_default();
        let people = self.tx.people_of_job(job.id, after, pace.people()).await?;
        let is_last = people.len() < pace.people() as usize;
        for (place, read) in people {
            set_position(job, &place)?;
            if let Some(registration) = readable(read, job, pace) {
                let id = registration.id;
                let who = Who::Member(order.member);
                let decided = if order.is_overruled_for(&registration) {
                    Ok(false)
                } else {
                    self.decide_one(registration, &order.decisions, who).await
                };
                count_mail(job, id, decided)?;
            }
        }
        Ok(if is_last { Batch::Done } else { Batch::GoesOn })
    }

    /// Carries a verdict out for one person, as they are now. `false`: it changes nothing.
    async fn decide_one(
        &mut self,
        registration: Registration,
        decisions: &SeveralDecisions,
        who: Who,
    ) -> Result<bool> {
        let Some(step) = Step::of(decisions.verdict, registration.state) else {
            return Ok(false);
        };
        let note = decisions.note.as_ref().filter(|note| !note.is_empty());
        let claim = SeatClaim {
            note: note.map(Text::to_string),
            ..SeatClaim::new(registration, who)
        };
        match step {
            Step::Admit | Step::Promote if decisions.limit == SeatLimit::Exceeded => {
                self.allocator().give_beyond(claim).await.map(|_| true)
            }
            Step::Admit => self.allocator().give_or_enqueue(claim).await.map(|_| true),
            Step::Promote => match self.allocator().give(claim).await {
                Ok(_) => Ok(true),
                Err(PlannerError::Full) => Ok(false),
                Err(error) => Err(error),
            },
            Step::Decline => {
                let reason = note.cloned();
                self.decide(claim.registration, who, Decision::Decline { reason })
                    .await?;
                Ok(true)
            }
        }
    }

    /// The mail that a decision about somebody writes. The caller does not commit the decision.
    async fn mail_of_decision(
        &mut self,
        person: Registration,
        decisions: &SeveralDecisions,
        who: Who,
    ) -> Result<Option<DecisionMail>> {
        let (id, name, address) = (
            person.id,
            person.person.name(),
            person.person.address.to_string(),
        );
        let before = last_mail(self.tx, id).await?;
        self.decide_one(person, decisions, who).await?;
        let mail = last_mail(self.tx, id).await?;
        let Some((mail, subject)) = mail.filter(|mail| Some(mail) != before.as_ref()) else {
            return Ok(None);
        };
        let message = self.tx.mail_message(mail).await?.unwrap_or_default();
        Ok(Some(DecisionMail {
            name,
            address,
            subject,
            text: ParsedMail::read(&mask_message(&message)).text,
        }))
    }
}

/// The latest mail about a registration, with its subject.
async fn last_mail(
    tx: &mut Tx,
    registration: RegistrationId,
) -> Result<Option<(model::MailId, String)>> {
    let mails = tx.mails_of_registration(registration).await?.rows;
    let mail = mails.into_iter().max_by_key(|mail| mail.id);
    Ok(mail.map(|mail| (mail.id, mail.subject)))
}
