//! Series of events: which events belong together, and the next one.

use jiff::civil::DateTime;
use model::{
    AuditAction, CopiedPart, Event, EventDetails, EventId, EventInSeries, EventSeries, EventTime,
    Faults, Line, Network, NetworkId, Place, SeriesId,
    local::{self, Occurrence},
};
use store::{Reader, Tx};

use super::{create::DraftSource, rules::check_details};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises, Right},
    audit::{About, AuditEntry, Edit, PartChange, Who},
    require::require_network,
};

/// The series of an event, with all of its events, the earliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesOfEvent {
    pub series: EventSeries,
    pub events: Vec<EventInSeries>,
}

/// An event with its series.
#[derive(Debug, Clone)]
pub struct SeriesPage {
    pub network: Network,
    pub event: Event,
    pub confirmed: u32,
    pub series: Option<SeriesOfEvent>,
    /// The names of the network's series.
    pub names: Vec<EventSeries>,
}

/// The next event of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextEvent {
    pub title: Line<200>,
    pub series: Line<120>,
    pub starts: EventTime,
}

impl SeriesOfEvent {
    pub(super) async fn read(reader: &mut Reader, event: EventId) -> Result<Option<Self>> {
        let Some(series) = reader.series_of_event(event).await? else {
            return Ok(None);
        };
        let events = reader.events_of_series(series.id).await?.rows;
        Ok(Some(Self { series, events }))
    }

    /// The event before another one, and the one after it.
    pub fn around(&self, event: EventId) -> (Option<&EventInSeries>, Option<&EventInSeries>) {
        let Some(position) = self.events.iter().position(|one| one.id == event) else {
            return (None, None);
        };
        let before = position
            .checked_sub(1)
            .and_then(|before| self.events.get(before));
        (before, self.events.get(position + 1))
    }

    /// When the event after the last one may begin: as long after it as that is after the one before. `None` where no
    /// rhythm is known.
    pub fn next_start(&self) -> Option<DateTime> {
        let [.., before, last] = self.events.as_slice() else {
            return None;
        };
        let (before, last) = (before.starts.local, last.starts.local);
        let days = before.date().until(last.date()).ok()?;
        last.checked_add(days).ok()
    }
}

impl Planner {
    /// An event with its series, and the names of all series of its network. `NotFound` for whoever works for single
    /// events only.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn series_page(&self, access: &EventAccess<impl Right>) -> Result<SeriesPage> {
        let mut reader = self.store().read().await?;
        let (right, event) = access.read(&mut reader).await?;
        if !right.is_of_network() {
            return Err(PlannerError::NotFound);
        }
        Ok(SeriesPage {
            network: require_network(&mut reader, event.network).await?,
            confirmed: reader.count_registrations(event.id).await?.confirmed,
            series: SeriesOfEvent::read(&mut reader, event.id).await?,
            names: reader.series_of_network(event.network).await?.rows,
            event,
        })
    }

    /// Puts an event into the series of this name, which begins with it if there is none. `None`: it belongs to none any
    /// more.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn set_series(
        &self,
        access: &EventAccess<Organises>,
        name: Option<Line<120>>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let before = tx.series_of_event(event.id).await?;
        let series = match &name {
            Some(name) => Some(self.series_named(&mut tx, event.network, name).await?),
            None => None,
        };
        if before.as_ref().map(|before| before.id) == series {
            return Ok(());
        }
        tx.set_series((event.network, event.id), series).await?;
        let change = PartChange::new(
            event.details.title.to_string(),
            before.map(|before| before.name.to_string()),
            name.map(|name| name.to_string()),
        );
        let entry = AuditEntry {
            who: Who::from(&right),
            about: About {
                network: event.network,
                event: Some(event.id),
                registration: None,
                contact: None,
            },
            action: AuditAction::SeriesChanged,
            edit: Some(Edit::of_part(change)?),
        };
        self.note(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Begins the draft of the event that follows another one. It has everything of that event but its people, links and
    /// deadlines, moved by whole days; what is left to do is noted. The other event joins the series.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn create_next_event(
        &self,
        access: &EventAccess<Organises>,
        parse: impl FnOnce(&Event) -> Result<NextEvent, Faults> + Send,
    ) -> Result<EventId> {
        let mut reader = self.store().read().await?;
        let (right, from) = access.read(&mut reader).await?;
        let partners = reader.organisations(from.network).await?.rows;
        let own = reader.series_of_event(from.id).await?;
        drop(reader);
        let next = parse(&from)?;
        let details = following(&from.details, &next);
        check_details(&details, &partners)?;
        if own.is_none() {
            self.set_series(access, Some(next.series.clone())).await?;
        }
        let source = DraftSource::Series(from.id, next.series);
        self.create_draft(&right, &source, details).await
    }

    /// Takes a note off a copied event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %part), err(level = "debug"))]
    pub async fn finish_copy_note(
        &self,
        access: &EventAccess<Organises>,
        part: CopiedPart,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        if !tx.delete_copy_note(event.id, part).await? {
            return Ok(());
        }
        self.note_event_part(&mut tx, &right, &event, AuditAction::CopyNoteDone)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The series of this name, which is made if there is none.
    pub(super) async fn series_named(
        &self,
        tx: &mut Tx,
        network: NetworkId,
        name: &Line<120>,
    ) -> Result<SeriesId> {
        if let Some(known) = tx.series_by_name(network, name.as_str()).await? {
            return Ok(known.id);
        }
        let series = EventSeries {
            id: self.new_id(),
            network,
            name: name.clone(),
        };
        tx.insert_series(&series, self.now()).await?;
        Ok(series.id)
    }
}

impl NextEvent {
    /// When the event ends: as many days after its beginning as the earlier one, and as much later by the clock.
    fn ends(&self, from: &EventDetails) -> EventTime {
        let zone = from.time_zone.rules();
        let passed = from.starts.local.duration_until(from.ends.local);
        let ends = local::existing(self.starts.local.saturating_add(passed), zone);
        EventTime::resolve(ends, zone, Some(Occurrence::First)).unwrap_or(from.ends)
    }
}

/// The details of the next event. Links and deadlines are those of the earlier one, and are left out.
fn following(from: &EventDetails, next: &NextEvent) -> EventDetails {
    EventDetails {
        title: next.title.clone(),
        starts: next.starts,
        ends: next.ends(from),
        place: Place {
            online_link: None,
            ..from.place.clone()
        },
        opens: None,
        closes: None,
        ..from.clone()
    }
}
