//! What pages are made from: components and islands, texts, dates, the way of a form, the visit, and the
//! document around a page. It knows no page and no form action; those are in the crate `app`.
//!
//! With the feature `ssr` this is the server's side. With `hydrate` it is the browser's side, and only
//! [`islands`] are in it.

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
