//! The binary `treffpunkt`: settings, start, shutdown, and the routes that are not pages.
//!
//! `app` renders pages, `planner` has the use cases; nothing here decides about events or people.

mod assets;
mod background;
mod commands;
mod config;
mod connections;
mod downloads;
mod error;
mod error_page;
mod event_streams;
mod health;
mod http_server;
mod layers;
mod log;
mod one_click;
mod open_files;
mod server;
mod setup;
mod shutdown;
mod table_points;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run()
}
