//! groups

pub mod assign;
