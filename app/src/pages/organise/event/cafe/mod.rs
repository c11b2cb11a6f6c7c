//! Pages of a world café.

mod plan;

pub(crate) use plan::{CafePlanPage, Links, Target, parse_seat};
