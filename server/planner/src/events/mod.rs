//! Events: planned as drafts, published once, changed, cancelled.

mod agenda;
mod change;
mod create;
mod life;
mod look;
mod questions;

pub use agenda::{AgendaMove, NewSession, Step, end_of, in_order, overlapping};
pub use change::{AgendaGoes, Effects, Recipients};
pub use look::{Counts, EventLists, EventSummary, PlannedEvent};
pub use questions::NewQuestion;
