//! The letters that notifications become.

use std::sync::Arc;

use calendar::ItipMessage;
use mail::{CancelledBy, EventFacts, Letter, RegisteredBy, Standing, WishFacts, WorkshopPage};
use model::{Language, Line, Registration, Source, dates};

use super::{
    calendar_entry::Disclosure,
    correspondence::Told,
    event_changes,
    notifications::{Notice, Notification},
    way_words,
};
use crate::{
    Planner, PlannerError, Result,
    access::{CONFIRMATION_LINK_LASTS, Token},
};

impl Planner {
    #[expect(
        clippy::too_many_lines,
        reason = "a table: each letter with its values"
    )]
    pub(super) fn letter(
        &self,
        notice: Notice<'_>,
        calendar: Option<ItipMessage>,
    ) -> Result<Letter> {
        let Notice {
            mailing,
            registration,
            notification,
            ways,
            wishes,
            note,
            link,
            told,
            references: _,
        } = notice;
        let (registered_by, standing) = (registered_by(registration), standing(told));
        let language = registration.person.language;
        let disclosure = match notification {
            // The online link is for those who have a seat.
            Notification::Seat
            | Notification::MovedUp
            | Notification::EventChanged { .. }
            | Notification::WayChanged { .. }
                if calendar.is_some() =>
            {
                Disclosure::Seated
            }
            _ => Disclosure::Public,
        };
        let personal_link = link
            .map(|token| self.person_link("registration", token, language))
            .unwrap_or_default();
        let facts = match link {
            Some(_) => mailing.facts(disclosure, &personal_link),
            None => mailing.facts(disclosure, &self.link("/")),
        };
        let zone = mailing.event().details.time_zone.rules();
        let wishes = wishes.zip(link).map(|(closes, token)| WishFacts {
            closes: dates::date_time(closes.local, language),
            link: self.personal_page_link(token, "wishes", language),
        });
        let facts = if ways.is_empty() && wishes.is_none() {
            facts
        } else {
            Arc::new(EventFacts {
                ways: way_words::listed_ways(&ways, language, zone),
                wishes,
                ..EventFacts::clone(&facts)
            })
        };
        let missing = || PlannerError::internal(MissingPart);
        Ok(match notification {
            Notification::ConfirmAddress => Letter::ConfirmAddress {
                event: facts,
                link: link
                    .map(|token| self.person_link("confirm", token, language))
                    .unwrap_or_default(),
                valid_for: CONFIRMATION_LINK_LASTS,
                entered_by: registration.entered_by.as_ref().map(Line::to_string),
            },
            Notification::Seat => Letter::SeatConfirmed {
                event: facts,
                registered_by,
                note,
                personal_link,
                calendar: calendar.ok_or_else(missing)?,
            },
            Notification::MovedUp => Letter::Promoted {
                event: facts,
                note,
                personal_link,
                calendar: calendar.ok_or_else(missing)?,
            },
            Notification::Waiting { position } => Letter::Waitlisted {
                event: facts,
                registered_by,
                note,
                position,
                personal_link,
            },
            Notification::Undecided => Letter::Undecided {
                event: facts,
                registered_by,
                note,
                personal_link,
            },
            Notification::AlreadyWaiting { position } => Letter::AlreadyWaiting {
                event: facts,
                position,
                personal_link,
            },
            Notification::AlreadyDeclined => Letter::AlreadyDeclined { event: facts },
            Notification::AlreadyRegistered => Letter::AlreadyRegistered {
                event: facts,
                personal_link,
            },
            Notification::EventChanged { changes } => Letter::EventChanged {
                event: facts,
                changes: event_changes::worded(&changes, language),
                personal_link,
                calendar,
            },
            Notification::WayChanged { before } => Letter::WayPublished {
                event: facts,
                // Whoever knows nothing yet reads the whole way, and no changes.
                changes: if before.is_empty() {
                    Vec::new()
                } else {
                    way_words::worded_changes(&before, &ways, language, zone)
                },
                personal_link,
                calendar: calendar.ok_or_else(missing)?,
            },
            Notification::Workshop {
                news,
                workshop,
                page,
            } => Letter::Workshop {
                event: facts,
                news,
                workshop,
                page,
                personal_link: link
                    .map(|token| self.workshop_link(page, token, language))
                    .unwrap_or_default(),
                calendar,
            },
            Notification::WishReminder { least } => Letter::WishReminder {
                wishes: facts.wishes.clone().ok_or_else(missing)?,
                event: facts,
                least,
                personal_link,
            },
            Notification::EventCancelled { reason } => Letter::EventCancelled {
                event: facts,
                registered_by,
                standing,
                reason,
                calendar,
            },
            Notification::RegistrationCancelled { way_back } => Letter::RegistrationCancelled {
                event: facts,
                by: CancelledBy::Participant(way_back),
                registered_by,
                standing,
                calendar,
            },
            Notification::RegistrationCancelledByOrganiser => Letter::RegistrationCancelled {
                event: facts,
                by: CancelledBy::Organiser,
                registered_by,
                standing,
                calendar,
            },
            Notification::RegistrationCancelledByOrganisation { name } => {
                Letter::RegistrationCancelled {
                    event: facts,
                    by: CancelledBy::Organisation(name),
                    registered_by,
                    standing,
                    calendar,
                }
            }
            Notification::Declined { reason } => Letter::Declined {
                event: facts,
                registered_by,
                standing,
                reason,
                calendar,
            },
        })
    }

    /// The link in a letter about one person's seat in a workshop.
    pub(super) fn workshop_link(
        &self,
        page: WorkshopPage,
        token: &Token,
        language: Language,
    ) -> String {
        match page {
            WorkshopPage::Registration => self.person_link("registration", token, language),
            WorkshopPage::Bookings => self.personal_page_link(token, "workshops", language),
        }
    }

    /// The link of one person's to a page below the registration's.
    pub(super) fn personal_page_link(
        &self,
        token: &Token,
        page: &str,
        language: Language,
    ) -> String {
        let token = token.reveal();
        self.link(&format!("/registration/{token}/{page}?lang={language}"))
    }

    /// A link of one person's. The page behind it speaks the language of the letter, whatever the
    /// browser's is.
    pub(crate) fn person_link(&self, page: &str, token: &Token, language: Language) -> String {
        self.link(&format!("/{page}/{}?lang={language}", token.reveal()))
    }
}

/// How the person came to be registered.
fn registered_by(registration: &Registration) -> RegisteredBy {
    if let Some(name) = &registration.entered_by {
        return RegisteredBy::Colleague(name.to_string());
    }
    match (registration.address_confirmed_at, registration.source) {
        (None, _) => RegisteredBy::Unknown,
        (Some(_), Source::Form) => RegisteredBy::Recipient,
        (Some(_), Source::Organiser | Source::Import) => RegisteredBy::Network,
    }
}

/// Where the person stands, as far as they know.
const fn standing(told: Told) -> Standing {
    match told {
        Told::Seated => Standing::Seated,
        Told::Waiting => Standing::Waiting,
        Told::Nothing | Told::ToConfirm | Told::Ended => Standing::Unknown,
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a letter was to be written without a part that it needs")]
struct MissingPart;
