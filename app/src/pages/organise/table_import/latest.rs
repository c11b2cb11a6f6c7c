//! The latest imports of a kind, each of which can be taken back once, and what became of one.

use jiff::Timestamp;
use leptos::prelude::*;
use model::Network;
use ui::{
    components::{Notice, PostButton, Tone},
    dates::dates,
    forms::last_result,
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

/// The words about an import and its being taken back. Those with a number say it of so many entries.
pub struct ImportWords {
    pub imported: String,
    pub undone_before: String,
    pub undone: fn(u32) -> String,
    pub restored: fn(u32) -> String,
    pub kept: fn(u32) -> String,
}

/// What the last form did: an import, or taking one back.
pub fn outcome(words: ImportWords) -> Option<AnyView> {
    let number = |name: &str| query(name)?.parse::<u32>().ok();
    let some = |name: &str| number(name).filter(|n| *n > 0);
    let (tone, says) = match last_result()?.as_str() {
        "imported" => {
            let left_out = some("left_out").map(|left_out| t!("import-sound-done", n = left_out));
            let imported = std::iter::once(words.imported);
            (Tone::Good, imported.chain(left_out).collect())
        }
        "undone-before" => (Tone::Warn, vec![words.undone_before]),
        "undone" => {
            let (deleted, _) = (number("deleted")?, number("restored")?);
            let mut says = vec![(words.undone)(deleted)];
            says.extend(some("restored").map(words.restored));
            says.extend(some("kept").map(words.kept));
            (Tone::Good, says)
        }
        _ => return None,
    };
    let says = says.join(" ");
    Some(view! { <Notice tone><p role="status">{says}</p></Notice> }.into_any())
}
