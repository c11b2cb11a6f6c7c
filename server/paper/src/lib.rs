//! The papers of a world café: rotation cards, table signs and lists, as values and as a PDF. Pure.
//!
//! [`Papers`] has every text as it is printed, in the language of the event. The print pages render the same values
//! as HTML, so that both say the same.
//!
//! The PDF embeds subsets of `DejaVu` Sans Condensed: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic
//! scripts. Other characters have no glyph ([`is_printable`]); the print pages take the fonts of the browser instead.
//! Lines are set from left to right, and the words of Arabic and Hebrew within them from right to left.

mod cards;
mod code;
mod document;
mod font;
mod names;
mod papers;
mod sheet;
mod signs;
mod tables;

pub use code::Code;
pub use document::{PaperError, pdf};
pub use font::is_printable;
pub use papers::{Card, NameList, NameRow, Papers, Sign, Stop, TableList, TableRound, stacked};
