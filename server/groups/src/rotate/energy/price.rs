//! What a move would change in the price, before it is made.

use super::super::board::Board;
use super::super::problem::Index;
use super::super::rules::ABSENT;
use super::Weights;

impl Weights {
    /// Change of the price when two people of different tables exchange seats. Nothing moves.
    #[inline]
    pub fn of_swap(&self, board: &Board<'_>, round: Index, one: u16, other: u16) -> i64 {
        let (here, there) = (board.seat(round, one), board.seat(round, other));
        let mut sum = self.pairs_of_swap(board, round, one, other);
        if self.counts_people_met {
            sum += self.people_met_by_swap(board, round, one, other);
        }
        sum + self.of_person(board, round, one, there) + self.of_person(board, round, other, here)
    }

    /// The part of [`Self::of_swap`] that pairs make.
    #[inline]
    pub fn pairs_of_swap(&self, board: &Board<'_>, round: Index, one: u16, other: u16) -> i64 {
        let (here, there) = (board.seat(round, one), board.seat(round, other));
        let (one_row, other_row) = (board.row(one), board.row(other));
        let mut sum = 0_i32;
        for &third in board.list(round, here) {
            let third = usize::from(third);
            sum +=
                self.part[usize::from(one_row[third])] + self.meet[usize::from(other_row[third])];
        }
        for &third in board.list(round, there) {
            let third = usize::from(third);
            sum +=
                self.meet[usize::from(one_row[third])] + self.part[usize::from(other_row[third])];
        }
        // Counted above although it is no pair: each with oneself (cell 0), and the two with one another twice.
        let mutual = usize::from(one_row[usize::from(other)]);
        i64::from(sum) - i64::from(2 * self.part[0] + 2 * self.meet[mutual])
    }

    /// Change of the price when one person goes to another table. Nothing moves.
    pub fn of_move(&self, board: &Board<'_>, round: Index, person: u16, to: u16) -> i64 {
        let mut sum = self.pairs_of_move(board, round, person, to);
        if self.counts_people_met {
            sum += self.people_met_by_move(board, round, person, to);
        }
        sum + self.of_person(board, round, person, to)
    }

    /// The part of [`Self::of_move`] that pairs make.
    #[inline]
    pub fn pairs_of_move(&self, board: &Board<'_>, round: Index, person: u16, to: u16) -> i64 {
        let row = board.row(person);
        // Oneself is counted at the table left, as a cell of 0.
        let mut sum = -self.part[0];
        for &third in board.list(round, board.seat(round, person)) {
            sum += self.part[usize::from(row[usize::from(third)])];
        }
        for &third in board.list(round, to) {
            sum += self.meet[usize::from(row[usize::from(third)])];
        }
        i64::from(sum)
    }

    /// What two people cost who are together once more.
    pub fn of_pair(&self, board: &Board<'_>, one: u16, other: u16) -> i64 {
        i64::from(self.meet[usize::from(board.row(one)[usize::from(other)])])
    }

    /// What the pairs of two people who take one another's place in all rounds change: only their own organisations
    /// notice. Few colleagues are looked at, so the answer is quick.
    pub fn pairs_of_places(&self, board: &Board<'_>, one: u16, other: u16) -> i64 {
        let setting = board.setting;
        let organisation = |person: u16| setting.organisation[usize::from(person)];
        if organisation(one) == organisation(other) {
            return 0;
        }
        let times = |cell: u8| usize::from(cell >> 1);
        let mut sum = 0;
        for (person, stranger) in [(one, other), (other, one)] {
            let (row, other_row) = (board.row(person), board.row(stranger));
            for &colleague in setting.members(organisation(person)) {
                let index = usize::from(colleague);
                if colleague != person {
                    let (own, foreign) = (times(row[index]), times(other_row[index]));
                    sum += self.level[foreign][1] + self.level[own][0]
                        - self.level[own][1]
                        - self.level[foreign][0];
                }
            }
        }
        sum
    }

    /// The price of people met too few, for everyone at the tables of two people who exchange seats.
    fn people_met_by_swap(&self, board: &Board<'_>, round: Index, one: u16, other: u16) -> i64 {
        let mut sum = 0;
        let mut net = [0_isize; 2];
        for (leaver, comer) in [(one, other), (other, one)] {
            let leaver_row = board.row(leaver);
            let comer_row = board.row(comer);
            let (mut lost, mut won) = (0_isize, 0_isize);
            for &third in board
                .list(round, board.seat(round, leaver))
                .iter()
                .filter(|third| **third != leaver)
            {
                let third = usize::from(third);
                // A cell of 2: together once, now. A cell of 0: never so far, and of another organisation.
                let (parts, meets) = (leaver_row[third] == 2, comer_row[third] == 0);
                lost += isize::from(parts);
                won += isize::from(meets);
                if parts != meets {
                    let met = usize::from(board.met[third]);
                    sum += self.met[met + usize::from(meets) - usize::from(parts)] - self.met[met];
                }
            }
            net[usize::from(leaver == other)] -= lost;
            net[usize::from(comer == other)] += won;
        }
        for (person, net) in [one, other].into_iter().zip(net) {
            let met = usize::from(board.met[usize::from(person)]);
            sum += self.met[met.saturating_add_signed(net)] - self.met[met];
        }
        sum
    }

    /// The price of people met too few, for everyone at the two tables of a person who moves.
    fn people_met_by_move(&self, board: &Board<'_>, round: Index, person: u16, to: u16) -> i64 {
        let row = board.row(person);
        let met_by = |person: u16| usize::from(board.met[usize::from(person)]);
        let mut sum = 0;
        let mut after = met_by(person);
        // A cell of 2: together once, now. A cell of 0: never so far, and of another organisation (or oneself).
        for &third in board.list(round, board.seat(round, person)) {
            if row[usize::from(third)] == 2 {
                let met = met_by(third);
                sum += self.met[met - 1] - self.met[met];
                after -= 1;
            }
        }
        for &third in board.list(round, to) {
            if row[usize::from(third)] == 0 {
                let met = met_by(third);
                sum += self.met[met + 1] - self.met[met];
                after += 1;
            }
        }
        sum + self.met[after] - self.met[met_by(person)]
    }

    /// Change of the price when `going` (all at `here`) and `coming` (all at `there`) exchange tables.
    pub fn of_exchange(
        &self,
        board: &Board<'_>,
        round: Index,
        going: &[u16],
        coming: &[u16],
        here: u16,
        there: u16,
    ) -> i64 {
        let mut sum = 0;
        for (movers, from, to, meeting) in
            [(going, here, there, coming), (coming, there, here, going)]
        {
            let (left, joined) = (board.list(round, from), board.list(round, to));
            for &person in movers {
                let row = board.row(person);
                let price = |prices: &[i32; 256], others: &[u16]| -> i64 {
                    let of = |third: &u16| i64::from(prices[usize::from(row[usize::from(*third)])]);
                    others.iter().map(of).sum()
                };
                // Those who go along are at the table, too, and are taken out again; where all go, nobody is left.
                if movers.len() < left.len() {
                    sum += price(&self.part, left) - price(&self.part, movers);
                }
                if meeting.len() < joined.len() {
                    sum += price(&self.meet, joined) - price(&self.meet, meeting);
                }
                sum += self.of_person(board, round, person, to);
            }
        }
        // Where whole tables change places, everybody meets the same people as before.
        let all_go = (going.len(), coming.len())
            == (
                board.list(round, here).len(),
                board.list(round, there).len(),
            );
        if self.counts_people_met && !all_go {
            sum += self.people_met(board, round, going, coming, here, there);
        }
        sum
    }

    /// The mover's own part: topics, and the seat before.
    #[inline]
    pub fn of_person(&self, board: &Board<'_>, round: Index, person: u16, to: u16) -> i64 {
        let setting = board.setting;
        let index = usize::from(person);
        let seat = setting.at(round, index);
        let from = board.seats[seat];
        let mut sum = 0;
        if self.counts_topics && !setting.is_host[index] {
            let (old, new) = (
                setting.topic_of[usize::from(from)],
                setting.topic_of[usize::from(to)],
            );
            if old != new {
                let row = &board.topic_rounds[index * setting.topics..];
                let seen = usize::from(board.seen[index]);
                let after = seen + usize::from(row[usize::from(new)] == 0)
                    - usize::from(row[usize::from(old)] == 1);
                sum += self.seen[after] - self.seen[seen];
            }
        }
        if self.changed != 0 && setting.previous[seat] != ABSENT {
            let before = setting.previous[seat];
            let now = i64::from(board.moved[index]);
            let then = now - i64::from(from != before) + i64::from(to != before);
            sum += (i64::from(then > 0) - i64::from(now > 0)) * self.changed
                + (then - now) * self.moved_seat;
        }
        sum
    }

    /// The price of people met too few, for everyone at the two tables.
    fn people_met(
        &self,
        board: &Board<'_>,
        round: Index,
        going: &[u16],
        coming: &[u16],
        here: u16,
        there: u16,
    ) -> i64 {
        let mut sum = 0;
        // `skip` are some of `leaves`, `besides` some of `meets`.
        let change =
            |person: u16, leaves: &[u16], skip: &[u16], meets: &[u16], besides: &[u16]| -> i64 {
                let row = board.row(person);
                let count = |cell: u8, people: &[u16]| {
                    let counts =
                        |third: &&u16| row[usize::from(**third)] == cell && **third != person;
                    people.iter().filter(counts).count()
                };
                let lost = count(2, leaves) - count(2, skip);
                let won = count(0, meets) - count(0, besides);
                let met = usize::from(board.met[usize::from(person)]);
                self.met[met + won - lost] - self.met[met]
            };
        let (one_list, other_list) = (board.list(round, here), board.list(round, there));
        for &person in one_list {
            sum += if going.contains(&person) {
                change(person, one_list, going, other_list, coming)
            } else {
                change(person, going, &[], coming, &[])
            };
        }
        for &person in other_list {
            sum += if coming.contains(&person) {
                change(person, other_list, coming, one_list, going)
            } else {
                change(person, coming, &[], going, &[])
            };
        }
        sum
    }
}
