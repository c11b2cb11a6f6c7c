//! Events: planned as drafts, published once, changed, cancelled.

mod change;
mod copying;
mod create;
mod lifecycle;
mod locked_event;
mod next_steps;
mod overview;
mod queries;
mod questions;
mod rules;
mod series;

pub use change::{AgendaShift, ChangeOutcome, Confirmation, Effects, Recipients, SaveOptions};
pub(crate) use create::moved_start;
pub(crate) use locked_event::{LockedEvent, lock_changeable};
pub use next_steps::{NextStep, NextSteps};
pub use overview::{Activity, ContingentUse, EventActivities, EventOverview};
pub use queries::{Counts, EventLists, EventSummary, PlannedEvent};
pub use questions::{ChosenOptions, NewQuestion, QuestionEdit};
pub use series::{NextEvent, SeriesOfEvent, SeriesPage};
