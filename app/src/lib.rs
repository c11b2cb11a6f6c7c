//! Pages, rendered on the server, and the actions of their forms. [`router`] mounts all of it.
//! `app/README.md` tells how to build a page and a form. The crate `ui` has what pages are made from.

mod api;
mod download;
mod pages;
mod render;
mod router;
mod routes;
mod state;
mod submit;

pub use download::{Download, Downloads, list_headings};
pub use pages::organise::ListQuery;
pub use render::revalidate;
pub use router::router;
