//! A problem and a seating as a short text of numbers, for an evaluator in the browser.
//!
//! Only what [`super::Draft`] needs is part of it: no ids, no previous plan, no limit. It is no format to keep: both
//! sides are of one version.

use super::plan::Seating;
use super::problem::{ClosedTable, FixedSeat, Goal, Index, PastMeeting, Person, Problem, Table};
use super::rules::ABSENT;

/// Writes a problem and a seating. Frozen rounds are not part of it.
pub fn write_compact(problem: &Problem, seating: &Seating) -> String {
    let mut writer = Writer::default();
    writer.number(problem.rounds);
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
    writer.0
}

/// Reads what [`write_compact`] has written. `None` for any other text.
pub fn read_compact(text: &str) -> Option<(Problem, Seating)> {
    let mut reader = Reader(text.split(' '));
    let rounds = reader.number()?;
    let (topics, organisations) = (reader.number()?, reader.number()?);
    let order = reader.list(|reader| Goal::ALL.get(reader.number()?).copied())?;
    let tables = reader.list(|reader| {
        Some(Table {
            id: String::new(),
            topic: reader.number()?,
            min: reader.optional()?.0,
            max: reader.optional()?.0,
            host: reader.optional()?.0,
        })
    })?;
    let people = reader.list(|reader| {
        let organisation = reader.number()?;
        let absences = reader.indices()?;
        let tables = match reader.optional()?.0 {
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
    let problem = problem.validated().ok()?;
    let seats = reader.several(rounds * problem.people.len(), |reader| {
        let Some(table) = reader.optional()?.0 else {
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

/// Numbers, parted by spaces.
#[derive(Default)]
struct Writer(String);

impl Writer {
    fn number(&mut self, number: usize) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(&number.to_string());
    }

    /// `None` is a dash.
    fn optional(&mut self, number: Option<usize>) {
        match number {
            Some(number) => self.number(number),
            None => self.0.push_str(" -"),
        }
    }

    fn list<T>(&mut self, list: &[T], write: impl Fn(&mut Self, &T)) {
        self.number(list.len());
        for entry in list {
            write(self, entry);
        }
    }

    fn indices(&mut self, list: &[Index]) {
        self.list(list, |writer, &index| writer.number(index));
    }
}

/// A number that may be missing.
struct Entry(Option<usize>);

struct Reader<'a>(std::str::Split<'a, char>);

impl Reader<'_> {
    fn number(&mut self) -> Option<usize> {
        self.0.next()?.parse().ok()
    }

    /// A number, or a dash.
    fn optional(&mut self) -> Option<Entry> {
        match self.0.next()? {
            "-" => Some(Entry(None)),
            number => number.parse().ok().map(|number| Entry(Some(number))),
        }
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        self.several(count, read)
    }

    /// So many entries. The text ends early if the count is wrong.
    fn several<T>(
        &mut self,
        count: usize,
        read: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        (0..count).map(|_| read(self)).collect()
    }

    fn indices(&mut self) -> Option<Vec<Index>> {
        self.list(Self::number)
    }
}
