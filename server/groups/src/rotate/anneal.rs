//! Simulated annealing with reheats (Kirkpatrick, Gelatt, Vecchi, *Optimization by simulated annealing*, Science 220,
//! 1983). One [`Search`] is one logical search: it can be run in portions, and its result depends on nothing but its
//! seed and the number of proposals made.

pub mod cooling;
mod moves;

use super::board::{Board, Care};
use super::bounds::Bounds;
use super::energy::{Targets, Weights};
use super::plan::{Plan, Quality, Rank, Seating};
use super::problem::{Goal, Problem};
use super::random::Random;
use super::setting::Setting;
use cooling::Cooling;

/// After so many pairs looked at the caller is asked again whether to stop: a block of thousands makes a single proposal as
/// dear as thousands of others.
const WORK_BETWEEN_QUESTIONS: usize = 1 << 18;

/// A seating with what it is worth.
#[derive(Clone, Debug)]
pub struct Found {
    pub rank: Rank,
    pub quality: Quality,
    pub seating: Seating,
    /// The construction it began with, in words; empty where it began at random.
    pub origin: &'static str,
    /// Has the search changed it since?
    pub searched: bool,
}

impl Found {
    /// A seating, counted.
    pub fn of(problem: &Problem, seating: Seating, origin: &'static str) -> Self {
        let quality = Quality::of(problem, &seating);
        Self {
            rank: quality.rank(&problem.order),
            quality,
            seating,
            origin,
            searched: false,
        }
    }
}

/// What all searches share.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    pub problem: &'a Problem,
    pub setting: &'a Setting,
    pub bounds: &'a Bounds,
}

/// One annealing search.
pub struct Search<'a> {
    task: Task<'a>,
    board: Board<'a>,
    weights: Weights,
    random: Random,
    cooling: Cooling,
    cycle: u32,
    /// Which of the searches this is; they differ in temperature and in how far apart the goals weigh.
    number: usize,
    tables_of_topic: Vec<Vec<u16>>,
    open_rounds: Vec<usize>,
    some_colleagues: bool,
    topics_count: bool,
    going: Vec<u16>,
    coming: Vec<u16>,
    /// Pairs looked at since the caller was last asked whether to stop, by moves of many people.
    work: usize,
    /// Its seating is brought up to date by [`Self::settle`].
    best: Found,
    /// Where in the board's journal the best seating was.
    best_mark: Option<usize>,
    best_possible: bool,
    /// Where the seating on the board began.
    origin: &'static str,
}

/// The caller wants the search to end.
#[derive(Debug)]
pub struct Stopped;

impl<'a> Search<'a> {
    /// Starts at a seating that keeps the rules.
    pub fn new(task: Task<'a>, start: &Found, number: usize) -> Self {
        let Task {
            problem, setting, ..
        } = task;
        let mut tables_of_topic = vec![Vec::new(); setting.topics];
        for (table, &topic) in (0_u16..).zip(&setting.topic_of) {
            tables_of_topic[usize::from(topic)].push(table);
        }
        let mut search = Self {
            task,
            board: Board::new(setting, &start.seating, Care::for_goals(&problem.order)),
            weights: Weights::new(problem, Targets { topics: 0, met: 0 }, 12),
            random: Random::new(problem.seed, 1 + number as u64),
            cooling: Cooling::default(),
            cycle: 0,
            number,
            tables_of_topic,
            open_rounds: (0..setting.rounds)
                .filter(|&round| setting.can_move(round))
                .collect(),
            some_colleagues: problem.organisations < problem.people.len(),
            topics_count: problem.order.contains(&Goal::Topics),
            going: Vec::new(),
            coming: Vec::new(),
            work: 0,
            best: start.clone(),
            best_mark: None,
            origin: start.origin,
            best_possible: Plan::is_best_possible(problem, &start.quality, task.bounds),
        };
        search.start_cycle(start);
        search
    }

    /// The best seating so far.
    pub const fn best(&self) -> &Found {
        &self.best
    }

    /// Makes so many proposals. A cycle that begins meanwhile may start at `elite`, the best of all searches.
    pub fn run(
        &mut self,
        proposals: u64,
        elite: &Found,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), Stopped> {
        let done = self.propose_all(proposals, elite, stop);
        self.settle();
        done
    }

    fn propose_all(
        &mut self,
        proposals: u64,
        elite: &Found,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), Stopped> {
        if self.open_rounds.is_empty() {
            return Ok(());
        }
        for proposal in 0..proposals {
            if self.best_possible {
                return Ok(());
            }
            if proposal % 512 == 511 || self.work > WORK_BETWEEN_QUESTIONS {
                self.work = 0;
                if stop() {
                    return Err(Stopped);
                }
            }
            if self.cooling.is_over() {
                self.cycle += 1;
                self.start_cycle(elite);
            }
            let patience = self.cooling.patience(&mut self.random);
            if self.propose(patience) {
                self.note();
            }
        }
        Ok(())
    }

    /// Keeps the seating if it is the best so far.
    fn note(&mut self) {
        let order = &self.task.problem.order;
        if self.board.quality_at_best().rank(order) >= self.best.rank {
            return;
        }
        let quality = self.board.quality();
        let rank = quality.rank(order);
        if rank < self.best.rank {
            self.best.rank = rank;
            self.best.quality = quality;
            self.best.origin = self.origin;
            self.best.searched = true;
            self.best_mark = self.board.journal.mark();
            if self.best_mark.is_none() {
                self.best.seating = self.board.seating();
                let setting = self.board.setting;
                self.board.journal.begin(setting.people * setting.rounds);
            }
            self.best_possible =
                Plan::is_best_possible(self.task.problem, &quality, self.task.bounds);
        }
    }

    /// Brings the best seating up to date.
    fn settle(&mut self) {
        if let Some(mark) = self.best_mark.take() {
            self.board.journal.catch_up(&mut self.best.seating, mark);
        }
    }

    /// Chooses where to start, what the smallest counts should reach, and how warm.
    fn start_cycle(&mut self, elite: &Found) {
        self.settle();
        let Task {
            problem,
            setting,
            bounds,
        } = self.task;
        let leader = if elite.rank < self.best.rank {
            elite
        } else {
            &self.best
        };
        // Aim one above what has been reached; every third cycle be content with it, for the sake of the sums.
        let lift = usize::from(self.cycle % 3 != 2);
        let targets = Targets {
            topics: (leader.quality.topics_min + lift).min(bounds.topics_min),
            // Dear to count, and last in rank: left to cycles of its own until the numbers before it are settled.
            met: if leader.quality.meetings == bounds.meetings || self.cycle % 4 == 3 {
                (leader.quality.min_person + lift).min(bounds.min_person)
            } else {
                0
            },
        };
        let ratio = [12, 20, 8, 14][self.number % 4];
        self.weights = Weights::new(problem, targets, ratio);
        let warmth = [1.0, 0.5, 0.7, 0.35, 1.4][(self.number + self.cycle as usize * 3) % 5];
        let mut hot = self.weights.open_scale(&leader.quality, bounds) * warmth;
        // Now and then as warm as the first goal, to leave a valley that the goals already met enclose.
        if (self.number + self.cycle as usize) % 5 == 4 {
            hot = hot.max(self.weights.scales.first().map_or(0.0, |&(_, scale)| scale) * 0.5);
        }
        if setting.is_repair && self.number % 2 == 1 && self.cycle % 2 == 1 {
            hot = self.weights.changed() * 0.4;
            self.weights.pull_home();
        }
        if self.cycle > 0 && self.random.below(8) < 6 {
            let start = if self.random.below(4) == 0 {
                &self.best
            } else {
                leader
            };
            self.origin = start.origin;
            self.board = Board::new(setting, &start.seating, Care::for_goals(&problem.order));
        }
        let seats = (setting.people * setting.rounds) as u64;
        // Longer and longer, up to some thousand proposals per seat.
        let growth = 1_u64 << (self.cycle / 2).min(6);
        let half_step = if self.cycle % 2 == 1 { 3 } else { 2 };
        let length = (100 + 10 * (self.number as u64 % 8)) * seats.max(8) * growth * half_step / 2;
        self.cooling = Cooling::new(hot, (self.weights.finest * 0.15).min(hot), length);
    }
}
