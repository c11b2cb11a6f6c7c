//! Pairs of places, told apart by what turning leaves unchanged: the copies they are in and their difference.

#![expect(
    clippy::cast_possible_truncation,
    reason = "places are bounded far below u16::MAX"
)]

use std::collections::HashMap;

use super::scheme::DevelopmentScheme;

/// Which difference each pair of places has.
#[derive(Clone, Debug)]
pub struct DifferenceClasses {
    points: usize,
    /// `one × points + other`; 0 for pairs that must not meet.
    meeting_cost: Vec<u16>,
    /// Kinds that are their own opposite, within one copy.
    pub is_involution: Vec<bool>,
    pub count: usize,
}

impl DifferenceClasses {
    /// Numbers the differences of all pairs of places.
    pub fn new(scheme: &DevelopmentScheme, points: usize) -> Self {
        let order = scheme.group.order();
        let turned = scheme.copies * order;
        let mut meeting_cost = vec![0; points * points];
        let mut is_involution = vec![false];
        let mut count: HashMap<(usize, usize, usize), u16> = HashMap::new();
        for one in 0..points {
            for other in 0..one {
                let mut half = false;
                // `one` is the larger number: where there is a fixed place, it is this.
                let key = if one >= turned {
                    if other >= turned {
                        continue;
                    }
                    // Fixed places are numbered beyond all copies, so their keys differ from those of copies.
                    (one, other / order, 0)
                } else {
                    let difference = scheme.group.minus(one % order, other % order);
                    let opposite = scheme.group.minus(other % order, one % order);
                    if one / order == other / order {
                        half = difference == opposite;
                        (one / order, other / order, difference.min(opposite))
                    } else {
                        (one / order, other / order, difference)
                    }
                };
                let next = is_involution.len() as u16;
                let index = *count.entry(key).or_insert(next);
                if index == next {
                    is_involution.push(half);
                }
                meeting_cost[one * points + other] = index;
                meeting_cost[other * points + one] = index;
            }
        }
        let count = is_involution.len();
        Self {
            points,
            meeting_cost,
            is_involution,
            count,
        }
    }

    pub fn class(&self, one: usize, other: usize) -> u16 {
        self.meeting_cost[one * self.points + other]
    }
}
