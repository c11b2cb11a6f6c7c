//! The moves of the search. Each keeps every hard rule: a move that would break one is not made.

mod chain;
mod several_rounds;

use super::super::problem::Index;
use super::super::rules::ABSENT;
use super::super::setting::ALONE;
use super::Search;

impl Search<'_> {
    /// Proposes one move and makes it where its price is within the patience. True where people moved.
    pub(super) fn propose(&mut self, patience: i64) -> bool {
        let setting = self.board.setting;
        let dice = self.random.below(64);
        let topics = self.topics_count;
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
        self.work += (going.len() + coming.len())
            * (board.list(round, here).len() + board.list(round, there).len());
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
        if self.is_alone(round, person) {
            let board = &mut self.board;
            let sizes = [(here, -1), (there, 1)];
            let moves = self.weights.of_move(board, round, person, there) <= patience
                && board.may_change(round, sizes)
                && !board.is_avoided_at(round, person, there, &[]);
            if moves {
                board.shift(round, person, there);
            }
            return moves;
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
        let everybody =
            |table: u16, movers: &[u16]| movers.len() == self.board.list(round, table).len();
        if everybody(here, &going) && everybody(there, &coming) {
            // Pairs stay as they are; only what each person sees changes.
            let setting = self.board.setting;
            let topic = |table: u16| setting.topic_of[usize::from(table)];
            if !setting.is_repair && (!self.topics_count || topic(here) == topic(there)) {
                return false;
            }
            let own = |movers: &[u16], to: u16| -> i64 {
                let price = |&person: &u16| self.weights.of_person(&self.board, round, person, to);
                movers.iter().map(price).sum()
            };
            if own(&going, there) + own(&coming, here) > patience {
                return false;
            }
        }
        self.exchange_groups(round, &going, &coming, here, there, patience)
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
