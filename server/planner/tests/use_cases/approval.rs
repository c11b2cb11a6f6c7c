//! An event at which organisers decide about everybody who registers by the form.

use model::{
    Admission, Answers, AuditAction, Colleague, ColleagueConfirmation, Contingent, EventDetails,
    EventId, Fault, InvitationCalendar, RegistrationState, Text,
};
use planner::{
    Paging, PlannerError, RegistrationFilter,
    access::ContingentAccess,
    events::Recipients,
    registrations::{
        AddedPerson, Availability, Decision, NewRegistration, RegistrationSelection, SeatLimit,
        SeveralDecisions, Verdict,
    },
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, line, meeting, person};

store::on_both_engines! {
    whoever_registers_waits_though_seats_are_free,
    an_accepted_one_has_a_seat_and_a_declined_one_reads_why,
    a_free_seat_goes_to_nobody_by_itself,
    several_are_accepted_at_once,
    an_address_is_not_confirmed_before_it_is_accepted,
    those_whom_organisers_want_are_seated,
    only_held_places_are_the_organisations_to_give,
    colleagues_wait_as_well,
    whoever_registers_twice_reads_that_it_is_to_be_decided,
    without_approval_the_free_seats_go_to_those_who_wait,
    who_has_a_seat_keeps_it_when_approval_begins,
}

use RegistrationState::{Confirmed, Declined, Pending, Waitlisted};

fn by_approval(capacity: Option<u32>) -> EventDetails {
    EventDetails {
        admission: Admission::Approved,
        ..meeting(capacity, vec![])
    }
}

async fn with_people(given: &Given, details: EventDetails, people: &[&str]) -> EventId {
    let event = given.published_event(details).await;
    for name in people {
        given.comes(event, person(name, None)).await;
    }
    event
}

async fn found(given: &Given, event: EventId, name: &str) -> model::Registration {
    let mut reader = given.database.store.read().await.unwrap();
    let address = address(name).lower();
    let found = reader.registration_by_address(event, &address).await;
    found.unwrap().unwrap()
}

async fn states(given: &Given, event: EventId, people: &[&str]) -> Vec<RegistrationState> {
    let mut states = Vec::new();
    for name in people {
        states.push(found(given, event, name).await.state);
    }
    states
}

async fn decides(given: &Given, event: EventId, name: &str, decision: Decision) {
    let id = found(given, event, name).await.id;
    let access = given.organises_registration(id);
    given.planner.decide(&access, decision).await.unwrap();
    given.mails_arrive().await;
}

async fn whoever_registers_waits_though_seats_are_free(database: TestDatabase) {
    let given = a_network(database).await;
    for capacity in [None, Some(10)] {
        let event = with_people(&given, by_approval(capacity), &["anna"]).await;
        assert_eq!(states(&given, event, &["anna"]).await, [Waitlisted]);
        let (mail, text) = given.mails_to(&address("anna")).await.pop().unwrap();
        assert_eq!((mail.kind.as_str(), mail.calendar), ("undecided", None));
        assert!(text.contains("entscheidet, wer einen Platz"), "{text}");
        assert!(!text.contains("Warteliste"), "{text}");
        let slug = given.slug(event).await;
        let open = given.planner.open_event(&slug, None).await.unwrap();
        let availability = open.availability(given.planner.now());
        assert_eq!(availability, Availability::ByApproval);
        let history = given
            .planner
            .event_activity(&given.organises(event), Paging::ALL)
            .await
            .unwrap();
        let asks = history
            .activities
            .iter()
            .filter(|one| one.action == AuditAction::RegistrationUndecided);
        assert_eq!(asks.count(), 1);
    }
}

async fn an_accepted_one_has_a_seat_and_a_declined_one_reads_why(database: TestDatabase) {
    let given = a_network(database).await;
    let people = ["anna", "beate", "cem"];
    let event = with_people(&given, by_approval(Some(10)), &people).await;
    decides(&given, event, "anna", Decision::Confirm).await;
    let reason = Some(Text::parse("Dieses Mal nur Teilvorhaben.").unwrap());
    decides(&given, event, "beate", Decision::Decline { reason }).await;
    assert_eq!(
        states(&given, event, &people).await,
        [Confirmed, Declined, Waitlisted]
    );
    let kinds = given.mail_kinds(&address("anna")).await;
    assert_eq!(kinds, ["confirm address", "undecided", "seat"]);
    let (mail, text) = given.mails_to(&address("anna")).await.pop().unwrap();
    assert_eq!(mail.calendar, Some((0, "REQUEST".to_owned())));
    assert!(text.contains("Ihre Anmeldung ist best"), "{text}");
    let (mail, text) = given.mails_to(&address("beate")).await.pop().unwrap();
    assert_eq!((mail.kind.as_str(), mail.calendar), ("declined", None));
    assert!(text.contains("Dieses Mal nur Teilvorhaben."), "{text}");
}

/// A seat that is given back, more seats, and places that are no longer held. The same happens at an event that is
/// open, as a control: there the next ones are seated.
async fn a_free_seat_goes_to_nobody_by_itself(database: TestDatabase) {
    let given = a_network(database).await;
    let organisation = given.organisation("EXIS Europa").await;
    let held = vec![Contingent {
        organisation,
        seats: 1,
    }];
    for admission in [Admission::Open, Admission::Approved] {
        let details = |capacity, contingents| EventDetails {
            admission,
            ..meeting(Some(capacity), contingents)
        };
        let event = given.published_event(details(2, held.clone())).await;
        let anna = given.comes(event, person("anna", None)).await;
        if admission == Admission::Approved {
            decides(&given, event, "anna", Decision::Confirm).await;
        }
        let others = ["beate", "cem", "dana"];
        for name in others {
            given.comes(event, person(name, None)).await;
        }
        let expected = |open: [RegistrationState; 3]| match admission {
            Admission::Approved => [Waitlisted; 3],
            Admission::Open | Admission::Invited => open,
        };
        let access = given.organises_registration(found(&given, event, "anna").await.id);
        let record = given.planner.person_record(&access).await.unwrap();
        assert_eq!(record.next.is_some(), admission == Admission::Open);
        let link = given.link(&anna);
        given.planner.cancel_own_registration(&link).await.unwrap();
        let (_, text) = given.mails_to(&address("anna")).await.pop().unwrap();
        let says = text.contains("Zurzeit gibt es eine Warteliste");
        assert_eq!(says, admission == Admission::Open, "{text}");
        assert_eq!(
            states(&given, event, &others).await,
            expected([Confirmed, Waitlisted, Waitlisted])
        );
        given.changes(event, details(2, vec![])).await;
        assert_eq!(
            states(&given, event, &others).await,
            expected([Confirmed, Confirmed, Waitlisted])
        );
        given.changes(event, details(9, vec![])).await;
        assert_eq!(
            states(&given, event, &others).await,
            expected([Confirmed; 3])
        );
    }
}

async fn several_are_accepted_at_once(database: TestDatabase) {
    let given = a_network(database).await;
    let people = ["anna", "beate", "cem"];
    let event = with_people(&given, by_approval(Some(2)), &people).await;
    let access = given.organises(event);
    let waiting = RegistrationSelection::Found(RegistrationFilter {
        state: Some(Waitlisted),
        ..RegistrationFilter::default()
    });
    let accepts = SeveralDecisions {
        verdict: Verdict::Accept,
        limit: SeatLimit::Kept,
        note: Some(Text::parse("Schön, dass Sie kommen.").unwrap()),
    };
    let preview = given
        .planner
        .preview_decisions(&access, &waiting, &accepts)
        .await
        .unwrap();
    let forecast = preview.forecast;
    assert_eq!((forecast.seated, forecast.still_waiting), (2, 1));
    let decided = given
        .planner
        .decide_several(&access, &waiting, accepts)
        .await;
    assert_eq!(decided.unwrap(), 2);
    given.run_jobs().await;
    assert_eq!(
        states(&given, event, &people).await,
        [Confirmed, Confirmed, Waitlisted]
    );
    let (mail, text) = given.mails_to(&address("beate")).await.pop().unwrap();
    assert_eq!(mail.kind.as_str(), "seat");
    assert!(text.contains("dass Sie kommen."), "{text}");
}

async fn an_address_is_not_confirmed_before_it_is_accepted(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(by_approval(Some(2))).await;
    given.registers(event, person("anna", None)).await;
    assert_eq!(states(&given, event, &["anna"]).await, [Pending]);
    // The organisers decide sooner than the person confirms.
    decides(&given, event, "anna", Decision::Confirm).await;
    given.confirms(&address("anna")).await;
    assert_eq!(states(&given, event, &["anna"]).await, [Confirmed]);
}

fn added(name: &str) -> AddedPerson {
    AddedPerson {
        person: person(name, None),
        answers: Answers::default(),
    }
}

fn colleague(name: &str) -> Colleague {
    Colleague {
        given_name: line(name),
        family_name: line("Muster"),
        address: address(name),
        answers: Answers::default(),
    }
}

async fn those_whom_organisers_want_are_seated(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(by_approval(Some(5))).await;
    let access = given.organises(event);
    given
        .planner
        .add_person(&access, |_| Ok(added("anna")))
        .await
        .unwrap();
    let with_registration = InvitationCalendar::WithRegistration;
    let (_, token) = given.invited(event, "beate", with_registration).await;
    assert_eq!(given.accepts(&token).await.unwrap(), Confirmed);
    given.comes(event, person("cem", None)).await;
    assert_eq!(
        states(&given, event, &["anna", "beate", "cem"]).await,
        [Confirmed, Confirmed, Waitlisted]
    );
}

async fn only_held_places_are_the_organisations_to_give(database: TestDatabase) {
    let given = a_network(database).await;
    let organisation = given.organisation("EXIS Europa").await;
    let details = EventDetails {
        contingents: vec![Contingent {
            organisation,
            seats: 1,
        }],
        ..by_approval(Some(5))
    };
    let event = given.published_event(details).await;
    let access = given.organises(event);
    let made = given.planner.make_contingent_link(&access, organisation);
    let link = ContingentAccess::new(made.await.unwrap().token.reveal(), &given.client);
    let enter = async |names: &[&str]| {
        let colleagues = names.iter().map(|name| colleague(name)).collect();
        let entered = given
            .planner
            .enter_own_colleagues(&link, |_| Ok(colleagues));
        entered.await
    };
    let Err(PlannerError::Invalid(faults)) = enter(&["anna", "beate"]).await else {
        panic!("more than the held places were given");
    };
    let fewer = Fault::FewerPlaces { left: 1 };
    assert!(
        faults.iter().any(|(_, fault)| *fault == fewer),
        "{faults:?}"
    );
    let entered = enter(&["anna"]).await.unwrap();
    assert_eq!((entered.seated, entered.waiting), (1, 0));
    assert_eq!(states(&given, event, &["anna"]).await, [Confirmed]);
}

async fn colleagues_wait_as_well(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given
        .published_event(EventDetails {
            colleagues: ColleagueConfirmation::First,
            ..by_approval(Some(5))
        })
        .await;
    let new = NewRegistration {
        person: person("anna", None),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
        wishes: Vec::new(),
        colleagues: vec![colleague("beate")],
    };
    given.register(event, new).await.unwrap();
    given.mails_arrive().await;
    given.confirms(&address("anna")).await;
    assert_eq!(
        states(&given, event, &["anna", "beate"]).await,
        [Waitlisted; 2]
    );
    assert_eq!(given.mail_kinds(&address("beate")).await, ["undecided"]);
}

async fn whoever_registers_twice_reads_that_it_is_to_be_decided(database: TestDatabase) {
    let given = a_network(database).await;
    let event = with_people(&given, by_approval(None), &["anna"]).await;
    given.registers(event, person("anna", None)).await;
    let (mail, text) = given.mails_to(&address("anna")).await.pop().unwrap();
    assert_eq!(mail.kind.as_str(), "already registered");
    assert!(text.contains("wartet auf die Entscheidung"), "{text}");
    assert!(!text.contains("Warteliste"), "{text}");
}

async fn without_approval_the_free_seats_go_to_those_who_wait(database: TestDatabase) {
    let given = a_network(database).await;
    let people = ["anna", "beate", "cem"];
    let event = with_people(&given, by_approval(Some(2)), &people).await;
    let open = meeting(Some(2), vec![]);
    let access = given.organises(event);
    let planned = given.planner.planned_event(&access).await.unwrap();
    let effects = given
        .planner
        .effects_of_change(&access, planned.event.revision, &open)
        .await
        .unwrap();
    let moving_up = Recipients {
        moving_up: 2,
        ..Recipients::default()
    };
    assert_eq!(effects.recipients, moving_up);
    given.changes(event, open).await;
    given.run_jobs().await;
    assert_eq!(
        states(&given, event, &people).await,
        [Confirmed, Confirmed, Waitlisted]
    );
    // No seat has become free: nobody had been told of a waiting list.
    let kinds = given.mail_kinds(&address("beate")).await;
    assert_eq!(kinds, ["confirm address", "undecided", "seat"]);
}

async fn who_has_a_seat_keeps_it_when_approval_begins(database: TestDatabase) {
    let given = a_network(database).await;
    let people = ["anna", "beate", "cem"];
    let event = with_people(&given, meeting(Some(1), vec![]), &people[..2]).await;
    given.changes(event, by_approval(Some(5))).await;
    given.comes(event, person("cem", None)).await;
    assert_eq!(
        states(&given, event, &people).await,
        [Confirmed, Waitlisted, Waitlisted]
    );
    // Who was told of the waiting list moves up.
    decides(&given, event, "beate", Decision::Confirm).await;
    let kinds = given.mail_kinds(&address("beate")).await;
    assert_eq!(kinds, ["confirm address", "waiting", "moved up"]);
}
