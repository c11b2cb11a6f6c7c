//! The fingerprint of a problem. It is stored, so it depends on nothing but the values.

use groups::assign;
use model::{RegistrationId, SlotId, WorkshopId, assignment::AssignmentSetUp, workshops::OfferKey};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::AssignmentProblem;

/// What an assignment depends on, by ids. The order of names does not matter.
#[derive(Serialize)]
struct Content<'a> {
    slots: &'a [SlotId],
    workshops: Vec<WorkshopContent<'a>>,
    people: Vec<PersonContent<'a>>,
    open: Vec<OfferKey>,
    closed: Vec<OfferKey>,
    set_up: &'a AssignmentSetUp,
    seed: u64,
}

#[derive(Serialize)]
struct WorkshopContent<'a> {
    id: WorkshopId,
    slots: &'a [usize],
    sizes: (u32, u32, u32),
    clashes: &'a [usize],
}

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct PersonContent<'a> {
    id: RegistrationId,
    organisation: Option<&'a str>,
    slots: &'a [usize],
    wishes: &'a [Vec<usize>],
    /// `None`: everything may be attended.
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<&'a [usize]>,
}

/// The first 64 bits of the SHA-256 of a problem.
pub(super) fn fingerprint(problem: &AssignmentProblem, set_up: &AssignmentSetUp) -> u64 {
    let solved = &problem.problem;
    let keys = |offers: &[assign::Offer]| {
        let keys = offers.iter().map(|offer| problem.offer_key(*offer));
        keys.collect()
    };
    let people = problem.people.iter().zip(&solved.people);
    let mut people: Vec<PersonContent<'_>> = people
        .map(|(&id, person)| PersonContent {
            id,
            organisation: person
                .organisation
                .map(|index| solved.organisations[index].as_str()),
            slots: &person.slots,
            wishes: &person.wishes,
            allowed: person.workshops.as_deref(),
        })
        .collect();
    people.sort_unstable();
    let workshops = problem.workshops.iter().zip(&solved.workshops);
    let content = Content {
        slots: &problem.slots,
        workshops: workshops
            .map(|(&id, workshop)| WorkshopContent {
                id,
                slots: &workshop.slots,
                sizes: (workshop.min, workshop.max, workshop.organisation_max),
                clashes: &workshop.clashes,
            })
            .collect(),
        people,
        open: keys(&solved.open),
        closed: keys(&solved.closed),
        set_up,
        seed: solved.seed,
    };
    let text = serde_json::to_vec(&content).unwrap_or_default();
    let digest = Sha256::digest(text);
    digest
        .iter()
        .take(8)
        .fold(0, |number, &byte| number << 8 | u64::from(byte))
}
