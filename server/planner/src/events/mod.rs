//! Events: planned as drafts, published once, changed, cancelled.

mod change;
mod create;
mod lifecycle;
mod queries;
mod questions;
mod rules;

pub use change::{AgendaShift, Effects, Recipients};
pub use queries::{Counts, EventLists, EventSummary, PlannedEvent};
pub use questions::NewQuestion;
