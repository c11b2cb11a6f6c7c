//! Pages of a world café.

mod plan;

pub(crate) use plan::{CafePlanPage, ImportPlanPage, Links, Target, parse_seat};
