//! One slot, exactly: a flow, and where minimum sizes are missed, branching on which offers take place.
//!
//! A flow that ignores minimums bounds every plan below the branch in all goals at once, so a branch
//! ends as soon as its flow is no better than the best plan known. Offers are only ever open or
//! closed; people are never branched on.

use super::Progress;
use super::greedy;
use super::model::{Model, NONE, Seats};
use super::slot_flow::{Opening, SlotTask};
use super::standing::values;
use crate::Watch;

/// What the search found.
#[derive(Debug)]
pub(super) struct SlotPlan {
    /// The best plan with the seats of the other slots as they were; `None` if none was found.
    pub seats: Option<Seats>,
    /// No plan has smaller values, goal by goal in their order; empty where there is no plan at all.
    pub bound: Vec<i64>,
    /// Whether the search came to its end.
    pub complete: bool,
}

struct Branch {
    opening: Vec<Opening>,
    bound: Vec<i64>,
}

/// Seats the slot of the task anew. Ends early after so many flows, or when the watch says stop.
pub(super) fn solve(task: &SlotTask<'_>, flows: usize, watch: &dyn Watch) -> SlotPlan {
    let model = task.model;
    let in_slot = &model.offers_in[task.slot];
    let (kept, _) = task.frozen_loads();
    let opening = in_slot.iter().zip(&kept).map(|(&offer, &kept)| {
        if model.offers[offer].held || kept > 0 {
            Opening::Open
        } else {
            Opening::Free
        }
    });
    let nobody = vec![NONE; model.people.len()];
    let mut branches = vec![Branch {
        opening: opening.collect(),
        bound: Vec::new(),
    }];
    let mut best: Option<(Vec<i64>, Seats)> = None;
    let mut solved = 0;
    let mut unfinished: Vec<Vec<i64>> = Vec::new();
    while let Some(branch) = branches.pop() {
        let no_better = |bound: &[i64]| {
            best.as_ref()
                .is_some_and(|(values, _)| bound >= values.as_slice())
        };
        if no_better(&branch.bound) {
            continue;
        }
        if solved == flows || watch.stop() {
            if best.is_none() {
                best = without_search(task, &nobody);
            }
            unfinished.push(branch.bound);
            continue;
        }
        solved += 1;
        let found = task.solve(&branch.opening, &|| watch.stop());
        if found.lacking > 0 && found.optimal {
            continue;
        }
        let seats = with_slot(model, task.slot, task.seats, &found.offers);
        let value = values(model, task.goals, &seats);
        let bound = if found.optimal {
            value.clone()
        } else {
            branch.bound
        };
        if no_better(&bound) {
            continue;
        }
        let loads = model.loads(&seats);
        let missed = (0..in_slot.len())
            .filter(|&i| loads[in_slot[i]] > 0 && loads[in_slot[i]] < model.offers[in_slot[i]].min)
            .max_by_key(|&i| {
                (
                    branch.opening[i] == Opening::Free,
                    model.offers[in_slot[i]].min - loads[in_slot[i]],
                )
            });
        match missed {
            None => {
                if best.as_ref().is_none_or(|(values, _)| value < *values) && found.lacking == 0 {
                    if model.slots() == 1 {
                        report(task, &value, &bound, watch);
                    }
                    best = Some((value, seats));
                }
                if !found.optimal {
                    unfinished.push(bound);
                }
            }
            Some(i) if branch.opening[i] == Opening::Free => {
                if best.is_none() {
                    best = without_search(task, &found.offers);
                }
                let opening = [Opening::Closed, Opening::Open];
                let offer = in_slot[i];
                let first = usize::from(2 * loads[offer] > model.offers[offer].min);
                for choice in [opening[1 - first], opening[first]] {
                    let mut opening = branch.opening.clone();
                    opening[i] = choice;
                    branches.push(Branch {
                        opening,
                        bound: bound.clone(),
                    });
                }
            }
            Some(_) => unfinished.push(bound),
        }
    }
    if best.is_none() && !unfinished.is_empty() {
        best = without_search(task, &nobody);
    }
    let complete = unfinished.is_empty();
    unfinished.extend(best.as_ref().map(|(values, _)| values.clone()));
    SlotPlan {
        seats: best.map(|(_, seats)| seats),
        bound: unfinished.into_iter().min().unwrap_or_default(),
        complete,
    }
}

/// Tells the first goal that is still open, or else the last one.
fn report(task: &SlotTask<'_>, value: &[i64], bound: &[i64], watch: &dyn Watch) {
    let is_open = |&i: &usize| bound.get(i) != Some(&value[i]);
    let open = (0..value.len())
        .find(is_open)
        .or(value.len().checked_sub(1));
    if let Some(open) = open {
        let goal = task.goals[open];
        // A flow that was stopped bounds nothing.
        let bound = bound.get(open).copied();
        let bound = bound.unwrap_or_else(|| goal.floor(task.model));
        Progress::tell(watch, goal, value[open], bound);
    }
}

/// A plan near these seats that keeps every rule, with its values.
fn without_search(task: &SlotTask<'_>, offers: &[usize]) -> Option<(Vec<i64>, Seats)> {
    let mut wanted = offers.to_vec();
    for (person, offer) in wanted
        .iter_mut()
        .enumerate()
        .filter(|&(person, _)| task.frozen[person])
    {
        *offer = task.seats[task.model.at(person, task.slot)];
    }
    let offers = greedy::repair(task, &wanted)?;
    let seats = with_slot(task.model, task.slot, task.seats, &offers);
    Some((values(task.model, task.goals, &seats), seats))
}

/// The plan with one slot seated anew.
fn with_slot(model: &Model, slot: usize, seats: &Seats, offers: &[usize]) -> Seats {
    let mut seats = seats.clone();
    for (person, attendee) in model.people.iter().enumerate() {
        seats[model.at(person, slot)] = if attendee.slots.contains(&slot) {
            offers[person]
        } else {
            NONE
        };
    }
    seats
}

/// Whether the whole problem is one flow: a single slot, and nobody bound to others.
pub(super) fn is_exact_for(model: &Model) -> bool {
    let single = model.units.iter().all(|unit| unit.people.len() == 1);
    model.slots() == 1 && single && model.apart.is_empty()
}
