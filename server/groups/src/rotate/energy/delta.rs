//! Change of the energy by a move that is not made.

use super::super::problem::Index;
use super::super::rules::ABSENT;
use super::super::state::SeatingState;
use super::Weights;

/// Two groups that exchange tables in a round.
#[derive(Clone, Copy, Debug)]
pub struct Exchange<'a> {
    pub round: Index,
    /// Members at table `source`, who go to `target`.
    pub outgoing: &'a [u16],
    /// Members at table `target`, who go to `source`.
    pub incoming: &'a [u16],
    pub source: u16,
    pub target: u16,
}

/// A person who goes to a table in a round.
#[derive(Clone, Copy, Debug)]
struct Relocation {
    round: Index,
    person: u16,
    to: u16,
}

impl Weights {
    /// Delta of an exchange of two people at different tables.
    #[inline]
    pub fn swap_delta(&self, state: &SeatingState<'_>, round: Index, one: u16, other: u16) -> i64 {
        let (source, target) = (state.table_of(round, one), state.table_of(round, other));
        let mut sum = self.swap_pair_delta(state, round, one, other);
        if self.counts_people_met {
            sum += self.swap_people_met_delta(state, round, one, other);
        }
        sum + self.own_delta(state, round, one, target)
            + self.own_delta(state, round, other, source)
    }

    /// The part of [`Self::swap_delta`] that pairs contribute.
    #[inline]
    pub fn swap_pair_delta(
        &self,
        state: &SeatingState<'_>,
        round: Index,
        one: u16,
        other: u16,
    ) -> i64 {
        let (source, target) = (state.table_of(round, one), state.table_of(round, other));
        let (one_row, other_row) = (state.row(one), state.row(other));
        let mut sum = 0_i32;
        for &third in state.people_at(round, source) {
            let third = usize::from(third);
            sum += self.part_cost[usize::from(one_row[third])]
                + self.meet_cost[usize::from(other_row[third])];
        }
        for &third in state.people_at(round, target) {
            let third = usize::from(third);
            sum += self.meet_cost[usize::from(one_row[third])]
                + self.part_cost[usize::from(other_row[third])];
        }
        // The sums above include each person with themselves (cell 0), and the two with one another twice.
        let mutual = usize::from(one_row[usize::from(other)]);
        i64::from(sum) - i64::from(2 * self.part_cost[0] + 2 * self.meet_cost[mutual])
            + self.met_delta(
                state,
                Relocation {
                    round,
                    person: one,
                    to: target,
                },
                &[other],
            )
            + self.met_delta(
                state,
                Relocation {
                    round,
                    person: other,
                    to: source,
                },
                &[one],
            )
    }

    /// Delta of the pairs of past meetings when a person goes to another table. People in `besides` go
    /// elsewhere or along.
    #[inline]
    fn met_delta(&self, state: &SeatingState<'_>, mover: Relocation, besides: &[u16]) -> i64 {
        if self.met_cost == 0 {
            return 0;
        }
        let Relocation { round, person, to } = mover;
        let from = state.table_of(round, person);
        let gained = state.met_weight_at(round, person, to, besides);
        (gained - state.met_weight_at(round, person, from, besides)) * self.met_cost
    }

    /// Delta of the move of one person to another table.
    pub fn move_delta(&self, state: &SeatingState<'_>, round: Index, person: u16, to: u16) -> i64 {
        let mut sum = self.move_pair_delta(state, round, person, to);
        if self.counts_people_met {
            sum += self.move_people_met_delta(state, round, person, to);
        }
        sum + self.own_delta(state, round, person, to)
    }

    /// The part of [`Self::move_delta`] that pairs contribute.
    #[inline]
    pub fn move_pair_delta(
        &self,
        state: &SeatingState<'_>,
        round: Index,
        person: u16,
        to: u16,
    ) -> i64 {
        let row = state.row(person);
        // The list of the table left includes the person (cell 0).
        let mut sum = -self.part_cost[0];
        for &third in state.people_at(round, state.table_of(round, person)) {
            sum += self.part_cost[usize::from(row[usize::from(third)])];
        }
        for &third in state.people_at(round, to) {
            sum += self.meet_cost[usize::from(row[usize::from(third)])];
        }
        i64::from(sum) + self.met_delta(state, Relocation { round, person, to }, &[])
    }

    /// Cost of one more meeting of two people.
    pub fn meeting_cost(&self, state: &SeatingState<'_>, one: u16, other: u16) -> i64 {
        let meeting = i64::from(self.meet_cost[usize::from(state.row(one)[usize::from(other)])]);
        if self.met_cost == 0 {
            return meeting;
        }
        let met = &state.layout.met[usize::from(one)];
        let weight = met
            .binary_search_by_key(&other, |&(person, _)| person)
            .map_or(0, |position| i64::from(met[position].1));
        meeting + weight * self.met_cost
    }

    /// Delta of the pairs when two people exchange their seats in all rounds.
    ///
    /// Only pairs with their own organisations, and with people of past meetings, change, so few cells are examined.
    pub fn relabelling_delta(&self, state: &SeatingState<'_>, one: u16, other: u16) -> i64 {
        let layout = state.layout;
        let organisation = |person: u16| layout.organisation[usize::from(person)];
        let times = |cell: u8| usize::from(cell >> 1);
        let mut sum = 0;
        if self.met_cost != 0 {
            for (person, stranger) in [(one, other), (other, one)] {
                let (row, other_row) = (state.row(person), state.row(stranger));
                for &(third, weight) in &layout.met[usize::from(person)] {
                    if third != stranger {
                        let index = usize::from(third);
                        let change = i64::from(other_row[index] >> 1) - i64::from(row[index] >> 1);
                        sum += self.met_cost * i64::from(weight) * change;
                    }
                }
            }
        }
        if organisation(one) == organisation(other) {
            return sum;
        }
        for (person, stranger) in [(one, other), (other, one)] {
            let (row, other_row) = (state.row(person), state.row(stranger));
            for &colleague in layout.members(organisation(person)) {
                let index = usize::from(colleague);
                if colleague != person {
                    let (own, foreign) = (times(row[index]), times(other_row[index]));
                    sum += self.cost_of_times[foreign][1] + self.cost_of_times[own][0]
                        - self.cost_of_times[own][1]
                        - self.cost_of_times[foreign][0];
                }
            }
        }
        sum
    }

    /// Delta of the people met, over everybody at the tables of two people who exchange seats.
    fn swap_people_met_delta(
        &self,
        state: &SeatingState<'_>,
        round: Index,
        one: u16,
        other: u16,
    ) -> i64 {
        let mut sum = 0;
        let mut net = [0_isize; 2];
        for (leaving, joining) in [(one, other), (other, one)] {
            let leaver_row = state.row(leaving);
            let comer_row = state.row(joining);
            let (mut lost, mut won) = (0_isize, 0_isize);
            for &third in state
                .people_at(round, state.table_of(round, leaving))
                .iter()
                .filter(|third| **third != leaving)
            {
                let third = usize::from(third);
                // Cell 2: one meeting, the present one. Cell 0: no meeting yet, other organisation.
                let (parts, meets) = (leaver_row[third] == 2, comer_row[third] == 0);
                lost += isize::from(parts);
                won += isize::from(meets);
                if parts != meets {
                    let met = usize::from(state.people_met[third]);
                    sum += self.people_met_cost[met + usize::from(meets) - usize::from(parts)]
                        - self.people_met_cost[met];
                }
            }
            net[usize::from(leaving == other)] -= lost;
            net[usize::from(joining == other)] += won;
        }
        for (person, net) in [one, other].into_iter().zip(net) {
            let met = usize::from(state.people_met[usize::from(person)]);
            sum += self.people_met_cost[met.saturating_add_signed(net)] - self.people_met_cost[met];
        }
        sum
    }

    /// Delta of the people met, over everybody at the two tables of a person who moves.
    fn move_people_met_delta(
        &self,
        state: &SeatingState<'_>,
        round: Index,
        person: u16,
        to: u16,
    ) -> i64 {
        let row = state.row(person);
        let met_by = |person: u16| usize::from(state.people_met[usize::from(person)]);
        let mut sum = 0;
        let mut after = met_by(person);
        // Cell 2: one meeting, the present one. Cell 0: no meeting yet, other organisation (or the person).
        for &third in state.people_at(round, state.table_of(round, person)) {
            if row[usize::from(third)] == 2 {
                let met = met_by(third);
                sum += self.people_met_cost[met - 1] - self.people_met_cost[met];
                after -= 1;
            }
        }
        for &third in state.people_at(round, to) {
            if row[usize::from(third)] == 0 {
                let met = met_by(third);
                sum += self.people_met_cost[met + 1] - self.people_met_cost[met];
                after += 1;
            }
        }
        sum + self.people_met_cost[after] - self.people_met_cost[met_by(person)]
    }

    /// Delta of an exchange of groups.
    pub fn exchange_delta(&self, state: &SeatingState<'_>, exchange: &Exchange<'_>) -> i64 {
        let Exchange {
            round,
            outgoing,
            incoming,
            source,
            target,
        } = *exchange;
        let mut sum = 0;
        for (movers, from, to, meeting) in [
            (outgoing, source, target, incoming),
            (incoming, target, source, outgoing),
        ] {
            let (left, joined) = (state.people_at(round, from), state.people_at(round, to));
            for &person in movers {
                let row = state.row(person);
                let price = |prices: &[i32; 256], others: &[u16]| -> i64 {
                    let of = |third: &u16| i64::from(prices[usize::from(row[usize::from(*third)])]);
                    others.iter().map(of).sum()
                };
                // The lists include the movers, who are subtracted again. If all go, nobody is left.
                if movers.len() < left.len() {
                    sum += price(&self.part_cost, left) - price(&self.part_cost, movers);
                }
                if meeting.len() < joined.len() {
                    sum += price(&self.meet_cost, joined) - price(&self.meet_cost, meeting);
                }
                sum += self.own_delta(state, round, person, to);
                if self.met_cost != 0 {
                    let besides = [movers, meeting].concat();
                    sum += self.met_delta(state, Relocation { round, person, to }, &besides);
                }
            }
        }
        // If whole tables are exchanged, everybody meets the same people as before.
        let all_go = (outgoing.len(), incoming.len())
            == (
                state.people_at(round, source).len(),
                state.people_at(round, target).len(),
            );
        if self.counts_people_met && !all_go {
            sum += self.exchange_people_met_delta(state, exchange);
        }
        sum
    }

    /// The person's own part of the delta: topics, and the previous seat.
    #[inline]
    pub fn own_delta(&self, state: &SeatingState<'_>, round: Index, person: u16, to: u16) -> i64 {
        let layout = state.layout;
        let index = usize::from(person);
        let seat = layout.seat_index(round, index);
        let from = state.seats[seat];
        let mut sum = 0;
        if self.counts_topics && !layout.is_host[index] {
            let (old, new) = (
                layout.topic_of[usize::from(from)],
                layout.topic_of[usize::from(to)],
            );
            if old != new {
                let row = &state.topic_rounds[index * layout.topics..];
                let seen = usize::from(state.topics_seen[index]);
                let after = seen + usize::from(row[usize::from(new)] == 0)
                    - usize::from(row[usize::from(old)] == 1);
                sum += self.topics_cost[after] - self.topics_cost[seen];
            }
        }
        if self.changed_person_cost != 0 && layout.previous[seat] != ABSENT {
            let before = layout.previous[seat];
            let now = i64::from(state.rounds_changed[index]);
            let then = now - i64::from(from != before) + i64::from(to != before);
            sum += (i64::from(then > 0) - i64::from(now > 0)) * self.changed_person_cost
                + (then - now) * self.changed_seat_cost;
        }
        sum
    }

    /// Delta of the people met, over everybody at the two tables.
    fn exchange_people_met_delta(&self, state: &SeatingState<'_>, exchange: &Exchange<'_>) -> i64 {
        let Exchange {
            round,
            outgoing,
            incoming,
            source,
            target,
        } = *exchange;
        let mut sum = 0;
        // `skip` is a part of `leaves`, `besides` a part of `meets`.
        let change =
            |person: u16, leaves: &[u16], skip: &[u16], meets: &[u16], besides: &[u16]| -> i64 {
                let row = state.row(person);
                let count = |cell: u8, people: &[u16]| {
                    let counts =
                        |third: &&u16| row[usize::from(**third)] == cell && **third != person;
                    people.iter().filter(counts).count()
                };
                let lost = count(2, leaves) - count(2, skip);
                let won = count(0, meets) - count(0, besides);
                let met = usize::from(state.people_met[usize::from(person)]);
                self.people_met_cost[met + won - lost] - self.people_met_cost[met]
            };
        let (one_list, other_list) = (
            state.people_at(round, source),
            state.people_at(round, target),
        );
        for &person in one_list {
            sum += if outgoing.contains(&person) {
                change(person, one_list, outgoing, other_list, incoming)
            } else {
                change(person, outgoing, &[], incoming, &[])
            };
        }
        for &person in other_list {
            sum += if incoming.contains(&person) {
                change(person, other_list, incoming, one_list, outgoing)
            } else {
                change(person, incoming, &[], outgoing, &[])
            };
        }
        sum
    }
}
