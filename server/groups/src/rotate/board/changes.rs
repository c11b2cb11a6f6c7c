//! People rise and sit down; every count follows.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use super::super::problem::Index;
use super::super::rules::ABSENT;
use super::super::setting::ALONE;
use super::{Board, CALM};

impl Board<'_> {
    /// Exchanges two people of different tables.
    pub fn swap(&mut self, round: Index, one: u16, other: u16) {
        let setting = self.setting;
        let (one_seat, other_seat) = (
            setting.at(round, usize::from(one)),
            setting.at(round, usize::from(other)),
        );
        let (here, there) = (self.seats[one_seat], self.seats[other_seat]);
        self.take_place(round, one, here, other);
        self.take_place(round, other, there, one);
        self.place.swap(one_seat, other_seat);
        for (seat, person, from, to) in [
            (one_seat, one, here, there),
            (other_seat, other, there, here),
        ] {
            if setting.topic_of[usize::from(from)] != setting.topic_of[usize::from(to)] {
                self.leave_topic(person, from);
                self.join_topic(person, to);
            }
            self.count_moved(seat, person, from, -1);
            self.count_moved(seat, person, to, 1);
            self.seats[seat] = to;
            self.journal.note(seat, to);
        }
    }

    /// In the list of a table, `comer` takes the place of `leaver`.
    #[inline]
    fn take_place(&mut self, round: Index, leaver: u16, table: u16, comer: u16) {
        let place = usize::from(self.place[self.setting.at(round, usize::from(leaver))]);
        let list = round * self.setting.tables + usize::from(table);
        let mut people = std::mem::take(&mut self.lists[list]);
        for &third in people.iter().filter(|third| **third != leaver) {
            self.part(leaver, third);
            self.meet(comer, third);
        }
        people[place] = comer;
        self.lists[list] = people;
    }

    /// Seats a person at a table; at another table in the round than before.
    pub fn shift(&mut self, round: Index, person: u16, table: u16) {
        self.rise(round, person);
        self.sit(round, person, table);
    }

    /// Takes a person from the table.
    fn rise(&mut self, round: Index, person: u16) {
        let seat = self.setting.at(round, usize::from(person));
        let table = self.seats[seat];
        let list = round * self.setting.tables + usize::from(table);
        let place = usize::from(self.place[seat]);
        self.count_size(round, table, -1);
        let mut people = std::mem::take(&mut self.lists[list]);
        people.swap_remove(place);
        if let Some(&last) = people.get(place) {
            let seat = self.setting.at(round, usize::from(last));
            self.place[seat] = place as u16;
        }
        for &other in &people {
            self.part(person, other);
        }
        self.lists[list] = people;
        self.leave_topic(person, table);
        self.seats[seat] = ABSENT;
        self.count_moved(seat, person, table, -1);
    }

    /// Seats a person who has no seat in the round.
    pub(super) fn sit(&mut self, round: Index, person: u16, table: u16) {
        let seat = self.setting.at(round, usize::from(person));
        let list = round * self.setting.tables + usize::from(table);
        self.count_size(round, table, 1);
        let mut people = std::mem::take(&mut self.lists[list]);
        for &other in &people {
            self.meet(person, other);
        }
        self.place[seat] = people.len() as u16;
        people.push(person);
        self.lists[list] = people;
        self.join_topic(person, table);
        self.seats[seat] = table;
        self.journal.note(seat, table);
        self.count_moved(seat, person, table, 1);
    }

    /// Counts (`step` 1) or discounts (−1) a seat at the table if it is not the one before.
    #[inline]
    fn count_moved(&mut self, seat: usize, person: u16, table: u16, step: i8) {
        let before = self.setting.previous[seat];
        if before != ABSENT && before != table {
            let moved = &mut self.moved[usize::from(person)];
            let was_moved = *moved > 0;
            *moved = moved.wrapping_add_signed(step);
            let is_moved = *moved > 0;
            self.totals.changed_people += usize::from(is_moved);
            self.totals.changed_people -= usize::from(was_moved);
            self.upset(person, i32::from(step));
        }
    }

    #[inline]
    fn count_size(&mut self, round: Index, table: u16, step: isize) {
        if self.setting.sizes[round][usize::from(table)].balanced {
            let size = self.list(round, table).len();
            self.balanced_sizes[round][size] -= 1;
            self.balanced_sizes[round][size.saturating_add_signed(step)] += 1;
        }
    }

    #[inline]
    fn meet(&mut self, one: u16, other: u16) {
        let people = self.setting.people;
        let (one_index, other_index) = (usize::from(one), usize::from(other));
        let cell = self.cells[one_index * people + other_index];
        self.cells[one_index * people + other_index] = cell + 2;
        self.cells[other_index * people + one_index] = cell + 2;
        if cell == 0 {
            self.totals.meetings += 1;
            for index in [one_index, other_index] {
                self.fewest_left |= self.met[index] == self.fewest_met;
                self.met[index] += 1;
            }
        } else {
            self.count_trouble(one, other, cell, 1);
        }
    }

    #[inline]
    fn part(&mut self, one: u16, other: u16) {
        let people = self.setting.people;
        let (one_index, other_index) = (usize::from(one), usize::from(other));
        let cell = self.cells[one_index * people + other_index] - 2;
        self.cells[one_index * people + other_index] = cell;
        self.cells[other_index * people + one_index] = cell;
        if cell == 0 {
            self.totals.meetings -= 1;
            for index in [one_index, other_index] {
                self.met[index] -= 1;
                self.fewest_met = self.fewest_met.min(self.met[index]);
            }
        } else {
            self.count_trouble(one, other, cell, -1);
        }
    }

    /// One time more (`step` 1) or less (−1) together, beyond a first meeting of two who are no colleagues. `cell` is the
    /// pair's without that time.
    fn count_trouble(&mut self, one: u16, other: u16, cell: u8, step: i8) {
        let again = cell > 1;
        let colleagues = cell & 1 == 1;
        let step = isize::from(step);
        let totals = &mut self.totals;
        if again {
            totals.repeats = totals.repeats.wrapping_add_signed(step);
        }
        if colleagues {
            totals.mix = totals.mix.wrapping_add_signed(step);
        }
        let belong = &self.setting.inseparable;
        let tied = belong[usize::from(one)];
        if tied != ALONE && tied == belong[usize::from(other)] {
            // No move parts them.
            return;
        }
        if (again && self.care.meetings) || (colleagues && self.care.mix) {
            self.upset(one, step as i32);
            self.upset(other, step as i32);
        }
    }

    #[inline]
    fn join_topic(&mut self, person: u16, table: u16) {
        let index = usize::from(person);
        if self.setting.is_host[index] {
            return;
        }
        let topic = usize::from(self.setting.topic_of[usize::from(table)]);
        let rounds = &mut self.topic_rounds[index * self.setting.topics + topic];
        *rounds += 1;
        if *rounds == 1 {
            self.totals.topics_sum += 1;
            self.seen[index] += 1;
            self.least_seen
                .shift(self.seen[index] - 1, self.seen[index]);
        } else if self.care.topics {
            self.upset(person, 1);
        }
    }

    #[inline]
    fn leave_topic(&mut self, person: u16, table: u16) {
        let index = usize::from(person);
        if self.setting.is_host[index] {
            return;
        }
        let topic = usize::from(self.setting.topic_of[usize::from(table)]);
        let rounds = &mut self.topic_rounds[index * self.setting.topics + topic];
        *rounds -= 1;
        if *rounds == 0 {
            self.totals.topics_sum -= 1;
            self.seen[index] -= 1;
            self.least_seen
                .shift(self.seen[index] + 1, self.seen[index]);
        } else if self.care.topics {
            self.upset(person, -1);
        }
    }

    #[inline]
    fn upset(&mut self, person: u16, step: i32) {
        let index = usize::from(person);
        self.trouble[index] += step;
        let is_listed = self.restless_place[index] != CALM;
        if self.trouble[index] > 0 && !is_listed {
            self.restless_place[index] = self.restless.len() as u16;
            self.restless.push(person);
        } else if self.trouble[index] <= 0 && is_listed {
            let place = usize::from(std::mem::replace(&mut self.restless_place[index], CALM));
            self.restless.swap_remove(place);
            if let Some(&last) = self.restless.get(place) {
                self.restless_place[usize::from(last)] = place as u16;
            }
        }
    }
}
