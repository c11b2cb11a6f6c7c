//! Fields of the input that nothing asks for.

use std::collections::HashMap;

use serde_json::Value;

use crate::error::quote_id;

/// The members that were asked for, by the address of the object that holds them. The input stays in its place while it
/// is read.
#[derive(Debug, Default)]
pub struct KnownFields(HashMap<*const Value, Vec<&'static str>>);

impl KnownFields {
    /// Notes that objects like this one may have a member of that name.
    pub fn add(&mut self, object: &Value, name: &'static str) {
        let names = self.0.entry(std::ptr::from_ref(object)).or_default();
        if !names.contains(&name) {
            names.push(name);
        }
    }

    /// Paths of the members that were not asked for. Objects that were not read have none.
    pub fn unknown_fields(&self, root: &Value) -> Vec<String> {
        let mut found = Vec::new();
        self.collect(root, "", &mut found);
        found
    }

    fn collect(&self, value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Array(entries) => {
                for (index, entry) in entries.iter().enumerate() {
                    if entry.is_array() || entry.is_object() {
                        self.collect(entry, &format!("{path}[{index}]"), found);
                    }
                }
            }
            Value::Object(members) => {
                let Some(known) = self.0.get(&std::ptr::from_ref(value)) else {
                    return;
                };
                for (name, member) in members {
                    let name = quote_id(name);
                    let path = if path.is_empty() {
                        name.clone()
                    } else {
                        format!("{path}.{name}")
                    };
                    if known.contains(&name.as_str()) {
                        self.collect(member, &path, found);
                    } else {
                        found.push(path);
                    }
                }
            }
            _ => {}
        }
    }
}
