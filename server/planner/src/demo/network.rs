//! The demo's network, and how its organisers fill it with events.

use std::sync::{Arc, atomic::AtomicI64};

use jiff::{SignedDuration, Timestamp, civil::Date};
use model::{
    AgendaItemKind, EventDetails, EventId, Line, NetworkId, Organisation, QuestionId, Text, local,
};

use super::{
    PastClock,
    files::{BadScenario, EventFile, line, text, wrong},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises, Principal},
    agenda::{AgendaMove, NewAgendaItem},
    tables::{Chosen, PersonColumn, Table},
};

/// A span of whole days.
pub(super) const fn days(days: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * days)
}

/// The network that the demo is about.
pub(super) struct DemoNetwork<'a> {
    pub planner: &'a Planner,
    /// The organiser.
    pub principal: Principal,
    /// Another organiser.
    pub helper: Principal,
    pub right: Organises,
    pub partners: Vec<Organisation>,
    /// The network meeting.
    pub file: &'a EventFile,
    /// The date of today in the network's zone.
    pub today: Date,
}

/// An item of a demo event's agenda: day, time, minutes, kind, title, room.
pub(super) type ItemOfDay = (
    Date,
    &'static str,
    u32,
    AgendaItemKind,
    &'static str,
    &'static str,
);

impl Planner {
    /// The planner at an instant of the past.
    pub(super) fn demo_clock(&self, now: Timestamp) -> Self {
        self.with_clock(Arc::new(PastClock {
            begins: now,
            reads: AtomicI64::new(0),
        }))
    }
}

impl DemoNetwork<'_> {
    pub fn id(&self) -> NetworkId {
        self.right.network()
    }

    /// The planner as it was some days ago, at an hour when people work.
    pub fn days_ago(&self, ago: i64) -> Planner {
        let then = self.planner.now() - days(ago);
        let date = self.file.time_zone.clock(then).date();
        let (hour, minute) = (9 + ago % 7, ago * 17 % 60);
        let morning = date
            .in_tz(self.file.time_zone.as_str())
            .map_or(then, |midnight| midnight.timestamp());
        let minutes = SignedDuration::from_mins(hour * 60 + minute);
        self.planner.demo_clock(morning + minutes)
    }

    pub fn access(&self, event: EventId) -> EventAccess<Organises> {
        self.principal.organises_event(event)
    }

    /// Creates a draft, with an agenda.
    pub async fn draft(
        &self,
        planner: &Planner,
        details: EventDetails,
        agenda: &[ItemOfDay],
    ) -> Result<EventId> {
        let event = planner
            .create_event(&self.right, None, |_| Ok(details))
            .await?;
        for (date, time, minutes, kind, title, room) in agenda {
            let new = NewAgendaItem {
                kind: *kind,
                title: line(title)?,
                details: Text::default(),
                room: Line::optional(room).map_err(wrong("room"))?,
                speakers: None,
                starts: date.to_datetime(local::parse_time(time).map_err(wrong("time"))?),
                occurrence: None,
                minutes: Some(*minutes),
                ends: None,
            };
            planner
                .add_agenda_item(&self.access(event), new, AgendaMove::OnlyThis)
                .await?;
        }
        Ok(event)
    }

    /// Imports people as an organiser would. `questions` have the headings of the columns with the answers.
    pub async fn import(
        &self,
        planner: &Planner,
        event: EventId,
        table: &str,
        questions: &[(&str, QuestionId)],
    ) -> Result<()> {
        let headings = Table::parse(table)
            .map_err(PlannerError::internal)?
            .headings;
        let chosen: Chosen<PersonColumn> = questions
            .iter()
            .filter_map(|(key, question)| {
                let column = headings.iter().position(|heading| heading == key)?;
                Some((column, PersonColumn::Answer(*question)))
            })
            .collect();
        let access = self.access(event);
        let preview = planner.import(&access, table, &chosen).await?;
        if !preview.is_sound() {
            return Err(PlannerError::internal(BadScenario("people")));
        }
        finish_jobs(planner).await
    }

    pub async fn publish(&self, planner: &Planner, event: EventId) -> Result<()> {
        planner.publish_event(&self.access(event)).await?;
        finish_jobs(planner).await
    }

    pub async fn cancel(&self, planner: &Planner, event: EventId, reason: &str) -> Result<()> {
        let access = self.access(event);
        planner.cancel_event(&access, text(reason)?).await?;
        finish_jobs(planner).await
    }
}

/// Ends the jobs that are queued, as a worker would.
pub(super) async fn finish_jobs(planner: &Planner) -> Result<()> {
    planner.run_jobs(|| false).await?;
    Ok(())
}

/// The heading of a table and those of its lines that fit.
pub(super) fn lines_of(table: &str, fits: impl Fn(usize, &str) -> bool) -> String {
    let lines = table
        .lines()
        .enumerate()
        .filter(|(number, line)| *number == 0 || fits(*number, line));
    let lines: Vec<&str> = lines.map(|(_, line)| line).collect();
    lines.join("\n")
}
