//! The moves of the search. Each keeps every hard rule: a move that would break one is not made.

use super::super::problem::Index;
use super::super::rules::ABSENT;
use super::super::setting::ALONE;
use super::Search;

impl Search<'_> {
    /// Proposes one move and makes it where its price is within the patience. True where people moved.
    pub(super) fn propose(&mut self, patience: i64) -> bool {
        let setting = self.board.setting;
        let dice = self.random.below(64);
        let goals = &self.weights.scales;
        let topics = goals
            .iter()
            .any(|&(goal, _)| goal == super::super::problem::Goal::Topics);
        let Some((round, person)) = self.pick() else {
            return false;
        };
        match dice {
            0 => self.exchange_tables(round, patience),
            1 if self.some_colleagues || topics => self.exchange_places(person, patience),
            2..=4 if topics && setting.flexible[round] => {
                self.relocate_in_two_rounds(round, person, patience)
            }
            2..=11 if topics => self.exchange_in_two_rounds(round, person, patience),
            12..=19 if setting.is_repair => self.send_home(person, patience),
            20..=23 if setting.is_repair => self.shift_chain(round, person, patience),
            30..=31 if setting.tables > 2 => self.shift_chain(round, person, patience),
            24..=29 if setting.flexible[round] => self.relocate(round, person, patience),
            _ => self.exchange_with_somebody(round, person, patience),
        }
    }

    /// A person who can move in a round; mostly one with a reason to.
    fn pick(&mut self) -> Option<(Index, u16)> {
        let setting = self.board.setting;
        let round = self.open_rounds[self.random.below(self.open_rounds.len())];
        if !self.board.restless.is_empty() && self.random.below(4) > 0 {
            let person = self.board.restless[self.random.below(self.board.restless.len())];
            return (!setting.pinned[setting.at(round, usize::from(person))])
                .then_some((round, person));
        }
        let free = &setting.free[round];
        Some((round, free[self.random.below(free.len())]))
    }

    fn is_free(&self, round: Index, person: u16) -> bool {
        !self.board.setting.pinned[self.board.setting.at(round, usize::from(person))]
    }

    fn is_alone(&self, round: Index, person: u16) -> bool {
        self.board.setting.block[self.board.setting.at(round, usize::from(person))] == ALONE
    }

    fn exchange_with_somebody(&mut self, round: Index, person: u16, patience: i64) -> bool {
        let free = &self.board.setting.free[round];
        let other = free[self.random.below(free.len())];
        self.exchange(round, person, other, patience)
    }

    /// Exchanges two people, with those who belong to them.
    fn exchange(&mut self, round: Index, person: u16, other: u16, patience: i64) -> bool {
        let (here, there) = (
            self.board.seat(round, person),
            self.board.seat(round, other),
        );
        if here == there {
            return false;
        }
        if !self.is_alone(round, person) || !self.is_alone(round, other) {
            return self.exchange_blocks(round, person, other, patience);
        }
        if self.weights.of_swap(&self.board, round, person, other) > patience
            || self.board.is_avoided_at(round, person, there, &[other])
            || self.board.is_avoided_at(round, other, here, &[person])
        {
            return false;
        }
        self.board.swap(round, person, other);
        true
    }

    /// Exchanges two blocks; the smaller side is filled up with others of its table as far as whole blocks fit.
    fn exchange_blocks(&mut self, round: Index, person: u16, other: u16, patience: i64) -> bool {
        self.going.clear();
        self.coming.clear();
        let mut going = std::mem::take(&mut self.going);
        let mut coming = std::mem::take(&mut self.coming);
        self.add_block(round, person, &mut going);
        self.add_block(round, other, &mut coming);
        for _ in 0..8 {
            let (shorter, table) = match going.len().cmp(&coming.len()) {
                std::cmp::Ordering::Less => (&mut going, self.board.seat(round, person)),
                std::cmp::Ordering::Greater => (&mut coming, self.board.seat(round, other)),
                std::cmp::Ordering::Equal => break,
            };
            let list = self.board.list(round, table);
            let next = list[self.random.below(list.len())];
            if !shorter.contains(&next) && self.is_free(round, next) {
                self.add_block(round, next, shorter);
            }
        }
        let (here, there) = (
            self.board.seat(round, person),
            self.board.seat(round, other),
        );
        let moved = self.exchange_groups(round, &going, &coming, here, there, patience);
        self.going = going;
        self.coming = coming;
        moved
    }

    fn add_block(&self, round: Index, person: u16, group: &mut Vec<u16>) {
        let setting = self.board.setting;
        match setting.block[setting.at(round, usize::from(person))] {
            ALONE => group.push(person),
            block => group.extend(&setting.blocks[round][usize::from(block)]),
        }
    }

    fn exchange_groups(
        &mut self,
        round: Index,
        going: &[u16],
        coming: &[u16],
        here: u16,
        there: u16,
        patience: i64,
    ) -> bool {
        let board = &self.board;
        if going.len() != coming.len() {
            let here_size = board.list(round, here).len() + coming.len() - going.len();
            let there_size = board.list(round, there).len() + going.len() - coming.len();
            if !board.sizes_allow(round, (here, here_size), (there, there_size)) {
                return false;
            }
        }
        if going
            .iter()
            .any(|&person| board.is_avoided_at(round, person, there, coming))
            || coming
                .iter()
                .any(|&person| board.is_avoided_at(round, person, here, going))
            || self
                .weights
                .of_exchange(board, round, going, coming, here, there)
                > patience
        {
            return false;
        }
        for &person in going {
            self.board.shift(round, person, there);
        }
        for &person in coming {
            self.board.shift(round, person, here);
        }
        true
    }

    /// Moves a person (or block) to a table with room.
    fn relocate(&mut self, round: Index, person: u16, patience: i64) -> bool {
        let there = self.random.below(self.board.setting.tables);
        let Ok(there) = u16::try_from(there) else {
            return false;
        };
        self.relocate_to(round, person, there, patience)
    }

    fn relocate_to(&mut self, round: Index, person: u16, there: u16, patience: i64) -> bool {
        let here = self.board.seat(round, person);
        if here == there {
            return false;
        }
        let mut going = std::mem::take(&mut self.going);
        going.clear();
        self.add_block(round, person, &mut going);
        let moved = self.exchange_groups(round, &going, &[], here, there, patience);
        self.going = going;
        moved
    }

    /// All who can move at two tables exchange tables: nobody meets anybody else, but topics and sizes change.
    fn exchange_tables(&mut self, round: Index, patience: i64) -> bool {
        let tables = self.board.setting.tables;
        let (here, there) = (self.random.below(tables), self.random.below(tables));
        let (Ok(here), Ok(there)) = (u16::try_from(here), u16::try_from(there)) else {
            return false;
        };
        if here == there {
            return false;
        }
        let movers = |table: u16| -> Vec<u16> {
            self.board
                .list(round, table)
                .iter()
                .copied()
                .filter(|&person| self.is_free(round, person))
                .collect()
        };
        let (going, coming) = (movers(here), movers(there));
        self.exchange_groups(round, &going, &coming, here, there, patience)
    }

    /// Two people take one another's place in all rounds: the pattern of who meets stays, the people in it change.
    fn exchange_places(&mut self, person: u16, patience: i64) -> bool {
        let setting = self.board.setting;
        let Ok(other) = u16::try_from(self.random.below(setting.people)) else {
            return false;
        };
        if person == other {
            return false;
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
    fn exchange_in_two_rounds(&mut self, first: Index, person: u16, patience: i64) -> bool {
        let second = self.open_rounds[self.random.below(self.open_rounds.len())];
        if first == second
            || !self.is_free(second, person)
            || !self.is_alone(first, person)
            || !self.is_alone(second, person)
        {
            return false;
        }
        let setting = self.board.setting;
        let topic = |board: &super::Board<'_>, round: Index, person: u16| {
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
        let price = self.weights.of_swap(&self.board, first, person, other);
        self.board.swap(first, person, other);
        if price + self.weights.of_swap(&self.board, second, person, other) <= patience {
            self.board.swap(second, person, other);
            return true;
        }
        self.board.swap(first, person, other);
        false
    }

    /// An ejection chain: a person goes to another table (in a repair, home), somebody of a third table takes the seat
    /// left, and, every other time, somebody of the person's new table goes to the third.
    fn shift_chain(&mut self, round: Index, person: u16, patience: i64) -> bool {
        let setting = self.board.setting;
        let free = &setting.free[round];
        let here = self.board.seat(round, person);
        let home = setting.previous[setting.at(round, usize::from(person))];
        let second = free[self.random.below(free.len())];
        let third = free[self.random.below(free.len())];
        let is_home = home == ABSENT || home == here;
        let there = if is_home {
            self.board.seat(round, third)
        } else {
            home
        };
        let from = self.board.seat(round, second);
        let closes = self.random.below(2) == 0;
        if here == there
            || from == here
            || from == there
            || (closes && self.board.seat(round, third) != there)
        {
            return false;
        }
        let mut chain = vec![(person, here, there), (second, from, here)];
        if closes {
            chain.push((third, there, from));
        }
        if !chain
            .iter()
            .all(|&(person, _, _)| self.is_alone(round, person))
        {
            return false;
        }
        let mut price = 0;
        for &(person, from, to) in &chain {
            price += self
                .weights
                .of_exchange(&self.board, round, &[person], &[], from, to);
            self.board.shift(round, person, to);
        }
        if price <= patience
            && self.board.sizes_hold(round, &[here, there, from])
            && !chain
                .iter()
                .any(|&(person, _, to)| self.board.is_avoided_at(round, person, to, &[]))
        {
            return true;
        }
        chain
            .iter()
            .rev()
            .for_each(|&(person, from, _)| self.board.shift(round, person, from));
        false
    }

    /// A person changes tables in two rounds such that the topics seen stay.
    fn relocate_in_two_rounds(&mut self, first: Index, person: u16, patience: i64) -> bool {
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
        let mut price = 0;
        let mut fits = true;
        for (round, from, to) in [(first, here, away), (second, there, back)] {
            fits &= !self.board.is_avoided_at(round, person, to, &[]);
            price += self
                .weights
                .of_exchange(&self.board, round, &[person], &[], from, to);
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

    /// Sends somebody back to the seat in the earlier plan, in exchange for whoever sits there now or into a gap.
    fn send_home(&mut self, person: u16, patience: i64) -> bool {
        let setting = self.board.setting;
        let round = self.open_rounds[self.random.below(self.open_rounds.len())];
        let home = setting.previous[setting.at(round, usize::from(person))];
        if !self.is_free(round, person) || home == ABSENT || self.board.seat(round, person) == home
        {
            return false;
        }
        if setting.flexible[round] && self.random.below(2) == 0 {
            return self.relocate_to(round, person, home, patience);
        }
        let list = self.board.list(round, home);
        if list.is_empty() {
            return false;
        }
        let other = list[self.random.below(list.len())];
        self.is_free(round, other) && self.exchange(round, person, other, patience)
    }
}
