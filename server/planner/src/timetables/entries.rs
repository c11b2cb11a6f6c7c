//! The workshops in a person's calendar: what mails have put there, and what the next ones have to change.

use std::collections::BTreeMap;

use jiff::Timestamp;
use model::{
    AgendaItemId, MailId, MailState, Registration, RegistrationId,
    workshops::{VisitNews, WorkshopVisit},
};
use store::{Reader, SentMail};

use super::Timetables;
use crate::{Result, mail::Correspondence};

/// The mails about the calendar entry of one workshop, the earliest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct EntryHistory(Vec<SentMail>);

/// A mail that is to be written about a calendar entry, and the queued ones that it replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EntryChange {
    pub offer: AgendaItemId,
    pub replaces: Vec<MailId>,
    /// The Message-ID of the first mail about the entry that was handed over: mail programs show the mails together.
    pub references: Option<String>,
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

    /// Whether a mail tells a workshop of a published assignment.
    pub(crate) fn is_of_publication(mail: &SentMail) -> bool {
        visit_in(mail).is_some_and(|visit| visit.news == VisitNews::Published)
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

    /// When people were told of the workshop.
    fn news(&self) -> VisitNews {
        let last = self.0.iter().rev().find_map(visit_in);
        last.map_or(VisitNews::Published, |visit| visit.news)
    }

    /// What has to change for a calendar to have `after`. `None`: nothing.
    fn change(&self, offer: AgendaItemId, after: Option<WorkshopVisit>) -> Option<EntryChange> {
        if WorkshopVisit::say_same(self.said().as_ref(), after.as_ref()) {
            return None;
        }
        let before = self.held();
        let last = self.sequence();
        let is_described_anew = matches!(
            (&before, &after), (Some(before), Some(after)) if !before.is_moved(after)
        );
        let queued = self.0.iter().filter(|one| one.state == MailState::Queued);
        Some(EntryChange {
            offer,
            references: self
                .handed_over()
                .next()
                .map(|mail| mail.message_id.clone()),
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
        !WorkshopVisit::say_same(self.before.as_ref(), self.after.as_ref())
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

/// Which changes of a calendar are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EntryScope {
    All,
    /// Those of which people are told at once. Of the others they are told when an assignment is published.
    AtOnce,
}

/// What a person attends as far as they know it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownVisits<'t> {
    /// `None`: the person attends nothing any more.
    pub timetables: Option<&'t Timetables>,
    pub visits: &'t [WorkshopVisit],
}

/// The changes of the workshops in a person's calendar, in the order of their times. Nothing changes about workshops that
/// are over.
pub(crate) fn entry_changes(
    entries: &BTreeMap<AgendaItemId, EntryHistory>,
    known: KnownVisits<'_>,
    scope: EntryScope,
    now: Timestamp,
) -> Vec<EntryChange> {
    let KnownVisits { timetables, visits } = known;
    let is_told = |offer, told| {
        timetables.is_none_or(|known| match scope {
            EntryScope::All => known.is_known(offer, told),
            EntryScope::AtOnce => known.is_told_at_once(offer, told),
        })
    };
    let gone = entries.iter().filter(|(offer, history)| {
        is_told(**offer, history.news()) && !visits.iter().any(|visit| visit.offer == **offer)
    });
    let mut changes: Vec<EntryChange> = gone
        .filter_map(|(offer, history)| history.change(*offer, None))
        .collect();
    let told = visits
        .iter()
        .filter(|visit| scope == EntryScope::All || visit.news == VisitNews::AtOnce);
    changes.extend(told.filter_map(|visit| {
        let none = EntryHistory::default();
        let history = entries.get(&visit.offer).unwrap_or(&none);
        history.change(visit.offer, Some(visit.clone()))
    }));
    changes.retain(|change| !change.is_over(now));
    changes.sort_by_key(EntryChange::begins);
    changes
}

impl Timetables {
    /// Those whose calendars are going to have other workshops than they attend, in the order of names, each with what has
    /// to change. A mail that waits to be sent counts.
    pub(crate) async fn outdated(
        &self,
        reader: &mut Reader,
        people: &[Registration],
        scope: EntryScope,
        now: Timestamp,
    ) -> Result<Vec<(RegistrationId, Vec<EntryChange>)>> {
        let written: Vec<&Registration> = people
            .iter()
            .filter(|person| !person.person.address.is_stand_in())
            .collect();
        let ids: Vec<RegistrationId> = written.iter().map(|person| person.id).collect();
        let mut mails = reader.sent_mails_of(&ids).await?;
        let outdated = written.into_iter().filter_map(|person| {
            let knows = Correspondence::new(mails.remove(&person.id).unwrap_or_default());
            let attended = KnownVisits {
                timetables: Some(self),
                visits: &self.visits_of(person),
            };
            let changes = entry_changes(&knows.workshop_entries(), attended, scope, now);
            (!changes.is_empty()).then_some((person.id, changes))
        });
        Ok(outdated.collect())
    }
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
