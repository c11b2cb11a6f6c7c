//! Fixed seats, groups, and the previous plan.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::super::problem::Seat;
use super::fields::{Ids, Reader, present};

impl Reader {
    pub(super) fn fixed(
        &mut self,
        rules: &Map<String, Value>,
        people: &Ids<'_>,
        slots: &Ids<'_>,
        workshops: &Ids<'_>,
    ) -> Vec<Seat> {
        let list = self.list("rules.fixed", rules.get("fixed"));
        let mut fixed = Vec::with_capacity(list.len());
        for (i, value) in list.iter().enumerate() {
            let path = format!("rules.fixed[{i}]");
            let Value::Object(object) = value else {
                self.fault(path, "must be an object");
                continue;
            };
            let mut field = |name: &str, ids: &Ids<'_>| {
                let path = format!("{path}.{name}");
                if let Some(value) = present(object.get(name)) {
                    return self.reference(&path, value, ids, name);
                }
                self.fault(path, "is missing");
                None
            };
            let (person, slot, workshop) = (
                field("person", people),
                field("slot", slots),
                field("workshop", workshops),
            );
            if let (Some(person), Some(slot), Some(workshop)) = (person, slot, workshop) {
                fixed.push(Seat {
                    person,
                    slot,
                    workshop,
                });
            }
        }
        fixed
    }

    pub(super) fn groups(
        &mut self,
        rules: &Map<String, Value>,
        field: &str,
        people: &Ids<'_>,
    ) -> Vec<Vec<usize>> {
        let path = format!("rules.{field}");
        let list = self.list(&path, rules.get(field));
        (0..list.len())
            .map(|i| {
                let members =
                    self.references(&format!("{path}[{i}]"), Some(&list[i]), people, "person");
                members.into_iter().map(|(_, person)| person).collect()
            })
            .collect()
    }

    /// The previous plan: who or what no longer exists is left out, for the rest may still be kept.
    pub(super) fn previous(
        &mut self,
        root: &Map<String, Value>,
        people: &Ids<'_>,
        slots: &Ids<'_>,
        workshops: &Ids<'_>,
    ) -> BTreeMap<(usize, usize), Option<usize>> {
        let mut seats = BTreeMap::new();
        let plan = match present(root.get("previous")) {
            None => return seats,
            Some(Value::Object(plan)) => plan,
            Some(_) => {
                self.fault("previous", "must be an object");
                return seats;
            }
        };
        for (i, value) in self
            .list("previous.seats", plan.get("seats"))
            .iter()
            .enumerate()
        {
            let path = format!("previous.seats[{i}]");
            let Value::Object(seat) = value else {
                self.fault(path, "must be an object");
                continue;
            };
            let mut field = |name: &str| match present(seat.get(name)) {
                Some(Value::String(id)) => Some(id.as_str()),
                Some(_) => {
                    self.fault(format!("{path}.{name}"), "must be text");
                    None
                }
                None => {
                    self.fault(format!("{path}.{name}"), "is missing");
                    None
                }
            };
            let (person, slot, workshop) = (field("person"), field("slot"), field("workshop"));
            if let (Some(person), Some(slot), Some(workshop)) = (person, slot, workshop)
                && let (Some(&person), Some(&slot)) = (people.get(person), slots.get(slot))
                && seats
                    .insert((person, slot), workshops.get(workshop).copied())
                    .is_some()
            {
                self.fault(path, "seats the person a second time in this slot");
            }
        }
        seats
    }
}
