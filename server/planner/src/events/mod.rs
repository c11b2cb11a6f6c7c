//! Events: planned as drafts, published once, changed, cancelled.

mod agenda;
mod change;
mod create;
mod life;
mod look;
mod order;
mod questions;
mod told;

pub use agenda::{
    AgendaMove, NewSession, Timing, end_of, in_order, minutes_between, minutes_on, timings,
};
pub use change::{AgendaGoes, Effects, Recipients, untouched};
pub use look::{Counts, EventLists, EventSummary, PlannedEvent};
pub use order::Place;
pub use questions::NewQuestion;
pub(crate) use told::Told;
