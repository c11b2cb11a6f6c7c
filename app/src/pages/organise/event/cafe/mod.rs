//! Pages of a world café.

mod day;
mod paper;
mod plan;
mod publish;
mod repair;
mod sentences;
mod set_up;
mod several;
mod twice;
mod walk_in;
mod without;

pub(crate) use day::CafeDayPage;
pub(crate) use paper::{CafePaperPage, PRINT_SCRIPT, PrintCafePage, card_sheets, sign_sheet};
pub(crate) use plan::{
    BOARD_SCRIPT, CafePlanPage, ImportPlanPage, Links, Target, contradiction, failure_text,
    parse_lock, parse_seat,
};
pub(crate) use publish::PublishCafePage;
pub(crate) use repair::RepairCafePage;
pub(crate) use set_up::CafeSetUpPage;
pub(crate) use several::{asked_item, other_cafes};
pub(crate) use walk_in::WalkInPage;
pub(crate) use without::page_without_cafe;
