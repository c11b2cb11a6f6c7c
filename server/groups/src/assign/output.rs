//! The plan as it is returned.

use serde::Serialize;

use super::figures::Figures;
use super::goals::Goal;
use super::incumbent::Incumbent;
use super::initial_plan::is_small;
use super::inspection::PlanInspection;
use super::model::{Model, NO_OFFER};
use super::problem::Problem;
use super::refusal::Refusal;
use super::seating::Seating;

/// One seat of a plan, by ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlannedSeat {
    /// Id of the person.
    pub person: String,
    /// Id of the slot.
    pub slot: String,
    /// Id of the workshop.
    pub workshop: String,
    /// Position of the workshop in the person's wishes; `None` if it was not wished for.
    pub rank: Option<usize>,
}

/// A goal with its value and its bound. The bound holds for all plans that are as good in the goals before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct GoalValue {
    /// The goal, in words in JSON.
    pub goal: Goal,
    /// Value of the plan; smaller is better.
    pub value: i64,
    /// Lower bound of the value.
    pub bound: i64,
}

/// Seats of rank 1 that are lost. `None` if the time did not suffice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Price {
    /// Lost to the minimum sizes of workshops, among the fullest plans.
    pub of_minimum_sizes: Option<i64>,
    /// Lost to the fairness chosen, among the fullest plans.
    pub of_fairness: Option<i64>,
}

/// An offer or a workshop that does not take place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Cancelled {
    /// A workshop with all its offers, by id.
    Workshop(String),
    /// One offer of a workshop that takes place in another slot.
    Offer {
        /// Id of the workshop.
        workshop: String,
        /// Id of the slot.
        slot: String,
    },
}

/// A person without a seat in a slot, by ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unplaced {
    /// Id of the person.
    pub person: String,
    /// Id of the slot.
    pub slot: String,
    /// The obstacles, as a sentence.
    pub why: String,
}

/// A seat for which the person would have preferred another workshop, by ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// Id of the person.
    pub person: String,
    /// Id of the slot.
    pub slot: String,
    /// Id of the workshop that the person attends.
    pub workshop: String,
    /// What stood against every better wish, as a sentence.
    pub why: String,
}

/// A plan that keeps every rule. Its fields are those of the JSON contract.
#[derive(Debug, Clone, Serialize)]
pub struct Plan {
    /// The seats by indices.
    #[serde(skip)]
    pub seating: Seating,
    /// In the order of the people, then of the slots.
    pub seats: Vec<PlannedSeat>,
    /// Closed offers, and offers with a minimum that nobody attends, in the order of the workshops.
    pub cancelled: Vec<Cancelled>,
    /// In the order of the people, then of the slots.
    pub unplaced: Vec<Unplaced>,
    /// In the order of the people, then of the slots. `None` for more than six million people × offers.
    pub refused: Option<Vec<Refused>>,
    /// Seats by rank, rank 1 first.
    pub profile: Vec<usize>,
    /// People by the best rank they have, rank 1 first.
    pub best_wish: Vec<usize>,
    /// Pairs of one organisation in one offer.
    pub spread: i64,
    /// Seats of the previous plan that are not kept.
    pub changed: i64,
    /// Whether no other plan is better in the seats filled and the levels of the fairness chosen.
    pub proven: bool,
    /// Distance between plan and bound on the first level that is not proven.
    pub gap: i64,
    /// Price of the minimum sizes and of the fairness.
    pub price: Price,
    /// All goals in their order, with spread and changes.
    pub goals: Vec<GoalValue>,
    /// The seed that drew between equals.
    pub seed: u64,
    /// Steps of the search. With the seed, and with them as limit, the plan is the same on every machine.
    pub iterations: u64,
}

/// What a search came to.
#[derive(Clone, Copy)]
pub(super) struct Outcome<'a> {
    pub incumbent: &'a Incumbent,
    pub price: Price,
    /// Its steps until the end.
    pub iterations: u64,
}

impl Plan {
    pub(super) fn new(
        model: &Model,
        goals: &[Goal],
        found: &Outcome<'_>,
        inspection: &mut PlanInspection<'_>,
    ) -> Self {
        let Outcome {
            incumbent,
            price,
            iterations,
        } = *found;
        let problem = inspection.problem();
        let mut seats = Vec::new();
        let figures = Figures::of_seats(model, &inspection.seats);
        for person in 0..model.people.len() {
            for &slot in &model.people[person].slots {
                let offer = inspection.seats[model.seat_index(person, slot)];
                if offer != NO_OFFER {
                    let workshop = model.offers[offer].workshop;
                    let rank = Some(model.rank(person, workshop)).filter(|&rank| rank > 0);
                    seats.push((
                        model.people[person].index,
                        model.slot_index[slot],
                        model.workshop_index[workshop],
                        rank,
                    ));
                }
            }
        }
        seats.sort_unstable();
        let open = goals.iter().enumerate().find(|&(i, goal)| {
            goal.needs_proof(model) && incumbent.values[i] != incumbent.bounds[i]
        });
        let refusals = inspection.refusals();
        let seating = Seating::from_seats(model, &inspection.seats);
        let refused = is_small(model).then(|| refused(problem, inspection));
        Self {
            seating,
            refused,
            seats: seats
                .into_iter()
                .map(|(person, slot, workshop, rank)| PlannedSeat {
                    person: problem.people[person].id.clone(),
                    slot: problem.slots[slot].clone(),
                    workshop: problem.workshops[workshop].id.clone(),
                    rank,
                })
                .collect(),
            cancelled: cancelled(problem, model, inspection),
            unplaced: refusals
                .iter()
                .map(|refusal| Unplaced {
                    person: problem.people[refusal.person].id.clone(),
                    slot: problem.slots[refusal.slot].clone(),
                    why: refusal.text(problem),
                })
                .collect(),
            profile: figures.profile,
            best_wish: figures.best_wish,
            spread: figures.spread,
            changed: figures.changed,
            proven: open.is_none(),
            gap: open.map_or(0, |(i, _)| incumbent.values[i] - incumbent.bounds[i]),
            price,
            goals: goals
                .iter()
                .zip(incumbent.values.iter().zip(&incumbent.bounds))
                .map(|(&goal, (&value, &bound))| GoalValue { goal, value, bound })
                .collect(),
            seed: problem.seed,
            iterations,
        }
    }

    /// The plan as JSON.
    ///
    /// # Errors
    ///
    /// No error is expected: every value of a plan can be written.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

fn refused(problem: &Problem, inspection: &mut PlanInspection<'_>) -> Vec<Refused> {
    let mut refusals: Vec<Refusal> = (0..inspection.people())
        .flat_map(|person| inspection.refusals_of(person))
        .collect();
    refusals.sort_by_key(|refusal| (refusal.person, refusal.slot));
    let refused = |refusal: &Refusal| {
        Some(Refused {
            person: problem.people[refusal.person].id.clone(),
            slot: problem.slots[refusal.slot].clone(),
            workshop: problem.workshops[refusal.held?].id.clone(),
            why: refusal.text(problem),
        })
    };
    refusals.iter().filter_map(refused).collect()
}

/// Closed offers, and offers with a minimum that nobody attends. A workshop without any offer is named once.
fn cancelled(problem: &Problem, model: &Model, inspection: &PlanInspection<'_>) -> Vec<Cancelled> {
    let mut slot_at = vec![0; model.slots()];
    for (slot, &index) in model.slot_index.iter().enumerate() {
        slot_at[index] = slot;
    }
    let mut cancelled = Vec::new();
    let mut at = vec![0; model.workshop_index.len()];
    for (workshop, &index) in model.workshop_index.iter().enumerate() {
        at[index] = workshop;
    }
    for (index, workshop) in problem.workshops.iter().enumerate() {
        let empty = |slot: &&usize| {
            model
                .offer_in(at[index], slot_at[**slot])
                .is_some_and(|offer| {
                    let limits = &model.offers[offer];
                    (limits.min > 0 || limits.is_closed) && inspection.is_empty(offer)
                })
        };
        let empty: Vec<usize> = workshop.slots.iter().filter(empty).copied().collect();
        if empty.len() == workshop.slots.len() && !empty.is_empty() {
            cancelled.push(Cancelled::Workshop(workshop.id.clone()));
        } else {
            cancelled.extend(empty.into_iter().map(|slot| Cancelled::Offer {
                workshop: workshop.id.clone(),
                slot: problem.slots[slot].clone(),
            }));
        }
    }
    cancelled
}
