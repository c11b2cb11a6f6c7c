//! The islands: components that hydrate in the browser. Each works without a script as well.

pub mod board;
pub mod form;
pub mod job;
pub mod order;
