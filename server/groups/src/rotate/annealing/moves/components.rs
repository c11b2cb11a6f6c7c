//! Exchanges of people with everybody whom rules tie to them.
//!
//! A *component* is a Kempe chain: whoever must not meet a person who comes leaves, together with the own
//! block, and so on. Such chains reach seatings that single exchanges cannot, because each of them would
//! break an `apart` rule on the way.

use super::super::super::energy::delta::Exchange;
use super::super::super::problem::Index;
use super::super::Annealer;

/// Longer chains are given up: nearly everybody at two tables would change.
const MAX_MEMBERS: usize = 64;
/// Attempts to make both sides equally large.
const FILLERS: usize = 8;

/// A person who goes to table `target`, perhaps in exchange for another one there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Journey {
    pub round: Index,
    pub person: u16,
    pub other: Option<u16>,
    pub target: u16,
}

impl Annealer<'_> {
    /// Sends a person to another table, with everybody whom rules tie to those who move.
    pub(super) fn exchange_components(&mut self, journey: Journey, threshold: i64) -> bool {
        let Journey {
            round,
            person,
            target,
            ..
        } = journey;
        let mut outgoing = std::mem::take(&mut self.outgoing);
        let mut incoming = std::mem::take(&mut self.incoming);
        let source = self.state.table_of(round, person);
        let made = self
            .collect_components(journey, &mut outgoing, &mut incoming)
            .then(|| {
                let exchange = Exchange {
                    round,
                    outgoing: &outgoing,
                    incoming: &incoming,
                    source,
                    target,
                };
                self.exchange_groups(&exchange, threshold)
            });
        self.outgoing = outgoing;
        self.incoming = incoming;
        made.flatten().is_some()
    }

    /// Collects who changes tables on a journey. Returns whether the rules allow it; the caller checks the
    /// sizes.
    fn collect_components(
        &mut self,
        journey: Journey,
        outgoing: &mut Vec<u16>,
        incoming: &mut Vec<u16>,
    ) -> bool {
        let Journey {
            round,
            person,
            other,
            target,
        } = journey;
        let source = self.state.table_of(round, person);
        outgoing.clear();
        incoming.clear();
        self.add_block(round, person, outgoing);
        if let Some(other) = other {
            self.add_block(round, other, incoming);
        }
        if !self.add_conflicting(round, (source, outgoing), (target, incoming)) {
            return false;
        }
        for _ in 0..FILLERS {
            let (shorter, table) = match outgoing.len().cmp(&incoming.len()) {
                std::cmp::Ordering::Less => (&mut *outgoing, source),
                std::cmp::Ordering::Greater if other.is_some() => (&mut *incoming, target),
                _ => break,
            };
            let list = self.state.people_at(round, table);
            let next = list[self.random.below(list.len())];
            if !shorter.contains(&next) && self.is_free(round, next) {
                self.add_block(round, next, shorter);
                if !self.add_conflicting(round, (source, outgoing), (target, incoming)) {
                    return false;
                }
            }
        }
        true
    }

    /// Adds everybody who must not meet those who come, until nobody is left. Returns whether all are free.
    fn add_conflicting(
        &self,
        round: Index,
        (source, outgoing): (u16, &mut Vec<u16>),
        (target, incoming): (u16, &mut Vec<u16>),
    ) -> bool {
        let state = &self.state;
        if state.layout.is_frozen[round] {
            return true;
        }
        let (mut out, mut into) = (0, 0);
        while out < outgoing.len() || into < incoming.len() {
            let (comer, table, leavers) = if out < outgoing.len() {
                out += 1;
                (outgoing[out - 1], target, &mut *incoming)
            } else {
                into += 1;
                (incoming[into - 1], source, &mut *outgoing)
            };
            for &enemy in &state.layout.apart[usize::from(comer)] {
                if state.table_of(round, enemy) != table || leavers.contains(&enemy) {
                    continue;
                }
                if !self.is_free(round, enemy) || leavers.len() > MAX_MEMBERS {
                    return false;
                }
                self.add_block(round, enemy, leavers);
            }
        }
        true
    }

    /// Exchanges components in two rounds. The first exchange may cost any price.
    pub(super) fn exchange_components_in_two_rounds(
        &mut self,
        first: Index,
        person: u16,
        threshold: i64,
    ) -> bool {
        let second = self.movable_rounds[self.random.below(self.movable_rounds.len())];
        let free = &self.state.layout.movable[first];
        let other = free[self.random.below(free.len())];
        let (source, target) = (
            self.state.table_of(first, person),
            self.state.table_of(first, other),
        );
        if first == second || source == target {
            return false;
        }
        let (mut outgoing, mut incoming) = (Vec::new(), Vec::new());
        let journey = Journey {
            round: first,
            person,
            other: Some(other),
            target,
        };
        if !self.collect_components(journey, &mut outgoing, &mut incoming) {
            return false;
        }
        let exchange = Exchange {
            round: first,
            outgoing: &outgoing,
            incoming: &incoming,
            source,
            target,
        };
        let Some(delta) = self.exchange_groups(&exchange, i64::MAX) else {
            return false;
        };
        let back = Journey {
            round: second,
            person,
            other: Some(other),
            target: self.state.table_of(second, other),
        };
        let fits = self.is_free(second, person)
            && self.is_free(second, other)
            && self.state.table_of(second, person) != back.target
            && self.exchange_components(back, threshold - delta);
        if !fits {
            for &person in &outgoing {
                self.state.move_person(first, person, source);
            }
            for &person in &incoming {
                self.state.move_person(first, person, target);
            }
        }
        fits
    }
}
