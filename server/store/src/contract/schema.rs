//! The tables are the same in both engines.

use std::collections::BTreeMap;

use sqlx::Row;

use crate::{
    Store,
    connection::DbConnection,
    testing::{Engine, TestDatabase},
};

/// Columns, keys and indexes of each table, in words that suit both engines.
pub type Schema = BTreeMap<String, Vec<String>>;

#[tokio::test]
async fn both_engines_have_the_same_tables_columns_keys_and_indexes() {
    let sqlite = describe(&TestDatabase::fresh(Engine::Sqlite).await).await;
    let postgres = describe(&TestDatabase::fresh(Engine::Postgres).await).await;
    assert!(sqlite.len() > 10, "{sqlite:?}");
    assert_eq!(
        sqlite.keys().collect::<Vec<_>>(),
        postgres.keys().collect::<Vec<_>>()
    );
    for (table, description) in sqlite {
        assert!(description.len() > 3, "{table}: {description:?}");
        assert_eq!(description, postgres[&table], "table {table}");
    }
}

/// Describes the tables of a database.
pub async fn describe(database: &TestDatabase) -> Schema {
    let mut reader = database.store.read().await.unwrap();
    let is_sqlite = matches!(reader.connection(), (DbConnection::Sqlite(_), _));
    drop(reader);
    if is_sqlite {
        sqlite(&database.store).await
    } else {
        postgres(&database.store).await
    }
}

async fn sqlite(store: &Store) -> Schema {
    let types = [
        ("INTEGER", "whole number"),
        ("TEXT", "text"),
        ("BLOB", "bytes"),
    ];
    let queries = [
        "SELECT m.name, 'column ' || c.name || ' ' || c.type
            || CASE WHEN c.\"notnull\" THEN ' not null' ELSE '' END
         FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'",
        "SELECT m.name, CASE WHEN i.origin = 'pk' THEN 'primary key'
                WHEN i.\"unique\" THEN 'unique' ELSE 'index' END
            || ' ' || (SELECT group_concat(x.name, ', ' ORDER BY x.seqno) FROM pragma_index_info(i.name) x)
         FROM sqlite_schema m, pragma_index_list(m.name) i WHERE m.type = 'table'",
        "SELECT m.name, 'refers with ' || f.\"from\" || ' to ' || f.\"table\" || ', ' || f.on_delete
         FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
        "SELECT m.name, 'checks '
            || ((length(m.sql) - length(replace(m.sql, 'CHECK (', ''))) / length('CHECK ('))
         FROM sqlite_schema m WHERE m.type = 'table'",
    ];
    run(store, &queries, &types).await
}

async fn postgres(store: &Store) -> Schema {
    let types = [
        ("bigint", "whole number"),
        ("text", "text"),
        ("bytea", "bytes"),
        ("uuid", "bytes"),
    ];
    let queries = [
        "SELECT table_name::text, 'column ' || column_name || ' ' || data_type
            || CASE WHEN is_nullable = 'NO' THEN ' not null' ELSE '' END
         FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT t.relname::text, CASE WHEN i.indisprimary THEN 'primary key'
                WHEN i.indisunique THEN 'unique' ELSE 'index' END
            || ' ' || (SELECT string_agg(a.attname, ', ' ORDER BY k.n)
                FROM unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum)
         FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
         WHERE t.relnamespace = 'public'::regnamespace",
        "SELECT t.relname::text, 'refers with ' || a.attname || ' to ' || f.relname || ', '
            || CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'a' THEN 'NO ACTION'
                WHEN 'n' THEN 'SET NULL' END
         FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
         JOIN pg_class f ON f.oid = c.confrelid
         JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (c.conkey)
         WHERE c.contype = 'f'",
        "SELECT t.relname::text, 'checks ' || (
            SELECT COUNT(*) FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = 'c')
         FROM pg_class t WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace",
    ];
    run(store, &queries, &types).await
}

async fn run(store: &Store, queries: &[&'static str], types: &[(&str, &str)]) -> Schema {
    let mut reader = store.read().await.unwrap();
    let mut schema = Schema::new();
    for query in queries {
        let rows: Vec<(String, String)> = match reader.connection() {
            (DbConnection::Sqlite(connection), _) => sqlx::query(*query)
                .fetch_all(connection)
                .await
                .unwrap()
                .into_iter()
                .map(|row| (row.get(0), row.get(1)))
                .collect(),
            (DbConnection::Postgres(connection), _) => sqlx::query(*query)
                .fetch_all(connection)
                .await
                .unwrap()
                .into_iter()
                .map(|row| (row.get(0), row.get(1)))
                .collect(),
        };
        for (table, mut description) in rows {
            for (of_engine, in_words) in types {
                if description.starts_with("column ") {
                    description =
                        description.replace(&format!(" {of_engine}"), &format!(" {in_words}"));
                }
            }
            // The migrator's own table is the driver's.
            if table != "_sqlx_migrations" {
                schema.entry(table).or_default().push(description);
            }
        }
    }
    for description in schema.values_mut() {
        description.sort();
    }
    schema
}
