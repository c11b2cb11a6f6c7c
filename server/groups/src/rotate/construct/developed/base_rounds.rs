//! Search for the base rounds (starters) of a development scheme.
//!
//! A base round is stored as one seat per orbit of its stabiliser, table by table. A table may have a
//! stabiliser of its own. It is then stored as one seat per orbit of that subgroup, and stands for fewer
//! tables.

#![expect(
    clippy::cast_possible_truncation,
    reason = "points are bounded far below u16::MAX"
)]

use super::super::super::annealing::cooling::CoolingSchedule;
use super::super::super::random::Random;
use super::super::golfer::GolferInstance;
use super::difference_classes::DifferenceClasses;
use super::scheme::DevelopmentScheme;

/// A table of a base round.
#[derive(Clone, Debug)]
struct BaseTable {
    /// Range of its seats in the round.
    first: usize,
    last: usize,
    /// The subgroup that maps the table to itself.
    stabiliser: Vec<usize>,
}

#[derive(Clone, Debug)]
struct BaseRound {
    /// A point of each orbit, table by table.
    points: Vec<u16>,
    table_of: Vec<u16>,
    tables: Vec<BaseTable>,
    /// The subgroup that maps the round to itself.
    stabiliser: Vec<usize>,
}

/// A search for base rounds by annealing.
#[derive(Clone, Debug)]
pub struct BaseRoundSearch {
    golfer: GolferInstance,
    scheme: DevelopmentScheme,
    rounds: Vec<BaseRound>,
    classes: DifferenceClasses,
    /// Number of occurrences of each difference.
    times: Vec<u16>,
    /// Occurrences beyond the first, and pairs that must not meet.
    cost: i64,
    cooling: CoolingSchedule,
}

impl BaseRoundSearch {
    /// Random base rounds. `None` if no suitable subgroups were found.
    pub fn new(
        golfer: GolferInstance,
        scheme: DevelopmentScheme,
        effort: u64,
        random: &mut Random,
    ) -> Option<Self> {
        let rounds = (0..3_000).find_map(|_| base_rounds(golfer, &scheme, random))?;
        let seats: usize = rounds.iter().map(|round| round.points.len()).sum();
        let classes = DifferenceClasses::new(&scheme, golfer.tables * golfer.size);
        let mut attempt = Self {
            times: vec![0; classes.count],
            cooling: CoolingSchedule::new(1.2, 0.22, 1_500 * seats as u64 * effort),
            golfer,
            scheme,
            rounds,
            classes,
            cost: 0,
        };
        attempt.times[0] = 1;
        for round in 0..attempt.rounds.len() {
            for seat in 0..attempt.rounds[round].points.len() {
                // Each seat with those before it, so that every pair counts once.
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

    /// Exchanges two points of a base round or translates one. Undoes the move if it exceeds the threshold.
    pub fn propose(&mut self, random: &mut Random) {
        let threshold = self.cooling.threshold(random);
        let index = random.below(self.rounds.len());
        let round = &self.rounds[index];
        let one = random.below(round.points.len());
        let before = self.cost;
        if round.stabiliser.len() > 1 && (round.tables.len() == 1 || random.below(2) == 0) {
            let old = round.points[one];
            let element = round.stabiliser[random.below(round.stabiliser.len())];
            let new = self.scheme.translate(usize::from(old), element) as u16;
            self.replace(index, one, new);
            if self.cost - before > threshold {
                self.replace(index, one, old);
            }
            return;
        }
        let other = random.below(round.points.len());
        if round.table_of[one] == round.table_of[other] {
            return;
        }
        self.exchange(index, one, other);
        if self.cost - before > threshold {
            self.exchange(index, one, other);
        }
    }

    fn replace(&mut self, round: usize, seat: usize, point: u16) {
        self.count(round, seat, usize::MAX, false);
        self.rounds[round].points[seat] = point;
        self.count(round, seat, usize::MAX, true);
    }

    fn exchange(&mut self, round: usize, one: usize, other: usize) {
        self.count(round, one, usize::MAX, false);
        self.count(round, other, usize::MAX, false);
        self.rounds[round].points.swap(one, other);
        self.count(round, one, usize::MAX, true);
        self.count(round, other, usize::MAX, true);
    }

    /// Adds or removes the pairs of one seat with the seats of its table before `end`.
    ///
    /// A difference of order two occurs for half as many pairs, so two seats with it meet twice. Within the
    /// orbit of the table's own stabiliser they meet once.
    fn count(&mut self, round: usize, seat: usize, end: usize, is_added: bool) {
        let base = &self.rounds[round];
        let table = &base.tables[usize::from(base.table_of[seat])];
        let point = usize::from(base.points[seat]);
        let (times, cost) = (&mut self.times, &mut self.cost);
        let mut count_class = |class: u16| {
            let times = &mut times[usize::from(class)];
            if is_added {
                *cost += i64::from(*times > 0);
                *times += 1;
            } else {
                *times -= 1;
                *cost -= i64::from(*times > 0);
            }
        };
        for &element in &table.stabiliser {
            let translated = self.scheme.translate(point, element);
            for third in (table.first..table.last.min(end)).filter(|&third| third != seat) {
                let class = self
                    .classes
                    .class(translated, usize::from(base.points[third]));
                count_class(class);
                if self.classes.is_involution[usize::from(class)] {
                    count_class(class);
                }
            }
            // Counts an element and its opposite once.
            if element != 0 && self.scheme.group.minus(0, element) >= element {
                count_class(self.classes.class(point, translated));
            }
        }
    }

    /// All rounds: the translates of every base round.
    pub fn rounds(&self) -> Vec<Vec<u16>> {
        let mut all = Vec::with_capacity(self.golfer.rounds);
        for base in &self.rounds {
            for element in self.scheme.group.coset_representatives(&base.stabiliser) {
                let mut round = vec![0; self.golfer.tables * self.golfer.size];
                let mut count = 0;
                for table in &base.tables {
                    // One translate per coset of the table's stabiliser.
                    let classes = self.scheme.group.coset_representatives(&table.stabiliser);
                    for &inner in classes
                        .iter()
                        .filter(|inner| base.stabiliser.contains(inner))
                    {
                        for seat in &base.points[table.first..table.last] {
                            for &own in &table.stabiliser {
                                let point = self.scheme.translate(usize::from(*seat), own);
                                let point = self
                                    .scheme
                                    .translate(self.scheme.translate(point, inner), element);
                                round[point] = count;
                            }
                        }
                        count += 1;
                    }
                }
                all.push(round);
            }
        }
        all.truncate(self.golfer.rounds);
        all
    }
}

/// Random base rounds. `None` if the stabilisers of their tables do not fit together.
fn base_rounds(
    golfer: GolferInstance,
    scheme: &DevelopmentScheme,
    random: &mut Random,
) -> Option<Vec<BaseRound>> {
    let rounds = scheme.round_stabilisers.iter().enumerate();
    let rounds: Vec<BaseRound> = rounds
        .map(|(round, &stabiliser)| {
            let known = scheme.table_stabilisers.get(round);
            (0..20).find_map(|_| base_round(golfer, scheme, (stabiliser, known), random))
        })
        .collect::<Option<_>>()?;
    // Each seat of a table with that stabiliser meets its image there, which can happen once in each copy.
    let tables = || rounds.iter().flat_map(|round| &round.tables);
    let seats = |element: usize| -> usize {
        let unchanged = tables().filter(|table| table.stabiliser.contains(&element));
        unchanged.map(|table| table.last - table.first).sum()
    };
    (1..scheme.group.order())
        .all(|element| seats(element) <= scheme.copies)
        .then_some(rounds)
}

fn base_round(
    golfer: GolferInstance,
    scheme: &DevelopmentScheme,
    (stabiliser, known): (usize, Option<&Vec<usize>>),
    random: &mut Random,
) -> Option<BaseRound> {
    let group = &scheme.group;
    let everything: Vec<usize> = (0..group.order()).collect();
    let stabiliser = group.random_subgroup(&everything, stabiliser, random)?;
    if scheme
        .never_meeting
        .is_some_and(|never_meeting| !stabiliser.contains(&never_meeting))
    {
        return None;
    }
    let classes = group.coset_representatives(&stabiliser);
    let moving = scheme.copies * group.order();
    let mut points: Vec<u16> = (0..golfer.tables * golfer.size)
        .filter(|&point| point >= moving || classes.contains(&(point % group.order())))
        .map(|point| point as u16)
        .collect();
    random.shuffle(&mut points);
    let partitions = table_partitions(golfer, stabiliser.len());
    let partition = known.unwrap_or(&partitions[random.below(partitions.len())]);
    let (mut tables, mut table_of) = (Vec::new(), Vec::new());
    for &order in partition {
        let stabiliser = group.random_subgroup(&stabiliser, order, random)?;
        if scheme
            .never_meeting
            .is_some_and(|never_meeting| stabiliser.contains(&never_meeting))
        {
            return None;
        }
        let first = table_of.len();
        table_of.extend(std::iter::repeat_n(
            tables.len() as u16,
            golfer.size / order,
        ));
        tables.push(BaseTable {
            first,
            last: table_of.len(),
            stabiliser,
        });
    }
    (table_of.len() == points.len()).then_some(BaseRound {
        points,
        table_of,
        tables,
        stabiliser,
    })
}

/// The ways to fill a round with such a stabiliser: the order of each base table's stabiliser. A base table
/// stands for `stabiliser / order` tables.
fn table_partitions(golfer: GolferInstance, stabiliser: usize) -> Vec<Vec<usize>> {
    let orders: Vec<usize> = (1..=golfer.size.min(stabiliser))
        .filter(|&order| golfer.size.is_multiple_of(order) && stabiliser.is_multiple_of(order))
        .collect();
    let mut found = Vec::new();
    let mut open: Vec<(usize, Vec<usize>)> = vec![(golfer.tables, Vec::new())];
    while let Some((left, partition)) = open.pop() {
        if left == 0 {
            found.push(partition);
            continue;
        }
        let last = partition.last().copied().unwrap_or(1);
        for &order in orders
            .iter()
            .filter(|&&order| order >= last && stabiliser / order <= left)
        {
            open.push((
                left - stabiliser / order,
                [&partition[..], &[order]].concat(),
            ));
        }
    }
    found
}
