//! World cafés.

mod checker;
mod clock;
mod edits;
mod files;
mod given_cafe;
mod set_up;
mod solving;
