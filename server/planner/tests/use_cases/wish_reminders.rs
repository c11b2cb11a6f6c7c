//! Reminders to people without wishes, and the letters that lead to the wishes.

use jiff::{SignedDuration, Zoned};
use model::{
    AuditAction, EventId, Language, MailKind, MailState,
    workshops::{WishChange, WishReminder},
};
use planner::workshops::{RecentlyReminded, WishSetupEdit};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, address, person},
    wishes::{Congress, congress, setup},
};

store::on_both_engines! {
    only_those_without_wishes_are_reminded,
    nobody_is_reminded_twice_within_a_day_unless_it_is_said,
    the_reminder_is_sent_automatically_once,
    a_reminder_whose_time_has_passed_is_not_sent_automatically,
    the_confirmation_leads_to_the_wishes_while_they_are_open,
    a_reminder_by_hand_leaves_the_planned_one,
    a_missed_reminder_is_sent_in_the_next_morning,
    saving_the_setup_does_not_lose_a_reminder_that_is_due,
    whoever_was_just_given_a_seat_is_not_reminded_automatically,
    an_event_that_cannot_be_read_holds_up_no_other,
    a_reminder_that_is_not_sent_yet_is_taken_back,
}

/// Three people, of whom the first has a wish.
async fn three_people(given: &Given) -> Congress {
    let congress = congress(given).await;
    for name in ["anna", "ben", "carla"] {
        let token = given.comes(congress.event, person(name, None)).await;
        if name == "anna" {
            let add = WishChange::Add(congress.workshops[0]);
            let link = given.link(&token);
            given.planner.change_wishes(&link, add).await.unwrap();
        }
    }
    congress
}

async fn reminders(given: &Given) -> Vec<String> {
    let mails = given.mails().await;
    let reminders = mails
        .into_iter()
        .filter(|mail| mail.kind == MailKind::WishReminder);
    reminders.map(|mail| mail.recipient).collect()
}

async fn only_those_without_wishes_are_reminded(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = three_people(&given).await;
    let access = given.organises(event);
    let planner = &given.planner;
    let preview = planner
        .wish_reminder(&access, RecentlyReminded::LeftOut, Language::De)
        .await
        .unwrap();
    assert_eq!((preview.people.len(), preview.recently_reminded), (2, 0));
    assert!(
        preview.subject.contains("Noch ohne Wünsche"),
        "{}",
        preview.subject
    );
    let words: Vec<&str> = preview.text.split_whitespace().collect();
    let text = words.join(" ");
    assert!(text.contains("10. September 2023, 18:00 Uhr"), "{text}");
    assert_eq!(reminders(&given).await.len(), 0, "looking sends nothing");

    let sent = planner.remind_of_wishes(&access, RecentlyReminded::LeftOut);
    assert_eq!(sent.await.unwrap(), 2);
    given.run_jobs().await;
    let mut found = reminders(&given).await;
    found.sort();
    let expected = ["ben", "carla"].map(|name| address(name).to_string());
    assert_eq!(found, expected);
    let (_, mail) = given.mails_to(&address("ben")).await.pop().unwrap();
    let text = mail.replace("=\r\n", "");
    assert!(text.contains("/wishes?lang"), "{text}");
    let mut reader = given.database.store.read().await.unwrap();
    let network = given.organiser.network();
    let lines = reader
        .audit_of_network(network, store::Paging::ALL)
        .await
        .unwrap()
        .rows;
    assert!(
        lines
            .iter()
            .any(|line| line.action == AuditAction::WishReminderSent)
    );
}

async fn nobody_is_reminded_twice_within_a_day_unless_it_is_said(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = three_people(&given).await;
    let access = given.organises(event);
    let remind = async |recently| {
        let sent = given.planner.remind_of_wishes(&access, recently).await;
        given.run_jobs().await;
        sent.unwrap()
    };
    assert_eq!(remind(RecentlyReminded::LeftOut).await, 2);
    given.clock.advance(SignedDuration::from_hours(23));
    assert_eq!(remind(RecentlyReminded::LeftOut).await, 0);
    let preview = given
        .planner
        .wish_reminder(&access, RecentlyReminded::LeftOut, Language::En)
        .await
        .unwrap();
    assert_eq!((preview.people.len(), preview.recently_reminded), (0, 2));
    assert_eq!(remind(RecentlyReminded::RemindedAgain).await, 2);
    assert_eq!(reminders(&given).await.len(), 4);
    given.clock.advance(SignedDuration::from_hours(25));
    assert_eq!(remind(RecentlyReminded::LeftOut).await, 2);
    assert_eq!(reminders(&given).await.len(), 6);
}

/// Moves the clock to a local time of the event.
fn clock_to(given: &Given, local: &str) {
    let until: Zoned = format!("{local}[Europe/Berlin]").parse().unwrap();
    let passed = until.timestamp().duration_since(given.planner.now());
    given.clock.advance(passed);
}

async fn the_reminder_is_sent_automatically_once(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = three_people(&given).await;
    let planned = WishSetupEdit {
        reminder_days: Some(3),
        ..setup(Some(1))
    };
    let access = given.organises(event);
    let planner = &given.planner;
    planner.save_wish_setup(&access, planned).await.unwrap();
    // In the morning, three days before 10 September.
    clock_to(&given, "2023-09-07T08:59");
    assert_eq!(planner.send_due_wish_reminders().await.unwrap(), 0);
    clock_to(&given, "2023-09-07T09:00");
    assert_eq!(planner.send_due_wish_reminders().await.unwrap(), 1);
    given.run_jobs().await;
    assert_eq!(reminders(&given).await.len(), 2);
    assert_eq!(planner.send_due_wish_reminders().await.unwrap(), 0);
    given.run_jobs().await;
    assert_eq!(reminders(&given).await.len(), 2);
    let overview = planner.wish_overview(&access).await.unwrap();
    let reminder = overview.setup.unwrap().reminder;
    assert!(!reminder.is_due && reminder.sent_at.is_some());
}

async fn a_reminder_whose_time_has_passed_is_not_sent_automatically(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = three_people(&given).await;
    clock_to(&given, "2023-09-09T12:00");
    let planned = WishSetupEdit {
        reminder_days: Some(3),
        ..setup(Some(1))
    };
    let access = given.organises(event);
    let planner = &given.planner;
    planner.save_wish_setup(&access, planned).await.unwrap();
    assert_eq!(planner.send_due_wish_reminders().await.unwrap(), 0);
    // An earlier day makes it due again only if it is still to come.
    let later = WishSetupEdit {
        reminder_days: Some(1),
        closes: "2023-09-12T18:00".parse().unwrap(),
        ..setup(Some(2))
    };
    planner.save_wish_setup(&access, later).await.unwrap();
    clock_to(&given, "2023-09-11T09:01");
    assert_eq!(planner.send_due_wish_reminders().await.unwrap(), 1);
}

async fn the_confirmation_leads_to_the_wishes_while_they_are_open(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = three_people(&given).await;
    let seat = async |name: &str| {
        let mails = given.mails_to(&address(name)).await;
        let mut seats = mails
            .into_iter()
            .filter(|(line, _)| line.kind == MailKind::SeatConfirmed);
        seats.next().unwrap().1.replace("=\r\n", "")
    };
    assert!(seat("ben").await.contains("/wishes?lang"));
    clock_to(&given, "2023-09-10T19:00");
    given.comes(event, person("dora", None)).await;
    assert!(!seat("dora").await.contains("/wishes?lang"));
}

/// Three people, of whom two have no wish. They are reminded in the morning of 7 September.
async fn a_planned_reminder(given: &Given) -> Congress {
    let congress = three_people(given).await;
    let access = given.organises(congress.event);
    let saved = given.planner.save_wish_setup(&access, planned(1));
    saved.await.unwrap();
    congress
}

fn planned(seen: i64) -> WishSetupEdit {
    WishSetupEdit {
        reminder_days: Some(3),
        ..setup(Some(seen))
    }
}

impl Given {
    /// Does what is due, and gives how many events it was.
    async fn reminds(&self) -> usize {
        let due = self.planner.send_due_wish_reminders().await.unwrap();
        self.run_jobs().await;
        due
    }

    async fn reminder_of(&self, event: EventId) -> WishReminder {
        let access = self.organises(event);
        let overview = self.planner.wish_overview(&access).await.unwrap();
        overview.setup.unwrap().reminder
    }
}

async fn a_reminder_by_hand_leaves_the_planned_one(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = a_planned_reminder(&given).await;
    let access = given.organises(event);
    let remind = async || {
        let reminded = given
            .planner
            .remind_of_wishes(&access, RecentlyReminded::LeftOut);
        let people = reminded.await.unwrap();
        given.run_jobs().await;
        people
    };
    assert_eq!(remind().await, 2);
    let sent_at = given.reminder_of(event).await.sent_at;
    assert!(given.reminder_of(event).await.is_due && sent_at.is_some());
    // A reminder to nobody is none.
    given.clock.advance(SignedDuration::from_hours(1));
    assert_eq!(remind().await, 0);
    assert_eq!(given.reminder_of(event).await.sent_at, sent_at);

    // The evening before the planned one, somebody else came.
    clock_to(&given, "2023-09-05T20:00");
    given.comes(event, person("dora", None)).await;
    clock_to(&given, "2023-09-06T20:00");
    assert_eq!(remind().await, 3);
    given.comes(event, person("emil", None)).await;
    clock_to(&given, "2023-09-07T09:00");
    assert_eq!(given.reminds().await, 1);
    // All of them were asked within a day.
    assert_eq!(reminders(&given).await.len(), 2 + 3);
    assert!(!given.reminder_of(event).await.is_due);
}

async fn a_missed_reminder_is_sent_in_the_next_morning(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = a_planned_reminder(&given).await;
    // The server was away until the night.
    for night in ["2023-09-07T20:00", "2023-09-08T03:00", "2023-09-08T08:59"] {
        clock_to(&given, night);
        assert_eq!(given.reminds().await, 0, "{night}");
    }
    clock_to(&given, "2023-09-08T09:00");
    assert_eq!(given.reminds().await, 1);
    assert_eq!(reminders(&given).await.len(), 2);

    // It is too late shortly before the deadline, 10 September at 18:00.
    let access = given.organises(event);
    let later = WishSetupEdit {
        reminder_days: Some(1),
        ..planned(2)
    };
    let saved = given.planner.save_wish_setup(&access, later);
    saved.await.unwrap();
    clock_to(&given, "2023-09-10T16:01");
    assert_eq!(given.reminds().await, 0);
    assert!(given.reminder_of(event).await.is_due);
}

async fn saving_the_setup_does_not_lose_a_reminder_that_is_due(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = a_planned_reminder(&given).await;
    let access = given.organises(event);
    clock_to(&given, "2023-09-07T09:00");
    let saved = given.planner.save_wish_setup(&access, planned(2));
    saved.await.unwrap();
    assert_eq!(given.reminds().await, 1);
    // It is not sent a second time.
    let saved = given.planner.save_wish_setup(&access, planned(3));
    saved.await.unwrap();
    assert_eq!(given.reminds().await, 0);
    assert_eq!(reminders(&given).await.len(), 2);
}

async fn whoever_was_just_given_a_seat_is_not_reminded_automatically(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = a_planned_reminder(&given).await;
    clock_to(&given, "2023-09-06T15:00");
    given.comes(event, person("dora", None)).await;
    clock_to(&given, "2023-09-07T09:00");
    assert_eq!(given.reminds().await, 1);
    let found = reminders(&given).await;
    assert_eq!(found.len(), 2);
    assert!(!found.contains(&address("dora").to_string()));
}

async fn an_event_that_cannot_be_read_holds_up_no_other(database: TestDatabase) {
    let given = a_network(database).await;
    a_planned_reminder(&given).await;
    given
        .database
        .run_sql("UPDATE wish_setups SET closes_local = 'never'")
        .await;
    a_planned_reminder(&given).await;
    clock_to(&given, "2023-09-07T09:00");
    assert_eq!(given.reminds().await, 1);
    assert_eq!(reminders(&given).await.len(), 2);
}

async fn a_reminder_that_is_not_sent_yet_is_taken_back(database: TestDatabase) {
    let given = a_network(database).await;
    let congress = a_planned_reminder(&given).await;
    let ben = given.link(&given.token_mailed_to(&address("ben")).await);
    let carla = given.link(&given.token_mailed_to(&address("carla")).await);
    clock_to(&given, "2023-09-07T09:00");
    assert_eq!(given.reminds().await, 1);
    let queued = async || {
        let mails = given.mails().await.into_iter();
        let reminders = mails
            .filter(|mail| mail.kind == MailKind::WishReminder && mail.state == MailState::Queued);
        reminders.count()
    };
    assert_eq!(queued().await, 2);
    let wish = WishChange::Add(congress.workshops[0]);
    given.planner.change_wishes(&ben, wish).await.unwrap();
    assert_eq!(queued().await, 1);
    let cancelled = given.planner.cancel_own_registration(&carla);
    cancelled.await.unwrap();
    assert_eq!(queued().await, 0);
}
