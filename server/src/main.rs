//! The binary `treffpunkt`: settings, start and stop, and the routes that are no pages.
//!
//! What a person sees lives in `app`, what they can make happen in `planner`; nothing here decides
//! about events or people.

mod assets;
mod commands;
mod config;
mod downloads;
mod fault;
mod health;
mod layers;
mod listen;
mod log;
mod shutdown;
mod start;
mod worker;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run()
}
