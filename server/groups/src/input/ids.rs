//! Ids, and references to them.

use std::collections::{HashMap, HashSet};

use super::Field;

/// The ids of a list, with the position of each.
#[derive(Debug)]
pub struct IdIndex<'a> {
    /// The kind of thing that has these ids, such as `table`.
    kind: &'static str,
    /// By position in the list. Empty if the id could not be read.
    list: Vec<&'a str>,
    positions: HashMap<&'a str, usize>,
    /// Whether the input has the list.
    is_readable: bool,
}

impl<'a> IdIndex<'a> {
    /// The ids of these objects. `None` stands for a list that could not be read.
    pub fn from_objects(kind: &'static str, entries: Option<&[Field<'a>]>) -> Self {
        let mut ids = Self::empty(kind, entries.is_some());
        for entry in entries.unwrap_or_default() {
            if entry.object().is_some() {
                let id = entry.at("id");
                let name = id.required().and_then(Field::text);
                ids.add(&id, name);
                continue;
            }
            // An entry "p1" in place of {"id": "p1"} still resolves references to p1: one cause is one fault.
            if let Some(name) = entry.as_text() {
                ids.positions.entry(name).or_insert(ids.list.len());
            }
            ids.list.push("");
        }
        ids
    }

    /// These texts as ids. `None` stands for a list that could not be read.
    pub fn from_texts(kind: &'static str, entries: Option<&[Field<'a>]>) -> Self {
        let mut ids = Self::empty(kind, entries.is_some());
        for entry in entries.unwrap_or_default() {
            ids.add(entry, entry.text());
        }
        ids
    }

    fn empty(kind: &'static str, is_readable: bool) -> Self {
        Self {
            kind,
            list: Vec::new(),
            positions: HashMap::new(),
            is_readable,
        }
    }

    fn add(&mut self, field: &Field<'_>, name: Option<&'a str>) {
        let position = self.list.len();
        self.list.push(name.unwrap_or_default());
        if let Some(name) = name
            && *self.positions.entry(name).or_insert(position) != position
        {
            field.add_fault(format!("{name:?} is named twice"));
        }
    }

    /// The ids in the order of the input.
    pub fn list(&self) -> &[&'a str] {
        &self.list
    }

    /// The position of an id.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }

    /// The position that this field refers to. An unknown id is a fault.
    pub fn resolve(&self, field: &Field<'_>) -> Option<usize> {
        let Some(name) = field.as_text() else {
            field.add_type_fault(&format!("the id of a {}", self.kind));
            return None;
        };
        let found = self.position(name);
        // If no id could be read, that fault is recorded, and every reference would repeat it.
        if found.is_none()
            && self.is_readable
            && (self.list.is_empty() || !self.positions.is_empty())
        {
            field.add_fault(format!("there is no {} {name:?}", self.kind));
        }
        found
    }

    /// The positions that the entries of a list refer to, each with its entry. A repeated id is a fault.
    pub fn resolve_each<'b>(&self, list: &Field<'b>) -> Vec<(usize, Field<'b>)> {
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for entry in list.optional_list() {
            match self.resolve(&entry) {
                None => {}
                Some(position) if seen.insert(position) => found.push((position, entry)),
                Some(_) => entry.add_fault("is named twice"),
            }
        }
        found
    }

    /// Groups of people, as in `together` and `apart`.
    pub fn resolve_groups(&self, list: &Field<'_>) -> Vec<Vec<usize>> {
        let group = |group: Field<'_>| {
            self.resolve_each(&group)
                .into_iter()
                .map(|(position, _)| position)
                .collect()
        };
        list.optional_list().into_iter().map(group).collect()
    }
}

/// Numbers the distinct texts of a member of these objects. Returns the number for each object that has one,
/// and the texts by number.
pub fn number_values<'a>(
    entries: &[Field<'a>],
    name: &'static str,
) -> (Vec<Option<usize>>, Vec<&'a str>) {
    let mut texts = Vec::new();
    let mut numbers = HashMap::new();
    let number = |entry: &Field<'a>| {
        let text = entry.at(name).present()?.text()?;
        Some(*numbers.entry(text).or_insert_with(|| {
            texts.push(text);
            texts.len() - 1
        }))
    };
    (entries.iter().map(number).collect(), texts)
}
