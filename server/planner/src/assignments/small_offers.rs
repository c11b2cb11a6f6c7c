//! Offers with few people: what it would cost to let each take place, or not, as far as a job has computed it.

use groups::assign::{self, Offer, ProblemLayout};
use model::{
    assignment::{AssignmentHead, OfferDecision, OfferOpposite, OfferPrices},
    workshops::OfferKey,
};

use super::{AssignmentBoard, origin::first_with_seats_of, quality::number};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
};

/// The offers that an organiser may want to decide about, and those that are decided.
#[derive(Debug, Clone)]
pub struct SmallOffers {
    pub board: AssignmentBoard,
    /// Those with the fewest people beyond their minimum first.
    pub offers: Vec<SmallOffer>,
    pub decided: Vec<OfferDecision>,
    pub prices: PriceState,
}

/// What is known of the prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceState {
    /// Nobody has computed them for these seats.
    Missing,
    /// People, wishes, workshops or decisions have changed since.
    Outdated,
    Known,
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
    /// What the opposite brings: to call it off if it takes place, to keep it if not. `None`: it is not computed.
    pub opposite: Option<OfferOpposite>,
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
        let priced = first_with_seats_of(&heads, version.head.number);
        let kept = reader.offer_prices(plan.id, priced).await?;
        let problem = &board.problem;
        let seating = problem.seating(&version.seating);
        let layout = ProblemLayout::new(&problem.problem);
        let small = assign::small_offers(&problem.problem, &seating);
        let offers = small.into_iter().map(|offer: Offer| {
            let there: Vec<usize> = (0..problem.people.len())
                .filter(|&person| seating.workshop(person, offer.slot) == Some(offer.workshop))
                .collect();
            let unwished = there.iter();
            let unwished =
                unwished.filter(|&&person| layout.rank(person, offer.workshop).is_none());
            let key = problem.offer_key(offer);
            let price = |kept: &OfferPrices| {
                let mut prices = kept.prices.iter();
                prices.find(|price| price.offer == key).copied()
            };
            let price = kept.as_ref().and_then(price);
            SmallOffer {
                offer: key,
                least: problem.problem.workshops[offer.workshop].min,
                people: number(there.len()),
                unwished: number(unwished.count()),
                // The search may have ended before it came to this one.
                opposite: kept
                    .is_some()
                    .then(|| price.map_or(OfferOpposite::Unknown, |price| price.opposite)),
            }
        });
        Ok(SmallOffers {
            offers: offers.collect(),
            decided: board.assignment.set_up().decisions,
            prices: match &kept {
                None => PriceState::Missing,
                Some(kept) if kept.problem != problem.fingerprint => PriceState::Outdated,
                Some(_) => PriceState::Known,
            },
            board,
        })
    }
}
