//! Properties of a page that determine its headers. Components set them during rendering.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use leptos::{nonce::use_nonce, prelude::*};

use crate::assets::Assets;

/// The properties of a page, in its context.
#[derive(Debug, Default)]
pub struct PageProperties {
    nonce: OnceLock<String>,
    has_islands: AtomicBool,
    has_menu: AtomicBool,
    shareable: AtomicBool,
    has_frame: AtomicBool,
    refusal_shown: AtomicBool,
    reloads: AtomicBool,
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

    /// Whether the page loads the browser part.
    pub fn has_islands(&self) -> bool {
        self.has_islands.load(Ordering::Relaxed)
    }

    /// Whether the page has menus, which a script closes.
    pub fn has_menu(&self) -> bool {
        self.has_menu.load(Ordering::Relaxed)
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

    /// Whether the page loads itself again every few seconds where no script keeps it up to date.
    pub fn reloads(&self) -> bool {
        self.reloads.load(Ordering::Relaxed)
    }

    pub fn set_reloads(&self) {
        self.reloads.store(true, Ordering::Relaxed);
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
    page_properties().has_islands.store(true, Ordering::Relaxed);
    allow_scripts();
}

/// Makes the page close its menus by script.
pub(crate) fn require_menu_script() {
    page_properties().has_menu.store(true, Ordering::Relaxed);
    allow_scripts();
}

fn allow_scripts() {
    if let Some(nonce) = use_nonce() {
        let _ = page_properties().nonce.set(nonce.to_string());
    }
}
