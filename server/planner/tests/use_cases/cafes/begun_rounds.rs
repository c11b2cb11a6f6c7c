//! Rounds that have begun: rehearsals begin none, hosts lead those in which they sit at their table, plans keep them.

use jiff::SignedDuration;
use model::{
    Role,
    cafe::{BrokenRule, CafePhase, CafeWay, ClockStep, StopHost},
};
use planner::{
    Clock as _,
    cafes::{CafeNow, DrawOutcome, PaperChoice, RepairKind, RepairPublication},
};
use store::testing::TestDatabase;

use super::seated_cafe::{Cafe, NORD, SUED, a_cafe, set_up};
use crate::given::person;

store::on_both_engines! {
    a_rehearsal_changes_nobodys_times,
    a_host_who_leaves_early_is_named_for_no_later_round,
    a_host_who_is_chosen_meanwhile_leads_the_rounds_to_come,
    a_plan_that_was_printed_and_not_published_keeps_its_rounds,
    an_empty_plan_keeps_what_is_locked_and_what_has_begun,
}

/// A café of three rounds. Fatima leads the first table; the version seats the others, and is not published.
async fn hosted(database: TestDatabase) -> (Cafe, u32) {
    let cafe = a_cafe(database, &["Fatima", "Dirk", "Hana"]).await;
    let mut longer = set_up();
    longer.rounds.count = 3;
    longer.tables[0].host = Some(cafe.person("Fatima").await);
    cafe.saves(longer).await;
    let seats = [("Dirk", [SUED, NORD]), ("Hana", [NORD, SUED])];
    let mut version = cafe.plan(&seats).await;
    for (name, table) in [("Dirk", NORD), ("Hana", SUED)] {
        let person = cafe.person(name).await;
        version = cafe.seats(version, person, 3, table).await;
    }
    (cafe, version)
}

/// Minutes after the planned beginning of the first round.
async fn it_is(cafe: &Cafe, minutes: i64) {
    let access = cafe.given.organises(cafe.event);
    let found = cafe.given.planner.cafe(&access, None).await.unwrap();
    let begins = found.event.details.starts.at;
    let wait = begins.duration_since(cafe.given.clock.now());
    cafe.given
        .clock
        .advance(wait + SignedDuration::from_mins(minutes));
}

async fn clock(cafe: &Cafe) -> CafeNow {
    let access = cafe.given.organises(cafe.event);
    let plan = cafe.given.planner.cafe(&access, None).await.unwrap().plan;
    let reads = cafe.given.principal.reads_event(cafe.event);
    let clock = cafe.given.planner.cafe_clock(&reads, plan.unwrap().id);
    clock.await.unwrap()
}

async fn step(cafe: &Cafe, step: ClockStep) {
    let now = clock(cafe).await;
    let helps = cafe.given.principal.helps_event(cafe.event);
    let stepped = cafe
        .given
        .planner
        .step_cafe_clock(&helps, now.plan, now.seen(), step);
    stepped.await.unwrap();
}

async fn way(cafe: &Cafe, name: &str) -> CafeWay {
    let page = cafe.given.planner.personal_page(&cafe.link_of(name)).await;
    page.unwrap().cafes.ways.remove(0)
}

async fn hosts(cafe: &Cafe, name: &str) -> Vec<StopHost> {
    let stops = way(cafe, name).await.stops.into_iter();
    stops.map(|stop| stop.host).collect()
}

async fn a_rehearsal_changes_nobodys_times(database: TestDatabase) {
    let (cafe, version) = hosted(database).await;
    cafe.publishes(version).await;
    let planned = way(&cafe, "Dirk").await;
    step(&cafe, ClockStep::Next).await;
    let rehearsed = clock(&cafe).await;
    assert!(rehearsed.is_rehearsal());
    assert_eq!(rehearsed.reading.now.phase, CafePhase::Talk(1));
    assert_eq!(way(&cafe, "Dirk").await, planned);
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let mehmet = planner.add_walk_in(&access, None, person("Mehmet", None));
    let mehmet = mehmet.await.unwrap();
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!((day.begun, day.attendance(mehmet.id).from), (0, 1));

    step(&cafe, ClockStep::FollowPlan).await;
    let reset = clock(&cafe).await;
    assert!(!reset.is_rehearsal());
    assert_eq!(reset.reading.now.phase, CafePhase::Before);

    // One that nobody has ended is over with the day of the café, and there the clock counts.
    step(&cafe, ClockStep::Next).await;
    it_is(&cafe, -30).await;
    let now = clock(&cafe).await;
    assert!(!now.is_rehearsal());
    assert_eq!(now.reading.now.phase, CafePhase::Before);
    step(&cafe, ClockStep::Next).await;
    assert!(!clock(&cafe).await.is_rehearsal());
    let begins = way(&cafe, "Dirk").await.stops[0].begins;
    assert_eq!(begins, cafe.given.clock.now());
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.begun, 1);
}

async fn a_host_who_leaves_early_is_named_for_no_later_round(database: TestDatabase) {
    let (cafe, version) = hosted(database).await;
    cafe.publishes(version).await;
    let fatima = cafe.person("Fatima").await;
    it_is(&cafe, 26).await;
    assert!(matches!(
        hosts(&cafe, "Dirk").await.as_slice(),
        [StopHost::Nobody, StopHost::Other(_), StopHost::Other(_)]
    ));
    let helps = cafe.given.principal.helps_event(cafe.event);
    let planner = &cafe.given.planner;
    planner.mark_missing(&helps, None, fatima, 3).await.unwrap();
    assert!(matches!(
        hosts(&cafe, "Dirk").await.as_slice(),
        [StopHost::Nobody, StopHost::Other(_), StopHost::Nobody]
    ));
    // Day, board, repair and paper know the same.
    let access = cafe.given.organises(cafe.event);
    let reads = cafe.given.principal.reads_event(cafe.event);
    let day = planner.cafe_day(&access, None).await.unwrap();
    let board = planner.cafe_board(&reads, None, None).await.unwrap();
    let repairs = planner.cafe_repairs(&access, None).await.unwrap();
    assert_eq!(day.without_host(), [NORD]);
    assert_eq!(
        board.problem.tables_without_host(&board.cafe.set_up()),
        [NORD]
    );
    assert_eq!(repairs.without_host, [NORD]);
    let paper = planner
        .cafe_paper(&reads, None, PaperChoice::default())
        .await;
    let paper = paper.unwrap();
    let mut cards: Vec<_> = paper.seats().into_iter().collect();
    cards.retain(|(_, row)| paper.needs_card(row));
    assert_eq!(cards.len(), 2, "whoever has left needs no card");
    // In the last round nobody is missed any more.
    it_is(&cafe, 51).await;
    let day = planner.cafe_day(&access, None).await.unwrap();
    assert_eq!(day.without_host(), []);
}

async fn a_host_who_is_chosen_meanwhile_leads_the_rounds_to_come(database: TestDatabase) {
    let (cafe, version) = hosted(database).await;
    cafe.publishes(version).await;
    it_is(&cafe, 1).await;
    let dirk = cafe.person("Dirk").await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let mut changed = planner.cafe(&access, None).await.unwrap().set_up();
    changed.tables[0].host = Some(dirk);
    cafe.saves(changed).await;
    // He sits at another table in the round that is on, which is no broken rule.
    let reads = cafe.given.principal.reads_event(cafe.event);
    let board = planner.cafe_board(&reads, None, None).await.unwrap();
    let rounds: Vec<u32> = (board.broken_now().iter())
        .filter_map(|rule| match rule {
            BrokenRule::Host { round, .. } => Some(*round),
            _ => None,
        })
        .collect();
    assert!(
        rounds.is_empty(),
        "{rounds:?}: he sits there in both rounds to come"
    );
    let repairs = planner.cafe_repairs(&access, None).await.unwrap();
    let fewest = repairs.repairs.iter().find(|one| one.broken.is_empty());
    assert!(fewest.is_some(), "{:?}", repairs.repairs);
    let kind = fewest.map_or(RepairKind::FewestChanges, |one| one.kind);
    let chosen = (kind, repairs.basis.as_str());
    let made = planner.repair_cafe_plan(&access, None, chosen, RepairPublication::AtOnce);
    made.await.unwrap();
    assert_eq!(
        hosts(&cafe, "Dirk").await,
        [StopHost::Nobody, StopHost::Oneself, StopHost::Oneself]
    );
    let board = planner.cafe_board(&reads, None, None).await.unwrap();
    assert_eq!(board.version.unwrap().broken, []);
}

async fn a_plan_that_was_printed_and_not_published_keeps_its_rounds(database: TestDatabase) {
    let (cafe, version) = hosted(database).await;
    it_is(&cafe, 1).await;
    let access = cafe.given.organises(cafe.event);
    let reads = cafe.given.principal.reads_event(cafe.event);
    let planner = &cafe.given.planner;
    let mut seen = version;
    for seed in 0..8 {
        let drawn = planner.draw_plan(&access, None, (Some(seen), Some(seed)));
        let DrawOutcome::Drawn(number) = drawn.await.unwrap() else {
            panic!("rules do not contradict one another");
        };
        seen = number;
        let board = planner.cafe_board(&reads, None, None).await.unwrap();
        let seating = board.version.unwrap().seating;
        for (name, table) in [("Dirk", SUED), ("Hana", NORD)] {
            let person = cafe.person(name).await;
            assert_eq!(seating.table_of(person, 1), Some(table), "{name} by {seed}");
        }
    }
}

async fn an_empty_plan_keeps_what_is_locked_and_what_has_begun(database: TestDatabase) {
    use model::cafe::Lock;
    use planner::cafes::{EditOutcome, PlanChange, PlanEdit, RulePolicy};
    let (cafe, version) = hosted(database).await;
    it_is(&cafe, 1).await;
    let hana = cafe.person("Hana").await;
    let access = cafe.given.organises(cafe.event);
    let planner = &cafe.given.planner;
    let lock = Lock::Seat {
        person: hana,
        round: 3,
    };
    let edit = PlanEdit {
        seen: version,
        change: PlanChange::Lock(lock),
        rules: RulePolicy::Keep,
    };
    let locked = planner.edit_plan(&access, None, edit).await.unwrap();
    let EditOutcome::Made { number, .. } = locked else {
        panic!("{locked:?}");
    };
    planner
        .empty_plan(&access, None, Some(number))
        .await
        .unwrap();
    let reads = cafe.given.principal.reads_event(cafe.event);
    let board = planner.cafe_board(&reads, None, None).await.unwrap();
    let version = board.version.unwrap();
    let seats: Vec<_> = (1..=3)
        .map(|round| version.seating.table_of(hana, round))
        .collect();
    assert_eq!(seats, [Some(NORD), None, Some(SUED)]);
    assert_eq!(version.locks, [lock]);
    let helper = cafe.member("Helfer", Role::Helper).await;
    let by_helper = helper.organises_event(cafe.event);
    let refused = planner.empty_plan(&by_helper, None, None);
    assert!(refused.await.is_err());
}
