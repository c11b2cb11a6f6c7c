//! Components, islands, texts, dates, form handling, the visit, and the document of a page. Pages and form
//! actions are in the crate `app`.
//!
//! The feature `ssr` compiles the server side. The feature `hydrate` compiles the browser side, which contains
//! [`islands`] only.

pub mod islands;

#[cfg(feature = "ssr")]
pub mod assets;
#[cfg(feature = "ssr")]
pub mod changes;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod dates;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(feature = "ssr")]
pub mod markdown;
#[cfg(feature = "ssr")]
pub mod page_properties;
#[cfg(feature = "ssr")]
pub mod paths;
#[cfg(feature = "ssr")]
mod planner_error;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod text;
#[cfg(feature = "ssr")]
pub mod visit;

/// The browser's entry point: hydrates the page's islands.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
