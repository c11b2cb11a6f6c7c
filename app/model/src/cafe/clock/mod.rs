//! The clock of a café: which round is on, and how long it lasts.
//!
//! The clock follows the planned times until somebody moves it by hand. From then on every phase lasts as long as it is planned to,
//! counted from where the clock was moved. A phase is a function of the state and an instant, so screens that
//! know the state agree without asking.

use std::{fmt, ops::Range, str::FromStr};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{CafeRounds, CafeSchedule, schedule::later};

/// How much time [`ClockStep::AddMinute`] adds.
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// A part of a café. Rounds are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CafePhase {
    /// The first round has not begun.
    Before,
    /// People talk.
    Talk(u32),
    /// People change tables after this round.
    Change(u32),
    Over,
}

impl CafePhase {
    /// The round that is on, or that people change to. `None` before the first and after the last.
    pub const fn round(self) -> Option<u32> {
        match self {
            Self::Talk(round) => Some(round),
            Self::Change(after) => Some(after + 1),
            Self::Before | Self::Over => None,
        }
    }

    /// How many rounds people have begun to talk in. A repair leaves them as they are.
    pub const fn rounds_begun(self, count: u32) -> u32 {
        match self {
            Self::Before => 0,
            Self::Talk(round) | Self::Change(round) => round,
            Self::Over => count,
        }
    }

    /// What follows. Without time for a change the next round does.
    fn next(self, rounds: CafeRounds) -> Self {
        match self {
            Self::Before => Self::Talk(1),
            Self::Talk(round) | Self::Change(round) if round >= rounds.count => Self::Over,
            Self::Talk(round) if rounds.change_minutes > 0 => Self::Change(round),
            Self::Talk(round) | Self::Change(round) => Self::Talk(round + 1),
            Self::Over => Self::Over,
        }
    }

    /// What goes before; `None` before the first round.
    fn previous(self, rounds: CafeRounds) -> Option<Self> {
        match self {
            Self::Before => None,
            Self::Talk(1) => Some(Self::Before),
            Self::Talk(round) if rounds.change_minutes > 0 => Some(Self::Change(round - 1)),
            Self::Talk(round) => Some(Self::Talk(round - 1)),
            Self::Change(round) => Some(Self::Talk(round)),
            Self::Over => Some(Self::Talk(rounds.count)),
        }
    }

    fn duration(self, rounds: CafeRounds) -> SignedDuration {
        match self {
            Self::Talk(_) => SignedDuration::from_mins(rounds.minutes.into()),
            Self::Change(_) => SignedDuration::from_mins(rounds.change_minutes.into()),
            Self::Before | Self::Over => SignedDuration::ZERO,
        }
    }
}

/// `before`, `talk-2`, `change-2`, `over`.
impl fmt::Display for CafePhase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before => f.write_str("before"),
            Self::Talk(round) => write!(f, "talk-{round}"),
            Self::Change(round) => write!(f, "change-{round}"),
            Self::Over => f.write_str("over"),
        }
    }
}

/// The text is the name of no phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchPhase;

impl FromStr for CafePhase {
    type Err = NoSuchPhase;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |number: &str| number.parse().map_err(|_| NoSuchPhase);
        match text.split_once('-') {
            None if text == "before" => Ok(Self::Before),
            None if text == "over" => Ok(Self::Over),
            Some(("talk", round)) => number(round).map(Self::Talk),
            Some(("change", round)) => number(round).map(Self::Change),
            _ => Err(NoSuchPhase),
        }
    }
}

/// A phase with its times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimedPhase {
    pub phase: CafePhase,
    /// Where [`CafePhase::Before`] begins has no meaning.
    pub begins: Timestamp,
    /// Where [`CafePhase::Over`] ends has no meaning.
    pub ends: Timestamp,
}

impl TimedPhase {
    /// The phase that follows when this one ends at an instant.
    fn next_at(self, at: Timestamp, rounds: CafeRounds) -> Self {
        let phase = self.phase.next(rounds);
        Self {
            phase,
            begins: at,
            ends: later(at, phase.duration(rounds)),
        }
    }
}

/// What somebody does to the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockStep {
    /// Ends the phase. Before the first round it begins that round.
    Next,
    /// Goes back to the phase before.
    Back,
    AddMinute,
    Pause,
    Resume,
    /// Sounds the bell.
    Ring,
    /// Whether a phase ends when its time is up, or when somebody ends it.
    Automatic(bool),
    /// Whether the bell sounds two minutes before the end of a round and at its end.
    Bells(bool),
    /// Forgets what was moved by hand: the clock follows the planned times again.
    FollowPlan,
}

/// The state of a café's clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeClock {
    /// Whether phases end when their time is up.
    pub automatic: bool,
    /// Whether the bell sounds by itself.
    pub bells: bool,
    /// The phase that was set by hand last. `None`: the clock follows the planned times.
    set: Option<TimedPhase>,
    /// What was left by the last [`ClockStep::Next`], so that going back gives its time back.
    left: Option<TimedPhase>,
    /// Since when the clock stands still.
    paused: Option<Timestamp>,
    /// When the bell was sounded by hand.
    pub rung: Option<Timestamp>,
}

impl Default for CafeClock {
    fn default() -> Self {
        Self {
            automatic: true,
            bells: true,
            set: None,
            left: None,
            paused: None,
            rung: None,
        }
    }
}

/// What the clock shows at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockReading {
    pub now: TimedPhase,
    /// Until the end of the phase. Negative where nobody has ended it although its time is up. Zero when all is
    /// over.
    pub remaining: SignedDuration,
    /// What comes next, with its times if the phase ends on time. `None` when all is over.
    pub next: Option<TimedPhase>,
    /// Since when the clock stands still.
    pub paused: Option<Timestamp>,
}

/// A clock cannot be moved so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImpossibleStep;

impl CafeClock {
    /// What the clock shows at an instant.
    pub fn read(
        &self,
        schedule: &CafeSchedule,
        rounds: CafeRounds,
        now: Timestamp,
    ) -> ClockReading {
        let at = self.paused.unwrap_or(now);
        let mut phase = self.first(schedule, rounds);
        while self.automatic && phase.phase != CafePhase::Over && at >= phase.ends {
            phase = phase.next_at(phase.ends, rounds);
        }
        let is_over = phase.phase == CafePhase::Over;
        ClockReading {
            now: phase,
            remaining: if is_over {
                SignedDuration::ZERO
            } else {
                phase.ends.duration_since(at)
            },
            next: (!is_over).then(|| phase.next_at(phase.ends.max(at), rounds)),
            paused: self.paused,
        }
    }

    /// Whether rounds were begun or put off by hand on another day than that of the café, to try it out.
    pub fn is_rehearsed(&self, day: &Range<Timestamp>) -> bool {
        self.set.is_some_and(|set| match set.phase {
            // The first round was put off, and the café is on another day since.
            CafePhase::Before => !day.contains(&set.ends),
            _ => !day.contains(&set.begins),
        })
    }

    /// The clock that counts on the day of the café: what was rehearsed on another day does not.
    #[must_use]
    pub fn of_the_day(&self, day: &Range<Timestamp>) -> Self {
        if self.is_rehearsed(day) {
            self.by_plan()
        } else {
            self.clone()
        }
    }

    /// The same clock, moved by nobody.
    fn by_plan(&self) -> Self {
        Self {
            set: None,
            left: None,
            paused: None,
            ..self.clone()
        }
    }

    /// The phase at an instant and all that follow, each with its times if nobody moves the clock again.
    pub fn timeline(
        &self,
        schedule: &CafeSchedule,
        rounds: CafeRounds,
        now: Timestamp,
    ) -> Vec<TimedPhase> {
        let first = self.read(schedule, rounds, now).now;
        std::iter::successors(Some(first), |phase| {
            (phase.phase != CafePhase::Over).then(|| phase.next_at(phase.ends, rounds))
        })
        .collect()
    }

    /// Moves the clock.
    ///
    /// # Errors
    ///
    /// The step makes no sense in the present phase.
    pub fn step(
        &mut self,
        step: ClockStep,
        schedule: &CafeSchedule,
        rounds: CafeRounds,
        now: Timestamp,
    ) -> Result<(), ImpossibleStep> {
        let phase = self.read(schedule, rounds, now).now;
        let is_on = !matches!(phase.phase, CafePhase::Before | CafePhase::Over);
        match step {
            ClockStep::Next if phase.phase != CafePhase::Over => {
                self.left = Some(phase);
                self.paused = None;
                self.set = Some(phase.next_at(now, rounds));
            }
            ClockStep::Back => self.go_back(phase, schedule, rounds, now)?,
            ClockStep::AddMinute if phase.phase != CafePhase::Over => {
                let at = self.paused.unwrap_or(now);
                self.set = Some(TimedPhase {
                    ends: later(phase.ends.max(at), MINUTE),
                    ..phase
                });
            }
            ClockStep::Pause if is_on && self.paused.is_none() => {
                self.set = Some(phase);
                self.paused = Some(now);
            }
            ClockStep::Resume => {
                let since = self.paused.take().ok_or(ImpossibleStep)?;
                let stood = now.duration_since(since).max(SignedDuration::ZERO);
                self.set = Some(TimedPhase {
                    begins: later(phase.begins, stood),
                    ends: later(phase.ends, stood),
                    ..phase
                });
            }
            ClockStep::Ring => self.rung = Some(now),
            ClockStep::Automatic(automatic) => {
                self.switch(automatic, phase, now);
            }
            ClockStep::Bells(bells) => self.bells = bells,
            ClockStep::FollowPlan => *self = self.by_plan(),
            ClockStep::Next | ClockStep::AddMinute | ClockStep::Pause => {
                return Err(ImpossibleStep);
            }
        }
        Ok(())
    }

    /// The phase that was set by hand, or the time before the first round.
    fn first(&self, schedule: &CafeSchedule, rounds: CafeRounds) -> TimedPhase {
        match self.set {
            // Rounds were taken away.
            Some(set) if set.phase.rounds_begun(rounds.count) > rounds.count => TimedPhase {
                phase: CafePhase::Over,
                ..set
            },
            Some(set) => set,
            None => planned_before(schedule),
        }
    }

    /// Gives the phase before its time back, and at least a minute. Before the first round that is the time until
    /// the planned beginning.
    fn go_back(
        &mut self,
        phase: TimedPhase,
        schedule: &CafeSchedule,
        rounds: CafeRounds,
        now: Timestamp,
    ) -> Result<(), ImpossibleStep> {
        let previous = phase.phase.previous(rounds).ok_or(ImpossibleStep)?;
        let left = self.left.take().filter(|left| left.phase == previous);
        let before = left.unwrap_or_else(|| match previous {
            CafePhase::Before => planned_before(schedule),
            _ => TimedPhase {
                phase: previous,
                begins: later(phase.begins, -previous.duration(rounds)),
                ends: phase.begins,
            },
        });
        self.paused = None;
        // A café that is moved to another time takes a clock along that nobody has moved.
        let is_as_planned = before == planned_before(schedule) && before.ends > later(now, MINUTE);
        self.set = (!is_as_planned).then(|| TimedPhase {
            ends: before.ends.max(later(now, MINUTE)),
            ..before
        });
        Ok(())
    }

    /// A phase whose time is up ends when the clock begins to go on by itself.
    fn switch(&mut self, automatic: bool, phase: TimedPhase, now: Timestamp) {
        let follows_plan = self.set.is_none() && phase.phase == CafePhase::Before;
        if !follows_plan || phase.ends < now {
            self.set = Some(TimedPhase {
                ends: if automatic && self.paused.is_none() {
                    phase.ends.max(now)
                } else {
                    phase.ends
                },
                ..phase
            });
        }
        self.automatic = automatic;
    }
}

/// The time until the planned beginning.
fn planned_before(schedule: &CafeSchedule) -> TimedPhase {
    TimedPhase {
        phase: CafePhase::Before,
        begins: Timestamp::MIN,
        ends: schedule
            .rounds
            .first()
            .map_or(Timestamp::MAX, |round| round.begins),
    }
}

#[cfg(test)]
mod tests;
