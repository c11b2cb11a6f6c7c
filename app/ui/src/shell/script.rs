//! The script of a page with islands: it loads the browser part and hydrates the islands.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{assets::Assets, page_properties::page_properties};

#[component]
pub(super) fn Script(assets: Arc<Assets>) -> impl IntoView {
    let nonce = page_properties().nonce()?.to_owned();
    let start = include_str!("../islands/start.js")
        .replace("SCRIPT", &assets.script)
        .replace("WASM", &assets.wasm);
    Some(view! {
        <link rel="modulepreload" href=assets.script.clone() nonce=nonce.clone()/>
        <script type="module" nonce=nonce inner_html=start></script>
    })
}
