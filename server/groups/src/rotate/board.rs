//! A seating with all its counts, kept up to date while people move. One move costs one step per person at the tables.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use super::plan::{Quality, Seating};
use super::problem::{Goal, Index};
use super::rules::ABSENT;
use super::setting::Setting;

/// Not in the list of people in trouble.
const CALM: u16 = u16::MAX;

/// Which troubles make a person worth moving.
#[derive(Clone, Copy, Debug)]
pub struct Care {
    pub topics: bool,
    pub meetings: bool,
    pub mix: bool,
}

impl Care {
    /// Care for the goals pursued.
    pub fn for_goals(order: &[Goal]) -> Self {
        Self {
            topics: order.contains(&Goal::Topics),
            meetings: order.contains(&Goal::Meetings),
            mix: order.contains(&Goal::Mix) || order.contains(&Goal::Meetings),
        }
    }
}

/// The smallest value in a changing collection of small numbers.
#[derive(Clone, Debug, Default)]
struct Smallest {
    count: Vec<u32>,
    smallest: usize,
}

impl Smallest {
    fn of(values: impl Iterator<Item = u16>, most: usize) -> Self {
        let mut count = vec![0; most + 2];
        values.for_each(|value| count[usize::from(value)] += 1);
        Self { count, smallest: 0 }
    }

    fn shift(&mut self, from: u16, to: u16) {
        self.count[usize::from(from)] -= 1;
        self.count[usize::from(to)] += 1;
        self.smallest = self.smallest.min(usize::from(to));
    }

    fn get(&mut self) -> usize {
        while self.smallest + 1 < self.count.len() && self.count[self.smallest] == 0 {
            self.smallest += 1;
        }
        if self.smallest + 1 == self.count.len() {
            0
        } else {
            self.smallest
        }
    }
}

/// A seating in progress.
#[derive(Clone, Debug)]
pub struct Board<'a> {
    pub setting: &'a Setting,
    care: Care,
    /// `round × people + person`: the table.
    pub seats: Vec<u16>,
    place: Vec<u16>,
    /// `round × tables + table`: who sits there.
    pub lists: Vec<Vec<u16>>,
    /// `person × people + other`: twice the times together, plus one for people of one organisation.
    pub cells: Vec<u8>,
    /// `person × topics + topic`: rounds at the topic.
    pub topic_rounds: Vec<u8>,
    /// Different topics seen.
    pub seen: Vec<u16>,
    /// Different people of other organisations met.
    pub met: Vec<u16>,
    /// Rounds in which a person sits elsewhere than before.
    pub moved: Vec<u8>,
    /// How many balanced tables have a size: `balanced_sizes[round][size]`.
    balanced_sizes: Vec<Vec<u16>>,
    least_seen: Smallest,
    least_met: Smallest,
    trouble: Vec<i32>,
    /// People with a repeat, an own colleague at the table, or a topic twice.
    pub restless: Vec<u16>,
    restless_place: Vec<u16>,
    totals: Quality,
}

impl<'a> Board<'a> {
    /// Sets people down as the seating says.
    pub fn new(setting: &'a Setting, start: &Seating, care: Care) -> Self {
        let (people, tables) = (setting.people, setting.tables);
        let mut board = Self {
            setting,
            care,
            seats: vec![ABSENT; setting.rounds * people],
            place: vec![0; setting.rounds * people],
            lists: vec![Vec::new(); setting.rounds * tables],
            cells: vec![0; people * people],
            topic_rounds: vec![0; people * setting.topics],
            seen: vec![0; people],
            met: vec![0; people],
            moved: vec![0; people],
            balanced_sizes: vec![vec![0; people + 2]; setting.rounds],
            least_seen: Smallest::of(
                (0..people)
                    .filter(|&person| !setting.is_host[person])
                    .map(|_| 0),
                setting.topics,
            ),
            least_met: Smallest::of((0..people).map(|_| 0), people),
            trouble: vec![0; people],
            restless: Vec::new(),
            restless_place: vec![CALM; people],
            totals: Quality::default(),
        };
        let mut by_organisation: Vec<Vec<usize>> = vec![Vec::new(); people + 1];
        for (person, &organisation) in setting.organisation.iter().enumerate() {
            by_organisation[usize::from(organisation).min(people)].push(person);
        }
        for colleagues in &by_organisation {
            for &one in colleagues {
                for &other in colleagues {
                    board.cells[one * people + other] = u8::from(one != other);
                }
            }
        }
        for round in 0..setting.rounds {
            let balanced = setting.sizes[round]
                .iter()
                .filter(|size| size.balanced)
                .count();
            board.balanced_sizes[round][0] = balanced as u16;
            for person in 0..people {
                let table = start.rounds[round][person];
                if table != ABSENT {
                    board.sit(round, person as u16, table);
                }
            }
        }
        board
    }

    /// The seating as it is now.
    pub fn seating(&self) -> Seating {
        Seating {
            rounds: self
                .seats
                .chunks(self.setting.people.max(1))
                .take(self.setting.rounds)
                .map(<[u16]>::to_vec)
                .collect(),
        }
    }

    /// The counts as they are now.
    pub fn quality(&mut self) -> Quality {
        Quality {
            topics_min: self.least_seen.get(),
            min_person: self.least_met.get(),
            ..self.totals
        }
    }

    #[inline]
    pub fn list(&self, round: Index, table: u16) -> &[u16] {
        &self.lists[round * self.setting.tables + usize::from(table)]
    }

    #[inline]
    pub fn seat(&self, round: Index, person: u16) -> u16 {
        self.seats[round * self.setting.people + usize::from(person)]
    }

    /// Exchanges two people of different tables.
    pub fn swap(&mut self, round: Index, one: u16, other: u16) {
        let (here, there) = (self.seat(round, one), self.seat(round, other));
        self.rise(round, one);
        self.rise(round, other);
        self.sit(round, one, there);
        self.sit(round, other, here);
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
        let before = self.setting.previous[seat];
        if before != ABSENT && before != table {
            self.moved[usize::from(person)] -= 1;
            self.upset(person, -1);
            self.totals.changed_people -= usize::from(self.moved[usize::from(person)] == 0);
        }
    }

    fn sit(&mut self, round: Index, person: u16, table: u16) {
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
        let before = self.setting.previous[seat];
        if before != ABSENT && before != table {
            self.totals.changed_people += usize::from(self.moved[usize::from(person)] == 0);
            self.moved[usize::from(person)] += 1;
            self.upset(person, 1);
        }
    }

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
        let cell = self.cells[usize::from(one) * people + usize::from(other)];
        self.cells[usize::from(one) * people + usize::from(other)] = cell + 2;
        self.cells[usize::from(other) * people + usize::from(one)] = cell + 2;
        let again = cell > 1;
        let colleagues = cell & 1 == 1;
        self.totals.repeats += usize::from(again);
        if colleagues {
            self.totals.mix += 1;
        } else if !again {
            self.totals.meetings += 1;
            self.change_met(one, 1);
            self.change_met(other, 1);
        }
        if (again && self.care.meetings) || (colleagues && self.care.mix) {
            self.upset(one, 1);
            self.upset(other, 1);
        }
    }

    #[inline]
    fn part(&mut self, one: u16, other: u16) {
        let people = self.setting.people;
        let cell = self.cells[usize::from(one) * people + usize::from(other)] - 2;
        self.cells[usize::from(one) * people + usize::from(other)] = cell;
        self.cells[usize::from(other) * people + usize::from(one)] = cell;
        let again = cell > 1;
        let colleagues = cell & 1 == 1;
        self.totals.repeats -= usize::from(again);
        if colleagues {
            self.totals.mix -= 1;
        } else if !again {
            self.totals.meetings -= 1;
            self.change_met(one, -1);
            self.change_met(other, -1);
        }
        if (again && self.care.meetings) || (colleagues && self.care.mix) {
            self.upset(one, -1);
            self.upset(other, -1);
        }
    }

    fn change_met(&mut self, person: u16, step: i16) {
        let met = &mut self.met[usize::from(person)];
        let before = *met;
        *met = before.wrapping_add_signed(step);
        self.least_met.shift(before, *met);
    }

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

    /// May one table have that size and another that one?
    pub fn sizes_allow(&self, round: Index, one: (u16, usize), other: (u16, usize)) -> bool {
        let sizes = &self.setting.sizes[round];
        let mut balanced = [None; 2];
        for (slot, (table, size)) in balanced.iter_mut().zip([one, other]) {
            let limit = sizes[usize::from(table)];
            if limit.balanced {
                *slot = Some((self.list(round, table).len(), size));
            } else if size < limit.low || size > limit.high {
                return false;
            }
        }
        let Some((_, size)) = balanced[0].or(balanced[1]) else {
            return true;
        };
        let counted = |wanted: usize| {
            let mut count = self.balanced_sizes[round]
                .get(wanted)
                .map_or(0, |&count| isize::try_from(count).unwrap_or(isize::MAX));
            for (before, after) in balanced.into_iter().flatten() {
                count += isize::from(after == wanted) - isize::from(before == wanted);
            }
            count
        };
        let all = isize::try_from(self.setting.balanced[round]).unwrap_or(isize::MAX);
        counted(size) + counted(size + 1) == all
            || (size > 0 && counted(size) + counted(size - 1) == all)
    }

    /// Do these tables have sizes that the rules allow?
    pub fn sizes_hold(&self, round: Index, tables: &[u16]) -> bool {
        let all = self.setting.balanced[round];
        let count = |size: usize| {
            self.balanced_sizes[round]
                .get(size)
                .map_or(0, |&count| usize::from(count))
        };
        tables.iter().all(|&table| {
            let limit = self.setting.sizes[round][usize::from(table)];
            let size = self.list(round, table).len();
            if limit.balanced {
                count(size) + count(size + 1) == all
                    || (size > 0 && count(size) + count(size - 1) == all)
            } else {
                (limit.low..=limit.high).contains(&size)
            }
        })
    }

    /// Does somebody at the table have to avoid the person? Those in `leaving` do not count.
    pub fn is_avoided_at(&self, round: Index, person: u16, table: u16, leaving: &[u16]) -> bool {
        !self.setting.frozen[round]
            && (self.setting.apart[usize::from(person)].iter())
                .any(|&other| self.seat(round, other) == table && !leaving.contains(&other))
    }
}
