//! The SQL itself.

use std::{collections::BTreeSet, fs, path::Path};

use sqlx::{AssertSqlSafe, Executor, Row, SqlSafeStr};

use crate::{
    agenda_items, audit, claims,
    connection::DbConnection,
    contingents, event_lists, events, login_sessions, mail_lists, members, networks, organisations,
    outbox, personal_links, questions, rate_limits, registration_counts, registration_lists,
    registrations, sign_in,
    testing::{Engine, TestDatabase},
};

type Statements = &'static [(&'static str, &'static str)];

const BOTH: &[(&str, Statements)] = &[
    ("agenda_items", agenda_items::STATEMENTS),
    ("audit", audit::STATEMENTS),
    ("claims", claims::STATEMENTS),
    ("contingents", contingents::STATEMENTS),
    ("event_lists", event_lists::STATEMENTS),
    ("events", events::STATEMENTS),
    ("mail_lists", mail_lists::STATEMENTS),
    ("members", members::STATEMENTS),
    ("networks", networks::STATEMENTS),
    ("organisations", organisations::STATEMENTS),
    ("outbox", outbox::STATEMENTS),
    ("personal_links", personal_links::STATEMENTS),
    ("questions", questions::STATEMENTS),
    ("rate_limits", rate_limits::STATEMENTS),
    ("registration_counts", registration_counts::STATEMENTS),
    ("registration_lists", registration_lists::STATEMENTS),
    ("registrations", registrations::STATEMENTS),
    ("login_sessions", login_sessions::STATEMENTS),
    ("sign_in", sign_in::STATEMENTS),
];

fn statements(of_one_engine: Statements) -> Vec<(String, &'static str)> {
    BOTH.iter()
        .copied()
        .chain([("claims", of_one_engine)])
        .flat_map(|(file, statements)| {
            statements
                .iter()
                .map(move |(name, sql)| (format!("{file}::{name}"), *sql))
        })
        .collect()
}

#[tokio::test]
async fn every_statement_prepares_on_sqlite() {
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    let mut reader = database.store.read().await.unwrap();
    let (DbConnection::Sqlite(connection), _) = reader.connection() else {
        panic!("this is SQLite");
    };
    for (name, sql) in statements(claims::SQLITE_STATEMENTS) {
        let prepared = connection.prepare(sql.into_sql_str()).await;
        assert!(prepared.is_ok(), "{name}: {:?}", prepared.err());
    }
}

#[tokio::test]
async fn every_statement_prepares_on_postgres() {
    let database = TestDatabase::fresh(Engine::Postgres).await;
    for (name, sql) in statements(claims::POSTGRES_STATEMENTS) {
        // A statement that is refused ends the transaction: each has one of its own.
        let mut reader = database.store.read().await.unwrap();
        let (DbConnection::Postgres(connection), _) = reader.connection() else {
            panic!("this is PostgreSQL");
        };
        let prepared = connection.prepare(sql.into_sql_str()).await;
        assert!(prepared.is_ok(), "{name}: {:?}", prepared.err());
    }
}

#[test]
fn every_file_with_sql_is_listed_here() {
    let listed: BTreeSet<&str> = BOTH.iter().map(|(file, _)| *file).collect();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(source).unwrap() {
        let path = entry.unwrap().path();
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        if file != "statements" && text.contains("statements! {") {
            assert!(listed.contains(file.as_str()), "{file} is not listed");
        }
    }
}

/// Tables that a statement may read from one end to the other: they are small, or it lists them whole.
const READ_WHOLE: &[&str] = &["networks.ALL", "event_lists.PUBLIC"];

#[tokio::test]
async fn no_look_up_reads_a_whole_table() {
    let database = TestDatabase::fresh(Engine::Sqlite).await;
    let mut reader = database.store.read().await.unwrap();
    let (DbConnection::Sqlite(connection), _) = reader.connection() else {
        panic!("this is SQLite");
    };
    for (name, sql) in statements(claims::SQLITE_STATEMENTS) {
        let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let plan = sqlx::raw_sql(explain)
            .fetch_all(&mut *connection)
            .await
            .unwrap();
        for step in plan {
            let step: String = step.get("detail");
            let whole = step.starts_with("SCAN ")
                && !step.contains("USING")
                && !step.contains("CONSTANT ROW")
                && !["SCAN due", "SCAN superseded"].contains(&step.as_str());
            assert!(
                !whole || READ_WHOLE.contains(&name.replace("::", ".").as_str()),
                "{name}: {step}"
            );
        }
    }
}
