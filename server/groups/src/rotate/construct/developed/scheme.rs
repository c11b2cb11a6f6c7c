//! How base rounds are developed into a design.

use super::super::abelian_group::AbelianGroup;
use super::super::golfer::GolferInstance;

/// The group, points and base rounds of a development.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DevelopmentScheme {
    pub group: AbelianGroup,
    pub copies: usize,
    pub fixed: usize,
    /// For each base round the order h of its stabiliser.
    pub round_stabilisers: Vec<usize>,
    /// For each base round the orders of its tables' stabilisers, if they are known.
    pub table_stabilisers: Vec<Vec<usize>>,
    /// The element that maps each point to the one that it never meets, if it is known.
    pub never_meeting: Option<usize>,
}

impl DevelopmentScheme {
    /// The scheme of a published design that simpler schemes do not give. The search finds its tables.
    ///
    /// Eight groups of four for ten rounds (Aguado, *A 10 days solution to the social golfer problem*, 2004):
    /// an elementary Abelian group of order eight, one element of which exchanges the points that never meet.
    /// Four base rounds have the whole group as stabiliser, the others a subgroup of order four.
    pub fn known(golfer: GolferInstance) -> Option<Self> {
        let group = AbelianGroup::of_order(8).pop()?;
        (golfer.tables == 8 && golfer.size == 4 && (8..=10).contains(&golfer.rounds)).then(|| {
            Self {
                group,
                copies: 4,
                fixed: 0,
                round_stabilisers: vec![8, 8, 8, 8, 4, 4, 4],
                table_stabilisers: vec![
                    vec![1],
                    vec![1],
                    vec![2, 2],
                    vec![4, 4, 4, 4],
                    vec![1, 1],
                    vec![1, 2, 2],
                    vec![1, 2, 2],
                ],
                never_meeting: Some(1),
            }
        })
    }

    /// Whether the tables need no more pairs than can meet.
    pub fn is_possible(&self, golfer: GolferInstance) -> bool {
        let order = self.group.order();
        let moving = self.copies * order;
        let rounds: usize = self
            .round_stabilisers
            .iter()
            .map(|stabiliser| order / stabiliser)
            .sum();
        let used = rounds * golfer.tables * golfer.size * (golfer.size - 1) / 2;
        // Two fixed points never meet. Two points of one copy whose difference has order two meet only at
        // tables with a stabiliser.
        let has_stabiliser = self
            .round_stabilisers
            .iter()
            .any(|&stabiliser| stabiliser > 1);
        let lost = if has_stabiliser {
            0
        } else {
            self.copies * self.group.count_involutions() * order / 2
        };
        let pairs = moving * moving.saturating_sub(1) / 2 + moving * self.fixed;
        self.copies > 0
            && (self.fixed == 0 || !has_stabiliser)
            && self.fixed <= golfer.tables
            && used + lost <= pairs
    }

    /// Translates a point by an element of the group.
    pub fn translate(&self, point: usize, by: usize) -> usize {
        let order = self.group.order();
        if point >= self.copies * order {
            return point;
        }
        point / order * order + self.group.plus(point % order, by)
    }

    /// Number of seats to find.
    pub fn freedom(&self, golfer: GolferInstance) -> usize {
        self.round_stabilisers
            .iter()
            .map(|stabiliser| golfer.tables * golfer.size / stabiliser)
            .sum()
    }
}
