//! Properties of a page that decide its headers. Its components set them while it is rendered.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use leptos::{nonce::use_nonce, prelude::*};

use crate::assets::Assets;

/// In the context of the page that is being rendered.
#[derive(Debug, Default)]
pub struct PageProperties {
    nonce: OnceLock<String>,
    shareable: AtomicBool,
    has_frame: AtomicBool,
    refusal_shown: AtomicBool,
}

impl PageProperties {
    /// The nonce of the page's script, if an island is on the page.
    pub fn nonce(&self) -> Option<&str> {
        self.nonce.get().map(String::as_str)
    }

    /// Whether the page is the same for everybody who is not signed in. Otherwise no cache may keep it.
    pub fn is_shareable(&self) -> bool {
        self.shareable.load(Ordering::Relaxed)
    }

    pub fn set_shareable(&self, shareable: bool) {
        self.shareable.store(shareable, Ordering::Relaxed);
    }

    /// Whether another page of the application is embedded in a frame.
    pub fn has_frame(&self) -> bool {
        self.has_frame.load(Ordering::Relaxed)
    }

    pub fn set_has_frame(&self) {
        self.has_frame.store(true, Ordering::Relaxed);
    }

    /// Whether a form on the page shows why it was refused. Otherwise the page does.
    pub fn is_refusal_shown(&self) -> bool {
        self.refusal_shown.load(Ordering::Relaxed)
    }

    pub fn set_refusal_shown(&self) {
        self.refusal_shown.store(true, Ordering::Relaxed);
    }
}

/// The properties of the page that is being rendered.
pub fn page_properties() -> Arc<PageProperties> {
    expect_context::<Arc<PageProperties>>()
}

/// Makes the page load the browser part. Called by the components that render an island.
pub fn require_script() {
    // A server that was built without the browser part has no script.
    if expect_context::<Arc<Assets>>().script.is_empty() {
        return;
    }
    if let Some(nonce) = use_nonce() {
        let _ = page_properties().nonce.set(nonce.to_string());
    }
}
