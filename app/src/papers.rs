//! The papers of a café in the language of its event: what the print pages and the PDF say.

use std::collections::HashMap;

use model::{
    Language, RegistrationId,
    cafe::{CafeTable, TableNumber},
};
use paper::{Card, Code, NameList, NameRow, Papers, Sign, Stop, TableList, TableRound};
use planner::cafes::{CafePaper, CafePerson, harvest::TableLink, public_names};
use ui::{
    dates::{Dates, clock},
    text::t,
};

/// A kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperPart {
    Cards,
    Signs,
    Tables,
    Names,
}

impl PaperPart {
    pub const ALL: [Self; 4] = [Self::Cards, Self::Signs, Self::Tables, Self::Names];

    /// Its name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Signs => "signs",
            Self::Tables => "tables",
            Self::Names => "names",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == text)
    }

    /// Its name on pages.
    pub fn name(self, language: Language) -> String {
        match self {
            Self::Cards => t!(language => "paper-cards"),
            Self::Signs => t!(language => "paper-signs"),
            Self::Tables => t!(language => "paper-tables"),
            Self::Names => t!(language => "paper-names"),
        }
    }
}

/// The texts of a version's papers. `links` are those of the tables, for their signs; empty: signs without codes.
pub fn papers_of(paper: &CafePaper, links: &[TableLink], parts: &[PaperPart]) -> Papers {
    let details = &paper.cafe.event.details;
    let mut papers = Papers {
        title: details.title.to_string(),
        heading: heading(paper),
        language: details.language.tag().to_owned(),
        ..Papers::default()
    };
    if paper.version.is_none() {
        return papers;
    }
    let writer = Writer {
        paper,
        language: details.language,
        seats: paper.seats(),
    };
    for part in parts {
        match part {
            PaperPart::Cards => papers.cards = writer.cards(),
            PaperPart::Signs => papers.signs = writer.signs(links),
            PaperPart::Tables => papers.tables = writer.tables(),
            PaperPart::Names => papers.names = Some(writer.names()),
        }
    }
    papers
}

/// The café, its day, and whether it is a draft.
fn heading(paper: &CafePaper) -> String {
    let cafe = &paper.cafe;
    let language = cafe.event.details.language;
    let title = match &cafe.item {
        Some(item) => item.title.to_string(),
        None => cafe.event.details.title.to_string(),
    };
    let day = Dates(language).day(cafe.begins(paper.set_up.rounds).date());
    let mut parts = vec![title, day];
    if let Some(version) = paper.version.as_ref().filter(|_| !paper.is_published) {
        parts.push(t!(language => "paper-draft-mark", n = version.head.number));
    }
    parts.join(" · ")
}

struct Writer<'a> {
    paper: &'a CafePaper,
    language: Language,
    seats: Vec<(&'a CafePerson, Vec<Option<TableNumber>>)>,
}

impl Writer<'_> {
    /// The people with a table, in the order of names.
    fn people(&self) -> impl Iterator<Item = (&CafePerson, &[Option<TableNumber>])> {
        let seats = self.seats.iter();
        seats.map(|(person, row)| (*person, row.as_slice()))
    }

    fn cards(&self) -> Vec<Card> {
        let code = self.paper.event_page.as_deref().and_then(Code::new);
        let is_asked = |person: RegistrationId| {
            let changed = self.paper.changed.as_ref();
            changed.is_none_or(|changed| changed.contains(&person))
        };
        self.people()
            .filter(|(person, row)| is_asked(person.id) && self.paper.needs_card(row))
            .map(|(person, row)| Card {
                name: person.name(),
                organisation: person.organisation_name.clone(),
                stops: self.stops(row),
                note: self.note(person, row, code.is_some()),
                code: code.clone(),
            })
            .collect()
    }

    fn stops(&self, row: &[Option<TableNumber>]) -> Vec<Stop> {
        let rounds = self.paper.schedule.rounds.iter().zip(row);
        rounds
            .map(|(round, table)| {
                let table = table.and_then(|table| self.paper.set_up.table(table));
                Stop {
                    round: self.round(round.number),
                    time: self.time(round.begins),
                    table: table.map(|table| table.name.to_string()),
                    topic: match table {
                        Some(table) => self.topic(table),
                        None => t!(self.language => "paper-no-table"),
                    },
                    room: table.and_then(CafeTable::room_and_language),
                }
            })
            .collect()
    }

    fn note(&self, person: &CafePerson, row: &[Option<TableNumber>], has_code: bool) -> String {
        let language = self.language;
        let mut hosts = self.paper.set_up.hosts();
        let hosted = hosts.find(|(host, _)| *host == person.id);
        let hosted = hosted.and_then(|(_, table)| self.paper.set_up.table(table));
        let mut sentences = Vec::new();
        if has_code {
            sentences.push(t!(language => "paper-card-code"));
        }
        let led = hosted.map(|table| (table, rounds_at(table, row)));
        sentences.push(match led {
            Some((table, led)) if led.len() == row.len() => {
                t!(language => "paper-card-host", table = table.name.as_str())
            }
            Some((table, led)) if !led.is_empty() => t!(
                language => "paper-card-host-in",
                table = table.name.as_str(),
                rounds = self.in_rounds(&led)
            ),
            _ if self.paper.set_up.hosts().next().is_some() => {
                t!(language => "paper-card-guest")
            }
            _ => t!(language => "paper-card-number"),
        });
        sentences.join(" ")
    }

    fn signs(&self, links: &[TableLink]) -> Vec<Sign> {
        let language = self.language;
        let tables = self.paper.set_up.tables.iter();
        tables
            .map(|table| {
                let link = links.iter().find(|link| link.table.number == table.number);
                let link = link.and_then(|link| link.link.as_deref());
                let code = link.and_then(Code::new);
                Sign {
                    word: t!(language => "paper-table"),
                    table: table.name.to_string(),
                    topic: self.topic(table),
                    room: table.room_and_language(),
                    host: self.host(table),
                    note: code.is_some().then(|| t!(language => "paper-sign-code")),
                    code,
                }
            })
            .collect()
    }

    fn tables(&self) -> Vec<TableList> {
        let people = &self.paper.cafe.people;
        let names: HashMap<RegistrationId, String> = people
            .iter()
            .map(|person| person.id)
            .zip(public_names(people))
            .collect();
        let tables = self.paper.set_up.tables.iter();
        tables
            .map(|table| {
                let facts = [
                    Some(self.topic(table)),
                    table.room_and_language(),
                    self.host(table),
                ];
                let facts: Vec<String> = facts.into_iter().flatten().collect();
                let rounds = self.paper.schedule.rounds.iter().zip(0..);
                TableList {
                    title: t!(self.language => "paper-table-title", table = table.name.as_str()),
                    facts: facts.join(" · "),
                    rounds: rounds
                        .map(|(round, position)| TableRound {
                            title: t!(
                                self.language => "paper-round-time",
                                n = round.number,
                                begins = self.time(round.begins),
                                ends = self.time(round.ends)
                            ),
                            people: self.guests(table, position, &names),
                        })
                        .collect(),
                }
            })
            .collect()
    }

    /// The names of a table's people in a round, the host aside.
    fn guests(
        &self,
        table: &CafeTable,
        round: usize,
        names: &HashMap<RegistrationId, String>,
    ) -> Vec<String> {
        self.people()
            .filter(|(person, row)| {
                row.get(round) == Some(&Some(table.number)) && table.host != Some(person.id)
            })
            .filter_map(|(person, _)| names.get(&person.id).cloned())
            .collect()
    }

    fn names(&self) -> NameList {
        let language = self.language;
        let name_of = |table: Option<TableNumber>| {
            let table = table.and_then(|table| self.paper.set_up.table(table));
            table
                .map(|table| table.name.to_string())
                .unwrap_or_default()
        };
        NameList {
            title: t!(language => "paper-names-title"),
            name: t!(language => "paper-name"),
            organisation: t!(language => "paper-organisation"),
            rounds: self
                .paper
                .schedule
                .rounds
                .iter()
                .map(|round| self.time(round.begins))
                .collect(),
            rows: self
                .people()
                .map(|(person, row)| NameRow {
                    name: format!("{}, {}", person.family_name, person.given_name),
                    organisation: person.organisation_name.clone(),
                    tables: row.iter().map(|table| name_of(*table)).collect(),
                })
                .collect(),
        }
    }

    fn round(&self, number: u32) -> String {
        t!(self.language => "paper-round", n = number)
    }

    fn time(&self, at: jiff::Timestamp) -> String {
        let zone = &self.paper.cafe.event.details.time_zone;
        clock(zone.clock(at).time())
    }

    fn topic(&self, table: &CafeTable) -> String {
        let topic = self.paper.set_up.topic(table.topic);
        topic
            .map(|topic| topic.name.to_string())
            .unwrap_or_default()
    }

    /// The host of a table, with the rounds where it is not all of them. `None` if they do not sit there.
    fn host(&self, table: &CafeTable) -> Option<String> {
        let (host, row) = self.people().find(|(one, _)| Some(one.id) == table.host)?;
        let led = rounds_at(table, row);
        if led.is_empty() {
            return None;
        }
        let name = host.name();
        Some(if led.len() == row.len() {
            t!(self.language => "paper-host", name = name)
        } else {
            let rounds = self.in_rounds(&led);
            t!(self.language => "paper-host-in", name = name, rounds = rounds)
        })
    }

    /// *in Runde 2*, *in den Runden 2, 3*.
    fn in_rounds(&self, rounds: &[usize]) -> String {
        let names: Vec<String> = rounds.iter().map(ToString::to_string).collect();
        t!(self.language => "paper-in-rounds", n = rounds.len(), rounds = names.join(", "))
    }
}

/// The rounds in which somebody with these tables sits at one of them, counted from 1.
fn rounds_at(table: &CafeTable, row: &[Option<TableNumber>]) -> Vec<usize> {
    let rounds = (1..).zip(row);
    let there = rounds.filter(|(_, seat)| **seat == Some(table.number));
    there.map(|(round, _)| round).collect()
}
