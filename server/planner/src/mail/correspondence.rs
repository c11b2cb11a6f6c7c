//! The mails to one person about one registration: what they were told, and what is on its way.

use std::collections::BTreeMap;

use jiff::Timestamp;
use model::{
    AgendaItemId, MailId, MailKind, MailState,
    cafe::{CafeWay, way_changes},
};
use store::SentMail;

use crate::timetables::EntryHistory;

/// The mails about a registration, the earliest first, without the dropped ones.
#[derive(Debug, Clone, Default)]
pub(crate) struct Correspondence {
    /// About the event and the person's seat at it.
    event: Vec<SentMail>,
    /// About workshops: each has a calendar entry of its own.
    workshops: Vec<SentMail>,
    /// That the person has not wished for anything.
    reminders: Vec<SentMail>,
    /// Of the event itself.
    event_reminders: Vec<SentMail>,
}

/// What a mail tells somebody about their registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    Nothing,
    /// To confirm the address.
    ToConfirm,
    /// That they wait for a seat.
    Waiting,
    /// That they have a seat.
    Seated,
    /// That the registration has ended, or the event is cancelled.
    Ended,
}

impl Correspondence {
    pub(crate) fn new(mails: Vec<SentMail>) -> Self {
        let mut sorted = Self::default();
        for mail in mails {
            match mail.kind {
                // What an organiser wrote changes nothing of what the next mail has to tell.
                MailKind::Message => {}
                MailKind::Reminder => sorted.event_reminders.push(mail),
                MailKind::WishReminder => sorted.reminders.push(mail),
                kind if is_about_workshop(kind) => sorted.workshops.push(mail),
                _ => sorted.event.push(mail),
            }
        }
        sorted
    }

    /// The workshops that mails have put into the person's calendar, or taken out of it.
    pub(crate) fn workshop_entries(&self) -> BTreeMap<AgendaItemId, EntryHistory> {
        EntryHistory::by_offer(&self.workshops)
    }

    /// The mails that enter workshops of a published assignment and are still queued.
    pub(crate) fn unsent_publications(&self) -> Vec<MailId> {
        let queued = self.workshops.iter().filter(|mail| {
            mail.state == MailState::Queued
                && mail.method.as_deref() == Some("REQUEST")
                && EntryHistory::is_of_publication(mail)
        });
        queued.map(|mail| mail.id).collect()
    }

    /// What the person was last told. A mail that is being sent may have arrived.
    pub(crate) fn told(&self) -> Told {
        let last = self.handed_over().filter_map(told_by).next_back();
        last.unwrap_or(Told::Nothing)
    }

    /// Whether the person was told last of a decision to come, rather than of a place on the waiting list.
    pub(crate) fn told_of_decision(&self) -> bool {
        let told = self.handed_over().map(|mail| mail.kind);
        let mut told =
            told.filter(|kind| matches!(kind, MailKind::Waitlisted | MailKind::Undecided));
        told.next_back() == Some(MailKind::Undecided)
    }

    /// The newest revision of the event that the person was told; `None` if no mail names one.
    pub(crate) fn told_revision(&self) -> Option<i64> {
        self.handed_over()
            .filter_map(|mail| mail.event_revision)
            .max()
    }

    /// Whether the person was handed over a calendar entry that was not cancelled since.
    pub(crate) fn has_entry(&self) -> bool {
        let last = self
            .handed_over()
            .filter_map(|mail| mail.method.as_deref())
            .next_back();
        last == Some("REQUEST")
    }

    /// The Message-ID of the first invitation that was handed over.
    pub(crate) fn first_invitation(&self) -> Option<&str> {
        self.handed_over()
            .find(|mail| mail.method.as_deref() == Some("REQUEST"))
            .map(|mail| mail.message_id.as_str())
    }

    /// The SEQUENCE of the calendar entry that the person has.
    pub(crate) fn entry_sequence(&self) -> Option<u32> {
        self.handed_over()
            .filter(|mail| mail.method.as_deref() == Some("REQUEST"))
            .filter_map(|mail| mail.sequence)
            .max()
    }

    /// The ways through cafés that the person's calendar entry says.
    pub(crate) fn told_ways(&self) -> Vec<CafeWay> {
        self.handed_over()
            .rev()
            .find_map(ways_in)
            .unwrap_or_default()
    }

    /// The ways that the last calendar message of all says. It counts although it waits to be sent.
    pub(crate) fn said_ways(&self) -> Vec<CafeWay> {
        self.event
            .iter()
            .rev()
            .find_map(ways_in)
            .unwrap_or_default()
    }

    /// The last mail that changed ways which the person knew: when it was written, and the ways before it.
    pub(crate) fn last_way_change(&self) -> Option<(Timestamp, Vec<CafeWay>)> {
        let said = self
            .event
            .iter()
            .filter_map(|mail| Some((mail.at, ways_in(mail)?)));
        let mut known: Vec<CafeWay> = Vec::new();
        let mut changed = None;
        for (at, ways) in said {
            if !ways.is_empty() && !way_changes(&known, &ways).is_empty() {
                changed = (!known.is_empty()).then_some((at, known));
                known = ways;
            }
        }
        changed
    }

    /// When the person was reminded of their wishes last. A mail that was refused reminded nobody.
    pub(crate) fn reminded_at(&self) -> Option<Timestamp> {
        let reminders = self.reminders.iter();
        let reminders = reminders.filter(|mail| mail.state != MailState::Refused);
        reminders.map(|mail| mail.at).max()
    }

    /// When the person was last told that they have a seat: such a letter leads to the wishes as well.
    pub(crate) fn seated_at(&self) -> Option<Timestamp> {
        let letters = self
            .event
            .iter()
            .filter(|mail| matches!(mail.kind, MailKind::SeatConfirmed | MailKind::Promoted));
        letters.map(|mail| mail.at).max()
    }

    /// The reminders that are still queued.
    pub(crate) fn queued_reminders(&self) -> impl Iterator<Item = MailId> {
        let reminders = self.reminders.iter().chain(&self.event_reminders);
        reminders
            .filter(|mail| mail.state == MailState::Queued)
            .map(|mail| mail.id)
    }

    /// Whether the last mail of all tells this, at this revision of the event or a later one. It counts
    /// although it waits to be sent or was refused: nothing else would be written now.
    pub(crate) fn says(&self, told: Told, revision: i64) -> bool {
        let last = self.event.iter().rev().find(|mail| told_by(mail).is_some());
        last.is_some_and(|mail| {
            told_by(mail) == Some(told) && mail.event_revision >= Some(revision)
        })
    }

    /// The mails about the event that are still queued.
    pub(crate) fn queued(&self) -> impl Iterator<Item = &SentMail> {
        self.event
            .iter()
            .filter(|mail| mail.state == MailState::Queued)
    }

    /// Forgets a mail that was dropped.
    pub(crate) fn forget(&mut self, dropped: MailId) {
        self.event.retain(|mail| mail.id != dropped);
        self.workshops.retain(|mail| mail.id != dropped);
        self.reminders.retain(|mail| mail.id != dropped);
        self.event_reminders.retain(|mail| mail.id != dropped);
    }

    fn handed_over(&self) -> impl DoubleEndedIterator<Item = &SentMail> {
        self.event.iter().filter(|mail| match mail.state {
            MailState::Sending | MailState::Accepted | MailState::Kept => true,
            MailState::Queued | MailState::Refused | MailState::Dropped => false,
        })
    }
}

/// The ways that a calendar message says; `None` without a message that could say them. Ways that cannot be read
/// count as none.
fn ways_in(mail: &SentMail) -> Option<Vec<CafeWay>> {
    if mail.method.as_deref() != Some("REQUEST") {
        return None;
    }
    let ways = mail.way.as_deref().map(serde_json::from_str);
    Some(ways.and_then(Result::ok).unwrap_or_default())
}

const fn is_about_workshop(kind: MailKind) -> bool {
    matches!(
        kind,
        MailKind::WorkshopEntered | MailKind::WorkshopRemoved | MailKind::WorkshopSeat
    )
}

/// What a mail tells about the registration; `None` for an answer, which tells nothing new, and for news of workshops.
fn told_by(mail: &SentMail) -> Option<Told> {
    match mail.kind {
        MailKind::ConfirmAddress => Some(Told::ToConfirm),
        MailKind::EventChanged if mail.method.is_none() => Some(Told::Waiting),
        MailKind::SeatConfirmed
        | MailKind::Promoted
        | MailKind::EventChanged
        | MailKind::WayPublished => Some(Told::Seated),
        MailKind::Waitlisted | MailKind::Undecided => Some(Told::Waiting),
        MailKind::EventCancelled | MailKind::RegistrationCancelled | MailKind::Declined => {
            Some(Told::Ended)
        }
        MailKind::SignInLink
        | MailKind::MemberInvited
        | MailKind::Invitation
        | MailKind::InvitationReminder
        | MailKind::InvitationEnded
        | MailKind::AlreadyRegistered
        | MailKind::WorkshopEntered
        | MailKind::WorkshopRemoved
        | MailKind::WorkshopSeat
        | MailKind::WishReminder
        | MailKind::Message
        | MailKind::Reminder => None,
    }
}
