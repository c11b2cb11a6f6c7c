//! Series of events: the next event, what it takes over, and what it still needs.

use model::{
    CopiedPart, CopyNote, EventDetails, EventId, EventKind, InvitationCalendar, Line, Text,
    VariableBody, VariableLine, WebAddress,
    cafe::{CafeRule, CafeRuleKind, CafeSetUp, RuleNumber},
};
use planner::{
    PlannerError,
    agenda::AgendaMove,
    cafes::{SetUpEdit, suggest},
    events::{EventOverview, NextEvent},
    invitations::{InvitationChoice, NewInvitations},
};
use store::testing::TestDatabase;

use crate::{
    agenda::{expected, item, times},
    given::{Given, a_network, line, meeting, person, when},
    questions::question,
    workshops::{slot, workshop},
};

store::on_both_engines! {
    the_next_event_has_everything_but_people_links_and_deadlines,
    what_is_seen_to_is_no_longer_pointed_out,
    who_was_invited_is_the_choice_of_the_next_invitation,
    a_series_is_found_by_its_name_and_ends_with_its_last_event,
    only_organisers_plan_the_next_event,
}

/// A café of one day in September with everything that can be copied.
async fn autumn(given: &Given) -> EventId {
    let details = EventDetails {
        kind: EventKind::WorldCafe,
        body: Text::parse("Wir treffen uns am Dienstag, 19. September 2023.").unwrap(),
        summary: Text::parse("Ein Treffen für alle.").unwrap(),
        closes: Some(when("2023-09-12T18:00")),
        ..meeting(Some(70), vec![])
    };
    let online = EventDetails {
        place: model::Place {
            online_link: Some(WebAddress::parse("https://konferenz.example/alt").unwrap()),
            ..details.place.clone()
        },
        ..details
    };
    let event = given.published_event(online).await;
    let access = given.organises(event);
    let planner = &given.planner;
    let greeting = item("Begrüßung", "10:00", 15);
    let added = planner.add_agenda_item(&access, greeting, AgendaMove::OnlyThis);
    added.await.unwrap();
    let asked = question("Was gelang Ihnen seit dem 1.3.2023?");
    planner.add_question(&access, asked).await.unwrap();
    let slot = planner.add_slot(&access, slot("13:00", 60)).await.unwrap();
    let added = planner.add_workshop(&access, workshop("Anerkennung", &[slot]));
    added.await.unwrap();
    for name in ["Anna", "Ben", "Cem"] {
        given.comes(event, person(name, None)).await;
    }
    let cafe = planner.cafe(&access, None).await.unwrap();
    let people: Vec<_> = cafe.people.iter().map(|person| person.id).collect();
    let suggestion = suggest(24, 105, None);
    let mut new = suggestion.applied_to(&CafeSetUp::empty(), |number| format!("Thema {number}"));
    new.tables[0].host = Some(people[0]);
    new.rules.push(CafeRule {
        number: RuleNumber(1),
        kind: CafeRuleKind::Apart(people),
        note: None,
    });
    new.rounds.begins = Some("10:30".parse().unwrap());
    let edit = SetUpEdit { seen: 0, new };
    planner.save_cafe_set_up(&access, None, edit).await.unwrap();
    event
}

fn spring() -> NextEvent {
    NextEvent {
        title: line("Frühjahrstreffen 2024"),
        series: line("Netzwerktreffen"),
        // After the clocks have changed, and half an hour later in the day.
        starts: when("2024-04-09T10:00"),
    }
}

async fn next_of(given: &Given, from: EventId) -> EventId {
    let access = given.organises(from);
    let created = given.planner.create_next_event(&access, |_| Ok(spring()));
    created.await.unwrap()
}

async fn overview(given: &Given, event: EventId) -> EventOverview {
    let access = given.organises(event);
    given.planner.event_overview(&access).await.unwrap()
}

fn parts(notes: &[CopyNote]) -> Vec<CopiedPart> {
    notes.iter().map(|note| note.part).collect()
}

async fn the_next_event_has_everything_but_people_links_and_deadlines(database: TestDatabase) {
    let given = a_network(database).await;
    let from = autumn(&given).await;
    let next = next_of(&given, from).await;
    let access = given.organises(next);
    let planned = given.planner.planned_event(&access).await.unwrap();
    let details = &planned.event.details;
    assert_eq!(details.starts, when("2024-04-09T10:00"));
    assert_eq!(details.ends, when("2024-04-09T16:30"));
    assert_eq!(details.capacity, Some(70));
    assert_eq!(details.place.name, Some(line("Volkshochschule Leipzig")));
    assert_eq!(details.place.online_link, None);
    assert_eq!((details.opens, details.closes), (None, None));
    assert_eq!(planned.counts.all(), 0);
    assert_eq!(planned.questions.len(), 1);
    assert_eq!(
        times(&given, next).await,
        expected(&[
            ("Begrüßung", "2024-04-09T10:30"),
            ("Anerkennung", "2024-04-09T13:30"),
        ])
    );
    let before = given.planner.cafe(&given.organises(from), None).await;
    let before = before.unwrap().set_up();
    let after = given.planner.cafe(&access, None).await.unwrap().set_up();
    assert_eq!(after.topics, before.topics);
    assert_eq!(after.tables.len(), before.tables.len());
    assert_eq!(after.goals, before.goals);
    assert_eq!(after.named_people().count(), 0);
    assert_eq!(after.rounds.begins, Some("11:00".parse().unwrap()));
    let overview = overview(&given, next).await;
    let series = overview.series.unwrap();
    let (previous, following) = series.around(next);
    assert_eq!((previous.unwrap().id, following), (from, None));
    assert_eq!(
        series.next_start().unwrap().to_string(),
        "2024-10-29T10:00:00"
    );
}

async fn what_is_seen_to_is_no_longer_pointed_out(database: TestDatabase) {
    let given = a_network(database).await;
    let from = autumn(&given).await;
    let next = next_of(&given, from).await;
    let notes = overview(&given, next).await.copy_notes;
    assert_eq!(
        parts(&notes),
        [
            CopiedPart::OnlineLink,
            CopiedPart::RegistrationTimes,
            CopiedPart::Invitations,
            CopiedPart::Body,
            CopiedPart::Questions,
        ]
    );
    // The title names the new year, and the new day is a Tuesday, too.
    assert_eq!(notes[3].found, ["19. September 2023"]);
    assert_eq!(notes[4].found, ["1.3.2023"]);
    let access = given.organises(next);
    let planned = given.planner.planned_event(&access).await.unwrap();
    let changed = EventDetails {
        body: Text::parse("Wir treffen uns am 9. April.").unwrap(),
        closes: Some(when("2024-04-02T18:00")),
        ..planned.event.details
    };
    given.changes(next, changed).await;
    let done = given
        .planner
        .finish_copy_note(&access, CopiedPart::OnlineLink);
    done.await.unwrap();
    let notes = overview(&given, next).await.copy_notes;
    assert_eq!(
        parts(&notes),
        [CopiedPart::Invitations, CopiedPart::Questions]
    );
}

async fn who_was_invited_is_the_choice_of_the_next_invitation(database: TestDatabase) {
    let given = a_network(database).await;
    let from = autumn(&given).await;
    let dora = given.contact(person("Dora", None)).await;
    let new = NewInvitations {
        choice: InvitationChoice {
            contacts: vec![dora],
            ..InvitationChoice::default()
        },
        subject: VariableLine::parse("Kommen Sie am 19. September?").unwrap(),
        text: VariableBody::parse("Guten Tag {Vorname}").unwrap(),
        calendar: InvitationCalendar::WithRegistration,
        due: None,
    };
    let organises = given.organises(from);
    let invited = given.planner.invite(&organises, |_| Ok(new));
    invited.await.unwrap();
    given.run_jobs().await;
    let next = next_of(&given, from).await;
    let choice = InvitationChoice {
        events: vec![from],
        invited_to: vec![from],
        ..InvitationChoice::default()
    };
    let access = given.organises(next);
    let options = given.planner.invitation_options(&access, &choice, "").await;
    let options = options.unwrap();
    let earlier = options.earlier.unwrap();
    assert_eq!(earlier.event.id, from);
    let (subject, _) = earlier.words.unwrap();
    assert_eq!(subject.source(), "Kommen Sie am 19. September?");
    let invited: Vec<_> = options.invited_to.iter().map(|(_, n)| *n).collect();
    assert_eq!(invited, [1]);
    // Three took part, and one was invited only.
    assert_eq!(options.invitees.people.len(), 4);
}

async fn a_series_is_found_by_its_name_and_ends_with_its_last_event(database: TestDatabase) {
    let given = a_network(database).await;
    let one = given.published_event(meeting(None, vec![])).await;
    let other = given.published_event(meeting(None, vec![])).await;
    let put = async |event, name: Option<&str>| {
        let name: Option<Line<120>> = name.map(line);
        let access = given.organises(event);
        given.planner.set_series(&access, name).await.unwrap();
    };
    put(one, Some("Beirat")).await;
    put(other, Some("BEIRAT ")).await;
    let series = async |event| {
        let page = given.planner.series_page(&given.organises(event)).await;
        page.unwrap()
    };
    let of = series(one).await.series.unwrap();
    assert_eq!(of.series.name.as_str(), "Beirat");
    assert_eq!(of.events.len(), 2);
    put(one, None).await;
    assert!(series(one).await.series.is_none());
    put(other, None).await;
    assert!(series(other).await.names.is_empty());
}

async fn only_organisers_plan_the_next_event(database: TestDatabase) {
    let given = a_network(database).await;
    let from = given.published_event(meeting(None, vec![])).await;
    let reader = given.member_as("lena", model::Role::Reader).await;
    let access = reader.organises_event(from);
    let refused = given.planner.create_next_event(&access, |_| Ok(spring()));
    assert!(matches!(refused.await, Err(PlannerError::NotAllowed)));
    let seen = given.planner.series_page(&reader.reads_event(from)).await;
    assert!(seen.is_ok());
}
