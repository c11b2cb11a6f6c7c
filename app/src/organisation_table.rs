//! The texts of organisations as a table.

use model::Language;
use planner::people::OrganisationColumn;
use ui::text::t;

/// The heading of a column.
pub fn organisation_column_name(language: Language, column: OrganisationColumn) -> String {
    match column {
        OrganisationColumn::ShortName => t!(language => "organisation-short-name"),
        OrganisationColumn::Name => t!(language => "organisation-name"),
        OrganisationColumn::Region => t!(language => "organisation-region"),
        OrganisationColumn::Field => t!(language => "organisation-field"),
        OrganisationColumn::Parent => t!(language => "organisation-parent"),
        OrganisationColumn::Nothing => t!(language => "import-column-nothing"),
    }
}
