//! JSON to [`Problem`], by the words and rules of `crate::reading`: which fields there are, and what they mean.

mod rules;

use std::collections::HashSet;

use crate::reading::{self, Fault, Field, Names, numbered};

use super::problem::{Fairness, Fill, Person, Problem, Workshop};

/// Wall seconds where the input names none.
const DEFAULT_SECONDS: f64 = 20.0;

pub(super) fn problem(text: &str) -> Result<Problem, Vec<Fault>> {
    reading::problem(text, |root| Some(read(root)))
}

/// What people, workshops, rules and an earlier plan refer to.
struct Known<'a> {
    slots: Names<'a>,
    workshops: Names<'a>,
    people: Names<'a>,
}

fn read(root: &Field<'_>) -> Problem {
    let slots = root.at("slots").required().and_then(Field::some_list);
    let workshops = root.at("workshops").required().and_then(Field::some_list);
    let people = root.at("people").required().and_then(Field::list);
    let known = Known {
        slots: Names::of_texts("slot", slots.as_deref()),
        workshops: Names::of_objects("workshop", workshops.as_deref()),
        people: Names::of_objects("person", people.as_deref()),
    };
    let workshops = workshops.unwrap_or_default();
    let people = people.unwrap_or_default();
    let (organisation_of, organisations) = numbered(&people, "organisation");
    let rules = root.section("rules");
    Problem {
        slots: owned(known.slots.list()),
        workshops: (workshops.iter().zip(known.workshops.list()))
            .map(|(field, id)| read_workshop(field, id, &known))
            .collect(),
        people: (people.iter().zip(known.people.list()).zip(organisation_of))
            .map(|((field, &id), organisation)| Person {
                id: id.to_owned(),
                organisation,
                slots: read_slots(&field.at("slots"), &known.slots),
                wishes: read_wishes(&field.at("wishes"), &known.workshops),
            })
            .collect(),
        organisations: owned(&organisations),
        fixed: rules::read_fixed(&rules.at("fixed"), &known),
        together: known.people.groups(&rules.at("together")),
        apart: known.people.groups(&rules.at("apart")),
        fairness: read_fairness(&root.at("fairness")),
        fill: read_fill(&root.at("fill")),
        previous: rules::read_previous(&root.at("previous"), &known).unwrap_or_default(),
        seed: root.at("seed").given().and_then(Field::whole).unwrap_or(0),
        seconds: read_seconds(&root.section("limit")),
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn read_workshop(field: &Field<'_>, id: &str, known: &Known<'_>) -> Workshop {
    // Nobody has so many people that a larger limit would be another one.
    let size = |given: u64| u32::try_from(given).unwrap_or(u32::MAX);
    let (min, max) = field.min_and_max();
    let organisation_max = field.at("organisation_max");
    let mut clashes = Vec::new();
    for (workshop, entry) in known.workshops.find_each(&field.at("clashes")) {
        if entry.quiet_text() == Some(id) {
            entry.fault("is the workshop itself");
        } else {
            clashes.push(workshop);
        }
    }
    Workshop {
        id: id.to_owned(),
        slots: read_slots(&field.at("slots"), &known.slots),
        min: min.map_or(0, size),
        max: max.map_or(u32::MAX, size),
        organisation_max: (organisation_max.given().and_then(Field::whole)).map_or(u32::MAX, size),
        clashes,
    }
}

/// Slots named by a workshop or a person, ascending; all of them where the field is left out.
fn read_slots(field: &Field<'_>, slots: &Names<'_>) -> Vec<usize> {
    if field.given().is_none() {
        return (0..slots.list().len()).collect();
    }
    let named = slots.find_each(field).into_iter();
    let mut found: Vec<usize> = named.map(|(slot, _)| slot).collect();
    found.sort_unstable();
    found
}

/// Workshops by position; an entry is one workshop or a tie of several.
fn read_wishes(field: &Field<'_>, workshops: &Names<'_>) -> Vec<Vec<usize>> {
    let mut seen = HashSet::new();
    let mut wish = |field: &Field<'_>| {
        let workshop = workshops.find(field)?;
        if seen.insert(workshop) {
            return Some(workshop);
        }
        field.fault("is wished for twice");
        None
    };
    let position = |entry: Field<'_>| {
        if entry.is_list() {
            let tie = entry.some_list().unwrap_or_default();
            tie.iter().filter_map(&mut wish).collect()
        } else {
            wish(&entry).into_iter().collect()
        }
    };
    field.entries().into_iter().map(position).collect()
}

fn read_fairness(field: &Field<'_>) -> Fairness {
    let words = [
        ("leximin", Fairness::Leximin),
        ("rank-maximal", Fairness::RankMaximal),
        ("generous", Fairness::Generous),
    ];
    (field.given().and_then(|field| field.choice(&words))).unwrap_or(Fairness::Leximin)
}

fn read_fill(field: &Field<'_>) -> Fill {
    let words = [
        ("anything", Fill::Anything),
        ("wishes-only", Fill::WishesOnly),
    ];
    (field.given().and_then(|field| field.choice(&words))).unwrap_or(Fill::Anything)
}

/// Seconds are the only limit here; `iterations`, which cafés know, are as unknown as any other field.
fn read_seconds(limit: &Field<'_>) -> f64 {
    let seconds = limit.at("seconds").given().and_then(Field::number);
    seconds.unwrap_or(DEFAULT_SECONDS)
}
