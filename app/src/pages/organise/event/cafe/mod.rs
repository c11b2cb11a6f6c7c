//! Pages of a world café.

mod plan;
mod set_up;

pub(crate) use plan::{CafePlanPage, ImportPlanPage, Links, Target, parse_seat};
pub(crate) use set_up::CafeSetUpPage;
