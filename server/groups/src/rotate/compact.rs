//! A problem and a seating as a short text of numbers, for an evaluator in the browser.
//!
//! Only what [`super::Draft`] needs is part of it: no ids, no previous plan, no limit. It is no format to keep: both
//! sides are of one version.

use super::plan::Seating;
use super::problem::{ClosedTable, FixedSeat, Goal, Index, PastMeeting, Person, Problem, Table};
use super::rules::ABSENT;
use crate::compact::{Reader, Writer};

/// Writes a problem and a seating. Of frozen rounds it says how many there are.
pub fn write_compact(problem: &Problem, seating: &Seating) -> String {
    let mut writer = Writer::default();
    writer.number(problem.rounds);
    writer.number(problem.frozen_rounds);
    writer.number(problem.topics);
    writer.number(problem.organisations);
    writer.list(&problem.order, |writer, goal| {
        writer.number(Goal::ALL.iter().position(|one| one == goal).unwrap_or(0));
    });
    writer.list(&problem.tables, |writer, table| {
        writer.number(table.topic);
        for limit in [table.min, table.max, table.host] {
            writer.optional(limit);
        }
    });
    writer.list(&problem.people, |writer, person| {
        writer.number(person.organisation);
        let absences: Vec<Index> = (0..problem.rounds)
            .filter(|&round| !person.present[round])
            .collect();
        writer.indices(&absences);
        writer.optional(person.tables.as_ref().map(Vec::len));
        for &table in person.tables.iter().flatten() {
            writer.number(table);
        }
    });
    for groups in [&problem.together, &problem.apart] {
        writer.list(groups, |writer, group| writer.indices(group));
    }
    writer.list(&problem.fixed, |writer, fixed| {
        for index in [fixed.person, fixed.round, fixed.table] {
            writer.number(index);
        }
    });
    writer.list(&problem.closed, |writer, closed| {
        writer.number(closed.round);
        writer.number(closed.table);
    });
    writer.list(&problem.met, |writer, past| {
        writer.indices(&past.people);
        writer.number(past.weight);
    });
    for &seat in seating.rounds.iter().flatten() {
        writer.optional((seat != ABSENT).then_some(usize::from(seat)));
    }
    writer.into_text()
}

/// Reads what [`write_compact`] has written. `None` for any other text.
pub fn read_compact(text: &str) -> Option<(Problem, Seating)> {
    let mut reader = Reader::new(text);
    let rounds = reader.number()?;
    let frozen_rounds = reader.number()?;
    let (topics, organisations) = (reader.number()?, reader.number()?);
    let order = reader.list(|reader| Goal::ALL.get(reader.number()?).copied())?;
    let tables = reader.list(|reader| {
        Some(Table {
            id: String::new(),
            topic: reader.number()?,
            min: reader.optional()?.number(),
            max: reader.optional()?.number(),
            host: reader.optional()?.number(),
        })
    })?;
    let people = reader.list(|reader| {
        let organisation = reader.number()?;
        let absences = reader.indices()?;
        let tables = match reader.optional()?.number() {
            None => None,
            Some(count) => Some(reader.several(count, Reader::number)?),
        };
        Some(Person {
            id: String::new(),
            organisation,
            present: (0..rounds)
                .map(|round| !absences.contains(&round))
                .collect(),
            tables,
        })
    })?;
    let problem = Problem {
        rounds,
        topics,
        organisations,
        order,
        tables,
        people,
        together: reader.list(Reader::indices)?,
        apart: reader.list(Reader::indices)?,
        fixed: reader.list(|reader| {
            Some(FixedSeat {
                person: reader.number()?,
                round: reader.number()?,
                table: reader.number()?,
            })
        })?,
        closed: reader.list(|reader| {
            Some(ClosedTable {
                round: reader.number()?,
                table: reader.number()?,
            })
        })?,
        met: reader.list(|reader| {
            Some(PastMeeting {
                people: reader.indices()?,
                weight: reader.number()?,
            })
        })?,
        ..Problem::default()
    };
    let mut problem = problem.validated().ok()?;
    if frozen_rounds > rounds {
        return None;
    }
    problem.frozen_rounds = frozen_rounds;
    let seats = reader.several(rounds * problem.people.len(), |reader| {
        let Some(table) = reader.optional()?.number() else {
            return Some(ABSENT);
        };
        let table = u16::try_from(table).ok()?;
        (usize::from(table) < problem.tables.len()).then_some(table)
    })?;
    let rounds = match problem.people.len() {
        0 => vec![Vec::new(); rounds],
        people => seats.chunks(people).map(<[u16]>::to_vec).collect(),
    };
    Some((problem, Seating { rounds }))
}
