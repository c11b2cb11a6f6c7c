//! The latest imports of organisations, and what became of one.

use leptos::prelude::*;
use model::{Network, OrganisationImport};
use ui::text::t;

use crate::{
    api::actions::UndoOrganisationImport,
    pages::organise::table_import::{self, ImportWords, LatestImport},
};

/// What the last form did.
pub(super) fn outcome() -> Option<AnyView> {
    table_import::outcome(ImportWords {
        imported: t!("contact-imported"),
        undone_before: t!("contact-import-undone-before"),
        undone: |n| t!("organisation-import-undone", n = n),
        restored: |n| t!("organisation-import-restored", n = n),
        kept: |n| t!("organisation-import-kept", n = n),
    })
}

/// The latest imports. Each can be taken back once.
pub(super) fn latest_imports(network: &Network, imports: &[OrganisationImport]) -> Option<AnyView> {
    let latest = imports.iter().map(|import| LatestImport {
        id: import.id.to_string(),
        at: import.at,
        says: t!(
            "organisation-imports-row",
            added = import.added,
            changed = import.changed
        ),
        is_undone: import.undone_at.is_some(),
    });
    let hint = t!("organisation-imports-hint");
    table_import::latest_imports(network, latest, UndoOrganisationImport::PATH, hint)
}
