//! Reasons for a refused wish: for each workshop one obstacle that the plan shows.

use std::collections::BTreeMap;
use std::fmt;

use super::goals::Goal;
use super::problem::Problem;

/// What keeps a person from a seat. Indices are those of [`Problem`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// The person, or a person who must sit with them, attends it in another slot.
    Attended { person: usize, slot: usize },
    /// The person, or a person who must sit with them, attends a workshop that clashes with it.
    Clash {
        person: usize,
        workshop: usize,
        slot: usize,
    },
    /// A person who must sit with them has a fixed seat elsewhere in this slot.
    FixedElsewhere { person: usize },
    /// The person, or a person who must sit with them, has no wish for it, and only wishes are granted.
    NotAsked { person: usize },
    /// The person, or a person who must sit with them, may not attend it.
    NotAllowed { person: usize },
    /// It was closed.
    Closed,
    /// It does not take place: it needs more people.
    Cancelled { min: u32 },
    /// It has no seats.
    NoSeats,
    /// All seats are taken: how many people by rank (0 without a wish for it), and their priority.
    Full {
        seats: u32,
        by_rank: BTreeMap<usize, usize>,
        priority: HolderPriority,
    },
    /// Too few seats are free for the people who must sit together.
    TooFew { free: u32, needed: u32 },
    /// It takes no more people of the organisation.
    OrganisationFull { organisation: usize, limit: u32 },
    /// There is a free seat, but the workshop that the person attends would have fewer people than it needs.
    NeededElsewhere { workshop: usize, min: u32 },
    /// There is a free seat, but the plan would be worse in this goal: a seat of the previous plan would change, or
    /// people who must sit together would have less of their wishes.
    Outweighed { goal: Goal },
    /// There is a free seat, and the plan would be equally good.
    Drawn,
    /// There is a free seat, and the plan would be better: it is not the best one, or was changed by hand.
    Free,
    /// The two must not share an offer. The second sits there, or must sit with the first.
    Apart { person: usize, other: usize },
}

/// Priority of the people in a full offer over a person who sits elsewhere or nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HolderPriority {
    /// Not known. For a person without a seat: or one of them could take a free seat elsewhere in the slot. For a
    /// person with a seat: or an exchange would make the plan better.
    Unknown,
    /// None of them could take a free seat in the slot: room for the person would cost another one the seat.
    Immovable,
    /// As [`Self::Immovable`], and the person in the place of any of them makes the plan worse or breaks a
    /// rule, at least once the former.
    Preferred,
    /// As [`Self::Immovable`], and the person in the place of one of them makes an equal plan: the seed drew
    /// between them.
    Drawn,
    /// For a person with a seat: the plan gets worse or breaks a rule, at least once the former, if the person takes
    /// the seat of any of them, who takes the person's seat or a free one, or if the two exchange all their seats.
    ExchangeWorse,
    /// As [`Self::ExchangeWorse`], but one such plan is equally good, so the seed drew between them.
    ExchangeDrawn,
}

/// A person who would have preferred another workshop in a slot, or has no seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Index of the person.
    pub person: usize,
    /// Index of the slot.
    pub slot: usize,
    /// The workshop that the person attends. `None` without a seat.
    pub held: Option<usize>,
    /// Every wish of the person that is offered in this slot and ranks before the seat, best first, with its
    /// obstacle.
    pub wishes: Vec<(usize, Obstacle)>,
    /// Without a seat: number of other offers of the slot by category of obstacle. Empty if only wishes are granted.
    pub others: BTreeMap<&'static str, usize>,
    /// Whether anything is offered in the slot.
    pub is_anything_offered: bool,
}

impl Refusal {
    /// The obstacles as one sentence.
    pub fn text(&self, problem: &Problem) -> String {
        let mut parts: Vec<String> = self
            .wishes
            .iter()
            .map(|(workshop, obstacle)| {
                let text = ObstacleText {
                    problem,
                    person: self.person,
                    obstacle,
                };
                format!("{} {text}", problem.workshops[*workshop].id)
            })
            .collect();
        let has_wishes = !problem.people[self.person].wishes.is_empty();
        if parts.is_empty() {
            let slot = &problem.slots[self.slot];
            parts.push(match (self.is_anything_offered, has_wishes) {
                (false, _) => format!("nothing is offered in {slot}"),
                (true, true) => format!("no wish is offered in {slot}"),
                (true, false) => "no wishes were given".to_owned(),
            });
        }
        if !self.others.is_empty() {
            let counts: Vec<String> = self
                .others
                .iter()
                .map(|(reason, count)| format!("{count} {reason}"))
                .collect();
            let workshops = if has_wishes {
                "other workshops"
            } else {
                "workshops"
            };
            parts.push(format!("{workshops}: {}", counts.join(", ")));
        }
        parts.join("; ")
    }
}

struct ObstacleText<'a> {
    problem: &'a Problem,
    person: usize,
    obstacle: &'a Obstacle,
}

impl fmt::Display for ObstacleText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            problem,
            person,
            obstacle,
        } = *self;
        let partner = |other: usize| {
            if other == person {
                String::new()
            } else {
                format!(
                    " by {}, with whom {} must sit",
                    problem.people[other].id, problem.people[person].id
                )
            }
        };
        match obstacle {
            Obstacle::Attended { person, slot } => {
                write!(
                    f,
                    "is attended in {}{}",
                    problem.slots[*slot],
                    partner(*person)
                )
            }
            Obstacle::Clash {
                person,
                workshop,
                slot,
            } => {
                let (id, slot) = (&problem.workshops[*workshop].id, &problem.slots[*slot]);
                write!(
                    f,
                    "clashes with {id}, attended in {slot}{}",
                    partner(*person)
                )
            }
            Obstacle::FixedElsewhere { person } => {
                write!(f, "is not the fixed seat held{}", partner(*person))
            }
            Obstacle::NotAsked { person } => write!(f, "is not asked for{}", partner(*person)),
            Obstacle::NotAllowed { person } => write!(f, "is not open{}", partner(*person)),
            Obstacle::Closed => f.write_str("was called off"),
            Obstacle::Cancelled { min } => write!(f, "does not take place (it needs {min})"),
            Obstacle::NoSeats => f.write_str("has no seats"),
            Obstacle::Full {
                seats,
                by_rank,
                priority,
            } => {
                let ranks: Vec<String> = by_rank
                    .iter()
                    .map(|(rank, count)| match rank {
                        0 => format!("{count} without a wish for it"),
                        rank => format!("{count} with rank {rank}"),
                    })
                    .collect();
                write!(f, "is full ({seats} of {seats}: {})", ranks.join(", "))?;
                f.write_str(match priority {
                    HolderPriority::Unknown => "",
                    HolderPriority::Immovable => " with people who could sit nowhere else",
                    HolderPriority::Preferred => {
                        " with people who could sit nowhere else and come first"
                    }
                    HolderPriority::Drawn => {
                        " with people who could sit nowhere else, and a lot was drawn"
                    }
                    HolderPriority::ExchangeWorse => " with people who come first",
                    HolderPriority::ExchangeDrawn => ", and a lot was drawn",
                })
            }
            Obstacle::TooFew { free, needed } => {
                write!(f, "has {free} free for {needed} who must sit together")
            }
            Obstacle::OrganisationFull {
                organisation,
                limit,
            } => {
                write!(
                    f,
                    "takes no more than {limit} of {}",
                    problem.organisations[*organisation]
                )
            }
            Obstacle::NeededElsewhere { workshop, min } => {
                let id = &problem.workshops[*workshop].id;
                write!(f, "is free, but {id} needs {min}")
            }
            Obstacle::Outweighed {
                goal: Goal::Changed,
            } => f.write_str("is free, but the previous plan is kept"),
            Obstacle::Outweighed { .. } => f.write_str("is free, but would make the plan worse"),
            Obstacle::Drawn => f.write_str("is free, and a lot was drawn"),
            Obstacle::Free => f.write_str("is free, and the plan would be better"),
            Obstacle::Apart { person, other } => {
                let (person, other) = (&problem.people[*person].id, &problem.people[*other].id);
                write!(f, "would bring {person} together with {other}")
            }
        }
    }
}

impl Obstacle {
    /// Whether only people are missing.
    pub(super) fn is_shortage(&self) -> bool {
        matches!(self, Obstacle::Cancelled { .. })
    }

    /// Category of the obstacle in words, for counting.
    pub(super) fn category(&self) -> &'static str {
        match self {
            Obstacle::Attended { .. } => "attended in another slot",
            Obstacle::Clash { .. } => "clashing",
            Obstacle::FixedElsewhere { .. } => "not the fixed seat of a partner",
            Obstacle::NotAsked { .. } => "not asked for by a partner",
            Obstacle::NotAllowed { .. } => "not open to the person",
            Obstacle::Closed => "called off",
            Obstacle::Cancelled { .. } => "not taking place",
            Obstacle::NoSeats => "without seats",
            Obstacle::Full { .. } => "full",
            Obstacle::TooFew { .. } => "without enough free seats together",
            Obstacle::OrganisationFull { .. } => "full for the organisation",
            Obstacle::Apart { .. } => "kept apart",
            Obstacle::NeededElsewhere { .. }
            | Obstacle::Outweighed { .. }
            | Obstacle::Drawn
            | Obstacle::Free => "free",
        }
    }
}
