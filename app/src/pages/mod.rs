//! The pages, a folder per place, a file per page. A page asks the planner and shows the answer; it
//! changes nothing.

pub(crate) mod account;
mod assignment_files;
mod cafe_clock;
mod explanation;
pub(crate) mod organise;
pub(crate) mod public;
