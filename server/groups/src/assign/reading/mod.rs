//! JSON to [`Problem`]: every fault is reported, none stops the reading of the rest.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::problem::{Fairness, Fault, Fill, Person, Problem, Workshop};
use fields::{Ids, Reader, present};

mod fields;
mod rules;

/// Stands for an entry that is no object.
static NO_OBJECT: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);

/// Wall seconds where the input names none.
const DEFAULT_SECONDS: f64 = 20.0;

pub(super) fn problem(text: &str) -> Result<Problem, Vec<Fault>> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        vec![Fault {
            path: "input".into(),
            message: format!("is no JSON: {error}"),
        }]
    })?;
    let Value::Object(root) = &value else {
        return Err(vec![Fault {
            path: "input".into(),
            message: "must be an object".into(),
        }]);
    };
    let mut reader = Reader::default();
    let problem = reader.problem(root);
    if reader.faults.is_empty() {
        Ok(problem)
    } else {
        Err(reader.faults)
    }
}

impl Reader {
    fn problem(&mut self, root: &Map<String, Value>) -> Problem {
        let slots = self.slots(root);
        let slot_ids = index(slots.iter().map(String::as_str));
        let workshop_objects = self.objects(root, "workshops");
        if workshop_objects.is_empty() && root.get("workshops").is_some_and(Value::is_array) {
            self.fault("workshops", "must name at least one workshop");
        }
        let workshop_names = self.ids("workshops", &workshop_objects);
        let workshop_ids = index(workshop_names.iter().map(String::as_str));
        let workshops = workshop_objects
            .iter()
            .zip(&workshop_names)
            .enumerate()
            .map(|(i, (object, id))| self.workshop(i, object, id, &slot_ids, &workshop_ids))
            .collect();
        let people_objects = self.objects(root, "people");
        let names = self.ids("people", &people_objects);
        let people_ids = index(names.iter().map(String::as_str));
        let mut organisations = Vec::new();
        let mut organisation_ids = HashMap::new();
        let people = people_objects
            .iter()
            .zip(&names)
            .enumerate()
            .map(|(i, (object, id))| {
                let organisation = self.text(
                    &format!("people[{i}].organisation"),
                    object.get("organisation"),
                );
                let organisation = organisation.map(|name| {
                    *organisation_ids.entry(name.clone()).or_insert_with(|| {
                        organisations.push(name);
                        organisations.len() - 1
                    })
                });
                self.person(i, object, id, organisation, &slot_ids, &workshop_ids)
            })
            .collect();
        let empty = Map::new();
        let rules = match present(root.get("rules")) {
            None => &empty,
            Some(Value::Object(rules)) => rules,
            Some(_) => {
                self.fault("rules", "must be an object");
                &empty
            }
        };
        Problem {
            fixed: self.fixed(rules, &people_ids, &slot_ids, &workshop_ids),
            together: self.groups(rules, "together", &people_ids),
            apart: self.groups(rules, "apart", &people_ids),
            fairness: self.choice(
                root,
                "fairness",
                &[
                    ("leximin", Fairness::Leximin),
                    ("rank-maximal", Fairness::RankMaximal),
                    ("generous", Fairness::Generous),
                ],
            ),
            fill: self.choice(
                root,
                "fill",
                &[
                    ("anything", Fill::Anything),
                    ("wishes-only", Fill::WishesOnly),
                ],
            ),
            previous: self.previous(root, &people_ids, &slot_ids, &workshop_ids),
            seed: self.seed(root),
            seconds: self.seconds(root),
            slots,
            workshops,
            people,
            organisations,
        }
    }

    fn slots(&mut self, root: &Map<String, Value>) -> Vec<String> {
        let mut slots = Vec::new();
        let mut seen = HashSet::new();
        match root.get("slots") {
            Some(Value::Array(list)) if !list.is_empty() => {
                for (i, value) in list.iter().enumerate() {
                    let path = format!("slots[{i}]");
                    if let Some(id) = self.text(&path, Some(value)) {
                        if !seen.insert(id.clone()) {
                            self.fault(path, format!("\"{id}\" is named twice"));
                        }
                        slots.push(id);
                    } else if value.is_null() {
                        self.fault(path, "must be text");
                    }
                }
            }
            Some(Value::Array(_)) => self.fault("slots", "must name at least one slot"),
            Some(_) => self.fault("slots", "must be a list"),
            None => self.fault("slots", "is missing"),
        }
        slots
    }

    /// The objects of a list; what is no object is a fault and leaves an empty one, so that indices stay.
    fn objects<'a>(
        &mut self,
        root: &'a Map<String, Value>,
        field: &str,
    ) -> Vec<&'a Map<String, Value>> {
        match root.get(field) {
            Some(Value::Array(list)) => list
                .iter()
                .enumerate()
                .map(|(i, value)| {
                    value.as_object().unwrap_or_else(|| {
                        self.fault(format!("{field}[{i}]"), "must be an object");
                        &NO_OBJECT
                    })
                })
                .collect(),
            Some(_) => {
                self.fault(field, "must be a list");
                Vec::new()
            }
            None => {
                self.fault(field, "is missing");
                Vec::new()
            }
        }
    }

    fn ids(&mut self, field: &str, objects: &[&Map<String, Value>]) -> Vec<String> {
        let mut seen = HashSet::new();
        let mut names = Vec::with_capacity(objects.len());
        for (i, object) in objects.iter().enumerate() {
            let path = format!("{field}[{i}].id");
            let id = match present(object.get("id")) {
                Some(Value::String(id)) => {
                    if !seen.insert(id.as_str()) {
                        self.fault(path, format!("\"{id}\" is named twice"));
                    }
                    id.clone()
                }
                Some(_) => {
                    self.fault(path, "must be text");
                    String::new()
                }
                None => {
                    // That it is no object has been said.
                    if !std::ptr::eq(*object, LazyLock::force(&NO_OBJECT)) {
                        self.fault(path, "is missing");
                    }
                    String::new()
                }
            };
            names.push(id);
        }
        names
    }

    fn workshop(
        &mut self,
        i: usize,
        object: &Map<String, Value>,
        id: &str,
        slots: &Ids<'_>,
        workshops: &Ids<'_>,
    ) -> Workshop {
        let at = |field: &str| format!("workshops[{i}].{field}");
        let min = self.count(&at("min"), object.get("min")).unwrap_or(0);
        let max = self
            .count(&at("max"), object.get("max"))
            .unwrap_or(u32::MAX);
        if min > max {
            self.fault(at("min"), format!("{min} is more than max, which is {max}"));
        }
        let mut clashes = Vec::new();
        for (position, found) in
            self.references(&at("clashes"), object.get("clashes"), workshops, "workshop")
        {
            if found == i {
                self.fault(
                    format!("{}[{position}]", at("clashes")),
                    "is the workshop itself",
                );
            } else {
                clashes.push(found);
            }
        }
        Workshop {
            id: id.to_owned(),
            slots: self.some_slots(&at("slots"), object.get("slots"), slots),
            min,
            max,
            organisation_max: self
                .count(&at("organisation_max"), object.get("organisation_max"))
                .unwrap_or(u32::MAX),
            clashes,
        }
    }

    fn person(
        &mut self,
        i: usize,
        object: &Map<String, Value>,
        id: &str,
        organisation: Option<usize>,
        slots: &Ids<'_>,
        workshops: &Ids<'_>,
    ) -> Person {
        Person {
            id: id.to_owned(),
            organisation,
            slots: self.some_slots(&format!("people[{i}].slots"), object.get("slots"), slots),
            wishes: self.wishes(
                &format!("people[{i}].wishes"),
                object.get("wishes"),
                workshops,
            ),
        }
    }

    fn wishes(
        &mut self,
        path: &str,
        value: Option<&Value>,
        workshops: &Ids<'_>,
    ) -> Vec<Vec<usize>> {
        let list = self.list(path, value);
        let mut seen = HashSet::new();
        let mut wishes = Vec::with_capacity(list.len());
        for (i, entry) in list.iter().enumerate() {
            let path = format!("{path}[{i}]");
            let tie: Vec<(String, &Value)> = match entry {
                Value::Array(tie) => tie
                    .iter()
                    .enumerate()
                    .map(|(j, v)| (format!("{path}[{j}]"), v))
                    .collect(),
                single => vec![(path, single)],
            };
            let mut position = Vec::with_capacity(tie.len());
            for (path, value) in tie {
                if let Some(found) = self.reference(&path, value, workshops, "workshop") {
                    if seen.insert(found) {
                        position.push(found);
                    } else {
                        self.fault(path, "is wished for twice");
                    }
                }
            }
            wishes.push(position);
        }
        wishes
    }

    fn seed(&mut self, root: &Map<String, Value>) -> u64 {
        match present(root.get("seed")) {
            None => 0,
            Some(value) => value.as_u64().unwrap_or_else(|| {
                self.fault("seed", "must be a whole number, not negative");
                0
            }),
        }
    }

    fn seconds(&mut self, root: &Map<String, Value>) -> f64 {
        let limit = match present(root.get("limit")) {
            None => return DEFAULT_SECONDS,
            Some(Value::Object(limit)) => limit,
            Some(_) => {
                self.fault("limit", "must be an object");
                return DEFAULT_SECONDS;
            }
        };
        match present(limit.get("seconds")) {
            None => DEFAULT_SECONDS,
            Some(value) => match value.as_f64() {
                Some(seconds) if seconds > 0.0 => seconds,
                _ => {
                    self.fault("limit.seconds", "must be a number above 0");
                    DEFAULT_SECONDS
                }
            },
        }
    }
}

fn index<'a>(names: impl Iterator<Item = &'a str>) -> Ids<'a> {
    names.enumerate().map(|(i, name)| (name, i)).collect()
}
