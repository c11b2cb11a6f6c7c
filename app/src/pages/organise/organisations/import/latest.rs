//! The latest imports of organisations, and what became of one.

use leptos::prelude::*;
use model::{Network, OrganisationImport};
use ui::{components::Tone, forms::last_result, text::t};

use crate::{
    api::actions::UndoOrganisationImport,
    pages::organise::table_import::{self, LatestImport, import_outcome, number_done},
};

/// What the last form did.
pub(super) fn outcome() -> Option<AnyView> {
    let (tone, says) = match last_result()?.as_str() {
        "imported" => {
            let left_out = number_done("left_out").filter(|left_out| *left_out > 0);
            let left_out = left_out.map(|left_out| t!("import-sound-done", n = left_out));
            let imported = std::iter::once(t!("contact-imported"));
            (Tone::Good, imported.chain(left_out).collect())
        }
        "undone-before" => (Tone::Warn, vec![t!("contact-import-undone-before")]),
        "undone" => {
            let (deleted, restored) = (number_done("deleted")?, number_done("restored")?);
            let mut says = vec![t!("organisation-import-undone", n = deleted)];
            if restored > 0 {
                says.push(t!("organisation-import-restored", n = restored));
            }
            let kept = number_done("kept").filter(|kept| *kept > 0);
            says.extend(kept.map(|kept| t!("organisation-import-kept", n = kept)));
            (Tone::Good, says)
        }
        _ => return None,
    };
    Some(import_outcome(tone, &says))
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
