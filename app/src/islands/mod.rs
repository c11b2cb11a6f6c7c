//! The islands: what comes alive in the browser. Each works as a plain page without it.

pub mod form;
pub mod order;
