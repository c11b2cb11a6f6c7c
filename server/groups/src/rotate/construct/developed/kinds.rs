//! Pairs of places, told apart by what turning leaves unchanged: the copies they are in and their difference.

#![expect(
    clippy::cast_possible_truncation,
    reason = "places are bounded far below u16::MAX"
)]

use std::collections::HashMap;

use super::Shape;

/// Which difference each pair of places has.
#[derive(Clone, Debug)]
pub struct Kinds {
    places: usize,
    /// `one × places + other`; 0 for pairs that must not meet.
    of_pair: Vec<u16>,
    /// Kinds that are their own opposite, within one copy.
    pub halves: Vec<bool>,
    pub number: usize,
}

impl Kinds {
    /// Numbers the differences of all pairs of places.
    pub fn of(shape: &Shape, places: usize) -> Self {
        let order = shape.group.order();
        let turned = shape.copies * order;
        let mut of_pair = vec![0; places * places];
        let mut halves = vec![false];
        let mut number: HashMap<(usize, usize, usize), u16> = HashMap::new();
        for one in 0..places {
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
                    let difference = shape.group.minus(one % order, other % order);
                    let opposite = shape.group.minus(other % order, one % order);
                    if one / order == other / order {
                        half = difference == opposite;
                        (one / order, other / order, difference.min(opposite))
                    } else {
                        (one / order, other / order, difference)
                    }
                };
                let next = halves.len() as u16;
                let index = *number.entry(key).or_insert(next);
                if index == next {
                    halves.push(half);
                }
                of_pair[one * places + other] = index;
                of_pair[other * places + one] = index;
            }
        }
        let number = halves.len();
        Self {
            places,
            of_pair,
            halves,
            number,
        }
    }

    pub fn kind(&self, one: usize, other: usize) -> u16 {
        self.of_pair[one * self.places + other]
    }
}
