//! How good an assignment is, and which rules it breaks.

use groups::assign::{self, BrokenRule, Draft, Figures, ProblemLayout, Seating};
use model::assignment::{AssignmentQuality, BrokenAssignmentRule, Proof};

use super::AssignmentProblem;

/// Counts a seating. Fairness, proof and steps are left open.
pub(crate) fn quality_of(problem: &AssignmentProblem, seating: &Seating) -> AssignmentQuality {
    let layout = ProblemLayout::new(&problem.problem);
    let figures = Figures::new(&layout, seating);
    AssignmentQuality {
        fairness: None,
        problem: problem.fingerprint,
        people: number(problem.people.len()),
        with_wishes: number(people_with_wishes(problem, &layout)),
        seats: number(figures.seats),
        empty: number(figures.empty),
        profile: figures.profile.into_iter().map(number).collect(),
        best_wish: figures.best_wish.into_iter().map(number).collect(),
        without_wish: number(figures.without_wish),
        spread: u32::try_from(figures.spread).unwrap_or(u32::MAX),
        proof: Proof::Unknown,
        steps: None,
        around_locks: false,
        same_as: None,
    }
}

/// People with a wish that they can attend.
pub(super) fn people_with_wishes(problem: &AssignmentProblem, layout: &ProblemLayout) -> usize {
    let people = (0..problem.people.len()).filter(|&person| {
        let mut workshops = 0..problem.workshops.len();
        workshops.any(|workshop| layout.rank(person, workshop).is_some())
    });
    people.count()
}

/// All rules that a seating breaks.
pub(crate) fn broken_rules(
    problem: &AssignmentProblem,
    seating: &Seating,
) -> Vec<BrokenAssignmentRule> {
    let layout = ProblemLayout::new(&problem.problem);
    let draft = Draft::new(&problem.problem, &layout, seating);
    let broken = draft.broken_rules().into_iter();
    let mut broken: Vec<_> = broken.map(|rule| by_id(problem, rule)).collect();
    broken.sort_unstable();
    broken.dedup();
    broken
}

/// A broken rule of the solver in terms of the set-up.
pub(super) fn by_id(problem: &AssignmentProblem, rule: BrokenRule) -> BrokenAssignmentRule {
    use BrokenAssignmentRule as Broken;
    let offer = |offer: assign::Offer| problem.offer_key(offer);
    let person = |person: usize| problem.people[person];
    let workshop = |workshop: usize| problem.workshops[workshop];
    match rule {
        BrokenRule::TooFew(one) => Broken::TooFew(offer(one)),
        BrokenRule::TooMany(one) => Broken::TooMany(offer(one)),
        BrokenRule::TooManyOf { offer: one, .. } => Broken::TooManyOfOne(offer(one)),
        BrokenRule::Closed(one) => Broken::CalledOff(offer(one)),
        BrokenRule::Fixed(index) => Broken::Rule {
            rule: problem.fixed_rule(index),
        },
        BrokenRule::Together { group, .. } => Broken::Rule {
            rule: problem.together_rule(group),
        },
        BrokenRule::Apart { group, .. } => Broken::Rule {
            rule: problem.apart_rule(group),
        },
        BrokenRule::Twice {
            person: one,
            workshop: twice,
        } => Broken::Twice {
            person: person(one),
            workshop: workshop(twice),
        },
        BrokenRule::Clash {
            person: one,
            workshop: first,
            other,
        } => Broken::Clash {
            person: person(one),
            one: workshop(first),
            other: workshop(other),
        },
        BrokenRule::NotWished {
            person: one,
            workshop: unwished,
        } => Broken::NotWished {
            person: person(one),
            workshop: workshop(unwished),
        },
        BrokenRule::NotAllowed {
            person: one,
            workshop: booked,
        } => Broken::Booked {
            person: person(one),
            workshop: workshop(booked),
        },
    }
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
