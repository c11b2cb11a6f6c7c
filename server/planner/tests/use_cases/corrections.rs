//! Corrections of an event that nobody is written to about.

use model::{Changed, EventChange, EventDetails, EventId, Place, Text};
use planner::events::{AgendaShift, ChangeOutcome, Confirmation, SaveOptions};
use store::testing::TestDatabase;

use crate::{
    calendar_messages::calendar_of,
    given::{Given, a_network, address, line, meeting, person},
};

store::on_both_engines! {
    a_corrected_title_writes_to_nobody_and_is_never_news,
    a_real_change_after_a_correction_begins_with_what_people_know,
    another_time_or_place_is_never_changed_in_silence,
    a_typing_error_in_the_place_is_corrected_in_silence,
    whoever_moves_up_by_a_correction_is_invited,
    a_summary_in_plain_language_is_saved_without_a_question_and_audited,
}

fn titled(title: &str) -> EventDetails {
    EventDetails {
        title: line(title),
        ..meeting(Some(2), vec![])
    }
}

fn in_room(room: &str, details: EventDetails) -> EventDetails {
    let place = Place {
        room: Some(line(room)),
        ..details.place
    };
    EventDetails { place, ..details }
}

async fn corrects(given: &Given, event: EventId, details: EventDetails) -> ChangeOutcome {
    let access = given.organises(event);
    let planned = given.planner.planned_event(&access).await.unwrap();
    let how = SaveOptions {
        agenda: AgendaShift::None,
        confirmation: Confirmation::WithoutNotice,
    };
    let revision = planned.event.revision;
    let changed = given
        .planner
        .change_event(&access, revision, how, |_| Ok(details));
    // On the heap: it would make the futures of all tests large.
    let saved = Box::pin(changed).await.unwrap();
    given.run_jobs().await;
    given.mails_arrive().await;
    saved
}

/// Text and SEQUENCE of the last mail to somebody.
async fn last_mail(given: &Given, name: &str) -> (String, u32) {
    let (line, _) = given.mails_to(&address(name)).await.pop().unwrap();
    let mail = given.planner.outgoing_mail(&given.organiser, line.id).await;
    let text = mail.unwrap().open().unwrap().text;
    let (_, sequence, _) = calendar_of(given, name).await.pop().unwrap();
    (text, sequence)
}

async fn a_corrected_title_writes_to_nobody_and_is_never_news(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(titled("Netzwerktrefen")).await;
    given.comes(event, person("anna", None)).await;
    let before = given.mail_kinds(&address("anna")).await;
    let saved = corrects(&given, event, titled("Netzwerktreffen")).await;
    assert_eq!(saved, ChangeOutcome::Saved);
    assert_eq!(given.mail_kinds(&address("anna")).await, before);

    given
        .changes(event, in_room("Aula", titled("Netzwerktreffen")))
        .await;
    given.run_jobs().await;
    let (text, sequence) = last_mail(&given, "anna").await;
    assert!(text.contains("jetzt: Aula"), "{text}");
    assert!(!text.contains("Netzwerktrefen"), "{text}");
    assert!(text.contains("Netzwerktreffen"), "{text}");
    assert_eq!(sequence, 1, "one message after the invitation");
}

async fn a_real_change_after_a_correction_begins_with_what_people_know(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(titled("Netzwerktrefen")).await;
    given.comes(event, person("anna", None)).await;
    corrects(&given, event, titled("Netzwerktreffen")).await;
    given.changes(event, titled("Jahrestagung")).await;
    given.run_jobs().await;
    let (text, _) = last_mail(&given, "anna").await;
    for news in ["bisher: Netzwerktrefen", "jetzt: Jahrestagung"] {
        assert!(text.contains(news), "{text}");
    }
}

async fn a_typing_error_in_the_place_is_corrected_in_silence(database: TestDatabase) {
    let given = a_network(database).await;
    let misspelt = in_room("Alua", titled("Netzwerktreffen"));
    let event = given.published_event(misspelt).await;
    given.comes(event, person("anna", None)).await;
    let told = given.mail_kinds(&address("anna")).await;
    let saved = corrects(&given, event, in_room("Aula", titled("Netzwerktreffen"))).await;
    assert_eq!(saved, ChangeOutcome::Saved);
    assert_eq!(given.mail_kinds(&address("anna")).await, told);
}

async fn another_time_or_place_is_never_changed_in_silence(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(titled("Netzwerktrefen")).await;
    given.comes(event, person("anna", None)).await;
    let elsewhere = in_room("Aula", titled("Netzwerktreffen"));
    let saved = corrects(&given, event, elsewhere).await;
    let ChangeOutcome::ToBeConfirmed(effects) = saved else {
        panic!("the room was changed in silence");
    };
    assert!(!effects.can_be_silent());
    let access = given.organises(event);
    let stored = given.planner.planned_event(&access).await.unwrap().event;
    assert_eq!(stored.details.title.as_str(), "Netzwerktrefen");
}

async fn whoever_moves_up_by_a_correction_is_invited(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(titled("Netzwerktrefen")).await;
    for name in ["anna", "beate", "cem"] {
        given.comes(event, person(name, None)).await;
    }
    let told = given.mail_kinds(&address("anna")).await;
    let larger = EventDetails {
        capacity: Some(3),
        ..titled("Netzwerktreffen")
    };
    corrects(&given, event, larger).await;
    assert_eq!(given.mail_kinds(&address("anna")).await, told);
    let kinds = given.mail_kinds(&address("cem")).await;
    assert_eq!(kinds.last().map(String::as_str), Some("moved up"));
    let (text, sequence) = last_mail(&given, "cem").await;
    assert!(text.contains("Netzwerktreffen"), "{text}");
    assert_eq!(sequence, 0);
}

async fn a_summary_in_plain_language_is_saved_without_a_question_and_audited(
    database: TestDatabase,
) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(2), vec![])).await;
    given.comes(event, person("anna", None)).await;
    let told = given.mail_kinds(&address("anna")).await;
    let access = given.organises(event);
    let revision = given.planner.planned_event(&access).await.unwrap();
    let revision = revision.event.revision;
    let plain_language = Text::parse("Wir treffen uns.\nKommen Sie?\n\nEs kostet nichts.").unwrap();
    let details = EventDetails {
        plain_language: plain_language.clone(),
        ..meeting(Some(2), vec![])
    };
    let how = SaveOptions {
        agenda: AgendaShift::None,
        confirmation: Confirmation::Required,
    };
    let saved = given
        .planner
        .change_event(&access, revision, how, |_| Ok(details.clone()))
        .await
        .unwrap();
    assert_eq!(saved, ChangeOutcome::Saved);
    given.run_jobs().await;
    assert_eq!(given.mail_kinds(&address("anna")).await, told);

    let stored = given.planner.planned_event(&access).await.unwrap().event;
    assert_eq!(stored.details, details);
    let mut reader = given.database.store.read().await.unwrap();
    let audited = reader.audit_since(event, revision).await.unwrap().rows;
    let [line] = &audited[..] else {
        panic!("{audited:?}")
    };
    let changes: Vec<EventChange> = serde_json::from_value(line.changes.clone()).unwrap();
    let change = EventChange::PlainLanguage(Changed {
        before: Text::default(),
        after: plain_language,
    });
    assert_eq!(changes, [change]);
}
