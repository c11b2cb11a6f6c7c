//! An independent check of stored versions, written from the meaning of the set-up. It shares no code with the
//! solver: do not call `groups` here.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Answer, Line, RegistrationId,
    cafe::{
        AnswerNeed, BrokenRule, CafeGoal, CafeKind, CafeQuality, CafeRuleKind, CafeSeating,
        CafeSetUp, CafeTable, PlanVersion, SeatNeed,
    },
};
use planner::cafes::{Cafe, CafePerson, Presence};
use store::Reader;

/// What versions are checked against.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    pub set_up: &'a CafeSetUp,
    pub people: &'a [CafePerson],
    /// The rounds of those who are not there in all.
    pub presence: &'a Presence,
    pub earlier: &'a EarlierPairs,
}

/// How often two people shared a table in a round of an earlier event. The smaller id comes first.
pub type EarlierPairs = BTreeMap<(RegistrationId, RegistrationId), u32>;

/// Checks that a version names exactly the rules that its seats break, that its numbers are right, and that nobody
/// sits where they are not.
pub fn check(version: &PlanVersion, rows: Rows<'_>) {
    assert_eq!(complaints(version, rows), Vec::<String>::new());
}

/// What is wrong with a version.
pub fn complaints(version: &PlanVersion, rows: Rows<'_>) -> Vec<String> {
    let number = version.head.number;
    let seating = &version.seating;
    let mut complaints = Vec::new();
    let mut demand = |is_kept: bool, complaint: &dyn Fn() -> String| {
        if !is_kept {
            complaints.push(format!("version {number}: {}", complaint()));
        }
    };
    for (round, tables) in (1..).zip(tables_of(seating)) {
        let mut seated = tables.values().flatten();
        let absent = seated.find(|id| !is_there(rows.presence, **id, round));
        demand(absent.is_none(), &|| format!("{absent:?} in round {round}"));
    }
    let broken: Vec<BrokenRule> = broken(seating, rows).into_iter().collect();
    demand(version.broken == broken, &|| {
        format!("broken {broken:?}, not {:?}", version.broken)
    });
    let counted = recounted(seating, rows);
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
    demand(*stated == expected, &|| {
        format!("{expected:?}, not {stated:?}")
    });
    let goals = [
        (CafeGoal::Topics, stated.topics_min, stated.topics_min_bound),
        (CafeGoal::Topics, stated.topics_sum, stated.topics_sum_bound),
        (CafeGoal::Meetings, stated.meetings, stated.meetings_bound),
        (CafeGoal::Mix, stated.mix_bound, stated.mix),
        (CafeGoal::NewFaces, stated.old_faces_bound, stated.old_faces),
    ];
    for (goal, least, most) in goals {
        demand(least <= most, &|| format!("{goal}: better than its bound"));
        demand(least == most || !stated.proven.contains(&goal), &|| {
            format!("{goal}: proven, though {least} is not {most}")
        });
    }
    let keeps_all = broken.is_empty() && counted.unseated == 0;
    demand(keeps_all || stated.proven.is_empty(), &|| {
        "something is proven, though a rule is broken or a seat is missing".to_owned()
    });
    let is_pursued = |goal| rows.set_up.goals.contains(goal);
    demand(stated.proven.iter().all(is_pursued), &|| {
        format!("{:?} is proven and not pursued", stated.proven)
    });
    complaints
}

/// Who shared tables in the published plans of the events whose plans count for a café. People are recognised by
/// their addresses.
pub async fn earlier_pairs(reader: &mut Reader, cafe: &Cafe) -> EarlierPairs {
    let now_at = |address: &str| {
        let person = cafe.people.iter();
        let mut found = person.filter(|one| one.address.as_str().eq_ignore_ascii_case(address));
        found.next().map(|person| person.id)
    };
    let mut pairs = EarlierPairs::new();
    let plans = reader.cafe_plans_published_before(cafe.event.id).await;
    for plan in plans.unwrap() {
        let people = reader.registrations_of(plan.event).await.unwrap().rows;
        let version = reader.plan_version::<CafeKind>(plan.plan, plan.version);
        let seating = version.await.unwrap().unwrap().seating;
        let now: BTreeMap<RegistrationId, RegistrationId> = people
            .iter()
            .filter_map(|then| Some((then.id, now_at(then.person.address.as_str())?)))
            .collect();
        for tables in tables_of(&seating) {
            for together in tables.values() {
                let here: Vec<_> = together.iter().filter_map(|then| now.get(then)).collect();
                for (one, other) in pairs_of(here.into_iter().copied()) {
                    *pairs.entry((one, other)).or_default() += 1;
                }
            }
        }
    }
    pairs
}

/// All pairs of people. The smaller id comes first.
fn pairs_of(
    people: impl IntoIterator<Item = RegistrationId>,
) -> Vec<(RegistrationId, RegistrationId)> {
    let people: BTreeSet<_> = people.into_iter().collect();
    let with_later = |one: &RegistrationId| {
        let one = *one;
        let later = people.range(one..).skip(1);
        later.map(move |other| (one, *other)).collect::<Vec<_>>()
    };
    people.iter().flat_map(with_later).collect()
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
            for pair in pairs_of(people.iter().copied()) {
                together.entry(pair).or_default().push(round);
            }
        }
    }
    together
}

fn broken(seating: &CafeSeating, rows: Rows<'_>) -> BTreeSet<BrokenRule> {
    let Rows { set_up, people, .. } = rows;
    let even = even_sizes(rows);
    let mut broken = BTreeSet::new();
    for (round, tables) in (1..).zip(tables_of(seating)) {
        let seat = |person: &RegistrationId| {
            let found = tables.iter().find(|(_, people)| people.contains(person));
            found.map(|(table, _)| *table)
        };
        for table in &set_up.tables {
            let size = tables.get(&table.number.0).map_or(0, Vec::len);
            let (least, most) = match (table.least, even) {
                (Some(least), _) => (least, table.most),
                (None, None) => (0, table.most),
                (None, Some((least, most))) => (least.min(table.most), most.min(table.most)),
            };
            if size < least as usize {
                broken.insert(BrokenRule::TooFew {
                    table: table.number,
                    round,
                });
            }
            if size > most as usize {
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

/// The fewest and the most people at tables without a smallest number of their own, among which people spread evenly.
/// `None` if not even two would sit at each: then such tables may stay empty. The fewest are those of the round with
/// the fewest people, the most those of the round with the most.
fn even_sizes(rows: Rows<'_>) -> Option<(u32, u32)> {
    let rounds = 1..=rows.set_up.rounds.count;
    let there = |round| {
        let people = rows.people.iter();
        people
            .filter(|person| is_there(rows.presence, person.id, round))
            .count()
    };
    let (least, _) = poured(rows.set_up, rounds.clone().map(there).min()?);
    let (_, most) = poured(rows.set_up, rounds.map(there).max()?);
    (least > 1).then_some((least, most))
}

/// Lets people come in one by one. Everybody goes to a table with the fewest, once the tables with a smallest number
/// have that. Gives the fewest and the most people at tables that fill up so and have seats left.
fn poured(set_up: &CafeSetUp, people: usize) -> (u32, u32) {
    let mut sizes: Vec<(u32, &CafeTable)> = (set_up.tables.iter())
        .map(|table| (table.least.unwrap_or(0), table))
        .collect();
    let seated: u32 = sizes.iter().map(|(size, _)| size).sum();
    let mut level = 0;
    for _ in usize::try_from(seated).unwrap()..people {
        let open = sizes.iter_mut().filter(|(size, table)| *size < table.most);
        let Some((size, _)) = open.min_by_key(|(size, _)| *size) else {
            break;
        };
        *size += 1;
        level = *size;
    }
    let open = sizes.iter().filter(|(size, table)| *size < table.most);
    let least = open.map(|(size, _)| *size).min().unwrap_or(level);
    (least.min(level), level)
}

/// Whether somebody gave the answer that a need follows from.
fn was_given(need: &AnswerNeed, person: &CafePerson) -> bool {
    let option = need.option.as_ref().map(Line::as_str);
    match (person.answers.get(need.question), option) {
        (Some(Answer::YesNo(true)), None) => true,
        (Some(Answer::Text(text)), Some(option)) => text == option,
        (Some(Answer::Several(chosen)), Some(option)) => chosen.iter().any(|one| one == option),
        _ => false,
    }
}

fn meets(set_up: &CafeSetUp, table: u16, need: &SeatNeed) -> bool {
    let table = set_up
        .tables
        .iter()
        .find(|one| one.number.0 == table)
        .unwrap();
    match need {
        SeatNeed::StepFree => table.step_free,
        SeatNeed::Language(language) => (table.language.as_ref()).is_some_and(|spoken| {
            spoken.as_str().to_lowercase() == language.as_str().to_lowercase()
        }),
        SeatNeed::Topic(topic) => table.topic == *topic,
    }
}

/// The numbers of a seating, without bounds.
fn recounted(seating: &CafeSeating, rows: Rows<'_>) -> CafeQuality {
    let Rows {
        set_up,
        people,
        presence,
        earlier,
    } = rows;
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
        if set_up.goals.contains(&CafeGoal::NewFaces) {
            quality.old_faces += times * earlier.get(&(*one, *other)).unwrap_or(&0);
        }
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
    quality.unseated = u32::try_from(places.saturating_sub(seated)).unwrap();
    quality
}
