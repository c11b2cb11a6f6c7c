//! Chains of exchanges over several rounds after which everybody sees as many topics as before.
//!
//! If there are no more topics than rounds, and everybody sees each of them, then no exchange of two people
//! in one round or two keeps the topics of both, unless they pass the topics in opposite orders. A chain
//! repairs the topics of the people it has exchanged, round by round.

use super::super::super::problem::Index;
use super::super::Annealer;

/// Exchanges of a chain.
const LONGEST_CHAIN: usize = 4;
/// Partners that are compared for an exchange.
const PARTNERS: usize = 10;

/// Round and the two people exchanged.
type Swap = (Index, u16, u16);

impl Annealer<'_> {
    /// Exchanges two people of different topics, and then whoever sees a topic twice for it.
    pub(super) fn topic_chain(&mut self, round: Index, person: u16, threshold: i64) -> bool {
        let free = &self.state.layout.movable[round];
        let other = free[self.random.below(free.len())];
        let mut swaps: [Swap; LONGEST_CHAIN] = [(round, person, other); LONGEST_CHAIN];
        let mut length = 0;
        let mut total = 0;
        while let Some(&swap) = swaps.get(length) {
            let Some(delta) = self.swap_delta_if_allowed(swap) else {
                break;
            };
            self.state.swap(swap.0, swap.1, swap.2);
            length += 1;
            total += delta;
            if total <= threshold {
                return true;
            }
            match self.topic_repair(&swaps[..length]) {
                Some(next) if length < LONGEST_CHAIN => swaps[length] = next,
                _ => break,
            }
        }
        for &(round, one, other) in swaps[..length].iter().rev() {
            self.state.swap(round, one, other);
        }
        false
    }

    /// The delta of an exchange of two free single people at tables of different topics. `None` if the rules
    /// forbid it.
    fn swap_delta_if_allowed(&self, (round, one, other): Swap) -> Option<i64> {
        let state = &self.state;
        let (source, target) = (state.table_of(round, one), state.table_of(round, other));
        let topic = |table: u16| state.layout.topic_of[usize::from(table)];
        let allowed = topic(source) != topic(target)
            && self.is_free(round, other)
            && self.is_single(round, one)
            && self.is_single(round, other)
            && !state.is_refused_at(round, one, target, &[other])
            && !state.is_refused_at(round, other, source, &[one]);
        allowed.then(|| self.weights.swap_delta(state, round, one, other))
    }

    /// The best exchange, of some, by which one of the people exchanged sees a topic for the first time,
    /// instead of one seen twice.
    fn topic_repair(&mut self, swaps: &[Swap]) -> Option<Swap> {
        let &(last, ..) = swaps.last()?;
        let layout = self.state.layout;
        let mut people = swaps.iter().rev().flat_map(|&(_, one, other)| [one, other]);
        let rounds = |&person: &u16| {
            (0..layout.rounds).find(|&round| {
                let seat = layout.seat_index(round, usize::from(person));
                round != last && !layout.is_pinned[seat] && self.sees_topic_twice(round, person)
            })
        };
        let (person, round) = people.find_map(|person| Some((person, rounds(&person)?)))?;
        let mut best: Option<(i64, Swap)> = None;
        for _ in 0..PARTNERS {
            let free = &layout.movable[round];
            let other = free[self.random.below(free.len())];
            let topic = layout.topic_of[usize::from(self.state.table_of(round, other))];
            let seen =
                self.state.topic_rounds[usize::from(person) * layout.topics + usize::from(topic)];
            if seen > 0 {
                continue;
            }
            let swap = (round, person, other);
            if let Some(delta) = self.swap_delta_if_allowed(swap)
                && best.is_none_or(|(least, _)| delta < least)
            {
                best = Some((delta, swap));
            }
        }
        best.map(|(_, swap)| swap)
    }

    fn sees_topic_twice(&self, round: Index, person: u16) -> bool {
        let layout = self.state.layout;
        let topic = usize::from(layout.topic_of[usize::from(self.state.table_of(round, person))]);
        self.state.topic_rounds[usize::from(person) * layout.topics + topic] > 1
    }
}
