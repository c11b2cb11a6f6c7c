//! Ejection chains (Glover, *Ejection chains, reference structures and alternating path methods*, Discrete Applied
//! Mathematics 65, 1996), of two or three people.

use super::super::super::problem::Index;
use super::super::super::rules::ABSENT;
use super::super::Search;

/// Who, from where, to where.
type Link = (u16, u16, u16);

impl Search<'_> {
    /// An ejection chain: a person goes to another table (in a repair, home), somebody of a third table takes the seat
    /// left, and, every other time, somebody of the person's new table goes to the third.
    pub(super) fn shift_chain(&mut self, round: Index, person: u16, patience: i64) -> bool {
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
        let links = [
            (person, here, there),
            (second, from, here),
            (third, there, from),
        ];
        let chain = &links[..if closes { 3 } else { 2 }];
        if !chain
            .iter()
            .all(|&(person, _, _)| self.is_alone(round, person))
        {
            return false;
        }
        if !self.weights.counts_people_met {
            return self.shift_priced_chain(round, chain, patience);
        }
        let mut price = 0;
        for &(person, _, to) in chain {
            price += self.weights.of_move(&self.board, round, person, to);
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

    /// Makes a chain in which each takes the seat of the one before: its price is that of the single moves, less each
    /// meeting with the one who has left.
    fn shift_priced_chain(&mut self, round: Index, chain: &[Link], patience: i64) -> bool {
        let (board, weights) = (&self.board, &self.weights);
        let mut price = 0;
        for (position, &(person, _, to)) in chain.iter().enumerate() {
            price += weights.of_move(board, round, person, to);
            let leaver = chain.iter().position(|&(_, from, _)| from == to);
            if let Some(leaver) = leaver.filter(|&leaver| leaver != position) {
                price -= weights.of_pair(board, person, chain[leaver].0);
            }
        }
        let is_closed = chain.len() == 3;
        let sizes = [(chain[0].2, 1), (chain[1].1, -1)];
        let leavers = [chain[0].0, chain[1].0, chain[chain.len() - 1].0];
        if price > patience
            || !(is_closed || board.may_change(round, sizes))
            || chain
                .iter()
                .any(|&(person, _, to)| board.is_avoided_at(round, person, to, &leavers))
        {
            return false;
        }
        for &(person, _, to) in chain {
            self.board.shift(round, person, to);
        }
        true
    }
}
