//! The lines of a programme's table.

use std::collections::{BTreeMap, HashMap};

use model::{
    Fault, Faults, Line, Text, WorkshopId,
    workshops::{Programme, Workshop, WorkshopDetails},
};

use super::{
    columns::{ProgrammeColumn, key},
    slot_names,
};
use crate::{
    tables::{Chosen, Table, TableColumn, TableFault, TableLine, TablePreview, recognised_columns},
    workshops::NewOffer,
};

/// A table of workshops as it would be imported.
pub type ProgrammePreview = TablePreview<ProgrammeColumn, LineWorkshop>;

/// What a line says about a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineWorkshop {
    /// The workshop of this title that is changed. `None`: it is new.
    pub changes: Option<WorkshopId>,
    pub details: WorkshopDetails,
    pub offers: Vec<NewOffer>,
    /// The titles of workshops that clash with it. `None` if the table has no such column.
    pub(super) clashes: Option<Vec<String>>,
}

impl ProgrammePreview {
    /// How many workshops are new.
    pub fn added(&self) -> usize {
        let workshops = self.entries();
        let is_new = |(_, workshop): &(u64, &LineWorkshop)| workshop.changes.is_none();
        workshops.filter(is_new).count()
    }

    /// How many workshops are changed.
    pub fn changed(&self) -> usize {
        self.entries().count() - self.added()
    }

    /// Reads a table against the programme that it is for.
    pub(super) fn read(
        text: &str,
        chosen: &Chosen<ProgrammeColumn>,
        programme: &Programme,
    ) -> Self {
        let table = match Table::parse(text) {
            Ok(table) => table,
            Err(error) => return Self::refused(error, ()),
        };
        let columns = recognised_columns(&table, chosen);
        let mut preview = Self::of_columns(&table, columns, ());
        if !preview.has(ProgrammeColumn::Title) {
            let no_title = TableFault::NoColumn(ProgrammeColumn::Title);
            preview.faults.push(no_title);
        }
        let reader = LineReader::new(&preview.columns, &table, programme);
        preview.lines = table
            .lines
            .iter()
            .map(|(number, cells)| TableLine {
                number: *number,
                cells: cells.clone(),
                says: reader.line(*number, cells),
            })
            .collect();
        let most = Workshop::MOST;
        if programme.workshops.len() + preview.added() > most {
            preview.faults.push(TableFault::TooMany { most });
        }
        preview
    }
}

struct LineReader<'a> {
    /// The positions of the columns.
    positions: BTreeMap<ProgrammeColumn, usize>,
    programme: &'a Programme,
    known: HashMap<String, &'a Workshop>,
    /// The first line of each title.
    titles: HashMap<String, u64>,
}

impl<'a> LineReader<'a> {
    fn new(
        columns: &[TableColumn<ProgrammeColumn>],
        table: &Table,
        programme: &'a Programme,
    ) -> Self {
        let positions: BTreeMap<ProgrammeColumn, usize> = columns
            .iter()
            .enumerate()
            .rev()
            .map(|(position, column)| (column.holds, position))
            .collect();
        let mut titles = HashMap::new();
        if let Some(position) = positions.get(&ProgrammeColumn::Title) {
            for (number, cells) in &table.lines {
                let title = cells.get(*position).map(|title| key(title));
                titles.entry(title.unwrap_or_default()).or_insert(*number);
            }
        }
        let workshops = programme.workshops.iter();
        Self {
            positions,
            programme,
            known: workshops
                .map(|workshop| (key(workshop.details.title.as_str()), workshop))
                .collect(),
            titles,
        }
    }

    fn has(&self, column: ProgrammeColumn) -> bool {
        self.positions.contains_key(&column)
    }

    fn line(&self, number: u64, cells: &[String]) -> Result<LineWorkshop, Faults> {
        let mut faults = Faults::none();
        let cell = |column| {
            let cell = self.positions.get(&column).and_then(|at| cells.get(*at));
            cell.map_or("", |cell| cell.trim())
        };
        let title = faults.keep("title", Line::parse(cell(ProgrammeColumn::Title)));
        let title_key = key(cell(ProgrammeColumn::Title));
        let first = self.titles.get(&title_key);
        if title.is_some() && first.is_some_and(|first| *first < number) {
            faults.add("title", Fault::Twice);
        }
        let stored = self.known.get(&title_key).copied();
        let details = title.and_then(|title| {
            let mut details = stored.map_or_else(
                || WorkshopDetails::titled(title.clone()),
                |stored| stored.details.clone(),
            );
            details.title = title;
            self.fill(&mut details, &mut faults, &cell)?;
            if let Err(contradictions) = details.check() {
                faults.extend(contradictions);
            }
            Some(details)
        });
        let offers = self.offers(stored, &mut faults, &cell);
        let clashes = self.has(ProgrammeColumn::Clashes).then(|| {
            let titles = entries(cell(ProgrammeColumn::Clashes));
            titles
                .map(|title| self.clash(&title_key, title, &mut faults))
                .collect()
        });
        faults.or(details.zip(offers).map(|(details, offers)| LineWorkshop {
            changes: stored.map(|stored| stored.id),
            details,
            offers,
            clashes,
        }))
    }

    /// Fills in what the table has a column for.
    fn fill<'c>(
        &self,
        details: &mut WorkshopDetails,
        faults: &mut Faults,
        cell: &impl Fn(ProgrammeColumn) -> &'c str,
    ) -> Option<()> {
        use ProgrammeColumn::{
            Description, Language, Least, Most, OrganisationMost, Speakers, StepFree, Topic,
        };
        let mut is_sound = true;
        macro_rules! fill {
            ($column:ident => $field:expr, $parse:expr) => {
                if self.has($column) {
                    match faults.keep($column.field(), $parse(cell($column))) {
                        Some(value) => $field = value,
                        None => is_sound = false,
                    }
                }
            };
        }
        fill!(Description => details.description, Text::parse);
        fill!(Speakers => details.speakers, Line::optional);
        fill!(Topic => details.topic, Line::optional);
        fill!(Language => details.language, Line::optional);
        fill!(StepFree => details.step_free, yes_or_no);
        let number = |text: &str| WorkshopDetails::SEATS.parse(text);
        fill!(Least => details.least, number);
        fill!(Most => details.most, number);
        fill!(OrganisationMost => details.organisation_most, number);
        is_sound.then_some(())
    }

    /// The offers of a line. Without a column of slots, those that the workshop has.
    fn offers<'c>(
        &self,
        stored: Option<&Workshop>,
        faults: &mut Faults,
        cell: &impl Fn(ProgrammeColumn) -> &'c str,
    ) -> Option<Vec<NewOffer>> {
        let kept: Vec<NewOffer> = stored.map_or_else(Vec::new, |stored| {
            let offers = self.programme.offers_of(stored.id);
            offers
                .map(|(offer, slot)| NewOffer {
                    slot: slot.id,
                    room: offer.room.clone(),
                })
                .collect()
        });
        if !self.has(ProgrammeColumn::Slots) {
            return Some(kept);
        }
        let mut slots = Vec::new();
        for entry in entries(cell(ProgrammeColumn::Slots)) {
            let slot = faults.keep("slots", slot_names::find(entry, &self.programme.slots))?;
            if slots.contains(&slot) {
                faults.add("slots", Fault::OfferedTwice);
                return None;
            }
            slots.push(slot);
        }
        let rooms: Vec<&str> = entries(cell(ProgrammeColumn::Rooms)).collect();
        if rooms.len() > 1 && rooms.len() != slots.len() {
            let (rooms, slots) = (rooms.len(), slots.len());
            faults.add("rooms", Fault::RoomsPerSlot { rooms, slots });
            return None;
        }
        let offers = slots.into_iter().enumerate().map(|(index, slot)| {
            let room = if self.has(ProgrammeColumn::Rooms) {
                let room = rooms.get(index).or(rooms.first());
                let room = room
                    .filter(|room| **room != "?")
                    .map_or(Ok(None), |room| Line::optional(room));
                faults.keep("rooms", room)?
            } else {
                let same = kept.iter().find(|offer| offer.slot == slot);
                same.and_then(|offer| offer.room.clone())
            };
            Some(NewOffer { slot, room })
        });
        offers.collect()
    }

    /// The key of a title that a line names. It has to be another workshop of the table or of the programme.
    fn clash(&self, own: &str, title: &str, faults: &mut Faults) -> String {
        let key = key(title);
        let is_known = self.titles.contains_key(&key) || self.known.contains_key(&key);
        if !is_known || key == own {
            let title = title.to_owned();
            faults.add("clashes", Fault::NoSuchWorkshop { title });
        }
        key
    }
}

/// The entries of a cell with a list.
fn entries(cell: &str) -> impl Iterator<Item = &str> {
    let entries = cell.split([';', '\n', '|']).map(str::trim);
    entries.filter(|entry| !entry.is_empty())
}

/// Yes or no, in either language. An empty cell is no.
fn yes_or_no(text: &str) -> Result<bool, Fault> {
    match key(text).as_str() {
        "ja" | "j" | "yes" | "y" | "x" | "1" | "wahr" | "true" => Ok(true),
        "" | "nein" | "n" | "no" | "0" | "falsch" | "false" => Ok(false),
        _ => Err(Fault::NoYesOrNo),
    }
}
