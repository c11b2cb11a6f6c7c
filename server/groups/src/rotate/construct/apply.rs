//! From patterns to seatings of the problem at hand.

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables are bounded far below u16::MAX by the problem"
)]

use super::super::anneal::{Found, Task};
use super::super::problem::{Goal, Index, Problem};
use super::super::random::Random;
use super::super::repair;
use super::super::rules::ABSENT;
use super::cafe::{self, Cafe};
use super::developed::{Development, Golf};
use super::{Pattern, for_golf, labelling};

/// Seatings from the constructions that take no search; none of them where the caller says stop meanwhile, so that the
/// proposals made tell whether they took part.
pub fn starts(task: Task<'_>, first: &Found, stop: &dyn Fn() -> bool) -> Vec<Found> {
    let problem = task.problem;
    if problem.previous.is_some() || problem.people.is_empty() {
        return Vec::new();
    }
    let mut random = Random::new(problem.seed, 3 << 32);
    let hosts = problem.hosts();
    let guests: Vec<Index> = (0..problem.people.len())
        .filter(|&person| !hosts[person])
        .collect();
    let (order, topics) = tables_by_topic(problem);
    let cafe = Cafe {
        tables: order.len(),
        guests: guests.len(),
        rounds: problem.rounds,
        topics,
    };
    let mut found = Vec::new();
    if let Some(pattern) = cafe::pattern(cafe, &mut random) {
        found.extend(seated(problem, &pattern, &guests, &order, first, stop));
    }
    if let Some(golf) = golf(task)
        && let Some(pattern) = for_golf(golf, &mut random, stop)
    {
        found.extend(seated(problem, &pattern, &guests, &order, first, stop));
    }
    if problem.order.contains(&Goal::Meetings) {
        let seating = repair::uneven(problem, stop);
        found.extend(seating.map(|seating| Found::of(problem, seating, "")));
    }
    if stop() {
        found.clear();
    }
    found
}

/// The tables such that table number t is about topic t mod the number of topics; where the topics have unequal numbers
/// of tables, every table counts as one.
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

/// The problem as a game of golf, if it is one: everybody is free to sit anywhere in every round.
fn golf(task: Task<'_>) -> Option<Golf> {
    let Task {
        problem, setting, ..
    } = task;
    let people = problem.people.len();
    let plain = setting.free.iter().all(|free| free.len() == people)
        && setting.blocks.iter().all(Vec::is_empty)
        && setting.apart.iter().all(Vec::is_empty)
        && problem.previous.is_none();
    let size = people.div_ceil(problem.tables.len());
    let first_goal =
        problem.order.first() == Some(&Goal::Meetings) || problem.order.first() == Some(&Goal::Mix);
    (plain && first_goal && size > 1).then_some(Golf {
        tables: problem.tables.len(),
        size,
        rounds: problem.rounds,
    })
}

/// The seating nearest to the pattern, its places taken by `guests`.
fn seated(
    problem: &Problem,
    pattern: &Pattern,
    guests: &[Index],
    tables: &[u16],
    first: &Found,
    stop: &dyn Fn() -> bool,
) -> Option<Found> {
    let pattern = &without_spare_places(pattern, guests.len());
    let place_of = labelling::places(problem, guests, pattern);
    let mut wanted = first.seating.rounds.clone();
    for (round, seats) in pattern.rounds.iter().take(problem.rounds).enumerate() {
        for (&guest, &place) in guests.iter().zip(&place_of) {
            let table = seats
                .get(place)
                .and_then(|&table| tables.get(usize::from(table)));
            wanted[round][guest] = table
                .copied()
                .filter(|_| problem.is_present(guest, round))
                .unwrap_or(ABSENT);
        }
    }
    let seating = repair::near(problem, &wanted, 0, stop)?;
    Some(Found::of(problem, seating, pattern.name))
}

/// The pattern with as many places as there are people. Places that never meet are left out together, so that no table
/// loses two.
fn without_spare_places(pattern: &Pattern, people: usize) -> Pattern {
    let mut spare = pattern.class_of.len().saturating_sub(people);
    let mut sizes = vec![
        0_usize;
        pattern
            .class_of
            .iter()
            .max()
            .map_or(0, |&class| usize::from(class) + 1)
    ];
    pattern
        .class_of
        .iter()
        .for_each(|&class| sizes[usize::from(class)] += 1);
    let mut classes: Vec<usize> = (0..sizes.len()).collect();
    classes.sort_by_key(|&class| (sizes[class] < spare, sizes[class]));
    let mut kept = vec![true; pattern.class_of.len()];
    for class in classes {
        for place in (0..kept.len())
            .rev()
            .filter(|&place| usize::from(pattern.class_of[place]) == class)
        {
            if spare > 0 {
                kept[place] = false;
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
    Pattern {
        rounds: pattern.rounds.iter().map(keep).collect(),
        class_of: keep(&pattern.class_of),
        name: pattern.name,
    }
}

/// Looks for a developed design for the problem, in portions, beside the other searches.
pub struct Designer<'a> {
    task: Task<'a>,
    development: Development,
    first: Found,
}

impl<'a> Designer<'a> {
    /// `None` where the problem is not of the kind that designs are for.
    pub fn new(task: Task<'a>, first: &Found, number: usize) -> Option<Self> {
        let mut golf = golf(task)?;
        golf.rounds = golf
            .rounds
            .min((golf.tables * golf.size - 1) / (golf.size - 1));
        let development = Development::new(
            golf,
            Random::new(task.problem.seed, (4 << 32) + number as u64),
        )?;
        Some(Self {
            task,
            development,
            first: first.clone(),
        })
    }

    /// Makes so many proposals; the seating, once a design is found.
    pub fn run(&mut self, proposals: u64) -> Option<Found> {
        let pattern = self.development.run(proposals)?;
        let problem = self.task.problem;
        let guests: Vec<Index> = (0..problem.people.len()).collect();
        let tables: Vec<u16> = (0..problem.tables.len() as u16).collect();
        seated(problem, &pattern, &guests, &tables, &self.first, &|| false)
    }
}
