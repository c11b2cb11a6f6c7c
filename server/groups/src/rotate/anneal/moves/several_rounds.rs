//! Moves in several rounds at once, which keep what single ones would spoil.

use super::super::super::problem::Index;
use super::super::{Board, Search};

impl Search<'_> {
    /// Where topics stay and no earlier plan counts, pairs alone decide. Two rounds hardly ever concern one pair twice, so
    /// their prices are added up without a move, and most proposals end there.
    const fn can_look_ahead(&self) -> bool {
        !self.board.setting.is_repair && !self.weights.counts_people_met
    }

    /// Two people take one another's place in all rounds: the pattern of who meets stays, the people in it change.
    pub(super) fn exchange_places(&mut self, person: u16, patience: i64) -> bool {
        let setting = self.board.setting;
        let Ok(other) = u16::try_from(self.random.below(setting.people)) else {
            return false;
        };
        if person == other {
            return false;
        }
        // Without colleagues, and with the same rounds in common, nothing would be any different.
        if self.can_look_ahead() {
            let price = self.weights.pairs_of_places(&self.board, person, other);
            if price == 0 || price > patience {
                return false;
            }
        }
        let mut price = 0;
        let mut done = 0;
        let mut fits = true;
        for round in 0..setting.rounds {
            let (here, there) = (
                self.board.seat(round, person),
                self.board.seat(round, other),
            );
            if here != there {
                fits = self.is_free(round, person)
                    && self.is_free(round, other)
                    && self.is_alone(round, person)
                    && self.is_alone(round, other)
                    && !self.board.is_avoided_at(round, person, there, &[other])
                    && !self.board.is_avoided_at(round, other, here, &[person]);
                if !fits {
                    break;
                }
                price += self.weights.of_swap(&self.board, round, person, other);
                self.board.swap(round, person, other);
            }
            done = round + 1;
        }
        if fits && price <= patience {
            return true;
        }
        for round in 0..done {
            if self.board.seat(round, person) != self.board.seat(round, other) {
                self.board.swap(round, person, other);
            }
        }
        false
    }

    /// Two people exchange seats in two rounds such that both keep the topics they see.
    pub(super) fn exchange_in_two_rounds(
        &mut self,
        first: Index,
        person: u16,
        patience: i64,
    ) -> bool {
        let second = self.open_rounds[self.random.below(self.open_rounds.len())];
        if first == second
            || !self.is_free(second, person)
            || !self.is_alone(first, person)
            || !self.is_alone(second, person)
        {
            return false;
        }
        let setting = self.board.setting;
        let topic = |board: &Board<'_>, round: Index, person: u16| {
            setting.topic_of[usize::from(board.seat(round, person))]
        };
        let (here, there) = (
            topic(&self.board, first, person),
            topic(&self.board, second, person),
        );
        if here == there {
            return false;
        }
        let tables = &self.tables_of_topic[usize::from(there)];
        let table = tables[self.random.below(tables.len())];
        let list = self.board.list(first, table);
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
                    && self.is_alone(first, other)
                    && self.is_alone(second, other)
                    && topic(&self.board, second, other) == here
            });
        let Some(other) = partner else { return false };
        for round in [first, second] {
            let (one_table, other_table) = (
                self.board.seat(round, person),
                self.board.seat(round, other),
            );
            if self
                .board
                .is_avoided_at(round, person, other_table, &[other])
                || self.board.is_avoided_at(round, other, one_table, &[person])
            {
                return false;
            }
        }
        if self.can_look_ahead()
            && self
                .weights
                .pairs_of_swap(&self.board, first, person, other)
                + self
                    .weights
                    .pairs_of_swap(&self.board, second, person, other)
                > patience
        {
            return false;
        }
        let price = self.weights.of_swap(&self.board, first, person, other);
        self.board.swap(first, person, other);
        if price + self.weights.of_swap(&self.board, second, person, other) <= patience {
            self.board.swap(second, person, other);
            return true;
        }
        self.board.swap(first, person, other);
        false
    }

    /// A person changes tables in two rounds such that the topics seen stay.
    pub(super) fn relocate_in_two_rounds(
        &mut self,
        first: Index,
        person: u16,
        patience: i64,
    ) -> bool {
        let setting = self.board.setting;
        let second = self.open_rounds[self.random.below(self.open_rounds.len())];
        let topic = |table: u16| usize::from(setting.topic_of[usize::from(table)]);
        if first == second || !self.is_free(second, person) {
            return false;
        }
        let (here, there) = (
            self.board.seat(first, person),
            self.board.seat(second, person),
        );
        if topic(here) == topic(there)
            || !self.is_alone(first, person)
            || !self.is_alone(second, person)
        {
            return false;
        }
        let (away, back) = (
            &self.tables_of_topic[topic(there)],
            &self.tables_of_topic[topic(here)],
        );
        let away = away[self.random.below(away.len())];
        let back = back[self.random.below(back.len())];
        if self.can_look_ahead()
            && self.weights.pairs_of_move(&self.board, first, person, away)
                + self
                    .weights
                    .pairs_of_move(&self.board, second, person, back)
                > patience
        {
            return false;
        }
        let mut price = 0;
        let mut fits = true;
        for (round, from, to) in [(first, here, away), (second, there, back)] {
            fits &= !self.board.is_avoided_at(round, person, to, &[]);
            price += self.weights.of_move(&self.board, round, person, to);
            self.board.shift(round, person, to);
            fits &= self.board.sizes_hold(round, &[from, to]);
        }
        if fits && price <= patience {
            return true;
        }
        self.board.shift(second, person, there);
        self.board.shift(first, person, here);
        false
    }
}
