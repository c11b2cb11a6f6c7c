//! The WebAssembly module that the browser loads: the islands of `ui`.
//!
//! It is a package of its own because Cargo optimises a `cdylib` across crates only where it is the
//! package's only crate type, and would link one of `ui` in every build of the server as well.
#![cfg(target_arch = "wasm32")]

pub use ui::hydrate;
