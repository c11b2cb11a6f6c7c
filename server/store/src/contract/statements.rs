//! Every statement, on its own.

use std::{collections::BTreeSet, fs, path::Path};

use sqlx::{AssertSqlSafe, Executor, Row, SqlSafeStr, SqliteConnection};

use crate::{
    action_items, agenda_changes, agenda_items, attachments, audit,
    connection::DbConnection,
    contacts, distribution_lists, event_reminders, events, form_submissions, harvest, invitations,
    jobs, kept_forms, list_columns, listener, login_sessions, logos, mailing_mails, mailings,
    members, migrate, networks, opt_out_links, organisations, outbox, own_words, personal_links,
    plan_links, plans, programmes, questions, rate_limits, registrations, sign_in_links,
    testing::{Engine, TestDatabase},
};

type Statements = &'static [(&'static str, &'static str)];

const BOTH: &[(&str, Statements)] = &[
    ("action_items", action_items::STATEMENTS),
    ("agenda_changes", agenda_changes::STATEMENTS),
    ("agenda_items", agenda_items::STATEMENTS),
    ("attachments", attachments::STATEMENTS),
    ("audit", audit::STATEMENTS),
    ("contacts", contacts::STATEMENTS),
    ("contacts::imports", contacts::imports::STATEMENTS),
    ("contacts::lists", contacts::lists::STATEMENTS),
    (
        "contacts::of_organisations",
        contacts::of_organisations::STATEMENTS,
    ),
    (
        "contacts::of_registrations",
        contacts::of_registrations::STATEMENTS,
    ),
    ("distribution_lists", distribution_lists::STATEMENTS),
    ("event_reminders", event_reminders::STATEMENTS),
    ("events", events::STATEMENTS),
    ("events::attention", events::attention::STATEMENTS),
    (
        "events::contingent_links",
        events::contingent_links::STATEMENTS,
    ),
    ("events::contingents", events::contingents::STATEMENTS),
    ("events::lists", events::lists::STATEMENTS),
    ("events::series", events::series::STATEMENTS),
    ("form_submissions", form_submissions::STATEMENTS),
    ("harvest", harvest::STATEMENTS),
    ("kept_forms", kept_forms::STATEMENTS),
    ("invitations", invitations::STATEMENTS),
    ("invitations::links", invitations::links::STATEMENTS),
    ("invitations::lists", invitations::lists::STATEMENTS),
    ("invitations::mails", invitations::mails::STATEMENTS),
    ("jobs", jobs::STATEMENTS),
    ("jobs::claims", jobs::claims::STATEMENTS),
    ("jobs::import_lines", jobs::import_lines::STATEMENTS),
    ("jobs::people", jobs::people::STATEMENTS),
    ("list_columns", list_columns::STATEMENTS),
    ("login_sessions", login_sessions::STATEMENTS),
    ("logos", logos::STATEMENTS),
    ("mailing_mails", mailing_mails::STATEMENTS),
    ("mailings", mailings::STATEMENTS),
    ("members", members::STATEMENTS),
    ("migrate::contacts", migrate::contacts::STATEMENTS),
    ("migrate::keys", migrate::keys::STATEMENTS),
    ("networks", networks::STATEMENTS),
    ("opt_out_links", opt_out_links::STATEMENTS),
    ("organisations", organisations::STATEMENTS),
    ("organisations::events", organisations::events::STATEMENTS),
    ("organisations::imports", organisations::imports::STATEMENTS),
    ("organisations::merging", organisations::merging::STATEMENTS),
    ("outbox", outbox::STATEMENTS),
    ("own_words", own_words::STATEMENTS),
    ("outbox::by_hand", outbox::by_hand::STATEMENTS),
    ("outbox::claims", outbox::claims::STATEMENTS),
    ("outbox::correspondence", outbox::correspondence::STATEMENTS),
    ("outbox::lists", outbox::lists::STATEMENTS),
    ("outbox::occasions", outbox::occasions::STATEMENTS),
    ("outbox::settle", outbox::settle::STATEMENTS),
    ("personal_links", personal_links::STATEMENTS),
    ("plan_links", plan_links::STATEMENTS),
    ("plans", plans::STATEMENTS),
    ("plans::attendance", plans::attendance::STATEMENTS),
    ("plans::offer_prices", plans::offer_prices::STATEMENTS),
    ("plans::publications", plans::publications::STATEMENTS),
    ("plans::clocks", plans::clocks::STATEMENTS),
    ("plans::alternatives", plans::alternatives::STATEMENTS),
    ("plans::computations", plans::computations::STATEMENTS),
    ("plans::versions", plans::versions::STATEMENTS),
    ("programmes", programmes::STATEMENTS),
    ("programmes::bookings", programmes::bookings::STATEMENTS),
    ("programmes::busy", programmes::busy::STATEMENTS),
    ("programmes::rooms", programmes::rooms::STATEMENTS),
    ("programmes::slots", programmes::slots::STATEMENTS),
    (
        "programmes::wish_setups",
        programmes::wish_setups::STATEMENTS,
    ),
    ("programmes::swaps", programmes::swaps::STATEMENTS),
    ("programmes::wishes", programmes::wishes::STATEMENTS),
    ("programmes::workshops", programmes::workshops::STATEMENTS),
    ("questions", questions::STATEMENTS),
    ("rate_limits", rate_limits::STATEMENTS),
    ("registrations", registrations::STATEMENTS),
    ("registrations::counts", registrations::counts::STATEMENTS),
    ("registrations::lists", registrations::lists::STATEMENTS),
    ("sign_in_links", sign_in_links::STATEMENTS),
];

const SQLITE: &[(&str, Statements)] = &[
    ("jobs::claims", jobs::claims::SQLITE_STATEMENTS),
    ("jobs::import_lines", jobs::import_lines::SQLITE_STATEMENTS),
    ("events::attention", events::attention::SQLITE_STATEMENTS),
    ("outbox::claims", outbox::claims::SQLITE_STATEMENTS),
    (
        "registrations::promotion",
        registrations::promotion::SQLITE_STATEMENTS,
    ),
];

const POSTGRES: &[(&str, Statements)] = &[
    ("events::attention", events::attention::POSTGRES_STATEMENTS),
    ("jobs::claims", jobs::claims::POSTGRES_STATEMENTS),
    (
        "jobs::import_lines",
        jobs::import_lines::POSTGRES_STATEMENTS,
    ),
    ("listener", listener::POSTGRES_STATEMENTS),
    ("outbox::claims", outbox::claims::POSTGRES_STATEMENTS),
    (
        "registrations::promotion",
        registrations::promotion::POSTGRES_STATEMENTS,
    ),
];

/// Statements that write rows: name, text for SQLite, text for PostgreSQL.
type RowsStatements = fn() -> Vec<(&'static str, String, String)>;

const ROWS: &[(&str, RowsStatements)] = &[
    ("audit", audit::rows_statements),
    ("contacts", contacts::rows_statements),
    ("contacts::imports", contacts::imports::rows_statements),
    (
        "contacts::of_registrations",
        contacts::of_registrations::rows_statements,
    ),
    ("distribution_lists", distribution_lists::rows_statements),
    ("invitations", invitations::rows_statements),
    ("jobs::people", jobs::people::rows_statements),
    ("mailings", mailings::rows_statements),
    (
        "organisations::imports",
        organisations::imports::rows_statements,
    ),
    ("outbox", outbox::rows_statements),
    ("personal_links", personal_links::rows_statements),
    (
        "programmes::bookings",
        programmes::bookings::rows_statements,
    ),
    ("programmes::wishes", programmes::wishes::rows_statements),
    ("rate_limits", rate_limits::rows_statements),
    ("registrations", registrations::rows_statements),
    (
        "registrations::states",
        registrations::states::rows_statements,
    ),
];

fn rows_statements() -> impl Iterator<Item = (String, String, String)> {
    ROWS.iter().flat_map(|(file, statements)| {
        let named = move |(name, sqlite, postgres)| (format!("{file}::{name}"), sqlite, postgres);
        statements().into_iter().map(named)
    })
}

fn sqlite_statements() -> impl Iterator<Item = (String, String)> {
    let of_rows = rows_statements().map(|(name, sqlite, _)| (name, sqlite));
    statements(SQLITE).chain(of_rows)
}

fn postgres_statements() -> impl Iterator<Item = (String, String)> {
    let of_rows = rows_statements().map(|(name, _, postgres)| (name, postgres));
    statements(POSTGRES).chain(of_rows)
}

fn statements(
    of_one_engine: &'static [(&'static str, Statements)],
) -> impl Iterator<Item = (String, String)> {
    BOTH.iter()
        .chain(of_one_engine)
        .copied()
        .flat_map(|(file, statements)| {
            statements
                .iter()
                .map(move |(name, sql)| (format!("{file}::{name}"), (*sql).to_owned()))
        })
}

#[tokio::test]
async fn every_statement_prepares_on_sqlite() {
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    let mut reader = database.store.read().await.unwrap();
    let (DbConnection::Sqlite(connection), _) = reader.connection() else {
        panic!("this is SQLite");
    };
    for (name, sql) in sqlite_statements() {
        let prepared = connection.prepare(AssertSqlSafe(sql).into_sql_str()).await;
        assert!(prepared.is_ok(), "{name}: {:?}", prepared.err());
    }
}

#[tokio::test]
async fn every_statement_prepares_on_postgres() {
    let database = TestDatabase::fresh(Engine::Postgres).await;
    for (name, sql) in postgres_statements() {
        // A statement that is refused ends the transaction: each has one of its own.
        let mut reader = database.store.read().await.unwrap();
        let (DbConnection::Postgres(connection), _) = reader.connection() else {
            panic!("this is PostgreSQL");
        };
        let prepared = connection.prepare(AssertSqlSafe(sql).into_sql_str()).await;
        assert!(prepared.is_ok(), "{name}: {:?}", prepared.err());
    }
}

#[test]
fn every_file_with_sql_is_listed_here() {
    let of_rows = ROWS.iter().map(|(file, _)| *file);
    let others = BOTH
        .iter()
        .chain(SQLITE)
        .chain(POSTGRES)
        .map(|(file, _)| *file);
    let listed: BTreeSet<&str> = others.chain(of_rows).collect();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let module = path.strip_prefix(&source).unwrap().with_extension("");
            let module = module.to_string_lossy().replace('/', "::");
            let module = module.trim_end_matches("::mod");
            let has_sql = fs::read_to_string(&path).unwrap().contains("statements! {");
            let is_exempt = module == "statements" || module.starts_with("contract");
            assert!(
                !has_sql || is_exempt || listed.contains(module),
                "{module} is not listed"
            );
        }
    }
}

/// Statements that may scan a table: it is small, or the statement lists all of it.
const FULL_SCANS: &[&str] = &[
    "events::lists::PUBLIC",
    "migrate::contacts::MAKE",
    "migrate::keys::LOGIN_SESSIONS",
    "migrate::keys::SET_LOGIN_SESSION",
    "migrate::keys::SET_SIGN_IN_LINK",
    "migrate::keys::SIGN_IN_LINKS",
    "migrate::keys::TAGS",
    "networks::ALL",
    "networks::HEADS",
];

/// The steps of each statement's plan on SQLite.
async fn plans(connection: &mut SqliteConnection) -> Vec<(String, String)> {
    let mut plans = Vec::new();
    for (name, sql) in sqlite_statements() {
        let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let steps = sqlx::raw_sql(explain)
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        plans.extend(steps.iter().map(|step| (name.clone(), step.get("detail"))));
    }
    plans
}

#[tokio::test]
async fn no_look_up_reads_a_whole_table() {
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    let mut reader = database.store.read().await.unwrap();
    let (DbConnection::Sqlite(connection), _) = reader.connection() else {
        panic!("this is SQLite");
    };
    for (name, step) in plans(connection).await {
        let whole = step.starts_with("SCAN ")
            && !step.contains("USING")
            && !step.contains("CONSTANT ROW")
            && !step.ends_with("VALUES CLAUSE")
            // A value that is bound: a table-valued function.
            && !step.starts_with("SCAN json_each ")
            && !["SCAN due", "SCAN new", "SCAN occasions", "SCAN people"].contains(&step.as_str());
        assert!(
            !whole || FULL_SCANS.contains(&name.as_str()),
            "{name}: {step}"
        );
    }
}

/// A job asks for each batch of people. By the event, it would read all mails of the event each time.
#[tokio::test]
async fn the_mails_of_people_are_found_by_their_registrations() {
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    let mut reader = database.store.read().await.unwrap();
    let (DbConnection::Sqlite(connection), _) = reader.connection() else {
        panic!("this is SQLite");
    };
    let plans = plans(connection).await;
    let of_registrations = plans
        .iter()
        .filter(|(name, _)| name == "outbox::correspondence::OF_REGISTRATIONS");
    let steps: Vec<&str> = of_registrations.map(|(_, step)| step.as_str()).collect();
    assert!(steps[0].contains("INDEX outbox_registration "), "{steps:?}");
}

#[tokio::test]
async fn every_index_serves_a_statement_or_a_foreign_key() {
    const INDEXES: &str = "
        SELECT i.name, EXISTS (
            SELECT 1 FROM pragma_foreign_key_list(i.tbl_name) f, pragma_index_info(i.name) c
            WHERE c.seqno = 0 AND c.name = f.\"from\")
        FROM sqlite_schema i WHERE i.type = 'index' AND i.sql IS NOT NULL";
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    let mut reader = database.store.read().await.unwrap();
    let (DbConnection::Sqlite(connection), _) = reader.connection() else {
        panic!("this is SQLite");
    };
    let plans = plans(&mut *connection).await;
    let indexes: Vec<(String, bool)> = sqlx::query_as(INDEXES).fetch_all(connection).await.unwrap();
    assert!(indexes.len() > 10, "{indexes:?}");
    for (index, serves_foreign_key) in indexes {
        let uses = format!("INDEX {index} ");
        let serves_statement = plans
            .iter()
            .any(|(_, step)| format!("{step} ").contains(&uses));
        assert!(serves_statement || serves_foreign_key, "{index}");
    }
}
