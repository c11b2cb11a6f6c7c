//! The scripts of a page: one that loads the browser part and hydrates the islands, and small ones without it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{assets::Assets, page_properties::page_properties};

/// Closes an open menu by Escape and by a click beside it, filters a list by the choice made, and opens the print
/// dialog of a page to print. All of that can be done without it.
pub(super) const PAGE_SCRIPT: &str = include_str!("page.js");

#[component]
pub(super) fn Script(assets: Arc<Assets>) -> impl IntoView {
    let properties = page_properties();
    let nonce = properties.nonce()?.to_owned();
    let islands = properties.has_islands().then(|| {
        let start = include_str!("../islands/start.js")
            .replace("SCRIPT", &assets.script)
            .replace("WASM", &assets.wasm);
        view! {
            <link rel="modulepreload" href=assets.script.clone() nonce=nonce.clone()/>
            <script type="module" nonce=nonce.clone() inner_html=start></script>
        }
    });
    let small = properties
        .small_scripts()
        .into_iter()
        .map(|source| view! { <script type="module" nonce=nonce.clone() inner_html=source></script> })
        .collect_view();
    Some(view! { {islands}{small} })
}
