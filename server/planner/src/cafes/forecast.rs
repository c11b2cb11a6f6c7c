//! What a set-up makes possible: bounds that no plan surpasses, and rules that no plan keeps.

use std::{collections::BTreeMap, time::Duration};

use groups::{
    SearchControl,
    rotate::{Bounds, Contradiction, SolveError, most_people_met, random_seating},
};
use model::{
    Answers, EmailAddress, RegistrationId,
    cafe::{CafeSetUp, RuleNumber},
};
use tokio::{task::spawn_blocking, time::Instant};
use uuid::Uuid;

use super::{
    Cafe, CafeInput, CafePerson, CafeProblem, Presence, RuleSource, Variant, search::most_threads,
};
use crate::{Planner, PlannerError, Result};

/// How long rules that contradict one another are searched.
const PATIENCE: Duration = Duration::from_millis(700);

/// With more rules, what each of them costs is not computed.
const MOST_RULES_WITH_COST: usize = 40;

/// The figures of a set-up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Possible {
    /// The people reckoned with.
    pub people: u32,
    pub tables: u32,
    pub seats: u32,
    /// The sizes of tables, when they are filled evenly, and how many tables have them.
    pub sizes: Vec<(u32, u32)>,
    /// The fewest people at tables that may be filled unevenly, if there are any.
    pub uneven: Option<u32>,
    pub topics: u32,
    /// The most topics that everybody but the hosts can see.
    pub topics_each: u32,
    /// The most pairs of different organisations that can meet.
    pub meetings: u32,
    /// The fewest and the most people of other organisations that somebody can meet.
    pub met: (u32, u32),
    /// How many times together beyond the first cannot be avoided.
    pub repeats: u32,
    /// Minutes from the end of the last round to the planned end; negative if it is later.
    pub minutes_left: i64,
    /// Tables without a host, where others have one.
    pub hosts_missing: u32,
}

impl Possible {
    /// How many seats are missing.
    pub const fn seats_missing(&self) -> u32 {
        self.people.saturating_sub(self.seats)
    }

    /// Tables at which nobody sits when all are filled evenly.
    pub fn empty_tables(&self) -> u32 {
        let empty = self.sizes.iter().find(|(size, _)| *size == 0);
        empty.map_or(0, |(_, tables)| *tables)
    }
}

/// Whether a plan can keep all rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Conflict {
    #[default]
    None,
    /// These cannot all be kept. Without any one of them the others can.
    Rules(Vec<RuleSource>),
    /// The rules contradict one another. Which of them was not found out in time.
    Unexplained,
    /// Whether a plan keeps them was not found out in time.
    Undecided,
}

/// By how much a rule lowers what is possible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RuleCost {
    /// Pairs of people of different organisations that meet.
    pub meetings: u32,
    /// Topics seen, summed over people.
    pub topics: u32,
}

/// What a set-up makes possible, and what its neighbours would.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forecast {
    pub now: Possible,
    pub conflict: Conflict,
    /// By how much each rule lowers what is possible.
    pub costs: BTreeMap<RuleNumber, RuleCost>,
    /// The same for the meanings of answers, in the order of the set-up; empty where it is not computed.
    pub answer_costs: Vec<RuleCost>,
    pub variants: Vec<(Variant, Possible)>,
}

impl Planner {
    /// What a set-up of a café makes possible. It need not be saved.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn cafe_forecast(&self, cafe: &Cafe, set_up: &CafeSetUp) -> Result<Forecast> {
        let (cafe, set_up) = (cafe.clone(), set_up.clone());
        spawn_blocking(move || Forecast::new(&cafe, &set_up))
            .await
            .map_err(PlannerError::internal)
    }
}

impl Forecast {
    fn new(cafe: &Cafe, set_up: &CafeSetUp) -> Self {
        let people = people_reckoned_with(cafe, set_up);
        let possible = |set_up: &CafeSetUp| {
            let mut possible = figures(set_up, &people);
            possible.minutes_left = minutes_left(cafe, set_up);
            possible
        };
        let now = possible(set_up);
        let variants = Variant::ALL
            .iter()
            .filter(|_| now.tables > 0)
            .filter_map(|variant| {
                Some((*variant, possible(&variant.applied_to(set_up, now.people)?)))
            })
            // Tables of one size are what people expect: worth a thought only where they cost a topic.
            .filter(|(variant, then)| {
                *variant != Variant::Uneven || then.topics_each > now.topics_each
            })
            .collect();
        let conflict = if now.tables == 0 || now.seats_missing() > 0 {
            Conflict::None
        } else {
            find_conflict(set_up, &people)
        };
        let (costs, answer_costs) = match conflict {
            Conflict::None => costs(set_up, &people),
            _ => Default::default(),
        };
        Self {
            now,
            conflict,
            costs,
            answer_costs,
            variants,
        }
    }
}

/// The registered people. Where more are expected, strangers without an organisation stand for the others.
fn people_reckoned_with(cafe: &Cafe, set_up: &CafeSetUp) -> Vec<CafePerson> {
    let mut people = cafe.people.clone();
    let expected = set_up.expected.map_or(people.len(), |expected| {
        usize::try_from(expected).unwrap_or(0)
    });
    if let Some(surplus) = people.len().checked_sub(expected) {
        let named: Vec<RegistrationId> = set_up.named_people().collect();
        let mut left_out = 0;
        people.reverse();
        people.retain(|person| {
            let stays = left_out == surplus || named.contains(&person.id);
            left_out += usize::from(!stays);
            stays
        });
        people.reverse();
    }
    let strangers = (people.len()..expected).filter_map(|number| {
        Some(CafePerson {
            id: Uuid::from_u128(u128::try_from(number).ok()?).into(),
            given_name: String::new(),
            family_name: String::new(),
            address: EmailAddress::parse("guest@example.org").ok()?,
            organisation: None,
            organisation_name: None,
            answers: Answers::default(),
        })
    });
    people.extend(strangers.collect::<Vec<_>>());
    people
}

fn problem_of(set_up: &CafeSetUp, people: &[CafePerson]) -> CafeProblem {
    CafeProblem::new(CafeInput {
        set_up,
        people,
        presence: &Presence::new(),
        earlier: &[],
    })
}

fn figures(set_up: &CafeSetUp, people: &[CafePerson]) -> Possible {
    let here = count(people.len());
    let hosts = set_up.hosts().count();
    let mut possible = Possible {
        people: here,
        tables: count(set_up.tables.len()),
        seats: set_up.seats(),
        sizes: even_sizes(set_up, here),
        uneven: fewest_at_uneven_tables(set_up),
        topics: count(set_up.topics.len()),
        hosts_missing: if hosts == 0 {
            0
        } else {
            count(set_up.tables.len() - hosts)
        },
        ..Possible::default()
    };
    if people.is_empty() || set_up.tables.is_empty() {
        return possible;
    }
    let problem = problem_of(&with_seats_for(set_up, here), people).problem;
    let bounds = Bounds::new(&problem);
    let met = most_people_met(&problem);
    possible.topics_each = count(bounds.topics_min);
    possible.meetings = count(bounds.meetings);
    possible.repeats = count(bounds.repeats);
    possible.met = (
        count(met.iter().copied().min().unwrap_or(0)),
        count(met.iter().copied().max().unwrap_or(0)),
    );
    possible
}

/// The set-up with larger tables where seats are missing. Bounds exist for people who have seats only.
fn with_seats_for(set_up: &CafeSetUp, people: u32) -> CafeSetUp {
    let mut roomy = set_up.clone();
    if roomy.seats() < people {
        let size = people.div_ceil(count(roomy.tables.len()).max(1));
        for table in &mut roomy.tables {
            table.most = table.most.max(size);
        }
    }
    roomy
}

/// The smallest number of people that a table states which may have more.
fn fewest_at_uneven_tables(set_up: &CafeSetUp) -> Option<u32> {
    let tables = set_up.tables.iter();
    let least = tables.filter_map(|table| table.least.filter(|least| *least < table.most));
    least.min()
}

/// How many tables have which size, ascending, when people spread over all tables as evenly as the limits allow.
fn even_sizes(set_up: &CafeSetUp, people: u32) -> Vec<(u32, u32)> {
    let roomy = with_seats_for(set_up, people);
    let mut sizes: Vec<u32> = roomy
        .tables
        .iter()
        .map(|table| table.least.unwrap_or(0).min(table.most))
        .collect();
    let mut left = people.saturating_sub(sizes.iter().sum());
    while left > 0 {
        let with_room = sizes.iter_mut().zip(&roomy.tables);
        let smallest = with_room
            .filter(|(size, table)| **size < table.most)
            .min_by_key(|(size, _)| **size);
        let Some((size, _)) = smallest else { break };
        *size += 1;
        left -= 1;
    }
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for size in sizes {
        *counts.entry(size).or_default() += 1;
    }
    counts.into_iter().collect()
}

fn minutes_left(cafe: &Cafe, set_up: &CafeSetUp) -> i64 {
    let last = cafe.schedule(set_up.rounds).ends();
    last.map_or(0, |last| cafe.ends().duration_since(last).as_mins())
}

/// Ends the search for a seating when patience does.
struct Patience(Instant);

impl SearchControl for Patience {
    fn should_stop(&self) -> bool {
        self.0.elapsed() > PATIENCE
    }

    fn most_threads(&self) -> usize {
        most_threads()
    }
}

fn find_conflict(set_up: &CafeSetUp, people: &[CafePerson]) -> Conflict {
    if people.is_empty() {
        return Conflict::None;
    }
    let problem = problem_of(set_up, people);
    match random_seating(&problem.problem, 0, &Patience(Instant::now())) {
        Ok(_) => Conflict::None,
        Err(SolveError::Contradiction(Contradiction { rules, .. })) => {
            Conflict::Rules(problem.sources(&rules))
        }
        Err(SolveError::Unexplained { .. }) => Conflict::Unexplained,
        Err(SolveError::Undecided) => Conflict::Undecided,
    }
}

/// By how much each rule, and each meaning of an answer, lowers the bounds.
fn costs(
    set_up: &CafeSetUp,
    people: &[CafePerson],
) -> (BTreeMap<RuleNumber, RuleCost>, Vec<RuleCost>) {
    let count_of_rules = set_up.rules.len() + set_up.answer_needs.len();
    if count_of_rules == 0 || count_of_rules > MOST_RULES_WITH_COST {
        return Default::default();
    }
    let with = Bounds::new(&problem_of(set_up, people).problem);
    let cost = |without: &CafeSetUp| {
        let without = Bounds::new(&problem_of(without, people).problem);
        RuleCost {
            meetings: count(without.meetings.saturating_sub(with.meetings)),
            topics: count(without.topics_sum.saturating_sub(with.topics_sum)),
        }
    };
    let rules = set_up.rules.iter().map(|rule| {
        let mut without = set_up.clone();
        without.rules.retain(|other| other.number != rule.number);
        (rule.number, cost(&without))
    });
    let answers = (0..set_up.answer_needs.len()).map(|place| {
        let mut without = set_up.clone();
        without.answer_needs.remove(place);
        cost(&without)
    });
    (rules.collect(), answers.collect())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
