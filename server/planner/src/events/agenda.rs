//! The agenda: add, change, remove and reorder items; move one and, if asked, all after it.

use jiff::{Span, civil::DateTime};
use model::{EventId, Line, Session, SessionId, SessionKind, Text, local};
use store::Tx;

use crate::{
    Planner, PlannerError, Result,
    access::Organises,
    audit::{About, Who},
};

/// What an organiser enters about an item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    pub kind: SessionKind,
    pub title: Line<200>,
    pub details: Text<4_000>,
    pub room: Option<Line<120>>,
    pub speakers: Option<Line<600>>,
    /// Local, in the event's zone.
    pub starts: String,
    pub minutes: u32,
}

/// Which items go along when one is given another beginning or length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgendaMove {
    OnlyThis,
    /// Those that begin at or after the old end of the changed item move as far as its end did.
    AllAfter,
}

/// One step in the order of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Earlier,
    Later,
}

impl Planner {
    /// Adds an item.
    pub async fn add_session(
        &self,
        right: &Organises,
        event: EventId,
        new: NewSession,
    ) -> Result<SessionId> {
        let mut tx = self.store().begin().await?;
        self.own_event(&mut tx, right.network(), event).await?;
        let position = tx
            .agenda(event)
            .await?
            .iter()
            .map(|s| s.position + 1)
            .max()
            .unwrap_or(0);
        let session = with(new, self.new_id(), event, position);
        tx.insert_session_of_agenda(&session).await?;
        self.note_agenda(&mut tx, right, event, "agenda item added")
            .await?;
        tx.commit().await?;
        Ok(session.id)
    }

    /// Changes an item, and moves those after it if asked.
    pub async fn change_session(
        &self,
        right: &Organises,
        event: EventId,
        session: SessionId,
        new: NewSession,
        along: AgendaMove,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        self.own_event(&mut tx, right.network(), event).await?;
        let agenda = tx.agenda(event).await?;
        let before = agenda
            .iter()
            .find(|s| s.id == session)
            .ok_or(PlannerError::NotFound)?;
        let after = with(new, before.id, event, before.position);
        tx.update_session_of_agenda(&after).await?;
        if along == AgendaMove::AllAfter {
            for moved in moved_along(before, &after, &agenda) {
                tx.update_session_of_agenda(&moved).await?;
            }
        }
        self.note_agenda(&mut tx, right, event, "agenda item changed")
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes an item. Those after it stay where they are.
    pub async fn remove_session(
        &self,
        right: &Organises,
        event: EventId,
        session: SessionId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        self.own_event(&mut tx, right.network(), event).await?;
        let agenda = tx.agenda(event).await?;
        let session = agenda
            .iter()
            .find(|s| s.id == session)
            .ok_or(PlannerError::NotFound)?;
        tx.delete_session_of_agenda(session.id).await?;
        self.note_agenda(&mut tx, right, event, "agenda item removed")
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Swaps an item with its neighbour: the two change places in time, each keeping its length.
    pub async fn step_session(
        &self,
        right: &Organises,
        event: EventId,
        session: SessionId,
        step: Step,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        self.own_event(&mut tx, right.network(), event).await?;
        let agenda = in_order(tx.agenda(event).await?);
        let at = agenda
            .iter()
            .position(|s| s.id == session)
            .ok_or(PlannerError::NotFound)?;
        let (first, second) = match step {
            Step::Earlier if at > 0 => (at - 1, at),
            Step::Later if at + 1 < agenda.len() => (at, at + 1),
            _ => return Ok(()),
        };
        for swapped in swap(&agenda[first], &agenda[second]) {
            tx.update_session_of_agenda(&swapped).await?;
        }
        self.note_agenda(&mut tx, right, event, "agenda reordered")
            .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn note_agenda(
        &self,
        tx: &mut Tx,
        right: &Organises,
        event: EventId,
        what: &str,
    ) -> Result<()> {
        let about = About {
            network: right.network(),
            event: Some(event),
            registration: None,
        };
        self.note(tx, Who::from(right), about, what, &[], None)
            .await
    }
}

/// The agenda in the order it is shown: by time, then as the organiser put it.
pub fn in_order(mut agenda: Vec<Session>) -> Vec<Session> {
    agenda.sort_by(|a, b| (&a.starts, a.position).cmp(&(&b.starts, b.position)));
    agenda
}

/// When an item ends: local.
pub fn end_of(session: &Session) -> Option<DateTime> {
    local::parse(&session.starts)?
        .checked_add(Span::new().minutes(session.minutes))
        .ok()
}

/// The items that begin before another one, shown before them, has ended. Shown, not forbidden:
/// slots run in parallel.
pub fn overlapping(agenda: &[Session]) -> Vec<SessionId> {
    let mut overlapping = Vec::new();
    let mut latest_end: Option<DateTime> = None;
    for session in agenda {
        let (Some(starts), Some(ends)) = (local::parse(&session.starts), end_of(session)) else {
            continue;
        };
        if latest_end.is_some_and(|end| starts < end) {
            overlapping.push(session.id);
        }
        latest_end = Some(latest_end.map_or(ends, |end| end.max(ends)));
    }
    overlapping
}

fn with(new: NewSession, id: SessionId, event: EventId, position: i64) -> Session {
    let NewSession {
        kind,
        title,
        details,
        room,
        speakers,
        starts,
        minutes,
    } = new;
    Session {
        id,
        event,
        position,
        kind,
        title,
        details,
        room,
        speakers,
        starts,
        minutes,
    }
}

fn moved_along(before: &Session, after: &Session, agenda: &[Session]) -> Vec<Session> {
    let (Some(old_end), Some(new_end)) = (end_of(before), end_of(after)) else {
        return Vec::new();
    };
    let by = old_end.duration_until(new_end);
    agenda
        .iter()
        .filter(|session| session.id != before.id)
        .filter_map(|session| {
            let starts = local::parse(&session.starts).filter(|starts| *starts >= old_end)?;
            let starts = starts.checked_add(by).ok()?;
            Some(Session {
                starts: local::text(starts),
                ..session.clone()
            })
        })
        .collect()
}

fn swap(first: &Session, second: &Session) -> [Session; 2] {
    let earlier = Session {
        starts: first.starts.clone(),
        position: first.position.min(second.position),
        ..second.clone()
    };
    let parallel = first.starts == second.starts;
    // What was between the two stays between them.
    let later_starts = match (
        end_of(first),
        local::parse(&second.starts),
        end_of(&earlier),
    ) {
        (Some(old_end), Some(old_start), Some(new_end)) if !parallel => new_end
            .checked_add(old_end.duration_until(old_start))
            .map_or_else(|_| second.starts.clone(), local::text),
        _ => second.starts.clone(),
    };
    let later = Session {
        starts: later_starts,
        position: first.position.max(second.position),
        ..first.clone()
    };
    [earlier, later]
}

#[cfg(test)]
mod tests {
    use model::{Line, Session, SessionKind, Text};
    use uuid::Uuid;

    use super::{in_order, moved_along, overlapping, swap};

    fn session(number: u128, starts: &str, minutes: u32) -> Session {
        Session {
            id: Uuid::from_u128(number).into(),
            event: Uuid::from_u128(99).into(),
            position: i64::try_from(number).unwrap(),
            kind: SessionKind::Plenary,
            title: Line::parse("Begrüßung").unwrap(),
            details: Text::default(),
            room: None,
            speakers: None,
            starts: format!("2023-09-19T{starts}"),
            minutes,
        }
    }

    fn times(sessions: &[Session]) -> Vec<(u128, &str)> {
        sessions
            .iter()
            .map(|s| (s.id.uuid().as_u128(), &s.starts[11..]))
            .collect()
    }

    #[test]
    fn a_longer_item_moves_those_after_it_by_what_it_grew() {
        let agenda = [
            session(1, "10:00", 15),
            session(2, "10:15", 90),
            session(3, "11:45", 60),
        ];
        let longer = Session {
            minutes: 25,
            ..agenda[0].clone()
        };
        assert_eq!(
            times(&moved_along(&agenda[0], &longer, &agenda)),
            [(2, "10:25"), (3, "11:55")]
        );
    }

    #[test]
    fn what_runs_in_parallel_stays_when_an_item_moves() {
        let agenda = [
            session(1, "10:00", 60),
            session(2, "10:30", 30),
            session(3, "11:00", 30),
        ];
        let later = Session {
            starts: "2023-09-19T10:10".into(),
            ..agenda[0].clone()
        };
        assert_eq!(
            times(&moved_along(&agenda[0], &later, &agenda)),
            [(3, "11:10")]
        );
    }

    #[test]
    fn swapped_items_keep_their_lengths_and_the_break_between_them() {
        let (plenary, round) = (session(1, "10:00", 15), session(2, "10:20", 90));
        assert_eq!(times(&swap(&plenary, &round)), [(2, "10:00"), (1, "11:35")]);
    }

    #[test]
    fn an_item_that_begins_before_an_earlier_one_ends_overlaps() {
        let agenda = in_order(vec![
            session(3, "11:00", 30),
            session(1, "10:00", 90),
            session(2, "10:15", 15),
            session(4, "11:30", 30),
        ]);
        let ids: Vec<u128> = overlapping(&agenda)
            .iter()
            .map(|id| id.uuid().as_u128())
            .collect();
        assert_eq!(ids, [2, 3]);
    }
}
