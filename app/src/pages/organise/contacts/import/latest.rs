//! The latest imports into the address book, and what became of one.

use leptos::prelude::*;
use model::{ContactImport, Network};
use ui::{
    components::{Notice, PostButton, Tone},
    dates::dates,
    forms::last_result,
    text::t,
    visit::query,
};

use crate::api::actions::UndoContactImport;

/// What the last form did.
pub(super) fn outcome() -> Option<impl IntoView> {
    let number = |name| query(name).and_then(|number| number.parse::<u32>().ok());
    let (tone, says) = match last_result()?.as_str() {
        "imported" => {
            let left_out = number("left_out").filter(|left_out| *left_out > 0);
            let left_out = left_out.map(|left_out| t!("import-sound-done", n = left_out));
            let imported = std::iter::once(t!("contact-imported"));
            (Tone::Good, imported.chain(left_out).collect())
        }
        "undone-before" => (Tone::Warn, vec![t!("contact-import-undone-before")]),
        "undone" => {
            let (deleted, restored) = (number("deleted")?, number("restored")?);
            let mut says = vec![t!("contact-import-undone", n = deleted)];
            if restored > 0 {
                says.push(t!("contact-import-restored", n = restored));
            }
            let kept = number("kept").filter(|kept| *kept > 0);
            says.extend(kept.map(|kept| t!("contact-import-kept", n = kept)));
            (Tone::Good, says)
        }
        _ => return None,
    };
    Some(view! { <Notice tone><p role="status">{says.join(" ")}</p></Notice> })
}

/// The latest imports. Each can be taken back once.
pub(super) fn latest_imports(
    network: &Network,
    imports: &[ContactImport],
) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = imports.iter().map(|import| row(network, import)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2>{t!("contact-imports-title")}</h2>
                <p class="hint">{t!("contact-imports-hint")}</p>
                <ul class="plain rules">{rows}</ul>
            </section>
        }
    })
}

fn row(network: &Network, import: &ContactImport) -> impl IntoView + use<> {
    let when = dates().moment(network.time_zone.clock(import.at).datetime());
    let (added, supplemented) = (import.added, import.supplemented);
    let says = t!(
        "contact-imports-row",
        added = added,
        supplemented = supplemented
    );
    let end = if import.undone_at.is_some() {
        view! { <span class="soft">{t!("contact-imports-undone")}</span> }.into_any()
    } else {
        let fields = vec![
            ("network", network.id.to_string()),
            ("import", import.id.to_string()),
        ];
        view! {
            <PostButton
                to=UndoContactImport::PATH
                label=t!("contact-imports-undo")
                about=when.clone()
                fields
            />
        }
        .into_any()
    };
    view! {
        <li class="apart">
            <span><b>{when}</b>" "<span>{says}</span></span>
            {end}
        </li>
    }
}
