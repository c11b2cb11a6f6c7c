//! The preview of an import: its verdict and its columns.

use leptos::prelude::*;
use planner::workshops::{ProgrammeColumn, ProgrammePreview};
use ui::{text::t, visit::language};

use crate::{
    pages::organise::table_import::{columns as column_fields, sound_verdict, unsound_verdict},
    programme_table::column_name,
};

/// The consequences of the import, or the reasons against it. `again`: the request to import was for another table
/// than the preview's.
pub(super) fn verdict(preview: &ProgrammePreview, again: bool) -> AnyView {
    if !preview.is_sound() {
        let name = |column| column_name(language(), column);
        let too_many = |most| t!("workshops-import-too-many", most = most);
        return unsound_verdict(preview, name, &t!("workshops-import-empty"), too_many);
    }
    let (added, changed) = (preview.added(), preview.changed());
    let added = (added > 0).then(|| t!("workshops-import-added", n = added));
    let changed = (changed > 0).then(|| t!("workshops-import-changed", n = changed));
    let consequences = added.into_iter().chain(changed).collect();
    let says = (t!("workshops-import-sound"), consequences);
    sound_verdict(preview, again, says, Vec::new())
}

/// The recognised content of each column, as fields.
pub(super) fn columns(preview: &ProgrammePreview) -> Option<AnyView> {
    let name = |column| column_name(language(), column);
    column_fields(preview, ProgrammeColumn::ALL, name)
}
