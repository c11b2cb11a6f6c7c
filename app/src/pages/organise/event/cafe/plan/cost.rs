//! What a change brings, in words and as a number.

use model::cafe::{BrokenRule, CafeGoal};
use planner::cafes::MoveEffect;
use ui::text::t;

/// How a cost is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Gain,
    Even,
    Loss,
    /// It breaks a rule.
    Forbidden,
}

impl Verdict {
    /// The class of its colour. The words say the same without it.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Gain => "cost gain",
            Self::Even => "cost",
            Self::Loss => "cost loss",
            Self::Forbidden => "cost no",
        }
    }
}

/// A difference in one of the numbers that a goal counts.
#[derive(Debug, Clone, Copy)]
enum Part {
    Topics(i64),
    Meetings(i64),
    Repeats(i64),
    Mix(i64),
    OldFaces(i64),
}

impl Part {
    /// Positive where it is better.
    const fn gain(self) -> i64 {
        match self {
            Self::Topics(difference) | Self::Meetings(difference) => difference,
            Self::Repeats(difference) | Self::Mix(difference) | Self::OldFaces(difference) => {
                -difference
            }
        }
    }

    fn words(self) -> String {
        match self {
            Self::Topics(n) if n < 0 => t!("cafe-cost-topics-fewer", n = -n),
            Self::Topics(n) => t!("cafe-cost-topics-more", n = n),
            Self::Meetings(n) if n < 0 => t!("cafe-cost-meetings-fewer", n = -n),
            Self::Meetings(n) => t!("cafe-cost-meetings-more", n = n),
            Self::Repeats(n) if n < 0 => t!("cafe-cost-repeats-fewer", n = -n),
            Self::Repeats(n) => t!("cafe-cost-repeats-more", n = n),
            Self::Mix(n) if n < 0 => t!("cafe-cost-mix-fewer", n = -n),
            Self::Mix(n) => t!("cafe-cost-mix-more", n = n),
            Self::OldFaces(n) if n < 0 => t!("cafe-cost-old-faces-fewer", n = -n),
            Self::OldFaces(n) => t!("cafe-cost-old-faces-more", n = n),
        }
    }

    fn short(self) -> String {
        match self {
            Self::Meetings(n) => signed(n),
            Self::Topics(n) => t!("cafe-cost-short-topics", n = n.abs(), signed = signed(n)),
            Self::Repeats(n) => t!("cafe-cost-short-repeats", signed = signed(n)),
            Self::Mix(n) => t!("cafe-cost-short-mix", signed = signed(n)),
            Self::OldFaces(n) => t!("cafe-cost-short-old-faces", signed = signed(n)),
        }
    }
}

/// The differences that are none, in the order of the goals.
fn parts(effect: &MoveEffect, goals: &[CafeGoal]) -> Vec<Part> {
    let of_goal = |goal: &CafeGoal| match goal {
        CafeGoal::Topics => vec![Part::Topics(effect.topics)],
        CafeGoal::Meetings => vec![
            Part::Meetings(effect.meetings),
            Part::Repeats(effect.repeats),
        ],
        CafeGoal::Mix => vec![Part::Mix(effect.mix)],
        CafeGoal::NewFaces => vec![Part::OldFaces(effect.old_faces)],
    };
    let parts = goals.iter().flat_map(of_goal);
    parts.filter(|part| part.gain() != 0).collect()
}

/// The verdict on a change: that of the most important difference.
pub(super) fn verdict(effect: &MoveEffect, goals: &[CafeGoal]) -> Verdict {
    if !effect.breaks.is_empty() {
        return Verdict::Forbidden;
    }
    match parts(effect, goals).first().map(|part| part.gain()) {
        Some(gain) if gain > 0 => Verdict::Gain,
        Some(_) => Verdict::Loss,
        None => Verdict::Even,
    }
}

/// What stands in the board in place of an organisation's code: the most important difference.
pub(super) fn short(effect: &MoveEffect, goals: &[CafeGoal]) -> String {
    if breaks_sizes_alone(effect) {
        return t!("cafe-cost-size");
    }
    if !effect.breaks.is_empty() {
        return t!("cafe-cost-rule");
    }
    let first = parts(effect, goals).first().copied();
    first.map_or_else(|| signed(0), Part::short)
}

/// Whether nothing but the number of people at tables stands against a change.
fn breaks_sizes_alone(effect: &MoveEffect) -> bool {
    let is_size =
        |rule: &BrokenRule| matches!(rule, BrokenRule::TooFew { .. } | BrokenRule::TooMany { .. });
    !effect.breaks.is_empty() && effect.breaks.iter().all(is_size)
}

/// All differences in words.
pub(super) fn words(effect: &MoveEffect, goals: &[CafeGoal]) -> String {
    let parts: Vec<String> = parts(effect, goals).into_iter().map(Part::words).collect();
    if parts.is_empty() {
        t!("cafe-cost-nothing")
    } else {
        parts.join(", ")
    }
}

/// *+2*, *−2*, *±0*.
fn signed(n: i64) -> String {
    match n {
        0 => "±0".to_owned(),
        n if n < 0 => format!("−{}", n.unsigned_abs()),
        n => format!("+{n}"),
    }
}
