//! Ejection chains of two or three people (Glover, *Ejection chains, reference structures and alternating
//! path methods*, Discrete Applied Mathematics 65, 1996).

use super::super::super::problem::Index;
use super::super::super::rules::ABSENT;
use super::super::Annealer;

/// Person, table left, table joined.
type Link = (u16, u16, u16);

impl Annealer<'_> {
    /// Proposes an ejection chain.
    ///
    /// A person goes to another table, in a repair to the previous one. A person of a third table takes the
    /// free seat. Every other time a person of the second table goes to the third.
    pub(super) fn ejection_chain(&mut self, round: Index, person: u16, threshold: i64) -> bool {
        let layout = self.state.layout;
        let free = &layout.movable[round];
        let source = self.state.table_of(round, person);
        let previous_table = layout.previous[layout.seat_index(round, usize::from(person))];
        let second = free[self.random.below(free.len())];
        let third = free[self.random.below(free.len())];
        let stays = previous_table == ABSENT || previous_table == source;
        let target = if stays {
            self.state.table_of(round, third)
        } else {
            previous_table
        };
        let from = self.state.table_of(round, second);
        let closes = self.random.below(2) == 0;
        if source == target
            || from == source
            || from == target
            || (closes && self.state.table_of(round, third) != target)
        {
            return false;
        }
        let links = [
            (person, source, target),
            (second, from, source),
            (third, target, from),
        ];
        let chain = &links[..if closes { 3 } else { 2 }];
        if !chain
            .iter()
            .all(|&(person, _, _)| self.is_single(round, person))
        {
            return false;
        }
        if !self.weights.counts_people_met {
            return self.priced_ejection_chain(round, chain, threshold);
        }
        let mut delta = 0;
        for &(person, _, to) in chain {
            delta += self.weights.move_delta(&self.state, round, person, to);
            self.state.move_person(round, person, to);
        }
        if delta <= threshold
            && self.state.has_valid_sizes(round, &[source, target, from])
            && !chain
                .iter()
                .any(|&(person, _, to)| self.state.is_refused_at(round, person, to, &[]))
        {
            return true;
        }
        chain
            .iter()
            .rev()
            .for_each(|&(person, from, _)| self.state.move_person(round, person, from));
        false
    }

    /// Evaluates a chain without making it. Its delta is that of the single moves, less each meeting with a
    /// person who has left.
    fn priced_ejection_chain(&mut self, round: Index, chain: &[Link], threshold: i64) -> bool {
        let (state, weights) = (&self.state, &self.weights);
        let mut delta = 0;
        for (position, &(person, _, to)) in chain.iter().enumerate() {
            delta += weights.move_delta(state, round, person, to);
            let leaving = chain.iter().position(|&(_, from, _)| from == to);
            if let Some(leaving) = leaving.filter(|&leaving| leaving != position) {
                delta -= weights.meeting_cost(state, person, chain[leaving].0);
            }
        }
        let is_closed = chain.len() == 3;
        let sizes = [(chain[0].2, 1), (chain[1].1, -1)];
        let leavers = [chain[0].0, chain[1].0, chain[chain.len() - 1].0];
        if delta > threshold
            || !(is_closed || state.allows_size_changes(round, sizes))
            || chain
                .iter()
                .any(|&(person, _, to)| state.is_refused_at(round, person, to, &leavers))
        {
            return false;
        }
        for &(person, _, to) in chain {
            self.state.move_person(round, person, to);
        }
        true
    }
}
