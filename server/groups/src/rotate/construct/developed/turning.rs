//! The search for the base rounds of one shape.
//!
//! A base round is kept as one seat for each orbit of its subgroup, table by table. A table may itself be unchanged by a
//! smaller subgroup; then it is kept as one seat for each orbit of that one, and stands for fewer tables.

#![expect(
    clippy::cast_possible_truncation,
    reason = "places are bounded far below u16::MAX"
)]

use super::super::super::anneal::cooling::Cooling;
use super::super::super::random::Random;
use super::kinds::Kinds;
use super::{Golf, Shape};

/// A table before it is turned.
#[derive(Clone, Debug)]
struct BaseTable {
    /// Seats of the round that belong to it.
    first: usize,
    last: usize,
    /// Leaves the table as it is.
    stays: Vec<usize>,
}

#[derive(Clone, Debug)]
struct BaseRound {
    /// A place for each orbit, table by table.
    seated: Vec<u16>,
    table_of: Vec<u16>,
    tables: Vec<BaseTable>,
    /// Leaves the round as it is.
    within: Vec<usize>,
}

/// One attempt to find base rounds.
#[derive(Clone, Debug)]
pub struct Attempt {
    golf: Golf,
    shape: Shape,
    rounds: Vec<BaseRound>,
    kinds: Kinds,
    /// How often each difference occurs.
    times: Vec<u16>,
    /// Differences beyond the first, and pairs that must not meet.
    cost: i64,
    cooling: Cooling,
}

impl Attempt {
    /// Base rounds at random; `None` where the subgroups wanted were not found.
    pub fn new(golf: Golf, shape: Shape, patience: u64, random: &mut Random) -> Option<Self> {
        let rounds = (0..3_000).find_map(|_| base_rounds(golf, &shape, random))?;
        let seats: usize = rounds.iter().map(|round| round.seated.len()).sum();
        let kinds = Kinds::of(&shape, golf.tables * golf.size);
        let mut attempt = Self {
            times: vec![0; kinds.number],
            cooling: Cooling::new(1.2, 0.22, 1_500 * seats as u64 * patience),
            golf,
            shape,
            rounds,
            kinds,
            cost: 0,
        };
        attempt.times[0] = 1;
        for round in 0..attempt.rounds.len() {
            for seat in 0..attempt.rounds[round].seated.len() {
                // Each seat with those before it, so that every pair is counted once.
                attempt.count(round, seat, seat, true);
            }
        }
        Some(attempt)
    }

    pub const fn is_over(&self) -> bool {
        self.cooling.is_over()
    }

    pub const fn is_found(&self) -> bool {
        self.cost == 0
    }

    /// Exchanges two places of a base round, or turns one, and back where that is too dear.
    pub fn propose(&mut self, random: &mut Random) {
        let patience = self.cooling.patience(random);
        let index = random.below(self.rounds.len());
        let round = &self.rounds[index];
        let one = random.below(round.seated.len());
        let before = self.cost;
        if round.within.len() > 1 && (round.tables.len() == 1 || random.below(2) == 0) {
            let old = round.seated[one];
            let turn = round.within[random.below(round.within.len())];
            let new = self.shape.turn(usize::from(old), turn) as u16;
            self.replace(index, one, new);
            if self.cost - before > patience {
                self.replace(index, one, old);
            }
            return;
        }
        let other = random.below(round.seated.len());
        if round.table_of[one] == round.table_of[other] {
            return;
        }
        self.exchange(index, one, other);
        if self.cost - before > patience {
            self.exchange(index, one, other);
        }
    }

    fn replace(&mut self, round: usize, seat: usize, place: u16) {
        self.count(round, seat, usize::MAX, false);
        self.rounds[round].seated[seat] = place;
        self.count(round, seat, usize::MAX, true);
    }

    fn exchange(&mut self, round: usize, one: usize, other: usize) {
        self.count(round, one, usize::MAX, false);
        self.count(round, other, usize::MAX, false);
        self.rounds[round].seated.swap(one, other);
        self.count(round, one, usize::MAX, true);
        self.count(round, other, usize::MAX, true);
    }

    /// Counts the pairs of one seat with the seats of its table before `end` in or out.
    ///
    /// A difference that is its own opposite stands for half as many pairs as others, so two seats with it meet twice;
    /// only within the orbit of a table's own subgroup they meet once.
    fn count(&mut self, round: usize, seat: usize, end: usize, comes: bool) {
        let base = &self.rounds[round];
        let table = &base.tables[usize::from(base.table_of[seat])];
        let place = usize::from(base.seated[seat]);
        let (times, cost) = (&mut self.times, &mut self.cost);
        let mut bump = |kind: u16| {
            let times = &mut times[usize::from(kind)];
            if comes {
                *cost += i64::from(*times > 0);
                *times += 1;
            } else {
                *times -= 1;
                *cost -= i64::from(*times > 0);
            }
        };
        for &turn in &table.stays {
            let turned = self.shape.turn(place, turn);
            for third in (table.first..table.last.min(end)).filter(|&third| third != seat) {
                let kind = self.kinds.kind(turned, usize::from(base.seated[third]));
                bump(kind);
                if self.kinds.halves[usize::from(kind)] {
                    bump(kind);
                }
            }
            // Once for an element and its opposite.
            if turn != 0 && self.shape.group.minus(0, turn) >= turn {
                bump(self.kinds.kind(place, turned));
            }
        }
    }

    /// All rounds: every base round, turned.
    pub fn rounds(&self) -> Vec<Vec<u16>> {
        let mut all = Vec::with_capacity(self.golf.rounds);
        for base in &self.rounds {
            for turn in self.shape.group.representatives(&base.within) {
                let mut round = vec![0; self.golf.tables * self.golf.size];
                let mut number = 0;
                for table in &base.tables {
                    // Turned by one element of each class that leaves the table alone.
                    let classes = self.shape.group.representatives(&table.stays);
                    for &inner in classes.iter().filter(|inner| base.within.contains(inner)) {
                        for seat in &base.seated[table.first..table.last] {
                            for &own in &table.stays {
                                let place = self.shape.turn(usize::from(*seat), own);
                                let place = self.shape.turn(self.shape.turn(place, inner), turn);
                                round[place] = number;
                            }
                        }
                        number += 1;
                    }
                }
                all.push(round);
            }
        }
        all.truncate(self.golf.rounds);
        all
    }
}

/// Base rounds at random; `None` where their tables' subgroups do not fit one another.
fn base_rounds(golf: Golf, shape: &Shape, random: &mut Random) -> Option<Vec<BaseRound>> {
    let rounds = shape.within.iter().enumerate();
    let rounds: Vec<BaseRound> = rounds
        .map(|(round, &within)| {
            let known = shape.tables.get(round);
            (0..20).find_map(|_| base_round(golf, shape, (within, known), random))
        })
        .collect::<Option<_>>()?;
    // Each seat of a table that an element leaves alone meets its image there: in each copy that can happen once.
    let tables = || rounds.iter().flat_map(|round| &round.tables);
    let seats = |element: usize| -> usize {
        let unchanged = tables().filter(|table| table.stays.contains(&element));
        unchanged.map(|table| table.last - table.first).sum()
    };
    (1..shape.group.order())
        .all(|element| seats(element) <= shape.copies)
        .then_some(rounds)
}

fn base_round(
    golf: Golf,
    shape: &Shape,
    (within, known): (usize, Option<&Vec<usize>>),
    random: &mut Random,
) -> Option<BaseRound> {
    let group = &shape.group;
    let everything: Vec<usize> = (0..group.order()).collect();
    let within = group.random_part(&everything, within, random)?;
    if shape
        .strangers
        .is_some_and(|strangers| !within.contains(&strangers))
    {
        return None;
    }
    let classes = group.representatives(&within);
    let turned = shape.copies * group.order();
    let mut seated: Vec<u16> = (0..golf.tables * golf.size)
        .filter(|&place| place >= turned || classes.contains(&(place % group.order())))
        .map(|place| place as u16)
        .collect();
    random.shuffle(&mut seated);
    let kinds = mixtures(golf, within.len());
    let mixture = known.unwrap_or(&kinds[random.below(kinds.len())]);
    let (mut tables, mut table_of) = (Vec::new(), Vec::new());
    for &order in mixture {
        let stays = group.random_part(&within, order, random)?;
        if shape
            .strangers
            .is_some_and(|strangers| stays.contains(&strangers))
        {
            return None;
        }
        let first = table_of.len();
        table_of.extend(std::iter::repeat_n(tables.len() as u16, golf.size / order));
        tables.push(BaseTable {
            first,
            last: table_of.len(),
            stays,
        });
    }
    (table_of.len() == seated.len()).then_some(BaseRound {
        seated,
        table_of,
        tables,
        within,
    })
}

/// The ways to fill a round whose subgroup has that order: for each base table the order of the subgroup that leaves it
/// alone, and with which it stands for `within / order` tables.
fn mixtures(golf: Golf, within: usize) -> Vec<Vec<usize>> {
    let orders: Vec<usize> = (1..=golf.size.min(within))
        .filter(|&order| golf.size.is_multiple_of(order) && within.is_multiple_of(order))
        .collect();
    let mut found = Vec::new();
    let mut open: Vec<(usize, Vec<usize>)> = vec![(golf.tables, Vec::new())];
    while let Some((left, mixture)) = open.pop() {
        if left == 0 {
            found.push(mixture);
            continue;
        }
        let last = mixture.last().copied().unwrap_or(1);
        for &order in orders
            .iter()
            .filter(|&&order| order >= last && within / order <= left)
        {
            open.push((left - within / order, [&mixture[..], &[order]].concat()));
        }
    }
    found
}
