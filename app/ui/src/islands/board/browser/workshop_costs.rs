//! What every target of a person would bring among workshops, by the solver's own evaluator.

use groups::assign::{
    BrokenRule, ChangeEffect, Draft, Goal, Problem, ProblemLayout, SeatChange, SeatEffect, Seating,
};

use super::costs::{Cost, Costs, Differences, Standing, Verdict};

/// Evaluates every workshop, and an exchange with everybody who has a seat.
pub fn evaluate(problem: &Problem, seating: &Seating, (person, slot): (usize, usize)) -> Costs {
    let layout = ProblemLayout::new(problem);
    let mut draft = Draft::new(problem, &layout, seating);
    let broken = draft.broken_rules();
    let is_seated = draft.workshop(person, slot).is_some();
    let mut cost = |change| {
        let effect = draft.evaluate(change)?;
        let breaks: Vec<BrokenRule> = draft.newly_broken(&broken, slot, &effect).collect();
        Some(cost_of(&effect, &breaks))
    };
    let tables = (0..problem.workshops.len()).map(|workshop| {
        cost(SeatChange::Place {
            slot,
            person,
            workshop: Some(workshop),
        })
    });
    let tables = tables.collect();
    let people = (0..problem.people.len()).map(|other| {
        let has_seat = seating.workshop(other, slot).is_some();
        let swap = SeatChange::Swap {
            slot,
            one: person,
            other,
        };
        (is_seated && has_seat && other != person)
            .then(|| cost(swap))
            .flatten()
    });
    Costs {
        people: people.collect(),
        tables,
    }
}

fn cost_of(effect: &ChangeEffect, breaks: &[BrokenRule]) -> Cost {
    let verdict = match effect.differences.first() {
        _ if !breaks.is_empty() => Verdict::Forbidden,
        None => Verdict::Even,
        Some((_, difference)) if *difference < 0 => Verdict::Gain,
        Some(_) => Verdict::Loss,
    };
    let is_size = |rule: &BrokenRule| matches!(rule, BrokenRule::TooMany(_));
    let mut people = effect.people.iter();
    let own = people.next();
    let other = people.next();
    let spread = (effect.differences.iter()).find(|(goal, _)| *goal == Goal::Spread);
    Cost {
        verdict,
        breaks_sizes_alone: !breaks.is_empty() && breaks.iter().all(is_size),
        differences: Differences::Standings {
            own: own.and_then(standings),
            other: other.and_then(standings),
            is_exchange: other.is_some(),
            colleagues: spread.map_or(0, |(_, difference)| *difference),
        },
    }
}

/// What somebody has before and after a change, if that is not the same.
fn standings(effect: &SeatEffect) -> Option<(Standing, Standing)> {
    let before = standing(effect.before, effect.rank_before);
    let after = standing(effect.after, effect.rank_after);
    (before != after).then_some((before, after))
}

fn standing(workshop: Option<usize>, rank: Option<usize>) -> Standing {
    match (workshop, rank) {
        (None, _) => Standing::NoSeat,
        (Some(_), None) => Standing::NoWish,
        (Some(_), Some(rank)) => Standing::Rank(rank),
    }
}
