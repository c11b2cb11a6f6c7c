//! Events: planned as drafts, published once, changed, cancelled.

mod change;
mod create;
mod lifecycle;
mod queries;
mod questions;
mod told;

pub use change::{AgendaShift, Effects, Recipients, untouched};
pub use queries::{Counts, EventLists, EventSummary, PlannedEvent};
pub use questions::NewQuestion;
pub(crate) use told::Told;
