//! The user interface: pages rendered on the server, and the few islands that hydrate in the browser.
//! `app/README.md` tells how to build a page and a form.
//!
//! With the feature `ssr` this is the server's side: [`router`] mounts all of it. With `hydrate` it is
//! the browser's side, and only [`islands`] are in it.

pub mod islands;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod assets;
#[cfg(feature = "ssr")]
mod changes;
#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
pub mod dates;
#[cfg(feature = "ssr")]
mod download;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
pub mod markdown;
#[cfg(feature = "ssr")]
mod page_properties;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod paths;
#[cfg(feature = "ssr")]
mod planner_error;
#[cfg(feature = "ssr")]
mod render;
#[cfg(feature = "ssr")]
mod router;
#[cfg(feature = "ssr")]
mod routes;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
mod state;
#[cfg(feature = "ssr")]
mod submit;
#[cfg(feature = "ssr")]
pub mod text;
#[cfg(feature = "ssr")]
pub mod visit;

#[cfg(feature = "ssr")]
pub use {
    assets::Assets,
    download::{Download, Downloads, list_headings},
    error::AppError,
    pages::organise::ListQuery,
    render::revalidate,
    router::router,
};

/// The browser's entry point: hydrates the page's islands.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
