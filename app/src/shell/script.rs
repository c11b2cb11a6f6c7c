//! The one script: on pages with an island, it loads the browser part and wakes the islands.

use std::sync::Arc;

use leptos::{nonce::use_nonce, prelude::*};

use crate::{assets::Assets, render::Rendered};

/// Says that the page has an island on it. Called by the components that render one.
pub(crate) fn needs_script() {
    let rendered = expect_context::<Arc<Rendered>>();
    // A server that was built without the browser part has no script to offer.
    if expect_context::<Arc<Assets>>().script.is_empty() {
        return;
    }
    if let Some(nonce) = use_nonce() {
        let _ = rendered.nonce.set(nonce.to_string());
    }
}

#[component]
pub(super) fn Script(assets: Arc<Assets>) -> impl IntoView {
    let nonce = expect_context::<Arc<Rendered>>().nonce.get().cloned()?;
    let start = include_str!("../islands/start.js")
        .replace("SCRIPT", &assets.script)
        .replace("WASM", &assets.wasm);
    Some(view! {
        <link rel="modulepreload" href=assets.script.clone() nonce=nonce.clone()/>
        <script type="module" nonce=nonce inner_html=start></script>
    })
}
