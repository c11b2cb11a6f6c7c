//! A fresh database for one test, of either engine.
//!
//! ```ignore
//! store::on_both_engines! { a_test, another_test }
//!
//! async fn a_test(database: TestDatabase) { … }
//! ```
//!
//! runs each test once on SQLite, in a temporary file, and once on PostgreSQL, in a database of its own
//! on the server at `TREFFPUNKT_TEST_POSTGRES` (the URL of a superuser). Both are deleted afterwards.
//! Errors panic, which fails the test.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test ends where its database fails"
)]

use std::time::Duration;

use sqlx::{
    ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions,
    sqlite::SqliteConnectOptions,
};
use tempfile::TempDir;

use crate::{Store, StoreConfig};

/// A database engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A database that is deleted on drop.
#[derive(Debug)]
pub struct TestDatabase {
    /// A store on the database.
    pub store: Store,
    address: String,
    server: Option<PgConnectOptions>,
    /// Contains the SQLite file; its name is the name of the PostgreSQL database.
    folder: TempDir,
}

/// Declares each function named, which takes a [`TestDatabase`], as a test on both engines.
#[macro_export]
macro_rules! on_both_engines {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test($crate::testing::TestDatabase::fresh($crate::testing::Engine::Sqlite).await).await;
            })+
        }

        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test($crate::testing::TestDatabase::fresh($crate::testing::Engine::Postgres).await).await;
            })+
        }
    };
}

impl TestDatabase {
    /// A migrated database without rows.
    pub async fn fresh(engine: Engine) -> Self {
        let database = Self::empty(engine).await;
        database
            .store
            .migrate()
            .await
            .expect("the fresh database can be migrated");
        database
    }

    /// A database without tables.
    pub async fn empty(engine: Engine) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("treffpunkt_test_")
            .tempdir()
            .expect("a temporary folder can be made");
        let (address, server) = match engine {
            Engine::Sqlite => {
                let file = folder.path().join("treffpunkt.db");
                (format!("sqlite:{}", file.display()), None)
            }
            Engine::Postgres => {
                let server = server();
                let name = name(&folder);
                on_server(&server, &format!("CREATE DATABASE \"{name}\"")).await;
                let address = server.clone().database(&name).to_url_lossy().to_string();
                (address, Some(server))
            }
        };
        let store = open(&address).await;
        Self {
            store,
            address,
            server,
            folder,
        }
    }

    /// The database's URL.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The engine of the database.
    pub fn engine(&self) -> Engine {
        match self.server {
            None => Engine::Sqlite,
            Some(_) => Engine::Postgres,
        }
    }

    /// Runs SQL on a connection of its own, bypassing the store.
    pub async fn run_sql(&self, sql: &str) {
        match self.engine() {
            Engine::Sqlite => {
                let options: SqliteConnectOptions =
                    self.address.parse().expect("the address is SQLite's");
                let mut connection = options
                    .connect()
                    .await
                    .expect("the test's database can be opened");
                sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
                    .execute(&mut connection)
                    .await
                    .expect("the test's database takes the SQL");
            }
            Engine::Postgres => {
                let options = self.address.parse().expect("the address is PostgreSQL's");
                on_server(&options, sql).await;
            }
        }
    }

    /// Another store on the same database, like a second server's.
    pub async fn another_store(&self) -> Store {
        open(&self.address).await
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some(server) = self.server.take() else {
            return;
        };
        let statement = format!("DROP DATABASE \"{}\" WITH (FORCE)", name(&self.folder));
        // The test's runtime cannot block on itself, so another thread does.
        let dropped = std::thread::spawn(move || {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime can be made")
                .block_on(on_server(&server, &statement));
        });
        let left_behind = dropped.join().is_err();
        assert!(
            !left_behind || std::thread::panicking(),
            "the test's database could not be dropped"
        );
    }
}

async fn open(address: &str) -> Store {
    let settings = StoreConfig {
        // Only tests about the timeout may fail because the machine is busy.
        statement_timeout: Duration::from_secs(20),
        ..StoreConfig::default()
    };
    Store::open(address, &settings)
        .await
        .expect("the test's database can be opened")
}

fn server() -> PgConnectOptions {
    let address = std::env::var("TREFFPUNKT_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!("TREFFPUNKT_TEST_POSTGRES is not set: run the tests with scripts/with-postgres")
    });
    address
        .parse()
        .expect("TREFFPUNKT_TEST_POSTGRES is the address of a PostgreSQL server")
}

fn name(folder: &TempDir) -> String {
    folder
        .path()
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .expect("a temporary folder has a name")
}

async fn on_server(server: &PgConnectOptions, statement: &str) {
    let mut connection: PgConnection = server
        .connect()
        .await
        .expect("the PostgreSQL server for tests can be reached");
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement))
        .execute(&mut connection)
        .await
        .expect("the PostgreSQL server for tests takes the SQL");
    connection
        .close()
        .await
        .expect("a connection can be closed");
}
