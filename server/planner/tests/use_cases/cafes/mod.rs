//! World cafés.

mod agenda;
mod begun_rounds;
mod board_rules;
mod checker;
mod clock;
mod contradictions;
mod demo;
mod edits;
mod files;
mod given_cafe;
mod harvest;
mod new_faces;
mod paper;
mod presence;
mod publishing;
mod repair;
pub mod seated_cafe;
mod set_up;
mod solving;
