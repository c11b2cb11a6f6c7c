//! Events: copies, agendas that move along, what strangers see.

use model::{Event, EventDetails, Visibility};
use planner::{PlannerError, agenda::AgendaMove, events::AgendaShift};
use store::testing::TestDatabase;

use crate::{
    agenda::{expected, item, times},
    given::{Given, a_network, confirmed, meeting, when},
};

store::on_both_engines! {
    an_event_made_from_another_takes_its_agenda_along,
    moving_the_beginning_moves_the_agenda,
    a_draft_is_nobodys_to_see,
    an_event_by_link_needs_its_key,
    two_events_of_one_title_have_two_addresses,
    a_draft_can_be_thrown_away,
    a_title_that_another_event_gets_at_the_same_moment_is_no_fault,
}

pub async fn draft(given: &Given) -> model::EventId {
    let details = meeting(Some(70), vec![]);
    given
        .planner
        .create_event(&given.organiser, None, |_| Ok(details))
        .await
        .unwrap()
}

async fn an_event_made_from_another_takes_its_agenda_along(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    given
        .planner
        .add_agenda_item(
            &given.organises(event),
            item("Begrüßung", "10:00", 15),
            AgendaMove::OnlyThis,
        )
        .await
        .unwrap();
    let spring = EventDetails {
        starts: when("2024-03-12T10:00"),
        ends: when("2024-03-12T16:00"),
        ..meeting(None, vec![])
    };
    let copy = given
        .planner
        .create_event(&given.organiser, Some(event), |_| Ok(spring))
        .await
        .unwrap();
    assert_eq!(
        times(&given, copy).await,
        expected(&[("Begrüßung", "2024-03-12T10:30")])
    );
}

async fn moving_the_beginning_moves_the_agenda(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    given
        .planner
        .add_agenda_item(
            &given.organises(event),
            item("Begrüßung", "10:00", 15),
            AgendaMove::OnlyThis,
        )
        .await
        .unwrap();
    let later = EventDetails {
        starts: when("2023-09-19T10:00"),
        ..meeting(None, vec![])
    };
    given
        .planner
        .change_event(
            &given.organises(event),
            0,
            confirmed(AgendaShift::WithEvent),
            |_| Ok(later),
        )
        .await
        .unwrap();
    assert_eq!(
        times(&given, event).await,
        expected(&[("Begrüßung", "2023-09-19T10:30")])
    );
}

async fn a_draft_is_nobodys_to_see(database: TestDatabase) {
    let given = a_network(database).await;
    draft(&given).await;
    let seen = given
        .planner
        .open_event("landesweites-netzwerktreffen", None)
        .await;
    assert!(matches!(seen, Err(PlannerError::NotFound)));
    assert!(given.planner.public_events().await.unwrap().is_empty());
}

async fn an_event_by_link_needs_its_key(database: TestDatabase) {
    let given = a_network(database).await;
    let details = EventDetails {
        visibility: Visibility::Link,
        ..meeting(None, vec![])
    };
    let event = given.published_event(details).await;
    let event = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap()
        .event;
    let slug = event.slug.as_str();
    for key in [None, Some(""), Some("guess")] {
        let seen = given.planner.open_event(slug, key).await;
        assert!(matches!(seen, Err(PlannerError::NotFound)));
    }
    assert!(
        given
            .planner
            .open_event(slug, Some(&event.link_key))
            .await
            .is_ok()
    );
    assert!(
        given
            .planner
            .event_page(&event)
            .ends_with(&format!("?key={}", event.link_key))
    );
    assert!(given.planner.public_events().await.unwrap().is_empty());
}

async fn two_events_of_one_title_have_two_addresses(database: TestDatabase) {
    let given = a_network(database).await;
    draft(&given).await;
    let second = draft(&given).await;
    let second = given
        .planner
        .planned_event(&given.organises(second))
        .await
        .unwrap();
    assert_eq!(second.event.slug.as_str(), "landesweites-netzwerktreffen-2");
}

async fn a_draft_can_be_thrown_away(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    given
        .planner
        .add_agenda_item(
            &given.organises(event),
            item("Begrüßung", "10:00", 15),
            AgendaMove::OnlyThis,
        )
        .await
        .unwrap();
    given
        .planner
        .discard_draft(&given.organises(event))
        .await
        .unwrap();
    let gone = given.planner.planned_event(&given.organises(event)).await;
    assert!(matches!(gone, Err(PlannerError::NotFound)));
    let with_people = draft(&given).await;
    let anna = planner::registrations::AddedPerson {
        person: crate::given::person("anna", None),
        answers: model::Answers::default(),
    };
    given
        .planner
        .add_person(&given.organises(with_people), |_| Ok(anna))
        .await
        .unwrap();
    given
        .planner
        .discard_draft(&given.organises(with_people))
        .await
        .unwrap();
    let published = given.published_event(meeting(None, vec![])).await;
    let kept = given
        .planner
        .discard_draft(&given.organises(published))
        .await;
    assert!(matches!(kept, Err(PlannerError::WrongState)));
}

async fn a_title_that_another_event_gets_at_the_same_moment_is_no_fault(database: TestDatabase) {
    let given = a_network(database).await;
    let first = draft(&given).await;
    let planned = given
        .planner
        .planned_event(&given.organises(first))
        .await
        .unwrap();
    let slug = planned.event.slug.with_suffix("2");
    let other = Event {
        id: uuid::Uuid::from_u128(7).into(),
        slug: slug.clone(),
        link_key: "another".into(),
        calendar_uid: "another".into(),
        organizer_token: "another".into(),
        ..planned.event
    };
    let mut holding = given.database.store.begin().await.unwrap();
    let now = given.planner.now();
    holding.insert_event(&other, now).await.unwrap();
    let (planner, right) = (given.planner.clone(), given.organiser.clone());
    let creating = tokio::spawn(async move {
        planner
            .create_event(&right, None, |_| Ok(meeting(Some(70), vec![])))
            .await
    });
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    holding.commit().await.unwrap();
    let created = creating.await.unwrap().unwrap();
    let planned = given
        .planner
        .planned_event(&given.organises(created))
        .await
        .unwrap();
    assert!(
        planned.event.slug.as_str().ends_with("-3"),
        "{}",
        planned.event.slug
    );
}
