//! Parsing of problems: the same rules, paths and messages for cafés and workshops.
//!
//! [`parse`] walks through the JSON once and collects every fault with the path of its field. `field` is a
//! cursor into the input, `ids` resolves references. `rotate::parse` and `assign::parse` define the fields.
//!
//! Rules:
//! - One cause is one fault. Nothing is reported inside a value that could not be read, nor for references to
//!   a list that could not be read. A reference to an unknown id is a fault.
//! - `null` equals a missing field. Unknown fields are ignored; [`Parsed`] names them.
//! - A text is never empty. Ids are unique, and a list names each thing once.

mod field;
mod ids;
mod unknown_fields;

use std::cell::RefCell;

use serde_json::Value;

pub use field::Field;
pub use ids::{IdIndex, number_values};
use unknown_fields::KnownFields;

/// The path of faults that concern the whole input.
const ROOT_PATH: &str = "input";

/// A fault of the input, as one line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct Fault {
    /// Path of the field, such as `people[3].rounds`; `input` for the whole.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

/// A problem, and the fields of the input that no problem has.
#[derive(Clone, Debug)]
pub struct Parsed<T> {
    pub problem: T,
    /// Paths of unknown fields, which were ignored: a misspelt name loses a rule.
    pub unknown_fields: Vec<String>,
}

/// The faults recorded so far, and the members asked for.
#[derive(Debug, Default)]
pub struct FaultList {
    faults: RefCell<Vec<Fault>>,
    known: RefCell<KnownFields>,
}

/// Parses a problem. Returns every fault found, at least one.
///
/// `read` may return `None` after it recorded a fault.
pub fn parse<T>(
    text: &str,
    read: impl FnOnce(&Field<'_>) -> Option<T>,
) -> Result<Parsed<T>, Vec<Fault>> {
    // Spreadsheets and editors on Windows write a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(vec![Fault {
            path: ROOT_PATH.to_owned(),
            message: "is empty".to_owned(),
        }]);
    }
    let value: Value = serde_json::from_str(text).map_err(|error| {
        vec![Fault {
            path: ROOT_PATH.to_owned(),
            message: format!("is no JSON: {error}"),
        }]
    })?;
    let faults = FaultList::default();
    let root = Field::root(&value, &faults);
    let read = root.object().and_then(read);
    let known = faults.known.take();
    let faults = faults.faults.take();
    match read {
        Some(problem) if faults.is_empty() => Ok(Parsed {
            problem,
            unknown_fields: known.unknown_fields(&value),
        }),
        _ => Err(faults),
    }
}
