//! Reminders of an event: mails that go out by themselves before it, and thanks after it.

use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{DateTime, Time, time},
};
use serde::{Deserialize, Serialize};

use crate::{
    Event, EventState, EventTime, Fault, IanaTimeZone, Language, NumberRange, Text, VariableBody,
    VariableLine, local, string_enum::string_enum,
};

string_enum! {
    /// The mails that an event sends by itself. An event has one of each.
    ReminderKind {
        /// Some time before, by default a week.
        Early = "early",
        /// Shortly before, by default a day.
        Late = "late",
        /// After the event.
        Thanks = "thanks",
    }
}

/// When a reminder goes out: a time of day, some days before the first day of the event, or after its last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderTime {
    pub days: u32,
    pub at: Time,
}

/// A mail that an event sends by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventReminder {
    pub kind: ReminderKind,
    pub is_on: bool,
    pub time: ReminderTime,
    /// `None`: the usual words.
    pub words: Option<(VariableLine, VariableBody)>,
    /// Since when it can go out: the publication of the event, or a later change of the reminder. `None` for a draft.
    pub armed_at: Option<Timestamp>,
    /// The time for which the last one went out.
    pub sent_for: Option<Timestamp>,
}

/// The times of an event on which its reminders depend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderEvent {
    pub starts: EventTime,
    pub ends: EventTime,
    pub zone: IanaTimeZone,
}

/// What becomes of a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReminderOutlook {
    Off,
    /// It goes out at this time, where the event is.
    Due(DateTime),
    /// Its time had passed when the event was published, or when it was switched on.
    Missed(DateTime),
    Sent(DateTime),
}

impl ReminderKind {
    /// When it goes out if nobody says otherwise.
    pub const fn usual_time(self) -> ReminderTime {
        let (days, hour) = match self {
            Self::Early => (7, 9),
            Self::Late => (1, 9),
            Self::Thanks => (1, 10),
        };
        ReminderTime {
            days,
            at: time(hour, 0, 0, 0),
        }
    }

    /// Whether it goes out after the event.
    pub const fn is_after(self) -> bool {
        matches!(self, Self::Thanks)
    }

    /// The words in a language, unless an organiser writes others.
    pub fn usual_words(self, language: Language) -> (&'static str, &'static str) {
        match (self, language) {
            (Self::Early, Language::De) => (
                "Bald ist es so weit: {Veranstaltung}",
                "Guten Tag {Vorname} {Nachname},\n\nwir freuen uns auf Sie:\n\n{Veranstaltung}\n{Datum}\n{Ort}\n\n\
                 Wenn Sie doch nicht kommen können, geben Sie Ihren Platz bitte hier frei:\n{Link}\n\n\
                 Mit freundlichen Grüßen",
            ),
            (Self::Late, Language::De) => (
                "Erinnerung: {Veranstaltung}",
                "Guten Tag {Vorname} {Nachname},\n\nin Kürze sehen wir uns:\n\n{Veranstaltung}\n{Datum}\n{Ort}\n\n\
                 Ihre Anmeldung, und falls etwas dazwischenkommt die Abmeldung:\n{Link}\n\n\
                 Mit freundlichen Grüßen",
            ),
            (Self::Thanks, Language::De) => (
                "Danke: {Veranstaltung}",
                "Guten Tag {Vorname} {Nachname},\n\nvielen Dank, dass Sie dabei waren.\n\nMit freundlichen Grüßen",
            ),
            (Self::Early, Language::En) => (
                "Coming up: {Event}",
                "Dear {FirstName} {LastName},\n\nwe look forward to seeing you:\n\n{Event}\n{Date}\n{Place}\n\n\
                 If you cannot come after all, please give your seat back here:\n{Link}\n\nKind regards,",
            ),
            (Self::Late, Language::En) => (
                "Reminder: {Event}",
                "Dear {FirstName} {LastName},\n\nwe will see you soon:\n\n{Event}\n{Date}\n{Place}\n\n\
                 Your registration, also to cancel it if something comes up:\n{Link}\n\nKind regards,",
            ),
            (Self::Thanks, Language::En) => (
                "Thank you: {Event}",
                "Dear {FirstName} {LastName},\n\nthank you for coming.\n\nKind regards,",
            ),
        }
    }
}

impl ReminderTime {
    /// How many days before or after the event it can go out.
    pub const DAYS: NumberRange = NumberRange { least: 0, most: 60 };

    /// The local time, where the event is.
    pub fn on(self, kind: ReminderKind, event: &ReminderEvent) -> DateTime {
        let days = Span::new().days(self.days);
        let date = if kind.is_after() {
            event.ends.local.date().saturating_add(days)
        } else {
            event.starts.local.date().saturating_sub(days)
        };
        date.to_datetime(self.at)
    }
}

impl EventReminder {
    /// What was missed for longer, because no server ran, does not go out any more.
    const LATEST: SignedDuration = SignedDuration::from_hours(20);

    /// A reminder with the usual words at the usual time, for a draft.
    pub const fn usual(kind: ReminderKind, is_on: bool) -> Self {
        Self {
            kind,
            is_on,
            time: kind.usual_time(),
            words: None,
            armed_at: None,
            sent_for: None,
        }
    }

    /// Refuses days that are too many.
    pub fn check(&self) -> Result<(), Fault> {
        ReminderTime::DAYS.check(self.time.days).map(drop)
    }

    /// Its words for an event in a language.
    pub fn words(&self, language: Language) -> Result<(VariableLine, VariableBody), Fault> {
        if let Some(words) = &self.words {
            return Ok(words.clone());
        }
        let (subject, text) = self.kind.usual_words(language);
        let text = Text::parse(text)?;
        Ok((VariableLine::parse(subject)?, VariableBody::of(text)?))
    }

    /// The instant of its time. A time that the clocks skip or show twice is one instant all the same.
    pub fn due_at(&self, event: &ReminderEvent) -> Timestamp {
        local::assumed_instant(self.time.on(self.kind, event), event.zone.rules())
    }

    /// Whether it goes out at an instant. It was armed before its time, has not gone out for this time or a later one, and
    /// the event has not begun, or is over.
    pub fn is_due(&self, event: &ReminderEvent, now: Timestamp) -> bool {
        let due = self.due_at(event);
        let has_begun = event.starts.at <= now;
        let fits = if self.kind.is_after() {
            event.ends.at <= now
        } else {
            !has_begun
        };
        let latest = due.checked_add(Self::LATEST);
        self.is_on
            && fits
            && due <= now
            && latest.is_ok_and(|latest| now < latest)
            && self.armed_at.is_some_and(|armed| armed <= due)
            && self.sent_for.is_none_or(|sent| sent < due)
    }

    /// What becomes of it.
    pub fn outlook(&self, about: &Event, now: Timestamp) -> ReminderOutlook {
        let event = ReminderEvent::of(about);
        let on = self.time.on(self.kind, &event);
        let due = self.due_at(&event);
        if self.sent_for.is_some_and(|sent| sent >= due) {
            return ReminderOutlook::Sent(on);
        }
        if !self.is_on || about.state == EventState::Cancelled {
            return ReminderOutlook::Off;
        }
        let fits = self.kind.is_after() || due < event.starts.at;
        let is_armed = match self.armed_at {
            Some(armed) => armed <= due,
            None => now <= due,
        };
        if fits && is_armed && (due > now || self.is_due(&event, now)) {
            ReminderOutlook::Due(on)
        } else {
            ReminderOutlook::Missed(on)
        }
    }
}

impl ReminderEvent {
    pub fn of(event: &Event) -> Self {
        Self {
            starts: event.details.starts,
            ends: event.details.ends,
            zone: event.details.time_zone.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::time};

    use super::{EventReminder, ReminderEvent, ReminderKind, ReminderTime};
    use crate::{EventTime, IanaTimeZone, Language};

    fn event(starts: &str, ends: &str) -> ReminderEvent {
        let zone = IanaTimeZone::parse("Europe/Berlin").unwrap();
        let at =
            |text: &str| EventTime::resolve(text.parse().unwrap(), zone.rules(), None).unwrap();
        ReminderEvent {
            starts: at(starts),
            ends: at(ends),
            zone: zone.clone(),
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn armed(kind: ReminderKind, since: &str) -> EventReminder {
        EventReminder {
            armed_at: Some(at(since)),
            ..EventReminder::usual(kind, true)
        }
    }

    #[test]
    fn a_reminder_goes_out_at_the_hour_of_the_event_across_a_change_of_clocks() {
        // The clocks go back on 29 October 2023.
        let meeting = event("2023-11-02T09:30", "2023-11-02T16:00");
        let early = armed(ReminderKind::Early, "2023-10-01T00:00:00Z");
        assert_eq!(early.due_at(&meeting), at("2023-10-26T07:00:00Z"));
        let late = armed(ReminderKind::Late, "2023-10-01T00:00:00Z");
        assert_eq!(late.due_at(&meeting), at("2023-11-01T08:00:00Z"));
        // A time that the clocks skip is one instant all the same.
        let spring = event("2024-03-31T12:00", "2024-03-31T13:00");
        let skipped = EventReminder {
            time: ReminderTime {
                days: 0,
                at: time(2, 30, 0, 0),
            },
            ..late
        };
        let due = skipped.due_at(&spring);
        assert!(at("2024-03-31T00:30:00Z") <= due && due <= at("2024-03-31T01:30:00Z"));
    }

    #[test]
    fn an_event_that_is_published_two_days_before_sends_no_reminder_of_a_week_before() {
        let meeting = event("2023-09-19T09:30", "2023-09-19T16:00");
        let published = "2023-09-17T10:00:00Z";
        let early = armed(ReminderKind::Early, published);
        let late = armed(ReminderKind::Late, published);
        let now = at("2023-09-18T07:00:00Z");
        assert!(!early.is_due(&meeting, now));
        assert!(late.is_due(&meeting, now));
        // Published an hour later, it sends none.
        let after = armed(ReminderKind::Late, "2023-09-18T08:00:00Z");
        assert!(!after.is_due(&meeting, at("2023-09-18T08:01:00Z")));
    }

    #[test]
    fn a_reminder_goes_out_once_and_again_for_a_later_date() {
        let meeting = event("2023-09-19T09:30", "2023-09-19T16:00");
        let mut late = armed(ReminderKind::Late, "2023-09-01T00:00:00Z");
        let now = at("2023-09-18T07:00:00Z");
        assert!(!late.is_due(&meeting, at("2023-09-18T06:59:59Z")));
        late.sent_for = Some(late.due_at(&meeting));
        assert!(!late.is_due(&meeting, now));
        let moved = event("2023-09-26T09:30", "2023-09-26T16:00");
        assert!(late.is_due(&moved, at("2023-09-25T07:00:00Z")));
        let earlier = event("2023-09-18T20:00", "2023-09-18T22:00");
        assert!(!late.is_due(&earlier, now));
    }

    #[test]
    fn what_was_missed_for_long_or_has_no_use_any_more_does_not_go_out() {
        let meeting = event("2023-09-19T09:30", "2023-09-19T16:00");
        let late = armed(ReminderKind::Late, "2023-09-01T00:00:00Z");
        assert!(late.is_due(&meeting, at("2023-09-19T02:59:00Z")));
        assert!(!late.is_due(&meeting, at("2023-09-19T03:00:00Z")));
        let thanks = armed(ReminderKind::Thanks, "2023-09-01T00:00:00Z");
        assert!(!thanks.is_due(&meeting, at("2023-09-19T20:00:00Z")));
        assert!(thanks.is_due(&meeting, at("2023-09-20T08:00:00Z")));
        let off = EventReminder {
            is_on: false,
            ..thanks
        };
        assert!(!off.is_due(&meeting, at("2023-09-20T08:00:00Z")));
    }

    #[test]
    fn the_usual_words_can_be_read() {
        for kind in ReminderKind::ALL {
            for language in Language::ALL {
                let reminder = EventReminder::usual(*kind, true);
                assert!(reminder.words(*language).is_ok(), "{kind} {language}");
            }
        }
    }
}
