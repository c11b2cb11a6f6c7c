//! The explanation of an assignment for somebody who has swapped since.

use model::{
    assignment::AssignmentSeating,
    workshops::{SwapOffer, WishList},
};

use super::super::{Explanation, Place, SeatSwap};

impl Explanation {
    /// The explanation of an assignment for somebody who has swapped since: the seats are those of `seating`.
    pub(in super::super) fn after_swaps(
        mut self,
        (seating, swaps): (&AssignmentSeating, &[SwapOffer]),
        list: Option<&WishList>,
    ) -> Self {
        for slot in &mut self.slots {
            let Place::Workshop {
                workshop: assigned, ..
            } = slot.place
            else {
                continue;
            };
            let held = seating.workshop_of(self.person, slot.slot);
            let Some(held) = held.filter(|held| *held != assigned) else {
                continue;
            };
            let made = swaps.iter().filter(|swap| {
                (swap.person, swap.slot, swap.wants) == (self.person, slot.slot, held)
            });
            let made_at = made.filter_map(|swap| swap.made_at).max();
            slot.place = Place::Workshop {
                workshop: held,
                rank: list.and_then(|list| list.rank(held)),
            };
            slot.refused.clear();
            slot.behind.clear();
            slot.swap = made_at.map(|made_at| SeatSwap { assigned, made_at });
        }
        self
    }
}
