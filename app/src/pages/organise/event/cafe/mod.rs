//! Pages of a world café.

mod day;
mod publish;
mod repair;
mod several;
mod walk_in;

pub(crate) use day::CafeDayPage;
pub(crate) use publish::PublishCafePage;
pub(crate) use repair::RepairCafePage;
pub(crate) use walk_in::WalkInPage;
mod plan;

pub(crate) use plan::{CafePlanPage, ImportPlanPage, Links, Target, parse_seat};
