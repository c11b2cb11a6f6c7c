//! Agendas: items that move along, orders, two who change one item.

use jiff::civil::DateTime;
use model::{AgendaItemChange, AgendaItemId, AgendaItemKind, Changed, EventDetails, EventId, Text};
use planner::{
    Changes, MoveTo, PlannerError,
    agenda::{AgendaItemEdit, AgendaMove, MovedPart, NewAgendaItem},
};
use store::testing::TestDatabase;

use crate::{
    events::draft,
    given::{Given, a_network, line, meeting, when},
    questions::question,
};

store::on_both_engines! {
    moving_one_item_moves_those_after_it,
    items_swap_places,
    an_item_put_in_between_makes_room_and_taken_out_closes_up,
    the_second_who_changes_an_item_is_told_what_changed_meanwhile,
    nothing_is_moved_to_a_time_that_the_clocks_skip,
    a_cancelled_event_keeps_its_agenda_and_questions,
}

pub fn item(title: &str, starts: &str, minutes: u32) -> NewAgendaItem {
    NewAgendaItem {
        kind: AgendaItemKind::Plenary,
        title: line(title),
        details: Text::default(),
        room: None,
        speakers: None,
        starts: format!("2023-09-19T{starts}").parse().unwrap(),
        occurrence: None,
        minutes: Some(minutes),
        ends: None,
    }
}

pub async fn times(given: &Given, event: model::EventId) -> Vec<(String, String)> {
    let planned = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap();
    planned
        .agenda
        .into_iter()
        .map(|item| (item.title.to_string(), minute(item.starts)))
        .collect()
}

fn minute(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

pub fn expected(times: &[(&str, &str)]) -> Vec<(String, String)> {
    times
        .iter()
        .map(|(title, starts)| ((*title).to_owned(), (*starts).to_owned()))
        .collect()
}

pub async fn added(given: &Given, event: EventId, new: NewAgendaItem) -> AgendaItemId {
    given
        .planner
        .add_agenda_item(&given.organises(event), new, AgendaMove::OnlyThis)
        .await
        .unwrap()
}

async fn moving_one_item_moves_those_after_it(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let add = async |new| {
        given
            .planner
            .add_agenda_item(&given.organises(event), new, AgendaMove::OnlyThis)
            .await
    };
    let first = add(item("Begrüßung", "10:00", 15)).await.unwrap();
    add(item("Vorstellung", "10:15", 90)).await.unwrap();
    given
        .planner
        .change_agenda_item(
            &given.organises(event),
            first,
            AgendaItemEdit {
                seen: item("Begrüßung", "10:00", 15),
                new: item("Begrüßung", "10:05", 20),
                along: AgendaMove::AllAfter,
            },
        )
        .await
        .unwrap();
    let moved = [
        ("Begrüßung", "2023-09-19T10:05"),
        ("Vorstellung", "2023-09-19T10:25"),
    ];
    assert_eq!(times(&given, event).await, expected(&moved));
}

async fn items_swap_places(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let add = async |new| {
        given
            .planner
            .add_agenda_item(&given.organises(event), new, AgendaMove::OnlyThis)
            .await
    };
    add(item("Begrüßung", "10:00", 15)).await.unwrap();
    let second = add(item("Vorstellung", "10:15", 90)).await.unwrap();
    given
        .planner
        .place_in_agenda(
            &given.organises(event),
            MovedPart::Item(second),
            MoveTo::Earlier,
        )
        .await
        .unwrap();
    let swapped = [
        ("Vorstellung", "2023-09-19T10:00"),
        ("Begrüßung", "2023-09-19T11:30"),
    ];
    assert_eq!(times(&given, event).await, expected(&swapped));
}

async fn an_item_put_in_between_makes_room_and_taken_out_closes_up(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    added(&given, event, item("Begrüßung", "10:00", 15)).await;
    added(&given, event, item("Vorstellung", "10:15", 90)).await;
    let coffee = given
        .planner
        .add_agenda_item(
            &given.organises(event),
            item("Kaffee", "10:15", 20),
            AgendaMove::AllAfter,
        )
        .await
        .unwrap();
    let with_coffee = [
        ("Begrüßung", "2023-09-19T10:00"),
        ("Kaffee", "2023-09-19T10:15"),
        ("Vorstellung", "2023-09-19T10:35"),
    ];
    assert_eq!(times(&given, event).await, expected(&with_coffee));
    given
        .planner
        .remove_agenda_item(&given.organises(event), coffee, AgendaMove::AllAfter)
        .await
        .unwrap();
    let without = [
        ("Begrüßung", "2023-09-19T10:00"),
        ("Vorstellung", "2023-09-19T10:15"),
    ];
    assert_eq!(times(&given, event).await, expected(&without));
}

async fn the_second_who_changes_an_item_is_told_what_changed_meanwhile(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let seen = item("Begrüßung", "10:00", 15);
    let id = added(&given, event, seen.clone()).await;
    let change = |new| {
        let edit = AgendaItemEdit {
            seen: seen.clone(),
            new,
            along: AgendaMove::OnlyThis,
        };
        let access = given.organises(event);
        let planner = given.planner.clone();
        async move { planner.change_agenda_item(&access, id, edit).await }
    };
    change(item("Grußwort", "10:00", 20)).await.unwrap();
    let second = change(item("Begrüßung", "09:45", 15)).await;
    let Err(PlannerError::Conflict(Changes::AgendaItem(changes))) = second else {
        panic!("{second:?}")
    };
    assert_eq!(
        changes,
        [
            AgendaItemChange::Title(Changed {
                before: line("Begrüßung"),
                after: line("Grußwort"),
            }),
            AgendaItemChange::Minutes(Changed {
                before: 15,
                after: 20,
            }),
        ]
    );
    assert_eq!(
        times(&given, event).await,
        expected(&[("Grußwort", "2023-09-19T10:00")])
    );
}

async fn nothing_is_moved_to_a_time_that_the_clocks_skip(database: TestDatabase) {
    let given = a_network(database).await;
    let night = EventDetails {
        starts: when("2024-03-30T20:00"),
        ends: when("2024-03-31T12:00"),
        ..meeting(None, vec![])
    };
    let event = given.published_event(night).await;
    let at_night = |title, time: &str| NewAgendaItem {
        starts: format!("2024-03-31T{time}").parse().unwrap(),
        ..item(title, time, 30)
    };
    let seen = at_night("Ausklang", "01:00");
    let item = added(&given, event, seen.clone()).await;
    added(&given, event, at_night("Aufräumen", "01:30")).await;
    let longer = NewAgendaItem {
        minutes: Some(90),
        ..seen.clone()
    };
    let edit = AgendaItemEdit {
        seen,
        new: longer,
        along: AgendaMove::AllAfter,
    };
    given
        .planner
        .change_agenda_item(&given.organises(event), item, edit)
        .await
        .unwrap();
    let moved = [
        ("Ausklang", "2024-03-31T01:00"),
        ("Aufräumen", "2024-03-31T03:30"),
    ];
    assert_eq!(times(&given, event).await, expected(&moved));
}

async fn a_cancelled_event_keeps_its_agenda_and_questions(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let item = added(&given, event, item("Begrüßung", "10:00", 15)).await;
    given
        .planner
        .cancel_event(
            &given.organises(event),
            Text::parse("Zu wenige Anmeldungen").unwrap(),
        )
        .await
        .unwrap();
    let removed = given
        .planner
        .remove_agenda_item(&given.organises(event), item, AgendaMove::OnlyThis)
        .await;
    assert!(matches!(removed, Err(PlannerError::WrongState)));
    let added = given
        .planner
        .add_question(&given.organises(event), question("Hotel"))
        .await;
    assert!(matches!(added, Err(PlannerError::WrongState)));
}
