//! What can be referred to by name.

use std::collections::{HashMap, HashSet};

use super::Field;

/// The ids of a list, for finding what refers to them.
#[derive(Debug)]
pub struct IdIndex<'a> {
    /// What bears these names, as `table`.
    kind: &'static str,
    /// By place in the list; empty where the id could not be read.
    list: Vec<&'a str>,
    positions: HashMap<&'a str, usize>,
    /// Whether there is a list at all.
    is_readable: bool,
}

impl<'a> IdIndex<'a> {
    /// The ids of these objects; `None` stands for a list that could not be read.
    pub fn from_objects(kind: &'static str, entries: Option<&[Field<'a>]>) -> Self {
        let mut ids = Self::empty(kind, entries.is_some());
        for entry in entries.unwrap_or_default() {
            if entry.object().is_some() {
                let id = entry.at("id");
                let name = id.required().and_then(Field::text);
                ids.add(&id, name);
                continue;
            }
            // Who writes "p1" instead of {"id": "p1"} means p1 elsewhere, too.
            if let Some(name) = entry.as_text() {
                ids.positions.entry(name).or_insert(ids.list.len());
            }
            ids.list.push("");
        }
        ids
    }

    /// These texts as ids; `None` stands for a list that could not be read.
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

    /// The names in the order of the input.
    pub fn list(&self) -> &[&'a str] {
        &self.list
    }

    /// The place of this name, if anything bears it.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }

    /// The place of what this field refers to; a reference to nothing is a fault.
    pub fn resolve(&self, field: &Field<'_>) -> Option<usize> {
        let Some(name) = field.as_text() else {
            field.add_type_fault(&format!("the id of a {}", self.kind));
            return None;
        };
        let found = self.position(name);
        // Where no id at all could be read, that was said, and all references would be faults of the same cause.
        if found.is_none()
            && self.is_readable
            && (self.list.is_empty() || !self.positions.is_empty())
        {
            field.add_fault(format!("there is no {} {name:?}", self.kind));
        }
        found
    }

    /// The places of what the entries of a list refer to, each with its entry. None may be named twice.
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

    /// Groups of people, as `together` and `apart` name them.
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

/// Numbers what the objects have in this field, as their organisations: for each object the number, where it has
/// any, and the texts by number.
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
