//! Addresses of the board. What is chosen on it is part of the address, so that every choice is a link.

use model::{
    AgendaItemId, EventId, RegistrationId,
    cafe::{Lock, TableNumber},
};
use ui::visit::query;

use crate::{api::cafe::cafe_page, pages::organise::event::plan_versions::BoardLinks};

/// Where somebody is to sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Table(TableNumber),
    /// On the seat of this person, who gets theirs.
    Person(RegistrationId),
    Nowhere,
}

impl Target {
    /// Reads a target as addresses and forms write it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text == "none" {
            return Some(Self::Nowhere);
        }
        match text.strip_prefix('t') {
            Some(table) => table.parse().ok().map(Self::Table),
            None => text.parse().ok().map(Self::Person),
        }
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Table(table) => write!(f, "t{table}"),
            Self::Person(person) => person.fmt(f),
            Self::Nowhere => f.write_str("none"),
        }
    }
}

/// A seat as addresses write it: the round, counted from 1, and the person.
pub(crate) fn parse_seat(text: &str) -> Option<(RegistrationId, u32)> {
    let (round, person) = text.split_once('.')?;
    Some((person.parse().ok()?, round.parse().ok()?))
}

/// A lock as addresses and forms write it: a round, `2.t5` for a table in it, `2.<person>` for a seat.
pub(super) fn lock_text(lock: Lock) -> String {
    match lock {
        Lock::Seat { person, round } => format!("{round}.{person}"),
        Lock::Table { table, round } => format!("{round}.t{table}"),
        Lock::Round { round } => round.to_string(),
    }
}

/// Reads what [`lock_text`] writes.
pub(crate) fn parse_lock(text: &str) -> Option<Lock> {
    let Some((round, what)) = text.split_once('.') else {
        let round = text.parse().ok()?;
        return Some(Lock::Round { round });
    };
    let round = round.parse().ok()?;
    if let Some(table) = what.strip_prefix('t') {
        let table: TableNumber = table.parse().ok()?;
        return Some(Lock::Table { table, round });
    }
    let person: RegistrationId = what.parse().ok()?;
    Some(Lock::Seat { person, round })
}

/// The addresses of one board.
#[derive(Debug, Clone)]
pub(crate) struct Links {
    event: EventId,
    /// `None` where the event has one café.
    item: Option<AgendaItemId>,
}

impl Links {
    /// The links of a board. The item is part of them where an event has several cafés.
    pub(crate) const fn new(event: EventId, item: Option<AgendaItemId>) -> Self {
        Self { event, item }
    }

    /// The page of another part of the café, as [`cafe_page`] takes it.
    pub(crate) fn part(&self, part: &str) -> String {
        cafe_page(self.event, self.item, part, "")
    }

    /// The board itself.
    pub(crate) fn board(&self) -> String {
        self.part("plan")
    }

    /// The board with parameters.
    pub(crate) fn with(&self, parameters: &str) -> String {
        let board = self.board();
        let joint = if board.contains('?') { '&' } else { '?' };
        format!("{board}{joint}{parameters}")
    }

    /// The beginning of a relative address, as the many links of the board use it.
    pub(crate) fn relative(&self) -> String {
        self.item
            .map_or_else(|| "?".to_owned(), |item| format!("?item={item}&"))
    }

    /// The hidden fields of the board's forms.
    pub(crate) fn fields(&self, version: u32) -> Vec<(&'static str, String)> {
        let mut fields = vec![
            ("event", self.event.to_string()),
            ("version", version.to_string()),
        ];
        fields.extend(self.item.map(|item| ("item", item.to_string())));
        fields
    }
}

impl BoardLinks for Links {
    fn board(&self) -> String {
        self.board()
    }

    fn with(&self, query: &str) -> String {
        self.with(query)
    }
}

/// What the address of the page chooses.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Chosen {
    pub seat: Option<(RegistrationId, u32)>,
    pub target: Option<Target>,
    /// The round that a narrow screen shows.
    pub round: u32,
    /// A version that is not the current one.
    pub version: Option<u32>,
    /// A version to compare the shown one with.
    pub compare: Option<u32>,
}

impl Chosen {
    pub(super) fn from_query() -> Self {
        let number = |name| query(name).and_then(|text| text.parse::<u32>().ok());
        let seat = query("seat").and_then(|text| parse_seat(&text));
        Self {
            seat,
            target: query("to").and_then(|text| Target::parse(&text)),
            round: seat
                .map(|(_, round)| round)
                .or_else(|| number("round"))
                .unwrap_or(1),
            version: number("version"),
            compare: number("compare"),
        }
    }
}
