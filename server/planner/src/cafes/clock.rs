//! The clock of a café: what it shows, and how helpers move it.

use std::ops::Range;

use jiff::Timestamp;
use model::{
    AgendaItem, AgendaItemId, Event, PlanId, PlanLinkPurpose,
    cafe::{
        CafeClock, CafePhase, CafeRounds, CafeSchedule, CafeSetUp, ClockReading, ClockStep,
        TimedPhase,
    },
};
use serde::Serialize;
use store::{CafePlan, Reader, StoredClock};

use super::{Cafe, ScreenLink, cafe_of_plan::plan_of, schedule_of};
use crate::{
    LiveMessage, Planner, PlannerError, Result,
    access::{EventAccess, Helps, Right},
};

/// The clock of a café at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CafeNow {
    pub plan: PlanId,
    /// Counts the changes of the clock.
    pub revision: i64,
    pub clock: CafeClock,
    pub rounds: CafeRounds,
    pub schedule: CafeSchedule,
    /// The day of the café.
    pub day: Range<Timestamp>,
    pub at: Timestamp,
    /// What the remote control and the screens show. Where it is rehearsed, personal pages and plans follow the planned
    /// times: see [`CafeNow::of_the_day`].
    pub reading: ClockReading,
    /// The version that participants see.
    pub published: Option<u32>,
}

/// What somebody saw of a clock before moving it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenClock {
    pub revision: i64,
    pub phase: CafePhase,
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepOutcome {
    Done,
    /// The clock was moved, or went on by itself, after it was seen. It is left as it is.
    Meanwhile,
}

/// What a screen needs to go on by itself. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScreenState {
    now: i64,
    revision: i64,
    version: Option<u32>,
    automatic: bool,
    bells: bool,
    paused: Option<i64>,
    rung: Option<i64>,
    /// The present phase and all that follow.
    phases: Vec<ScreenPhase>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ScreenPhase {
    name: &'static str,
    /// The round that people are in, or change to. 0 before the first and after the last.
    round: u32,
    begins: i64,
    ends: i64,
}

impl CafeNow {
    /// What a step names.
    pub const fn seen(&self) -> SeenClock {
        SeenClock {
            revision: self.revision,
            phase: self.reading.now.phase,
        }
    }

    /// Whether somebody tries the clock out on another day than that of the café.
    pub fn is_rehearsal(&self) -> bool {
        self.clock.is_rehearsed(&self.day)
    }

    /// What counts for people and for plans: a rehearsal does not.
    pub(super) fn of_the_day(&self) -> ClockReading {
        let clock = self.clock.of_the_day(&self.day);
        clock.read(&self.schedule, self.rounds, self.at)
    }

    /// The present phase and all that follow, each with its times if nobody moves the clock.
    pub fn timeline(&self) -> Vec<TimedPhase> {
        self.clock.timeline(&self.schedule, self.rounds, self.at)
    }

    /// What a screen is sent.
    pub fn screen_state(&self) -> ScreenState {
        let millis = |at: Timestamp| at.as_millisecond();
        ScreenState {
            now: millis(self.at),
            revision: self.revision,
            version: self.published,
            automatic: self.clock.automatic,
            bells: self.clock.bells,
            paused: self.reading.paused.map(millis),
            rung: self.clock.rung.map(millis),
            phases: self
                .timeline()
                .into_iter()
                .map(|one| ScreenPhase {
                    name: match one.phase {
                        CafePhase::Before => "before",
                        CafePhase::Talk(_) => "talk",
                        CafePhase::Change(_) => "change",
                        CafePhase::Over => "over",
                    },
                    round: one.phase.round().unwrap_or(0),
                    begins: millis(one.begins),
                    ends: millis(one.ends),
                })
                .collect(),
        }
    }
}

/// The clock of a café with what its remote control shows.
#[derive(Debug, Clone)]
pub struct CafeRemote {
    pub cafe: Cafe,
    /// `None` until the set-up is saved.
    pub now: Option<CafeNow>,
    /// The links to its screen, the oldest first.
    pub screens: Vec<ScreenLink>,
}

impl Planner {
    /// The clock of a café, and the links to its screens. `NotFound` if the event has no café.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn cafe_remote(
        &self,
        access: &EventAccess<impl Right>,
        item: Option<AgendaItemId>,
    ) -> Result<CafeRemote> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let (now, screens) = match &cafe.plan {
            Some(plan) => {
                let now = cafe_now(
                    &mut reader,
                    plan,
                    &cafe.event,
                    cafe.item.as_ref(),
                    self.now(),
                );
                let now = now.await?;
                let links = reader.plan_links(plan.id, PlanLinkPurpose::Screen).await?;
                (Some(now), links.iter().map(ScreenLink::of).collect())
            }
            None => (None, Vec::new()),
        };
        Ok(CafeRemote { cafe, now, screens })
    }

    /// The clock of a plan, for a page that follows it.
    pub async fn cafe_clock(
        &self,
        access: &EventAccess<impl Right>,
        plan: PlanId,
    ) -> Result<CafeNow> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let (plan, item) = plan_of(&mut reader, &event, plan).await?;
        cafe_now(&mut reader, &plan, &event, item.as_ref(), self.now()).await
    }

    /// Moves a clock. A step is done if the clock is as it was seen, so that two phones which end the same round
    /// end one. The bell sounds in any case.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn step_cafe_clock(
        &self,
        access: &EventAccess<Helps>,
        plan: PlanId,
        seen: SeenClock,
        step: ClockStep,
    ) -> Result<StepOutcome> {
        let mut tx = self.store().begin().await?;
        let (_, event) = access.lock(&mut tx).await?;
        let (plan, item) = plan_of(&mut tx, &event, plan).await?;
        let now = cafe_now(&mut tx, &plan, &event, item.as_ref(), self.now()).await?;
        if seen != now.seen() && step != ClockStep::Ring {
            return Ok(StepOutcome::Meanwhile);
        }
        let mut clock = now.clock.clone();
        clock
            .step(step, &now.schedule, now.rounds, now.at)
            .map_err(|_| PlannerError::WrongState)?;
        let new = StoredClock {
            revision: now.revision + 1,
            clock,
        };
        tx.save_cafe_clock(plan.id, &new).await?;
        let message = LiveMessage::Clock {
            plan: plan.id,
            revision: new.revision,
        };
        self.commit_with_message(tx, message).await?;
        Ok(StepOutcome::Done)
    }
}

/// The phase of a café at an instant. Times are those of the published plan, so that screens, cards and personal
/// pages agree; of the set-up, until there is one.
pub(crate) async fn cafe_now(
    reader: &mut Reader,
    plan: &CafePlan,
    event: &Event,
    item: Option<&AgendaItem>,
    at: Timestamp,
) -> Result<CafeNow> {
    let rounds = published_set_up(reader, plan).await?.rounds;
    let stored = reader.cafe_clock(plan.id).await?;
    let schedule = schedule_of(event, item, rounds);
    let day = schedule.day(event.details.time_zone.rules());
    // A rehearsal ends with the day that it was for.
    let clock = if day.start <= at {
        stored.clock.of_the_day(&day)
    } else {
        stored.clock
    };
    Ok(CafeNow {
        plan: plan.id,
        revision: stored.revision,
        reading: clock.read(&schedule, rounds, at),
        clock,
        day,
        rounds,
        schedule,
        at,
        published: plan.published.map(|(number, _)| number),
    })
}

/// The set-up that the published version was made from; the one that is edited, until there is one.
pub(super) async fn published_set_up(reader: &mut Reader, plan: &CafePlan) -> Result<CafeSetUp> {
    let published = match plan.published {
        Some((number, _)) => reader.set_up_of_version(plan.id, number).await?,
        None => None,
    };
    Ok(published.unwrap_or_else(|| plan.set_up.clone()))
}
