//! The version that is printed.

use model::{
    Language, Role, Slug,
    cafe::{CafeSetUp, TableNumber},
};
use planner::{PlannerError, cafes::PaperChoice, people::NewMember};
use store::testing::TestDatabase;

use super::seated_cafe::{Cafe, NORD, SUED, a_cafe, set_up};
use crate::given::{address, line, settings};

store::on_both_engines! {
    the_published_version_is_printed_until_a_newer_one_is_asked_for,
    only_people_who_sit_elsewhere_need_new_cards,
    a_version_is_printed_with_the_set_up_that_it_was_made_from,
    strangers_print_nothing,
    whoever_does_not_come_has_no_card,
}

const SEATS: [(&str, [TableNumber; 2]); 2] = [("Fatima", [NORD, SUED]), ("Dirk", [SUED, NORD])];

async fn a_planned_cafe(database: TestDatabase) -> (Cafe, u32) {
    let cafe = a_cafe(database, &["Fatima", "Dirk"]).await;
    let version = cafe.plan(&SEATS).await;
    (cafe, version)
}

async fn printed(cafe: &Cafe, choice: PaperChoice) -> planner::cafes::CafePaper {
    let access = cafe.given.principal.reads_event(cafe.event);
    let planner = &cafe.given.planner;
    planner.cafe_paper(&access, None, choice).await.unwrap()
}

async fn the_published_version_is_printed_until_a_newer_one_is_asked_for(database: TestDatabase) {
    let (cafe, first) = a_planned_cafe(database).await;
    let number = |paper: &planner::cafes::CafePaper| paper.version.as_ref().unwrap().head.number;

    let draft = printed(&cafe, PaperChoice::default()).await;
    assert_eq!((number(&draft), draft.is_published), (first, false));

    cafe.publishes(first).await;
    let fatima = cafe.person("Fatima").await;
    let second = cafe.seats(first, fatima, 1, SUED).await;
    let shown = printed(&cafe, PaperChoice::default()).await;
    assert_eq!((number(&shown), shown.is_published), (first, true));
    assert!(shown.event_page.unwrap().contains("/events/"));

    let choice = PaperChoice {
        version: Some(second),
        ..PaperChoice::default()
    };
    let newer = printed(&cafe, choice).await;
    assert_eq!((number(&newer), newer.is_published), (second, false));
}

async fn only_people_who_sit_elsewhere_need_new_cards(database: TestDatabase) {
    let (cafe, first) = a_planned_cafe(database).await;
    let fatima = cafe.person("Fatima").await;
    let second = cafe.seats(first, fatima, 2, NORD).await;
    let choice = |changed_since: u32| PaperChoice {
        version: Some(second),
        changed_since: Some(changed_since),
    };
    let changed = printed(&cafe, choice(first)).await.changed;
    assert_eq!(changed, Some(vec![fatima]));
    assert_eq!(
        printed(&cafe, choice(second)).await.changed,
        Some(Vec::new())
    );
    let access = cafe.given.principal.reads_event(cafe.event);
    let unknown = cafe
        .given
        .planner
        .cafe_paper(&access, None, choice(99))
        .await;
    assert!(matches!(unknown, Err(PlannerError::NotFound)));
}

async fn a_version_is_printed_with_the_set_up_that_it_was_made_from(database: TestDatabase) {
    let (cafe, first) = a_planned_cafe(database).await;
    cafe.publishes(first).await;
    let old = set_up();
    let mut tables = old.tables.clone();
    tables[0].name = line("Fenster");
    let rounds = model::cafe::CafeRounds {
        minutes: 30,
        ..old.rounds
    };
    cafe.saves(CafeSetUp {
        tables,
        rounds,
        ..old.clone()
    })
    .await;
    let paper = printed(&cafe, PaperChoice::default()).await;
    assert_eq!(paper.set_up.tables, old.tables);
    let round = paper.schedule.rounds[0];
    assert_eq!(round.ends.duration_since(round.begins).as_mins(), 20);
}

async fn strangers_print_nothing(database: TestDatabase) {
    let (cafe, _) = a_planned_cafe(database).await;
    let planner = &cafe.given.planner;
    let reader = cafe.member("Leser", Role::Reader).await;
    let reads = reader.reads_event(cafe.event);
    let choice = PaperChoice::default();
    assert!(planner.cafe_paper(&reads, None, choice).await.is_ok());

    let name = Slug::parse("iq-bayern").unwrap();
    let other = planner.create_network(name, settings()).await.unwrap();
    let address = address("Fremd");
    let new = NewMember {
        name: line("Fremd"),
        address: address.clone(),
        role: Role::Owner,
        language: Language::De,
    };
    planner.put_member(other.id, new).await.unwrap();
    let link = planner.sign_in_link(&address).await.unwrap();
    let token = link.rsplit('/').next().unwrap();
    let session = planner.sign_in(token, &cafe.given.client).await.unwrap();
    let stranger = planner.principal(session.token.reveal()).await;
    let reads = stranger.unwrap().unwrap().reads_event(cafe.event);
    let refused = planner.cafe_paper(&reads, None, choice).await;
    assert!(matches!(refused, Err(PlannerError::NotFound)));
}

async fn whoever_does_not_come_has_no_card(database: TestDatabase) {
    let names = ["Fatima", "Dirk", "Ali", "Hana"];
    let cafe = a_cafe(database, &names).await;
    let version = cafe.plan(&names.map(|name| (name, [NORD, SUED]))).await;
    cafe.publishes(version).await;
    let printed_names = async || {
        let paper = printed(&cafe, PaperChoice::default()).await;
        let seats = paper.seats().into_iter();
        let seats = seats.map(|(person, row)| (person.given_name.clone(), row));
        seats.collect::<Vec<_>>()
    };
    assert_eq!(printed_names().await.len(), 4);
    let planner = &cafe.given.planner;
    let helps = cafe.given.principal.helps_event(cafe.event);
    let missing = cafe.person("Fatima").await;
    planner
        .mark_missing(&helps, None, missing, 1)
        .await
        .unwrap();
    let leaving = cafe.person("Dirk").await;
    planner
        .mark_missing(&helps, None, leaving, 2)
        .await
        .unwrap();
    let cancelled = cafe.person("Ali").await;
    cafe.given
        .planner
        .decide(
            &cafe.given.organises_registration(cancelled),
            planner::registrations::Decision::Cancel,
        )
        .await
        .unwrap();
    let expected = [
        ("Dirk".to_owned(), vec![Some(NORD), None]),
        ("Hana".to_owned(), vec![Some(NORD), Some(SUED)]),
    ];
    assert_eq!(printed_names().await, expected);
}
