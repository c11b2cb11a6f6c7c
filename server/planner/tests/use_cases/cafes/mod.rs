//! World cafés.

mod checker;
mod edits;
mod files;
mod given_cafe;
mod solving;
