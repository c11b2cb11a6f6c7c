//! World cafés.

mod checker;
mod demo;
mod edits;
mod files;
mod given_cafe;
mod solving;
