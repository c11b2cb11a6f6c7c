//! Why somebody goes without a seat: for each workshop, one thing that stands against it in the plan as
//! it is. Each can be checked by looking at the plan.

use std::collections::BTreeMap;
use std::fmt;

use super::problem::Problem;

/// What stands against a seat. Indices are those of [`Problem`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// The person, or somebody the person must sit with, attends it in another slot.
    Attended { person: usize, slot: usize },
    /// The person, or somebody the person must sit with, attends a workshop that clashes with it.
    Clash {
        person: usize,
        workshop: usize,
        slot: usize,
    },
    /// Somebody the person must sit with has a fixed seat elsewhere in this slot.
    FixedElsewhere { person: usize },
    /// The person, or somebody the person must sit with, did not ask for it, and only wishes are granted.
    NotAsked { person: usize },
    /// It does not take place: it needs more people.
    Cancelled { min: u32 },
    /// It has no seat at all.
    NoSeats,
    /// All seats are taken. How many sit there by rank (0: not wished for), and what is known of them.
    Full {
        seats: u32,
        by_rank: BTreeMap<usize, usize>,
        priority: HolderPriority,
    },
    /// Too few seats are free for all who must sit together.
    TooFew { free: u32, needed: u32 },
    /// No more of the organisation may sit there.
    OrganisationFull { organisation: usize, limit: u32 },
    /// The two must not share an offer. The second sits there, or must sit with the first.
    Apart { person: usize, other: usize },
}

/// Those who hold all seats of an offer, beside somebody who has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HolderPriority {
    /// One of them could take a free seat elsewhere in the slot; or there are too many to look.
    Unknown,
    /// None of them could: making room would leave somebody else without.
    Immovable,
    /// None could, and a plan with this person in the place of any of them is worse or breaks a rule; not all break one.
    Preferred,
    /// None could, and with this person in the place of one of them the plan is as good: the seed drew between them.
    Drawn,
}

/// A person without a seat in a slot.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// Index of the person.
    pub person: usize,
    /// Index of the slot.
    pub slot: usize,
    /// Every wish of the person that is offered in this slot, best first, and what stands against it.
    pub wishes: Vec<(usize, Obstacle)>,
    /// How many other offers of the slot fail for the same kind of reason; empty where only wishes count.
    pub others: BTreeMap<&'static str, usize>,
    /// Whether anything is offered in the slot.
    pub is_anything_offered: bool,
}

impl Refusal {
    /// The reasons as one sentence.
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
            Obstacle::Apart { person, other } => {
                let (person, other) = (&problem.people[*person].id, &problem.people[*other].id);
                write!(f, "would bring {person} together with {other}")
            }
        }
    }
}

impl Obstacle {
    /// The obstacle in a word, for counting.
    pub(super) fn category(&self) -> &'static str {
        match self {
            Obstacle::Attended { .. } => "attended in another slot",
            Obstacle::Clash { .. } => "clashing",
            Obstacle::FixedElsewhere { .. } => "not the fixed seat of a partner",
            Obstacle::NotAsked { .. } => "not asked for by a partner",
            Obstacle::Cancelled { .. } => "not taking place",
            Obstacle::NoSeats => "without seats",
            Obstacle::Full { .. } => "full",
            Obstacle::TooFew { .. } => "without enough free seats together",
            Obstacle::OrganisationFull { .. } => "full for the organisation",
            Obstacle::Apart { .. } => "kept apart",
        }
    }
}
