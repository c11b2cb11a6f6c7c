//! The real binary as a process, on a database of its own.

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
mod floods;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod log;
#[cfg(test)]
mod responses;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod shutdown;
#[cfg(test)]
mod stylesheet;
#[cfg(test)]
mod test_server;
