//! The real binary, started as an operator starts it, on a database of its own.

mod answers;
mod assets;
mod client;
mod commands;
mod database;
mod downloads;
mod log;
mod running;
mod settings;
mod stopping;
mod stylesheet;
