//! What an organiser does next about an event. Pure rules: facts and the present instant in, steps out.

use jiff::{SignedDuration, Timestamp};
use model::{Event, EventKind, EventState};
use store::Attention;

use super::Counts;
use crate::{assignments::WorkshopAttention, cafes::PlanAttention};

/// How long before the registration closes it asks for attention.
const CLOSES_SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How long before an event begins what people wrote and the list of names ask for attention.
pub(crate) const BEGINS_SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

/// One thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// A draft whose date has passed gets a new one.
    MoveDraft,
    /// A draft gets a place or an online link.
    AddPlace,
    /// A draft gets an agenda.
    PlanAgenda,
    /// An event that is a café gets a set-up.
    SetUpCafe,
    /// A draft is published.
    Publish,
    /// The event is today, or it has begun.
    HoldEvent,
    /// The last mail to some people was refused.
    ReachPeople { people: u32 },
    /// People wait for the organisers' decision.
    Decide { people: u32 },
    /// People wait although there are seats, which are held for organisations.
    SeatWaiting { waiting: u32, free: u32 },
    /// Hosts of a café no longer come.
    ReplaceHosts { tables: u32 },
    /// People sit at tables of a café that do not meet what they need.
    MeetNeeds { people: u32 },
    /// People have no table in the published plan of a café.
    SeatAtTables { people: u32 },
    /// People of the published plan of a café no longer come.
    CloseGaps { people: u32 },
    /// The plan of a café is not the one that participants see.
    PublishPlan,
    /// The wishes for workshops are closed: seats are given.
    AssignWorkshops,
    /// Something has changed since the assignment of workshops was made.
    RepairAssignment,
    /// People have no workshop in some slot.
    PlaceInWorkshops { people: u32 },
    /// The assignment of workshops is not the one that participants see.
    PublishWorkshops,
    /// Invited people have not answered for days.
    RemindInvited { people: u32 },
    /// Nobody is registered for an event by invitation.
    AddPeople,
    /// Nobody is registered for an event with a public page.
    ShareLink,
    /// People wrote what they need.
    ReadAnswers { people: u32 },
    /// The registration closes soon. `free`: seats that are left, if they are limited.
    FillSeats {
        closes: Timestamp,
        free: Option<u32>,
    },
    /// The registration is over, and the event begins soon.
    PrintList { people: u32 },
    /// A past event serves as the template of the next one.
    PlanNext { people: u32 },
    /// A cancelled event serves as the template of another one.
    PlanAgain,
}

impl NextStep {
    /// Whether it changes nothing, so that whoever may read the event can do it.
    pub const fn only_reads(self) -> bool {
        matches!(
            self,
            Self::HoldEvent | Self::ReadAnswers { .. } | Self::PrintList { .. }
        )
    }
}

/// What to do next about an event, the most urgent first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NextSteps {
    pub steps: Vec<NextStep>,
    /// When there will be something to do, if there is nothing now.
    pub quiet_until: Option<Timestamp>,
}

/// The facts that decide what is next.
#[derive(Debug, Clone, Copy)]
pub struct EventStatus<'a> {
    pub event: &'a Event,
    pub counts: Counts,
    pub attention: &'a Attention,
    pub plans: PlanAttention,
    pub workshops: WorkshopAttention,
}

impl EventStatus<'_> {
    /// What to do next about the event.
    pub fn next_steps(&self, now: Timestamp) -> NextSteps {
        let steps = match self.event.state {
            EventState::Draft => self.before_publication(now),
            EventState::Published if self.event.is_over(now) => vec![NextStep::PlanNext {
                people: self.counts.confirmed,
            }],
            EventState::Published => self.after_publication(now),
            EventState::Cancelled => vec![NextStep::PlanAgain],
        };
        let quiet_until = if steps.is_empty() {
            self.next_date(now)
        } else {
            None
        };
        NextSteps { steps, quiet_until }
    }

    /// Whether the event itself is a café. It needs no agenda.
    fn is_cafe(&self) -> bool {
        self.event.details.kind == EventKind::WorldCafe
    }

    fn lacks_set_up(&self) -> bool {
        self.is_cafe() && !self.plans.is_set_up
    }

    fn before_publication(&self, now: Timestamp) -> Vec<NextStep> {
        if self.event.is_over(now) {
            return vec![NextStep::MoveDraft];
        }
        let place = &self.event.details.place;
        let is_nowhere = place.in_one_line().is_none() && place.online_link.is_none();
        let missing = [
            (is_nowhere, NextStep::AddPlace),
            (
                self.attention.agenda_items == 0 && !self.is_cafe(),
                NextStep::PlanAgenda,
            ),
            (self.lacks_set_up(), NextStep::SetUpCafe),
            (true, NextStep::Publish),
        ];
        chosen(missing)
    }

    fn after_publication(&self, now: Timestamp) -> Vec<NextStep> {
        let details = &self.event.details;
        let counts = self.counts;
        let free = details
            .capacity
            .map(|capacity| capacity.saturating_sub(counts.confirmed));
        let has_begun = details.starts.at <= now;
        let is_day = has_begun || self.day_begins() <= now;
        let nobody = counts.confirmed + counts.waitlisted + counts.pending == 0;
        let by_invitation = self.event.is_by_invitation();
        let by_approval = details.is_by_approval();
        let is_open = self.event.registration_is_open(now);
        let closes = details.closes.map(|closes| closes.at);
        let closes_soon = closes.filter(|closes| is_open && *closes - CLOSES_SOON <= now);
        let is_soon = details.starts.at - BEGINS_SOON <= now && !has_begun;
        let is_closed = closes.is_some_and(|closes| closes <= now) || by_invitation;
        let unreached = self.attention.unreached;
        let answered = self.attention.writers;
        let silent = self.attention.silent;
        let plans = self.plans;
        let workshops = self.workshops;
        chosen([
            (is_day, NextStep::HoldEvent),
            (unreached > 0, NextStep::ReachPeople { people: unreached }),
            (
                !has_begun && counts.waitlisted > 0 && by_approval,
                NextStep::Decide {
                    people: counts.waitlisted,
                },
            ),
            (
                !has_begun
                    && counts.waitlisted > 0
                    && !by_approval
                    && free.is_none_or(|free| free > 0),
                NextStep::SeatWaiting {
                    waiting: counts.waitlisted,
                    free: free.unwrap_or(counts.waitlisted),
                },
            ),
            (!has_begun && self.lacks_set_up(), NextStep::SetUpCafe),
            (
                plans.hosts_gone > 0,
                NextStep::ReplaceHosts {
                    tables: plans.hosts_gone,
                },
            ),
            (
                plans.needs_unmet > 0,
                NextStep::MeetNeeds {
                    people: plans.needs_unmet,
                },
            ),
            (
                plans.without_table > 0,
                NextStep::SeatAtTables {
                    people: plans.without_table,
                },
            ),
            (plans.gone > 0, NextStep::CloseGaps { people: plans.gone }),
            (plans.is_unpublished, NextStep::PublishPlan),
            (workshops.is_unassigned, NextStep::AssignWorkshops),
            (workshops.is_outdated, NextStep::RepairAssignment),
            (
                workshops.without_workshop > 0,
                NextStep::PlaceInWorkshops {
                    people: workshops.without_workshop,
                },
            ),
            (workshops.is_unpublished, NextStep::PublishWorkshops),
            (
                !has_begun && nobody && by_invitation && self.attention.invited == 0,
                NextStep::AddPeople,
            ),
            (!has_begun && nobody && !by_invitation, NextStep::ShareLink),
            (
                !has_begun && silent > 0,
                NextStep::RemindInvited { people: silent },
            ),
            (
                !has_begun && answered > 0,
                NextStep::ReadAnswers { people: answered },
            ),
            (
                !nobody && closes_soon.is_some() && free != Some(0),
                NextStep::FillSeats {
                    closes: closes_soon.unwrap_or(details.starts.at),
                    free,
                },
            ),
            (
                !is_day && is_soon && is_closed && counts.confirmed > 0,
                NextStep::PrintList {
                    people: counts.confirmed,
                },
            ),
        ])
    }

    /// Midnight before the event, by its clocks.
    fn day_begins(&self) -> Timestamp {
        let details = &self.event.details;
        let midnight = details.time_zone.clock(details.starts.at).start_of_day();
        midnight.map_or(details.starts.at, |midnight| midnight.timestamp())
    }

    /// The next date at which the event asks for attention by itself.
    fn next_date(&self, now: Timestamp) -> Option<Timestamp> {
        let details = &self.event.details;
        let closes = details.closes.map(|closes| closes.at);
        [
            closes.map(|closes| closes - CLOSES_SOON),
            closes.map(|closes| closes.max(details.starts.at - BEGINS_SOON)),
            self.workshops.wishes_close.map(|closes| closes.at),
            Some(self.day_begins()),
        ]
        .into_iter()
        .flatten()
        .filter(|date| *date > now)
        .min()
    }
}

fn chosen<const N: usize>(steps: [(bool, NextStep); N]) -> Vec<NextStep> {
    let due = steps.into_iter().filter(|(is_due, _)| *is_due);
    due.map(|(_, step)| step).collect()
}

#[cfg(test)]
mod tests;
