//! A plan from a table: a line names a person, a round and a table. Where a line has a fault, nothing is taken.

use std::collections::HashMap;

use model::{
    AgendaItemId, RegistrationId,
    cafe::{BrokenRule, CafeSeating, CafeSetUp, TableNumber, VersionCause},
    search_key,
};

use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises, Reads},
    cafes::{
        Cafe, CafeProblem, RulePolicy, load_facts,
        quality::{broken_rules, number},
        require_plan,
        versions::NewVersion,
    },
    tables::{Heading, Table, TableError, recognise},
};

/// The most faults that are named.
const MOST_FAULTS: usize = 100;

/// A column that a table of seats needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanColumn {
    /// The address or the name.
    Person,
    Round,
    Table,
}

/// What is wrong with a line. Holds what the line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeatFault {
    /// Nobody with a seat at the event has this address or name.
    UnknownPerson(String),
    /// Several people have this name. The address tells them apart.
    SeveralPeople(String),
    NoSuchRound(String),
    NoSuchTable(String),
    /// The person is not there in the round.
    Absent(String),
    /// An earlier line seats the person in the same round.
    SatTwice {
        person: String,
        line: u64,
    },
}

/// A line with a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLineFault {
    /// As a text editor or a spreadsheet counts.
    pub line: u64,
    pub fault: SeatFault,
}

/// What became of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanImport {
    /// The version of this number has its seats.
    Taken(u32),
    /// It has no fault, breaks no rule, and seats so many people.
    Takeable {
        seats: u32,
    },
    /// No table could be read.
    Unreadable(TableError),
    MissingColumns(Vec<PlanColumn>),
    /// The first faults, and how many there are besides.
    Faults(Vec<PlanLineFault>, u32),
    /// Its seats would break these rules.
    WouldBreak(Vec<BrokenRule>),
}

impl Planner {
    /// What would become of a table. Nothing is written.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn preview_plan_import(
        &self,
        access: &EventAccess<Reads>,
        item: Option<AgendaItemId>,
        text: &str,
    ) -> Result<PlanImport> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let facts = load_facts(&mut reader, &cafe, self.now()).await?;
        require_plan(&cafe)?;
        let problem = cafe.problem(&facts);
        Ok(match read(&cafe, &problem, text) {
            Ok(seating) => {
                let seats = problem.seating(&seating);
                let broken = broken_rules(&cafe.set_up(), &cafe, &problem, &seats);
                if broken.is_empty() {
                    let seats = seating.rounds.iter().flatten().flatten().count();
                    PlanImport::Takeable {
                        seats: number(seats),
                    }
                } else {
                    PlanImport::WouldBreak(broken)
                }
            }
            Err(refused) => refused,
        })
    }

    /// Makes a version with the seats of a table. `Conflict` if the plan is another one than `seen` by then.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn import_plan(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        (text, seen, rules): (&str, Option<u32>, RulePolicy),
    ) -> Result<PlanImport> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let (cafe, problem) = self.load_problem(&mut tx, locked, item).await?;
        let plan = require_plan(&cafe)?;
        if plan.current != seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let seating = match read(&cafe, &problem, text) {
            Ok(seating) => seating,
            Err(refused) => return Ok(refused),
        };
        if rules == RulePolicy::Keep {
            let seats = problem.seating(&seating);
            let broken = broken_rules(&plan.set_up, &cafe, &problem, &seats);
            if !broken.is_empty() {
                return Ok(PlanImport::WouldBreak(broken));
            }
        }
        let new = NewVersion {
            cause: VersionCause::Imported,
            parent: plan.current,
            seating,
            locks: Vec::new(),
            seed: None,
            iterations: None,
            member: Some(right.member().id),
        };
        let made = self.append_version(&mut tx, &cafe, &problem, new).await?;
        self.commit_plan(tx, plan).await?;
        Ok(PlanImport::Taken(made))
    }
}

/// The columns of a table of seats.
#[derive(Debug, Default)]
struct Columns {
    address: Option<usize>,
    given_name: Option<usize>,
    family_name: Option<usize>,
    full_name: Option<usize>,
    round: Option<usize>,
    table: Option<usize>,
}

impl Columns {
    fn of(headings: &[String]) -> Self {
        let mut columns = Self::default();
        for (index, heading) in headings.iter().enumerate() {
            let column = match (recognise(heading), key(heading).as_str()) {
                (Some(Heading::Address), _) => &mut columns.address,
                (Some(Heading::GivenName), _) => &mut columns.given_name,
                (Some(Heading::FamilyName), _) => &mut columns.family_name,
                (Some(Heading::FullName | Heading::Name), _) => &mut columns.full_name,
                (None, "runde" | "round") => &mut columns.round,
                (None, "tisch" | "table") => &mut columns.table,
                _ => continue,
            };
            column.get_or_insert(index);
        }
        // Beside a given name, *Name* is the family name.
        if columns.given_name.is_some() && columns.family_name.is_none() {
            columns.family_name = columns.full_name.take();
        }
        columns
    }

    fn missing(&self) -> Vec<PlanColumn> {
        let names_people = self.address.is_some()
            || self.full_name.is_some()
            || self.given_name.is_some() && self.family_name.is_some();
        [
            (names_people, PlanColumn::Person),
            (self.round.is_some(), PlanColumn::Round),
            (self.table.is_some(), PlanColumn::Table),
        ]
        .into_iter()
        .filter(|(is_there, _)| !is_there)
        .map(|(_, column)| column)
        .collect()
    }
}

/// The letters and digits of a text, for comparison.
fn key(text: &str) -> String {
    let first: String = text.chars().take(1_100).collect();
    search_key(&first)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// The people of a café by address and by name.
struct Directory<'a> {
    by_address: HashMap<String, RegistrationId>,
    by_name: HashMap<String, Vec<RegistrationId>>,
    set_up: &'a CafeSetUp,
}

impl<'a> Directory<'a> {
    fn new(cafe: &Cafe, set_up: &'a CafeSetUp) -> Self {
        let mut by_name: HashMap<String, Vec<RegistrationId>> = HashMap::new();
        for person in &cafe.people {
            let (given, family) = (&person.given_name, &person.family_name);
            let mut names = vec![
                key(&format!("{given}{family}")),
                key(&format!("{family}{given}")),
            ];
            names.dedup();
            for name in names {
                by_name.entry(name).or_default().push(person.id);
            }
        }
        let addresses = cafe.people.iter();
        Self {
            by_address: addresses
                .map(|person| (person.address.as_str().to_lowercase(), person.id))
                .collect(),
            by_name,
            set_up,
        }
    }

    fn person(&self, address: &str, name: &str) -> Result<RegistrationId, SeatFault> {
        if let Some(person) = self.by_address.get(&address.to_lowercase()) {
            return Ok(*person);
        }
        if !address.is_empty() {
            return Err(SeatFault::UnknownPerson(address.to_owned()));
        }
        match self.by_name.get(&key(name)).map(Vec::as_slice) {
            Some([person]) => Ok(*person),
            Some([_, _, ..]) => Err(SeatFault::SeveralPeople(name.to_owned())),
            _ => Err(SeatFault::UnknownPerson(name.to_owned())),
        }
    }

    /// The table of this name; else the only one whose name has the same letters and digits; *Tisch 3* is 3.
    fn table(&self, name: &str) -> Result<TableNumber, SeatFault> {
        let tables = || self.set_up.tables.iter();
        let exact = tables().find(|table| {
            let known = table.name.as_str().to_lowercase();
            known == name.to_lowercase()
        });
        let only = |wanted: &str| {
            let mut found = tables().filter(|table| key(table.name.as_str()) == wanted);
            found.next().filter(|_| found.next().is_none())
        };
        let wanted = key(name);
        let short = wanted
            .strip_prefix("tisch")
            .or_else(|| wanted.strip_prefix("table"));
        exact
            .or_else(|| only(&wanted).filter(|_| !wanted.is_empty()))
            .or_else(|| only(short?))
            .map(|table| table.number)
            .ok_or_else(|| SeatFault::NoSuchTable(name.to_owned()))
    }

    fn round(&self, text: &str) -> Result<u32, SeatFault> {
        let plain = key(text);
        let number = plain
            .strip_prefix("runde")
            .or_else(|| plain.strip_prefix("round"))
            .unwrap_or(&plain);
        number
            .parse()
            .ok()
            .filter(|round| (1..=self.set_up.rounds.count).contains(round))
            .ok_or_else(|| SeatFault::NoSuchRound(text.to_owned()))
    }
}

/// Reads the seats of a table.
fn read(cafe: &Cafe, problem: &CafeProblem, text: &str) -> Result<CafeSeating, PlanImport> {
    let table = Table::parse(text).map_err(PlanImport::Unreadable)?;
    let columns = Columns::of(&table.headings);
    let missing = columns.missing();
    if !missing.is_empty() {
        return Err(PlanImport::MissingColumns(missing));
    }
    let set_up = cafe.set_up();
    let directory = Directory::new(cafe, &set_up);
    let mut seating = CafeSeating {
        people: problem.people.clone(),
        rounds: vec![vec![None; problem.people.len()]; problem.problem.rounds],
    };
    let position: HashMap<RegistrationId, usize> = problem
        .people
        .iter()
        .enumerate()
        .map(|(position, person)| (*person, position))
        .collect();
    let mut lines: HashMap<(usize, usize), u64> = HashMap::new();
    let mut faults = Vec::new();
    for (line, cells) in &table.lines {
        let cell = |column: Option<usize>| {
            column
                .and_then(|column| cells.get(column))
                .map_or("", |cell| cell.trim())
        };
        let name = match columns.full_name {
            Some(_) => cell(columns.full_name).to_owned(),
            None => format!("{} {}", cell(columns.given_name), cell(columns.family_name)),
        };
        let seat = || {
            let person = directory.person(cell(columns.address), name.trim())?;
            let round = directory.round(cell(columns.round))?;
            let table = directory.table(cell(columns.table))?;
            Ok::<_, SeatFault>((person, round, table))
        };
        let mut add = |fault: SeatFault| {
            faults.push(PlanLineFault { line: *line, fault });
        };
        let (person, round, table) = match seat() {
            Ok(seat) => seat,
            Err(fault) => {
                add(fault);
                continue;
            }
        };
        let (Some(&position), Ok(round)) = (position.get(&person), usize::try_from(round - 1))
        else {
            continue;
        };
        let person = || match cell(columns.address) {
            "" => name.trim().to_owned(),
            address => address.to_owned(),
        };
        if !problem.problem.is_present(position, round) {
            add(SeatFault::Absent(person()));
        } else if let Some(earlier) = lines.insert((round, position), *line) {
            add(SeatFault::SatTwice {
                person: person(),
                line: earlier,
            });
        } else {
            seating.rounds[round][position] = Some(table);
        }
    }
    if faults.is_empty() {
        return Ok(seating);
    }
    let besides = number(faults.len().saturating_sub(MOST_FAULTS));
    faults.truncate(MOST_FAULTS);
    Err(PlanImport::Faults(faults, besides))
}
