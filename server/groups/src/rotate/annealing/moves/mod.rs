//! The neighbourhood: moves that keep every hard rule.

mod components;
mod ejection_chain;
mod multi_round;
mod reseating;
mod topic_chain;

use super::super::energy::delta::Exchange;
use super::super::layout::NO_BLOCK;
use super::super::problem::Index;
use super::super::rules::ABSENT;
use super::super::state::SeatingState;
use super::Annealer;
use components::Journey;
use reseating::FEW_PEOPLE;

impl Annealer<'_> {
    /// Proposes one move and makes it if its delta is within the threshold. Returns whether people moved.
    pub(super) fn propose(&mut self, threshold: i64) -> bool {
        let layout = self.state.layout;
        let dice = self.random.below(64);
        let topics = self.counts_topics;
        let Some((round, person)) = self.pick_person() else {
            return false;
        };
        match dice {
            0 => self.exchange_tables(round, threshold),
            1 if self.has_colleagues || topics || self.counts_met => {
                self.swap_in_all_rounds(person, threshold)
            }
            2..=4 if topics && layout.has_size_choice[round] => {
                self.relocate_in_two_rounds(round, person, threshold)
            }
            2..=11 if topics => self.swap_in_two_rounds(round, person, threshold),
            2..=9 if self.counts_met && !layout.is_repair => {
                self.swap_in_all_rounds(person, threshold)
            }
            12..=19 if layout.is_repair => self.return_to_previous_seat(person, threshold),
            20..=23 if layout.is_repair => self.ejection_chain(round, person, threshold),
            32 if self.has_rules => {
                self.exchange_components_in_two_rounds(round, person, threshold)
            }
            33 if topics => self.topic_chain(round, person, threshold),
            30..=31 if layout.tables > 2 => self.ejection_chain(round, person, threshold),
            24..=29 if layout.has_size_choice[round] => self.relocate(round, person, threshold),
            34..=48 if topics && !layout.is_repair => {
                self.exchange_for_new_topics(round, person, threshold)
            }
            60..=63 if layout.people <= FEW_PEOPLE => self.reseat(round, threshold),
            _ => self.exchange_with_somebody(round, person, threshold),
        }
    }

    /// A person who can move in a round, mostly one with a conflict.
    fn pick_person(&mut self) -> Option<(Index, u16)> {
        let layout = self.state.layout;
        let round = self.movable_rounds[self.random.below(self.movable_rounds.len())];
        if !self.state.conflicted.is_empty() && self.random.below(4) > 0 {
            let person = self.state.conflicted[self.random.below(self.state.conflicted.len())];
            return (!layout.is_pinned[layout.seat_index(round, usize::from(person))])
                .then_some((round, person));
        }
        let free = &layout.movable[round];
        Some((round, free[self.random.below(free.len())]))
    }

    fn is_free(&self, round: Index, person: u16) -> bool {
        !self.state.layout.is_pinned[self.state.layout.seat_index(round, usize::from(person))]
    }

    fn is_single(&self, round: Index, person: u16) -> bool {
        self.state.layout.block[self.state.layout.seat_index(round, usize::from(person))]
            == NO_BLOCK
    }

    fn exchange_with_somebody(&mut self, round: Index, person: u16, threshold: i64) -> bool {
        let free = &self.state.layout.movable[round];
        let other = free[self.random.below(free.len())];
        self.exchange(round, person, other, threshold)
    }

    /// Exchanges two people who have not seen the topic of the other one. Where most topics are seen, few
    /// people can do so.
    fn exchange_for_new_topics(&mut self, round: Index, person: u16, threshold: i64) -> bool {
        let layout = self.state.layout;
        let rounds_at = |state: &SeatingState<'_>, person: u16, table: usize| {
            let topic = usize::from(layout.topic_of[table]);
            state.topic_rounds[usize::from(person) * layout.topics + topic]
        };
        let source = usize::from(self.state.table_of(round, person));
        let first = self.random.below(layout.tables);
        let target = (first..layout.tables)
            .chain(0..first)
            .find(|&table| rounds_at(&self.state, person, table) == 0);
        let Some(target) = target else {
            return self.exchange_with_somebody(round, person, threshold);
        };
        let list = &self.state.people_by_table[round * layout.tables + target];
        if list.is_empty() {
            return false;
        }
        let start = self.random.below(list.len());
        let partner = list[start..]
            .iter()
            .chain(&list[..start])
            .copied()
            .find(|&other| {
                rounds_at(&self.state, other, source) == 0 && self.is_free(round, other)
            });
        partner.is_some_and(|other| self.exchange(round, person, other, threshold))
    }

    /// Exchanges two people with their blocks.
    fn exchange(&mut self, round: Index, person: u16, other: u16, threshold: i64) -> bool {
        let (source, target) = (
            self.state.table_of(round, person),
            self.state.table_of(round, other),
        );
        if source == target {
            return false;
        }
        if !self.is_single(round, person)
            || !self.is_single(round, other)
            || self.state.is_refused_at(round, person, target, &[other])
            || self.state.is_refused_at(round, other, source, &[person])
        {
            let other = Some(other);
            return self.exchange_components(
                Journey {
                    round,
                    person,
                    other,
                    target,
                },
                threshold,
            );
        }
        if self.weights.swap_delta(&self.state, round, person, other) > threshold {
            return false;
        }
        self.state.swap(round, person, other);
        true
    }

    fn add_block(&self, round: Index, person: u16, group: &mut Vec<u16>) {
        let layout = self.state.layout;
        match layout.block[layout.seat_index(round, usize::from(person))] {
            NO_BLOCK => group.push(person),
            block => group.extend(&layout.blocks[round][usize::from(block)]),
        }
    }

    /// Exchanges two groups if the rules allow it and the delta is within the threshold. Returns the delta.
    fn exchange_groups(&mut self, exchange: &Exchange<'_>, threshold: i64) -> Option<i64> {
        let Exchange {
            round,
            outgoing,
            incoming,
            source,
            target,
        } = *exchange;
        let state = &self.state;
        self.work_since_stop_check += (outgoing.len() + incoming.len())
            * (state.people_at(round, source).len() + state.people_at(round, target).len());
        if outgoing.len() != incoming.len() {
            let source_size =
                state.people_at(round, source).len() + incoming.len() - outgoing.len();
            let tsource_size =
                state.people_at(round, target).len() + outgoing.len() - incoming.len();
            if !state.allows_sizes(round, (source, source_size), (target, tsource_size)) {
                return None;
            }
        }
        if outgoing
            .iter()
            .any(|&person| state.is_refused_at(round, person, target, incoming))
            || incoming
                .iter()
                .any(|&person| state.is_refused_at(round, person, source, outgoing))
        {
            return None;
        }
        let delta = self.weights.exchange_delta(state, exchange);
        if delta > threshold {
            return None;
        }
        for &person in outgoing {
            self.state.move_person(round, person, target);
        }
        for &person in incoming {
            self.state.move_person(round, person, source);
        }
        Some(delta)
    }

    /// Moves a person or block to a table with room.
    fn relocate(&mut self, round: Index, person: u16, threshold: i64) -> bool {
        let target = self.random.below(self.state.layout.tables);
        let Ok(target) = u16::try_from(target) else {
            return false;
        };
        self.relocate_to(round, person, target, threshold)
    }

    fn relocate_to(&mut self, round: Index, person: u16, target: u16, threshold: i64) -> bool {
        let source = self.state.table_of(round, person);
        if source == target {
            return false;
        }
        if !self.is_single(round, person) || self.state.is_refused_at(round, person, target, &[]) {
            let other = None;
            return self.exchange_components(
                Journey {
                    round,
                    person,
                    other,
                    target,
                },
                threshold,
            );
        }
        let state = &mut self.state;
        let sizes = [(source, -1), (target, 1)];
        let moves = self.weights.move_delta(state, round, person, target) <= threshold
            && state.allows_size_changes(round, sizes);
        if moves {
            state.move_person(round, person, target);
        }
        moves
    }

    /// Exchanges all movable people of two tables. Their pairs stay, topics and sizes change.
    fn exchange_tables(&mut self, round: Index, threshold: i64) -> bool {
        let tables = self.state.layout.tables;
        let (source, target) = (self.random.below(tables), self.random.below(tables));
        let (Ok(source), Ok(target)) = (u16::try_from(source), u16::try_from(target)) else {
            return false;
        };
        if source == target {
            return false;
        }
        let movers = |table: u16| -> Vec<u16> {
            self.state
                .people_at(round, table)
                .iter()
                .copied()
                .filter(|&person| self.is_free(round, person))
                .collect()
        };
        let (outgoing, incoming) = (movers(source), movers(target));
        let everybody =
            |table: u16, movers: &[u16]| movers.len() == self.state.people_at(round, table).len();
        if everybody(source, &outgoing) && everybody(target, &incoming) {
            // The pairs stay, so only the own parts of people change.
            let layout = self.state.layout;
            let topic = |table: u16| layout.topic_of[usize::from(table)];
            if !layout.is_repair && (!self.counts_topics || topic(source) == topic(target)) {
                return false;
            }
            let own = |movers: &[u16], to: u16| -> i64 {
                let delta = |&person: &u16| self.weights.own_delta(&self.state, round, person, to);
                movers.iter().map(delta).sum()
            };
            if own(&outgoing, target) + own(&incoming, source) > threshold {
                return false;
            }
        }
        self.exchange_groups(
            &Exchange {
                round,
                outgoing: &outgoing,
                incoming: &incoming,
                source,
                target,
            },
            threshold,
        )
        .is_some()
    }

    /// Returns a person to the previous seat, in exchange for a person there or into a gap.
    fn return_to_previous_seat(&mut self, person: u16, threshold: i64) -> bool {
        let layout = self.state.layout;
        let round = self.movable_rounds[self.random.below(self.movable_rounds.len())];
        let previous_table = layout.previous[layout.seat_index(round, usize::from(person))];
        if !self.is_free(round, person)
            || previous_table == ABSENT
            || self.state.table_of(round, person) == previous_table
        {
            return false;
        }
        if layout.has_size_choice[round] && self.random.below(2) == 0 {
            return self.relocate_to(round, person, previous_table, threshold);
        }
        let list = self.state.people_at(round, previous_table);
        if list.is_empty() {
            return false;
        }
        let other = list[self.random.below(list.len())];
        self.is_free(round, other) && self.exchange(round, person, other, threshold)
    }
}
