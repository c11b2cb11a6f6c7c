//! What stood against a wish, by ids.

use groups::assign::{Goal, HolderPriority, Obstacle};
use model::{RegistrationId, SlotId, WorkshopId};

use super::{AssignmentProblem, quality::number};

/// What stood against a wish. Where a reason names a person, it is the one whom it concerns: the person who wished, or
/// somebody who has to sit with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusalReason {
    /// The person does not attend the slots in which it is offered, or leads a workshop then.
    NotThere,
    /// The person has booked it at another time, or what excludes it.
    Booked {
        person: RegistrationId,
    },
    /// It was called off.
    CalledOff,
    /// It does not take place without so many people.
    TooFewPeople {
        least: u32,
    },
    NoSeats,
    /// All seats are taken. By the rank that the workshop has for those who sit there: how many; 0 is without a wish.
    Full {
        seats: u32,
        by_rank: Vec<(usize, u32)>,
        comparison: Comparison,
    },
    /// A rule keeps people together, and too few seats are free for all of them.
    TooFewTogether {
        free: u32,
        needed: u32,
    },
    /// It takes no more people of one organisation.
    OrganisationFull {
        most: u32,
    },
    /// Attended in another slot.
    AttendedElsewhere {
        person: RegistrationId,
        slot: SlotId,
    },
    /// It excludes another workshop that is attended.
    Clash {
        person: RegistrationId,
        workshop: WorkshopId,
        slot: SlotId,
    },
    /// A rule fixes another seat.
    FixedElsewhere {
        person: RegistrationId,
    },
    /// Only wishes are granted, and this person has none for it.
    NotWished {
        person: RegistrationId,
    },
    /// Two who have to be apart.
    Apart {
        person: RegistrationId,
        other: RegistrationId,
    },
    /// A seat is free; but the workshop attended would have fewer people than it needs.
    NeededElsewhere {
        workshop: WorkshopId,
        least: u32,
    },
    /// A seat is free; but somebody's seat would change, and a repair changes as few as possible.
    KeepsSeats,
    /// A seat is free; but the assignment would be worse.
    Worse,
    /// A seat is free, and the assignment would be as good.
    AsGood,
    /// A seat is free, and the assignment would be better.
    Better,
}

/// What is known about giving the person the seat of somebody else in a full workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// Nothing.
    Unknown,
    /// Nobody there could take a free seat at that time.
    NoOtherSeat,
    /// Nobody there could take a free seat, and without any of them the assignment would be worse or break a rule.
    ReplacingIsWorse,
    /// Nobody there could take a free seat, and without one of them the assignment would be as good.
    ReplacingIsAsGood,
    /// Every exchange makes the assignment worse or breaks a rule.
    ExchangeIsWorse,
    /// One exchange leaves the assignment as good.
    ExchangeIsAsGood,
    /// An exchange is not worse by the fairness; but seats would change, and a repair changes as few as possible.
    KeepsSeats,
}

impl RefusalReason {
    /// The reason of a repair. If the fairness alone gives another one for a full workshop, only the seats that were to be
    /// kept stand against the wish.
    pub(super) fn unless(self, by_fairness: &Self) -> Self {
        match (self, by_fairness) {
            (
                Self::Full {
                    seats,
                    by_rank,
                    comparison: Comparison::ReplacingIsWorse | Comparison::ExchangeIsWorse,
                },
                Self::Full { comparison, .. },
            ) => Self::Full {
                seats,
                by_rank,
                comparison: match comparison {
                    Comparison::ReplacingIsWorse | Comparison::ExchangeIsWorse => *comparison,
                    _ => Comparison::KeepsSeats,
                },
            },
            (reason, _) => reason,
        }
    }

    /// The reason by ids.
    pub(super) fn of(problem: &AssignmentProblem, obstacle: &Obstacle) -> Self {
        use RefusalReason as Reason;
        let person = |index: usize| problem.people[index];
        let workshop = |index: usize| problem.workshops[index];
        let slot = |index: usize| problem.slots[index];
        match *obstacle {
            Obstacle::Attended {
                person: one,
                slot: when,
            } => Reason::AttendedElsewhere {
                person: person(one),
                slot: slot(when),
            },
            Obstacle::Clash {
                person: one,
                workshop: other,
                slot: when,
            } => Reason::Clash {
                person: person(one),
                workshop: workshop(other),
                slot: slot(when),
            },
            Obstacle::FixedElsewhere { person: one } => Reason::FixedElsewhere {
                person: person(one),
            },
            Obstacle::NotAsked { person: one } => Reason::NotWished {
                person: person(one),
            },
            Obstacle::NotAllowed { person: one } => Reason::Booked {
                person: person(one),
            },
            Obstacle::Closed => Reason::CalledOff,
            Obstacle::Cancelled { min } => Reason::TooFewPeople { least: min },
            Obstacle::NoSeats => Reason::NoSeats,
            Obstacle::Full {
                seats,
                ref by_rank,
                priority,
            } => Reason::Full {
                seats,
                by_rank: by_rank_ascending(by_rank.iter().map(|(&rank, &count)| (rank, count))),
                comparison: comparison(priority),
            },
            Obstacle::TooFew { free, needed } => Reason::TooFewTogether { free, needed },
            Obstacle::OrganisationFull { limit, .. } => Reason::OrganisationFull { most: limit },
            Obstacle::NeededElsewhere {
                workshop: attended,
                min,
            } => Reason::NeededElsewhere {
                workshop: workshop(attended),
                least: min,
            },
            Obstacle::Outweighed {
                goal: Goal::Changed,
            } => Reason::KeepsSeats,
            Obstacle::Outweighed { .. } => Reason::Worse,
            Obstacle::Drawn => Reason::AsGood,
            Obstacle::Free => Reason::Better,
            Obstacle::Apart { person: one, other } => Reason::Apart {
                person: person(one),
                other: person(other),
            },
        }
    }
}

/// First wishes first, people without a wish last.
fn by_rank_ascending(counts: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, u32)> {
    let mut counts: Vec<(usize, u32)> = counts.map(|(rank, count)| (rank, number(count))).collect();
    counts.sort_by_key(|&(rank, _)| (rank == 0, rank));
    counts
}

fn comparison(priority: HolderPriority) -> Comparison {
    match priority {
        HolderPriority::Unknown => Comparison::Unknown,
        HolderPriority::Immovable => Comparison::NoOtherSeat,
        HolderPriority::Preferred => Comparison::ReplacingIsWorse,
        HolderPriority::Drawn => Comparison::ReplacingIsAsGood,
        HolderPriority::ExchangeWorse => Comparison::ExchangeIsWorse,
        HolderPriority::ExchangeDrawn => Comparison::ExchangeIsAsGood,
    }
}
