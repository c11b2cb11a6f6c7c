//! An independent check of stored versions, written from the meaning of the set-up. It shares no code with the
//! solver: do not call `groups` here.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    RegistrationId,
    cafe::{BrokenRule, CafeQuality, CafeRuleKind, CafeSeating, CafeSetUp, PlanVersion, SeatNeed},
};
use planner::cafes::{CafePerson, Presence, was_given};

/// Checks that a version names exactly the rules that its seats break, that its numbers are right, and that nobody
/// sits where they are not. `presence` has the rounds of those who are not there in all. Tables of the set-up have a
/// smallest number of people.
pub fn check(
    version: &PlanVersion,
    set_up: &CafeSetUp,
    people: &[CafePerson],
    presence: &Presence,
) {
    let number = version.head.number;
    let seating = &version.seating;
    for (round, tables) in (1..).zip(tables_of(seating)) {
        let mut seated = tables.values().flatten();
        let absent = seated.find(|id| !is_there(presence, **id, round));
        assert_eq!(absent, None, "version {number}, round {round}");
    }
    let broken: Vec<BrokenRule> = broken(seating, set_up, people).into_iter().collect();
    assert_eq!(version.broken, broken, "version {number}");
    let counted = recounted(seating, set_up, people, presence);
    let stated = &version.head.quality;
    let expected = CafeQuality {
        topics_min_bound: stated.topics_min_bound,
        topics_sum_bound: stated.topics_sum_bound,
        meetings_bound: stated.meetings_bound,
        mix_bound: stated.mix_bound,
        old_faces_bound: stated.old_faces_bound,
        proven: stated.proven.clone(),
        ..counted
    };
    assert_eq!(*stated, expected, "version {number}");
    assert!(stated.meetings <= stated.meetings_bound && stated.mix >= stated.mix_bound);
    assert!(stated.topics_sum <= stated.topics_sum_bound);
}

/// Whether somebody is there in a round, counted from 1.
fn is_there(presence: &Presence, person: RegistrationId, round: u32) -> bool {
    let rounds = presence.get(&person);
    rounds.is_none_or(|rounds| rounds.contains(&round))
}

/// For each round who sits at each table.
fn tables_of(seating: &CafeSeating) -> Vec<BTreeMap<u16, Vec<RegistrationId>>> {
    seating
        .rounds
        .iter()
        .map(|seats| {
            let mut tables: BTreeMap<u16, Vec<RegistrationId>> = BTreeMap::new();
            for (person, seat) in seating.people.iter().zip(seats) {
                if let Some(table) = seat {
                    tables.entry(table.0).or_default().push(*person);
                }
            }
            tables
        })
        .collect()
}

/// The rounds, counted from 1, that each pair shares a table in. The smaller id is the first.
pub fn rounds_together(
    seating: &CafeSeating,
) -> BTreeMap<(RegistrationId, RegistrationId), Vec<u32>> {
    let mut together: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for (round, tables) in (1..).zip(tables_of(seating)) {
        for people in tables.values() {
            for one in people {
                for other in people.iter().filter(|other| one < other) {
                    together.entry((*one, *other)).or_default().push(round);
                }
            }
        }
    }
    together
}

fn broken(
    seating: &CafeSeating,
    set_up: &CafeSetUp,
    people: &[CafePerson],
) -> BTreeSet<BrokenRule> {
    let mut broken = BTreeSet::new();
    for (round, tables) in (1..).zip(tables_of(seating)) {
        let seat = |person: &RegistrationId| {
            let found = tables.iter().find(|(_, people)| people.contains(person));
            found.map(|(table, _)| *table)
        };
        for table in &set_up.tables {
            let size = tables.get(&table.number.0).map_or(0, Vec::len);
            let least = table.least.expect("a smallest number");
            if size < least as usize {
                broken.insert(BrokenRule::TooFew {
                    table: table.number,
                    round,
                });
            }
            if size > table.most as usize {
                broken.insert(BrokenRule::TooMany {
                    table: table.number,
                    round,
                });
            }
            let host = table.host.and_then(|host| seat(&host));
            if host.is_some_and(|host| host != table.number.0) {
                broken.insert(BrokenRule::Host {
                    table: table.number,
                    round,
                });
            }
        }
        for rule in &set_up.rules {
            let holds = match &rule.kind {
                CafeRuleKind::Together(group) => {
                    let seats: BTreeSet<u16> = group.iter().filter_map(seat).collect();
                    seats.len() < 2
                }
                CafeRuleKind::Apart(group) => {
                    let seats: Vec<u16> = group.iter().filter_map(seat).collect();
                    seats.iter().collect::<BTreeSet<_>>().len() == seats.len()
                }
                CafeRuleKind::Fixed {
                    person,
                    round: fixed,
                    table,
                } => *fixed != round || seat(person).is_none_or(|seat| seat == table.0),
                CafeRuleKind::Needs { person, need } => {
                    seat(person).is_none_or(|seat| meets(set_up, seat, need))
                }
            };
            if !holds {
                broken.insert(BrokenRule::Rule {
                    rule: rule.number,
                    round,
                });
            }
        }
        for need in &set_up.answer_needs {
            for person in people.iter().filter(|person| was_given(need, person)) {
                if seat(&person.id).is_some_and(|seat| !meets(set_up, seat, &need.need)) {
                    broken.insert(BrokenRule::AnswerNeed {
                        person: person.id,
                        round,
                    });
                }
            }
        }
    }
    broken
}

fn meets(set_up: &CafeSetUp, table: u16, need: &SeatNeed) -> bool {
    let table = set_up
        .tables
        .iter()
        .find(|one| one.number.0 == table)
        .unwrap();
    match need {
        SeatNeed::StepFree => table.step_free,
        SeatNeed::Language(language) => table.language.as_ref() == Some(language),
        SeatNeed::Topic(topic) => table.topic == *topic,
    }
}

/// The numbers of a seating, without bounds.
fn recounted(
    seating: &CafeSeating,
    set_up: &CafeSetUp,
    people: &[CafePerson],
    presence: &Presence,
) -> CafeQuality {
    let rounds_there = |id: RegistrationId| {
        let rounds = 1..=u32::try_from(seating.rounds.len()).unwrap();
        rounds
            .filter(|round| is_there(presence, id, *round))
            .count()
    };
    let comes: BTreeSet<RegistrationId> = (people.iter().map(|person| person.id))
        .filter(|id| rounds_there(*id) > 0)
        .collect();
    let rounds = tables_of(seating);
    let house = |id: &RegistrationId| {
        let person = people.iter().find(|person| person.id == *id).unwrap();
        person.organisation_name.clone()
    };
    let mut met: BTreeMap<RegistrationId, u32> =
        people.iter().map(|person| (person.id, 0)).collect();
    let mut quality = CafeQuality::default();
    for ((one, other), rounds) in rounds_together(seating) {
        let times = u32::try_from(rounds.len()).unwrap();
        let (one, other) = (&one, &other);
        quality.repeats += times - 1;
        if house(one).is_some() && house(one) == house(other) {
            quality.mix += times;
        } else {
            quality.meetings += 1;
            *met.get_mut(one).unwrap() += 1;
            *met.get_mut(other).unwrap() += 1;
        }
    }
    let of_those_who_come = met.iter().filter(|(id, _)| comes.contains(id));
    quality.fewest_met = of_those_who_come.map(|(_, met)| *met).min().unwrap_or(0);
    quality.most_met = met.values().copied().max().unwrap_or(0);
    let hosts: BTreeSet<RegistrationId> = set_up
        .tables
        .iter()
        .filter_map(|table| table.host)
        .collect();
    let topics: Vec<(RegistrationId, u32)> = people
        .iter()
        .filter(|person| !hosts.contains(&person.id))
        .map(|person| {
            let seen: BTreeSet<u16> = rounds
                .iter()
                .flatten()
                .filter(|(_, people)| people.contains(&person.id))
                .map(|(table, _)| {
                    set_up
                        .tables
                        .iter()
                        .find(|one| one.number.0 == *table)
                        .unwrap()
                })
                .map(|table| table.topic.0)
                .collect();
            (person.id, u32::try_from(seen.len()).unwrap())
        })
        .collect();
    quality.movers = u32::try_from(topics.len()).unwrap();
    let of_those_who_come = topics.iter().filter(|(id, _)| comes.contains(id));
    quality.topics_min = of_those_who_come.map(|(_, seen)| *seen).min().unwrap_or(0);
    quality.topics_sum = topics.iter().map(|(_, seen)| seen).sum();
    let seated: usize = rounds.iter().flat_map(BTreeMap::values).map(Vec::len).sum();
    let places: usize = people.iter().map(|person| rounds_there(person.id)).sum();
    quality.unseated = u32::try_from(places - seated).unwrap();
    quality
}
