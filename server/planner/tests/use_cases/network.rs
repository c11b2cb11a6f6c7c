//! A network's settings: two owners at once, and the versions of the privacy text.

use model::{Changed, Hue, NetworkChange, Text};
use planner::{Changes, PlannerError, people::NetworkSettings};
use store::testing::TestDatabase;

use crate::given::{a_network, line, settings};

store::on_both_engines! {
    the_second_of_two_owners_is_told_what_the_first_changed,
    a_new_privacy_text_is_a_new_version,
    the_members_are_listed_for_owners,
}

async fn the_second_of_two_owners_is_told_what_the_first_changed(database: TestDatabase) {
    let given = a_network(database).await;
    let renamed = NetworkSettings {
        name: line("IQ Netzwerk Sachsen e. V."),
        ..settings()
    };
    given
        .planner
        .change_network(&given.owner, 0, renamed)
        .await
        .unwrap();
    let blue = NetworkSettings {
        hue: Hue::parse("210").unwrap(),
        ..settings()
    };
    let second = given.planner.change_network(&given.owner, 0, blue).await;
    let Err(PlannerError::Conflict(Changes::Network(changes))) = second else {
        panic!("{second:?}");
    };
    let change = NetworkChange::Name(Changed {
        before: line("IQ Netzwerk Sachsen"),
        after: line("IQ Netzwerk Sachsen e. V."),
    });
    assert_eq!(changes, [change]);
    let stored = given
        .planner
        .network(&given.organiser.reads())
        .await
        .unwrap();
    assert_eq!((stored.hue.degrees(), stored.revision), (255, 1));
}

async fn a_new_privacy_text_is_a_new_version(database: TestDatabase) {
    let given = a_network(database).await;
    let mut version = Vec::new();
    for (revision, privacy) in [(0, settings().privacy), (1, Text::parse("Neu.").unwrap())] {
        let settings = NetworkSettings {
            privacy,
            ..settings()
        };
        given
            .planner
            .change_network(&given.owner, revision, settings)
            .await
            .unwrap();
        let stored = given.planner.network(&given.organiser.reads()).await;
        version.push(stored.unwrap().privacy_version);
    }
    assert_eq!(version, [1, 2]);
}

async fn the_members_are_listed_for_owners(database: TestDatabase) {
    let given = a_network(database).await;
    let members = given.planner.members(&given.owner).await.unwrap();
    let names: Vec<String> = members
        .rows
        .iter()
        .map(|member| member.name.to_string())
        .collect();
    assert_eq!(names, ["Anna Jäger"]);
}
