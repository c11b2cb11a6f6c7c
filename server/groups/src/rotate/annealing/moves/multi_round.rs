//! Moves in several rounds at once, which keep what single moves would lose.

use super::super::super::problem::Index;
use super::super::super::state::SeatingState;
use super::super::Annealer;

impl Annealer<'_> {
    /// Whether the delta of pairs decides alone: topics stay and no previous plan counts.
    ///
    /// Two rounds rarely concern one pair twice, so the deltas of both rounds are added without a move. Most
    /// proposals end there.
    const fn pairs_decide(&self) -> bool {
        !self.state.layout.is_repair && !self.weights.counts_people_met
    }

    /// Two people exchange their seats in all rounds. The pattern of meetings stays.
    pub(super) fn swap_in_all_rounds(&mut self, person: u16, threshold: i64) -> bool {
        let layout = self.state.layout;
        let Ok(other) = u16::try_from(self.random.below(layout.people)) else {
            return false;
        };
        if person == other {
            return false;
        }
        // Without colleagues and past meetings, and with the same rounds, the move changes nothing.
        if self.pairs_decide() {
            let delta = self.weights.relabelling_delta(&self.state, person, other);
            if delta == 0 || delta > threshold {
                return false;
            }
        }
        let mut delta = 0;
        let mut done = 0;
        let mut fits = true;
        for round in 0..layout.rounds {
            let (source, target) = (
                self.state.table_of(round, person),
                self.state.table_of(round, other),
            );
            if source != target {
                fits = self.is_free(round, person)
                    && self.is_free(round, other)
                    && self.is_single(round, person)
                    && self.is_single(round, other)
                    && !self.state.is_refused_at(round, person, target, &[other])
                    && !self.state.is_refused_at(round, other, source, &[person]);
                if !fits {
                    break;
                }
                delta += self.weights.swap_delta(&self.state, round, person, other);
                self.state.swap(round, person, other);
            }
            done = round + 1;
        }
        if fits && delta <= threshold {
            return true;
        }
        for round in 0..done {
            if self.state.table_of(round, person) != self.state.table_of(round, other) {
                self.state.swap(round, person, other);
            }
        }
        false
    }

    /// Two people exchange seats in two rounds such that both keep their topics.
    pub(super) fn swap_in_two_rounds(&mut self, first: Index, person: u16, threshold: i64) -> bool {
        let second = self.movable_rounds[self.random.below(self.movable_rounds.len())];
        if first == second
            || !self.is_free(second, person)
            || !self.is_single(first, person)
            || !self.is_single(second, person)
        {
            return false;
        }
        let layout = self.state.layout;
        let topic = |state: &SeatingState<'_>, round: Index, person: u16| {
            layout.topic_of[usize::from(state.table_of(round, person))]
        };
        let (source, target) = (
            topic(&self.state, first, person),
            topic(&self.state, second, person),
        );
        if source == target {
            return false;
        }
        let tables = &self.tables_of_topic[usize::from(target)];
        let table = tables[self.random.below(tables.len())];
        let list = self.state.people_at(first, table);
        if list.is_empty() {
            return false;
        }
        let start = self.random.below(list.len());
        let partner = list[start..]
            .iter()
            .chain(&list[..start])
            .copied()
            .find(|&other| {
                self.is_free(first, other)
                    && self.is_free(second, other)
                    && self.is_single(first, other)
                    && self.is_single(second, other)
                    && topic(&self.state, second, other) == source
            });
        let Some(other) = partner else { return false };
        for round in [first, second] {
            let (one_table, other_table) = (
                self.state.table_of(round, person),
                self.state.table_of(round, other),
            );
            if self
                .state
                .is_refused_at(round, person, other_table, &[other])
                || self.state.is_refused_at(round, other, one_table, &[person])
            {
                return false;
            }
        }
        if self.pairs_decide()
            && self
                .weights
                .swap_pair_delta(&self.state, first, person, other)
                + self
                    .weights
                    .swap_pair_delta(&self.state, second, person, other)
                > threshold
        {
            return false;
        }
        let delta = self.weights.swap_delta(&self.state, first, person, other);
        self.state.swap(first, person, other);
        if delta + self.weights.swap_delta(&self.state, second, person, other) <= threshold {
            self.state.swap(second, person, other);
            return true;
        }
        self.state.swap(first, person, other);
        false
    }

    /// A person changes tables in two rounds and keeps the topics.
    pub(super) fn relocate_in_two_rounds(
        &mut self,
        first: Index,
        person: u16,
        threshold: i64,
    ) -> bool {
        let layout = self.state.layout;
        let second = self.movable_rounds[self.random.below(self.movable_rounds.len())];
        let topic = |table: u16| usize::from(layout.topic_of[usize::from(table)]);
        if first == second || !self.is_free(second, person) {
            return false;
        }
        let (source, target) = (
            self.state.table_of(first, person),
            self.state.table_of(second, person),
        );
        if topic(source) == topic(target)
            || !self.is_single(first, person)
            || !self.is_single(second, person)
        {
            return false;
        }
        let (away, back) = (
            &self.tables_of_topic[topic(target)],
            &self.tables_of_topic[topic(source)],
        );
        let away = away[self.random.below(away.len())];
        let back = back[self.random.below(back.len())];
        if self.pairs_decide()
            && self
                .weights
                .move_pair_delta(&self.state, first, person, away)
                + self
                    .weights
                    .move_pair_delta(&self.state, second, person, back)
                > threshold
        {
            return false;
        }
        let mut delta = 0;
        let mut fits = true;
        for (round, from, to) in [(first, source, away), (second, target, back)] {
            fits &= !self.state.is_refused_at(round, person, to, &[]);
            delta += self.weights.move_delta(&self.state, round, person, to);
            self.state.move_person(round, person, to);
            fits &= self.state.has_valid_sizes(round, &[from, to]);
        }
        if fits && delta <= threshold {
            return true;
        }
        self.state.move_person(second, person, target);
        self.state.move_person(first, person, source);
        false
    }
}
