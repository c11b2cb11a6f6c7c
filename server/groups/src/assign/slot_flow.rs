//! The seats of one slot as a minimum-cost flow: person → (organisation, offer) → offer → sink.
//!
//! All goals form one lexicographic cost. Seats in other slots stay as they are.

use std::collections::HashMap;

use super::goals::Goal;
use super::lexicographic::{BitLayout, LexCost};
use super::model::{BlockedWorkshops, Model, NO_OFFER, Seats};
use super::network_simplex::{Cost, Network};

/// State of an offer in a node of the search tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfferState {
    /// Not branched on: the minimum is ignored.
    Undecided,
    /// Takes place, with its minimum.
    Open,
    /// Does not take place.
    Closed,
}

/// The part of a plan to solve.
#[derive(Debug)]
pub(super) struct SlotProblem<'a> {
    pub model: &'a Model,
    pub goals: &'a [Goal],
    pub slot: usize,
    /// The present seats. Those in `slot` count only for people in `keeps_seat`.
    pub seats: &'a Seats,
    /// People who keep their seat in this slot, or go without.
    pub keeps_seat: &'a [bool],
}

/// Inputs of the flow that do not depend on the width of its costs.
struct FlowInput {
    layout: BitLayout,
    /// For each organisation: members who keep their seats in the slot, and members to be seated.
    organisation_members: Vec<(usize, usize)>,
    /// People to be seated.
    to_seat: Vec<usize>,
}

/// The cheapest seats for given states of the offers.
#[derive(Debug)]
pub(super) struct SlotSolution {
    /// The offer, or [`NO_OFFER`], of each person. Meaningless for people who do not attend the slot.
    pub offers: Vec<usize>,
    /// People that open offers lack to their minimum.
    pub shortfall: u32,
    /// Whether the seats are optimal. They are not if the search was stopped.
    pub is_optimal: bool,
}

/// Supported widths of a cost in words, ascending.
const WIDTHS: [usize; 11] = [1, 2, 3, 4, 6, 8, 12, 16, 32, 64, 256];
/// Limit of the memory for potentials and costs.
const MEMORY_LIMIT: usize = 256 << 20;
/// Limit of the organisation nodes. Beyond it pairs of an organisation are not counted.
const MAX_PAIR_NODES: usize = 300_000;

impl SlotProblem<'_> {
    /// Solves the flow. Minimum sizes hold for open offers only.
    pub fn solve(&self, states: &[OfferState], should_stop: &dyn Fn() -> bool) -> SlotSolution {
        let organisation_members = self.organisation_members();
        let to_seat = self.to_seat();
        let offers = self.model.offers_in[self.slot].len();
        let organisations = organisation_members
            .iter()
            .filter(|&&(_, to_seat)| to_seat > 0)
            .count();
        let largest_group = self
            .model
            .organisation_size
            .iter()
            .copied()
            .max()
            .unwrap_or(1)
            .max(1);
        let sides = to_seat.len().min(offers * (organisations + 1));
        let layout = BitLayout::new(8 * (sides as u64 + 4) * largest_group as u64);
        let levels = self.model.ranks + 3;
        let costs = 4 * levels * if self.model.slots() == 1 { 1 } else { levels };
        let costs = costs.min(to_seat.len().saturating_mul(offers));
        let stored = to_seat.len() + costs + offers * organisations.min(MAX_PAIR_NODES);
        let needed = layout.words(self.goals.len() + 1);
        let affordable = MEMORY_LIMIT / 16 / stored.max(1);
        // The fewest words that hold all goals. If memory does not allow them, the last goals are dropped.
        let words = WIDTHS.into_iter().find(|&words| words >= needed);
        let words = words.filter(|&words| words <= affordable).or_else(|| {
            let fitting = |words: &usize| *words <= affordable;
            WIDTHS.into_iter().rev().find(fitting)
        });
        let input = FlowInput {
            layout,
            organisation_members,
            to_seat,
        };
        match words.unwrap_or(1) {
            1 => self.solve_in_words::<1>(&input, states, should_stop),
            2 => self.solve_in_words::<2>(&input, states, should_stop),
            3 => self.solve_in_words::<3>(&input, states, should_stop),
            4 => self.solve_in_words::<4>(&input, states, should_stop),
            6 => self.solve_in_words::<6>(&input, states, should_stop),
            8 => self.solve_in_words::<8>(&input, states, should_stop),
            12 => self.solve_in_words::<12>(&input, states, should_stop),
            16 => self.solve_in_words::<16>(&input, states, should_stop),
            32 => self.solve_in_words::<32>(&input, states, should_stop),
            64 => self.solve_in_words::<64>(&input, states, should_stop),
            _ => self.solve_in_words::<256>(&input, states, should_stop),
        }
    }

    /// People to be seated.
    pub fn to_seat(&self) -> Vec<usize> {
        let attends =
            |&p: &usize| !self.keeps_seat[p] && self.model.people[p].slots.contains(&self.slot);
        (0..self.model.people.len()).filter(attends).collect()
    }

    /// For each organisation: members who keep their seats here, and members to be seated.
    fn organisation_members(&self) -> Vec<(usize, usize)> {
        let mut organisation_members = vec![(0, 0); self.model.organisation_size.len()];
        for (p, person) in self.model.people.iter().enumerate() {
            if let Some(organisation) = person.organisation
                && person.slots.contains(&self.slot)
            {
                if self.keeps_seat[p] {
                    organisation_members[organisation].0 += 1;
                } else {
                    organisation_members[organisation].1 += 1;
                }
            }
        }
        organisation_members
    }

    fn solve_in_words<const WORDS: usize>(
        &self,
        input: &FlowInput,
        states: &[OfferState],
        should_stop: &dyn Fn() -> bool,
    ) -> SlotSolution {
        let model = self.model;
        let FlowInput {
            layout,
            organisation_members,
            to_seat,
        } = input;
        let mut table = CostTable::<WORDS>::new(*layout, self);
        let minimum_seat = table.minimum_seat();
        let zero = table.pairs(0);
        let (loads, organisation_load) = self.kept_loads();
        let in_slot = &model.offers_in[self.slot];
        let mut network = Network::new();
        let offer_node = self.offer_nodes(&mut network, states, &loads, (minimum_seat, zero));
        let count_pairs = organisation_members
            .iter()
            .filter(|&&(_, to_seat)| to_seat > 0)
            .count()
            * in_slot.len()
            <= MAX_PAIR_NODES;
        let mut organisation_node: HashMap<(usize, usize), usize> = HashMap::new();
        let mut seats: Vec<(usize, usize, usize)> = Vec::new();
        let mut blocked = BlockedWorkshops::new(model);
        for &person in to_seat {
            blocked.block_for(model, &[person], self.slot, self.seats);
            let best_level_elsewhere = self.best_level_elsewhere(person);
            let away = table.seat(person, NO_OFFER, best_level_elsewhere);
            let node = network.add_node(1, 0, 1, away);
            for (i, &offer) in in_slot.iter().enumerate() {
                if offer_node[i] == NO_OFFER
                    || !model.may_sit(person, offer)
                    || blocked.contains(model.offers[offer].workshop)
                {
                    continue;
                }
                let mut head = offer_node[i];
                if let Some(organisation) = model.people[person].organisation {
                    let (kept, to_seat) = organisation_members[organisation];
                    let limit = model.offers[offer].organisation_max as usize;
                    let present = organisation_load
                        .get(&(organisation, offer))
                        .copied()
                        .unwrap_or(0);
                    if present >= limit {
                        continue;
                    }
                    if kept + to_seat > limit || (count_pairs && kept + to_seat > 1) {
                        head = *organisation_node
                            .entry((organisation, i))
                            .or_insert_with(|| {
                                let largest = limit.min(present + to_seat);
                                let cost = |table: &mut CostTable<WORDS>, others| {
                                    table.pairs(if count_pairs { others } else { 0 })
                                };
                                let node = network.add_node(0, head, 1, cost(&mut table, present));
                                for others in present + 1..largest {
                                    network.add_arc(node, head, 1, cost(&mut table, others));
                                }
                                node
                            });
                    }
                }
                let cost = table.seat(person, offer, best_level_elsewhere);
                seats.push((person, offer, network.add_arc(node, head, 1, cost)));
            }
        }
        network.set_costs(table.costs);
        let (flow, finished) = network.solve(should_stop);
        let mut offers = vec![NO_OFFER; model.people.len()];
        for (person, offer) in offers
            .iter_mut()
            .enumerate()
            .filter(|&(person, _)| self.keeps_seat[person])
        {
            *offer = self.seats[model.seat_index(person, self.slot)];
        }
        let mut loads = loads;
        for (person, offer, arc) in seats {
            if flow[arc] > 0 {
                offers[person] = offer;
                loads[in_slot.partition_point(|&other| other < offer)] += 1;
            }
        }
        let shortfall = (0..in_slot.len())
            .filter(|&i| states[i] == OfferState::Open)
            .map(|i| model.offers[in_slot[i]].min.saturating_sub(loads[i]))
            .sum();
        let is_complete = layout.words(self.goals.len() + 1) <= WORDS && count_pairs;
        SlotSolution {
            offers,
            shortfall,
            is_optimal: finished && is_complete,
        }
    }

    /// Adds a node for each offer that takes people. Seats up to the minimum of an open offer cost
    /// `minimum_seat`.
    fn offer_nodes<C: Cost>(
        &self,
        network: &mut Network<C>,
        states: &[OfferState],
        loads: &[u32],
        (minimum_seat, zero): (usize, usize),
    ) -> Vec<usize> {
        let in_slot = &self.model.offers_in[self.slot];
        let everybody = u32::try_from(self.model.people.len()).unwrap_or(u32::MAX);
        let mut nodes = vec![NO_OFFER; in_slot.len()];
        for (i, &offer) in in_slot.iter().enumerate() {
            let limits = &self.model.offers[offer];
            let room = limits.max.saturating_sub(loads[i]).min(everybody);
            if states[i] == OfferState::Closed || room == 0 {
                continue;
            }
            let open = states[i] == OfferState::Open;
            let needed = if open {
                limits.min.saturating_sub(loads[i])
            } else {
                0
            };
            if needed == 0 || needed > room {
                nodes[i] = network.add_node(0, 0, room, zero);
            } else {
                nodes[i] = network.add_node(0, 0, needed, minimum_seat);
                if room > needed {
                    network.add_arc(nodes[i], 0, room - needed, zero);
                }
            }
        }
        nodes
    }

    /// People who keep a seat: per offer of the slot, and per organisation and offer.
    pub fn kept_loads(&self) -> (Vec<u32>, HashMap<(usize, usize), usize>) {
        let in_slot = &self.model.offers_in[self.slot];
        let mut loads = vec![0; in_slot.len()];
        let mut organisation_load = HashMap::new();
        for (p, person) in self
            .model
            .people
            .iter()
            .enumerate()
            .filter(|&(p, _)| self.keeps_seat[p])
        {
            let offer = self.seats[self.model.seat_index(p, self.slot)];
            if offer != NO_OFFER {
                loads[in_slot.partition_point(|&other| other < offer)] += 1;
                if let Some(organisation) = person.organisation {
                    *organisation_load.entry((organisation, offer)).or_insert(0) += 1;
                }
            }
        }
        (loads, organisation_load)
    }

    fn best_level_elsewhere(&self, person: usize) -> usize {
        if self.model.slots() == 1 {
            return self.model.no_seat();
        }
        let slots = self.model.people[person]
            .slots
            .iter()
            .filter(|&&slot| slot != self.slot);
        let levels = slots.map(|&slot| {
            self.model
                .level(person, self.seats[self.model.seat_index(person, slot)])
        });
        levels.min().unwrap_or(self.model.no_seat())
    }
}

/// The distinct costs of arcs.
struct CostTable<'a, const WORDS: usize> {
    layout: BitLayout,
    problem: &'a SlotProblem<'a>,
    costs: Vec<LexCost<WORDS>>,
    of_seats: HashMap<(bool, usize, usize, bool, bool), usize>,
    of_pairs: HashMap<usize, usize>,
}

impl<'a, const WORDS: usize> CostTable<'a, WORDS> {
    fn new(layout: BitLayout, problem: &'a SlotProblem<'a>) -> Self {
        Self {
            layout,
            problem,
            costs: Vec::new(),
            of_seats: HashMap::new(),
            of_pairs: HashMap::new(),
        }
    }

    fn add(&mut self, first: i64, value: impl Fn(Goal) -> i64) -> usize {
        let values: Vec<i64> = std::iter::once(first)
            .chain(self.problem.goals.iter().map(|&goal| value(goal)))
            .collect();
        self.costs.push(self.layout.cost(&values));
        self.costs.len() - 1
    }

    /// A seat that an open offer needs for its minimum comes before every goal.
    fn minimum_seat(&mut self) -> usize {
        self.add(-1, |_| 0)
    }

    /// One more member beside `others` of the organisation.
    fn pairs(&mut self, others: usize) -> usize {
        if let Some(&known) = self.of_pairs.get(&others) {
            return known;
        }
        let pairs = i64::try_from(others).unwrap_or(i64::MAX);
        let cost = self.add(0, |goal| if goal == Goal::Spread { pairs } else { 0 });
        self.of_pairs.insert(others, cost);
        cost
    }

    fn seat(&mut self, person: usize, offer: usize, best_level_elsewhere: usize) -> usize {
        let SlotProblem { model, slot, .. } = *self.problem;
        let wishes = model.people[person].has_wishes;
        let level = model.level(person, offer);
        let standing = if wishes {
            best_level_elsewhere.min(level)
        } else {
            0
        };
        let differs = model.differs_from_previous(person, slot, offer);
        let missing = offer == NO_OFFER && model.fixed(person, slot).is_some();
        let key = (wishes, standing, level, differs, missing);
        if let Some(&known) = self.of_seats.get(&key) {
            return known;
        }
        let cost = self.add(0, |goal| {
            goal.seat_value(model, person, slot, offer) + goal.best_level_value(standing)
        });
        self.of_seats.insert(key, cost);
        cost
    }
}

/// People whom `together` or `apart` links to others in the slot. A flow cannot express these rules, so they
/// keep their seats while the others are seated.
pub(super) fn find_linked_people(model: &Model, slot: usize) -> Vec<bool> {
    let mut linked: Vec<bool> = (0..model.people.len())
        .map(|person| !model.apart_of[person].is_empty())
        .collect();
    for decision in model.units.iter().flat_map(|unit| &unit.decisions) {
        if decision.slot == slot && decision.people.len() > 1 {
            for &person in &decision.people {
                linked[person] = true;
            }
        }
    }
    linked
}
