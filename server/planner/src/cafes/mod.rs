//! World cafés: set-up, plan, and what belongs to the day.
//!
//! A café is an item of an agenda, or the event itself. Its plan begins when somebody saves the set-up. Every
//! change of a plan is made under the event's lock and appends a version.

mod attention;
mod board;
mod cafe_of_plan;
mod clock;
mod clock_times;
mod drawing;
mod earlier;
mod effects;
mod exchange;
mod facts;
mod failure;
mod forecast;
pub mod harvest;
mod latecomers;
mod likely_twice;
mod needs;
mod operations;
mod paper;
mod people;
mod presence;
mod problem;
mod publishing;
mod quality;
mod repair;
mod request;
mod rounds;
mod screen_links;
mod search;
mod seat_options;
mod set_up;
mod short_search;
mod solving;
mod state;
mod suggestion;
mod variant;
mod versions;
mod way;

use std::collections::HashSet;

use jiff::{Timestamp, civil::DateTime};
use model::{
    AgendaItem, AgendaItemId, AgendaItemKind, Event, EventKind, Network, Question, RegistrationId,
    RegistrationState,
    cafe::{CafeKind, CafeRounds, CafeSchedule, CafeSetUp},
};
use store::{CafePlan, Listed, Reader, StoreError, Tx};

pub use self::{
    attention::PlanAttention,
    board::{CafeBoard, PersonGain, PlanFigures, RepeatedPair},
    clock::{CafeNow, CafeRemote, ScreenState, SeenClock, StepOutcome},
    drawing::DrawOutcome,
    effects::{MoveEffect, SeatMove},
    exchange::{PlanColumn, PlanExport, PlanImport, PlanLineFault, PlanTableHeadings, SeatFault},
    facts::CafeFacts,
    failure::SolveFailure,
    forecast::{Conflict, Forecast, Possible, RuleCost},
    likely_twice::{LikelyTwice, likely_known, likely_twice},
    needs::{needs_of, was_given},
    operations::{EditOutcome, PlanChange, PlanEdit},
    paper::{CafePaper, PaperChoice},
    people::{CafePerson, FormerPerson, distinct_names, public_names},
    presence::{CafeDay, DayState, Reseated},
    problem::{CafeInput, CafeProblem, Presence, RuleSource, even_sizes},
    publishing::Publication,
    repair::{Repair, RepairKind, RepairPublication, Repairs},
    rounds::HeldRounds,
    screen_links::{CafeScreen, ScreenLink, ScreenSeat},
    seat_options::{SeatOption, SeatOptions},
    set_up::{PlanDrift, SetUpEdit},
    solving::{SolveFigures, SolveOutcome, SolveScope},
    suggestion::{Suggestion, suggest},
    variant::Variant,
    versions::{ListedVersion, SeatDifference, TakeOver, VersionComparison, seat_differences},
    way::reseated,
};
pub(crate) use self::{
    cafe_of_plan::item_of_plan,
    effects::Evaluator,
    facts::load_facts,
    short_search::ShortSearches,
    solving::{SolveCafe, SolveCursor},
    versions::{NewVersion, require_plan, require_version},
    way::{ShownPlans, encode_ways},
};
pub use crate::plans::PlanState;
pub use crate::plans::RulePolicy;
pub use crate::plans::UndoSteps;
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Right},
    agenda::in_order,
    require::require_network,
};

/// Another plan that the solver found beside a version of a café's plan.
pub type PlanAlternative = store::PlanAlternative<CafeKind>;

/// A café with everything that its pages show.
#[derive(Debug, Clone)]
pub struct Cafe {
    pub network: Network,
    pub event: Event,
    /// The item of the agenda. `None`: the event itself is the café.
    pub item: Option<AgendaItem>,
    /// All cafés of the event: its own (`None`), then those of its agenda, in order.
    pub all: Vec<Option<AgendaItem>>,
    /// `None` until the set-up is saved for the first time.
    pub plan: Option<CafePlan>,
    /// The people who take part: everybody with a confirmed registration, in the order of names.
    pub people: Vec<CafePerson>,
    /// Everybody with a registration and no seat at the event. The set-up or a version may still name them.
    pub former: Vec<FormerPerson>,
    pub questions: Vec<Question>,
    pub confirmed: u32,
}

impl Cafe {
    /// The set-up that is edited; an empty one before the first is saved.
    pub fn set_up(&self) -> CafeSetUp {
        self.plan
            .as_ref()
            .map_or_else(CafeSetUp::empty, |plan| plan.set_up.clone())
    }

    /// Hosts and people of rules who have no seat at the event any more.
    pub fn former_of_set_up(&self) -> impl Iterator<Item = &FormerPerson> {
        let set_up = self.plan.as_ref().map(|plan| &plan.set_up);
        let named: HashSet<RegistrationId> = set_up
            .iter()
            .flat_map(|set_up| set_up.named_people())
            .collect();
        self.former
            .iter()
            .filter(move |person| named.contains(&person.id))
    }

    /// The revision of the set-up; 0 before the first is saved.
    pub fn revision(&self) -> i64 {
        self.plan.as_ref().map_or(0, |plan| plan.revision)
    }

    /// The local time at which the first round begins.
    pub fn begins(&self, rounds: CafeRounds) -> DateTime {
        begins_of(&self.event, self.item.as_ref(), rounds)
    }

    /// Seats that are held for organisations and not taken yet.
    pub fn held_seats(&self) -> u32 {
        let contingents = &self.event.details.contingents;
        let open = contingents.iter().map(|contingent| {
            let taken = self
                .people
                .iter()
                .filter(|person| person.organisation == Some(contingent.organisation))
                .count();
            contingent
                .seats
                .saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX))
        });
        open.sum()
    }

    /// The minutes that the item of the agenda, or the event without one, gives the café.
    pub fn minutes(&self) -> u32 {
        let zone = self.event.details.time_zone.rules();
        let begins = match &self.item {
            Some(item) => zone.to_ambiguous_timestamp(item.starts).compatible().ok(),
            None => Some(self.event.details.starts.at),
        };
        let minutes = begins.map_or(0, |begins| self.ends().duration_since(begins).as_mins());
        u32::try_from(minutes).unwrap_or(0)
    }

    /// The times of the rounds.
    pub fn schedule(&self, rounds: CafeRounds) -> CafeSchedule {
        schedule_of(&self.event, self.item.as_ref(), rounds)
    }

    /// When the item of the agenda, or the event without one, is over.
    pub fn ends(&self) -> Timestamp {
        let zone = self.event.details.time_zone.rules();
        let ends = self.item.as_ref().and_then(|item| {
            let begins = zone.to_ambiguous_timestamp(item.starts).compatible().ok()?;
            begins
                .checked_add(jiff::SignedDuration::from_mins(item.minutes.into()))
                .ok()
        });
        ends.unwrap_or(self.event.details.ends.at)
    }
}

/// The local time at which the first round of an event's café begins.
fn begins_of(event: &Event, item: Option<&AgendaItem>, rounds: CafeRounds) -> DateTime {
    let planned = item.map_or(event.details.starts.local, |item| item.starts);
    rounds
        .begins
        .map_or(planned, |time| planned.date().to_datetime(time))
}

/// The times of the rounds of an event's café.
fn schedule_of(event: &Event, item: Option<&AgendaItem>, rounds: CafeRounds) -> CafeSchedule {
    let zone = event.details.time_zone.rules();
    let begins = zone
        .to_ambiguous_timestamp(begins_of(event, item, rounds))
        .compatible();
    CafeSchedule::new(begins.unwrap_or(event.details.starts.at), rounds)
}

impl Planner {
    /// A café of an event: that of an item of its agenda; without one the event's own, or else the first of its agenda.
    /// `NotFound` if the event has none.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn cafe(
        &self,
        access: &EventAccess<impl Right>,
        item: Option<AgendaItemId>,
    ) -> Result<Cafe> {
        Ok(self.read_cafe(access, item).await?.1)
    }

    /// A café, with the transaction that it was read in.
    pub(crate) async fn read_cafe(
        &self,
        access: &EventAccess<impl Right>,
        item: Option<AgendaItemId>,
    ) -> Result<(Reader, Cafe)> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let cafe = load_cafe(&mut reader, network, event, item).await?;
        Ok((reader, cafe))
    }
}

/// A café of an event that is locked until the transaction ends.
pub(crate) async fn lock_cafe<R: Right>(
    tx: &mut Tx,
    access: &EventAccess<R>,
    item: Option<AgendaItemId>,
) -> Result<(R, Cafe)> {
    let (right, locked) = access.lock_with_network(tx).await?;
    let cafe = load_cafe(tx, locked.network, locked.event, item).await?;
    Ok((right, cafe))
}

/// Loads a café in a transaction that has checked the right.
pub(crate) async fn load_cafe(
    reader: &mut Reader,
    network: Network,
    event: Event,
    item: Option<AgendaItemId>,
) -> Result<Cafe> {
    let agenda = reader.agenda(event.id).await?.rows;
    let mut items = in_order(agenda, event.details.time_zone.rules());
    items.retain(|item| item.kind == AgendaItemKind::Cafe);
    let Listed {
        rows: plans,
        unreadable,
    } = reader.plans_of_event(event.id).await?;
    // A plan of the event itself stays, whatever the agenda and the kind of the event become.
    let is_own = plans.iter().any(|plan| plan.item.is_none())
        || (items.is_empty() && event.details.kind == EventKind::WorldCafe);
    let own = is_own.then_some(None);
    let all: Vec<_> = own.into_iter().chain(items.into_iter().map(Some)).collect();
    let mut cafes = all.iter();
    let found = match item {
        Some(_) => cafes.find(|cafe| cafe.as_ref().map(|item| item.id) == item),
        None => cafes.next(),
    };
    let item = found.ok_or(PlannerError::NotFound)?.clone();
    let plan = plans
        .into_iter()
        .find(|plan| plan.item == item.as_ref().map(|item| item.id));
    if let (None, Some(row)) = (&plan, unreadable.into_iter().next()) {
        // It may be the plan of this café: another one must not be begun.
        return Err(StoreError::from(row).into());
    }
    let registrations = reader.registrations_of(event.id).await?.rows;
    let organisations = reader.organisations(event.network).await?.rows;
    let (confirmed, others): (Vec<_>, Vec<_>) = registrations
        .into_iter()
        .partition(|one| one.state == RegistrationState::Confirmed);
    let former = others.into_iter().map(FormerPerson::new).collect();
    let people: Vec<CafePerson> = confirmed
        .into_iter()
        .map(|registration| CafePerson::new(registration, &organisations))
        .collect();
    Ok(Cafe {
        confirmed: u32::try_from(people.len()).unwrap_or(u32::MAX),
        questions: reader.questions(event.id).await?.rows,
        network,
        event,
        item,
        all,
        plan,
        people,
        former,
    })
}
