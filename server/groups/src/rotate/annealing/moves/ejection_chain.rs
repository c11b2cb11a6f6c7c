//! Ejection chains of two or three people, with their blocks (Glover, *Ejection chains, reference structures and
//! alternating path methods*, Discrete Applied Mathematics 65, 1996).

use super::super::super::problem::Index;
use super::super::super::rules::ABSENT;
use super::super::Annealer;

/// Person, table left, table joined.
type Link = (u16, u16, u16);

impl Annealer<'_> {
    /// Proposes an ejection chain.
    ///
    /// A person goes to another table, in a repair mostly to the previous one. A person of a third table takes
    /// the free seat. In a closed chain a person of the second table goes to the third.
    pub(super) fn ejection_chain(&mut self, round: Index, person: u16, threshold: i64) -> bool {
        let layout = self.state.layout;
        let free = &layout.movable[round];
        let source = self.state.table_of(round, person);
        let second = free[self.random.below(free.len())];
        let from = self.state.table_of(round, second);
        // Only closed chains keep all sizes.
        let closes = !layout.has_size_choice[round] || self.random.below(2) == 0;
        let target = self.chain_target(round, person);
        if source == target || from == source || from == target {
            return false;
        }
        let mut links = [
            (person, source, target),
            (second, from, source),
            (person, target, from),
        ];
        let mut length = 2;
        if closes {
            let list = self.state.people_at(round, target);
            if list.is_empty() {
                return false;
            }
            let third = list[self.random.below(list.len())];
            if !self.is_free(round, third) {
                return false;
            }
            links[2].0 = third;
            length = 3;
        }
        let chain = &links[..length];
        let is_single = |&(person, _, _): &Link| self.is_single(round, person);
        if self.weights.counts_people_met || !chain.iter().all(is_single) {
            self.trial_ejection_chain(round, chain, threshold)
        } else {
            self.priced_ejection_chain(round, chain, threshold)
        }
    }

    /// The previous table of a person who has left it, mostly. Otherwise any table, also an empty one.
    fn chain_target(&mut self, round: Index, person: u16) -> u16 {
        let layout = self.state.layout;
        let previous = layout.previous[layout.seat_index(round, usize::from(person))];
        let stays = previous == ABSENT || previous == self.state.table_of(round, person);
        if stays || self.random.below(4) == 0 {
            // A problem has fewer tables than 2^16.
            u16::try_from(self.random.below(layout.tables)).unwrap_or(0)
        } else {
            previous
        }
    }

    /// Makes a chain with everybody's block, and undoes it if it costs too much or breaks a rule.
    fn trial_ejection_chain(&mut self, round: Index, chain: &[Link], threshold: i64) -> bool {
        let mut movers = std::mem::take(&mut self.outgoing);
        let (mut ends, mut delta) = ([usize::MAX; 3], 0);
        movers.clear();
        for (&(person, _, to), end) in chain.iter().zip(&mut ends) {
            let begin = movers.len();
            self.add_block(round, person, &mut movers);
            *end = movers.len();
            for &mover in &movers[begin..] {
                self.work_since_stop_check += self.state.people_at(round, to).len();
                delta += self.weights.move_delta(&self.state, round, mover, to);
                self.state.move_person(round, mover, to);
            }
        }
        let tables = [chain[0].1, chain[0].2, chain[1].1];
        let state = &self.state;
        let made = delta <= threshold
            && state.has_valid_sizes(round, &tables)
            && !movers
                .iter()
                .any(|&mover| state.is_refused_at(round, mover, state.table_of(round, mover), &[]));
        if !made {
            for (position, &mover) in movers.iter().enumerate().rev() {
                let link = ends.iter().filter(|&&end| end <= position).count();
                self.state.move_person(round, mover, chain[link].1);
            }
        }
        self.outgoing = movers;
        made
    }

    /// Evaluates a chain of single people without making it. Its delta is that of the single moves, less each
    /// meeting with a person who has left.
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
