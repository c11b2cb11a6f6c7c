//! What the opposite decision about small offers would bring.

use serde::{Deserialize, Serialize};

use crate::workshops::OfferKey;

/// The prices of the small offers of a version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferPrices {
    /// What they were computed for: people, wishes, programme and set-up. Another number means that something has changed.
    pub problem: u64,
    pub prices: Vec<OfferPrice>,
}

/// What the opposite brings for one offer: to call it off if it takes place, to keep it if not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferPrice {
    pub offer: OfferKey,
    pub opposite: OfferOpposite,
}

/// The repair after the opposite decision about an offer, as far as it was searched: the fewest change seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferOpposite {
    Found {
        /// After − before: seats filled, first wishes, and seats that nobody wished for.
        seats: i64,
        first_wishes: i64,
        unwished: i64,
        /// People with another seat.
        moved: u32,
        /// Whether the assignment would be worse by the fairness chosen.
        is_worse: bool,
    },
    /// No assignment keeps the rules then.
    Impossible,
    /// Not found in time.
    Unknown,
}
