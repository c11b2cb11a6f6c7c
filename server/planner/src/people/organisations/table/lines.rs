//! The lines of a table of organisations.

use std::collections::{HashMap, HashSet};

use model::{Fault, Faults, Line, Organisation, OrganisationId, name_key};

use super::OrganisationColumn;
use crate::tables::{
    Chosen, ColumnContent as _, Table, TableFault, TableLine, TablePreview, recognised_columns,
};

/// More organisations than a network has; a larger table is a mistake.
const MOST: usize = 2_000;

/// A table of organisations as it would be imported.
pub type OrganisationImportPreview =
    TablePreview<OrganisationColumn, OrganisationLine, OrganisationImportSummary>;

/// What an import of organisations leaves as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OrganisationImportSummary {
    /// How many lines are passed over, because the network has all that they say.
    pub known: usize,
}

/// What a line means for the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationLine {
    /// The organisation of this short name, which is changed. `None`: it is new.
    pub before: Option<Organisation>,
    pub name: Line<200>,
    pub short_name: Line<80>,
    pub region: Option<Line<120>>,
    pub field: Option<Line<120>>,
    pub parent: LineParent,
}

/// What a line says of the organisation that another one is a part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineParent {
    /// Nothing: it stays as it is.
    Unsaid,
    /// Its short name, of the network or of another line.
    Named(Line<80>),
}

impl LineParent {
    pub(super) fn key(&self) -> Option<String> {
        match self {
            Self::Unsaid => None,
            Self::Named(name) => Some(name_key(name.as_str())),
        }
    }
}

impl OrganisationImportPreview {
    /// The most lines of a table.
    pub const MOST: usize = MOST;

    /// How many organisations are new.
    pub fn added(&self) -> usize {
        let lines = self.entries();
        lines.filter(|(_, line)| line.before.is_none()).count()
    }

    /// How many organisations are changed.
    pub fn changed(&self) -> usize {
        self.entries().count() - self.added()
    }

    /// Reads the text of a table against the organisations of a network.
    pub(super) fn read(
        text: &str,
        chosen: &Chosen<OrganisationColumn>,
        known: &[Organisation],
    ) -> Self {
        let summary = OrganisationImportSummary::default();
        let table = match Table::parse(text) {
            Ok(table) => table.headed_by(OrganisationColumn::is_heading),
            Err(error) => return Self::refused(error, summary),
        };
        let columns = recognised_columns(&table, chosen);
        let mut preview = Self::of_columns(&table, columns, summary);
        let names = [OrganisationColumn::ShortName, OrganisationColumn::Name];
        if !names.iter().any(|name| preview.has(*name)) {
            let none = TableFault::NoColumn(OrganisationColumn::ShortName);
            preview.faults.insert(0, none);
        }
        if table.lines.len() > MOST {
            preview.faults.push(TableFault::TooMany { most: MOST });
            return preview;
        }
        let reader = LineReader::new(&preview, known);
        let mut seen = HashSet::new();
        let lines = table.lines.into_iter().map(|(number, cells)| TableLine {
            says: reader.line(&cells, &mut seen),
            number,
            cells,
        });
        preview.lines = lines.collect();
        check_parents(&mut preview.lines, known);
        let before = preview.lines.len();
        let is_news = |line: &TableLine<OrganisationLine>| match &line.says {
            Ok(says) => !says.is_known(known),
            Err(_) => true,
        };
        preview.lines.retain(is_news);
        preview.summary.known = before - preview.lines.len();
        preview
    }
}

impl OrganisationLine {
    /// Whether the network has all that the line says.
    fn is_known(&self, known: &[Organisation]) -> bool {
        let Some(before) = &self.before else {
            return false;
        };
        let parent = |id: OrganisationId| known.iter().find(|one| one.id == id);
        let key = before.parent.and_then(parent);
        let key = key.map(|parent| name_key(parent.short_name.as_str()));
        (&before.name, &before.short_name) == (&self.name, &self.short_name)
            && (&before.region, &before.field) == (&self.region, &self.field)
            && self.parent.key().is_none_or(|named| Some(named) == key)
    }
}

struct LineReader<'a> {
    /// The position of the column that holds each content.
    positions: HashMap<OrganisationColumn, usize>,
    by_key: HashMap<String, &'a Organisation>,
}

impl<'a> LineReader<'a> {
    fn new(preview: &OrganisationImportPreview, known: &'a [Organisation]) -> Self {
        let columns = preview.columns.iter().enumerate().rev();
        Self {
            positions: columns
                .map(|(position, column)| (column.holds, position))
                .collect(),
            by_key: by_key(known),
        }
    }

    /// What a line says. `seen` has the keys of the short names of the lines above.
    fn line(
        &self,
        cells: &[String],
        seen: &mut HashSet<String>,
    ) -> Result<OrganisationLine, Faults> {
        let cell = |column| {
            let cell = self.positions.get(&column).and_then(|at| cells.get(*at));
            // A line break in a cell is one that a spreadsheet wraps at.
            cell.map(|cell| cell.replace('\n', " ")).unwrap_or_default()
        };
        let [short_name, name] =
            [OrganisationColumn::ShortName, OrganisationColumn::Name].map(cell);
        let mut faults = Faults::none();
        // One name is enough for a new organisation.
        let short_name = if short_name.is_empty() {
            let short = Line::parse(&name);
            faults.keep("short_name", short)
        } else {
            faults.keep("short_name", Line::<80>::parse(&short_name))
        };
        let key = short_name.as_ref().map(|name| name_key(name.as_str()));
        let before = key.as_ref().and_then(|key| self.by_key.get(key)).copied();
        if key.is_some_and(|key| !seen.insert(key)) {
            faults.add("short_name", Fault::Twice);
        }
        let name = match (name.as_str(), before, &short_name) {
            ("", Some(before), _) => Ok(Some(before.name.clone())),
            ("", None, Some(short)) => Ok(Some(short.widened())),
            // The fault is that of the short name.
            ("", None, None) => Ok(None),
            (name, ..) => Line::parse(name).map(Some),
        };
        let name = faults.keep("name", name).flatten();
        let region = faults.keep("region", Line::optional(&cell(OrganisationColumn::Region)));
        let field = faults.keep("field", Line::optional(&cell(OrganisationColumn::Field)));
        let parent = Line::optional(&cell(OrganisationColumn::Parent));
        let parent = faults.keep("parent", parent);
        let line = short_name.zip(name).zip(region).zip(field).zip(parent);
        // An empty cell says nothing about what is there.
        faults.or(line.map(
            |((((short_name, name), region), field), parent)| OrganisationLine {
                name,
                short_name,
                region: region.or_else(|| before?.region.clone()),
                field: field.or_else(|| before?.field.clone()),
                parent: parent.map_or(LineParent::Unsaid, LineParent::Named),
                before: before.cloned(),
            },
        ))
    }
}

fn by_key(known: &[Organisation]) -> HashMap<String, &Organisation> {
    let known = known.iter();
    known
        .map(|one| (name_key(one.short_name.as_str()), one))
        .collect()
}

/// Refuses lines whose organisation would be a part of one that there is none of, or of itself. A line that is refused
/// may be what another one refers to.
fn check_parents(lines: &mut [TableLine<OrganisationLine>], known: &[Organisation]) {
    let stored = by_key(known);
    let key_of = |id: OrganisationId| {
        let parent = known.iter().find(|one| one.id == id)?;
        Some(name_key(parent.short_name.as_str()))
    };
    loop {
        // The organisation above each one, after the import.
        let mut above: HashMap<String, Option<String>> = stored
            .iter()
            .map(|(key, one)| (key.clone(), one.parent.and_then(key_of)))
            .collect();
        for line in lines.iter().filter_map(|line| line.says.as_ref().ok()) {
            let entry = above.entry(name_key(line.short_name.as_str()));
            let parent = entry.or_default();
            if let Some(named) = line.parent.key() {
                *parent = Some(named);
            }
        }
        let mut has_refused = false;
        for line in &mut *lines {
            let Ok(says) = &line.says else { continue };
            if let Some(fault) = fault_of_parent(says, &above) {
                line.says = Err(Faults::one("parent", fault));
                has_refused = true;
            }
        }
        if !has_refused {
            return;
        }
    }
}

/// What is wrong with the organisation that a line names as the one above.
fn fault_of_parent(
    line: &OrganisationLine,
    above: &HashMap<String, Option<String>>,
) -> Option<Fault> {
    let LineParent::Named(name) = &line.parent else {
        return None;
    };
    let parent = name_key(name.as_str());
    if !above.contains_key(&parent) {
        let name = name.to_string();
        return Some(Fault::NoSuchOrganisation { name });
    }
    let own = name_key(line.short_name.as_str());
    let up = |key: &String| above.get(key).cloned().flatten();
    let mut all_above = std::iter::successors(Some(parent), up).take(above.len() + 1);
    all_above
        .any(|key| key == own)
        .then_some(Fault::PartOfItself)
}
