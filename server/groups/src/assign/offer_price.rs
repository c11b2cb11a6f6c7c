//! What keeping or cancelling an offer would change in the plan.

use std::collections::BTreeSet;

use super::branch_and_price::{BranchAndPrice, FixedSeatsResult};
use super::contradiction::find_direct_contradiction;
use super::figures::Figures;
use super::goals::{Goal, ordered_goals, values};
use super::incumbent::Incumbent;
use super::initial_plan::polish;
use super::layout::ProblemLayout;
use super::model::{Model, NO_OFFER, Seats};
use super::problem::{Offer, Problem, Stability};
use super::report::{Unreported, misses_required};
use super::seating::Seating;
use super::single_slot;
use super::solve::{find_required_seats, solve_single_slot};
use crate::SearchControl;

/// An offer, and the plan that the opposite decision about it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferPrice {
    pub offer: Offer,
    /// People who attend it in the present plan. With none it does not take place, and the opposite is that it must.
    pub people: usize,
    pub opposite: Opposite,
}

/// The plan after the opposite decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opposite {
    /// The best plan found.
    Plan(Box<OppositePlan>),
    /// Proved: no plan keeps the rules.
    Impossible,
    /// The search ended before a plan was found.
    Unknown,
}

/// A plan beside the present one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OppositePlan {
    pub figures: Figures,
    /// The first goal that differs from the present plan, and by how much. More than 0 is the price. How many change
    /// seats is no part of it.
    pub difference: Option<(Goal, i64)>,
    /// People with another seat than in the present plan, or none.
    pub people_moved: usize,
    /// Whether no plan with this decision is better in seats and fairness.
    pub is_proven: bool,
    pub seating: Seating,
}

/// The offers that an organiser may want to decide: those with a minimum that do not take place, or have at most half
/// more people than it. The fewest people beyond the minimum come first.
pub fn small_offers(problem: &Problem, seating: &Seating) -> Vec<Offer> {
    let is_decided = |offer: &Offer| problem.open.contains(offer) || problem.closed.contains(offer);
    let mut offers: Vec<(i64, Offer)> = Vec::new();
    for (workshop, limits) in problem.workshops.iter().enumerate() {
        for &slot in &limits.slots {
            let offer = Offer { workshop, slot };
            let people = people_in(seating, offer);
            let min = limits.min as usize;
            if min > 1 && 2 * people <= 3 * min && !is_decided(&offer) {
                let people = i64::try_from(people).unwrap_or(i64::MAX);
                offers.push((people - i64::from(limits.min), offer));
            }
        }
    }
    offers.sort_unstable();
    offers.into_iter().map(|(_, offer)| offer).collect()
}

fn people_in(seating: &Seating, offer: Offer) -> usize {
    let rows = seating.workshops.iter();
    rows.filter(|row| row.get(offer.slot) == Some(&Some(offer.workshop)))
        .count()
}

/// Finds the plan after the opposite decision for each offer.
///
/// A first round finds a plan for each offer by moving few people. A second one improves and proves the plans, in the
/// same order, until `control` ends the search. `on_price` receives each result, so an offer of the second round twice.
/// [`SearchControl::on_plan`] is called before each search. Without a previous plan, the present one counts as
/// previous: among equally good plans the nearest to it is sought.
pub fn price_offers(
    problem: &Problem,
    seating: &Seating,
    offers: &[Offer],
    control: &dyn SearchControl,
    mut on_price: impl FnMut(&OfferPrice),
) -> Vec<OfferPrice> {
    let layout = ProblemLayout::new(problem);
    let present = seating.to_seats(&layout.model);
    let present = Present {
        problem,
        layout: &layout,
        values: values(&layout.model, &layout.goals, &present),
        seating,
    };
    let mut prices: Vec<OfferPrice> = offers
        .iter()
        .map(|&offer| OfferPrice {
            offer,
            people: people_in(seating, offer),
            opposite: Opposite::Unknown,
        })
        .collect();
    let count = 2 * prices.len();
    for (round, effort) in [Effort::Move, Effort::Prove].into_iter().enumerate() {
        for i in 0..prices.len() {
            if control.should_stop() {
                return prices;
            }
            if prices[i].is_settled() {
                continue;
            }
            control.on_plan(round * prices.len() + i, count);
            let opposite = present.opposite(&prices[i], effort, &Unreported(control));
            if opposite != Opposite::Unknown {
                prices[i].opposite = opposite;
                on_price(&prices[i]);
            }
        }
    }
    prices
}

impl OfferPrice {
    fn is_settled(&self) -> bool {
        match &self.opposite {
            Opposite::Plan(plan) => plan.is_proven,
            Opposite::Impossible => true,
            Opposite::Unknown => false,
        }
    }
}

/// How long a search for one plan takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effort {
    /// Flows slot by slot from the present plan.
    Move,
    /// Until the plan is proved optimal.
    Prove,
}

/// The present plan.
struct Present<'a> {
    problem: &'a Problem,
    layout: &'a ProblemLayout,
    values: Vec<i64>,
    seating: &'a Seating,
}

impl Present<'_> {
    fn opposite(
        &self,
        price: &OfferPrice,
        effort: Effort,
        control: &dyn SearchControl,
    ) -> Opposite {
        let mut problem = self.problem.clone();
        if price.people == 0 {
            problem.open.push(price.offer);
        } else {
            problem.closed.push(price.offer);
        }
        if problem.previous.is_empty() {
            problem.previous = self.seating.to_previous();
            problem.stability = Stability::Last;
        }
        if find_direct_contradiction(&problem).is_some() {
            return Opposite::Impossible;
        }
        let model = Model::in_input_order(&problem, &BTreeSet::new());
        let goals = ordered_goals(&model);
        if single_slot::applies_to(&model) {
            let found = solve_single_slot(&model, &goals, control);
            return match found {
                Some(found) => self.plan(&model, &goals, &found),
                None => self.required(&problem, &model, &goals, control),
            };
        }
        let start = match &price.opposite {
            Opposite::Plan(plan) => plan.seating.to_seats(&model),
            _ => self.seats_without(&model, price.offer),
        };
        if effort == Effort::Move {
            let seats = polish(&model, &goals, start, control);
            let found = Incumbent::new(&model, &goals, seats);
            return if misses_required(&goals, &found.values) {
                self.required(&problem, &model, &goals, control)
            } else {
                self.plan(&model, &goals, &found)
            };
        }
        let mut search = BranchAndPrice::from_plan(&model, &goals, start, control);
        let proof_goals = (goals.iter())
            .take_while(|goal| goal.needs_proof(&model))
            .count();
        while search.pass(proof_goals) {}
        if misses_required(&goals, &search.incumbent.values) {
            return Opposite::Unknown;
        }
        self.plan(&model, &goals, &search.incumbent)
    }

    /// The present seats, without those in the offer.
    fn seats_without(&self, model: &Model, offer: Offer) -> Seats {
        let mut seats = self.seating.to_seats(model);
        if let Some(offer) = model.offer_in(offer.workshop, offer.slot)
            && model.offers[offer].is_closed
        {
            for seat in seats.iter_mut().filter(|seat| **seat == offer) {
                *seat = NO_OFFER;
            }
        }
        seats
    }

    /// A plan that fills the open offers, if the flows found none.
    fn required(
        &self,
        problem: &Problem,
        model: &Model,
        goals: &[Goal],
        control: &dyn SearchControl,
    ) -> Opposite {
        match find_required_seats(problem, model, control) {
            FixedSeatsResult::Seated(seats) => {
                let seats = polish(model, goals, seats, control);
                self.plan(model, goals, &Incumbent::new(model, goals, seats))
            }
            FixedSeatsResult::Infeasible => Opposite::Impossible,
            FixedSeatsResult::Unknown => Opposite::Unknown,
        }
    }

    fn plan(&self, model: &Model, goals: &[Goal], found: &Incumbent) -> Opposite {
        let proof_goals = goals
            .iter()
            .take_while(|goal| goal.needs_proof(model))
            .count();
        let after = values(model, &self.layout.goals, &found.seats);
        let goals = self.layout.goals.iter().zip(after.iter().zip(&self.values));
        let mut differences = goals.map(|(&goal, (after, before))| (goal, after - before));
        let seating = Seating::from_seats(model, &found.seats);
        let people = 0..self.problem.people.len();
        let moved = people.filter(|&person| {
            (0..self.problem.slots.len())
                .any(|slot| self.seating.workshop(person, slot) != seating.workshop(person, slot))
        });
        Opposite::Plan(Box::new(OppositePlan {
            figures: Figures::of_seats(model, &found.seats),
            difference: differences
                .find(|&(goal, difference)| goal != Goal::Changed && difference != 0),
            people_moved: moved.count(),
            is_proven: found.proven(proof_goals),
            seating,
        }))
    }
}
