//! The real binary, started as an operator starts it, on a database of its own.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod assets;
#[cfg(test)]
mod client;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod database;
#[cfg(test)]
mod downloads;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod log;
#[cfg(test)]
mod running;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod stopping;
#[cfg(test)]
mod stylesheet;
