//! Moves of people, with the update of all counts.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use super::super::layout::NO_BLOCK;
use super::super::problem::Index;
use super::super::rules::ABSENT;
use super::{NOT_LISTED, SeatingState};

impl SeatingState<'_> {
    /// Exchanges two people at different tables.
    pub fn swap(&mut self, round: Index, one: u16, other: u16) {
        let layout = self.layout;
        let (one_seat, other_seat) = (
            layout.seat_index(round, usize::from(one)),
            layout.seat_index(round, usize::from(other)),
        );
        let (source, target) = (self.seats[one_seat], self.seats[other_seat]);
        self.replace_at_table(round, one, source, other);
        self.replace_at_table(round, other, target, one);
        self.count_met(round, one, source, -1);
        self.count_met(round, other, target, -1);
        self.position.swap(one_seat, other_seat);
        for (seat, person, from, to) in [
            (one_seat, one, source, target),
            (other_seat, other, target, source),
        ] {
            if layout.topic_of[usize::from(from)] != layout.topic_of[usize::from(to)] {
                self.leave_topic(person, from);
                self.join_topic(person, to);
            }
            self.count_changed_seat(seat, person, from, -1);
            self.count_changed_seat(seat, person, to, 1);
            self.seats[seat] = to;
            self.journal.record(seat, to);
        }
        self.count_met(round, one, target, 1);
        self.count_met(round, other, source, 1);
    }

    /// Replaces `leaving` by `joining` in the list of a table.
    #[inline]
    fn replace_at_table(&mut self, round: Index, leaving: u16, table: u16, joining: u16) {
        let position =
            usize::from(self.position[self.layout.seat_index(round, usize::from(leaving))]);
        let list = round * self.layout.tables + usize::from(table);
        let mut people = std::mem::take(&mut self.people_by_table[list]);
        for &third in people.iter().filter(|third| **third != leaving) {
            self.remove_meeting(leaving, third);
            self.add_meeting(joining, third);
        }
        people[position] = joining;
        self.people_by_table[list] = people;
    }

    /// Moves a person to another table of the round.
    pub fn move_person(&mut self, round: Index, person: u16, table: u16) {
        self.unseat_person(round, person);
        self.seat_person(round, person, table);
    }

    /// Removes a person from the table.
    pub fn unseat_person(&mut self, round: Index, person: u16) {
        let seat = self.layout.seat_index(round, usize::from(person));
        let table = self.seats[seat];
        let list = round * self.layout.tables + usize::from(table);
        let position = usize::from(self.position[seat]);
        self.count_size(round, table, -1);
        let mut people = std::mem::take(&mut self.people_by_table[list]);
        people.swap_remove(position);
        if let Some(&last) = people.get(position) {
            let seat = self.layout.seat_index(round, usize::from(last));
            self.position[seat] = position as u16;
        }
        for &other in &people {
            self.remove_meeting(person, other);
        }
        self.people_by_table[list] = people;
        self.leave_topic(person, table);
        self.count_met(round, person, table, -1);
        self.seats[seat] = ABSENT;
        self.count_changed_seat(seat, person, table, -1);
    }

    /// Seats a person who has no seat in the round.
    pub fn seat_person(&mut self, round: Index, person: u16, table: u16) {
        let seat = self.layout.seat_index(round, usize::from(person));
        let list = round * self.layout.tables + usize::from(table);
        self.count_size(round, table, 1);
        let mut people = std::mem::take(&mut self.people_by_table[list]);
        for &other in &people {
            self.add_meeting(person, other);
        }
        self.position[seat] = people.len() as u16;
        people.push(person);
        self.people_by_table[list] = people;
        self.join_topic(person, table);
        self.count_met(round, person, table, 1);
        self.seats[seat] = table;
        self.journal.record(seat, table);
        self.count_changed_seat(seat, person, table, 1);
    }

    /// Adds (`step` 1) or removes (−1) a seat at the table, if it differs from the previous one.
    #[inline]
    fn count_changed_seat(&mut self, seat: usize, person: u16, table: u16, step: i8) {
        let before = self.layout.previous[seat];
        if before != ABSENT && before != table {
            let rounds_changed = &mut self.rounds_changed[usize::from(person)];
            let was_moved = *rounds_changed > 0;
            *rounds_changed = rounds_changed.wrapping_add_signed(step);
            let is_moved = *rounds_changed > 0;
            self.totals.changed_people += usize::from(is_moved);
            self.totals.changed_people -= usize::from(was_moved);
            self.add_conflicts(person, i32::from(step));
        }
    }

    /// Adds (`step` 1) or removes (−1) the pairs of past meetings of a person with the people at the table.
    #[inline]
    fn count_met(&mut self, round: Index, person: u16, table: u16, step: i32) {
        let layout = self.layout;
        for &(other, weight) in &layout.met[usize::from(person)] {
            if self.table_of(round, other) == table {
                let totals = &mut self.totals;
                if step > 0 {
                    totals.met += weight as usize;
                } else {
                    totals.met -= weight as usize;
                }
                if self.conflict_kinds.met {
                    self.add_conflicts(person, step);
                    self.add_conflicts(other, step);
                }
            }
        }
    }

    #[inline]
    fn count_size(&mut self, round: Index, table: u16, step: isize) {
        if self.layout.sizes[round][usize::from(table)].balanced {
            let size = self.people_at(round, table).len();
            self.balanced_sizes[round][size] -= 1;
            self.balanced_sizes[round][size.saturating_add_signed(step)] += 1;
        }
    }

    #[inline]
    fn add_meeting(&mut self, one: u16, other: u16) {
        let people = self.layout.people;
        let (one_index, other_index) = (usize::from(one), usize::from(other));
        let cell = self.pair_cells[one_index * people + other_index];
        self.pair_cells[one_index * people + other_index] = cell + 2;
        self.pair_cells[other_index * people + one_index] = cell + 2;
        if cell == 0 {
            self.totals.meetings += 1;
            for index in [one_index, other_index] {
                self.is_fewest_stale |= self.people_met[index] == self.fewest_people_met;
                self.people_met[index] += 1;
            }
        } else {
            self.count_conflict(one, other, cell, 1);
        }
    }

    #[inline]
    fn remove_meeting(&mut self, one: u16, other: u16) {
        let people = self.layout.people;
        let (one_index, other_index) = (usize::from(one), usize::from(other));
        let cell = self.pair_cells[one_index * people + other_index] - 2;
        self.pair_cells[one_index * people + other_index] = cell;
        self.pair_cells[other_index * people + one_index] = cell;
        if cell == 0 {
            self.totals.meetings -= 1;
            for index in [one_index, other_index] {
                self.people_met[index] -= 1;
                self.fewest_people_met = self.fewest_people_met.min(self.people_met[index]);
            }
        } else {
            self.count_conflict(one, other, cell, -1);
        }
    }

    /// Adds (`step` 1) or removes (−1) a meeting that is a repeat or of colleagues. `cell` is the pair's
    /// without that meeting.
    fn count_conflict(&mut self, one: u16, other: u16, cell: u8, step: i8) {
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
        let groups = &self.layout.inseparable;
        let group = groups[usize::from(one)];
        if group != NO_BLOCK && group == groups[usize::from(other)] {
            // No move separates them.
            return;
        }
        if (again && self.conflict_kinds.meetings) || (colleagues && self.conflict_kinds.mix) {
            self.add_conflicts(one, step as i32);
            self.add_conflicts(other, step as i32);
        }
    }

    #[inline]
    fn join_topic(&mut self, person: u16, table: u16) {
        let index = usize::from(person);
        if self.layout.is_host[index] {
            return;
        }
        let topic = usize::from(self.layout.topic_of[usize::from(table)]);
        let rounds = &mut self.topic_rounds[index * self.layout.topics + topic];
        *rounds += 1;
        if *rounds == 1 {
            self.totals.topics_sum += 1;
            self.topics_seen[index] += 1;
            self.fewest_topics
                .change(self.topics_seen[index] - 1, self.topics_seen[index]);
        } else if self.conflict_kinds.topics {
            self.add_conflicts(person, 1);
        }
    }

    #[inline]
    fn leave_topic(&mut self, person: u16, table: u16) {
        let index = usize::from(person);
        if self.layout.is_host[index] {
            return;
        }
        let topic = usize::from(self.layout.topic_of[usize::from(table)]);
        let rounds = &mut self.topic_rounds[index * self.layout.topics + topic];
        *rounds -= 1;
        if *rounds == 0 {
            self.totals.topics_sum -= 1;
            self.topics_seen[index] -= 1;
            self.fewest_topics
                .change(self.topics_seen[index] + 1, self.topics_seen[index]);
        } else if self.conflict_kinds.topics {
            self.add_conflicts(person, -1);
        }
    }

    #[inline]
    fn add_conflicts(&mut self, person: u16, step: i32) {
        let index = usize::from(person);
        self.conflicts[index] += step;
        let is_listed = self.conflicted_position[index] != NOT_LISTED;
        if self.conflicts[index] > 0 && !is_listed {
            self.conflicted_position[index] = self.conflicted.len() as u16;
            self.conflicted.push(person);
        } else if self.conflicts[index] <= 0 && is_listed {
            let position = usize::from(std::mem::replace(
                &mut self.conflicted_position[index],
                NOT_LISTED,
            ));
            self.conflicted.swap_remove(position);
            if let Some(&last) = self.conflicted.get(position) {
                self.conflicted_position[usize::from(last)] = position as u16;
            }
        }
    }
}
