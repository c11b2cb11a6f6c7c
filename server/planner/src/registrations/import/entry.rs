//! The job of an import: one transaction enters all staged lines, the next ones write to their people.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    AuditAction, JobProblem, LeftOut, ProblemReason, Registration, RegistrationState, Source,
    seats::Seats,
};
use serde::{Deserialize, Serialize};
use store::{ClaimedJob, ImportEntry, ImportLine, ImportRows, NewImportLine};

use super::{super::event_seats::seats_of, ImportPreview};
use crate::{
    Planner, Result,
    audit::Who,
    events::LockedEvent,
    jobs::{Batch, Pace, position, set_position},
};

/// The most contacts that one transaction makes.
const MOST_CONTACTS: usize = 1_000;

/// Where the job goes on.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(untagged)]
enum ImportPosition {
    /// The people of the lines after this one are written to.
    Mails(u64),
    /// The contacts of the lines up to this one are made.
    Contacts { after: u64 },
}

/// What becomes of the lines of a table.
#[derive(Debug, Default, PartialEq, Eq)]
struct Decisions {
    /// The lines of people who registered after the table was read.
    registered: Vec<u64>,
    /// The lines of people who had registered before and whose registration cannot be read.
    unreadable: Vec<u64>,
    /// The lines of new people who wait, with their position.
    waiting: Vec<(u64, i64)>,
    /// The lines of people who had cancelled or were declined. Those who wait have a position.
    returning: BTreeMap<u64, Option<i64>>,
}

impl Decisions {
    /// Gives the seats in the order of the lines, as the people would get them one after the other.
    fn of(
        lines: &[ImportLine],
        unreadable: &BTreeSet<u64>,
        mut seats: Seats,
        last_position: i64,
    ) -> Self {
        let mut decisions = Self::default();
        let mut position = last_position;
        for line in lines {
            if line.known.is_some_and(|(_, state)| state.is_active()) {
                decisions.registered.push(line.number);
                continue;
            }
            if unreadable.contains(&line.number) {
                decisions.unreadable.push(line.number);
                continue;
            }
            let waits_at = if seats.admits(line.organisation.as_ref()) {
                seats.take(line.organisation);
                None
            } else {
                position += 1;
                Some(position)
            };
            if line.known.is_some() {
                decisions.returning.insert(line.number, waits_at);
            } else if let Some(position) = waits_at {
                decisions.waiting.push((line.number, position));
            }
        }
        decisions
    }

    /// The lines that do not simply get a seat: those that wait, with their position, and those of people who
    /// return.
    fn special(&self) -> Vec<(u64, Option<i64>)> {
        let waiting = self.waiting.iter();
        let waiting = waiting.map(|(number, position)| (*number, Some(*position)));
        let returning = self.returning.keys().map(|number| (*number, None));
        waiting.chain(returning).collect()
    }

    /// The lines that are not entered.
    fn left_out(&self) -> Vec<u64> {
        let left_out = self.registered.iter().chain(&self.unreadable);
        left_out.copied().collect()
    }

    fn problems(&self) -> impl Iterator<Item = JobProblem> {
        let registered = self.registered.iter();
        let registered = registered.map(|number| (number, ProblemReason::RegisteredMeanwhile));
        let unreadable = self.unreadable.iter();
        let unreadable = unreadable.map(|number| (number, ProblemReason::Internal));
        let problems = registered.chain(unreadable);
        problems.map(|(number, reason)| JobProblem {
            left_out: LeftOut::Line(*number),
            reason,
        })
    }
}

/// People who had cancelled or were declined and are in the table, by the numbers of their lines.
#[derive(Debug, Default)]
struct ReturningPeople {
    readable: BTreeMap<u64, ReturningPerson>,
    /// The lines of those whose registration cannot be read.
    unreadable: BTreeSet<u64>,
}

#[derive(Debug)]
struct ReturningPerson {
    known: Registration,
    /// The registration with person and answers of the line.
    again: Registration,
}

impl Planner {
    /// The people of a sound table, ready to be staged, and their number.
    pub(super) fn import_rows(&self, preview: &ImportPreview) -> Result<(ImportRows, u32)> {
        let lines = preview.entries().map(|(number, added)| NewImportLine {
            number,
            registration: self.new_id(),
            audit: self.new_id(),
            person: added.person.clone(),
            answers: added.answers.clone(),
        });
        let lines: Vec<NewImportLine> = lines.collect();
        let total = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        Ok((ImportRows::of(&lines)?, total))
    }
}

impl LockedEvent<'_> {
    /// Makes the contacts of the next lines, enters the table, or writes to the next people of it.
    pub(crate) async fn import_batch(&mut self, job: &mut ClaimedJob, pace: Pace) -> Result<Batch> {
        match position(job)? {
            None => self.enter_lines(0, job).await,
            Some(ImportPosition::Contacts { after }) => self.enter_lines(after, job).await,
            Some(ImportPosition::Mails(line)) => self.mail_imported(line, job, pace).await,
        }
    }

    /// Enters all lines in one transaction, with the contacts of those after `contacts_after`. The contacts of a long
    /// table are made before that, so that nobody waits for long.
    async fn enter_lines(&mut self, contacts_after: u64, job: &mut ClaimedJob) -> Result<Batch> {
        if self.event.state == model::EventState::Cancelled {
            job.problems.push(JobProblem {
                left_out: LeftOut::Rest,
                reason: ProblemReason::EventCancelled,
            });
            return Ok(Batch::Failed);
        }
        let lines = self.tx.import_lines(job.id, self.event.id).await?;
        let without_contact = lines.iter().filter(|line| line.number > contacts_after);
        let mut without_contact = without_contact.map(|line| line.number);
        if let Some(last) = without_contact.by_ref().take(MOST_CONTACTS).last() {
            let (event, now) = (self.event.id, self.planner.now());
            self.tx
                .make_contacts_of_lines(job.id, event, (contacts_after, last), now)
                .await?;
            if without_contact.next().is_some() {
                set_position(job, &ImportPosition::Contacts { after: last })?;
                return Ok(Batch::GoesOn);
            }
        }
        let returning = self.returning_people(job, &lines).await?;
        let seats = seats_of(self.tx, &self.event).await?;
        let last_position = self.tx.last_waiting_position(self.event.id).await?;
        let decisions = Decisions::of(&lines, &returning.unreadable, seats, last_position);
        job.problems.extend(decisions.problems());
        let left_out = decisions.left_out();
        self.tx.drop_import_lines(job.id, &left_out).await?;
        let entry = ImportEntry {
            job: job.id,
            network: self.network.id,
            event: self.event.id,
            member: job.member,
            at: self.planner.now(),
        };
        self.tx
            .enter_import_lines(&entry, &decisions.special())
            .await?;
        let who = job.member.map_or(Who::Planner, Who::Member);
        if !decisions.returning.is_empty() {
            self.enter_returning(who, returning.readable, &decisions.returning)
                .await?;
        }
        set_position(job, &ImportPosition::Mails(0))?;
        // Publishing the draft writes to everybody on it.
        if self.event.state == model::EventState::Draft {
            job.done = u32::try_from(lines.len() - left_out.len()).unwrap_or(u32::MAX);
            return Ok(Batch::Done);
        }
        Ok(Batch::GoesOn)
    }

    /// Reads the registrations of people who had cancelled or were declined.
    async fn returning_people(
        &mut self,
        job: &ClaimedJob,
        lines: &[ImportLine],
    ) -> Result<ReturningPeople> {
        let mut returning = ReturningPeople::default();
        let numbers: BTreeSet<u64> = lines
            .iter()
            .filter(|line| line.known.is_some_and(|(_, state)| !state.is_active()))
            .map(|line| line.number)
            .collect();
        if numbers.is_empty() {
            return Ok(returning);
        }
        let again = self.tx.returning_people(job.id, self.event.id).await?;
        let mut again: BTreeMap<u64, _> = again.into_iter().collect();
        let known = self
            .tx
            .imported_people_after(job.id, self.event.id, 0, u32::MAX)
            .await?;
        for (number, known) in known {
            let Some(again) = again.remove(&number).filter(|_| numbers.contains(&number)) else {
                continue;
            };
            match (known, again) {
                (Ok(known), Ok(again)) => {
                    let person = ReturningPerson { known, again };
                    returning.readable.insert(number, person);
                }
                (Err((_, error)), _) | (_, Err((_, error))) => {
                    tracing::error!(job = %job.id, line = number, fault = %error, "a line is not imported");
                    returning.unreadable.insert(number);
                }
            }
        }
        Ok(returning)
    }

    /// Enters people who had cancelled or were declined.
    async fn enter_returning(
        &mut self,
        who: Who,
        mut people: BTreeMap<u64, ReturningPerson>,
        positions: &BTreeMap<u64, Option<i64>>,
    ) -> Result<()> {
        let questions = self.tx.questions(self.event.id).await?.rows;
        for (number, position) in positions {
            let Some(ReturningPerson { known, mut again }) = people.remove(number) else {
                continue;
            };
            again.revision += 1;
            again.source = Source::Import;
            again.state = match position {
                None => RegistrationState::Confirmed,
                Some(_) => RegistrationState::Waitlisted,
            };
            again.state_changed_at = self.planner.now();
            again.waiting_position = *position;
            again.address_confirmed_at = Some(again.state_changed_at);
            self.register_again(&known, &again, &questions, who).await?;
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
            set_position(job, &ImportPosition::Mails(*last))?;
        }
        Ok(if is_last { Batch::Done } else { Batch::GoesOn })
    }
}
