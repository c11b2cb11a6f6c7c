//! Builds the model from the checked problem.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::problem::{self, Fill, Problem};
use super::super::rule::Rule;
use super::units::units;
use super::wishes::Wishes;
use super::{Model, NO_OFFER, Offer};

impl Model {
    /// The model without the rules in `without`.
    pub fn new(problem: &Problem, without: &BTreeSet<Rule>) -> Self {
        Self::in_order(problem, without, DrawnOrder::new(problem))
    }

    /// As [`Self::new`], but people, workshops and slots keep their indices.
    pub fn in_input_order(problem: &Problem, without: &BTreeSet<Rule>) -> Self {
        Self::in_order(problem, without, DrawnOrder::of_input(problem))
    }

    fn in_order(problem: &Problem, without: &BTreeSet<Rule>, draw: DrawnOrder) -> Self {
        let offers = Offers::new(problem, without, &draw, |_, _| true);
        let wishes = Wishes::new(problem, without, &draw);
        Self::assemble(problem, without, draw, offers, wishes)
    }

    /// The part of the model that decides whether the fixed seats can be kept and the open offers filled: these
    /// offers. Every other offer may stay empty.
    pub fn for_fixed_seats(problem: &Problem, without: &BTreeSet<Rule>) -> Self {
        let draw = DrawnOrder::new(problem);
        let rules = problem.fixed.iter().enumerate();
        let held = rules
            .filter(|(i, _)| !without.contains(&Rule::Fixed(*i)))
            .map(|(_, seat)| (seat.workshop, seat.slot));
        let open = problem.open.iter().enumerate();
        let open = open
            .filter(|(i, _)| !without.contains(&Rule::Open(*i)))
            .map(|(_, offer)| (offer.workshop, offer.slot));
        let held: HashSet<(usize, usize)> = held.chain(open).collect();
        let offers = Offers::new(problem, without, &draw, |workshop, slot| {
            held.contains(&(workshop, slot))
        });
        let mut wishes = Wishes::new(problem, without, &draw);
        for person in &mut wishes.people {
            person
                .slots
                .retain(|&slot| !offers.in_slot[slot].is_empty());
        }
        Self::assemble(problem, without, draw, offers, wishes)
    }

    fn assemble(
        problem: &Problem,
        without: &BTreeSet<Rule>,
        draw: DrawnOrder,
        mut offers: Offers,
        wishes: Wishes,
    ) -> Self {
        let listed_seats = offers.listed_seats(problem, &draw);
        let fixed = offers.mark_held_open(problem, without, &draw);
        let has_required = !fixed.is_empty() || offers.list.iter().any(|offer| offer.is_required);
        let (slots, workshops) = (draw.slots.len(), draw.workshops.len());
        let conflict = conflicts(problem, without, &draw);
        let previous: HashMap<_, _> = problem
            .previous
            .iter()
            .filter(|((person, slot), _)| problem.attends(*person, *slot))
            .map(|(&(person, slot), workshop)| {
                let key = (draw.person_at[person], draw.slot_at[slot]);
                (key, workshop.map(|w| draw.workshop_at[w]))
            })
            .collect();
        let mut organisation_size = vec![0; problem.organisations.len()];
        for organisation in problem
            .people
            .iter()
            .filter_map(|person| person.organisation)
        {
            organisation_size[organisation] += 1;
        }
        let together = active_groups(&problem.together, &draw, |i| {
            !without.contains(&Rule::Together(i))
        });
        let apart = active_groups(&problem.apart, &draw, |i| {
            !without.contains(&Rule::Apart(i))
        });
        let mut apart_of = vec![Vec::new(); wishes.people.len()];
        for (group, members) in apart.iter().enumerate() {
            for &person in members {
                apart_of[person].push(group);
            }
        }
        Self {
            units: units(&wishes.people, slots, &together),
            conflicts: (0..workshops)
                .map(|w| {
                    (0..workshops)
                        .filter(|&other| conflict[w * workshops + other])
                        .collect()
                })
                .collect(),
            conflict,
            people: wishes.people,
            ranks: wishes.ranks,
            rank: wishes.rank,
            forbidden: wishes.forbidden,
            also_accepted: wishes.also_accepted,
            grantable: wishes.grantable,
            offers: offers.list,
            offers_in: offers.in_slot,
            offer_at: offers.at,
            apart,
            apart_of,
            organisation_size,
            fairness: problem.fairness,
            has_previous: !previous.is_empty(),
            stability: problem.stability,
            has_required,
            only_wishes: problem.fill == Fill::WishesOnly && !without.contains(&Rule::Fill),
            fixed,
            listed_seats,
            previous,
            workshop_index: draw.workshops,
            slot_index: draw.slots,
        }
    }
}

/// The order drawn by the seed: maps indices of the model to those of the problem, and back.
pub(super) struct DrawnOrder {
    slots: Vec<usize>,
    pub workshops: Vec<usize>,
    pub people: Vec<usize>,
    pub slot_at: Vec<usize>,
    pub workshop_at: Vec<usize>,
    person_at: Vec<usize>,
}

impl DrawnOrder {
    fn new(problem: &Problem) -> Self {
        let draw = |kind: u64, id: &str| draw_key(problem.seed, kind, id);
        let slots = order(problem.slots.len(), |i| draw(1, &problem.slots[i]));
        let workshops = order(problem.workshops.len(), |i| {
            draw(2, &problem.workshops[i].id)
        });
        let people = order(problem.people.len(), |i| draw(3, &problem.people[i].id));
        Self::from_orders(slots, workshops, people)
    }

    /// The order of the input.
    fn of_input(problem: &Problem) -> Self {
        let order = |count: usize| (0..count).collect();
        Self::from_orders(
            order(problem.slots.len()),
            order(problem.workshops.len()),
            order(problem.people.len()),
        )
    }

    fn from_orders(slots: Vec<usize>, workshops: Vec<usize>, people: Vec<usize>) -> Self {
        Self {
            slot_at: inverse(&slots),
            workshop_at: inverse(&workshops),
            person_at: inverse(&people),
            slots,
            workshops,
            people,
        }
    }
}

struct Offers {
    list: Vec<Offer>,
    in_slot: Vec<Vec<usize>>,
    at: Vec<usize>,
}

impl Offers {
    fn new(
        problem: &Problem,
        without: &BTreeSet<Rule>,
        draw: &DrawnOrder,
        counts: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let slots = draw.slots.len();
        let mut found = Self {
            list: Vec::new(),
            in_slot: vec![Vec::new(); slots],
            at: vec![NO_OFFER; draw.workshops.len() * slots],
        };
        let named =
            |offers: &[problem::Offer], rule: fn(usize) -> Rule| -> HashSet<(usize, usize)> {
                let offers = offers.iter().enumerate();
                offers
                    .filter(|(i, _)| !without.contains(&rule(*i)))
                    .map(|(_, offer)| (offer.workshop, offer.slot))
                    .collect()
            };
        let open = named(&problem.open, Rule::Open);
        let closed = named(&problem.closed, Rule::Closed);
        for (s, &slot) in draw.slots.iter().enumerate() {
            for (w, &index) in draw.workshops.iter().enumerate() {
                let workshop = &problem.workshops[index];
                if problem.is_offered(index, slot) && counts(index, slot) {
                    let limit = |rule, limit| {
                        if without.contains(&rule) {
                            u32::MAX
                        } else {
                            limit
                        }
                    };
                    let is_required = open.contains(&(index, slot));
                    let is_closed = closed.contains(&(index, slot));
                    let min = if without.contains(&Rule::Min(index)) {
                        0
                    } else {
                        workshop.min
                    };
                    found.at[w * slots + s] = found.list.len();
                    found.in_slot[s].push(found.list.len());
                    found.list.push(Offer {
                        workshop: w,
                        slot: s,
                        min: min.max(u32::from(is_required)),
                        max: if is_closed {
                            0
                        } else {
                            limit(Rule::Max(index), workshop.max)
                        },
                        organisation_max: limit(
                            Rule::OrganisationMax(index),
                            workshop.organisation_max,
                        ),
                        is_held_open: is_required,
                        is_required,
                        is_closed,
                    });
                }
            }
        }
        found
    }

    /// The offer of every fixed seat, by person and slot.
    fn listed_seats(&self, problem: &Problem, draw: &DrawnOrder) -> HashMap<(usize, usize), usize> {
        let seats = problem.fixed.iter().map(|seat| {
            let slot = draw.slot_at[seat.slot];
            let offer = self.at[draw.workshop_at[seat.workshop] * draw.slots.len() + slot];
            ((draw.person_at[seat.person], slot), offer)
        });
        seats.filter(|&(_, offer)| offer != NO_OFFER).collect()
    }

    /// Marks the offers that fixed seats hold open. Returns the offer by person and slot.
    fn mark_held_open(
        &mut self,
        problem: &Problem,
        without: &BTreeSet<Rule>,
        draw: &DrawnOrder,
    ) -> HashMap<(usize, usize), usize> {
        let mut fixed = HashMap::new();
        for (i, seat) in problem.fixed.iter().enumerate() {
            let slot = draw.slot_at[seat.slot];
            let offer = self.at[draw.workshop_at[seat.workshop] * draw.slots.len() + slot];
            if offer != NO_OFFER
                && problem.attends(seat.person, seat.slot)
                && !without.contains(&Rule::Fixed(i))
            {
                self.list[offer].is_held_open = true;
                fixed.insert((draw.person_at[seat.person], slot), offer);
            }
        }
        fixed
    }
}

/// Matrix of conflicts: workshops that clash, and each workshop with itself.
fn conflicts(problem: &Problem, without: &BTreeSet<Rule>, draw: &DrawnOrder) -> Vec<bool> {
    let workshops = draw.workshops.len();
    let mut conflict = vec![false; workshops * workshops];
    for (w, &index) in draw.workshops.iter().enumerate() {
        conflict[w * workshops + w] = true;
        for (j, &other) in problem.workshops[index].clashes.iter().enumerate() {
            if !without.contains(&Rule::Clash(index, j)) {
                conflict[w * workshops + draw.workshop_at[other]] = true;
                conflict[draw.workshop_at[other] * workshops + w] = true;
            }
        }
    }
    conflict
}

fn active_groups(
    groups: &[Vec<usize>],
    draw: &DrawnOrder,
    kept: impl Fn(usize) -> bool,
) -> Vec<Vec<usize>> {
    let groups = groups
        .iter()
        .enumerate()
        .filter(|(i, group)| group.len() > 1 && kept(*i));
    let mut groups: Vec<Vec<usize>> = groups
        .map(|(_, group)| {
            let mut group: Vec<usize> =
                group.iter().map(|&person| draw.person_at[person]).collect();
            group.sort_unstable();
            group
        })
        .collect();
    groups.sort();
    groups.dedup();
    groups
}

fn order(count: usize, key: impl Fn(usize) -> u64) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by_cached_key(|&i| key(i));
    indices
}

fn inverse(order: &[usize]) -> Vec<usize> {
    let mut inverse = vec![0; order.len()];
    for (position, &index) in order.iter().enumerate() {
        inverse[index] = position;
    }
    inverse
}

/// Hashes an id with the seed: FNV-1a over the id, finished by splitmix64 (Steele, Lea, Flood 2014).
fn draw_key(seed: u64, kind: u64, id: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in id.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let mut z = hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(kind);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
