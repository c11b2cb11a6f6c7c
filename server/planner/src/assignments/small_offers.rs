//! Offers with few people: what it would cost to let each take place, or not.

use std::time::Duration;

use groups::assign::{self, Figures, Opposite, ProblemLayout, Stability, price_offers};
use model::{
    assignment::{AssignmentHead, OfferDecision},
    workshops::OfferKey,
};

use super::{AssignmentBoard, Origin, quality::number};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
};

/// How long prices are searched while a page waits for them.
const PATIENCE: Duration = Duration::from_secs(4);

/// The offers that an organiser may want to decide about, and those that are decided.
#[derive(Debug, Clone)]
pub struct SmallOffers {
    pub board: AssignmentBoard,
    /// Those with the fewest people beyond their minimum first.
    pub offers: Vec<SmallOffer>,
    pub decided: Vec<OfferDecision>,
}

/// An offer with few people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallOffer {
    pub offer: OfferKey,
    pub least: u32,
    /// The people in it. With nobody it does not take place.
    pub people: u32,
    /// Those of them who did not wish for it.
    pub unwished: u32,
    /// What the opposite brings: to call it off if it takes place, to keep it if not.
    pub opposite: OfferOpposite,
}

/// The repair after the opposite decision about an offer, as far as it was searched: the fewest change seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

impl Planner {
    /// The offers with few people in the current version, with what the opposite of each would cost.
    ///
    /// # Errors
    ///
    /// `NotFound` before a version is chosen.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn small_offers(&self, access: &EventAccess<Reads>) -> Result<SmallOffers> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let board = AssignmentBoard::read(&mut reader, event, None).await?;
        let (Some(version), Some(plan)) = (&board.version, &board.assignment.plan) else {
            return Err(PlannerError::NotFound);
        };
        let heads: Vec<AssignmentHead> = board.heads();
        let origin = Origin::of(&mut reader, plan, &heads, version.head.number).await?;
        drop(reader);
        let problem = board.problem.clone();
        let seating = problem.seating(&version.seating);
        // A decision is followed by a repair: only those move who have to.
        let solved = assign::Problem {
            previous: seating.to_previous(),
            stability: Stability::First,
            ..problem.by(origin.fairness)
        };
        let decided = board.assignment.set_up().decisions;
        let search = move |time: &crate::cafes::SearchTime| {
            let small = assign::small_offers(&solved, &seating);
            let prices = price_offers(&solved, &seating, &small, time, |_| ());
            let layout = ProblemLayout::new(&solved);
            let before = Figures::new(&layout, &seating);
            let offers = prices.into_iter().map(|price| {
                let offer = price.offer;
                let there = (0..problem.people.len())
                    .filter(|&person| seating.workshop(person, offer.slot) == Some(offer.workshop));
                let unwished =
                    there.filter(|&person| layout.rank(person, offer.workshop).is_none());
                SmallOffer {
                    offer: problem.offer_key(offer),
                    least: solved.workshops[offer.workshop].min,
                    people: number(price.people),
                    unwished: number(unwished.count()),
                    opposite: opposite(&before, &price.opposite),
                }
            });
            offers.collect::<Vec<_>>()
        };
        Ok(SmallOffers {
            offers: self.short_searches().run(PATIENCE, search).await?,
            decided,
            board,
        })
    }
}

fn opposite(before: &Figures, opposite: &Opposite) -> OfferOpposite {
    let plan = match opposite {
        Opposite::Plan(plan) => plan,
        Opposite::Impossible => return OfferOpposite::Impossible,
        Opposite::Unknown => return OfferOpposite::Unknown,
    };
    let signed = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let first = |figures: &Figures| signed(figures.profile.first().copied().unwrap_or(0));
    let unwished =
        |figures: &Figures| signed(figures.seats) - signed(figures.profile.iter().sum::<usize>());
    let after = &plan.figures;
    OfferOpposite::Found {
        seats: signed(after.seats) - signed(before.seats),
        first_wishes: first(after) - first(before),
        unwished: unwished(after) - unwished(before),
        moved: number(plan.people_moved),
        is_worse: plan
            .difference
            .is_some_and(|(_, difference)| difference > 0),
    }
}
