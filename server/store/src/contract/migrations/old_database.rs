//! A database made by an earlier version keeps its data.

use jiff::Timestamp;
use model::{EmailAddress, Event, MailState, NetworkId, RegistrationState};
use sqlx::AssertSqlSafe;

use crate::{
    MailFilter, MailOutcome, Paging, Reader, RegistrationFilter, RegistrationOrder,
    contract::schema,
    testing::{Engine, TestDatabase},
};

/// The tables of version 8: the name then, the name now, and the columns that are dropped or computed
/// again.
const TABLES: &[(&str, &str, &[&str])] = &[
    ("networks", "networks", &[]),
    ("members", "members", &["address_lower"]),
    (
        "organisations",
        "organisations",
        &["name_lower", "sort_key"],
    ),
    ("sign_in_links", "sign_in_links", &["address_lower"]),
    (
        "sessions",
        "login_sessions",
        &["address_lower", "last_seen_at"],
    ),
    ("rate_limits", "rate_limits", &[]),
    ("events", "events", &["published_at"]),
    ("contingents", "contingents", &[]),
    ("agenda_sessions", "agenda_items", &[]),
    ("questions", "questions", &[]),
    (
        "registrations",
        "registrations",
        &["address_lower", "search", "sort_key", "organisation_key"],
    ),
    ("personal_links", "personal_links", &["used_at"]),
    ("outbox", "outbox", &["recipient_lower", "message"]),
    ("audit", "audit", &[]),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_sqlite_database_keeps_its_data() {
    an_old_database_keeps_its_data(Engine::Sqlite, include_str!("v8.sqlite.sql")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_postgres_database_keeps_its_data() {
    an_old_database_keeps_its_data(Engine::Postgres, include_str!("v8.postgres.sql")).await;
}

async fn an_old_database_keeps_its_data(engine: Engine, dump: &str) {
    let database = TestDatabase::empty(engine).await;
    database.run_sql(dump).await;
    let mut old = Vec::new();
    for (table, _, dropped) in TABLES {
        let columns = columns(&database, table, dropped).await;
        let rows = rows(&database, table, &columns).await;
        old.push((columns, rows));
    }

    database.store.migrate().await.unwrap();

    assert!(database.store.is_current().await.unwrap());
    let fresh = TestDatabase::fresh(engine).await;
    assert_eq!(
        schema::describe(&database).await,
        schema::describe(&fresh).await
    );
    for ((_, table, _), (columns, before)) in TABLES.iter().zip(&old) {
        let after = rows(&database, table, columns).await;
        assert_eq!(&after, before, "table {table}");
    }
    let count = |name: &str| {
        let position = TABLES.iter().position(|(table, ..)| *table == name);
        old[position.unwrap()].1.len()
    };

    let mut reader = database.store.read().await.unwrap();
    let networks = reader.networks().await.unwrap().rows;
    assert_eq!(networks.len(), count("networks"));
    let network = networks[0].id;
    let members = reader.members(network).await.unwrap().rows;
    assert_eq!(members.len(), count("members"));
    let organisations = reader.organisations(network).await.unwrap().rows;
    assert_eq!(organisations.len(), count("organisations"));
    let audit = reader
        .audit_of_network(network, Paging::ALL)
        .await
        .unwrap()
        .rows;
    assert_eq!(audit.len(), count("audit"));

    let events = reader.events_of(network).await.unwrap().rows;
    assert_eq!(events.len(), count("events"));
    let mut parts = [0; 4];
    for (event, counts) in &events {
        let registrations = reader.registrations_of(event.id).await.unwrap().rows;
        assert_eq!(registrations.len(), usize::try_from(counts.all()).unwrap());
        parts[0] += event.details.contingents.len();
        parts[1] += reader.agenda(event.id).await.unwrap().rows.len();
        parts[2] += reader.questions(event.id).await.unwrap().rows.len();
        parts[3] += registrations.len();
    }
    assert_eq!(
        parts,
        [
            "contingents",
            "agenda_sessions",
            "questions",
            "registrations"
        ]
        .map(count)
    );
    let (event, counts) = events
        .iter()
        .max_by_key(|(_, counts)| counts.all())
        .unwrap();
    assert_eq!(
        (counts.confirmed, counts.waitlisted, counts.cancelled),
        (4, 1, 1)
    );
    assert_registrations(&mut reader, event).await;
    assert_mails(&mut reader, network, count("outbox")).await;
    drop(reader);
    assert_secrets_still_open(&database).await;
}

/// People are found by the keys of today.
async fn assert_registrations(reader: &mut Reader, event: &Event) {
    for (address, name) in [
        ("LUBOS@müller.example", "Ľuboš Ṣahin"),
        ("lubos@xn--mller-kva.example", "Ľuboš Ṣahin"),
        ("stefan@xn--mller-kva.example", "Stefan Schäfer"),
        ("anna.jaeger@rinleipzig.example", "Anna Jäger"),
    ] {
        let address = EmailAddress::parse(address).unwrap();
        let found = reader
            .registration_by_address(event.id, &address.lower())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(found.person.name(), name);
    }
    for (search, names) in [
        ("sahin lodz", vec!["Ľuboš Ṣahin"]),
        ("muller", vec!["Ľuboš Ṣahin", "Stefan Schäfer"]),
        (
            "rin leipzig",
            vec![
                "Anna Berger",
                "Ali Großmann",
                "Anna Jäger",
                "Stefan Schäfer",
                "Joanna Winkler",
            ],
        ),
    ] {
        let filter = RegistrationFilter {
            search: search.to_owned(),
            ..RegistrationFilter::default()
        };
        let found = reader
            .find_registrations(event.id, &filter, RegistrationOrder::Name, Paging::ALL)
            .await
            .unwrap();
        let found: Vec<String> = found.rows.iter().map(|row| row.person.name()).collect();
        assert_eq!(found, names, "{search}");
    }
    let waiting = reader.waiting(event.id).await.unwrap().rows;
    let [waiting] = &waiting[..] else {
        panic!("one person waits: {waiting:?}");
    };
    assert_eq!(waiting.state, RegistrationState::Waitlisted);
    assert_eq!(waiting.consent.map(|(version, _)| version), Some(1));
    let history = reader.mails_of_registration(waiting.id).await.unwrap().rows;
    assert_eq!(history.len(), 1);
    let audit = reader.audit_of_registration(waiting.id).await.unwrap().rows;
    assert_eq!(audit.len(), 1);
}

async fn assert_mails(reader: &mut Reader, network: NetworkId, count: usize) {
    let mails = reader
        .find_mails(network, &MailFilter::default(), Paging::ALL)
        .await
        .unwrap();
    assert_eq!(mails.rows.len(), count);
    for mail in &mails.rows {
        let message = reader.mail_message(mail.id).await.unwrap().unwrap();
        assert!(message.starts_with(b"Date: "));
        assert_eq!(mail.state == MailState::Refused, mail.last_error.is_some());
    }
}

/// Personal links open, the login session lasts, and the queued mail is claimed.
async fn assert_secrets_still_open(database: &TestDatabase) {
    let made_at: Timestamp = "2026-11-28T13:10:00Z".parse().unwrap();
    let later: Timestamp = "2026-11-28T13:20:00Z".parse().unwrap();
    let mut tx = database.store.begin().await.unwrap();
    let hashes: Vec<Vec<u8>> = dispatch!(
        tx,
        query_scalar("SELECT token_hash FROM personal_links"),
        |query, c| query.fetch_all(c)
    )
    .unwrap();
    assert_eq!(hashes.len(), 12);
    for hash in hashes {
        assert!(tx.personal_link(&hash).await.unwrap().is_some());
    }
    let session: Vec<u8> = dispatch!(
        tx,
        query_scalar("SELECT token_hash FROM login_sessions"),
        |query, c| query.fetch_one(c)
    )
    .unwrap();
    let address = tx.login_session(&session, made_at).await.unwrap().unwrap();
    assert_eq!(address, "anna.jaeger@rinleipzig.example");
    assert_eq!(tx.memberships(&address).await.unwrap().rows.len(), 1);
    let claimed = tx
        .claim_mails(9, made_at, later, uuid::Uuid::from_u128(1))
        .await
        .unwrap();
    let [mail] = &claimed.mails[..] else {
        panic!("one mail is queued: {claimed:?}");
    };
    assert_eq!(mail.recipient.as_str(), "Stefan@Müller.example");
    let settled = tx
        .settle_mails(&[(mail.lease, MailOutcome::Accepted)], made_at)
        .await;
    assert_eq!(settled.unwrap(), 1);
    tx.commit().await.unwrap();
}

/// A table's columns without the dropped ones.
async fn columns(database: &TestDatabase, table: &str, dropped: &[&str]) -> Vec<String> {
    let sql = match database.engine() {
        Engine::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
        Engine::Postgres => format!(
            "SELECT column_name::text FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name = '{table}'"
        ),
    };
    let mut columns = strings(database, sql).await;
    let all = columns.len();
    columns.retain(|column| !dropped.contains(&column.as_str()));
    assert_eq!(columns.len(), all - dropped.len(), "table {table}");
    columns
}

/// The rows of a table, each as one text, in any fixed order.
async fn rows(database: &TestDatabase, table: &str, columns: &[String]) -> Vec<String> {
    let values: Vec<String> = columns
        .iter()
        .map(|column| match database.engine() {
            Engine::Sqlite => format!("quote(\"{column}\")"),
            Engine::Postgres => format!("quote_nullable(\"{column}\"::text)"),
        })
        .collect();
    let row = values.join(" || '|' || ");
    strings(database, format!("SELECT {row} FROM {table} ORDER BY 1")).await
}

async fn strings(database: &TestDatabase, sql: String) -> Vec<String> {
    let mut reader = database.store.read().await.unwrap();
    dispatch!(reader, query_scalar(AssertSqlSafe(sql)), |query, c| query
        .fetch_all(c))
    .unwrap()
}
