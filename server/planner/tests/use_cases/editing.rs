//! Editing an event: two who change it at once, and what counts as a change.

use jiff::SignedDuration;
use model::{
    Changed, EventChange, EventDetails, EventState, EventTime, IanaTimeZone, Line, Text,
    local::Occurrence,
};
use planner::{
    Changes, PlannerError,
    agenda::{AgendaMove, NewAgendaItem},
    events::AgendaShift,
};
use serde_json::json;
use store::{AuditLine, testing::TestDatabase};

use crate::{
    agenda::{expected, item, times},
    events::draft,
    given::{a_network, confirmed, line, meeting, when, when_the_clocks_go_back},
};

store::on_both_engines! {
    the_second_of_two_editors_is_told_what_changed_meanwhile,
    the_second_of_two_equal_times_is_another_beginning,
    whoever_edits_is_told_that_it_was_published_meanwhile,
    an_audit_line_of_an_earlier_version_is_a_conflict_of_unknown_changes,
    the_same_instant_in_another_zone_is_the_same_time,
}

async fn the_second_of_two_editors_is_told_what_changed_meanwhile(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let change = async |details: EventDetails| {
        given
            .planner
            .change_event(
                &given.organises(event),
                0,
                confirmed(AgendaShift::None),
                |_| Ok(details),
            )
            .await
    };
    let title: Line<200> = line("Netzwerktreffen in Dresden");
    change(EventDetails {
        title,
        ..meeting(Some(80), vec![])
    })
    .await
    .unwrap();
    let asked = given
        .planner
        .effects_of_change(&given.organises(event), 0, &meeting(Some(70), vec![]))
        .await;
    assert!(
        matches!(asked, Err(PlannerError::Conflict(_))),
        "nobody is asked about a change that cannot be saved: {asked:?}"
    );
    let summary = Text::parse("Mein Text").unwrap();
    let second = change(EventDetails {
        summary,
        ..meeting(Some(70), vec![])
    })
    .await;
    let Err(PlannerError::Conflict(Changes::Event(changes))) = second else {
        panic!("{second:?}")
    };
    assert_eq!(
        changes,
        [
            EventChange::Title(Changed {
                before: line("Landesweites Netzwerktreffen"),
                after: line("Netzwerktreffen in Dresden"),
            }),
            EventChange::Capacity(Changed {
                before: Some(70),
                after: Some(80),
            }),
        ]
    );
    let now = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap()
        .event;
    assert_eq!(now.details.title.as_str(), "Netzwerktreffen in Dresden");
    assert!(
        now.details.summary.is_empty(),
        "nothing of the second change is saved"
    );
}

async fn the_second_of_two_equal_times_is_another_beginning(database: TestDatabase) {
    let given = a_network(database).await;
    let at_night = |occurrence| EventDetails {
        starts: when_the_clocks_go_back("2024-10-27T02:30", occurrence),
        ends: when("2024-10-27T06:00"),
        ..meeting(None, vec![])
    };
    let event = given.published_event(at_night(Occurrence::First)).await;
    let welcome = NewAgendaItem {
        starts: "2024-10-27T03:30".parse().unwrap(),
        ..item("Begrüßung", "03:30", 15)
    };
    let access = given.organises(event);
    given
        .planner
        .add_agenda_item(&access, welcome, AgendaMove::OnlyThis)
        .await
        .unwrap();
    let later = at_night(Occurrence::Second);
    let revision = given
        .planner
        .planned_event(&access)
        .await
        .unwrap()
        .event
        .revision;
    let effects = given
        .planner
        .effects_of_change(&access, revision, &later)
        .await
        .unwrap();
    assert!(
        matches!(effects.changes[..], [EventChange::Starts(_)]),
        "{effects:?}"
    );
    given
        .planner
        .change_event(&access, revision, confirmed(AgendaShift::WithEvent), |_| {
            Ok(later)
        })
        .await
        .unwrap();
    assert_eq!(
        times(&given, event).await,
        expected(&[("Begrüßung", "2024-10-27T04:30")])
    );
}

async fn whoever_edits_is_told_that_it_was_published_meanwhile(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    given
        .planner
        .publish_event(&given.organises(event))
        .await
        .unwrap();
    let details = meeting(Some(80), vec![]);
    let changed = given
        .planner
        .change_event(
            &given.organises(event),
            0,
            confirmed(AgendaShift::None),
            |_| Ok(details),
        )
        .await;
    let Err(PlannerError::Conflict(Changes::Event(changes))) = changed else {
        panic!("{changed:?}")
    };
    let published = EventChange::State(Changed {
        before: EventState::Draft,
        after: EventState::Published,
    });
    assert_eq!(changes, [published]);
}

async fn an_audit_line_of_an_earlier_version_is_a_conflict_of_unknown_changes(
    database: TestDatabase,
) {
    let given = a_network(database).await;
    let event = draft(&given).await;
    let change = async |revision, title: &str| {
        let details = EventDetails {
            title: line(title),
            ..meeting(Some(70), vec![])
        };
        given
            .planner
            .change_event(
                &given.organises(event),
                revision,
                confirmed(AgendaShift::None),
                |_| Ok(details),
            )
            .await
    };
    change(0, "Treffen").await.unwrap();
    let mut tx = given.database.store.begin().await.unwrap();
    let edit = tx.audit_since(event, 0).await.unwrap().rows.remove(0);
    let of_earlier_version = AuditLine {
        id: uuid::Uuid::from_u128(1),
        changes: json!([{ "field": "capacity", "before": "70", "after": "80" }]),
        ..edit
    };
    tx.insert_audit(of_earlier_version).await.unwrap();
    tx.commit().await.unwrap();
    let second = change(0, "Konferenz").await;
    let Err(PlannerError::Conflict(Changes::Event(changes))) = second else {
        panic!("{second:?}")
    };
    let known = EventChange::Title(Changed {
        before: line("Landesweites Netzwerktreffen"),
        after: line("Treffen"),
    });
    assert_eq!(changes, [known]);
}

async fn the_same_instant_in_another_zone_is_the_same_time(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let notified = async |details: &EventDetails| {
        given
            .planner
            .effects_of_change(&given.organises(event), 1, details)
            .await
            .unwrap()
            .changes
            .len()
    };
    let in_lisbon = EventDetails {
        time_zone: IanaTimeZone::parse("Europe/Lisbon").unwrap(),
        ..meeting(None, vec![])
    };
    let hour = SignedDuration::from_hours(1);
    let same_instant = |time: EventTime| EventTime {
        local: time.local - hour,
        ..time
    };
    let same_instants = EventDetails {
        starts: same_instant(in_lisbon.starts),
        ends: same_instant(in_lisbon.ends),
        ..in_lisbon.clone()
    };
    assert_eq!(notified(&same_instants).await, 1, "the zone");
    let same_clock = |time: EventTime| EventTime {
        at: time.at + hour,
        ..time
    };
    let same_clocks = EventDetails {
        starts: same_clock(in_lisbon.starts),
        ends: same_clock(in_lisbon.ends),
        ..in_lisbon
    };
    assert_eq!(
        notified(&same_clocks).await,
        3,
        "the zone, the beginning, the end"
    );
}
