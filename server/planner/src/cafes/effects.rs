//! The effect of a change by hand before it is made: in numbers, and by name.

use groups::rotate::{ABSENT, Draft, ProblemLayout, Quality, SeatChange as Change, Seating};
use model::{
    AgendaItemId, RegistrationId,
    cafe::{BrokenRule, TableNumber, TopicNumber},
};

use super::{
    CafeBoard, CafeProblem,
    quality::{RuleWords, number},
};
use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
};

/// A change of seats by hand. Rounds are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatMove {
    /// Somebody goes to another table, or takes a seat for the first time.
    Move {
        person: RegistrationId,
        round: u32,
        table: TableNumber,
    },
    /// Two people exchange their seats.
    Swap {
        round: u32,
        one: RegistrationId,
        other: RegistrationId,
    },
    /// Somebody gives the seat up.
    Unseat { person: RegistrationId, round: u32 },
}

impl SeatMove {
    /// The round of the change.
    pub const fn round(self) -> u32 {
        match self {
            Self::Move { round, .. } | Self::Swap { round, .. } | Self::Unseat { round, .. } => {
                round
            }
        }
    }

    /// The people who change seats.
    pub fn people(self) -> impl Iterator<Item = RegistrationId> {
        let (one, other) = match self {
            Self::Move { person, .. } | Self::Unseat { person, .. } => (person, None),
            Self::Swap { one, other, .. } => (one, Some(other)),
        };
        std::iter::once(one).chain(other)
    }
}

/// What a change brings. Differences are after − before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveEffect {
    /// Pairs of different organisations that meet.
    pub meetings: i64,
    /// Topics seen, summed over people, and the fewest that one person sees.
    pub topics: i64,
    pub fewest_topics: i64,
    /// Times together beyond the first.
    pub repeats: i64,
    /// Pairs of one organisation at one table.
    pub mix: i64,
    /// Pairs who sat together at an earlier event.
    pub old_faces: i64,
    /// Who would share a table again.
    pub meet_again: Vec<(RegistrationId, RegistrationId)>,
    /// Colleagues who would share a table.
    pub colleagues: Vec<(RegistrationId, RegistrationId)>,
    /// Topics that somebody would no longer see.
    pub lost_topics: Vec<(RegistrationId, TopicNumber)>,
    /// Topics that somebody would see for the first time.
    pub won_topics: Vec<(RegistrationId, TopicNumber)>,
    /// Rules that the change would break and that hold now.
    pub breaks: Vec<BrokenRule>,
}

/// Evaluates changes of one seating.
#[derive(Debug)]
pub(crate) struct Evaluator<'a> {
    words: RuleWords<'a>,
    problem: &'a CafeProblem,
    draft: Draft<'a>,
    seats: Seating,
    before: Quality,
    /// The rules that are broken now in a round, once they were looked up.
    broken_before: Option<(usize, Vec<BrokenRule>)>,
    is_host: Vec<bool>,
}

impl<'a> Evaluator<'a> {
    pub fn new(words: RuleWords<'a>, layout: &'a ProblemLayout, seats: Seating) -> Self {
        let problem = words.problem;
        let mut draft = Draft::new(&problem.problem, layout, &seats);
        Self {
            before: draft.quality(),
            broken_before: None,
            draft,
            seats,
            is_host: problem.problem.hosts(),
            problem,
            words,
        }
    }

    /// The change in positions. `None` if it names something that does not exist or changes nothing.
    fn change(&self, change: SeatMove) -> Option<Change> {
        let round = usize::try_from(change.round().checked_sub(1)?).ok()?;
        if round >= self.problem.problem.rounds {
            return None;
        }
        let position = |person| self.problem.people.iter().position(|one| *one == person);
        Some(match change {
            SeatMove::Move { person, table, .. } => {
                let person = position(person)?;
                let table = self.problem.tables.iter().position(|one| *one == table)?;
                if self.draft.seat(round, person).is_some() {
                    Change::Move {
                        round,
                        person,
                        table,
                    }
                } else {
                    Change::Seat {
                        round,
                        person,
                        table,
                    }
                }
            }
            SeatMove::Swap { one, other, .. } => Change::Swap {
                round,
                one: position(one)?,
                other: position(other)?,
            },
            SeatMove::Unseat { person, .. } => Change::Unseat {
                round,
                person: position(person)?,
            },
        })
    }

    /// The effect of a change, with the quality after it. `None` if it changes nothing.
    pub fn evaluate(&mut self, change: SeatMove) -> Option<(MoveEffect, Quality)> {
        let change = self.change(change)?;
        let (round, after) = (change.round(), self.draft.evaluate(change)?);
        self.look_up_broken(round);
        let mut effect = self.differences(after.quality);
        let moves = self.moves(change);
        let table_after = |person: usize| {
            let moved = moves.iter().find(|(one, _)| *one == person);
            moved.map_or_else(|| self.draft.seat(round, person), |(_, table)| *table)
        };
        for rule in after.broken {
            effect
                .breaks
                .extend(self.words.broken(rule, round, table_after));
        }
        if let Some((_, before)) = &self.broken_before {
            effect.breaks.retain(|rule| !before.contains(rule));
        }
        effect.breaks.sort_unstable();
        effect.breaks.dedup();
        for (person, table) in &moves {
            self.name_people(&mut effect, (round, *person, *table), &moves);
            self.name_topics(&mut effect, (round, *person, *table));
        }
        Some((effect, after.quality))
    }

    fn look_up_broken(&mut self, round: usize) {
        if self
            .broken_before
            .as_ref()
            .is_some_and(|(known, _)| *known == round)
        {
            return;
        }
        let table = |person: usize| self.draft.seat(round, person);
        let broken = self.draft.broken_rules(round).into_iter();
        let broken = broken.flat_map(|rule| self.words.broken(rule, round, table));
        self.broken_before = Some((round, broken.collect()));
    }

    /// The seating after a change.
    pub fn seating_after(&mut self, change: SeatMove) -> Option<Seating> {
        let change = self.change(change)?;
        let undo = self.draft.apply(change)?;
        let seating = self.draft.seating();
        self.draft.apply(undo);
        Some(seating)
    }

    fn differences(&self, after: Quality) -> MoveEffect {
        let difference = |after: usize, before: usize| {
            i64::from(number(after)).saturating_sub(i64::from(number(before)))
        };
        let before = self.before;
        MoveEffect {
            meetings: difference(after.meetings, before.meetings),
            topics: difference(after.topics_sum, before.topics_sum),
            fewest_topics: difference(after.topics_min, before.topics_min),
            repeats: difference(after.repeats, before.repeats),
            mix: difference(after.mix, before.mix),
            old_faces: difference(after.met, before.met),
            meet_again: Vec::new(),
            colleagues: Vec::new(),
            lost_topics: Vec::new(),
            won_topics: Vec::new(),
            breaks: Vec::new(),
        }
    }

    /// Who sits where after the change, of those who change seats.
    fn moves(&self, change: Change) -> Vec<(usize, Option<usize>)> {
        match change {
            Change::Swap { round, one, other } => vec![
                (one, self.draft.seat(round, other)),
                (other, self.draft.seat(round, one)),
            ],
            Change::Move { person, table, .. } | Change::Seat { person, table, .. } => {
                vec![(person, Some(table))]
            }
            Change::Unseat { person, .. } => vec![(person, None)],
        }
    }

    fn name_people(
        &self,
        effect: &mut MoveEffect,
        (round, person, table): (usize, usize, Option<usize>),
        moves: &[(usize, Option<usize>)],
    ) {
        let Some(table) = table else { return };
        let people = &self.problem.problem.people;
        let ids = &self.problem.people;
        for (other, seat) in self.seats.rounds[round].iter().enumerate() {
            let stays = moves.iter().all(|(moved, _)| *moved != other);
            if usize::from(*seat) != table || *seat == ABSENT || !stays {
                continue;
            }
            let is_again = self.seats.rounds.iter().enumerate().any(|(index, seats)| {
                index != round && seats[person] != ABSENT && seats[person] == seats[other]
            });
            if is_again {
                effect.meet_again.push((ids[person], ids[other]));
            }
            if people[person].organisation == people[other].organisation {
                effect.colleagues.push((ids[person], ids[other]));
            }
        }
    }

    fn name_topics(
        &self,
        effect: &mut MoveEffect,
        (round, person, table): (usize, usize, Option<usize>),
    ) {
        if self.is_host[person] {
            return;
        }
        let topic = |table: usize| self.problem.problem.tables.get(table).map(|one| one.topic);
        let seen_elsewhere = |wanted: usize| {
            self.seats.rounds.iter().enumerate().any(|(index, seats)| {
                index != round && topic(usize::from(seats[person])) == Some(wanted)
            })
        };
        let before = self.draft.seat(round, person).and_then(topic);
        let after = table.and_then(topic);
        if before == after {
            return;
        }
        let topics = &self.words.set_up.topics;
        let id = self.problem.people[person];
        if let Some(lost) = before.filter(|topic| !seen_elsewhere(*topic)) {
            effect.lost_topics.push((id, topics[lost].number));
        }
        if let Some(won) = after.filter(|topic| !seen_elsewhere(*topic)) {
            effect.won_topics.push((id, topics[won].number));
        }
    }
}

impl Planner {
    /// What a change would bring, on the version that is edited. `None` if it changes nothing.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn seat_move_effect(
        &self,
        access: &EventAccess<Reads>,
        item: Option<AgendaItemId>,
        change: SeatMove,
    ) -> Result<Option<MoveEffect>> {
        let board = self.cafe_board(access, item, None).await?;
        Ok(board.effect(change))
    }
}

impl CafeBoard {
    /// What a change of this version would bring. `None` if it changes nothing.
    pub fn effect(&self, change: SeatMove) -> Option<MoveEffect> {
        let plan = self.cafe.plan.as_ref()?;
        let version = self.version.as_ref()?;
        let layout = ProblemLayout::new(&self.problem.problem);
        let words = RuleWords {
            set_up: &plan.set_up,
            cafe: &self.cafe,
            problem: &self.problem,
        };
        let seats = self.problem.seating(&version.seating);
        let evaluated = Evaluator::new(words, &layout, seats).evaluate(change);
        evaluated.map(|(effect, _)| effect)
    }
}
