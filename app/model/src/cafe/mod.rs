//! World cafés: the set-up that a plan is made from, the versions of the plan, and the clock of the day.

mod attendance;
mod clock;
mod numbers;
mod plan;
mod rule;
mod schedule;
mod set_up;
mod way;

pub use attendance::Attendance;
pub use clock::{
    CafeClock, CafePhase, ClockReading, ClockStep, ImpossibleStep, NoSuchPhase, TimedPhase,
};
pub use numbers::{RetiredNumbers, RuleNumber, TableNumber, TopicNumber};
pub use plan::{BrokenRule, CafeKind, CafeQuality, CafeSeating, Lock, PlanVersion, VersionHead};
pub use rule::{AnswerNeed, CafeRule, CafeRuleKind, SeatNeed};
pub use schedule::{CafeSchedule, ScheduledRound};
pub use set_up::{CafeGoal, CafeRounds, CafeSetUp, CafeTable, CafeTopic};
pub use way::{CafeWay, StopHost, WayChange, WayStop, way_changes};

pub use crate::plan::VersionCause;
