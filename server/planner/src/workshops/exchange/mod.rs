//! Programmes as tables: read with the faults of every line, taken over whole or not at all, and written so that they
//! can be read again.

mod columns;
mod entry;
mod export;
mod lines;
mod slot_names;

pub use columns::ProgrammeColumn;
pub use export::ProgrammeTexts;
pub use lines::{LineWorkshop, ProgrammePreview};
pub(super) use slot_names::name as slot_name;
