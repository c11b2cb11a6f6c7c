//! Single fields of the input: each reader notes a fault and goes on with what can be used.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::super::problem::Fault;

/// Indices by id.
pub(super) type Ids<'a> = HashMap<&'a str, usize>;

/// Collects the faults of an input.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub faults: Vec<Fault>,
}

impl Reader {
    pub fn fault(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.faults.push(Fault {
            path: path.into(),
            message: message.into(),
        });
    }

    pub fn choice<T: Copy>(
        &mut self,
        root: &Map<String, Value>,
        field: &str,
        choices: &[(&str, T)],
    ) -> T {
        let default = choices[0].1;
        let Some(value) = present(root.get(field)) else {
            return default;
        };
        if let Some((_, chosen)) = choices
            .iter()
            .find(|(name, _)| value.as_str() == Some(name))
        {
            return *chosen;
        }
        let names: Vec<String> = choices
            .iter()
            .map(|(name, _)| format!("\"{name}\""))
            .collect();
        self.fault(field, format!("must be one of {}", names.join(", ")));
        default
    }

    /// Slots named by a workshop or a person; all of them where the field is left out.
    pub fn some_slots(&mut self, path: &str, value: Option<&Value>, slots: &Ids<'_>) -> Vec<usize> {
        if present(value).is_none() {
            return (0..slots.len()).collect();
        }
        let mut found: Vec<usize> = self
            .references(path, value, slots, "slot")
            .into_iter()
            .map(|(_, slot)| slot)
            .collect();
        found.sort_unstable();
        found
    }

    /// Indices of what a list names, with the position of each in the list. No name may come twice.
    pub fn references(
        &mut self,
        path: &str,
        value: Option<&Value>,
        ids: &Ids<'_>,
        what: &str,
    ) -> Vec<(usize, usize)> {
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for (i, value) in self.list(path, value).iter().enumerate() {
            let path = format!("{path}[{i}]");
            if let Some(index) = self.reference(&path, value, ids, what) {
                if seen.insert(index) {
                    found.push((i, index));
                } else {
                    self.fault(path, "is named twice");
                }
            }
        }
        found
    }

    pub fn reference(
        &mut self,
        path: &str,
        value: &Value,
        ids: &Ids<'_>,
        what: &str,
    ) -> Option<usize> {
        let Value::String(id) = value else {
            self.fault(path, format!("must be the id of a {what}"));
            return None;
        };
        let found = ids.get(id.as_str()).copied();
        if found.is_none() {
            self.fault(path, format!("there is no {what} \"{id}\""));
        }
        found
    }

    pub fn list<'a>(&mut self, path: &str, value: Option<&'a Value>) -> &'a [Value] {
        match present(value) {
            None => &[],
            Some(Value::Array(list)) => list,
            Some(_) => {
                self.fault(path, "must be a list");
                &[]
            }
        }
    }

    pub fn text(&mut self, path: &str, value: Option<&Value>) -> Option<String> {
        if let Value::String(text) = present(value)? {
            return Some(text.clone());
        }
        self.fault(path, "must be text");
        None
    }

    pub fn count(&mut self, path: &str, value: Option<&Value>) -> Option<u32> {
        let value = present(value)?;
        let Some(count) = value.as_u64() else {
            self.fault(path, "must be a whole number, not negative");
            return None;
        };
        Some(u32::try_from(count).unwrap_or(u32::MAX))
    }
}

/// A field that is there and not `null`.
pub(super) fn present(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| !value.is_null())
}
