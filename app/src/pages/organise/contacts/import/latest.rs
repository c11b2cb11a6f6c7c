//! The latest imports into the address book, and what became of one.

use leptos::prelude::*;
use model::{ContactImport, Network};
use ui::text::t;

use crate::{
    api::actions::UndoContactImport,
    pages::organise::table_import::{self, ImportWords, LatestImport},
};

/// What the last form did.
pub(super) fn outcome() -> Option<AnyView> {
    table_import::outcome(ImportWords {
        imported: t!("contact-imported"),
        undone_before: t!("contact-import-undone-before"),
        undone: |n| t!("contact-import-undone", n = n),
        restored: |n| t!("contact-import-restored", n = n),
        kept: |n| t!("contact-import-kept", n = n),
    })
}

/// The latest imports. Each can be taken back once.
pub(super) fn latest_imports(network: &Network, imports: &[ContactImport]) -> Option<AnyView> {
    let latest = imports.iter().map(|import| LatestImport {
        id: import.id.to_string(),
        at: import.at,
        says: t!(
            "contact-imports-row",
            added = import.added,
            supplemented = import.supplemented
        ),
        is_undone: import.undone_at.is_some(),
    });
    let hint = t!("contact-imports-hint");
    table_import::latest_imports(network, latest, UndoContactImport::PATH, hint)
}
