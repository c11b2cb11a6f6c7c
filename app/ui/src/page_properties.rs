//! Properties of a page that determine its headers. Components set them during rendering.

use std::sync::{
    Arc, Mutex, OnceLock, PoisonError,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

use leptos::{nonce::use_nonce, prelude::*};

use crate::assets::Assets;

/// The properties of a page, in its context.
#[derive(Debug, Default)]
pub struct PageProperties {
    nonce: OnceLock<String>,
    has_islands: AtomicBool,
    small_scripts: Mutex<Vec<&'static str>>,
    shareable: AtomicBool,
    has_frame: AtomicBool,
    refusal_shown: AtomicBool,
    /// Seconds; 0: the page stays.
    reloads: AtomicU32,
    connects: AtomicBool,
    has_worker: AtomicBool,
    main_form: OnceLock<MainForm>,
}

/// The first form of a page: the one that the language switch takes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MainForm {
    /// The path of its action.
    pub action: &'static str,
    /// Distinguishes it from forms with the same action. Otherwise empty.
    pub id: String,
}

impl PageProperties {
    /// The nonce of the scripts. `None` on a page without any.
    pub fn nonce(&self) -> Option<&str> {
        self.nonce.get().map(String::as_str)
    }

    /// Whether the page has islands, which need the browser part.
    pub fn has_islands(&self) -> bool {
        self.has_islands.load(Ordering::Relaxed)
    }

    /// The sources of scripts that need no browser part.
    pub fn small_scripts(&self) -> Vec<&'static str> {
        let scripts = self.small_scripts.lock();
        scripts.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn allow_scripts(&self) {
        if let Some(nonce) = use_nonce() {
            let _ = self.nonce.set(nonce.to_string());
        }
    }

    /// Whether the page is the same for everybody who is not signed in. No cache may store other pages.
    pub fn is_shareable(&self) -> bool {
        self.shareable.load(Ordering::Relaxed)
    }

    pub fn set_shareable(&self, shareable: bool) {
        self.shareable.store(shareable, Ordering::Relaxed);
    }

    /// Whether the page embeds another page of the application in a frame.
    pub fn has_frame(&self) -> bool {
        self.has_frame.load(Ordering::Relaxed)
    }

    pub fn set_has_frame(&self) {
        self.has_frame.store(true, Ordering::Relaxed);
    }

    /// After how many seconds the page loads itself again where no script keeps it up to date.
    pub fn reload_interval(&self) -> Option<u32> {
        match self.reloads.load(Ordering::Relaxed) {
            0 => None,
            seconds => Some(seconds),
        }
    }

    /// Makes the page load itself again every three seconds.
    pub fn set_reloads(&self) {
        self.set_reloads_every(3);
    }

    pub fn set_reloads_every(&self, seconds: u32) {
        self.reloads.store(seconds, Ordering::Relaxed);
    }

    /// Whether a small script of the page asks the server.
    pub fn connects(&self) -> bool {
        self.connects.load(Ordering::Relaxed)
    }

    fn set_connects(&self) {
        self.connects.store(true, Ordering::Relaxed);
    }

    /// Whether the page registers a service worker.
    pub fn has_worker(&self) -> bool {
        self.has_worker.load(Ordering::Relaxed)
    }

    pub fn set_has_worker(&self) {
        self.has_worker.store(true, Ordering::Relaxed);
    }

    /// Whether a form on the page shows the refusal. If not, the page shows it at its top.
    pub fn is_refusal_shown(&self) -> bool {
        self.refusal_shown.load(Ordering::Relaxed)
    }

    /// The first form of the page.
    pub fn main_form(&self) -> Option<&MainForm> {
        self.main_form.get()
    }

    /// Returns whether the form is the page's first.
    pub fn claim_main_form(&self, form: MainForm) -> bool {
        self.main_form.set(form).is_ok()
    }

    pub fn set_refusal_shown(&self) {
        self.refusal_shown.store(true, Ordering::Relaxed);
    }
}

/// The properties of the page that is being rendered.
pub fn page_properties() -> Arc<PageProperties> {
    expect_context::<Arc<PageProperties>>()
}

/// Makes the page load the browser part. Components that render an island call it.
pub fn require_script() {
    // A server that was built without the browser part has no script.
    if expect_context::<Arc<Assets>>().script.is_empty() {
        return;
    }
    let properties = page_properties();
    properties.has_islands.store(true, Ordering::Relaxed);
    properties.allow_scripts();
}

/// Adds a small script that asks the server, to keep the page up to date or to send what is typed.
pub fn require_connecting_script(source: &'static str) {
    page_properties().set_connects();
    require_small_script(source);
}

/// Adds a small script to the page, which runs once. Components call it for what needs no island.
pub fn require_small_script(source: &'static str) {
    let properties = page_properties();
    properties.allow_scripts();
    let scripts = properties.small_scripts.lock();
    let mut scripts = scripts.unwrap_or_else(PoisonError::into_inner);
    if !scripts.contains(&source) {
        scripts.push(source);
    }
}
