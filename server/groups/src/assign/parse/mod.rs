//! Parses JSON into a [`Problem`], by the rules of `crate::input`.

mod ids;
mod rules;

use std::collections::HashSet;

use crate::Limit;
use crate::input::{self, Fault, Field, IdIndex, Parsed, number_values};

use super::problem::{Fairness, Fill, Person, Problem, Stability, Workshop};
use super::seating::Seating;
use ids::IdIndexes;

impl Problem {
    /// Parses a problem and ignores unknown fields.
    ///
    /// # Errors
    ///
    /// Every fault found, each with the path of its field. The list is never empty.
    pub fn from_json(text: &str) -> Result<Self, Vec<Fault>> {
        Self::parse(text).map(|parsed| parsed.problem)
    }

    /// Parses a problem and names unknown fields.
    ///
    /// # Errors
    ///
    /// As [`Self::from_json`].
    pub fn parse(text: &str) -> Result<Parsed<Self>, Vec<Fault>> {
        input::parse(text, |root| Some(read(root)))
    }
}

fn read(root: &Field<'_>) -> Problem {
    let slots = root.at("slots").required().and_then(Field::non_empty_list);
    let workshops = root
        .at("workshops")
        .required()
        .and_then(Field::non_empty_list);
    let people = root.at("people").required().and_then(Field::list);
    let ids = IdIndexes {
        slots: IdIndex::from_texts("slot", slots.as_deref()),
        workshops: IdIndex::from_objects("workshop", workshops.as_deref()),
        people: IdIndex::from_objects("person", people.as_deref()),
    };
    let workshops = workshops.unwrap_or_default();
    let people = people.unwrap_or_default();
    let (organisation_of, organisations) = number_values(&people, "organisation");
    let rules = root.optional_object("rules");
    Problem {
        slots: to_strings(ids.slots.list()),
        workshops: (workshops.iter().zip(ids.workshops.list()))
            .map(|(field, id)| read_workshop(field, id, &ids))
            .collect(),
        people: (people.iter().zip(ids.people.list()).zip(organisation_of))
            .map(|((field, &id), organisation)| Person {
                id: id.to_owned(),
                organisation,
                slots: read_slots(&field.at("slots"), &ids.slots),
                workshops: field.at("workshops").present().map(|list| {
                    let allowed = ids.workshops.resolve_each(list).into_iter();
                    allowed.map(|(workshop, _)| workshop).collect()
                }),
                wishes: read_wishes(&field.at("wishes"), &ids.workshops),
            })
            .collect(),
        organisations: to_strings(&organisations),
        fixed: rules::read_fixed(&rules.at("fixed"), &ids),
        open: rules::read_offers(&rules.at("open"), &ids),
        closed: rules::read_offers(&rules.at("closed"), &ids),
        together: ids.people.resolve_groups(&rules.at("together")),
        apart: ids.people.resolve_groups(&rules.at("apart")),
        fairness: read_fairness(&root.at("fairness")),
        fill: read_fill(&root.at("fill")),
        previous: rules::read_plan(&root.at("previous"), &ids).unwrap_or_default(),
        stability: read_stability(&root.at("stability")),
        start: rules::read_plan(&root.at("start"), &ids).map(|seats| {
            let (people, slots) = (ids.people.list().len(), ids.slots.list().len());
            Seating::of_previous(people, slots, &seats)
        }),
        seed: root
            .at("seed")
            .present()
            .and_then(Field::whole_number)
            .unwrap_or(0),
        limit: Limit::read(&root.optional_object("limit")).unwrap_or(Problem::DEFAULT_LIMIT),
    }
}

fn to_strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn read_workshop(field: &Field<'_>, id: &str, ids: &IdIndexes<'_>) -> Workshop {
    // No problem has so many people that a larger limit would differ.
    let size = |given: u64| u32::try_from(given).unwrap_or(u32::MAX);
    let (min, max) = field.min_and_max();
    let organisation_max = field.at("organisation_max");
    let mut clashes = Vec::new();
    for (workshop, entry) in ids.workshops.resolve_each(&field.at("clashes")) {
        if entry.as_text() == Some(id) {
            entry.add_fault("is the workshop itself");
        } else {
            clashes.push(workshop);
        }
    }
    Workshop {
        id: id.to_owned(),
        slots: read_slots(&field.at("slots"), &ids.slots),
        min: min.map_or(0, size),
        max: max.map_or(u32::MAX, size),
        organisation_max: (organisation_max.present().and_then(Field::whole_number))
            .map_or(u32::MAX, size),
        clashes,
    }
}

/// Slots of a workshop or a person, ascending. All slots if the field is left out.
fn read_slots(field: &Field<'_>, slots: &IdIndex<'_>) -> Vec<usize> {
    if field.present().is_none() {
        return (0..slots.list().len()).collect();
    }
    let named = slots.resolve_each(field).into_iter();
    let mut found: Vec<usize> = named.map(|(slot, _)| slot).collect();
    found.sort_unstable();
    found
}

/// Workshops by position. An entry is one workshop or a tie of several.
fn read_wishes(field: &Field<'_>, workshops: &IdIndex<'_>) -> Vec<Vec<usize>> {
    let mut seen = HashSet::new();
    let mut wish = |field: &Field<'_>| {
        let workshop = workshops.resolve(field)?;
        if seen.insert(workshop) {
            return Some(workshop);
        }
        field.add_fault("is wished for twice");
        None
    };
    let position = |entry: Field<'_>| {
        if entry.is_list() {
            let tie = entry.non_empty_list().unwrap_or_default();
            tie.iter().filter_map(&mut wish).collect()
        } else {
            wish(&entry).into_iter().collect()
        }
    };
    field.optional_list().into_iter().map(position).collect()
}

fn read_fairness(field: &Field<'_>) -> Fairness {
    let words = [
        ("leximin", Fairness::Leximin),
        ("rank-maximal", Fairness::RankMaximal),
        ("generous", Fairness::Generous),
    ];
    (field.present().and_then(|field| field.one_of(&words))).unwrap_or(Fairness::Leximin)
}

fn read_fill(field: &Field<'_>) -> Fill {
    let words = [
        ("anything", Fill::Anything),
        ("wishes-only", Fill::WishesOnly),
    ];
    (field.present().and_then(|field| field.one_of(&words))).unwrap_or(Fill::Anything)
}

fn read_stability(field: &Field<'_>) -> Stability {
    let words = [("last", Stability::Last), ("first", Stability::First)];
    (field.present().and_then(|field| field.one_of(&words))).unwrap_or_default()
}
