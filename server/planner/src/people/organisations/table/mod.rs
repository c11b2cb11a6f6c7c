//! Organisations as a table: exported, imported as the same, and an import taken back.

mod columns;
mod entry;
mod export;
mod lines;
#[cfg(test)]
mod round_trip;
mod undo;

pub use self::{
    columns::OrganisationColumn,
    export::OrganisationTexts,
    lines::{LineParent, OrganisationImportPreview, OrganisationImportSummary, OrganisationLine},
    undo::UndoneOrganisationImport,
};
