//! Repairs: what they cost, whom they move, what stays.

use jiff::SignedDuration;
use model::cafe::CafeKind;
use planner::{
    PlannerError,
    cafes::{RepairKind, RepairPublication, reseated},
    registrations::Decision,
};
use store::testing::TestDatabase;

use super::{
    given_cafe,
    seated_cafe::{NORD, SUED, a_cafe, set_up},
};
use crate::given::person;

store::on_both_engines! {
    a_repair_fills_gaps_and_tells_only_those_who_move,
    past_rounds_stay_and_who_walked_in_gets_a_seat,
    a_repair_of_another_state_is_refused,
    a_repair_for_other_people_is_refused,
    a_repair_between_moves_some_people_where_that_makes_the_plan_better,
}

async fn a_repair_fills_gaps_and_tells_only_those_who_move(database: TestDatabase) {
    let names = ["Fatima", "Dirk", "Lukas", "Joanna", "Ali", "Hana"];
    let cafe = a_cafe(database, &names).await;
    // Each table needs two people in each round.
    let mut needy = set_up();
    for table in &mut needy.tables {
        table.least = Some(2);
    }
    cafe.saves(needy).await;
    let seats = [
        ("Fatima", [NORD, SUED]),
        ("Dirk", [NORD, SUED]),
        ("Lukas", [NORD, SUED]),
        ("Joanna", [NORD, SUED]),
        ("Ali", [SUED, NORD]),
        ("Hana", [SUED, NORD]),
    ];
    let version = cafe.plan(&seats).await;
    cafe.publishes(version).await;
    cafe.given.mails_arrive().await;
    let hana = cafe.person("Hana").await;
    let helps = cafe.given.principal.helps_event(cafe.event);
    let planner = &cafe.given.planner;
    planner.mark_missing(&helps, None, hana, 1).await.unwrap();

    let access = cafe.given.organises(cafe.event);
    let repairs = planner.cafe_repairs(&access, None).await.unwrap();
    let kinds: Vec<_> = repairs.repairs.iter().map(|repair| repair.kind).collect();
    assert_eq!(kinds[0], RepairKind::Uneven);
    assert_eq!(repairs.repairs[0].moved(), []);
    assert!(
        !repairs.repairs[0].broken.is_empty(),
        "a table is short of people"
    );
    let fewest = repairs
        .repairs
        .iter()
        .find(|repair| repair.kind == RepairKind::FewestChanges)
        .unwrap();
    assert!(fewest.broken.is_empty());
    let moved = fewest.moved();
    assert!((1..=2).contains(&moved.len()), "{moved:?}");

    let chosen = (RepairKind::FewestChanges, repairs.basis.as_str());
    let made = planner
        .repair_cafe_plan(&access, None, chosen, RepairPublication::AtOnce)
        .await
        .unwrap();
    let plan = planner.cafe(&access, None).await.unwrap().plan.unwrap();
    assert_eq!(plan.published.map(|(number, _)| number), Some(made));
    let mut reader = cafe.given.database.store.read().await.unwrap();
    let old = reader
        .plan_version::<CafeKind>(plan.id, version)
        .await
        .unwrap()
        .unwrap();
    let new = reader
        .plan_version::<CafeKind>(plan.id, made)
        .await
        .unwrap()
        .unwrap();
    drop(reader);
    assert_eq!(new.head.cause.to_string(), "repaired");
    cafe.checks_current_version().await;
    let mut cards = reseated(&old.seating, &new.seating);
    cards.retain(|person| *person != hana);
    cards.sort();
    let mut expected = moved.clone();
    expected.sort();
    assert_eq!(cards, expected);
    for name in names {
        let person = cafe.person(name).await;
        // Hana has no table any more, which her calendar and her page would not say otherwise.
        let is_told = person == hana || moved.contains(&person);
        let expected = 1 + usize::from(is_told);
        assert_eq!(cafe.told(name).await, expected, "{name}");
    }
}

async fn past_rounds_stay_and_who_walked_in_gets_a_seat(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    let seats = [("Fatima", [NORD, SUED]), ("Dirk", [NORD, SUED])];
    let version = cafe.plan(&seats).await;
    cafe.publishes(version).await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let event = planner.cafe(&access, None).await.unwrap().event;
    let now = planner::Clock::now(&*cafe.given.clock);
    let wait = event.details.starts.at.duration_since(now);
    cafe.given
        .clock
        .advance(wait + SignedDuration::from_mins(10));
    let added = planner
        .add_walk_in(&access, None, person("Mehmet", None))
        .await
        .unwrap();

    let repairs = planner.cafe_repairs(&access, None).await.unwrap();
    assert_eq!(repairs.begun, 1);
    for repair in &repairs.repairs {
        for name in ["Fatima", "Dirk"] {
            let person = cafe.person(name).await;
            assert_eq!(
                repair.seating.table_of(person, 1),
                Some(NORD),
                "{:?}",
                repair.kind
            );
        }
        assert_eq!(repair.seating.table_of(added.id, 1), None);
        assert!(repair.seating.table_of(added.id, 2).is_some());
        assert_eq!(repair.joined(), [added.id]);
    }
    assert_eq!(repairs.repairs[0].moved(), []);
    // Each is right when it is chosen.
    for kind in repairs.repairs.iter().map(|repair| repair.kind) {
        let chosen = (kind, repairs.basis.as_str());
        let made = planner.repair_cafe_plan(&access, None, chosen, RepairPublication::Later);
        let made = made.await.unwrap();
        cafe.checks_current_version().await;
        planner.undo_plan_change(&access, None, made).await.unwrap();
    }
    cafe.given.clock.advance(SignedDuration::from_hours(1));
    let late = planner.cafe_repairs(&access, None).await.unwrap();
    assert_eq!(late.repairs, []);
}

async fn a_repair_of_another_state_is_refused(database: TestDatabase) {
    let cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    let seats = [("Fatima", [NORD, SUED]), ("Dirk", [SUED, NORD])];
    cafe.plan(&seats).await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let repairs = planner.cafe_repairs(&access, None).await.unwrap();
    let helps = cafe.given.principal.helps_event(cafe.event);
    let dirk = cafe.person("Dirk").await;
    planner.mark_missing(&helps, None, dirk, 1).await.unwrap();
    let chosen = (repairs.repairs[0].kind, repairs.basis.as_str());
    let made = planner
        .repair_cafe_plan(&access, None, chosen, RepairPublication::Later)
        .await;
    assert!(matches!(made, Err(PlannerError::Conflict(_))));
}

async fn a_repair_for_other_people_is_refused(database: TestDatabase) {
    let mut cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    cafe.plan(&[("Fatima", [NORD, SUED]), ("Dirk", [SUED, NORD])])
        .await;
    let access = cafe.given.organises(cafe.event);
    let repairs = cafe.given.planner.cafe_repairs(&access, None).await;
    let repairs = repairs.unwrap();
    // As many people as before, but somebody else.
    let dirk = cafe.given.organises_registration(cafe.person("Dirk").await);
    let cancelled = cafe.given.planner.decide(&dirk, Decision::Cancel).await;
    cancelled.unwrap();
    cafe.comes("Mehmet").await;
    let chosen = (repairs.repairs[0].kind, repairs.basis.as_str());
    let planner = &cafe.given.planner;
    let made = planner
        .repair_cafe_plan(&access, None, chosen, RepairPublication::Later)
        .await;
    assert!(matches!(made, Err(PlannerError::Conflict(_))), "{made:?}");
}

async fn a_repair_between_moves_some_people_where_that_makes_the_plan_better(
    database: TestDatabase,
) {
    let cafe = given_cafe::a_cafe(database, 40, 8).await;
    cafe.sets_up(given_cafe::set_up(8, 8, (5, 5), 3)).await;
    let (planner, access) = (&cafe.given.planner, cafe.organises());
    let drawn = planner.draw_plan(&access, None, (None, Some(7))).await;
    drawn.unwrap();
    let repairs = planner.cafe_repairs(&access, None).await.unwrap();
    let kinds: Vec<_> = repairs.repairs.iter().map(|repair| repair.kind).collect();
    let expected = [
        RepairKind::FewestChanges,
        RepairKind::Between,
        RepairKind::Afresh,
    ];
    assert_eq!(kinds, expected);
    let figures = repairs.repairs.iter().map(|repair| {
        let quality = &repair.quality;
        (quality.topics_min, quality.topics_sum, quality.meetings)
    });
    let figures: Vec<_> = figures.collect();
    let moved: Vec<usize> = (repairs.repairs.iter())
        .map(|repair| repair.moved().len())
        .collect();
    assert!(
        figures[0] < figures[1] && figures[1] < figures[2],
        "{figures:?}"
    );
    assert_eq!(moved[0], 0);
    // The root of 1 × 40.
    assert!((1..=6).contains(&moved[1]) && moved[2] > 20, "{moved:?}");
    let chosen = (RepairKind::Between, repairs.basis.as_str());
    let made = planner.repair_cafe_plan(&access, None, chosen, RepairPublication::Later);
    assert_eq!(made.await.unwrap(), cafe.number().await);
    assert_eq!(cafe.checks_all_versions().await, 2);

    // Nothing is better than a plan without a repeat.
    cafe.is_solved().await;
    let repairs = planner.cafe_repairs(&access, None).await.unwrap();
    let kinds: Vec<_> = repairs.repairs.iter().map(|repair| repair.kind).collect();
    assert_eq!(kinds, [RepairKind::FewestChanges]);
}
