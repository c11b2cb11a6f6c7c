//! The workshops in a person's calendar: what mails have put there, and what the next ones have to change.

use std::collections::BTreeMap;

use jiff::Timestamp;
use model::{AgendaItemId, MailId, MailState, Registration, workshops::WorkshopVisit};
use store::SentMail;

use super::Timetables;

/// The mails about the calendar entry of one workshop, the earliest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct EntryHistory(Vec<SentMail>);

/// A mail that is to be written about a calendar entry, and the queued ones that it replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EntryChange {
    pub replaces: Vec<MailId>,
    /// What the calendar has.
    pub before: Option<WorkshopVisit>,
    /// What it is to have.
    pub after: Option<WorkshopVisit>,
    /// The SEQUENCE of the next message (RFC 5546 §2.1.4).
    pub sequence: u32,
}

impl EntryHistory {
    /// By their workshops. Mails that cannot be read are left out.
    pub(crate) fn by_offer(mails: &[SentMail]) -> BTreeMap<AgendaItemId, Self> {
        let mut entries: BTreeMap<AgendaItemId, Self> = BTreeMap::new();
        for mail in mails {
            if let Some(visit) = visit_in(mail) {
                entries.entry(visit.offer).or_default().0.push(mail.clone());
            }
        }
        entries
    }

    /// What the calendar has. A mail that is being sent may have arrived.
    fn held(&self) -> Option<WorkshopVisit> {
        self.handed_over().next_back().and_then(entered_by)
    }

    /// What the calendar is going to have. A mail counts although it waits to be sent or was refused.
    fn said(&self) -> Option<WorkshopVisit> {
        self.0.last().and_then(entered_by)
    }

    /// The last SEQUENCE that was handed over.
    pub(crate) fn sequence(&self) -> Option<u32> {
        self.handed_over().filter_map(|mail| mail.sequence).max()
    }

    /// What has to change for a calendar to have `after`. `None`: nothing.
    pub(crate) fn change(&self, after: Option<WorkshopVisit>) -> Option<EntryChange> {
        if self.said() == after {
            return None;
        }
        let before = self.held();
        let last = self.sequence();
        let is_described_anew = matches!(
            (&before, &after), (Some(before), Some(after)) if !before.is_moved(after)
        );
        let queued = self.0.iter().filter(|one| one.state == MailState::Queued);
        Some(EntryChange {
            replaces: queued.map(|mail| mail.id).collect(),
            sequence: match last {
                None => 0,
                Some(last) if is_described_anew => last,
                Some(last) => last + 1,
            },
            before,
            after,
        })
    }

    fn handed_over(&self) -> impl DoubleEndedIterator<Item = &SentMail> {
        self.0.iter().filter(|mail| match mail.state {
            MailState::Sending | MailState::Accepted | MailState::Kept => true,
            MailState::Queued | MailState::Refused | MailState::Dropped => false,
        })
    }
}

impl EntryChange {
    /// Whether a mail is to be written. None is if the calendar has what it should, and the queued mails that would
    /// change it are dropped.
    pub(crate) fn is_told(&self) -> bool {
        self.before != self.after
    }

    fn begins(&self) -> Option<Timestamp> {
        self.after
            .as_ref()
            .or(self.before.as_ref())
            .map(|visit| visit.begins)
    }

    fn is_over(&self, now: Timestamp) -> bool {
        let mut ends = self
            .before
            .iter()
            .chain(&self.after)
            .map(|visit| visit.ends);
        self.is_told() && ends.all(|ends| ends <= now)
    }
}

/// The changes of the workshops in a person's calendar, in the order of their times.
///
/// `timetables` are those that people know; `None`: the person attends nothing. Nothing changes about workshops that
/// are over.
pub(crate) fn entry_changes(
    entries: &BTreeMap<AgendaItemId, EntryHistory>,
    (timetables, registration): (Option<&Timetables>, &Registration),
    now: Timestamp,
) -> Vec<EntryChange> {
    let visits = timetables.map_or_else(Vec::new, |known| known.visits_of(registration));
    let is_known = |offer| timetables.is_none_or(|known| known.is_known(offer));
    let gone = entries.iter().filter(|(offer, _)| {
        is_known(**offer) && !visits.iter().any(|visit| visit.offer == **offer)
    });
    let mut changes: Vec<EntryChange> = gone
        .filter_map(|(_, history)| history.change(None))
        .collect();
    changes.extend(visits.into_iter().filter_map(|visit| {
        let none = EntryHistory::default();
        let history = entries.get(&visit.offer).unwrap_or(&none);
        history.change(Some(visit))
    }));
    changes.retain(|change| !change.is_over(now));
    changes.sort_by_key(EntryChange::begins);
    changes
}

/// The workshop that a mail is about.
fn visit_in(mail: &SentMail) -> Option<WorkshopVisit> {
    serde_json::from_str(mail.way.as_deref()?).ok()
}

/// The workshop that a mail enters into a calendar; `None` if it removes it.
fn entered_by(mail: &SentMail) -> Option<WorkshopVisit> {
    match mail.method.as_deref() {
        Some("REQUEST") => visit_in(mail),
        _ => None,
    }
}
