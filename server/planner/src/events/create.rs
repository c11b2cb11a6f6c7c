//! A new event: from scratch, or from one there was.

use jiff::civil::DateTime;
use model::{
    AgendaItem, AuditAction, Event, EventDetails, EventId, EventState, Question, Slug, local,
};
use store::Tx;

use crate::{
    Planner, PlannerError, Result,
    access::Organises,
    audit::{About, Who},
};

impl Planner {
    /// Begins a draft. With `from`, its agenda and questions are taken over; the agenda keeps its
    /// distance to the beginning.
    pub async fn create_event(
        &self,
        right: &Organises,
        details: EventDetails,
        from: Option<EventId>,
    ) -> Result<EventId> {
        match self.try_to_create(right, details.clone(), from).await {
            // Another event of this title came between: its address is known now.
            Err(PlannerError::Conflict(_)) => self.try_to_create(right, details, from).await,
            done => done,
        }
    }

    async fn try_to_create(
        &self,
        right: &Organises,
        details: EventDetails,
        from: Option<EventId>,
    ) -> Result<EventId> {
        let mut tx = self.store().begin().await?;
        let network = tx
            .network(right.network())
            .await?
            .ok_or(PlannerError::NotFound)?;
        let id: EventId = self.new_id();
        let event = Event {
            id,
            network: network.id,
            slug: free_slug(&mut tx, details.title.as_str()).await?,
            state: EventState::Draft,
            cancel_reason: None,
            link_key: self.new_token().reveal().to_owned(),
            calendar_uid: format!("{id}@{}", self.host()),
            sequence: 0,
            organizer: network.sender_address,
            organizer_token: self.new_token().reveal().to_owned(),
            revision: 0,
            details,
        };
        tx.insert_event(&event, self.now()).await?;
        if let Some(from) = from {
            let from = self.own_event(&mut tx, right.network(), from).await?;
            self.take_over(&mut tx, &from, &event).await?;
        }
        let about = About {
            network: event.network,
            event: Some(id),
            registration: None,
        };
        self.note(
            &mut tx,
            Who::from(right),
            about,
            AuditAction::EventCreated,
            &[],
            None,
        )
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn take_over(&self, tx: &mut Tx, from: &Event, event: &Event) -> Result<()> {
        for item in tx.agenda(from.id).await? {
            let starts = moved(
                &item.starts,
                &from.details.starts.local,
                &event.details.starts.local,
            )
            .unwrap_or(item.starts);
            let copy = AgendaItem {
                id: self.new_id(),
                event: event.id,
                starts,
                ..item
            };
            tx.insert_agenda_item(&copy).await?;
        }
        for question in tx.questions(from.id).await? {
            let copy = Question {
                id: self.new_id(),
                event: event.id,
                ..question
            };
            tx.insert_question(&copy).await?;
        }
        Ok(())
    }

    /// The host that names what is ours in calendars and Message-IDs.
    pub(crate) fn host(&self) -> &str {
        let url = self.config().public_url.as_str();
        let host = url.split_once("://").map_or(url, |(_, rest)| rest);
        host.split(['/', ':']).next().unwrap_or(host)
    }
}

/// A local time moved as far as another one was.
pub(super) fn moved(time: &str, from: &str, to: &str) -> Option<String> {
    let (time, from, to): (DateTime, DateTime, DateTime) =
        (local::parse(time)?, local::parse(from)?, local::parse(to)?);
    time.checked_add(from.duration_until(to))
        .ok()
        .map(local::text)
}

/// A slug that reads like the title and that no other event has.
async fn free_slug(tx: &mut Tx, title: &str) -> Result<Slug> {
    let wanted = Slug::from_title(title);
    let mut slug = wanted.clone();
    for number in 2_u32.. {
        if tx.event_by_slug(slug.as_str()).await?.is_none() {
            return Ok(slug);
        }
        slug = wanted.with_suffix(&number.to_string());
    }
    Err(PlannerError::WrongState)
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn an_agenda_keeps_its_distance_to_the_beginning() {
        let moved = moved("2023-09-20T08:15", "2023-09-19T09:30", "2024-03-31T10:00");
        assert_eq!(moved.as_deref(), Some("2024-04-01T08:45"));
    }
}
