//! What every target of a person would bring in a café, by the solver's own evaluator.

use groups::rotate::{
    ABSENT, ChangeEffect, Draft, Goal, Problem, ProblemLayout, Quality, Rule, SeatChange, Seating,
};

use super::super::Figure;
use super::costs::{Cost, Costs, Differences, Verdict};

/// Evaluates every table, and an exchange with everybody who sits.
pub fn evaluate(problem: &Problem, seating: &Seating, (person, round): (usize, usize)) -> Costs {
    let layout = ProblemLayout::new(problem);
    let mut draft = Draft::new(problem, &layout, seating);
    let seats = &seating.rounds[round];
    let is_seated = seats[person] != ABSENT;
    let held = draft.broken_rules(round);
    let before = draft.quality();
    let mut cost = |change| {
        let effect = draft.evaluate(change)?;
        Some(cost_of(&problem.order, before, &held, &effect))
    };
    let to_table = |table| {
        if is_seated {
            SeatChange::Move {
                round,
                person,
                table,
            }
        } else {
            SeatChange::Seat {
                round,
                person,
                table,
            }
        }
    };
    let tables = (0..problem.tables.len())
        .map(|table| cost(to_table(table)))
        .collect();
    let people = (0..problem.people.len()).map(|other| {
        let swap = SeatChange::Swap {
            round,
            one: person,
            other,
        };
        (is_seated && other != person).then(|| cost(swap)).flatten()
    });
    Costs {
        people: people.collect(),
        tables,
    }
}

fn cost_of(order: &[Goal], before: Quality, held: &[Rule], effect: &ChangeEffect) -> Cost {
    let after = effect.quality;
    let difference = |after: usize, before: usize| {
        i64::try_from(after).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX)
    };
    let topics = (
        Figure::Topics,
        difference(after.topics_sum, before.topics_sum),
    );
    let meetings = [
        (
            Figure::Meetings,
            difference(after.meetings, before.meetings),
        ),
        (Figure::Repeats, difference(after.repeats, before.repeats)),
    ];
    let differences = order.iter().flat_map(|goal| match goal {
        Goal::Topics => vec![topics],
        Goal::Meetings => meetings.to_vec(),
        Goal::Mix => vec![(Figure::Mix, difference(after.mix, before.mix))],
        Goal::Met => vec![(Figure::OldFaces, difference(after.met, before.met))],
    });
    let differences: Vec<(Figure, i64)> = differences.filter(|(_, n)| *n != 0).collect();
    let broken = || effect.broken.iter().filter(|rule| !held.contains(rule));
    let breaks = broken().next().is_some();
    let is_size = |rule: &Rule| matches!(rule, Rule::Min(_) | Rule::Max(_) | Rule::Balance);
    let verdict = match differences.first() {
        _ if breaks => Verdict::Forbidden,
        None => Verdict::Even,
        Some((figure, n)) => {
            let more_is_better = matches!(figure, Figure::Topics | Figure::Meetings);
            if (*n > 0) == more_is_better {
                Verdict::Gain
            } else {
                Verdict::Loss
            }
        }
    };
    Cost {
        verdict,
        breaks_sizes_alone: breaks && broken().all(is_size),
        differences: Differences::Figures(differences),
    }
}
