//! The scripts of a page: one loads the browser part and hydrates the islands, one serves menus and lists.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{assets::Assets, page_properties::page_properties};

/// Closes an open menu by Escape and by a click beside it, filters a list by the choice made, and opens the print
/// dialog of a page to print. All of that can be done without it.
const MENU: &str = include_str!("menu.js");

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
    let menu = properties
        .has_menu()
        .then(|| view! { <script type="module" nonce=nonce inner_html=MENU></script> });
    Some(view! { {islands}{menu} })
}
