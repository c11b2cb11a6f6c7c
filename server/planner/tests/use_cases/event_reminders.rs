//! Reminders of an event: when they go out, to whom, and when they do not.

use jiff::{SignedDuration, Timestamp, civil::time};
use model::{
    EventDetails, EventId, EventReminder, Fault, Faults, MailKind, ReminderKind, ReminderTime, Text,
};
use planner::PlannerError;
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, address, meeting, person, when},
    jobs::a_worker_dies_after,
    mailings::{published_with_people, words},
};

store::on_both_engines! {
    people_with_a_seat_are_reminded_and_thanked,
    an_event_that_is_published_late_sends_what_is_left,
    reminders_keep_their_hour_when_the_clocks_change,
    a_reminder_is_moved_worded_and_switched_off,
    a_cancelled_event_reminds_nobody,
    a_killed_reminder_writes_to_nobody_twice,
    an_event_of_an_earlier_version_has_no_reminders,
    a_copy_takes_the_reminders_over,
}

impl Given {
    /// Moves the clock to an instant, and does what is due then.
    async fn at(&self, instant: &str) -> usize {
        let instant: Timestamp = instant.parse().unwrap();
        self.clock
            .advance(self.planner.now().duration_until(instant));
        let begun = self.planner.begin_what_is_due().await.unwrap();
        self.run_jobs().await;
        begun
    }
}

async fn reminded(given: &Given) -> Vec<String> {
    let mails = given.mails().await.into_iter();
    let reminders = mails.filter(|mail| mail.kind == MailKind::Reminder);
    let mut recipients: Vec<String> = reminders.map(|mail| mail.recipient).collect();
    recipients.sort();
    recipients
}

async fn save(
    given: &Given,
    event: EventId,
    kind: ReminderKind,
    change: impl FnOnce(&mut EventReminder) + Send,
) -> Result<(), PlannerError> {
    let access = given.organises(event);
    let saved = given.planner.save_reminder(&access, kind, |mut reminder| {
        change(&mut reminder);
        Ok(reminder)
    });
    saved.await
}

async fn people_with_a_seat_are_reminded_and_thanked(database: TestDatabase) {
    let given = a_network(database).await;
    // On Tuesday, 19 September, from half past nine.
    let event = given.published_event(meeting(Some(2), vec![])).await;
    given.comes(event, person("Anna", None)).await;
    let token = given.comes(event, person("Ben", None)).await;
    given.comes(event, person("Carla", None)).await;
    assert_eq!(given.at("2023-09-12T06:59:00Z").await, 0);
    assert_eq!(given.at("2023-09-12T07:00:00Z").await, 1);
    assert_eq!(given.at("2023-09-12T07:01:00Z").await, 0);
    let expected = ["anna", "ben"].map(|name| address(name).to_string());
    assert_eq!(reminded(&given).await, expected, "nobody who waits");
    let (line, mail) = given.mails_to(&address("anna")).await.pop().unwrap();
    assert_eq!(
        line.subject,
        "Bald ist es so weit: Landesweites Netzwerktreffen"
    );
    assert!(mail.contains("/registration/"), "{mail}");
    // Carla gets the seat of somebody who cancels.
    let link = given.link(&token);
    given.planner.cancel_own_registration(&link).await.unwrap();
    assert_eq!(given.at("2023-09-18T07:00:00Z").await, 1);
    let of = |all: &[String], name| {
        all.iter()
            .filter(|one| **one == address(name).to_string())
            .count()
    };
    let all = reminded(&given).await;
    let counts = ["anna", "ben", "carla"].map(|name| of(&all, name));
    assert_eq!(counts, [2, 1, 1]);
    assert_eq!(given.at("2023-09-20T07:59:00Z").await, 0);
    assert_eq!(given.at("2023-09-20T08:00:00Z").await, 1);
    let all = reminded(&given).await;
    let counts = ["anna", "ben", "carla"].map(|name| of(&all, name));
    assert_eq!(counts, [3, 1, 2]);
    assert_eq!(given.at("2023-09-20T08:01:00Z").await, 0);
}

async fn an_event_that_is_published_late_sends_what_is_left(database: TestDatabase) {
    let given = a_network(database).await;
    given.at("2023-09-17T10:00:00Z").await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    assert_eq!(given.at("2023-09-17T10:01:00Z").await, 0);
    assert_eq!(reminded(&given).await.len(), 0);
    assert_eq!(given.at("2023-09-18T07:00:00Z").await, 1);
    assert_eq!(reminded(&given).await.len(), 1);
}

async fn reminders_keep_their_hour_when_the_clocks_change(database: TestDatabase) {
    let given = a_network(database).await;
    // The clocks go back on 29 October.
    let details = EventDetails {
        starts: when("2023-11-02T09:30"),
        ends: when("2023-11-02T16:00"),
        ..meeting(None, vec![])
    };
    let event = given.published_event(details).await;
    given.comes(event, person("Anna", None)).await;
    assert_eq!(given.at("2023-10-26T06:59:00Z").await, 0);
    assert_eq!(given.at("2023-10-26T07:00:00Z").await, 1);
    assert_eq!(given.at("2023-11-01T07:59:00Z").await, 0);
    assert_eq!(given.at("2023-11-01T08:00:00Z").await, 1);
}

async fn a_reminder_is_moved_worded_and_switched_off(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    let own = words("Bis morgen, {Vorname}", "Bringen Sie gute Laune mit.");
    let moved = save(&given, event, ReminderKind::Early, |reminder| {
        reminder.time = ReminderTime {
            days: 3,
            at: time(16, 30, 0, 0),
        };
        reminder.words = Some(own);
    });
    moved.await.unwrap();
    let off = save(&given, event, ReminderKind::Late, |reminder| {
        reminder.is_on = false;
    });
    off.await.unwrap();
    assert_eq!(given.at("2023-09-12T07:00:00Z").await, 0);
    assert_eq!(given.at("2023-09-16T14:29:00Z").await, 0);
    assert_eq!(given.at("2023-09-16T14:30:00Z").await, 1);
    let (line, _) = given.mails_to(&address("anna")).await.pop().unwrap();
    assert_eq!(line.subject, "Bis morgen, Anna");
    assert_eq!(given.at("2023-09-18T07:00:00Z").await, 0);
    // A time that is over cannot be chosen any more.
    let past = save(&given, event, ReminderKind::Late, |reminder| {
        reminder.is_on = true;
    });
    match past.await {
        Err(PlannerError::Invalid(faults)) => {
            assert_eq!(faults, Faults::one("days", Fault::AlreadyOver));
        }
        other => panic!("{other:?}"),
    }
}

async fn a_cancelled_event_reminds_nobody(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    let reason = Text::parse("Die Heizung ist kaputt.").unwrap();
    let access = given.organises(event);
    given.planner.cancel_event(&access, reason).await.unwrap();
    for instant in [
        "2023-09-12T07:00:00Z",
        "2023-09-18T07:00:00Z",
        "2023-09-20T08:00:00Z",
    ] {
        assert_eq!(given.at(instant).await, 0);
    }
    assert_eq!(reminded(&given).await.len(), 0);
    let changed = save(&given, event, ReminderKind::Thanks, |reminder| {
        reminder.is_on = false;
    });
    assert!(matches!(changed.await, Err(PlannerError::WrongState)));
}

async fn a_killed_reminder_writes_to_nobody_twice(database: TestDatabase) {
    let given = a_network(database).await;
    let event = published_with_people(&given).await;
    crate::jobs::hold_up(&given, event).await;
    let due: Timestamp = "2023-09-18T07:00:00Z".parse().unwrap();
    given.clock.advance(given.planner.now().duration_until(due));
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 1);
    a_worker_dies_after(&given, 3).await;
    let written = reminded(&given).await.len();
    assert!(written < crate::jobs::PEOPLE, "{written}");
    given.clock.advance(SignedDuration::from_mins(2));
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 0);
    given.run_jobs().await;
    let mut all = reminded(&given).await;
    assert_eq!(all.len(), crate::jobs::PEOPLE);
    all.dedup();
    assert_eq!(all.len(), crate::jobs::PEOPLE);
}

async fn an_event_of_an_earlier_version_has_no_reminders(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    given.database.run_sql("DELETE FROM event_reminders").await;
    let reads = given.principal.reads_event(event);
    let found = given.planner.reminders(&reads).await.unwrap();
    assert_eq!(found.rows.len(), 3);
    assert!(found.rows.iter().all(|reminder| !reminder.is_on));
    assert_eq!(given.at("2023-09-12T07:00:00Z").await, 0);
    let on = save(&given, event, ReminderKind::Late, |reminder| {
        reminder.is_on = true;
    });
    on.await.unwrap();
    assert_eq!(given.at("2023-09-18T07:00:00Z").await, 1);
}

async fn a_copy_takes_the_reminders_over(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let own = words("Bis morgen", "Bis morgen.");
    let worded = save(&given, event, ReminderKind::Late, |reminder| {
        reminder.words = Some(own.clone());
    });
    worded.await.unwrap();
    let details = meeting(None, vec![]);
    let copy = given
        .planner
        .create_event(&given.organiser, Some(event), |_| Ok(details));
    let copy = copy.await.unwrap();
    let reads = given.principal.reads_event(copy);
    let found = given.planner.reminders(&reads).await.unwrap();
    let late = found.rows.iter().find(|one| one.kind == ReminderKind::Late);
    let late = late.unwrap();
    assert_eq!(late.words.as_ref(), Some(&own));
    assert_eq!((late.armed_at, late.sent_for), (None, None));
}
