//! Parses fixed seats, offers and given plans.

use std::collections::BTreeMap;

use crate::input::{Field, IdIndex};

use super::super::problem::{Offer, Seat};
use super::ids::IdIndexes;

pub(super) fn read_fixed(list: &Field<'_>, ids: &IdIndexes<'_>) -> Vec<Seat> {
    let mut fixed = Vec::new();
    for field in list.optional_list() {
        if field.object().is_none() {
            continue;
        }
        let position = |name, ids: &IdIndex<'_>| {
            field
                .at(name)
                .required()
                .and_then(|field| ids.resolve(field))
        };
        let person = position("person", &ids.people);
        let slot = position("slot", &ids.slots);
        let workshop = position("workshop", &ids.workshops);
        if let (Some(person), Some(slot), Some(workshop)) = (person, slot, workshop) {
            fixed.push(Seat {
                person,
                slot,
                workshop,
            });
        }
    }
    fixed
}

/// Offers, each named once.
pub(super) fn read_offers(list: &Field<'_>, ids: &IdIndexes<'_>) -> Vec<Offer> {
    let mut offers = Vec::new();
    for field in list.optional_list() {
        if field.object().is_none() {
            continue;
        }
        let workshop = field.at("workshop");
        let workshop = (workshop.required()).and_then(|field| ids.workshops.resolve(field));
        let slot = (field.at("slot").required()).and_then(|field| ids.slots.resolve(field));
        if let (Some(workshop), Some(slot)) = (workshop, slot) {
            let offer = Offer { workshop, slot };
            if offers.contains(&offer) {
                field.add_fault("is named twice");
            } else {
                offers.push(offer);
            }
        }
    }
    offers
}

/// Fields of a plan beside its seats.
const PLAN_FIELDS: [&str; 14] = [
    "cancelled",
    "unplaced",
    "refused",
    "profile",
    "best_wish",
    "spread",
    "changed",
    "proven",
    "gap",
    "price",
    "goals",
    "seed",
    "iterations",
    "fairness",
];

/// Parses the previous plan or the one to start from.
///
/// It describes the past, and something has changed since. A person or a slot that is gone has no seat to
/// keep, and a workshop that is gone is `None`. Neither is a fault.
pub(super) fn read_plan(
    field: &Field<'_>,
    ids: &IdIndexes<'_>,
) -> Option<BTreeMap<(usize, usize), Option<usize>>> {
    let plan = field.present()?.object()?;
    plan.ignore(&PLAN_FIELDS);
    let seats = plan.at("seats");
    let mut previous = BTreeMap::new();
    for field in seats.required()?.list()? {
        if field.object().is_none() {
            continue;
        }
        field.ignore(&["rank"]);
        let text = |name| field.at(name).required().and_then(Field::text);
        let (person, slot, workshop) = (text("person"), text("slot"), text("workshop"));
        let person = person.and_then(|person| ids.people.position(person));
        let slot = slot.and_then(|slot| ids.slots.position(slot));
        if let (Some(person), Some(slot), Some(workshop)) = (person, slot, workshop)
            && previous
                .insert((person, slot), ids.workshops.position(workshop))
                .is_some()
        {
            field.add_fault("seats the person a second time in this slot");
        }
    }
    Some(previous)
}
