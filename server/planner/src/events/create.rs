//! New events, from scratch or from an earlier one.

use jiff::{civil::DateTime, tz::TimeZone};
use model::{
    AgendaItem, AuditAction, Event, EventDetails, EventId, EventState, EventTime, Faults, Line,
    Organisation, Slug,
    local::{self, Occurrence},
};
use store::Tx;

use super::rules::check_details;
use crate::{
    Planner, PlannerError, Result,
    access::Organises,
    agenda::start_moved_by,
    audit::{About, AuditEntry, Who},
    require::require_network,
};

/// What a draft is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DraftSource {
    Nothing,
    Template(EventId),
    /// The event that it follows in the series of this name.
    Series(EventId, Line<120>),
}

impl DraftSource {
    const fn event(&self) -> Option<EventId> {
        match self {
            Self::Nothing => None,
            Self::Template(event) | Self::Series(event, _) => Some(*event),
        }
    }
}

impl Planner {
    /// Begins a draft. With `from`, its agenda, programme, questions and cafés are taken over; the agenda keeps its
    /// distance to the beginning, and items on days that the new event does not have are left out. `parse` reads
    /// the form against the network's organisations.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn create_event(
        &self,
        right: &Organises,
        from: Option<EventId>,
        parse: impl FnOnce(&[Organisation]) -> Result<EventDetails, Faults> + Send,
    ) -> Result<EventId> {
        let mut tx = self.store().begin().await?;
        let partners = tx.organisations(right.network()).await?.rows;
        let details = parse(&partners)?;
        check_details(&details, &partners)?;
        drop(tx);
        let source = from.map_or(DraftSource::Nothing, DraftSource::Template);
        self.create_draft(right, &source, details).await
    }

    pub(super) async fn create_draft(
        &self,
        right: &Organises,
        source: &DraftSource,
        details: EventDetails,
    ) -> Result<EventId> {
        match self.insert_draft(right, source, details.clone()).await {
            // A concurrent event took the slug, or made the series; the next look-up finds it.
            Err(PlannerError::Conflict(_)) => self.insert_draft(right, source, details).await,
            done => done,
        }
    }

    async fn insert_draft(
        &self,
        right: &Organises,
        source: &DraftSource,
        details: EventDetails,
    ) -> Result<EventId> {
        let mut tx = self.store().begin().await?;
        let network = require_network(&mut tx, right.network()).await?;
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
        self.add_reminders(&mut tx, id, source.event()).await?;
        if let Some(from) = source.event() {
            let from = right.event(&mut tx, from).await?;
            self.take_over(&mut tx, right, (&from, &event)).await?;
        }
        if let DraftSource::Series(_, name) = source {
            let series = self.series_named(&mut tx, event.network, name).await?;
            tx.set_series((event.network, id), Some(series)).await?;
        }
        let about = About {
            network: event.network,
            event: Some(id),
            registration: None,
            contact: None,
        };
        let entry = AuditEntry {
            who: Who::from(right),
            about,
            action: AuditAction::EventCreated,
            edit: None,
        };
        self.note(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The host in the UIDs of calendar entries.
    pub(crate) fn host(&self) -> &str {
        let url = self.config().public_url.as_str();
        let host = url.split_once("://").map_or(url, |(_, rest)| rest);
        host.split(['/', ':']).next().unwrap_or(host)
    }
}

/// The beginning of an agenda item when its event's beginning moves. `zone` is the event's after it.
///
/// Within a day the item keeps its distance in elapsed time, also where the clocks change in between.
/// On another day or in another zone it keeps the distance by the clocks: what began at nine on the
/// second day still does. What would begin in an hour that the clocks skip begins as much later.
pub(super) fn moved(
    item: &AgendaItem,
    from: EventTime,
    to: EventTime,
    zone: &TimeZone,
) -> AgendaItem {
    let (starts, occurrence) = moved_start((item.starts, item.occurrence), from, to, zone);
    AgendaItem {
        starts,
        occurrence,
        ..item.clone()
    }
}

/// A beginning that moves as the agenda does ([`moved`]).
pub(crate) fn moved_start(
    start: (DateTime, Occurrence),
    from: EventTime,
    to: EventTime,
    zone: &TimeZone,
) -> (DateTime, Occurrence) {
    let same_day = from.local.date() == to.local.date();
    let same_zone = from.at.to_zoned(zone.clone()).datetime() == from.local;
    if same_day && same_zone {
        return start_moved_by(start, from.at.duration_until(to.at), zone);
    }
    let (starts, _) = start;
    let starts = starts.saturating_add(from.local.duration_until(to.local));
    (local::existing(starts, zone), Occurrence::First)
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
    use jiff::{
        civil::{DateTime, datetime},
        tz::TimeZone,
    };
    use model::{AgendaItem, EventTime, local::Occurrence};

    use crate::agenda::given::item;

    /// The beginning of an item after its event has moved.
    fn moved(starts: DateTime, from: EventTime, to: EventTime, zone: &TimeZone) -> DateTime {
        super::moved(&at_time(starts, Occurrence::First), from, to, zone).starts
    }

    fn at_time(starts: DateTime, occurrence: Occurrence) -> AgendaItem {
        AgendaItem {
            starts,
            occurrence,
            ..item(1, "10:00", 30)
        }
    }

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").unwrap()
    }

    fn time(local: DateTime, occurrence: Option<Occurrence>) -> EventTime {
        EventTime::resolve(local, &berlin(), occurrence).unwrap()
    }

    fn at(day: i8, hour: i8, minute: i8) -> DateTime {
        datetime(2024, 10, day, hour, minute, 0, 0)
    }

    #[test]
    fn an_agenda_keeps_its_distance_to_the_beginning() {
        let from = time(datetime(2023, 9, 19, 9, 30, 0, 0), None);
        let to = time(datetime(2024, 3, 31, 10, 0, 0, 0), None);
        let item = datetime(2023, 9, 20, 8, 15, 0, 0);
        assert_eq!(
            moved(item, from, to, &berlin()),
            datetime(2024, 4, 1, 8, 45, 0, 0)
        );
    }

    #[test]
    fn an_agenda_follows_from_the_first_to_the_second_of_two_equal_times() {
        let first = time(at(27, 2, 30), Some(Occurrence::First));
        let second = time(at(27, 2, 30), Some(Occurrence::Second));
        // Half an hour after the first beginning, and two hours after it.
        let items = [
            at_time(at(27, 2, 0), Occurrence::Second),
            at_time(at(27, 3, 30), Occurrence::First),
        ];
        let moved = |item: &AgendaItem, from, to| super::moved(item, from, to, &berlin());
        let later = items.clone().map(|item| moved(&item, first, second));
        let starts = later.clone().map(|item| item.starts);
        assert_eq!(starts, [at(27, 3, 0), at(27, 4, 30)]);
        assert_eq!(later.map(|item| moved(&item, second, first)), items);
    }

    #[test]
    fn an_agenda_that_moves_across_the_change_of_the_clocks_keeps_the_elapsed_time() {
        let (night, morning) = (time(at(27, 1, 0), None), time(at(27, 9, 0), None));
        assert_eq!(
            moved(at(27, 10, 0), morning, night, &berlin()),
            at(27, 2, 0)
        );
        assert_eq!(
            moved(at(27, 4, 0), night, morning, &berlin()),
            at(27, 13, 0)
        );
    }

    #[test]
    fn no_item_is_moved_into_the_hour_that_the_clocks_skip() {
        let spring = |day, hour, minute| datetime(2024, 3, day, hour, minute, 0, 0);
        let (from, to) = (time(spring(30, 22, 0), None), time(spring(29, 22, 0), None));
        let item = spring(31, 22, 0);
        assert_eq!(moved(item, from, to, &berlin()), spring(30, 22, 0));
        let (from, to) = (time(spring(29, 2, 0), None), time(spring(30, 2, 0), None));
        assert_eq!(
            moved(spring(30, 2, 30), from, to, &berlin()),
            spring(31, 3, 30)
        );
    }

    #[test]
    fn a_change_of_the_clocks_between_two_days_moves_nothing() {
        let (before, after) = (time(at(26, 9, 30), None), time(at(28, 9, 30), None));
        assert_eq!(moved(at(27, 9, 0), before, after, &berlin()), at(29, 9, 0));
    }
}
