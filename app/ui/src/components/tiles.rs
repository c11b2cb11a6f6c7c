//! Tiles with numbers.

use leptos::prelude::*;

use crate::text::t;

/// A number and its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    pub number: String,
    /// The most that it can be, if there is a limit.
    pub of: Option<u32>,
    pub label: String,
    /// The list that it counts.
    pub href: Option<String>,
}

/// Numbers, each with a link to the list that it counts.
#[component]
pub fn Tiles(tiles: Vec<Tile>) -> impl IntoView {
    let tiles = tiles
        .into_iter()
        .map(|tile| {
            let of = tile
                .of
                .map(|of| view! { " "<small>{t!("tile-of", of = of)}</small> });
            let content = view! { <b>{tile.number}{of}</b>" "<span>{tile.label}</span> };
            match tile.href {
                Some(href) => view! { <li><a class="tile" href=href>{content}</a></li> }.into_any(),
                None => view! { <li><div class="tile">{content}</div></li> }.into_any(),
            }
        })
        .collect_view();
    view! { <ul class="tiles">{tiles}</ul> }
}
