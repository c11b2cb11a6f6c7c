//! Swaps: two participants exchange their seats in a slot, once both have agreed.

use jiff::Timestamp;

use crate::{RegistrationId, SlotId, WorkshopId, workshops::OfferKey};

/// A swap that somebody offers: their seat for one in another workshop of the same slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SwapOffer {
    pub person: RegistrationId,
    pub slot: SlotId,
    /// Where the person sits, and does not any more once the swap is made.
    pub gives: WorkshopId,
    /// Where the person would like to sit.
    pub wants: WorkshopId,
    pub offered_at: Timestamp,
    /// `None` while nobody has agreed.
    pub made_at: Option<Timestamp>,
}

impl SwapOffer {
    /// The seat that the person would have.
    pub const fn wanted(&self) -> OfferKey {
        OfferKey {
            slot: self.slot,
            workshop: self.wants,
        }
    }

    /// What somebody would have to offer for this swap.
    #[must_use]
    pub const fn opposite(&self, person: RegistrationId) -> Self {
        Self {
            person,
            slot: self.slot,
            gives: self.wants,
            wants: self.gives,
            offered_at: self.offered_at,
            made_at: None,
        }
    }

    /// Whether both are the same open offer, whenever it was made.
    pub fn is_same_offer(&self, other: &Self) -> bool {
        let of = |swap: &Self| (swap.person, swap.slot, swap.gives, swap.wants, swap.made_at);
        self.made_at.is_none() && of(self) == of(other)
    }

    /// Whether two people would each have what they want.
    pub fn matches(&self, other: &Self) -> bool {
        self.person != other.person
            && self.slot == other.slot
            && self.gives == other.wants
            && self.wants == other.gives
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::SwapOffer;

    fn offer(person: u128, gives: u128, wants: u128) -> SwapOffer {
        SwapOffer {
            person: Uuid::from_u128(person).into(),
            slot: Uuid::from_u128(9).into(),
            gives: Uuid::from_u128(gives).into(),
            wants: Uuid::from_u128(wants).into(),
            offered_at: Timestamp::UNIX_EPOCH,
            made_at: None,
        }
    }

    #[test]
    fn two_offers_match_if_each_gives_what_the_other_wants() {
        assert!(offer(1, 11, 12).matches(&offer(2, 12, 11)));
        assert!(!offer(1, 11, 12).matches(&offer(2, 12, 13)));
        assert!(!offer(1, 11, 12).matches(&offer(1, 12, 11)));
    }
}
