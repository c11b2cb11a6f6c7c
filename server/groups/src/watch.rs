//! How a caller follows a search, and ends it.

use std::fmt;

use crate::{assign, rotate};

/// The caller's side of a search. The library has no clock: whoever has one ends the search here.
pub trait Watch: Sync {
    /// Shall the search end now, with the best plan so far? Asked often and from several threads, so it must be quick.
    fn stop(&self) -> bool;

    /// Something was reached.
    fn progress(&self, progress: &Progress) {
        let _ = progress;
    }
}

/// How far a search is. Its text is made for a progress line.
#[derive(Clone, Debug)]
pub enum Progress {
    Rotate(rotate::Progress),
    Assign(assign::Progress),
}

impl fmt::Display for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rotate(progress) => progress.fmt(f),
            Self::Assign(progress) => progress.fmt(f),
        }
    }
}
