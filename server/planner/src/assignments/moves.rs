//! Changes of an assignment by hand: what each would bring, in wishes and rules.

use groups::assign::{self, BrokenRule, Draft, Goal, ProblemLayout, SeatChange};
use model::{
    RegistrationId, SlotId, WorkshopId,
    assignment::{AssignmentSeating, BrokenAssignmentRule},
    workshops::OfferKey,
};

use super::{AssignmentProblem, quality};

/// A change of seats in one time slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignmentMove {
    /// Somebody goes to another workshop, or takes a first seat.
    Place {
        person: RegistrationId,
        offer: OfferKey,
    },
    /// Somebody gives the seat up.
    Unseat {
        person: RegistrationId,
        slot: SlotId,
    },
    /// Two people exchange their seats.
    Swap {
        slot: SlotId,
        one: RegistrationId,
        other: RegistrationId,
    },
}

impl AssignmentMove {
    /// The slot of the change.
    pub const fn slot(self) -> SlotId {
        match self {
            Self::Place { offer, .. } => offer.slot,
            Self::Unseat { slot, .. } | Self::Swap { slot, .. } => slot,
        }
    }

    /// The people who change seats.
    pub fn people(self) -> impl Iterator<Item = RegistrationId> {
        let (one, other) = match self {
            Self::Place { person, .. } | Self::Unseat { person, .. } => (person, None),
            Self::Swap { one, other, .. } => (one, Some(other)),
        };
        std::iter::once(one).chain(other)
    }
}

/// What a change brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentEffect {
    /// Those who change seats.
    pub people: Vec<RankChange>,
    /// By goal, the most important first: how much worse the assignment would be.
    pub losses: Vec<i64>,
    /// Pairs of one organisation in one workshop: how many more.
    pub colleagues: i64,
    /// Rules that the change would break, or break further.
    pub breaks: Vec<BrokenAssignmentRule>,
}

impl AssignmentEffect {
    /// More than 0 if the assignment would be worse, less if it would be better.
    pub fn loss(&self) -> i64 {
        let mut losses = self.losses.iter().copied();
        losses.find(|loss| *loss != 0).unwrap_or(0)
    }
}

/// The seat of a person before and after a change, with the ranks of their wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankChange {
    pub person: RegistrationId,
    pub before: Option<WorkshopId>,
    pub after: Option<WorkshopId>,
    pub rank_before: Option<usize>,
    pub rank_after: Option<usize>,
}

/// Where somebody could go in a time slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotOptions {
    pub slot: SlotId,
    /// The other offers of the slot, the best first.
    pub offers: Vec<OfferOption>,
    /// Giving the seat up. `None` without a seat.
    pub unseat: Option<AssignmentEffect>,
}

/// An offer to which somebody could go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferOption {
    pub offer: OfferKey,
    pub taken: u32,
    /// Going there beside those who sit there.
    pub place: AssignmentEffect,
    /// Exchanging seats with each person there, the best first. Empty without a seat to give.
    pub swaps: Vec<(RegistrationId, AssignmentEffect)>,
}

/// An assignment on which changes are tried.
#[derive(Debug)]
pub(super) struct Trial<'a> {
    problem: &'a AssignmentProblem,
    layout: &'a ProblemLayout,
    draft: Draft<'a>,
    broken: Vec<BrokenRule>,
}

impl<'a> Trial<'a> {
    /// `solved` is the problem with the goals by which changes are judged, `layout` its index.
    pub fn new(
        problem: &'a AssignmentProblem,
        solved: &'a assign::Problem,
        layout: &'a ProblemLayout,
        seating: &AssignmentSeating,
    ) -> Self {
        let draft = Draft::new(solved, layout, &problem.seating(seating));
        Self {
            broken: draft.broken_rules(),
            problem,
            layout,
            draft,
        }
    }

    fn change(&self, change: AssignmentMove) -> Option<SeatChange> {
        let slot = self.problem.slot_at(change.slot())?;
        let position = |person| self.problem.person_at(person);
        Some(match change {
            AssignmentMove::Place { person, offer } => SeatChange::Place {
                slot,
                person: position(person)?,
                workshop: Some(self.problem.offer_at(offer)?.workshop),
            },
            AssignmentMove::Unseat { person, .. } => SeatChange::Place {
                slot,
                person: position(person)?,
                workshop: None,
            },
            AssignmentMove::Swap { one, other, .. } => SeatChange::Swap {
                slot,
                one: position(one)?,
                other: position(other)?,
            },
        })
    }

    /// The effect of a change. `None` if it names what does not exist or changes nothing.
    pub fn evaluate(&mut self, change: AssignmentMove) -> Option<AssignmentEffect> {
        let seats = self.change(change)?;
        let effect = self.draft.evaluate(seats)?;
        let slot = self.problem.slot_at(change.slot())?;
        let breaks = self.draft.newly_broken(&self.broken, slot, &effect);
        let mut breaks: Vec<_> = breaks
            .map(|rule| quality::by_id(self.problem, rule))
            .collect();
        breaks.sort_unstable();
        breaks.dedup();
        let difference = |goal: &Goal| {
            let mut found = effect.differences.iter();
            found
                .find(|(one, _)| one == goal)
                .map_or(0, |(_, difference)| *difference)
        };
        let workshop = |index: Option<usize>| Some(self.problem.workshops[index?]);
        let people = effect.people.iter().map(|one| RankChange {
            person: self.problem.people[one.person],
            before: workshop(one.before),
            after: workshop(one.after),
            rank_before: one.rank_before,
            rank_after: one.rank_after,
        });
        Some(AssignmentEffect {
            people: people.collect(),
            losses: self.layout.goals().iter().map(difference).collect(),
            colleagues: difference(&Goal::Spread),
            breaks,
        })
    }

    /// The seats after a change. `None` if it changes nothing.
    pub fn seating_after(mut self, change: AssignmentMove) -> Option<assign::Seating> {
        let change = self.change(change)?;
        self.draft.apply(change).then(|| self.draft.seating())
    }

    /// Where a person could go in a slot. `None` if they do not take part in it.
    pub fn options(&mut self, person: RegistrationId, slot: SlotId) -> Option<SlotOptions> {
        let position = self.problem.person_at(person)?;
        let index = self.problem.slot_at(slot)?;
        let solved = &self.problem.problem;
        if !solved.attends(position, index) {
            return None;
        }
        let held = self.draft.workshop(position, index);
        let mut offers = Vec::new();
        for workshop in
            (0..solved.workshops.len()).filter(|&workshop| solved.is_offered(workshop, index))
        {
            let offer = assign::Offer {
                workshop,
                slot: index,
            };
            let key = self.problem.offer_key(offer);
            let Some(place) = self.evaluate(AssignmentMove::Place { person, offer: key }) else {
                continue;
            };
            let there = self.draft.people_in(offer).to_vec();
            let mut swaps = Vec::new();
            for &other in there.iter().filter(|_| held.is_some()) {
                let other = self.problem.people[other];
                let swap = AssignmentMove::Swap {
                    slot,
                    one: person,
                    other,
                };
                swaps.extend(self.evaluate(swap).map(|effect| (other, effect)));
            }
            swaps.sort_by(|(_, one), (_, other)| order(one).cmp(&order(other)));
            offers.push(OfferOption {
                offer: key,
                taken: quality::number(there.len()),
                place,
                swaps,
            });
        }
        offers.sort_by(|one, other| order(one.best()).cmp(&order(other.best())));
        Some(SlotOptions {
            slot,
            offers,
            unseat: self.evaluate(AssignmentMove::Unseat { person, slot }),
        })
    }
}

impl OfferOption {
    /// The better of going there and the best exchange.
    fn best(&self) -> &AssignmentEffect {
        let swap = self.swaps.first().map(|(_, effect)| effect);
        match swap {
            Some(swap) if order(swap) < order(&self.place) => swap,
            _ => &self.place,
        }
    }
}

/// Ascending: the best first.
fn order(effect: &AssignmentEffect) -> (usize, &[i64]) {
    (effect.breaks.len(), &effect.losses)
}
