//! A problem and a plan as a short text of numbers, for an evaluator in the browser.
//!
//! Only what [`super::Draft`] needs is part of it: no names, no previous plan, no seed, no limit. It is no format to
//! keep: both sides are of one version.

use super::problem::{Fairness, Fill, Offer, Person, Problem, Seat, Workshop};
use super::seating::Seating;
use crate::compact::{Reader, Writer};

const FAIRNESSES: [Fairness; 3] = [Fairness::Leximin, Fairness::RankMaximal, Fairness::Generous];

/// Writes a problem and a plan.
pub fn write_compact(problem: &Problem, seating: &Seating) -> String {
    let mut writer = Writer::default();
    writer.number(problem.slots.len());
    writer.number(problem.organisations.len());
    let fairness = FAIRNESSES.iter().position(|one| *one == problem.fairness);
    writer.number(fairness.unwrap_or(0));
    writer.number(usize::from(problem.fill == Fill::WishesOnly));
    writer.list(&problem.workshops, |writer, workshop| {
        writer.indices(&workshop.slots);
        for limit in [workshop.min, workshop.max, workshop.organisation_max] {
            writer.optional((limit != u32::MAX).then_some(limit as usize));
        }
        writer.indices(&workshop.clashes);
    });
    writer.list(&problem.people, |writer, person| {
        writer.optional(person.organisation);
        writer.indices(&person.slots);
        writer.optional(person.workshops.as_ref().map(Vec::len));
        for &workshop in person.workshops.iter().flatten() {
            writer.number(workshop);
        }
        writer.list(&person.wishes, |writer, tied| writer.indices(tied));
    });
    writer.list(&problem.fixed, |writer, seat| {
        for index in [seat.person, seat.slot, seat.workshop] {
            writer.number(index);
        }
    });
    for offers in [&problem.open, &problem.closed] {
        writer.list(offers, |writer, offer| {
            writer.number(offer.workshop);
            writer.number(offer.slot);
        });
    }
    for groups in [&problem.together, &problem.apart] {
        writer.list(groups, |writer, group| writer.indices(group));
    }
    for person in 0..problem.people.len() {
        for slot in 0..problem.slots.len() {
            writer.optional(seating.workshop(person, slot));
        }
    }
    writer.into_text()
}

/// Reads what [`write_compact`] has written. `None` for any other text.
pub fn read_compact(text: &str) -> Option<(Problem, Seating)> {
    let mut reader = Reader::new(text);
    let (slots, organisations) = (reader.number()?, reader.number()?);
    let fairness = *FAIRNESSES.get(reader.number()?)?;
    let fill = match reader.number()? {
        0 => Fill::Anything,
        _ => Fill::WishesOnly,
    };
    let mut workshops = reader.list(read_workshop)?;
    for (index, workshop) in workshops.iter_mut().enumerate() {
        workshop.id = index.to_string();
    }
    let mut people = reader.list(read_person)?;
    for (index, person) in people.iter_mut().enumerate() {
        person.id = index.to_string();
    }
    let problem = Problem {
        slots: (0..slots).map(|slot| slot.to_string()).collect(),
        organisations: vec![String::new(); organisations],
        fairness,
        fill,
        workshops,
        people,
        fixed: reader.list(|reader| {
            Some(Seat {
                person: reader.number()?,
                slot: reader.number()?,
                workshop: reader.number()?,
            })
        })?,
        open: reader.list(read_offer)?,
        closed: reader.list(read_offer)?,
        together: reader.list(Reader::indices)?,
        apart: reader.list(Reader::indices)?,
        ..Problem::default()
    };
    let problem = problem.validated().ok()?;
    let workshops = problem.workshops.len();
    let row = |reader: &mut Reader<'_>| {
        reader.several(slots, |reader| {
            let workshop = reader.optional()?.number();
            (workshop.is_none_or(|workshop| workshop < workshops)).then_some(workshop)
        })
    };
    let seating = Seating {
        workshops: reader.several(problem.people.len(), row)?,
    };
    Some((problem, seating))
}

fn read_workshop(reader: &mut Reader<'_>) -> Option<Workshop> {
    let slots = reader.indices()?;
    let limit = |reader: &mut Reader<'_>| match reader.optional()?.number() {
        Some(limit) => u32::try_from(limit).ok(),
        None => Some(u32::MAX),
    };
    Some(Workshop {
        id: String::new(),
        slots,
        min: limit(reader)?,
        max: limit(reader)?,
        organisation_max: limit(reader)?,
        clashes: reader.indices()?,
    })
}

fn read_person(reader: &mut Reader<'_>) -> Option<Person> {
    let organisation = reader.optional()?.number();
    let slots = reader.indices()?;
    let workshops = match reader.optional()?.number() {
        None => None,
        Some(count) => Some(reader.several(count, Reader::number)?),
    };
    Some(Person {
        id: String::new(),
        organisation,
        slots,
        workshops,
        wishes: reader.list(Reader::indices)?,
    })
}

fn read_offer(reader: &mut Reader<'_>) -> Option<Offer> {
    Some(Offer {
        workshop: reader.number()?,
        slot: reader.number()?,
    })
}
