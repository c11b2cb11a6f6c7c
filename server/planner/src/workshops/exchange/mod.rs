//! Programmes as tables: read with the faults of every line, taken over whole or not at all, and written so that they
//! can be read again.

mod columns;
mod entry;
mod export;
mod lines;
mod slot_names;

pub use columns::{ChosenProgrammeColumns, ProgrammeColumn, ProgrammeTableFault, TableColumn};
pub use export::ProgrammeTexts;
pub use lines::{ProgrammeLine, ProgrammePreview};
pub(super) use slot_names::name as slot_name;
