//! One slot, exactly: a flow, and branch and bound on the offers that miss their minimum.
//!
//! A flow that ignores minimum sizes is a lower bound of its subtree in all goals at once. A node is pruned
//! if its flow is not better than the incumbent. Offers are opened or closed; no branch concerns a person.

use super::goals::values;
use super::greedy_repair;
use super::model::{Model, NO_OFFER, Seats};
use super::report::report;
use super::slot_flow::{OfferState, SlotProblem};
use crate::SearchControl;

/// Result of the search.
#[derive(Debug)]
pub(super) struct SlotPlan {
    /// The best plan that keeps the seats of the other slots. `None` if none was found.
    pub seats: Option<Seats>,
    /// Lexicographic lower bound of the goals. Empty if there is no plan.
    pub bound: Vec<i64>,
    /// Whether the search tree was exhausted.
    pub is_complete: bool,
}

struct BranchNode {
    states: Vec<OfferState>,
    bound: Vec<i64>,
}

/// Solves the slot. Ends after `flow_limit` flows, or when `control` says so.
pub(super) fn solve(
    slot_problem: &SlotProblem<'_>,
    flow_limit: usize,
    control: &dyn SearchControl,
) -> SlotPlan {
    let model = slot_problem.model;
    let in_slot = &model.offers_in[slot_problem.slot];
    let (kept, _) = slot_problem.kept_loads();
    let states = in_slot.iter().zip(&kept).map(|(&offer, &kept)| {
        if model.offers[offer].is_held_open || kept > 0 {
            OfferState::Open
        } else {
            OfferState::Undecided
        }
    });
    let nobody = vec![NO_OFFER; model.people.len()];
    let mut nodes = vec![BranchNode {
        states: states.collect(),
        bound: Vec::new(),
    }];
    let mut incumbent: Option<(Vec<i64>, Seats)> = None;
    let mut flows_solved = 0;
    let mut open_bounds: Vec<Vec<i64>> = Vec::new();
    while let Some(node) = nodes.pop() {
        let is_pruned = |bound: &[i64]| {
            incumbent
                .as_ref()
                .is_some_and(|(values, _)| bound >= values.as_slice())
        };
        if is_pruned(&node.bound) {
            continue;
        }
        if flows_solved == flow_limit || control.should_stop() {
            if incumbent.is_none() {
                incumbent = greedy_plan(slot_problem, &nobody);
            }
            open_bounds.push(node.bound);
            continue;
        }
        flows_solved += 1;
        let found = slot_problem.solve(&node.states, &|| control.should_stop());
        if found.shortfall > 0 && found.is_optimal {
            continue;
        }
        let seats = with_slot(model, slot_problem.slot, slot_problem.seats, &found.offers);
        let value = values(model, slot_problem.goals, &seats);
        let bound = if found.is_optimal {
            value.clone()
        } else {
            node.bound
        };
        if is_pruned(&bound) {
            continue;
        }
        let loads = model.loads(&seats);
        match short_offer(slot_problem, &node.states, &loads) {
            None => {
                if incumbent.as_ref().is_none_or(|(values, _)| value < *values)
                    && found.shortfall == 0
                {
                    if model.slots() == 1 {
                        report_progress(slot_problem, &value, &bound, control);
                    }
                    incumbent = Some((value, seats));
                }
                if !found.is_optimal {
                    open_bounds.push(bound);
                }
            }
            Some(i) if node.states[i] == OfferState::Undecided => {
                if incumbent.is_none() {
                    incumbent = greedy_plan(slot_problem, &found.offers);
                }
                let states = [OfferState::Closed, OfferState::Open];
                let offer = in_slot[i];
                let first = usize::from(2 * loads[offer] > model.offers[offer].min);
                for choice in [states[1 - first], states[first]] {
                    let mut states = node.states.clone();
                    states[i] = choice;
                    nodes.push(BranchNode {
                        states,
                        bound: bound.clone(),
                    });
                }
            }
            Some(_) => open_bounds.push(bound),
        }
    }
    if incumbent.is_none() && !open_bounds.is_empty() {
        incumbent = greedy_plan(slot_problem, &nobody);
    }
    let is_complete = open_bounds.is_empty();
    open_bounds.extend(incumbent.as_ref().map(|(values, _)| values.clone()));
    SlotPlan {
        seats: incumbent.map(|(_, seats)| seats),
        bound: open_bounds.into_iter().min().unwrap_or_default(),
        is_complete,
    }
}

/// The offer to branch on, by its position in the slot: one below its minimum, undecided ones first, then the one that
/// misses most.
fn short_offer(
    slot_problem: &SlotProblem<'_>,
    states: &[OfferState],
    loads: &[u32],
) -> Option<usize> {
    let model = slot_problem.model;
    let in_slot = &model.offers_in[slot_problem.slot];
    (0..in_slot.len())
        .filter(|&i| loads[in_slot[i]] > 0 && loads[in_slot[i]] < model.offers[in_slot[i]].min)
        .max_by_key(|&i| {
            (
                states[i] == OfferState::Undecided,
                model.offers[in_slot[i]].min - loads[in_slot[i]],
            )
        })
}

/// Reports the first goal that is still open, or else the last one.
fn report_progress(
    slot_problem: &SlotProblem<'_>,
    value: &[i64],
    bound: &[i64],
    control: &dyn SearchControl,
) {
    let is_open = |&i: &usize| bound.get(i) != Some(&value[i]);
    let open = (0..value.len())
        .find(is_open)
        .or(value.len().checked_sub(1));
    if let Some(open) = open {
        let goal = slot_problem.goals[open];
        // A flow that was stopped gives no bound.
        let bound = bound.get(open).copied();
        let bound = bound.unwrap_or_else(|| goal.trivial_bound(slot_problem.model));
        report(control, goal, value[open], bound);
    }
}

/// A plan near these seats that keeps every rule, with its values.
fn greedy_plan(slot_problem: &SlotProblem<'_>, offers: &[usize]) -> Option<(Vec<i64>, Seats)> {
    let mut preferred = offers.to_vec();
    for (person, offer) in preferred
        .iter_mut()
        .enumerate()
        .filter(|&(person, _)| slot_problem.keeps_seat[person])
    {
        *offer = slot_problem.seats[slot_problem.model.seat_index(person, slot_problem.slot)];
    }
    let offers = greedy_repair::repair(slot_problem, &preferred)?;
    let seats = with_slot(
        slot_problem.model,
        slot_problem.slot,
        slot_problem.seats,
        &offers,
    );
    Some((
        values(slot_problem.model, slot_problem.goals, &seats),
        seats,
    ))
}

/// The plan with the seats of one slot replaced.
pub(super) fn with_slot(model: &Model, slot: usize, seats: &Seats, offers: &[usize]) -> Seats {
    let mut seats = seats.clone();
    for (person, attendee) in model.people.iter().enumerate() {
        seats[model.seat_index(person, slot)] = if attendee.slots.contains(&slot) {
            offers[person]
        } else {
            NO_OFFER
        };
    }
    seats
}

/// Whether this search solves the whole problem: one slot, and nobody linked to others.
pub(super) fn applies_to(model: &Model) -> bool {
    let single = model.units.iter().all(|unit| unit.people.len() == 1);
    model.slots() == 1 && single && model.apart.is_empty()
}
