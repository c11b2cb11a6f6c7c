//! Progress reports of both solvers.

use std::fmt;

use crate::{assign, rotate};

/// State of a running search. [`fmt::Display`] gives one line of text.
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
