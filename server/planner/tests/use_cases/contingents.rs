//! The places of organisations: contact people manage them by a link, and they return to everybody.

use jiff::SignedDuration;
use model::{
    Answers, Colleague, Contingent, EventId, Fault, Faults, OrganisationId, RegistrationState,
};
use planner::{
    PlannerError,
    access::ContingentAccess,
    contingents::{ColleaguesEntered, OwnPlaces},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, line, meeting, person, when};

store::on_both_engines! {
    colleagues_are_entered_in_one_go_and_told_by_whom,
    a_swapped_place_stays_taken,
    a_place_that_is_released_stays_with_the_organisation,
    places_given_back_go_to_whoever_waits,
    unused_places_return_to_all_on_their_date,
    a_revoked_link_opens_nothing,
    of_fifty_at_once_one_gets_the_last_place,
    an_address_that_is_registered_is_named_and_nobody_is_entered,
    of_others_nobody_learns_who_is_registered,
    while_the_form_is_closed_only_held_places_are_given,
    an_organisation_enters_only_so_many_in_an_hour,
    afterwards_the_link_names_nobody,
}

fn colleague(name: &str) -> Colleague {
    Colleague {
        given_name: line(name),
        family_name: line("Muster"),
        address: address(name),
        answers: Answers::default(),
    }
}

async fn with_places(given: &Given, capacity: u32, held: u32) -> (EventId, OrganisationId) {
    let organisation = given.organisation("EXIS Europa").await;
    let contingent = Contingent {
        organisation,
        seats: held,
    };
    let details = meeting(Some(capacity), vec![contingent]);
    (given.published_event(details).await, organisation)
}

async fn link(given: &Given, event: EventId, organisation: OrganisationId) -> ContingentAccess {
    let access = given.organises(event);
    let made = given.planner.make_contingent_link(&access, organisation);
    ContingentAccess::new(made.await.unwrap().token.reveal(), &given.client)
}

async fn enters(given: &Given, link: &ContingentAccess, names: &[&str]) -> ColleaguesEntered {
    let colleagues = names.iter().map(|name| colleague(name)).collect();
    given
        .planner
        .enter_own_colleagues(link, |_| Ok(colleagues))
        .await
        .unwrap()
}

async fn places(given: &Given, link: &ContingentAccess) -> OwnPlaces {
    given.planner.own_places(link).await.unwrap()
}

async fn colleagues_are_entered_in_one_go_and_told_by_whom(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 2, 2).await;
    let link = link(&given, event, organisation).await;
    let entered = enters(&given, &link, &["anna", "beate", "cem"]).await;
    assert_eq!((entered.seated, entered.waiting), (2, 1));
    let (mail, text) = given.mails_to(&address("anna")).await.pop().unwrap();
    assert_eq!(mail.calendar, Some((0, "REQUEST".to_owned())));
    assert!(text.contains("EXIS Europa hat Sie"), "{text}");
    assert!(!text.contains("Ihre Anmeldung ist best"), "{text}");
    let places = places(&given, &link).await;
    assert_eq!((places.held, places.unused()), (2, 0));
    assert_eq!(places.people.len(), 3);
    assert_eq!(places.people[2].state, RegistrationState::Waitlisted);
}

async fn a_swapped_place_stays_taken(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 1, 1).await;
    let link = link(&given, event, organisation).await;
    enters(&given, &link, &["anna", "beate"]).await;
    given.mails_arrive().await;
    let anna = places(&given, &link).await.people[0].registration;
    given
        .planner
        .swap_own_place(&link, anna, |_| Ok(colleague("cem")))
        .await
        .unwrap();
    let people = places(&given, &link).await.people;
    let names: Vec<_> = people
        .iter()
        .map(|one| (one.name.clone().unwrap(), one.state))
        .collect();
    assert_eq!(
        names[0],
        ("cem Muster".to_owned(), RegistrationState::Confirmed)
    );
    assert_eq!(names[1].1, RegistrationState::Waitlisted, "beate waits on");
    let (mail, text) = given.mails_to(&address("anna")).await.pop().unwrap();
    assert_eq!(mail.calendar, Some((1, "CANCEL".to_owned())));
    assert!(text.contains("EXIS Europa hat Sie"), "{text}");
    let (mail, _) = given.mails_to(&address("cem")).await.pop().unwrap();
    assert_eq!(mail.calendar, Some((0, "REQUEST".to_owned())));
    // Whoever waits has no place to swap.
    let beate = people[1].registration;
    let swapped = given
        .planner
        .swap_own_place(&link, beate, |_| Ok(colleague("dana")))
        .await;
    assert!(
        matches!(swapped, Err(PlannerError::WrongState)),
        "{swapped:?}"
    );
}

async fn a_place_that_is_released_stays_with_the_organisation(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 1, 1).await;
    let link = link(&given, event, organisation).await;
    enters(&given, &link, &["anna"]).await;
    given.comes(event, person("zoe", None)).await;
    let anna = places(&given, &link).await.people[0].registration;
    given.planner.release_own_place(&link, anna).await.unwrap();
    let after = places(&given, &link).await;
    assert_eq!((after.unused(), after.people.len()), (1, 0));
    assert_eq!(
        given.mail_kinds(&address("zoe")).await.last().unwrap(),
        "waiting"
    );
    // Nobody of another organisation is managed by this link.
    let mut reader = given.database.store.read().await.unwrap();
    let zoe = reader.registrations_of(event).await.unwrap().rows;
    let zoe = zoe
        .iter()
        .find(|one| one.person.address == address("zoe"))
        .unwrap()
        .id;
    drop(reader);
    let foreign = given.planner.release_own_place(&link, zoe).await;
    assert!(
        matches!(foreign, Err(PlannerError::NotFound)),
        "{foreign:?}"
    );
}

async fn places_given_back_go_to_whoever_waits(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 2, 2).await;
    let link = link(&given, event, organisation).await;
    enters(&given, &link, &["anna"]).await;
    given.comes(event, person("zoe", None)).await;
    assert_eq!(given.planner.return_own_places(&link).await.unwrap(), 1);
    given.run_jobs().await;
    assert_eq!(
        given.mail_kinds(&address("zoe")).await.last().unwrap(),
        "moved up"
    );
    assert_eq!(places(&given, &link).await.held, 1);
}

async fn unused_places_return_to_all_on_their_date(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 2, 2).await;
    let link = link(&given, event, organisation).await;
    enters(&given, &link, &["anna"]).await;
    given.comes(event, person("zoe", None)).await;
    let access = given.organises(event);
    let late = given
        .planner
        .set_contingent_release(&access, |_| Ok(Some(when("2023-09-19T10:00"))))
        .await;
    assert!(matches!(late, Err(PlannerError::Invalid(_))), "{late:?}");
    given
        .planner
        .set_contingent_release(&access, |_| Ok(Some(when("2023-08-15T12:00"))))
        .await
        .unwrap();
    given.clock.advance(SignedDuration::from_hours(24 * 13));
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 0);
    given.clock.advance(SignedDuration::from_hours(25));
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 1);
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 0);
    given.run_jobs().await;
    assert_eq!(
        given.mail_kinds(&address("zoe")).await.last().unwrap(),
        "moved up"
    );
    let places = places(&given, &link).await;
    assert_eq!((places.held, places.people.len()), (0, 1));
    assert_eq!(given.mail_kinds(&address("anna")).await, ["seat"]);
}

async fn a_revoked_link_opens_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 2, 2).await;
    let link = link(&given, event, organisation).await;
    let access = given.organises(event);
    given
        .planner
        .mail_contingent_link(&access, organisation, address("kontakt"))
        .await
        .unwrap();
    let (_, text) = given.mails_to(&address("kontakt")).await.pop().unwrap();
    let token = text.replace("=\r\n", "");
    let token: String = token
        .split_once("/places/")
        .unwrap()
        .1
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let mailed = ContingentAccess::new(&token, &given.client);
    assert_eq!(places(&given, &mailed).await.held, 2);
    given
        .planner
        .revoke_contingent_links(&access, organisation)
        .await
        .unwrap();
    for link in [link, mailed] {
        let opened = given.planner.own_places(&link).await;
        assert!(matches!(opened, Err(PlannerError::NotFound)), "{opened:?}");
    }
}

async fn of_fifty_at_once_one_gets_the_last_place(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 1, 1).await;
    let link = link(&given, event, organisation).await;
    let requests = (0..50).map(|number| {
        let (planner, link) = (given.planner.clone(), link.clone());
        tokio::spawn(async move {
            let one = colleague(&format!("p{number}"));
            planner.enter_own_colleagues(&link, |_| Ok(vec![one])).await
        })
    });
    let mut seated = 0;
    for request in requests.collect::<Vec<_>>() {
        seated += request.await.unwrap().unwrap().seated;
    }
    assert_eq!(seated, 1);
    let places = places(&given, &link).await;
    assert_eq!((places.seats.taken(), places.people.len()), (1, 50));
}

async fn an_address_that_is_registered_is_named_and_nobody_is_entered(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 5, 5).await;
    let link = link(&given, event, organisation).await;
    enters(&given, &link, &["anna"]).await;
    let again = vec![colleague("beate"), colleague("anna")];
    let refused = given
        .planner
        .enter_own_colleagues(&link, |_| Ok(again))
        .await
        .unwrap_err();
    let PlannerError::Invalid(faults) = refused else {
        panic!("{refused:?}");
    };
    let fields: Vec<_> = faults.iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["people[1][address]"]);
    assert_eq!(places(&given, &link).await.people.len(), 1);
}

async fn of_others_nobody_learns_who_is_registered(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 5, 5).await;
    let link = link(&given, event, organisation).await;
    enters(&given, &link, &["anna"]).await;
    given.comes(event, person("zoe", None)).await;
    let token = given.comes(event, person("yusuf", None)).await;
    let own = given.link(&token);
    given.planner.cancel_own_registration(&own).await.unwrap();
    given.mails_arrive().await;
    let before = given.mail_kinds(&address("zoe")).await;

    let probe = vec![colleague("zoe"), colleague("anna")];
    let probe = given.planner.enter_own_colleagues(&link, |_| Ok(probe));
    let PlannerError::Invalid(faults) = probe.await.unwrap_err() else {
        panic!("zoe was entered");
    };
    assert_eq!(faults, Faults::one("people[1][address]", Fault::Twice));

    given.clock.advance(SignedDuration::from_hours(1));
    let entered = enters(&given, &link, &["zoe", "yusuf", "beate"]).await;
    let numbers = (entered.seated, entered.waiting, entered.others);
    assert_eq!(numbers, (1, 0, 2));
    assert_eq!(given.mail_kinds(&address("zoe")).await, before);
    // Whoever cancelled decides about it.
    let (mail, text) = given.mails_to(&address("yusuf")).await.pop().unwrap();
    assert_eq!(mail.kind.as_str(), "confirm address");
    assert!(text.contains("EXIS Europa hat Sie"), "{text}");
    let people = places(&given, &link).await.people;
    let names: Vec<_> = people.iter().map(|one| one.name.as_deref()).collect();
    assert_eq!(names, [Some("anna Muster"), Some("beate Muster")]);
}

async fn while_the_form_is_closed_only_held_places_are_given(database: TestDatabase) {
    let given = a_network(database).await;
    let organisation = given.organisation("EXIS Europa").await;
    let contingent = Contingent {
        organisation,
        seats: 2,
    };
    let mut details = meeting(Some(9), vec![contingent]);
    details.closes = Some(when("2023-09-12T18:00"));
    let event = given.published_event(details).await;
    let link = link(&given, event, organisation).await;
    enters(&given, &link, &["anna"]).await;
    given.clock.advance(SignedDuration::from_hours(24 * 45));
    let refused = given
        .planner
        .enter_own_colleagues(&link, |_| Ok(vec![colleague("beate"), colleague("cem")]))
        .await
        .unwrap_err();
    let PlannerError::Invalid(faults) = refused else {
        panic!("{refused:?}");
    };
    let fewer = Fault::FewerPlaces { left: 1 };
    assert_eq!(faults, Faults::one("people[0][given_name]", fewer));
    assert_eq!(enters(&given, &link, &["beate"]).await.seated, 1);
}

async fn an_organisation_enters_only_so_many_in_an_hour(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 5, 5).await;
    let link = link(&given, event, organisation).await;
    let many = (0..201).map(|number| colleague(&format!("p{number}")));
    let many = many.collect();
    let refused = given
        .planner
        .enter_own_colleagues(&link, |_| Ok(many))
        .await;
    assert!(
        matches!(refused, Err(PlannerError::TooManyRequests { .. })),
        "{refused:?}"
    );
}

async fn afterwards_the_link_names_nobody(database: TestDatabase) {
    let given = a_network(database).await;
    let (event, organisation) = with_places(&given, 5, 5).await;
    let link = link(&given, event, organisation).await;
    enters(&given, &link, &["anna"]).await;
    given.clock.advance(SignedDuration::from_hours(24 * 52));
    assert!(places(&given, &link).await.people.is_empty());
}
