//! The latest imports of a kind, each of which can be taken back once.

use jiff::Timestamp;
use leptos::prelude::*;
use model::Network;
use ui::{
    components::{Notice, PostButton, Tone},
    dates::dates,
    text::t,
    visit::query,
};

/// An import that can be taken back.
pub struct LatestImport {
    pub id: String,
    pub at: Timestamp,
    /// What it did.
    pub says: String,
    pub is_undone: bool,
}

/// The latest imports. `undo` is the action that takes one back; `hint` says what that does.
pub fn latest_imports(
    network: &Network,
    imports: impl IntoIterator<Item = LatestImport>,
    undo: &'static str,
    hint: String,
) -> Option<AnyView> {
    let rows = imports.into_iter();
    let rows: Vec<_> = rows.map(|import| row(network, import, undo)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2>{t!("contact-imports-title")}</h2>
                <p class="hint">{hint}</p>
                <ul class="plain rules">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn row(network: &Network, import: LatestImport, undo: &'static str) -> AnyView {
    let when = dates().moment(network.time_zone.clock(import.at).datetime());
    let end = if import.is_undone {
        view! { <span class="soft">{t!("contact-imports-undone")}</span> }.into_any()
    } else {
        let fields = vec![("network", network.id.to_string()), ("import", import.id)];
        view! {
            <PostButton
                to=undo
                label=t!("contact-imports-undo")
                about=when.clone()
                fields
            />
        }
        .into_any()
    };
    view! {
        <li class="apart">
            <span><b>{when}</b>" "<span>{import.says}</span></span>
            {end}
        </li>
    }
    .into_any()
}

/// A number that an action left in the address of the page.
pub fn number_done(name: &str) -> Option<u32> {
    query(name)?.parse().ok()
}

/// The notice about the last import or its being taken back.
pub fn import_outcome(tone: Tone, says: &[String]) -> AnyView {
    let says = says.join(" ");
    view! { <Notice tone><p role="status">{says}</p></Notice> }.into_any()
}
