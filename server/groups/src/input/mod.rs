//! Reading a problem: the same words, paths and strictness for cafés and workshops.
//!
//! [`problem`] walks through JSON once and collects every fault, each with the path of its field; nothing stops
//! the reading of the rest. `field` is a place in the input, `ids` what may be referred to. Which fields there
//! are, and what they mean, is said in `rotate/input` and `assign/reading`.
//!
//! The rules, the same everywhere:
//! - One cause is one fault: nothing is said of what lies in something that could not be read, nor of what refers to a
//!   list of which nothing could be read. A reference to an id that nobody bears is a fault of its own.
//! - `null` is the same as left out; fields that nobody asks for are ignored.
//! - A text is never empty. An id names one thing only, and a list names a thing only once.

mod field;
mod ids;

use std::cell::RefCell;

use serde_json::Value;

pub use field::Field;
pub use ids::{IdIndex, number_values};

/// The path of the text as a whole.
const ROOT_PATH: &str = "input";

/// One thing wrong with the input, on one line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct Fault {
    /// The field, as `people[3].rounds`; `input` where the text as a whole is meant.
    pub path: String,
    /// What is wrong with it.
    pub message: String,
}

/// The faults found so far.
#[derive(Debug, Default)]
pub struct FaultList(RefCell<Vec<Fault>>);

/// Reads a problem from its text: all of it, or every fault found, never none.
///
/// `read` may give up with `None` once it has noted a fault.
pub fn parse<T>(text: &str, read: impl FnOnce(&Field<'_>) -> Option<T>) -> Result<T, Vec<Fault>> {
    // Spreadsheets and editors on Windows begin their files with a byte order mark.
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
    let faults = faults.0.take();
    match read {
        Some(read) if faults.is_empty() => Ok(read),
        _ => Err(faults),
    }
}
