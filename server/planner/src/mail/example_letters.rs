//! A letter of each kind with own words, about an event that does not exist: for the page on which they are changed.

use std::sync::Arc;

use calendar::{ItipMessage, Method};
use jiff::{ToSpan as _, Zoned};
use mail::{
    CancelledBy, ChangedField, EventFacts, InvitationEnd, Letter, RegisteredBy, RemovalCause,
    SeriesPart, Standing, VisitFacts, WayBack, WishFacts, WorkshopFacts, WorkshopNews,
    WorkshopPage,
};
use model::{Language, MailKind, Network, dates};

use crate::{MASK, Planner};

/// What the example says, in both languages.
struct Words {
    title: &'static str,
    place: &'static str,
    place_label: &'static str,
    earlier_place: &'static str,
    workshop: &'static str,
    reason: &'static str,
}

const fn words(language: Language) -> Words {
    match language {
        Language::De => Words {
            title: "Netzwerktreffen (Beispiel)",
            place: "Rathaus, Saal 1",
            place_label: "Ort",
            earlier_place: "Rathaus, Saal 2",
            workshop: "Werkstatt Anerkennung",
            reason: "Der Saal ist gesperrt.",
        },
        Language::En => Words {
            title: "Network meeting (example)",
            place: "Town hall, room 1",
            place_label: "Place",
            earlier_place: "Town hall, room 2",
            workshop: "Recognition workshop",
            reason: "The room is closed.",
        },
    }
}

/// What the letters are about.
struct Example {
    says: Words,
    event: Arc<EventFacts>,
    when: String,
    personal_link: String,
}

impl Planner {
    /// A letter of a kind that has own words. `None` for the others.
    pub(crate) fn example_letter(
        &self,
        network: &Network,
        kind: MailKind,
        language: Language,
    ) -> Option<Letter> {
        let says = words(language);
        let (start, end) = self.example_times(network);
        let example = Example {
            when: dates::span(&start, &end, language, &network.time_zone),
            personal_link: self.link(&format!("/registration/{MASK}")),
            event: Arc::new(EventFacts {
                title: says.title.to_owned(),
                start,
                end,
                place: Some(says.place.to_owned()),
                online: None,
                page: self.link("/"),
                ways: Vec::new(),
                wishes: None,
                funding_notice: None,
                is_by_approval: false,
            }),
            says,
        };
        let letter = example.about_seat(kind);
        letter
            .or_else(|| example.about_end(kind))
            .or_else(|| example.about_programme(kind))
    }

    /// A day in a month, from ten to four.
    fn example_times(&self, network: &Network) -> (Zoned, Zoned) {
        let now = network.time_zone.clock(self.now());
        let day = now.saturating_add(30.days());
        let at = |hour| {
            let time = jiff::civil::time(hour, 0, 0, 0);
            day.with()
                .time(time)
                .build()
                .unwrap_or_else(|_| day.clone())
        };
        (at(10), at(16))
    }
}

impl Example {
    /// Letters about the seat of a person.
    fn about_seat(&self, kind: MailKind) -> Option<Letter> {
        let event = Arc::clone(&self.event);
        let personal_link = self.personal_link.clone();
        let registered_by = RegisteredBy::Recipient;
        Some(match kind {
            MailKind::ConfirmAddress => Letter::ConfirmAddress {
                event,
                entered_by: None,
                link: personal_link,
                valid_for: jiff::SignedDuration::from_hours(48),
            },
            MailKind::SeatConfirmed => Letter::SeatConfirmed {
                event,
                note: None,
                registered_by,
                personal_link,
                calendar: entry(Method::Request),
            },
            MailKind::Waitlisted => Letter::Waitlisted {
                event,
                note: None,
                registered_by,
                position: 1,
                personal_link,
            },
            MailKind::Undecided => Letter::Undecided {
                event,
                note: None,
                registered_by,
                personal_link,
            },
            MailKind::Promoted => Letter::Promoted {
                event,
                note: None,
                personal_link,
                calendar: entry(Method::Request),
            },
            MailKind::AlreadyRegistered => Letter::AlreadyRegistered {
                event,
                personal_link,
            },
            _ => return None,
        })
    }

    /// Letters about a change or an end.
    fn about_end(&self, kind: MailKind) -> Option<Letter> {
        let (says, event) = (&self.says, Arc::clone(&self.event));
        let personal_link = self.personal_link.clone();
        let registered_by = RegisteredBy::Recipient;
        let standing = Standing::Seated;
        Some(match kind {
            MailKind::EventChanged => Letter::EventChanged {
                event,
                changes: vec![ChangedField {
                    label: says.place_label.to_owned(),
                    before: says.earlier_place.to_owned(),
                    after: says.place.to_owned(),
                }],
                personal_link,
                calendar: Some(entry(Method::Request)),
            },
            MailKind::EventCancelled => Letter::EventCancelled {
                event,
                registered_by,
                standing,
                reason: says.reason.to_owned(),
                calendar: Some(entry(Method::Cancel)),
            },
            MailKind::RegistrationCancelled => Letter::RegistrationCancelled {
                event,
                by: CancelledBy::Participant(WayBack::Form),
                registered_by,
                standing,
                calendar: Some(entry(Method::Cancel)),
            },
            MailKind::Declined => Letter::Declined {
                event,
                registered_by,
                standing: Standing::Unknown,
                reason: None,
                calendar: None,
            },
            MailKind::InvitationEnded => Letter::InvitationEnded {
                event,
                end: InvitationEnd::TakenBack,
                reason: None,
                calendar: None,
            },
            _ => return None,
        })
    }

    /// Letters about cafés and workshops.
    fn about_programme(&self, kind: MailKind) -> Option<Letter> {
        let (says, event) = (&self.says, Arc::clone(&self.event));
        let (when, personal_link) = (self.when.clone(), self.personal_link.clone());
        let visit = VisitFacts {
            title: says.workshop.to_owned(),
            when: when.clone(),
            details: vec![says.place.to_owned()],
            is_led: false,
        };
        Some(match kind {
            MailKind::WayPublished => Letter::WayPublished {
                event,
                changes: Vec::new(),
                personal_link,
                calendar: entry(Method::Request),
            },
            MailKind::WorkshopEntered => Letter::WorkshopEntered {
                event,
                workshop: visit.clone(),
                changes: Vec::new(),
                timetable: vec![visit],
                part: SeriesPart::Only,
                personal_link,
                calendar: entry(Method::Request),
            },
            MailKind::WorkshopRemoved => Letter::WorkshopRemoved {
                event,
                workshop: visit,
                cause: RemovalCause::CalledOff,
                timetable: Vec::new(),
                personal_link: Some(personal_link),
                calendar: entry(Method::Cancel),
            },
            MailKind::WorkshopSeat => Letter::Workshop {
                event,
                news: WorkshopNews::SeatGiven { gave_up: None },
                workshop: WorkshopFacts {
                    title: says.workshop.to_owned(),
                    when,
                    room: Some(says.place.to_owned()),
                },
                page: WorkshopPage::Bookings,
                personal_link,
                calendar: None,
            },
            MailKind::WishReminder => Letter::WishReminder {
                event,
                wishes: WishFacts {
                    closes: when,
                    link: personal_link.clone(),
                },
                least: None,
                personal_link,
            },
            _ => return None,
        })
    }
}

/// A calendar message without content, which a preview does not show.
fn entry(method: Method) -> ItipMessage {
    ItipMessage {
        method,
        bytes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use model::{KINDS_WITH_OWN_WORDS, MailKind};

    #[test]
    fn every_other_kind_is_written_by_organisers_or_goes_to_members() {
        let others: Vec<MailKind> = MailKind::ALL
            .iter()
            .copied()
            .filter(|kind| !KINDS_WITH_OWN_WORDS.contains(kind))
            .collect();
        let expected = [
            MailKind::SignInLink,
            MailKind::MemberInvited,
            MailKind::Invitation,
            MailKind::InvitationReminder,
            MailKind::Message,
            MailKind::Reminder,
        ];
        assert_eq!(others, expected);
    }
}
