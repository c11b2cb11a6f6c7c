//! The places to which a person could go, each with what it would bring.

use groups::rotate::{ABSENT, ProblemLayout, Seating};
use model::{AgendaItemId, RegistrationId, cafe::TableNumber};

use super::{
    Cafe, CafeBoard, CafeProblem,
    effects::{Evaluator, MoveEffect, SeatMove},
    quality::RuleWords,
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
};

/// A place to which somebody could go, with what it would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatOption {
    pub change: SeatMove,
    pub table: TableNumber,
    /// The person to exchange seats with.
    pub with: Option<RegistrationId>,
    pub effect: MoveEffect,
}

/// All places to which a person could go in a round.
#[derive(Debug, Clone)]
pub struct SeatOptions {
    pub board: CafeBoard,
    pub person: RegistrationId,
    pub round: u32,
    /// The present table.
    pub table: Option<TableNumber>,
    /// The best first: those that break no rule, then by the goals of the set-up.
    pub options: Vec<SeatOption>,
}

/// All places to which a person could go in a round, the best first.
pub(crate) fn seat_options(
    cafe: &Cafe,
    problem: &CafeProblem,
    seats: Seating,
    (person, round): (RegistrationId, u32),
) -> Vec<SeatOption> {
    let Some(plan) = &cafe.plan else {
        return Vec::new();
    };
    let layout = ProblemLayout::new(&problem.problem);
    let words = RuleWords {
        set_up: &plan.set_up,
        cafe,
        problem,
    };
    let Some(index) = round
        .checked_sub(1)
        .and_then(|round| usize::try_from(round).ok())
        .filter(|round| *round < problem.problem.rounds)
    else {
        return Vec::new();
    };
    let position = problem.people.iter().position(|one| *one == person);
    let own = position.map_or(ABSENT, |position| seats.rounds[index][position]);
    let is_seated = own != ABSENT;
    let others: Vec<(RegistrationId, usize)> = seats.rounds[index]
        .iter()
        .zip(&problem.people)
        .filter(|(seat, _)| is_seated && **seat != ABSENT && **seat != own)
        .map(|(seat, other)| (*other, usize::from(*seat)))
        .collect();
    let mut evaluator = Evaluator::new(words, &layout, seats);
    let to_tables = problem.tables.iter().map(|table| {
        let change = SeatMove::Move {
            person,
            round,
            table: *table,
        };
        (change, *table, None)
    });
    let swaps = others.iter().filter_map(|(other, table)| {
        let change = SeatMove::Swap {
            round,
            one: person,
            other: *other,
        };
        Some((change, *problem.tables.get(*table)?, Some(*other)))
    });
    let order = &problem.problem.order;
    let mut options: Vec<_> = to_tables
        .chain(swaps)
        .filter_map(|(change, table, with)| {
            let (effect, quality) = evaluator.evaluate(change)?;
            let rank = (
                effect.breaks.len(),
                quality.objective(order),
                with.is_some(),
            );
            let option = SeatOption {
                change,
                table,
                with,
                effect,
            };
            Some((rank, option))
        })
        .collect();
    options.sort_by_key(|(rank, _)| *rank);
    options.into_iter().map(|(_, option)| option).collect()
}

impl Planner {
    /// All places to which a person could go in a round, each with what it would bring.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn seat_options(
        &self,
        access: &EventAccess<Reads>,
        item: Option<AgendaItemId>,
        (person, round): (RegistrationId, u32),
    ) -> Result<SeatOptions> {
        let board = self.cafe_board(access, item, None).await?;
        let is_here = board.problem.people.contains(&person)
            && (1..=board.cafe.set_up().rounds.count).contains(&round);
        let version = board.version.as_ref().filter(|_| is_here);
        let version = version.ok_or(PlannerError::NotFound)?;
        let seats = board.problem.seating(&version.seating);
        let table = version.seating.table_of(person, round);
        let options = seat_options(&board.cafe, &board.problem, seats, (person, round));
        Ok(SeatOptions {
            board,
            person,
            round,
            table,
            options,
        })
    }
}
