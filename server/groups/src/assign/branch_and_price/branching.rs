//! Choice of the branching variable: an offer below its minimum, or a fractional seat.

use std::collections::BTreeMap;

use super::super::convert::float_count;
use super::super::model::{Model, NO_OFFER, Seats};

/// A dive fixes one undecided seat in so many at each step.
const DIVE_SHARE: usize = 6;
/// A fraction from here on counts as one.
const INTEGRAL: f64 = 0.999;

/// Fraction of a decision that each offer receives. The order of the offers is fixed, so that runs repeat.
pub(super) type Fractions = BTreeMap<usize, f64>;

#[derive(Debug, Clone, Copy)]
pub(super) enum Branching {
    Offer {
        offer: usize,
        open_first: bool,
    },
    Seat {
        unit: usize,
        decision: usize,
        offer: usize,
    },
}

/// Seats to ban so that the decisions nearest to integral become integral.
pub(super) fn diving_bans(
    model: &Model,
    fractions: &[Vec<Fractions>],
) -> Vec<(usize, usize, usize)> {
    let mut open: Vec<(f64, usize, usize, usize)> = Vec::new();
    for (unit, decisions) in fractions.iter().enumerate() {
        for (decision, fraction) in decisions.iter().enumerate() {
            let most = fraction
                .iter()
                .map(|(&offer, &part)| (part, offer))
                .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            if let Some((part, offer)) = most.filter(|&(part, _)| part < INTEGRAL) {
                open.push((part, unit, decision, offer));
            }
        }
    }
    open.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let some = (open.len() / DIVE_SHARE).max(1);
    open.iter()
        .take(some)
        .flat_map(|&(_, unit, decision, offer)| other_choices(model, unit, decision, offer))
        .collect()
}

pub(super) fn seats_of_offer(model: &Model, offer: usize) -> Vec<(usize, usize, usize)> {
    let slot = model.offers[offer].slot;
    (0..model.people.len())
        .map(|person| (person, slot, offer))
        .collect()
}

/// All seats of a decision except one.
pub(super) fn other_choices(
    model: &Model,
    unit: usize,
    decision: usize,
    offer: usize,
) -> Vec<(usize, usize, usize)> {
    let decision = &model.units[unit].decisions[decision];
    let choices = model.offers_in[decision.slot]
        .iter()
        .copied()
        .chain(std::iter::once(NO_OFFER));
    choices
        .filter(|&choice| choice != offer)
        .flat_map(|choice| {
            decision
                .people
                .iter()
                .map(move |&person| (person, decision.slot, choice))
        })
        .collect()
}

/// The branching: the offer that is furthest below its minimum, or else the seat that is nearest to integral.
pub(super) fn choose_branching(model: &Model, fractions: &[Vec<Fractions>]) -> Option<Branching> {
    let mut loads = vec![0.0; model.offers.len()];
    let mut branching: Option<(f64, Branching)> = None;
    for (unit, decisions) in fractions.iter().enumerate() {
        for (decision, fraction) in decisions.iter().enumerate() {
            let people = model.units[unit].decisions[decision].people.len();
            for (&offer, &part) in fraction {
                if offer != NO_OFFER {
                    loads[offer] += part * float_count(people);
                }
                if part > 1.0 - INTEGRAL
                    && part < INTEGRAL
                    && branching.is_none_or(|(best, _)| part > best + 1e-9)
                {
                    branching = Some((
                        part,
                        Branching::Seat {
                            unit,
                            decision,
                            offer,
                        },
                    ));
                }
            }
        }
    }
    let short = |offer: usize| {
        let min = f64::from(model.offers[offer].min);
        (loads[offer] > 1.0 - INTEGRAL && loads[offer] < min - 1e-3).then(|| min - loads[offer])
    };
    let offers = (0..model.offers.len()).filter_map(|offer| short(offer).map(|lack| (lack, offer)));
    if let Some((lack, offer)) = offers.max_by(|a, b| a.0.total_cmp(&b.0)) {
        let open_first = 2.0 * lack < f64::from(model.offers[offer].min);
        return Some(Branching::Offer { offer, open_first });
    }
    branching.map(|(_, branching)| branching)
}

pub(super) fn round_fractions(model: &Model, fractions: &[Vec<Fractions>]) -> Seats {
    let mut seats = model.empty_seats();
    for (unit, decisions) in model.units.iter().zip(fractions) {
        for (decision, fraction) in unit.decisions.iter().zip(decisions) {
            let most = fraction.iter().max_by(|a, b| a.1.total_cmp(b.1));
            for &person in &decision.people {
                seats[model.seat_index(person, decision.slot)] =
                    most.map_or(NO_OFFER, |(&offer, _)| offer);
            }
        }
    }
    seats
}
