//! The job of an import: one transaction enters all staged lines, the next ones write to their people.

use model::{
    AuditAction, JobProblem, LeftOut, ProblemReason, RegistrationChange, RegistrationState, Source,
    seats::Seats,
};
use store::{ClaimedJob, ImportEntry, ImportLine, ImportRows, NewImportLine};

use super::{super::event_seats::seats_of, ImportPreview};
use crate::{
    Planner, Result,
    audit::{AuditEntry, Edit, Who},
    events::LockedEvent,
    jobs::{Batch, Pace, position, set_position},
};

/// What becomes of the lines of a table.
#[derive(Debug, Default, PartialEq, Eq)]
struct Decisions {
    /// The lines of people who registered after the table was read.
    registered: Vec<u64>,
    /// Lines that wait, with their position; and, without one, lines of people who are back.
    special: Vec<(u64, Option<i64>)>,
    /// Whether each person who is back has a seat, in the order of the lines.
    returning: Vec<RegistrationState>,
    /// The positions of those who wait.
    returning_positions: Vec<Option<i64>>,
}

impl Decisions {
    /// Gives the seats in the order of the lines, as the people would get them one after the other.
    fn of(lines: &[ImportLine], mut seats: Seats, last_position: i64) -> Self {
        let mut decisions = Self::default();
        let mut position = last_position;
        for line in lines {
            if line.known.is_some_and(|(_, state)| state.is_active()) {
                decisions.registered.push(line.number);
                continue;
            }
            let waits_at = if seats.admits(line.organisation) {
                seats.take(line.organisation);
                None
            } else {
                position += 1;
                Some(position)
            };
            if line.known.is_some() {
                decisions.special.push((line.number, None));
                decisions.returning.push(match waits_at {
                    None => RegistrationState::Confirmed,
                    Some(_) => RegistrationState::Waitlisted,
                });
                decisions.returning_positions.push(waits_at);
            } else if waits_at.is_some() {
                decisions.special.push((line.number, waits_at));
            }
        }
        decisions
    }
}

impl Planner {
    /// The people of a sound table, ready to be staged, and their number.
    pub(super) fn import_rows(&self, preview: &ImportPreview) -> Result<(ImportRows, u32)> {
        let lines = preview.lines.iter().filter_map(|line| {
            let added = line.person.as_ref().ok()?;
            Some(NewImportLine {
                number: line.number,
                registration: self.new_id(),
                audit: self.new_id(),
                person: added.person.clone(),
                answers: added.answers.clone(),
            })
        });
        let lines: Vec<NewImportLine> = lines.collect();
        let total = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        Ok((ImportRows::of(&lines)?, total))
    }
}

impl LockedEvent<'_> {
    /// Enters the table, or writes to the next people of it.
    pub(crate) async fn import_batch(&mut self, job: &mut ClaimedJob, pace: Pace) -> Result<Batch> {
        match position::<u64>(job)? {
            None => self.enter_lines(job).await,
            Some(line) => self.mail_imported(line, job, pace).await,
        }
    }

    async fn enter_lines(&mut self, job: &mut ClaimedJob) -> Result<Batch> {
        if self.event.state == model::EventState::Cancelled {
            job.problems.push(JobProblem {
                left_out: LeftOut::Rest,
                reason: ProblemReason::EventCancelled,
            });
            return Ok(Batch::Failed);
        }
        let lines = self.tx.import_lines(job.id, self.event.id).await?;
        let seats = seats_of(self.tx, &self.event).await?;
        let last_position = self.tx.last_waiting_position(self.event.id).await?;
        let decisions = Decisions::of(&lines, seats, last_position);
        let registered = decisions.registered.iter().map(|number| JobProblem {
            left_out: LeftOut::Line(*number),
            reason: ProblemReason::RegisteredMeanwhile,
        });
        job.problems.extend(registered);
        self.tx
            .drop_import_lines(job.id, &decisions.registered)
            .await?;
        let entry = ImportEntry {
            job: job.id,
            network: self.network.id,
            event: self.event.id,
            member: job.member,
            at: self.planner.now(),
        };
        self.tx
            .enter_import_lines(&entry, &decisions.special)
            .await?;
        let who = job.member.map_or(Who::Planner, Who::Member);
        if !decisions.returning.is_empty() {
            self.enter_returning(job, who, &decisions).await?;
        }
        set_position(job, &0_u64)?;
        // Publishing the draft writes to everybody on it.
        if self.event.state == model::EventState::Draft {
            job.done = u32::try_from(lines.len() - decisions.registered.len()).unwrap_or(u32::MAX);
            return Ok(Batch::Done);
        }
        Ok(Batch::GoesOn)
    }

    /// Enters people who had cancelled or were declined.
    async fn enter_returning(
        &mut self,
        job: &ClaimedJob,
        who: Who,
        decisions: &Decisions,
    ) -> Result<()> {
        let questions = self.tx.questions(self.event.id).await?;
        let back: Vec<u64> = decisions
            .special
            .iter()
            .filter_map(|(number, position)| position.is_none().then_some(*number))
            .collect();
        let people = self.tx.returning_people(job.id, self.event.id).await?;
        let people = people
            .into_iter()
            .filter(|(number, _)| back.binary_search(number).is_ok());
        let states = decisions
            .returning
            .iter()
            .zip(&decisions.returning_positions);
        for ((_, mut again), (state, position)) in people.zip(states) {
            let Some(known) = self.tx.registration(again.id).await? else {
                continue;
            };
            again.revision += 1;
            again.source = Source::Import;
            again.state = *state;
            again.state_changed_at = self.planner.now();
            again.waiting_position = *position;
            again.address_confirmed_at = Some(again.state_changed_at);
            let changes = RegistrationChange::between(&known, &again, &questions);
            self.tx.replace_registration(&again).await?;
            let entry = AuditEntry {
                who,
                about: self.about(Some(again.id)),
                action: AuditAction::RegisteredAgain,
                edit: Some(Edit::new(&changes, again.revision)?),
            };
            self.planner.note(self.tx, entry).await?;
            let action = AuditAction::registration_entered(again.state);
            self.note(again.id, who, action).await?;
        }
        Ok(())
    }

    async fn mail_imported(
        &mut self,
        after: u64,
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<Batch> {
        if self.event.state == model::EventState::Cancelled {
            return Ok(Batch::Done);
        }
        let people = self
            .tx
            .imported_people_after(job.id, self.event.id, after, pace.people())
            .await?;
        let is_last = people.len() < pace.people() as usize;
        let (numbers, people): (Vec<u64>, Vec<_>) = people.into_iter().unzip();
        self.mail_all(people, job, pace).await?;
        if let Some(last) = numbers.last() {
            set_position(job, last)?;
        }
        Ok(if is_last { Batch::Done } else { Batch::GoesOn })
    }
}
