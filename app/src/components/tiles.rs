//! Numbers at a glance.

use leptos::prelude::*;

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Such as `58 / 70`.
    pub number: String,
    pub label: String,
    /// The list of what is counted.
    pub href: Option<String>,
}

/// Numbers at a glance, each a link to what it counts.
#[component]
pub fn Tiles(tiles: Vec<Tile>) -> impl IntoView {
    let tiles = tiles
        .into_iter()
        .map(|tile| {
            let content = view! { <b>{tile.number}</b>" "<span>{tile.label}</span> };
            match tile.href {
                Some(href) => view! { <li><a class="tile" href=href>{content}</a></li> }.into_any(),
                None => view! { <li><div class="tile">{content}</div></li> }.into_any(),
            }
        })
        .collect_view();
    view! { <ul class="tiles">{tiles}</ul> }
}
