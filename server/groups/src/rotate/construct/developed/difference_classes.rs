//! Pairs of points by what translation preserves: their copies and their difference.

#![expect(
    clippy::cast_possible_truncation,
    reason = "points are bounded far below u16::MAX"
)]

use std::collections::HashMap;

use super::scheme::DevelopmentScheme;

/// The difference class of each pair of points.
#[derive(Clone, Debug)]
pub struct DifferenceClasses {
    points: usize,
    /// `one × points + other`; 0 for pairs that must not meet.
    class_of_pair: Vec<u16>,
    /// Whether the difference of the class has order two, within one copy.
    pub is_involution: Vec<bool>,
    pub count: usize,
}

impl DifferenceClasses {
    /// Numbers the differences of all pairs of points.
    pub fn new(scheme: &DevelopmentScheme, points: usize) -> Self {
        let order = scheme.group.order();
        let moving = scheme.copies * order;
        let mut class_of_pair = vec![0; points * points];
        let mut is_involution = vec![false];
        let mut numbers: HashMap<(usize, usize, usize), u16> = HashMap::new();
        for one in 0..points {
            for other in 0..one {
                let mut half = false;
                // `one` is the larger number, so a fixed point is always `one`.
                let key = if one >= moving {
                    if other >= moving {
                        continue;
                    }
                    // Fixed points have numbers beyond all copies, so their keys differ from those of copies.
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
                let index = *numbers.entry(key).or_insert(next);
                if index == next {
                    is_involution.push(half);
                }
                class_of_pair[one * points + other] = index;
                class_of_pair[other * points + one] = index;
            }
        }
        let count = is_involution.len();
        Self {
            points,
            class_of_pair,
            is_involution,
            count,
        }
    }

    pub fn class(&self, one: usize, other: usize) -> u16 {
        self.class_of_pair[one * self.points + other]
    }
}
