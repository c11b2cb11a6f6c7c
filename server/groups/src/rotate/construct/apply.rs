//! Applies designs to the problem at hand.

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables are bounded far below u16::MAX by the problem"
)]

use super::super::candidate::{Candidate, SearchContext};
use super::super::initial_seating;
use super::super::problem::{Goal, Index, Problem};
use super::super::random::Random;
use super::super::rules::ABSENT;
use super::cafe_design::{self, CafeInstance};
use super::design::Design;
use super::developed::DesignSearch;
use super::golfer::GolferInstance;
use super::{golfer_design, point_assignment};

/// Candidates from the constructions that need no search.
///
/// Empty if the caller ends the search meanwhile, so that the number of proposals tells whether the
/// candidates were used.
pub fn construction_candidates(
    context: SearchContext<'_>,
    first: &Candidate,
    should_stop: &dyn Fn() -> bool,
) -> Vec<Candidate> {
    let problem = context.problem;
    if problem.previous.is_some() || problem.people.is_empty() {
        return Vec::new();
    }
    let mut random = Random::new(problem.seed, 3 << 32);
    let hosts = problem.hosts();
    let guests: Vec<Index> = (0..problem.people.len())
        .filter(|&person| !hosts[person])
        .collect();
    let (order, topics) = tables_by_topic(problem);
    let cafe = CafeInstance {
        tables: order.len(),
        guests: guests.len(),
        rounds: problem.rounds,
        topics,
    };
    let target = DesignTarget {
        problem,
        guests: &guests,
        tables: &order,
        first,
    };
    let mut found = Vec::new();
    if let Some(design) = cafe_design::design(cafe, &mut random) {
        found.extend(target.nearest_candidate(&design, should_stop));
    }
    if let Some(golfer) = golfer_instance(context)
        && let Some(design) = golfer_design(golfer, &mut random, should_stop)
    {
        found.extend(target.nearest_candidate(&design, should_stop));
    }
    if problem.order.contains(&Goal::Topics) {
        let is_full = |candidate: &Candidate| candidate.quality.meetings == context.bounds.meetings;
        if !found.iter().any(is_full)
            && let Some(design) = cafe_design::near_design(cafe, &mut random)
        {
            found.extend(target.nearest_candidate(&design, should_stop));
            if problem.order.contains(&Goal::Meetings) {
                let preferred = target.preferred_seats(&design);
                let seating =
                    initial_seating::uneven_seating(problem, Some(&preferred), should_stop);
                found.extend(seating.map(|seating| Candidate::new(problem, seating, design.name)));
            }
        }
        let topics =
            |candidate: &Candidate| (candidate.quality.topics_min, candidate.quality.topics_sum);
        let moving_on = target.whole_tables_moving_on(should_stop);
        found.extend(moving_on.filter(|moving_on| {
            (found.iter().chain([first])).all(|other| topics(other) < topics(moving_on))
        }));
    }
    if problem.order.contains(&Goal::Meetings) {
        let seating = initial_seating::uneven_seating(problem, None, should_stop);
        found.extend(seating.map(|seating| Candidate::new(problem, seating, "")));
    }
    if should_stop() {
        found.clear();
    }
    found
}

/// Orders the tables so that table t has topic t mod the number of topics. If topics have different numbers
/// of tables, every table counts as a topic.
fn tables_by_topic(problem: &Problem) -> (Vec<u16>, usize) {
    let mut of_topic: Vec<Vec<u16>> = vec![Vec::new(); problem.topics];
    for (index, table) in problem.tables.iter().enumerate() {
        of_topic[table.topic].push(index as u16);
    }
    let each = problem.tables.len() / problem.topics.max(1);
    if of_topic.iter().any(|tables| tables.len() != each) {
        return (
            (0..problem.tables.len() as u16).collect(),
            problem.tables.len(),
        );
    }
    let order = (0..each).flat_map(|copy| {
        of_topic
            .iter()
            .map(move |tables| tables[copy])
            .collect::<Vec<_>>()
    });
    (order.collect(), problem.topics)
}

/// The problem as an instance of the social golfer problem: everybody may sit anywhere in every round.
fn golfer_instance(context: SearchContext<'_>) -> Option<GolferInstance> {
    let SearchContext {
        problem, layout, ..
    } = context;
    let people = problem.people.len();
    let plain = layout.movable.iter().all(|free| free.len() == people)
        && layout.blocks.iter().all(Vec::is_empty)
        && layout.apart.iter().all(Vec::is_empty)
        && !layout.has_barred_tables()
        && problem.closed.is_empty()
        && problem.previous.is_none();
    let size = people.div_ceil(problem.tables.len());
    let comes_first = matches!(
        problem.order.first(),
        Some(Goal::Meetings | Goal::Mix | Goal::Met)
    );
    (plain && comes_first && size > 1).then_some(GolferInstance {
        tables: problem.tables.len(),
        size,
        rounds: problem.rounds,
    })
}

/// The people and tables that a design is applied to.
struct DesignTarget<'a> {
    problem: &'a Problem,
    /// Guests, who are assigned to the points.
    guests: &'a [Index],
    /// Tables by their number in the design.
    tables: &'a [u16],
    /// Seats of everybody else.
    first: &'a Candidate,
}

impl DesignTarget<'_> {
    /// The people of each table stay together and go to the next topic in every round. The rules of the first
    /// round keep holding, unless a table is too small or somebody has to stay.
    fn whole_tables_moving_on(&self, should_stop: &dyn Fn() -> bool) -> Option<Candidate> {
        let Self {
            problem,
            guests,
            tables,
            first,
        } = *self;
        let mut place = vec![0; tables.len()];
        for (number, &table) in tables.iter().enumerate() {
            place[usize::from(table)] = number;
        }
        let mut preferred = first.seating.rounds.clone();
        for &guest in guests {
            let mut at = None;
            for (round, seats) in preferred.iter_mut().enumerate() {
                if seats[guest] == ABSENT {
                    continue;
                }
                // Who comes late joins a table of people who have moved on.
                let start = *at.get_or_insert_with(|| {
                    (place[usize::from(seats[guest])] + tables.len() - round % tables.len())
                        % tables.len()
                });
                seats[guest] = tables[(start + round) % tables.len()];
            }
        }
        let seating = initial_seating::nearest_seating(problem, &preferred, 1, should_stop)?;
        Some(Candidate::new(problem, seating, "whole tables moving on"))
    }

    /// The seating nearest to the design.
    fn nearest_candidate(
        &self,
        design: &Design,
        should_stop: &dyn Fn() -> bool,
    ) -> Option<Candidate> {
        let problem = self.problem;
        let preferred = self.preferred_seats(design);
        let seating = initial_seating::nearest_seating(problem, &preferred, 0, should_stop)?;
        Some(Candidate::new(problem, seating, design.name))
    }

    /// The seats that the design gives to the guests who are present, and those of the first seating.
    fn preferred_seats(&self, design: &Design) -> Vec<Vec<u16>> {
        let Self {
            problem,
            guests,
            tables,
            first,
        } = *self;
        let design = &without_spare_points(design, guests.len());
        let point_of = point_assignment::assign_points(problem, guests, design);
        let mut preferred = first.seating.rounds.clone();
        for (round, seats) in design.rounds.iter().take(problem.rounds).enumerate() {
            for (&guest, &point) in guests.iter().zip(&point_of) {
                let table = seats
                    .get(point)
                    .and_then(|&table| tables.get(usize::from(table)));
                preferred[round][guest] = table
                    .copied()
                    .filter(|_| problem.is_present(guest, round))
                    .unwrap_or(ABSENT);
            }
        }
        preferred
    }
}

/// The design with as many points as people. Points that never meet are dropped together, so that no table
/// loses two.
fn without_spare_points(design: &Design, people: usize) -> Design {
    let mut spare = design.class_of.len().saturating_sub(people);
    let mut sizes = vec![
        0_usize;
        design
            .class_of
            .iter()
            .max()
            .map_or(0, |&class| usize::from(class) + 1)
    ];
    design
        .class_of
        .iter()
        .for_each(|&class| sizes[usize::from(class)] += 1);
    let mut classes: Vec<usize> = (0..sizes.len()).collect();
    classes.sort_by_key(|&class| (sizes[class] < spare, sizes[class]));
    let mut kept = vec![true; design.class_of.len()];
    for class in classes {
        for point in (0..kept.len())
            .rev()
            .filter(|&point| usize::from(design.class_of[point]) == class)
        {
            if spare > 0 {
                kept[point] = false;
                spare -= 1;
            }
        }
    }
    let keep = |row: &Vec<u16>| {
        row.iter()
            .zip(&kept)
            .filter(|(_, kept)| **kept)
            .map(|(&table, _)| table)
            .collect()
    };
    Design {
        rounds: design.rounds.iter().map(keep).collect(),
        class_of: keep(&design.class_of),
        name: design.name,
    }
}

/// Searches a developed design, in portions beside the annealing searches.
pub struct DesignFinder<'a> {
    context: SearchContext<'a>,
    design_search: DesignSearch,
    first: Candidate,
}

impl<'a> DesignFinder<'a> {
    /// `None` if the problem is not an instance of the social golfer problem.
    pub fn new(context: SearchContext<'a>, first: &Candidate, number: usize) -> Option<Self> {
        let mut golfer = golfer_instance(context)?;
        golfer.rounds = golfer
            .rounds
            .min((golfer.tables * golfer.size - 1) / (golfer.size - 1));
        let design_search = DesignSearch::new(
            golfer,
            Random::new(context.problem.seed, (4 << 32) + number as u64),
        )?;
        Some(Self {
            context,
            design_search,
            first: first.clone(),
        })
    }

    /// Makes so many proposals. Returns the candidate once a design is found.
    pub fn run(&mut self, proposals: u64) -> Option<Candidate> {
        let design = self.design_search.run(proposals)?;
        let problem = self.context.problem;
        let guests: Vec<Index> = (0..problem.people.len()).collect();
        let tables: Vec<u16> = (0..problem.tables.len() as u16).collect();
        let target = DesignTarget {
            problem,
            guests: &guests,
            tables: &tables,
            first: &self.first,
        };
        target.nearest_candidate(&design, &|| false)
    }
}
