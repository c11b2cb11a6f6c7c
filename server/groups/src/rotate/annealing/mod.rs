//! Simulated annealing with reheats (Kirkpatrick, Gelatt, Vecchi, *Optimization by simulated annealing*,
//! Science 220, 1983).
//!
//! An [`Annealer`] runs in portions. Its result depends only on its seed and the number of proposals.

use std::borrow::Cow;

pub mod cooling;
mod moves;
mod restart;

use super::candidate::{Candidate, SearchContext};
use super::energy::{Targets, Weights};
use super::plan::{Objective, Plan};
use super::problem::Goal;
use super::random::Random;
use super::state::{ConflictKinds, SeatingState};
use cooling::CoolingSchedule;
use restart::{reseat_all_rounds, reseat_some_rounds};

/// Pairs examined between two stop checks. With blocks of thousands one proposal costs as much as thousands
/// of others.
const WORK_BETWEEN_STOP_CHECKS: usize = 1 << 18;

/// After so many cycles without a better plan some searches start elsewhere.
const STALE_CYCLES: u32 = 2;

/// One annealing search.
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts of the problem, looked up at every proposal"
)]
pub struct Annealer<'a> {
    context: SearchContext<'a>,
    state: SeatingState<'a>,
    weights: Weights,
    random: Random,
    cooling: CoolingSchedule,
    cycle: u32,
    /// Number of cycles since the last restart, which makes cycles longer.
    level: u32,
    /// The leader at the start of the cycle, and the cycles since then.
    leading: Objective,
    stale_cycles: u32,
    /// Index of this search. Searches differ in temperature and in the ratio of the goals' weights.
    number: usize,
    tables_of_topic: Vec<Vec<u16>>,
    movable_rounds: Vec<usize>,
    has_colleagues: bool,
    /// Whether rules tie people to one another.
    has_rules: bool,
    counts_topics: bool,
    /// Whether pairs of past meetings count.
    counts_met: bool,
    outgoing: Vec<u16>,
    incoming: Vec<u16>,
    /// Pairs that moves of several people examined since the last stop check.
    work_since_stop_check: usize,
    /// [`Self::update_best_seating`] brings its seating up to date.
    best: Candidate,
    /// Position of the best seating in the journal of the state.
    best_mark: Option<usize>,
    is_optimal: bool,
    /// Origin of the seating in the state.
    origin: &'static str,
}

/// The caller ended the search.
#[derive(Debug)]
pub struct Stopped;

impl<'a> Annealer<'a> {
    /// Starts at a seating that keeps the rules.
    pub fn new(context: SearchContext<'a>, start: &Candidate, number: usize) -> Self {
        let SearchContext {
            problem, layout, ..
        } = context;
        let mut tables_of_topic = vec![Vec::new(); layout.topics];
        for (table, &topic) in (0_u16..).zip(&layout.topic_of) {
            tables_of_topic[usize::from(topic)].push(table);
        }
        let mut search = Self {
            context,
            state: SeatingState::new(
                layout,
                &start.seating,
                ConflictKinds::for_goals(&problem.order),
            ),
            weights: Weights::new(
                problem,
                Targets {
                    topics: 0,
                    people_met: 0,
                },
                12,
            ),
            random: Random::new(problem.seed, 1 + number as u64),
            cooling: CoolingSchedule::default(),
            cycle: 0,
            level: 0,
            leading: start.objective,
            stale_cycles: 0,
            number,
            tables_of_topic,
            movable_rounds: (0..layout.rounds)
                .filter(|&round| layout.can_move(round))
                .collect(),
            has_rules: layout.apart.iter().any(|apart| !apart.is_empty())
                || layout.blocks.iter().any(|blocks| !blocks.is_empty()),
            has_colleagues: problem.organisations < problem.people.len(),
            counts_topics: problem.order.contains(&Goal::Topics),
            counts_met: problem.order.contains(&Goal::Met) && !problem.met.is_empty(),
            outgoing: Vec::new(),
            incoming: Vec::new(),
            work_since_stop_check: 0,
            best: start.clone(),
            best_mark: None,
            origin: start.origin,
            is_optimal: Plan::meets_all_bounds(problem, &start.quality, context.bounds),
        };
        search.start_cycle(start);
        search
    }

    /// The best candidate so far.
    pub const fn best(&self) -> &Candidate {
        &self.best
    }

    /// Whether the best candidate meets all bounds.
    pub const fn is_optimal(&self) -> bool {
        self.is_optimal
    }

    /// Makes so many proposals. A new cycle may start at `elite`, the best candidate of all searches.
    pub fn run(
        &mut self,
        proposals: u64,
        elite: &Candidate,
        should_stop: &dyn Fn() -> bool,
    ) -> Result<(), Stopped> {
        let done = self.propose_all(proposals, elite, should_stop);
        self.update_best_seating();
        done
    }

    fn propose_all(
        &mut self,
        proposals: u64,
        elite: &Candidate,
        should_stop: &dyn Fn() -> bool,
    ) -> Result<(), Stopped> {
        if self.movable_rounds.is_empty() {
            return Ok(());
        }
        for proposal in 0..proposals {
            if self.is_optimal {
                return Ok(());
            }
            if proposal % 512 == 511 || self.work_since_stop_check > WORK_BETWEEN_STOP_CHECKS {
                self.work_since_stop_check = 0;
                if should_stop() {
                    return Err(Stopped);
                }
            }
            if self.cooling.is_over() {
                self.cycle += 1;
                self.start_cycle(elite);
            }
            let threshold = self.cooling.threshold(&mut self.random);
            if self.propose(threshold) {
                self.record_best();
            }
        }
        Ok(())
    }

    /// Records the state if it is the best so far.
    fn record_best(&mut self) {
        let problem = self.context.problem;
        if self.state.optimistic_quality().objective_of(problem) >= self.best.objective {
            return;
        }
        let quality = self.state.quality();
        let objective = quality.objective_of(problem);
        if objective < self.best.objective {
            self.best.objective = objective;
            self.best.quality = quality;
            self.best.origin = self.origin;
            self.best.is_searched = true;
            self.best_mark = self.state.journal.mark();
            if self.best_mark.is_none() {
                self.best.seating = self.state.seating();
                let layout = self.state.layout;
                self.state.journal.begin(layout.people * layout.rounds);
            }
            self.is_optimal =
                Plan::meets_all_bounds(self.context.problem, &quality, self.context.bounds);
        }
    }

    /// Replays the journal up to the best seating.
    fn update_best_seating(&mut self) {
        if let Some(mark) = self.best_mark.take() {
            self.state.journal.replay_to(&mut self.best.seating, mark);
        }
    }

    /// Chooses the start, the targets and the temperatures of a cycle.
    fn start_cycle(&mut self, elite: &Candidate) {
        self.update_best_seating();
        let SearchContext {
            problem,
            layout,
            bounds,
        } = self.context;
        let leader = if elite.objective < self.best.objective {
            elite
        } else {
            &self.best
        };
        if leader.objective < self.leading {
            self.leading = leader.objective;
            self.stale_cycles = 0;
        } else {
            self.stale_cycles += 1;
        }
        let is_stuck = self.stale_cycles > STALE_CYCLES;
        // The targets lie one above the best counts. Every third cycle repeats them, which favours the sums.
        let margin = usize::from(self.cycle % 3 != 2);
        let targets = Targets {
            topics: (leader.quality.topics_min + margin).min(bounds.topics_min),
            // Expensive, and the last part of the objective: pursued only after the parts before it, and in
            // every fourth cycle.
            people_met: if leader.quality.meetings == bounds.meetings || self.cycle % 4 == 3 {
                (leader.quality.min_person + margin).min(bounds.min_person)
            } else {
                0
            },
        };
        let ratio = [12, 20, 8, 14][self.number % 4];
        self.weights = Weights::new(problem, targets, ratio);
        let first_open = self.weights.first_open_weight(&leader.quality, bounds);
        if layout.is_repair && problem.free_changes > 0 {
            // What a change may cost is open: it depends on how many are free.
            let price = [0.5, 2.0, 8.0, 1.0, 4.0, 0.1][(self.number + self.cycle as usize) % 6];
            self.weights.set_changed_person_cost(first_open * price);
        }
        let heat = [1.0, 0.5, 0.7, 0.35, 1.4][(self.number + self.cycle as usize * 3) % 5];
        let mut initial_temperature = first_open * heat;
        // Now and then as hot as the first goal, to leave a local optimum that the settled goals enclose.
        if (self.number + self.cycle as usize) % 5 == 4 {
            initial_temperature = initial_temperature.max(self.weights.hottest());
        }
        // In a repair also so hot that other people change.
        if layout.is_repair && self.cycle % 2 == 1 {
            let changed_person = self.weights.changed_person_cost();
            match self.number % 4 {
                1 | 3 => {
                    initial_temperature = changed_person * 0.4;
                    self.weights.penalise_changed_seats();
                }
                2 => initial_temperature = changed_person * 0.2,
                _ => {}
            }
        }
        let is_first = self.cycle == 0;
        let starts_elsewhere = is_first && self.number % 4 == 3;
        if starts_elsewhere || !is_first && self.random.below(8) < 6 {
            let start = if self.random.below(4) == 0 {
                &self.best
            } else {
                leader
            };
            self.origin = start.origin;
            let mut seating = Cow::Borrowed(&start.seating);
            if (is_stuck || starts_elsewhere) && !layout.is_repair {
                match self.number % 4 {
                    1 => reseat_some_rounds(problem, seating.to_mut(), &mut self.random),
                    3 => {
                        reseat_all_rounds(problem, seating.to_mut(), &mut self.random);
                        self.origin = "";
                        self.level = 0;
                        initial_temperature = initial_temperature.max(self.weights.hottest());
                    }
                    _ => {}
                }
            }
            self.state =
                SeatingState::new(layout, &seating, ConflictKinds::for_goals(&problem.order));
        }
        let seats = (layout.people * layout.rounds) as u64;
        // Cycles become longer, up to some thousand proposals per seat.
        // Searches that start elsewhere start often.
        let seats = if self.number % 4 == 3 {
            seats.div_ceil(3)
        } else {
            seats
        };
        let growth = 1_u64 << (self.level / 2).min(6);
        let half_step = if self.level % 2 == 1 { 3 } else { 2 };
        self.level += 1;
        let length = (100 + 10 * (self.number as u64 % 8)) * seats.max(8) * growth * half_step / 2;
        self.cooling = CoolingSchedule::new(
            initial_temperature,
            (self.weights.smallest_weight * 0.15).min(initial_temperature),
            length,
        );
    }
}
