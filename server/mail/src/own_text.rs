//! A letter with a network's own text: below it stands what has to be right, in as few words of ours as possible.

use crate::{
    letter::Letter,
    letter_facts::{ChangedField, EventFacts, RegisteredBy, Standing, VisitFacts, WishFacts},
};

/// What a letter says besides a network's own text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OwnTextFacts<'l> {
    pub event: &'l EventFacts,
    pub entered_by: EnteredBy<'l>,
    /// What an organiser says about it.
    pub note: Option<&'l str>,
    /// Why the event, the invitation or the registration ends.
    pub reason: Option<&'l str>,
    /// The place on the waiting list, counted from 1.
    pub position: Option<u32>,
    pub changes: &'l [ChangedField],
    /// Whether the changes are about tables.
    pub is_way: bool,
    pub workshop: Option<&'l VisitFacts>,
    pub timetable: &'l [VisitFacts],
    pub wishes: Option<&'l WishFacts>,
    pub calendar: Option<CalendarNote>,
    pub link: Option<OwnTextLink<'l>>,
}

/// Who entered the recipient.
#[derive(Debug, Clone, Copy)]
pub(crate) enum EnteredBy<'l> {
    Recipient,
    Network,
    /// A colleague or the organisation of the recipient.
    Person(&'l str),
}

/// What the calendar message of a letter does to the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CalendarNote {
    Invitation,
    Update,
    Removal,
}

/// The link of a letter.
#[derive(Debug, Clone, Copy)]
pub(crate) enum OwnTextLink<'l> {
    /// Confirms the registration.
    Confirmation {
        link: &'l str,
        hours: i64,
    },
    Registration(&'l str),
}

impl<'l> OwnTextFacts<'l> {
    fn about(event: &'l EventFacts) -> Self {
        Self {
            event,
            entered_by: EnteredBy::Recipient,
            note: None,
            reason: None,
            position: None,
            changes: &[],
            is_way: false,
            workshop: None,
            timetable: &[],
            wishes: None,
            calendar: None,
            link: None,
        }
    }

    /// The word for a value that is missing before or after a change.
    pub(crate) const fn nothing<'w>(&self, value: &'w str, table: &'w str) -> &'w str {
        if self.is_way { table } else { value }
    }

    /// What a letter says besides the network's own text. `None`: a text that is written for the usual letter of the kind
    /// does not fit.
    pub(crate) fn of(letter: &'l Letter) -> Option<Self> {
        if !letter.is_usual() {
            return None;
        }
        let facts = Self::about(letter.event()?);
        let said = facts.of_seat(letter);
        said.or_else(|| facts.of_end(letter))
            .or_else(|| facts.of_programme(letter))
    }

    /// Letters about the seat of a person.
    fn of_seat(self, letter: &'l Letter) -> Option<Self> {
        let registration = |link: &'l String| Some(OwnTextLink::Registration(link));
        Some(match letter {
            Letter::ConfirmAddress {
                link,
                valid_for,
                entered_by,
                ..
            } => Self {
                entered_by: match entered_by {
                    Some(name) => EnteredBy::Person(name),
                    None => EnteredBy::Recipient,
                },
                link: Some(OwnTextLink::Confirmation {
                    link,
                    hours: valid_for.as_hours(),
                }),
                ..self
            },
            Letter::SeatConfirmed {
                registered_by,
                note,
                personal_link,
                ..
            } => Self {
                entered_by: entered_by(registered_by)?,
                note: note.as_deref(),
                wishes: self.event.wishes.as_ref(),
                calendar: Some(CalendarNote::Invitation),
                link: registration(personal_link),
                ..self
            },
            Letter::Waitlisted {
                registered_by,
                note,
                position,
                personal_link,
                ..
            } => Self {
                entered_by: entered_by(registered_by)?,
                note: note.as_deref(),
                position: Some(*position),
                wishes: self.event.wishes.as_ref(),
                link: registration(personal_link),
                ..self
            },
            Letter::Undecided {
                registered_by,
                note,
                personal_link,
                ..
            } => Self {
                entered_by: entered_by(registered_by)?,
                note: note.as_deref(),
                wishes: self.event.wishes.as_ref(),
                link: registration(personal_link),
                ..self
            },
            Letter::Promoted {
                note,
                personal_link,
                ..
            } => Self {
                note: note.as_deref(),
                wishes: self.event.wishes.as_ref(),
                calendar: Some(CalendarNote::Invitation),
                link: registration(personal_link),
                ..self
            },
            Letter::AlreadyRegistered { personal_link, .. } => Self {
                link: registration(personal_link),
                ..self
            },
            _ => return None,
        })
    }

    /// Letters about a change or an end.
    fn of_end(self, letter: &'l Letter) -> Option<Self> {
        let removal = |is_entered: bool| is_entered.then_some(CalendarNote::Removal);
        Some(match letter {
            Letter::EventChanged {
                changes,
                personal_link,
                calendar,
                ..
            } => Self {
                changes,
                calendar: calendar.as_ref().map(|_| CalendarNote::Update),
                link: Some(OwnTextLink::Registration(personal_link)),
                ..self
            },
            Letter::EventCancelled {
                registered_by,
                reason,
                calendar,
                ..
            } => Self {
                entered_by: entered_by(registered_by)?,
                reason: Some(reason.as_str()).filter(|reason| !reason.is_empty()),
                calendar: removal(calendar.is_some()),
                ..self
            },
            Letter::RegistrationCancelled { calendar, .. } => Self {
                calendar: removal(calendar.is_some()),
                ..self
            },
            // Whoever loses a seat reads something else than who gets none.
            Letter::Declined {
                registered_by,
                standing,
                reason,
                calendar,
                ..
            } if *standing != Standing::Seated => Self {
                entered_by: entered_by(registered_by)?,
                reason: reason.as_deref(),
                calendar: removal(calendar.is_some()),
                ..self
            },
            Letter::InvitationEnded {
                reason, calendar, ..
            } => Self {
                reason: reason.as_deref(),
                calendar: removal(calendar.is_some()),
                ..self
            },
            _ => return None,
        })
    }

    /// Letters about cafés and workshops.
    fn of_programme(self, letter: &'l Letter) -> Option<Self> {
        Some(match letter {
            Letter::WayPublished {
                changes,
                personal_link,
                ..
            } => Self {
                changes,
                is_way: true,
                calendar: Some(CalendarNote::Update),
                link: Some(OwnTextLink::Registration(personal_link)),
                ..self
            },
            // Whoever leads it has no seat.
            Letter::WorkshopEntered {
                workshop,
                changes,
                timetable,
                personal_link,
                ..
            } if !workshop.is_led => Self {
                workshop: Some(workshop),
                changes,
                timetable,
                calendar: Some(if changes.is_empty() {
                    CalendarNote::Invitation
                } else {
                    CalendarNote::Update
                }),
                link: Some(OwnTextLink::Registration(personal_link)),
                ..self
            },
            Letter::WishReminder {
                wishes,
                personal_link,
                ..
            } => Self {
                wishes: Some(wishes),
                link: Some(OwnTextLink::Registration(personal_link)),
                ..self
            },
            _ => return None,
        })
    }
}

/// Who entered the recipient. `None`: whoever owns the address may know nothing of it, which our words say.
fn entered_by(registered_by: &RegisteredBy) -> Option<EnteredBy<'_>> {
    match registered_by {
        RegisteredBy::Recipient => Some(EnteredBy::Recipient),
        RegisteredBy::Network => Some(EnteredBy::Network),
        RegisteredBy::Colleague(name) => Some(EnteredBy::Person(name)),
        RegisteredBy::Unknown => None,
    }
}
