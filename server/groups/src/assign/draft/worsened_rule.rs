//! Which rules a change breaks: those that held before, and those that are broken further.

use std::collections::HashMap;

use super::super::problem::Offer;
use super::{BrokenRule, ChangeEffect, Draft, SeatEffect};

impl Draft<'_> {
    /// The rules that a change breaks, or breaks further. `before` are those that are broken without it, `slot` is its
    /// slot, and `effect` what [`Self::evaluate`] has found.
    pub fn newly_broken(
        &self,
        before: &[BrokenRule],
        slot: usize,
        effect: &ChangeEffect,
    ) -> impl Iterator<Item = BrokenRule> {
        let broken = effect.broken.iter().copied();
        broken.filter(move |rule| !before.contains(rule) || self.worsens(*rule, slot, effect))
    }

    /// Whether a rule that is broken already is broken further: more people than before whom it concerns.
    fn worsens(&self, rule: BrokenRule, slot: usize, effect: &ChangeEffect) -> bool {
        let problem = self.problem;
        let grows = |offer: Offer, concerns: &dyn Fn(usize) -> bool| {
            let count = |workshop: fn(&SeatEffect) -> Option<usize>| {
                let people = effect.people.iter();
                let moved = people.filter(|one| workshop(one) == Some(offer.workshop));
                moved.filter(|one| concerns(one.person)).count()
            };
            let is_here = offer.slot == slot;
            (
                is_here && count(|one| one.after) > count(|one| one.before),
                is_here && count(|one| one.before) > count(|one| one.after),
            )
        };
        match rule {
            BrokenRule::TooMany(offer) | BrokenRule::Closed(offer) => grows(offer, &|_| true).0,
            BrokenRule::TooFew(offer) => grows(offer, &|_| true).1,
            BrokenRule::TooManyOf {
                offer,
                organisation,
            } => {
                let is_of =
                    |person: usize| problem.people[person].organisation == Some(organisation);
                grows(offer, &is_of).0
            }
            BrokenRule::Apart { group, offer } => {
                let is_of = |person: usize| problem.apart[group].contains(&person);
                grows(offer, &is_of).0
            }
            BrokenRule::Together {
                group,
                slot: separated,
            } => {
                let members = &problem.together[group];
                let seats = |workshop: fn(&SeatEffect) -> Option<usize>| {
                    members.iter().filter_map(move |&member| {
                        let mut moved = effect.people.iter();
                        match moved.find(|one| one.person == member) {
                            Some(one) => workshop(one),
                            None => self.workshop(member, slot),
                        }
                    })
                };
                separated == slot && pairs(seats(|one| one.after)) < pairs(seats(|one| one.before))
            }
            BrokenRule::Fixed(_)
            | BrokenRule::Twice { .. }
            | BrokenRule::Clash { .. }
            | BrokenRule::NotAllowed { .. }
            | BrokenRule::NotWished { .. } => false,
        }
    }
}

/// How many pairs of people sit in one workshop.
fn pairs(workshops: impl Iterator<Item = usize>) -> usize {
    let mut people: HashMap<usize, usize> = HashMap::new();
    // Everybody makes a pair with each person who is there before.
    workshops
        .map(|workshop| {
            let there = people.entry(workshop).or_default();
            *there += 1;
            *there - 1
        })
        .sum()
}
