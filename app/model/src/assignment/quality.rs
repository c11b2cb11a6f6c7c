//! How good an assignment is.

use serde::{Deserialize, Serialize};

use super::Fairness;

/// What is known about the seats filled and the fairness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// No assignment is better.
    Optimal,
    /// None with so few changes is better. Whether one with more changes would be was not searched.
    FewestChanges,
    /// The search ended before. On the first level that is open at most so many seats could be better.
    Gap(u32),
    /// It was changed by hand, or the wishes have changed since.
    Unknown,
}

impl Proof {
    /// Whether nothing is left to search.
    pub fn is_complete(self) -> bool {
        matches!(self, Self::Optimal | Self::FewestChanges)
    }
}

/// What people get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentQuality {
    /// How it was searched. `None` for a change by hand.
    pub fairness: Option<Fairness>,
    /// What it was counted for: people, wishes, programme and set-up. Another number means that something has changed.
    pub problem: u64,
    /// People who take part, and those of them with a wish that they can attend.
    pub people: u32,
    pub with_wishes: u32,
    /// Seats filled, as pairs of person and slot, and those that are empty.
    pub seats: u32,
    pub empty: u32,
    /// Wished seats by rank, first wishes first.
    pub profile: Vec<u32>,
    /// People by the best wish that they have, first wishes first.
    pub best_wish: Vec<u32>,
    /// People with wishes and none of them granted.
    pub without_wish: u32,
    /// Pairs of one organisation in one offer.
    pub spread: u32,
    pub proof: Proof,
    /// Steps of the search, which reproduce the assignment. `None` for one that was changed, or that went on from an
    /// earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<u64>,
    /// Whether it was searched around what was locked: a proof is one for those seats that were free.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub around_locks: bool,
    /// The earlier version whose seats it has again, unchanged. What is said of them is said of that version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<u32>,
}

impl AssignmentQuality {
    /// The largest rank among people's best granted wishes.
    pub fn worst_best_wish(&self) -> Option<u32> {
        u32::try_from(self.best_wish.len())
            .ok()
            .filter(|&rank| rank > 0)
    }

    /// The share of people with wishes who have their first one, in percent, rounded down.
    pub fn first_wish_percent(&self) -> u32 {
        let first = self.best_wish.first().copied().unwrap_or(0);
        (first * 100).checked_div(self.with_wishes).unwrap_or(0)
    }
}
