//! The papers of a world café: rotation cards, table signs and lists, as values. Pure.
//!
//! [`Papers`] has every text as it is printed, in the language of the event. The print pages render it as HTML.

mod code;
mod papers;

pub use code::Code;
pub use papers::{Card, NameList, NameRow, Papers, Sign, Stop, TableList, TableRound, stacked};
