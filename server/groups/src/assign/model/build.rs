//! Builds the model from the checked problem.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::contradiction::Rule;
use super::super::problem::{self, Fill, Problem};
use super::units::units;
use super::{Attendee, Model, NO_OFFER, Offer};

impl Model {
    /// The model without the rules in `without`.
    pub fn new(problem: &Problem, without: &BTreeSet<Rule>) -> Self {
        let draw = DrawnOrder::new(problem);
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
struct DrawnOrder {
    slots: Vec<usize>,
    workshops: Vec<usize>,
    people: Vec<usize>,
    slot_at: Vec<usize>,
    workshop_at: Vec<usize>,
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

struct Wishes {
    people: Vec<Attendee>,
    rank: Vec<u16>,
    forbidden: Vec<bool>,
    also_accepted: HashSet<(usize, usize)>,
    ranks: usize,
    grantable: Vec<i64>,
}

impl Wishes {
    fn new(problem: &Problem, without: &BTreeSet<Rule>, draw: &DrawnOrder) -> Self {
        let workshops = draw.workshops.len();
        let mut found = Self {
            forbidden: Vec::new(),
            also_accepted: HashSet::new(),
            people: Vec::with_capacity(draw.people.len()),
            rank: vec![0; draw.people.len() * workshops],
            ranks: 1,
            grantable: vec![0; 2],
        };
        for (p, &index) in draw.people.iter().enumerate() {
            let person = &problem.people[index];
            let mut wishes = false;
            let (mut tied, mut last) = (0, 0);
            let is_restricted = person.workshops.is_some();
            let is_left_out = is_restricted && without.contains(&Rule::PersonWorkshops(index));
            if is_left_out && effective_wishes(problem, index, true).next().is_none() {
                let allowed = person.workshops.iter().flatten();
                (found.also_accepted)
                    .extend(allowed.map(|&workshop| (p, draw.workshop_at[workshop])));
            }
            if is_restricted && !is_left_out {
                found.forbid(problem, draw, p);
            }
            for (workshop, position) in effective_wishes(problem, index, !is_left_out) {
                found.rank[p * workshops + draw.workshop_at[workshop]] =
                    u16::try_from(position).unwrap_or(u16::MAX);
                found.ranks = found.ranks.max(position);
                found.grantable.resize(found.ranks + 1, 0);
                tied = if position == last { tied + 1 } else { 1 };
                last = position;
                found.grantable[position] += i64::from(tied <= person.slots.len());
                wishes = true;
            }
            let mut slots: Vec<usize> = person
                .slots
                .iter()
                .map(|&slot| draw.slot_at[slot])
                .collect();
            slots.sort_unstable();
            found.people.push(Attendee {
                index,
                slots,
                organisation: person.organisation,
                has_wishes: wishes,
            });
        }
        found
    }

    /// Forbids the workshops that the person may not attend.
    fn forbid(&mut self, problem: &Problem, draw: &DrawnOrder, person: usize) {
        let workshops = draw.workshops.len();
        self.forbidden.resize(draw.people.len() * workshops, false);
        for (w, &workshop) in draw.workshops.iter().enumerate() {
            self.forbidden[person * workshops + w] =
                !problem.is_allowed(draw.people[person], workshop);
        }
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

/// The wishes that the person can attend, as `(workshop, rank)`. A rank is the position among all wishes of
/// the person, also those that cannot be attended. `only_allowed` tells whether `people[].workshops` holds.
fn effective_wishes(
    problem: &Problem,
    index: usize,
    only_allowed: bool,
) -> impl Iterator<Item = (usize, usize)> {
    let person = &problem.people[index];
    let positions = person.wishes.iter().zip(1..);
    positions
        .flat_map(|(tie, rank)| tie.iter().map(move |&workshop| (workshop, rank)))
        .filter(move |&(workshop, _)| {
            let mut slots = problem.workshops[workshop].slots.iter();
            slots.any(|slot| person.slots.binary_search(slot).is_ok())
                && (!only_allowed || problem.is_allowed(index, workshop))
        })
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
