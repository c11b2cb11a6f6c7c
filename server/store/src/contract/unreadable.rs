use model::{Answer, AuditAction, Question, QuestionKind, Registration};

use crate::{
    AuditLine, MailFilter, Paging, RegistrationFilter, RegistrationOrder, UnreadableRow,
    contract::{
        audit::change,
        events::question,
        sample::{
            self, at, contingent, id, member, network, organisation, planned, registered,
            registration, waiting,
        },
    },
    testing::TestDatabase,
};

crate::on_both_engines! {
    an_unreadable_registration_hides_no_other,
    an_unreadable_event_hides_no_other,
    an_unreadable_contingent_hides_its_event_only,
    an_unreadable_organisation_or_member_hides_no_other,
    an_unreadable_network_hides_its_own_events_only,
    a_single_unreadable_row_is_an_error,
    an_unreadable_answer_or_audit_line_hides_no_other,
}

/// The first column of a row that holds nothing where a text must be.
pub(super) fn without(
    table: &'static str,
    number: u128,
    column: &'static str,
) -> Vec<UnreadableRow> {
    vec![UnreadableRow {
        table,
        row: uuid::Uuid::from_u128(number).to_string(),
        column,
    }]
}

async fn an_unreadable_registration_hides_no_other(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let people = [
        registration(1, event.id),
        waiting(2, event.id, 1),
        waiting(3, event.id, 2),
    ];
    registered(&database.store, &people).await;
    database
        .run_sql("UPDATE registrations SET family_name = '' WHERE waiting_position = 1")
        .await;
    let unreadable = without("registrations", 2, "family_name");

    let mut reader = database.store.read().await.unwrap();
    let all = reader.registrations_of(event.id).await.unwrap();
    assert_eq!(all.rows, [people[0].clone(), people[2].clone()]);
    assert_eq!(all.unreadable, unreadable);
    let waits = reader.waiting(event.id).await.unwrap();
    assert_eq!(waits.rows, [people[2].clone()]);
    let (filter, order) = (RegistrationFilter::default(), RegistrationOrder::Name);
    let page = reader
        .find_registrations(event.id, &filter, order, Paging::ALL)
        .await
        .unwrap();
    assert_eq!((page.rows.len(), page.total), (2, 3));
    assert_eq!(page.unreadable, unreadable);
    let addresses = reader.registered_addresses(event.id).await.unwrap();
    assert_eq!(addresses.rows.len(), 3);
    let mails = reader
        .find_mails(event.network, &MailFilter::default(), Paging::ALL)
        .await
        .unwrap();
    assert!(mails.unreadable.is_empty());
}

async fn an_unreadable_event_hides_no_other(database: TestDatabase) {
    let (network, _) = planned(&database.store).await;
    let other = sample::event(2, &network);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_event(&other, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    database
        .run_sql("UPDATE events SET title = '' WHERE slug = 'treffen-2'")
        .await;
    let mut reader = database.store.read().await.unwrap();
    let events = reader.events_of(network.id).await.unwrap();
    assert_eq!(events.rows.len(), 1);
    assert_eq!(events.unreadable, without("events", 2, "title"));
}

async fn an_unreadable_contingent_hides_its_event_only(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let other = sample::event(2, &network);
    let partner = organisation(1, &network, "Verein");
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_event(&other, at(1)).await.unwrap();
    tx.insert_organisation(&partner).await.unwrap();
    tx.replace_contingents(event.id, &[contingent(partner.id, 5)])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    database
        .run_sql("UPDATE contingents SET seats = 5000000000")
        .await;
    let mut reader = database.store.read().await.unwrap();
    let events = reader.events_of(network.id).await.unwrap();
    let ids: Vec<_> = events.rows.iter().map(|(event, _)| event.id).collect();
    assert_eq!(ids, [other.id]);
    assert_eq!(events.unreadable[0].table, "contingents");
}

async fn an_unreadable_organisation_or_member_hides_no_other(database: TestDatabase) {
    let network = network(1);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&network, at(1)).await.unwrap();
    for number in 1..=2 {
        let short_name = format!("Verein {number}");
        tx.insert_organisation(&organisation(number, &network, &short_name))
            .await
            .unwrap();
        let address = format!("mitglied{number}@nord.example");
        tx.insert_member(&member(number, &network, &address), at(1))
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    database
        .run_sql("UPDATE organisations SET name = '' WHERE short_name = 'Verein 1'")
        .await;
    database
        .run_sql("UPDATE members SET name = '' WHERE address_lower LIKE 'mitglied1@%'")
        .await;
    let mut reader = database.store.read().await.unwrap();
    let organisations = reader.organisations(network.id).await.unwrap();
    assert_eq!(organisations.rows, [organisation(2, &network, "Verein 2")]);
    assert_eq!(
        organisations.unreadable,
        without("organisations", 1, "name")
    );
    let members = reader.members(network.id).await.unwrap();
    assert_eq!(
        members.rows,
        [member(2, &network, "mitglied2@nord.example")]
    );
    assert_eq!(members.unreadable, without("members", 1, "name"));
}

async fn an_unreadable_network_hides_its_own_events_only(database: TestDatabase) {
    let (network, _) = planned(&database.store).await;
    let other = sample::network(9);
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_network(&other, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    database
        .run_sql("UPDATE networks SET time_zone = 'Mars' WHERE slug = 'netz-9'")
        .await;
    let mut reader = database.store.read().await.unwrap();
    let networks = reader.networks().await.unwrap();
    assert_eq!(networks.rows, [network]);
    assert_eq!(networks.unreadable, without("networks", 9, "time_zone"));
}

async fn a_single_unreadable_row_is_an_error(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    registered(&database.store, &[registration(1, event.id)]).await;
    database
        .run_sql("UPDATE registrations SET address = 'nobody'")
        .await;
    let mut reader = database.store.read().await.unwrap();
    let error = reader.registration(id(1)).await.unwrap_err();
    assert!(
        error.to_string().contains("registrations.address"),
        "{error}"
    );
}

async fn an_unreadable_answer_or_audit_line_hides_no_other(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let asked = Question {
        kind: QuestionKind::Text,
        ..question(1, 1)
    };
    let wrote = |number| Registration {
        answers: [(asked.id, Answer::Text("vegan".into()))]
            .into_iter()
            .collect(),
        ..registration(number, event.id)
    };
    registered(&database.store, &[wrote(1), wrote(2), wrote(3)]).await;
    let line = |number, action| AuditLine {
        action,
        ..change(number, None)
    };
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_question(&asked).await.unwrap();
    for (number, action) in [
        (1, AuditAction::EventCreated),
        (2, AuditAction::EventPublished),
    ] {
        tx.insert_audit(line(number, action)).await.unwrap();
    }
    tx.commit().await.unwrap();
    for broken in [
        "UPDATE registrations SET answers = 'nix' WHERE address_lower LIKE 'person1@%'",
        "UPDATE registrations SET answers = answers || 'x' WHERE address_lower LIKE 'person2@%'",
        "UPDATE audit SET at = 9223372036854775807 WHERE what = 'event published'",
    ] {
        database.run_sql(broken).await;
    }
    let mut reader = database.store.read().await.unwrap();
    let soon = at(1)..at(100_000);
    let attention = reader.attention(network.id, None, soon).await.unwrap();
    assert_eq!(attention[&event.id].writers, 2);
    let answers = reader.free_answers(event.id, 9).await.unwrap();
    assert_eq!((answers.rows.len(), &*answers.rows[0].answer), (1, "vegan"));
    assert_eq!(answers.unreadable, without("registrations", 2, "answers"));
    let states = reader.state_changes_of_event(event.id).await.unwrap();
    assert_eq!(states.rows, [(AuditAction::EventCreated, at(1))]);
    assert_eq!(states.unreadable, without("audit", 2, "at"));
}
