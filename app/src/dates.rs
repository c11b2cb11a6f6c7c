//! Dates as people write them: see [`model::dates`], which mails use as well.

pub use model::dates::*;
