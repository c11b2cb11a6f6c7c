//! Publishing a plan: who is told what, and who is not.

use model::{EventDetails, MailKind, MailState, cafe::CafeSetUp};
use planner::{PlannerError, events::NextStep};
use store::testing::TestDatabase;

use super::seated_cafe::{NORD, SUED, a_cafe, details, set_up};
use crate::{
    calendar_messages::{calendar_in, calendar_of},
    given::{address, person},
};

store::on_both_engines! {
    everybody_is_told_their_own_way_once,
    a_later_publication_tells_only_those_whose_way_changed,
    a_mail_that_was_not_sent_is_replaced_by_the_next_way,
    whoever_loses_all_tables_is_told,
    a_withdrawn_plan_is_seen_by_nobody_and_told_to_nobody,
    invitations_in_the_queue_lose_the_tables_of_a_withdrawn_plan,
    a_plan_is_not_published_unseen,
    nobody_is_sent_to_a_table_that_was_removed,
    the_way_stays_in_the_calendar_when_the_event_changes,
    whoever_comes_later_has_no_table_yet,
    names_of_others_are_told_only_where_the_organiser_shows_them,
    a_killed_mailing_goes_on_and_tells_nobody_twice,
    a_version_that_cannot_be_read_stops_nobody_from_coming,
    seats_that_are_added_after_publishing_wait_for_the_next_plan,
}

async fn everybody_is_told_their_own_way_once(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    let version = cafe
        .plan(&[("Fatima", [NORD, SUED]), ("Dirk", [SUED, NORD])])
        .await;
    let access = cafe.given.organises(cafe.event);
    let before = cafe.given.planner.cafe_publication(&access, None).await;
    let before = before.unwrap();
    assert_eq!(before.recipients.len(), 2);
    assert!(before.recipients.iter().all(|one| one.before.is_empty()));
    assert_eq!(cafe.told("Fatima").await, 0);

    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    let calendars = calendar_of(&cafe.given, "Fatima").await;
    let [(_, invited, first), (method, told, second)] = &calendars[..] else {
        panic!("{calendars:?}");
    };
    assert_eq!((method.as_str(), told), ("REQUEST", invited));
    assert!(!first.contains("Nord"), "{first}");
    let way = r"World-Café:\n9:30–9:50 Uhr: Tisch Nord\, Sprache (Aula)\n9:55–10:15 Uhr: Tisch Süd\, Arbeit (Aula)";
    assert!(second.contains(way), "{second}");
    assert!(!second.contains("Dirk"), "{second}");

    let after = cafe.given.planner.cafe_publication(&access, None).await;
    assert!(!after.unwrap().has_effect());
    cafe.publishes(version).await;
    cafe.given.run_jobs().await;
    assert_eq!((cafe.told("Fatima").await, cafe.told("Dirk").await), (1, 1));
}

async fn a_later_publication_tells_only_those_whose_way_changed(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk", "Lukas"]).await;
    let seats = [
        ("Fatima", [NORD, SUED]),
        ("Dirk", [SUED, NORD]),
        ("Lukas", [NORD, NORD]),
    ];
    let version = cafe.plan(&seats).await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    let lukas = cafe.person("Lukas").await;
    let version = cafe.seats(version, lukas, 2, SUED).await;
    assert_eq!(
        cafe.told("Lukas").await,
        1,
        "a plan that is edited tells nobody"
    );
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    assert_eq!(cafe.told("Fatima").await, 1);
    assert_eq!(cafe.told("Dirk").await, 1);
    assert_eq!(cafe.told("Lukas").await, 2);
    let mails = cafe.given.mails_to(&address("Lukas")).await;
    let (line, message) = mails.last().unwrap();
    assert!(
        line.subject.starts_with("Geändert: Ihre Tische"),
        "{line:?}"
    );
    let parsed = mail_parser::MessageParser::default()
        .parse(message.as_bytes())
        .unwrap();
    let text = parsed.body_text(0).unwrap();
    assert!(text.contains("Runde 2"), "{text}");
    assert!(text.contains("bisher: Tisch Nord"), "{text}");
    assert!(text.contains("jetzt: Tisch Süd"), "{text}");
    let sequences: Vec<u32> = calendar_of(&cafe.given, "Lukas")
        .await
        .iter()
        .map(|(_, sequence, _)| *sequence)
        .collect();
    assert_eq!(sequences, [sequences[0]; 3]);

    // The personal page says what changed.
    let link = &cafe
        .links
        .iter()
        .find(|(name, _)| name == "Lukas")
        .unwrap()
        .1;
    let page = cafe
        .given
        .planner
        .personal_page(&cafe.given.link(link))
        .await
        .unwrap();
    let (_, before) = page.cafes.changed.unwrap();
    assert_eq!(before[0].stops[1].table, "Nord");
    assert_eq!(page.cafes.ways[0].stops[1].table, "Süd");
}

async fn a_mail_that_was_not_sent_is_replaced_by_the_next_way(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima"]).await;
    let first = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(first).await;
    let fatima = cafe.person("Fatima").await;
    let second = cafe.seats(first, fatima, 1, SUED).await;
    cafe.publishes(second).await;
    let mails = cafe.given.mails_to(&address("Fatima")).await;
    let told: Vec<_> = mails
        .iter()
        .filter(|(line, _)| line.kind == MailKind::WayPublished)
        .collect();
    let states: Vec<_> = told
        .iter()
        .map(|(line, _)| line.state.to_string())
        .collect();
    assert_eq!(states, ["dropped", "queued"]);
    let (line, message) = told[1];
    assert!(
        !line.subject.starts_with("Geändert"),
        "nobody read the first way"
    );
    assert!(calendar_in(message).contains("Uhr: Tisch Süd"), "{message}");
}

async fn whoever_loses_all_tables_is_told(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Lukas"]).await;
    let both = [("Fatima", [NORD, SUED]), ("Lukas", [NORD, NORD])];
    let version = cafe.plan(&both).await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    let version = cafe.plan(&both[..1]).await;
    let access = cafe.given.organises(cafe.event);
    let publication = cafe.given.planner.cafe_publication(&access, None).await;
    let recipients = publication.unwrap().recipients;
    let lukas = cafe.person("Lukas").await;
    assert_eq!(recipients.len(), 1);
    assert_eq!(recipients[0].person, lukas);
    assert!(recipients[0].after.is_empty());

    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    cafe.publishes(version).await;
    cafe.given.run_jobs().await;
    assert_eq!(
        (cafe.told("Fatima").await, cafe.told("Lukas").await),
        (1, 2)
    );
    let mails = cafe.given.mails_to(&address("Lukas")).await;
    let parsed = mail_parser::MessageParser::default()
        .parse(mails.last().unwrap().1.as_bytes())
        .unwrap();
    let text = parsed.body_text(0).unwrap();
    assert_eq!(text.matches("jetzt: kein Tisch").count(), 2, "{text}");
    let entry = calendar_of(&cafe.given, "Lukas").await.pop().unwrap().2;
    assert!(!entry.contains("Tisch"), "{entry}");

    // Where the mail with the tables still waits, it is dropped and nothing else is written.
    let version = cafe.plan(&both).await;
    cafe.publishes(version).await;
    let version = cafe.plan(&both[..1]).await;
    let publication = cafe.given.planner.cafe_publication(&access, None).await;
    assert_eq!(publication.unwrap().recipients, []);
    cafe.publishes(version).await;
    let mails = cafe.given.mails_to(&address("Lukas")).await;
    assert_eq!(mails.last().unwrap().0.state, MailState::Dropped);
}

async fn a_withdrawn_plan_is_seen_by_nobody_and_told_to_nobody(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima"]).await;
    let version = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(version).await;
    let access = cafe.given.organises(cafe.event);
    let withdraw = || cafe.given.planner.withdraw_cafe_plan(&access, None);
    withdraw().await.unwrap();
    cafe.given.run_jobs().await;
    let mails = cafe.given.mails_to(&address("Fatima")).await;
    let last = &mails.last().unwrap().0;
    assert_eq!(last.state.to_string(), "dropped");
    let page = cafe
        .given
        .planner
        .personal_page(&cafe.given.link(&cafe.links[0].1))
        .await
        .unwrap();
    assert!(!page.cafes.are_published && page.cafes.ways.is_empty());
    withdraw().await.unwrap();

    // What was read is told again only if it is another way.
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    withdraw().await.unwrap();
    cafe.publishes(version).await;
    cafe.given.run_jobs().await;
    assert_eq!(cafe.told("Fatima").await, 2);
}

async fn invitations_in_the_queue_lose_the_tables_of_a_withdrawn_plan(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima"]).await;
    let version = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    // Dirk's invitation waits to be sent, and then Fatima's update does, too.
    cafe.given.registers(cafe.event, person("Dirk", None)).await;
    cafe.given.mails_arrive().await;
    cafe.given.confirms(&address("Dirk")).await;
    let dirk = cafe.person("Dirk").await;
    let version = cafe.seats(version, dirk, 1, NORD).await;
    cafe.publishes(version).await;
    let access = cafe.given.organises(cafe.event);
    let planned = cafe.given.planner.planned_event(&access).await.unwrap();
    let mut details = planned.event.details;
    details.place.room = Some(crate::given::line("Saal 2"));
    cafe.given.changes(cafe.event, details).await;
    cafe.given.run_jobs().await;
    let queued = async |name| {
        let mut mails = cafe.given.mails_to(&address(name)).await;
        mails.retain(|(line, _)| line.state == MailState::Queued);
        assert_eq!(mails.len(), 1, "{mails:?}");
        let (line, message) = mails.remove(0);
        (line.kind, calendar_in(&message).contains("Tisch"))
    };
    let (invitation, update) = (MailKind::SeatConfirmed, MailKind::EventChanged);
    assert_eq!(queued("Dirk").await, (invitation, true));
    assert_eq!(queued("Fatima").await, (update, true));
    let withdrawn = cafe.given.planner.withdraw_cafe_plan(&access, None);
    withdrawn.await.unwrap();
    cafe.given.run_jobs().await;
    assert_eq!(queued("Dirk").await, (invitation, false));
    assert_eq!(queued("Fatima").await, (update, false));
}

async fn a_plan_is_not_published_unseen(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima"]).await;
    let seen = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    let fatima = cafe.person("Fatima").await;
    cafe.seats(seen, fatima, 1, SUED).await;
    let access = cafe.given.organises(cafe.event);
    let published = cafe.given.planner.publish_cafe_plan(&access, None, seen);
    assert!(matches!(published.await, Err(PlannerError::Conflict(_))));
    assert_eq!(cafe.told("Fatima").await, 0);
}

async fn nobody_is_sent_to_a_table_that_was_removed(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    let seats = [("Fatima", [NORD, SUED]), ("Dirk", [NORD, NORD])];
    let version = cafe.plan(&seats).await;
    let access = cafe.given.organises(cafe.event);
    let reads = cafe.given.principal.reads_event(cafe.event);
    let planner = &cafe.given.planner;
    let board = planner.cafe_board(&reads, None, None).await.unwrap();
    assert_eq!(board.quality().unwrap().meetings, 1);
    let mut without_sued = set_up();
    without_sued.tables.retain(|table| table.number == NORD);
    cafe.saves(without_sued).await;

    let publication = planner.cafe_publication(&access, None).await.unwrap();
    let fatima = cafe.person("Fatima").await;
    assert_eq!(publication.at_removed_tables, [fatima]);
    let published = planner.publish_cafe_plan(&access, None, version).await;
    assert!(matches!(published, Err(PlannerError::WrongState)));
    assert_eq!(cafe.told("Fatima").await, 0);
    // The board counts the seats that there are.
    let board = planner.cafe_board(&reads, None, None).await.unwrap();
    assert_eq!(board.version.as_ref().unwrap().head.quality.unseated, 0);
    let quality = board.quality().unwrap();
    assert_eq!((quality.unseated, quality.proven.len()), (1, 0));

    let moved = cafe.seats(version, fatima, 2, NORD).await;
    cafe.publishes(moved).await;
    cafe.given.mails_arrive().await;
    assert_eq!(cafe.told("Fatima").await, 1);
}

async fn the_way_stays_in_the_calendar_when_the_event_changes(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima"]).await;
    let version = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    let access = cafe.given.organises(cafe.event);
    let planned = cafe.given.planner.planned_event(&access).await.unwrap();
    let mut details = planned.event.details;
    details.place.room = Some(crate::given::line("Saal 2"));
    cafe.given.changes(cafe.event, details).await;
    let calendars = calendar_of(&cafe.given, "Fatima").await;
    let (_, sequence, last) = calendars.last().unwrap();
    assert!(last.contains("Tisch Nord"), "{last}");
    assert!(*sequence > calendars[0].1);
    cafe.given.mails_arrive().await;
    cafe.publishes(version).await;
    assert_eq!(
        cafe.told("Fatima").await,
        1,
        "the change told the way as well"
    );
}

async fn whoever_comes_later_has_no_table_yet(database: TestDatabase) {
    let mut cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    let seats = [("Fatima", [NORD, SUED]), ("Dirk", [SUED, NORD])];
    let version = cafe.plan(&seats).await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    cafe.comes("Lukas").await;
    let page = cafe
        .given
        .planner
        .personal_page(&cafe.given.link(&cafe.links[2].1))
        .await
        .unwrap();
    assert!(page.cafes.are_published && page.cafes.ways.is_empty());
    let access = cafe.given.organises(cafe.event);
    let overview = cafe.given.planner.event_overview(&access).await.unwrap();
    let seat = NextStep::SeatAtTables { people: 1 };
    assert!(overview.next.steps.contains(&seat), "{:?}", overview.next);

    // Somebody leaves: the plan stays, and the organiser learns of it.
    let dirk = cafe.given.organises_registration(cafe.person("Dirk").await);
    cafe.given
        .planner
        .decide(&dirk, planner::registrations::Decision::Cancel)
        .await
        .unwrap();
    let overview = cafe.given.planner.event_overview(&access).await.unwrap();
    let gap = NextStep::CloseGaps { people: 1 };
    assert!(overview.next.steps.contains(&gap), "{:?}", overview.next);
    let plan = cafe
        .given
        .planner
        .cafe(&access, None)
        .await
        .unwrap()
        .plan
        .unwrap();
    assert_eq!(plan.published.map(|(number, _)| number), Some(version));
    assert_eq!(plan.current, Some(version));
}

async fn names_of_others_are_told_only_where_the_organiser_shows_them(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk", "Lukas"]).await;
    let mut with_host = set_up();
    with_host.tables[0].host = Some(cafe.person("Lukas").await);
    cafe.saves(with_host.clone()).await;
    let seats = [("Fatima", [NORD, NORD]), ("Dirk", [NORD, SUED])];
    let version = cafe.plan(&seats).await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    let told = calendar_of(&cafe.given, "Fatima").await.pop().unwrap().2;
    assert!(told.contains("Tischleitung: Lukas"), "{told}");
    assert!(!told.contains("Dirk"), "{told}");
    let host = calendar_of(&cafe.given, "Lukas").await.pop().unwrap().2;
    assert!(host.contains("Sie leiten den Tisch"), "{host}");

    cafe.saves(CafeSetUp {
        shows_names: true,
        ..with_host
    })
    .await;
    // Whether names are shown is no part of a version: it counts at once, and publishing the same version again tells it.
    cafe.publishes(version).await;
    let told = calendar_of(&cafe.given, "Fatima").await.pop().unwrap().2;
    assert!(told.contains("Mit: Dirk"), "{told}");
    assert!(!told.contains("Mit: Lukas"), "{told}");
}

async fn a_killed_mailing_goes_on_and_tells_nobody_twice(database: TestDatabase) {
    let names: Vec<String> = (0..30).map(|number| format!("Gast{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let cafe = a_cafe(database, &names).await;
    let mut large = set_up();
    for table in &mut large.tables {
        table.most = 40;
    }
    cafe.saves(large).await;
    let seats: Vec<_> = names.iter().map(|name| (*name, [NORD, SUED])).collect();
    let version = cafe.plan(&seats).await;
    cafe.publishes(version).await;
    // As after a crash before the job's first commit: the pointer is set, the job is due again.
    cafe.given
        .database
        .run_sql(
            "UPDATE jobs SET state = 'queued', cursor = NULL, done = 0, lease_token = NULL,
                leased_until = NULL, finished_at = NULL
             WHERE kind = 'plan published'",
        )
        .await;
    cafe.given.run_jobs().await;
    for name in names {
        assert_eq!(cafe.told(name).await, 1, "{name}");
    }
}

async fn a_version_that_cannot_be_read_stops_nobody_from_coming(database: TestDatabase) {
    let mut cafe = a_cafe(database, &["Fatima"]).await;
    let version = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    // As after a release was rolled back that knew another cause.
    cafe.given
        .database
        .run_sql("UPDATE plan_versions SET cause = 'nix'")
        .await;
    cafe.comes("Dirk").await;
    for (_, link) in &cafe.links {
        let page = cafe
            .given
            .planner
            .personal_page(&cafe.given.link(link))
            .await;
        assert!(page.unwrap().cafes.ways.is_empty());
    }
    let access = cafe.given.organises(cafe.event);
    let planned = cafe.given.planner.planned_event(&access).await.unwrap();
    let mut details = planned.event.details;
    details.place.room = Some(crate::given::line("Saal 2"));
    cafe.given.changes(cafe.event, details).await;
    assert!(cafe.given.planner.event_overview(&access).await.is_ok());
    let withdrawn = cafe.given.planner.withdraw_cafe_plan(&access, None);
    withdrawn.await.unwrap();
}

async fn seats_that_are_added_after_publishing_wait_for_the_next_plan(database: TestDatabase) {
    let seats = |capacity| EventDetails {
        capacity: Some(capacity),
        ..details()
    };
    let mut cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    cafe.given.changes(cafe.event, seats(2)).await;
    let version = cafe
        .plan(&[("Fatima", [NORD, SUED]), ("Dirk", [SUED, NORD])])
        .await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    cafe.comes("Hana").await;
    cafe.given.changes(cafe.event, seats(3)).await;
    cafe.given.run_jobs().await;
    cafe.given.mails_arrive().await;
    let hana = cafe.person("Hana").await;
    let reads = cafe.given.principal.reads_event(cafe.event);
    let planner = &cafe.given.planner;
    let board = planner.cafe_board(&reads, None, None).await.unwrap();
    // She has a seat at the event and none in the plan, which is the published one still.
    assert_eq!(board.unseated(), [(hana, vec![1, 2])]);
    let plan = board.cafe.plan.as_ref().unwrap();
    let published = plan.published.map(|(number, _)| number);
    assert_eq!((plan.current, published), (Some(version), Some(version)));
    assert_eq!(board.cafe.confirmed, 3);
    assert_eq!((cafe.told("Hana").await, cafe.told("Dirk").await), (0, 1));

    let seated = cafe.seats(version, hana, 1, NORD).await;
    let seated = cafe.seats(seated, hana, 2, NORD).await;
    cafe.publishes(seated).await;
    cafe.given.run_jobs().await;
    assert_eq!((cafe.told("Hana").await, cafe.told("Dirk").await), (1, 1));
}
