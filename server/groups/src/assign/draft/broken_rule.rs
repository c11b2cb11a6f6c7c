//! The hard rules that a draft breaks.

use super::super::model::NO_OFFER;
use super::super::problem::{Offer, Problem};
use super::Draft;

/// A hard rule that a plan breaks, by indices of [`Problem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BrokenRule {
    /// Fewer people than the minimum. With nobody only if the offer must take place.
    TooFew(Offer),
    TooMany(Offer),
    /// More people of one organisation than the workshop takes.
    TooManyOf {
        offer: Offer,
        organisation: usize,
    },
    /// Somebody sits in an offer that does not take place.
    Closed(Offer),
    /// `fixed[i]` is not kept.
    Fixed(usize),
    /// `together[group]` is separated in the slot.
    Together {
        group: usize,
        slot: usize,
    },
    /// Several of `apart[group]` sit in the offer.
    Apart {
        group: usize,
        offer: Offer,
    },
    /// A person attends a workshop twice.
    Twice {
        person: usize,
        workshop: usize,
    },
    /// A person attends two workshops that clash; the smaller index first.
    Clash {
        person: usize,
        workshop: usize,
        other: usize,
    },
    /// The person may not attend the workshop.
    NotAllowed {
        person: usize,
        workshop: usize,
    },
    /// The person does not wish for the workshop, and only wishes are granted.
    NotWished {
        person: usize,
        workshop: usize,
    },
}

/// The rules by person.
#[derive(Debug)]
pub(super) struct RuleIndex {
    together: Vec<Vec<usize>>,
    apart: Vec<Vec<usize>>,
    fixed: Vec<Vec<usize>>,
}

impl RuleIndex {
    pub fn new(problem: &Problem) -> Self {
        let by_person = |groups: &[Vec<usize>]| {
            let mut found = vec![Vec::new(); problem.people.len()];
            for (index, group) in groups.iter().enumerate() {
                for &person in group {
                    found[person].push(index);
                }
            }
            found
        };
        let mut fixed = vec![Vec::new(); problem.people.len()];
        for (index, seat) in problem.fixed.iter().enumerate() {
            fixed[seat.person].push(index);
        }
        Self {
            together: by_person(&problem.together),
            apart: by_person(&problem.apart),
            fixed,
        }
    }
}

impl Draft<'_> {
    /// Rules that these people and offers break, ascending.
    pub(super) fn broken(
        &self,
        people: impl IntoIterator<Item = usize>,
        offers: impl IntoIterator<Item = usize>,
    ) -> Vec<BrokenRule> {
        let mut broken = Vec::new();
        for offer in offers {
            self.add_limits(offer, &mut broken);
        }
        for person in people {
            self.add_rules(person, &mut broken);
            self.add_timetable(person, &mut broken);
        }
        broken.sort_unstable();
        broken.dedup();
        broken
    }

    fn offer(&self, offer: usize) -> Offer {
        let limits = &self.model().offers[offer];
        Offer {
            workshop: limits.workshop,
            slot: limits.slot,
        }
    }

    fn add_limits(&self, offer: usize, broken: &mut Vec<BrokenRule>) {
        let limits = &self.model().offers[offer];
        let people = &self.people_in[offer];
        let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
        let named = self.offer(offer);
        if limits.is_closed && count > 0 {
            broken.push(BrokenRule::Closed(named));
            return;
        }
        if count < limits.min && (count > 0 || limits.is_required) {
            broken.push(BrokenRule::TooFew(named));
        }
        if count > limits.max {
            broken.push(BrokenRule::TooMany(named));
        }
        let mut organisations: Vec<usize> = (people.iter())
            .filter_map(|&person| self.problem.people[person].organisation)
            .collect();
        organisations.sort_unstable();
        for colleagues in organisations.chunk_by(|one, other| one == other) {
            if colleagues.len() > limits.organisation_max as usize {
                broken.push(BrokenRule::TooManyOf {
                    offer: named,
                    organisation: colleagues[0],
                });
            }
        }
    }

    /// The rules of fixed seats and groups.
    fn add_rules(&self, person: usize, broken: &mut Vec<BrokenRule>) {
        let problem = self.problem;
        for &index in &self.rules.fixed[person] {
            let fixed = problem.fixed[index];
            if self.workshop(person, fixed.slot) != Some(fixed.workshop) {
                broken.push(BrokenRule::Fixed(index));
            }
        }
        let workshop = |other: usize, slot: usize| self.workshop(other, slot);
        for &slot in &problem.people[person].slots {
            let own = workshop(person, slot);
            for &group in &self.rules.together[person] {
                let members = &problem.together[group];
                if members.iter().all(|&other| problem.attends(other, slot))
                    && members.iter().any(|&other| workshop(other, slot) != own)
                {
                    broken.push(BrokenRule::Together { group, slot });
                }
            }
            let Some(own) = own else { continue };
            for &group in &self.rules.apart[person] {
                let mut members = problem.apart[group].iter();
                if members.any(|&other| other != person && workshop(other, slot) == Some(own)) {
                    let offer = Offer {
                        workshop: own,
                        slot,
                    };
                    broken.push(BrokenRule::Apart { group, offer });
                }
            }
        }
    }

    /// The rules about what one person attends.
    fn add_timetable(&self, person: usize, broken: &mut Vec<BrokenRule>) {
        let model = self.model();
        let mut attended: Vec<usize> = Vec::new();
        for &slot in &self.problem.people[person].slots {
            let offer = self.seats[model.seat_index(person, slot)];
            if offer == NO_OFFER {
                continue;
            }
            let workshop = model.offers[offer].workshop;
            if !model.is_allowed(person, workshop) {
                broken.push(BrokenRule::NotAllowed { person, workshop });
            }
            if !model.accepts(person, workshop) && model.fixed(person, slot) != Some(offer) {
                broken.push(BrokenRule::NotWished { person, workshop });
            }
            for &other in &attended {
                if other == workshop {
                    broken.push(BrokenRule::Twice { person, workshop });
                } else if model.conflict(workshop, other) {
                    broken.push(BrokenRule::Clash {
                        person,
                        workshop: workshop.min(other),
                        other: workshop.max(other),
                    });
                }
            }
            attended.push(workshop);
        }
    }
}
