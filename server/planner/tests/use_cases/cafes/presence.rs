//! The day of a café: who is missing, who walked in.

use jiff::SignedDuration;
use model::{
    RegistrationState, Role,
    cafe::{Attendance, PlanVersion},
};
use planner::{
    PlannerError,
    cafes::{DayState, DrawOutcome},
};
use store::testing::TestDatabase;

use super::seated_cafe::{Cafe, NORD, SUED, a_cafe};
use crate::given::person;

store::on_both_engines! {
    a_helper_marks_who_is_missing_and_takes_it_back,
    whoever_leaves_is_missing_from_the_next_round_on,
    whoever_walks_in_joins_with_the_next_round,
    while_people_change_tables_the_round_before_is_over,
    whoever_has_no_address_comes_in_and_is_written_to_by_nobody,
    cards_change_with_a_publication,
    whoever_is_there_in_some_rounds_has_seats_in_those,
    rounds_are_corrected_after_they_were_over,
    who_comes_later_is_not_there_yet,
    a_host_who_cancels_is_missed,
    a_plan_that_is_computed_or_drawn_meanwhile_keeps_the_rounds_that_have_begun,
}

/// Minutes after the beginning of the first round.
async fn it_is(cafe: &Cafe, minutes: i64) {
    let access = cafe.given.organises(cafe.event);
    let found = cafe.given.planner.cafe(&access, None).await.unwrap();
    let begins = found.event.details.starts.at;
    let now = planner::Clock::now(&*cafe.given.clock);
    let wait = begins.duration_since(now) + SignedDuration::from_mins(minutes);
    cafe.given.clock.advance(wait);
}

async fn a_helper_marks_who_is_missing_and_takes_it_back(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    cafe.plan(&[("Fatima", [NORD, SUED]), ("Dirk", [SUED, NORD])])
        .await;
    let (helper, reader) = (
        cafe.member("Helfer", Role::Helper).await,
        cafe.member("Leser", Role::Reader).await,
    );
    let fatima = cafe.person("Fatima").await;
    let planner = &cafe.given.planner;
    let by_reader = reader.helps_event(cafe.event);
    let marked = planner.mark_missing(&by_reader, None, fatima, 1).await;
    assert!(matches!(marked, Err(PlannerError::NotAllowed)));

    let helps = helper.helps_event(cafe.event);
    for _ in 0..2 {
        planner.mark_missing(&helps, None, fatima, 1).await.unwrap();
    }
    let reads = reader.reads_event(cafe.event);
    let day = planner.cafe_day(&reads, None).await.unwrap();
    assert_eq!(day.state_of(fatima), DayState::Missing);
    assert_eq!(
        (day.count(DayState::Missing), day.count(DayState::There)),
        (1, 1)
    );
    assert!(day.has_empty_seats());
    let mark = &day.marks[&fatima];
    assert_eq!(mark.by.as_deref(), Some("Helfer"));
    assert_eq!(mark.at, planner::Clock::now(&*cafe.given.clock));

    planner.mark_present(&helps, None, fatima).await.unwrap();
    let day = planner.cafe_day(&reads, None).await.unwrap();
    assert_eq!(day.state_of(fatima), DayState::There);
    assert!(day.marks.is_empty() && !day.has_empty_seats());
    let stranger = model::RegistrationId::from(uuid::Uuid::from_u128(9));
    let nobody = planner.mark_missing(&helps, None, stranger, 1).await;
    assert!(matches!(nobody, Err(PlannerError::NotFound)));
    // A helper changes no plan.
    let organises = helper.organises_event(cafe.event);
    let changed = planner.publish_cafe_plan(&organises, None, 1).await;
    assert!(matches!(changed, Err(PlannerError::NotAllowed)));
}

async fn whoever_leaves_is_missing_from_the_next_round_on(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima"]).await;
    cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    it_is(&cafe, 10).await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!((day.begun, day.next_round()), (1, 2));
    let fatima = cafe.person("Fatima").await;
    let helps = cafe.given.principal.helps_event(cafe.event);
    planner
        .mark_missing(&helps, None, fatima, day.next_round())
        .await
        .unwrap();
    let day = planner.cafe_day(&access, None).await.unwrap();
    let attendance = day.marks[&fatima].attendance;
    assert_eq!(attendance, Attendance::WHOLE.missing_from(2));
    assert!(day.has_empty_seats());
    // The board counts for who is there.
    let reads = cafe.given.principal.reads_event(cafe.event);
    let board = planner.cafe_board(&reads, None, None).await.unwrap();
    assert_ne!(
        board.quality().unwrap(),
        board.version.as_ref().unwrap().head.quality
    );
}

async fn whoever_walks_in_joins_with_the_next_round(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima"]).await;
    let version = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(version).await;
    it_is(&cafe, 10).await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let added = planner
        .add_walk_in(&access, None, person("Mehmet", None))
        .await
        .unwrap();
    assert_eq!(added.state, RegistrationState::Confirmed);
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.state_of(added.id), DayState::WithoutTable);
    // Nobody sits there yet.
    assert_eq!(day.latecomers.get(&added.id), Some(&SUED));
    assert_eq!(day.latecomers.len(), 1);
    let attendance = day.marks[&added.id].attendance;
    assert_eq!(attendance, Attendance::joining(2));
    let twice = planner
        .add_walk_in(&access, None, person("Mehmet", None))
        .await;
    assert!(matches!(twice, Err(PlannerError::Invalid(_))));
}

async fn while_people_change_tables_the_round_before_is_over(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    let version = cafe
        .plan(&[("Fatima", [NORD, SUED]), ("Dirk", [SUED, NORD])])
        .await;
    cafe.publishes(version).await;
    // The first round is over since two minutes, the second one begins in three.
    it_is(&cafe, 22).await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!((day.begun, day.next_round()), (1, 2));
    let added = planner
        .add_walk_in(&access, None, person("Mehmet", None))
        .await
        .unwrap();
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.marks[&added.id].attendance.from, 2);
    let repairs = planner.cafe_repairs(&access, None).await.unwrap();
    assert_eq!(repairs.begun, 1);
    for repair in &repairs.repairs {
        for (name, table) in [("Fatima", NORD), ("Dirk", SUED)] {
            let person = cafe.person(name).await;
            assert_eq!(repair.seating.table_of(person, 1), Some(table));
        }
    }
}

async fn whoever_has_no_address_comes_in_and_is_written_to_by_nobody(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima"]).await;
    let version = cafe.plan(&[("Fatima", [NORD, SUED])]).await;
    cafe.publishes(version).await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let mut added = Vec::new();
    for name in ["Mehmet", "Ada"] {
        let person = model::Person {
            address: planner.stand_in_address(),
            ..person(name, None)
        };
        let registration = planner.add_walk_in(&access, None, person).await.unwrap();
        assert_eq!(registration.state, RegistrationState::Confirmed);
        added.push(registration);
    }
    let mut version = planner
        .cafe(&access, None)
        .await
        .unwrap()
        .plan
        .unwrap()
        .current
        .unwrap();
    for one in &added {
        for (round, table) in [(1, NORD), (2, SUED)] {
            version = cafe.seats(version, one.id, round, table).await;
        }
    }
    let publication = planner.cafe_publication(&access, None).await.unwrap();
    assert_eq!(publication.recipients, []);
    assert_eq!(publication.without_table, []);
    cafe.publishes(version).await;
    planner
        .cancel_event(&access, model::Text::parse("Sturm").unwrap())
        .await
        .unwrap();
    for one in &added {
        assert_eq!(cafe.given.mail_kinds(&one.person.address).await, [""; 0]);
    }
}

async fn cards_change_with_a_publication(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    let first = cafe
        .plan(&[("Fatima", [NORD, SUED]), ("Dirk", [SUED, NORD])])
        .await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    cafe.publishes(first).await;
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.reseated, None);
    let fatima = cafe.person("Fatima").await;
    // A step that nobody has seen is none that anybody has a card of.
    let draft = cafe.seats(first, fatima, 1, SUED).await;
    let second = cafe.seats(draft, fatima, 2, NORD).await;
    cafe.given.clock.advance(SignedDuration::from_mins(1));
    cafe.publishes(second).await;
    let day = planner.cafe_day(&access, None).await.unwrap();
    let reseated = day.reseated.unwrap();
    assert_eq!((reseated.before, reseated.people), (first, vec![fatima]));
    assert_eq!(reseated.since, planner::Clock::now(&*cafe.given.clock));
    let reads = cafe.given.principal.reads_event(cafe.event);
    let choice = planner::cafes::PaperChoice::default();
    let paper = planner.cafe_paper(&reads, None, choice).await.unwrap();
    let published: Vec<u32> = paper
        .publications
        .iter()
        .map(|(version, _)| *version)
        .collect();
    assert_eq!(published, [second, first]);

    // Whoever removes a table learns how many people the plan seats there.
    let shown = planner.cafe(&access, None).await.unwrap();
    let drift = planner.plan_drift(&access, &shown).await.unwrap().unwrap();
    assert_eq!(drift.seated, [(NORD, 2), (SUED, 2)].into());
}

/// Somebody leaves before the second round and is there again in the third one.
const AWAY_IN_THE_SECOND: Attendance = Attendance {
    from: 1,
    until: Some(1),
    back: Some(3),
};

/// A café of three rounds in which everybody has a seat.
async fn three_rounds(database: TestDatabase, people: &[&str]) -> Cafe {
    let cafe = a_cafe(database, people).await;
    let mut longer = super::seated_cafe::set_up();
    longer.rounds.count = 3;
    cafe.saves(longer).await;
    let seats: Vec<_> = people.iter().map(|name| (*name, [NORD, SUED])).collect();
    let mut version = cafe.plan(&seats).await;
    for name in people {
        let person = cafe.person(name).await;
        version = cafe.seats(version, person, 3, NORD).await;
    }
    cafe.publishes(version).await;
    cafe
}

async fn whoever_is_there_in_some_rounds_has_seats_in_those(database: TestDatabase) {
    let cafe = three_rounds(database, &["Fatima", "Dirk"]).await;
    let access = cafe.given.organises(cafe.event);
    let helps = cafe.given.principal.helps_event(cafe.event);
    let planner = &cafe.given.planner;
    let (fatima, dirk) = (cafe.person("Fatima").await, cafe.person("Dirk").await);
    let reader = cafe.member("Leser", Role::Reader).await;
    let refused = planner
        .set_attendance(
            &reader.helps_event(cafe.event),
            None,
            fatima,
            AWAY_IN_THE_SECOND,
        )
        .await;
    assert!(matches!(refused, Err(PlannerError::NotAllowed)));
    for attendance in [
        Attendance::joining(4),
        Attendance::WHOLE.missing_from(4),
        Attendance {
            back: Some(2),
            ..AWAY_IN_THE_SECOND
        },
    ] {
        let unfit = planner.set_attendance(&helps, None, fatima, attendance);
        assert!(matches!(unfit.await, Err(PlannerError::NotFound)));
    }

    // Before the beginning: one is away for a round, the other leaves before the last one.
    planner
        .set_attendance(&helps, None, fatima, AWAY_IN_THE_SECOND)
        .await
        .unwrap();
    let leaves = Attendance::WHOLE.missing_from(3);
    planner
        .set_attendance(&helps, None, dirk, leaves)
        .await
        .unwrap();
    let day = planner.cafe_day(&access, None).await.unwrap();
    for person in [fatima, dirk] {
        assert_eq!(day.state_of(person), DayState::There);
        assert!(day.is_there_in_part(person));
    }
    assert_eq!(day.count(DayState::Missing), 0);
    assert!(day.has_empty_seats());
    let repairs = planner.cafe_repairs(&access, None).await.unwrap();
    assert!(!repairs.repairs.is_empty());
    for repair in &repairs.repairs {
        let seats = |person| {
            let round = |round| repair.seating.table_of(person, round).is_some();
            [round(1), round(2), round(3)]
        };
        assert_eq!(seats(fatima), [true, false, true]);
        assert_eq!(seats(dirk), [true, true, false]);
    }

    // During the first round she is gone from the next one on, during the second one she comes back to the next.
    it_is(&cafe, 10).await;
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.state_of(fatima), DayState::Missing);
    assert_eq!(day.state_of(dirk), DayState::There);
    it_is(&cafe, 30).await;
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.begun, 2);
    assert_eq!(day.state_of(fatima), DayState::There);
    assert_eq!(day.state_of(dirk), DayState::Missing);
}

async fn rounds_are_corrected_after_they_were_over(database: TestDatabase) {
    let cafe = three_rounds(database, &["Fatima"]).await;
    let access = cafe.given.organises(cafe.event);
    let helps = cafe.given.principal.helps_event(cafe.event);
    let planner = &cafe.given.planner;
    let fatima = cafe.person("Fatima").await;
    planner.mark_missing(&helps, None, fatima, 1).await.unwrap();
    it_is(&cafe, 30).await;
    // She was here in the first round after all, and has come back.
    planner
        .set_attendance(&helps, None, fatima, AWAY_IN_THE_SECOND)
        .await
        .unwrap();
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.attendance(fatima).rounds(3), [1, 3]);
    assert_eq!(day.state_of(fatima), DayState::There);
    assert!(!day.has_empty_seats());
    planner.mark_present(&helps, None, fatima).await.unwrap();
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert!(day.marks.is_empty());
}

async fn who_comes_later_is_not_there_yet(database: TestDatabase) {
    let cafe = three_rounds(database, &["Fatima", "Dirk"]).await;
    let access = cafe.given.organises(cafe.event);
    let helper = cafe.given.principal.helps_event(cafe.event);
    let planner = &cafe.given.planner;
    let dirk = cafe.person("Dirk").await;
    let marked = planner.set_attendance(&helper, None, dirk, Attendance::joining(3));
    marked.await.unwrap();
    it_is(&cafe, 1).await;
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.count(DayState::Missing), 0);
    assert_eq!(day.count_there(), 1, "of two");
    assert!(!day.is_there_now(dirk));
    assert_eq!(
        day.latecomers.get(&dirk),
        None,
        "no seat for a round without him"
    );
}

async fn a_host_who_cancels_is_missed(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    let fatima = cafe.person("Fatima").await;
    let mut hosted = super::seated_cafe::set_up();
    hosted.tables[0].host = Some(fatima);
    cafe.saves(hosted).await;
    let version = cafe.plan(&[("Dirk", [NORD, SUED])]).await;
    cafe.publishes(version).await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.without_host(), []);
    assert!(!day.has_empty_seats());
    let own = cafe.link_of("Fatima");
    planner.cancel_own_registration(&own).await.unwrap();
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.without_host(), [NORD]);
    assert!(day.has_empty_seats());
}

async fn a_plan_that_is_computed_or_drawn_meanwhile_keeps_the_rounds_that_have_begun(
    database: TestDatabase,
) {
    let people = ["Fatima", "Dirk", "Hana", "Mehmet"];
    let cafe = three_rounds(database, &people).await;
    it_is(&cafe, 1).await;
    let access = cafe.given.organises(cafe.event);
    let reads = cafe.given.principal.reads_event(cafe.event);
    let planner = &cafe.given.planner;
    let board = planner.cafe_board(&reads, None, None).await.unwrap();
    let before = board.version.unwrap();
    for seed in 0..8 {
        let seen = planner.cafe_board(&reads, None, None).await.unwrap();
        let seen = seen.version.unwrap().head.number;
        let drawn = planner.draw_plan(&access, None, (Some(seen), Some(seed)));
        assert!(matches!(drawn.await.unwrap(), DrawOutcome::Drawn(_)));
        let board = planner.cafe_board(&reads, None, None).await.unwrap();
        let drawn = board.version.unwrap();
        for name in people {
            let person = cafe.person(name).await;
            let seat = |version: &PlanVersion| version.seating.table_of(person, 1);
            assert_eq!(seat(&drawn), seat(&before), "{name} by {seed}");
        }
        assert_eq!(drawn.head.seed, None, "the seed alone does not repeat it");
    }
}
