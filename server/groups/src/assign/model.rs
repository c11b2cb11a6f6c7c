//! The problem as the solvers see it: dense indices in an order drawn by the seed, so that a plan does
//! not depend on the order of the input, and rules that can be left out one by one.

use std::collections::{BTreeSet, HashMap};

use super::contradiction::Rule;
use super::problem::{Fairness, Fill, Problem};

/// No offer: the person goes without a seat.
pub(super) const NONE: usize = usize::MAX;

/// One workshop in one slot.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub workshop: usize,
    pub slot: usize,
    pub min: u32,
    pub max: u32,
    pub organisation_max: u32,
    /// A fixed seat holds it open.
    pub held: bool,
}

/// A person, with what a solver asks often.
#[derive(Debug, Clone)]
pub(super) struct Attendee {
    /// Index into `Problem::people`.
    pub index: usize,
    pub slots: Vec<usize>,
    pub organisation: Option<usize>,
    /// Has a wish for something that can be attended.
    pub wishes: bool,
}

/// People who choose one offer together in one slot, or go without together.
#[derive(Debug, Clone)]
pub(super) struct Decision {
    pub people: Vec<usize>,
    pub slot: usize,
}

/// People whose decisions depend on one another; a person without `together` is a unit alone.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub people: Vec<usize>,
    pub decisions: Vec<Decision>,
}

/// Which seats a plan gives: an offer, or [`NONE`], per person and slot.
pub(super) type Seats = Vec<usize>;

#[derive(Debug, Clone)]
pub(super) struct Model {
    pub people: Vec<Attendee>,
    /// Index into `Problem::workshops` of each workshop here, and likewise for slots.
    pub workshop_index: Vec<usize>,
    pub slot_index: Vec<usize>,
    pub offers: Vec<Offer>,
    pub offers_in: Vec<Vec<usize>>,
    /// The last rank of any wish, the K of the contract; 1 where there is no wish at all.
    pub ranks: usize,
    /// Seats of each rank that could be granted if nobody were in the way.
    pub could_grant: Vec<i64>,
    pub units: Vec<Unit>,
    /// Groups of whom no two share an offer.
    pub apart: Vec<Vec<usize>>,
    /// The apart groups of each person.
    pub apart_of: Vec<Vec<usize>>,
    pub organisation_size: Vec<usize>,
    pub fairness: Fairness,
    pub has_previous: bool,
    pub has_fixed: bool,
    only_wishes: bool,
    rank: Vec<u16>,
    conflict: Vec<bool>,
    conflicts: Vec<Vec<usize>>,
    offer_at: Vec<usize>,
    fixed: HashMap<(usize, usize), usize>,
    previous: HashMap<(usize, usize), Option<usize>>,
}

impl Model {
    pub fn new(problem: &Problem, without: &BTreeSet<Rule>) -> Self {
        let draw = |kind: u64, id: &str| drawn(problem.seed, kind, id);
        let slot_index = order(problem.slots.len(), |i| draw(1, &problem.slots[i]));
        let workshop_index = order(problem.workshops.len(), |i| draw(2, &problem.workshops[i].id));
        let people_index = order(problem.people.len(), |i| draw(3, &problem.people[i].id));
        let (slot_at, workshop_at, person_at) =
            (inverse(&slot_index), inverse(&workshop_index), inverse(&people_index));
        let (slots, workshops) = (slot_index.len(), workshop_index.len());

        let mut conflict = vec![false; workshops * workshops];
        for (w, &index) in workshop_index.iter().enumerate() {
            conflict[w * workshops + w] = true;
            for (j, &other) in problem.workshops[index].clashes.iter().enumerate() {
                if !without.contains(&Rule::Clash(index, j)) {
                    conflict[w * workshops + workshop_at[other]] = true;
                    conflict[workshop_at[other] * workshops + w] = true;
                }
            }
        }

        let mut offers = Vec::new();
        let mut offers_in = vec![Vec::new(); slots];
        let mut offer_at = vec![NONE; workshops * slots];
        for (s, &slot) in slot_index.iter().enumerate() {
            for (w, &index) in workshop_index.iter().enumerate() {
                let workshop = &problem.workshops[index];
                if problem.is_offered(index, slot) {
                    let limit = |rule, limit| if without.contains(&rule) { u32::MAX } else { limit };
                    offer_at[w * slots + s] = offers.len();
                    offers_in[s].push(offers.len());
                    offers.push(Offer {
                        workshop: w,
                        slot: s,
                        min: if without.contains(&Rule::Min(index)) { 0 } else { workshop.min },
                        max: limit(Rule::Max(index), workshop.max),
                        organisation_max: limit(Rule::OrganisationMax(index), workshop.organisation_max),
                        held: false,
                    });
                }
            }
        }

        let mut rank = vec![0; problem.people.len() * workshops];
        let mut ranks = 1;
        let mut could_grant: Vec<i64> = vec![0; 2];
        let mut organisation_size = vec![0; problem.organisations.len()];
        let mut people = Vec::with_capacity(people_index.len());
        for (p, &index) in people_index.iter().enumerate() {
            let person = &problem.people[index];
            if let Some(organisation) = person.organisation {
                organisation_size[organisation] += 1;
            }
            let mut wishes = false;
            let (mut tied, mut last) = (0, 0);
            for (workshop, position) in effective_wishes(problem, index) {
                rank[p * workshops + workshop_at[workshop]] = u16::try_from(position).unwrap_or(u16::MAX);
                ranks = ranks.max(position);
                wishes = true;
                could_grant.resize(ranks + 1, 0);
                tied = if position == last { tied + 1 } else { 1 };
                last = position;
                could_grant[position] += i64::from(tied <= person.slots.len());
            }
            let mut attended: Vec<usize> = person.slots.iter().map(|&slot| slot_at[slot]).collect();
            attended.sort_unstable();
            people.push(Attendee { index, slots: attended, organisation: person.organisation, wishes });
        }

        let mut fixed = HashMap::new();
        for (i, seat) in problem.fixed.iter().enumerate() {
            let offer = offer_at[workshop_at[seat.workshop] * slots + slot_at[seat.slot]];
            if offer != NONE && problem.attends(seat.person, seat.slot) && !without.contains(&Rule::Fixed(i)) {
                offers[offer].held = true;
                fixed.insert((person_at[seat.person], slot_at[seat.slot]), offer);
            }
        }
        let previous: HashMap<_, _> = problem
            .previous
            .iter()
            .filter(|((person, slot), _)| problem.attends(*person, *slot))
            .map(|(&(person, slot), workshop)| ((person_at[person], slot_at[slot]), workshop.map(|w| workshop_at[w])))
            .collect();

        let kept_groups = |groups: &[Vec<usize>], rule: fn(usize) -> Rule| -> Vec<Vec<usize>> {
            let kept = groups.iter().enumerate().filter(|(i, group)| group.len() > 1 && !without.contains(&rule(*i)));
            let mut kept: Vec<Vec<usize>> = kept
                .map(|(_, group)| {
                    let mut group: Vec<usize> = group.iter().map(|&person| person_at[person]).collect();
                    group.sort_unstable();
                    group
                })
                .collect();
            kept.sort();
            kept.dedup();
            kept
        };
        let together = kept_groups(&problem.together, Rule::Together);
        let apart = kept_groups(&problem.apart, Rule::Apart);
        let mut apart_of = vec![Vec::new(); people.len()];
        for (group, members) in apart.iter().enumerate() {
            for &person in members {
                apart_of[person].push(group);
            }
        }
        let units = units(&people, slots, &together);
        let conflicts = (0..workshops)
            .map(|w| (0..workshops).filter(|&other| conflict[w * workshops + other]).collect())
            .collect();
        Self {
            people,
            workshop_index,
            slot_index,
            offers,
            offers_in,
            ranks,
            could_grant,
            units,
            apart,
            apart_of,
            organisation_size,
            fairness: problem.fairness,
            has_previous: !previous.is_empty(),
            has_fixed: !fixed.is_empty(),
            only_wishes: problem.fill == Fill::WishesOnly && !without.contains(&Rule::Fill),
            rank,
            conflict,
            conflicts,
            offer_at,
            fixed,
            previous,
        }
    }

    pub fn slots(&self) -> usize {
        self.slot_index.len()
    }

    /// Position of a person's seat in [`Seats`].
    pub fn at(&self, person: usize, slot: usize) -> usize {
        person * self.slot_index.len() + slot
    }

    pub fn nobody_seated(&self) -> Seats {
        vec![NONE; self.people.len() * self.slots()]
    }

    /// The person's rank of the workshop, 0 where it is not wished for.
    pub fn rank(&self, person: usize, workshop: usize) -> usize {
        usize::from(self.rank[person * self.workshop_index.len() + workshop])
    }

    /// Rank 1 to K, then a seat not wished for, then no seat.
    pub fn level(&self, person: usize, offer: usize) -> usize {
        if offer == NONE {
            return self.ranks + 2;
        }
        match self.rank(person, self.offers[offer].workshop) {
            0 => self.ranks + 1,
            rank => rank,
        }
    }

    pub fn unwished(&self) -> usize {
        self.ranks + 1
    }

    pub fn no_seat(&self) -> usize {
        self.ranks + 2
    }

    /// Nobody attends both: one workshop, or two that clash.
    pub fn conflict(&self, workshop: usize, other: usize) -> bool {
        self.conflict[workshop * self.workshop_index.len() + other]
    }

    pub fn fixed(&self, person: usize, slot: usize) -> Option<usize> {
        self.fixed.get(&(person, slot)).copied()
    }

    /// The workshop the previous plan had for this person and slot; the inner `None` is one that is gone.
    pub fn previous(&self, person: usize, slot: usize) -> Option<Option<usize>> {
        self.previous.get(&(person, slot)).copied()
    }

    /// Whether the previous plan had a seat here that this offer does not keep.
    pub fn differs(&self, person: usize, slot: usize, offer: usize) -> bool {
        self.previous(person, slot)
            .is_some_and(|workshop| offer == NONE || workshop != Some(self.offers[offer].workshop))
    }

    /// Whether the person may sit in the offer as far as the person alone is concerned.
    pub fn may_sit(&self, person: usize, offer: usize) -> bool {
        let Offer { workshop, slot, max, organisation_max, .. } = self.offers[offer];
        if let Some(fixed) = self.fixed(person, slot) {
            return fixed == offer;
        }
        max > 0
            && (organisation_max > 0 || self.people[person].organisation.is_none())
            && (!self.only_wishes || !self.people[person].wishes || self.rank(person, workshop) > 0)
    }

    pub fn offer_of(&self, workshop: usize, slot: usize) -> Option<usize> {
        Some(self.offer_at[workshop * self.slots() + slot]).filter(|&offer| offer != NONE)
    }

    /// The workshops nobody attends beside this one; itself included.
    pub fn conflicts_of(&self, workshop: usize) -> &[usize] {
        &self.conflicts[workshop]
    }

    /// How many sit in each offer.
    pub fn loads(&self, seats: &Seats) -> Vec<u32> {
        let mut loads = vec![0; self.offers.len()];
        for &offer in seats.iter().filter(|&&offer| offer != NONE) {
            loads[offer] += 1;
        }
        loads
    }
}

/// Workshops that a person cannot attend because of seats in other slots.
#[derive(Debug)]
pub(super) struct Blocked {
    mark: Vec<u32>,
    round: u32,
}

impl Blocked {
    pub fn new(model: &Model) -> Self {
        Self { mark: vec![0; model.workshop_index.len()], round: 0 }
    }

    /// From now on about this person's seats outside this slot.
    pub fn by_seats_of(&mut self, model: &Model, person: usize, slot: usize, seats: &Seats) {
        self.round += 1;
        for &other in model.people[person].slots.iter().filter(|&&other| other != slot) {
            if let Some(offer) = model.offers.get(seats[model.at(person, other)]) {
                for &workshop in model.conflicts_of(offer.workshop) {
                    self.mark[workshop] = self.round;
                }
            }
        }
    }

    pub fn has(&self, workshop: usize) -> bool {
        self.mark[workshop] == self.round && self.round > 0
    }
}

/// The wishes for what the person can attend, each with its rank: its position among all wishes of the
/// person, those that cannot be attended included. `(workshop, rank)`.
pub(super) fn effective_wishes(problem: &Problem, person: usize) -> impl Iterator<Item = (usize, usize)> {
    let person = &problem.people[person];
    let positions = person.wishes.iter().zip(1..);
    positions.flat_map(|(tie, rank)| tie.iter().map(move |&workshop| (workshop, rank))).filter(|&(workshop, _)| {
        problem.workshops[workshop].slots.iter().any(|slot| person.slots.binary_search(slot).is_ok())
    })
}

/// People linked by `together`, with what they decide jointly.
fn units(people: &[Attendee], slots: usize, together: &[Vec<usize>]) -> Vec<Unit> {
    let mut person_root: Vec<usize> = (0..people.len()).collect();
    let mut seat_root: HashMap<usize, usize> = HashMap::new();
    for group in together {
        for slot in people[group[0]].slots.clone() {
            if group.iter().all(|&person| people[person].slots.contains(&slot)) {
                for pair in group.windows(2) {
                    let seat = |person: usize| person * slots + slot;
                    let (a, b) = (seat_find(&mut seat_root, seat(pair[0])), seat_find(&mut seat_root, seat(pair[1])));
                    seat_root.insert(a.max(b), a.min(b));
                    let (a, b) = (find(&mut person_root, pair[0]), find(&mut person_root, pair[1]));
                    person_root[a.max(b)] = a.min(b);
                }
            }
        }
    }
    let mut units: Vec<Unit> = Vec::new();
    let mut unit_of: HashMap<usize, usize> = HashMap::new();
    for person in 0..people.len() {
        let root = find(&mut person_root, person);
        let unit = *unit_of.entry(root).or_insert_with(|| {
            units.push(Unit { people: Vec::new(), decisions: Vec::new() });
            units.len() - 1
        });
        units[unit].people.push(person);
        for &slot in &people[person].slots {
            let seat = seat_find(&mut seat_root, person * slots + slot);
            let first = seat / slots;
            if first == person {
                units[unit].decisions.push(Decision { people: vec![person], slot });
            } else if let Some(joint) =
                units[unit].decisions.iter_mut().find(|d| d.slot == slot && d.people[0] == first)
            {
                joint.people.push(person);
            }
        }
    }
    units
}

fn find(root: &mut [usize], mut node: usize) -> usize {
    while root[node] != node {
        root[node] = root[root[node]];
        node = root[node];
    }
    node
}

fn seat_find(root: &mut HashMap<usize, usize>, mut node: usize) -> usize {
    while let Some(&up) = root.get(&node).filter(|&&up| up != node) {
        node = up;
    }
    node
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

/// A number drawn for an id by the seed: FNV-1a over the id, finished by splitmix64 (Steele, Lea, Flood 2014).
fn drawn(seed: u64, kind: u64, id: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in id.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let mut z = hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(kind);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
