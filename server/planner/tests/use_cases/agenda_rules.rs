//! What the agenda refuses, whoever changes it or its event.

use model::{EventDetails, EventState, Fault, local::Occurrence};
use planner::{
    agenda::{AgendaItemEdit, AgendaMove, NewAgendaItem},
    events::AgendaShift,
};
use store::testing::TestDatabase;

use crate::{
    agenda::{added, item},
    events::draft,
    given::{a_network, confirmed, meeting, when},
    rules::fault,
};

store::on_both_engines! {
    an_item_of_the_agenda_lasts_a_day_at_most_and_begins_at_a_time_there_is,
    no_item_is_left_on_a_day_that_the_event_does_not_have,
    a_copy_has_no_items_on_days_that_it_does_not_have,
    a_draft_with_items_on_other_days_is_not_published,
    an_item_whose_time_another_zone_does_not_have_can_be_edited,
}

async fn an_item_of_the_agenda_lasts_a_day_at_most_and_begins_at_a_time_there_is(
    database: TestDatabase,
) {
    let given = a_network(database).await;
    let night = EventDetails {
        starts: when("2024-03-30T20:00"),
        ends: when("2024-10-27T12:00"),
        ..meeting(None, vec![])
    };
    let event = given.published_event(night).await;
    let access = given.organises(event);
    let add = |new| {
        let only_this = AgendaMove::OnlyThis;
        given.planner.add_agenda_item(&access, new, only_this)
    };
    for minutes in [0, 24 * 60 + 1] {
        let range = Fault::OutOfRange {
            least: 1,
            most: 1440,
        };
        let welcome = NewAgendaItem {
            starts: "2024-03-31T10:00".parse().unwrap(),
            ..item("Begrüßung", "10:00", minutes)
        };
        let added = add(welcome).await;
        assert_eq!(fault(added), ("minutes".to_owned(), range));
    }
    let at_night = |date: &str| NewAgendaItem {
        starts: format!("{date}T02:30").parse().unwrap(),
        ..item("Ausklang", "10:00", 30)
    };
    let skipped = Fault::SkippedTime {
        before: "01:59".into(),
        after: "03:00".into(),
    };
    let added = add(at_night("2024-03-31")).await;
    assert_eq!(fault(added), ("starts".to_owned(), skipped));
    let twice = Fault::TwiceTime {
        first: "02:30 CEST".into(),
        second: "02:30 CET".into(),
    };
    let added = add(at_night("2024-10-27")).await;
    assert_eq!(fault(added), ("occurrence".to_owned(), twice));
    let second = NewAgendaItem {
        occurrence: Some(Occurrence::Second),
        ..at_night("2024-10-27")
    };
    let id = add(second).await.unwrap();
    let planned = given.planner.planned_event(&access).await.unwrap();
    let stored = planned.agenda.iter().find(|item| item.id == id).unwrap();
    assert_eq!(stored.occurrence, Occurrence::Second);
}

/// From 19 to 20 September.
fn two_days() -> EventDetails {
    EventDetails {
        ends: when("2023-09-20T16:00"),
        ..meeting(None, vec![])
    }
}

async fn no_item_is_left_on_a_day_that_the_event_does_not_have(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(two_days()).await;
    let access = given.organises(event);
    let planner = &given.planner;
    let on = |day: &str| NewAgendaItem {
        starts: format!("2023-09-{day}T10:00").parse().unwrap(),
        ..item("Zweiter Tag", "10:00", 60)
    };
    let add = |new| planner.add_agenda_item(&access, new, AgendaMove::OnlyThis);
    let no_day = ("date".to_owned(), Fault::NoDayOfEvent);
    for day in ["18", "21"] {
        assert_eq!(fault(add(on(day)).await), no_day);
    }
    let id = add(on("20")).await.unwrap();
    let edit = AgendaItemEdit {
        seen: on("20"),
        new: on("21"),
        along: AgendaMove::OnlyThis,
    };
    let changed = planner.change_agenda_item(&access, id, edit).await;
    assert_eq!(fault(changed), no_day);

    let change = async |details: EventDetails, agenda| {
        let revision = planner.planned_event(&access).await.unwrap().event.revision;
        planner
            .change_event(&access, revision, confirmed(agenda), |_| Ok(details))
            .await
    };
    let outside = Fault::AgendaOutside {
        items: vec!["Zweiter Tag".to_owned()],
    };
    let outside = ("ends".to_owned(), outside);
    let one_day = meeting(None, vec![]);
    let shortened = change(one_day, AgendaShift::WithEvent).await;
    assert_eq!(fault(shortened), outside);
    let later = || EventDetails {
        starts: when("2023-09-26T09:30"),
        ends: when("2023-09-27T16:00"),
        ..two_days()
    };
    assert_eq!(fault(change(later(), AgendaShift::None).await), outside);
    change(later(), AgendaShift::WithEvent).await.unwrap();
}

async fn a_copy_has_no_items_on_days_that_it_does_not_have(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(two_days()).await;
    for starts in ["2023-09-19T10:00", "2023-09-20T10:00"] {
        let item = NewAgendaItem {
            starts: starts.parse().unwrap(),
            ..item("Programm", "10:00", 60)
        };
        given
            .planner
            .add_agenda_item(&given.organises(event), item, AgendaMove::OnlyThis)
            .await
            .unwrap();
    }
    let copy = given
        .planner
        .create_event(&given.organiser, Some(event), |_| Ok(meeting(None, vec![])))
        .await
        .unwrap();
    let copy = given.planner.planned_event(&given.organises(copy)).await;
    assert_eq!(copy.unwrap().agenda.len(), 1);
}

async fn a_draft_with_items_on_other_days_is_not_published(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let access = given.organises(event);
    added(&given, event, item("Begrüßung", "10:00", 15)).await;
    // An earlier version let the event move away from its agenda.
    given
        .database
        .run_sql("UPDATE agenda_items SET starts_local = '2023-09-20T10:00'")
        .await;
    let outside = Fault::AgendaOutside {
        items: vec!["Begrüßung".to_owned()],
    };
    let published = given.planner.publish_event(&access).await;
    assert_eq!(fault(published), ("agenda".to_owned(), outside));
    let planned = given.planner.planned_event(&access).await.unwrap();
    assert_eq!(planned.event.state, EventState::Draft);
}

async fn an_item_whose_time_another_zone_does_not_have_can_be_edited(database: TestDatabase) {
    let given = a_network(database).await;
    let night = EventDetails {
        starts: when("2024-03-30T20:00"),
        ends: when("2024-10-27T12:00"),
        ..meeting(None, vec![])
    };
    let event = given.published_event(night).await;
    let access = given.organises(event);
    let at = |date: &str| NewAgendaItem {
        starts: format!("{date}T02:30").parse().unwrap(),
        ..item("Ausklang", "10:00", 30)
    };
    let add = async |new| {
        let only_this = AgendaMove::OnlyThis;
        let added = given.planner.add_agenda_item(&access, new, only_this);
        added.await.unwrap()
    };
    let spring = add(at("2024-03-30")).await;
    let autumn = add(NewAgendaItem {
        occurrence: Some(Occurrence::Second),
        ..at("2024-10-27")
    })
    .await;
    // As a change of the event's zone leaves them: the clocks skip the one time and do not repeat the other.
    for moved in [
        "UPDATE agenda_items SET starts_local = '2024-03-31T02:30' WHERE starts_occurrence = 'first'",
        "UPDATE agenda_items SET starts_local = '2024-10-26T02:30' WHERE starts_occurrence = 'second'",
    ] {
        given.database.run_sql(moved).await;
    }
    for (id, seen) in [(spring, at("2024-03-31")), (autumn, at("2024-10-26"))] {
        let new = item("Ausklang", "10:00", 45);
        let new = NewAgendaItem {
            starts: "2024-05-01T10:00".parse().unwrap(),
            ..new
        };
        let edit = AgendaItemEdit {
            seen,
            new,
            along: AgendaMove::OnlyThis,
        };
        given
            .planner
            .change_agenda_item(&access, id, edit)
            .await
            .unwrap();
    }
}
