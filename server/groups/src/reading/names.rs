//! What can be referred to by name.

use std::collections::{HashMap, HashSet};

use super::Field;

/// The ids of a list, for finding what refers to them.
#[derive(Debug)]
pub struct Names<'a> {
    /// What bears these names, as `table`.
    kind: &'static str,
    /// By place in the list; empty where the id could not be read.
    list: Vec<&'a str>,
    places: HashMap<&'a str, usize>,
    /// Whether there is a list at all.
    listed: bool,
}

impl<'a> Names<'a> {
    /// The ids of these objects; `None` stands for a list that could not be read.
    pub fn of_objects(kind: &'static str, entries: Option<&[Field<'a>]>) -> Self {
        let mut names = Self::nothing_yet(kind, entries.is_some());
        for entry in entries.unwrap_or_default() {
            if entry.object().is_some() {
                let id = entry.at("id");
                let name = id.required().and_then(Field::text);
                names.add(&id, name);
                continue;
            }
            // Who writes "p1" instead of {"id": "p1"} means p1 elsewhere, too.
            if let Some(name) = entry.quiet_text() {
                names.places.entry(name).or_insert(names.list.len());
            }
            names.list.push("");
        }
        names
    }

    /// These texts as ids; `None` stands for a list that could not be read.
    pub fn of_texts(kind: &'static str, entries: Option<&[Field<'a>]>) -> Self {
        let mut names = Self::nothing_yet(kind, entries.is_some());
        for entry in entries.unwrap_or_default() {
            names.add(entry, entry.text());
        }
        names
    }

    fn nothing_yet(kind: &'static str, listed: bool) -> Self {
        Self {
            kind,
            list: Vec::new(),
            places: HashMap::new(),
            listed,
        }
    }

    fn add(&mut self, field: &Field<'_>, name: Option<&'a str>) {
        let place = self.list.len();
        self.list.push(name.unwrap_or_default());
        if let Some(name) = name
            && *self.places.entry(name).or_insert(place) != place
        {
            field.fault(format!("{name:?} is named twice"));
        }
    }

    /// The names in the order of the input.
    pub fn list(&self) -> &[&'a str] {
        &self.list
    }

    /// The place of this name, if anything bears it.
    pub fn get(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The place of what this field refers to; a reference to nothing is a fault.
    pub fn find(&self, field: &Field<'_>) -> Option<usize> {
        let Some(name) = field.quiet_text() else {
            field.must_be(&format!("the id of a {}", self.kind));
            return None;
        };
        let found = self.get(name);
        // Where no id at all could be read, that was said, and all references would be faults of the same cause.
        if found.is_none() && self.listed && (self.list.is_empty() || !self.places.is_empty()) {
            field.fault(format!("there is no {} {name:?}", self.kind));
        }
        found
    }

    /// The places of what the entries of a list refer to, each with its entry. None may be named twice.
    pub fn find_each<'b>(&self, list: &Field<'b>) -> Vec<(usize, Field<'b>)> {
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for entry in list.entries() {
            match self.find(&entry) {
                None => {}
                Some(place) if seen.insert(place) => found.push((place, entry)),
                Some(_) => entry.fault("is named twice"),
            }
        }
        found
    }

    /// Groups of people, as `together` and `apart` name them.
    pub fn groups(&self, list: &Field<'_>) -> Vec<Vec<usize>> {
        let group = |group: Field<'_>| {
            self.find_each(&group)
                .into_iter()
                .map(|(place, _)| place)
                .collect()
        };
        list.entries().into_iter().map(group).collect()
    }
}

/// Numbers what the objects have in this field, as their organisations: for each object the number, where it has
/// any, and the texts by number.
pub fn numbered<'a>(
    entries: &[Field<'a>],
    name: &'static str,
) -> (Vec<Option<usize>>, Vec<&'a str>) {
    let mut texts = Vec::new();
    let mut numbers = HashMap::new();
    let number = |entry: &Field<'a>| {
        let text = entry.at(name).given()?.text()?;
        Some(*numbers.entry(text).or_insert_with(|| {
            texts.push(text);
            texts.len() - 1
        }))
    };
    (entries.iter().map(number).collect(), texts)
}
