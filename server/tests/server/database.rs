//! What the server makes of the state its database is in.

use std::{
    io::copy,
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, postgres::PgConnectOptions};
use tempfile::TempDir;

use crate::running::{Running, database_url, treffpunkt};

#[test]
fn migrate_makes_a_database_and_leaves_a_current_one_alone() {
    let folder = TempDir::new().unwrap();
    for _ in 0..2 {
        let migrated = treffpunkt(&["migrate", "--database-url", &database_url(folder.path())])
            .output()
            .unwrap();
        assert!(migrated.status.success(), "{migrated:?}");
    }
    assert!(folder.path().join("treffpunkt.sqlite").is_file());
}

#[tokio::test]
async fn a_database_newer_than_the_binary_is_refused() {
    let folder = TempDir::new().unwrap();
    let url = database_url(folder.path());
    let migrate = || {
        treffpunkt(&["migrate", "--database-url", &url])
            .output()
            .unwrap()
    };
    assert!(migrate().status.success());
    make_newer(&url).await;

    for command in ["migrate", "serve"] {
        let refused = treffpunkt(&[command, "--database-url", &url])
            .output()
            .unwrap();
        let said = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(1), "{said}");
        assert!(said.contains("newer") && said.contains("9999"), "{said}");
        assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    }
}

#[tokio::test]
async fn a_server_whose_database_was_changed_by_a_newer_one_is_not_ready() {
    let folder = TempDir::new().unwrap();
    let url = database_url(folder.path());
    let server = Running::serve(&["--database-url", &url]);
    assert_eq!(server.get("/readyz").status, 200);
    make_newer(&url).await;
    assert_eq!(server.get("/readyz").status, 503);
}

/// What a newer version of the binary would leave behind.
async fn make_newer(url: &str) {
    let mut database = SqliteConnection::connect(url).await.unwrap();
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (9999, 'of another time', TRUE, x'00', 0)",
    )
    .execute(&mut database)
    .await
    .unwrap();
    database.close().await.unwrap();
}

#[tokio::test]
async fn while_postgresql_is_gone_people_are_told_and_afterwards_all_is_well() {
    let database = Database::make("treffpunkt_gone").await;
    let cable = Cable::to(database.address());
    let url = database.at(cable.address);
    let server = Running::serve(&["--database-url", &url]);
    assert_eq!(server.get("/").status, 200);
    assert_eq!(server.get("/readyz").status, 200);

    cable.cut();
    let began = Instant::now();
    assert_eq!(server.get("/").status, 503, "{}", server.log());
    assert_eq!(server.get("/readyz").status, 503);
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "{:?}",
        began.elapsed()
    );
    assert_eq!(server.get("/healthz").status, 200);

    cable.mend();
    let began = Instant::now();
    while server.get("/readyz").status != 200 || server.get("/").status != 200 {
        assert!(
            began.elapsed() < Duration::from_secs(15),
            "{}",
            server.log()
        );
        thread::sleep(Duration::from_millis(50));
    }
    drop(server);
    database.drop().await;
}

/// A PostgreSQL database of the test's own, on the server that `scripts/with-postgres` names.
struct Database {
    server: PgConnectOptions,
    name: &'static str,
}

impl Database {
    async fn make(name: &'static str) -> Self {
        let server: PgConnectOptions = std::env::var("TREFFPUNKT_TEST_POSTGRES")
            .expect("run the tests with scripts/with-postgres")
            .parse()
            .unwrap();
        let database = Self { server, name };
        database.drop().await;
        database.execute(&format!("CREATE DATABASE {name}")).await;
        database
    }

    async fn drop(&self) {
        let name = self.name;
        self.execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            .await;
    }

    async fn execute(&self, statement: &str) {
        let mut connection = self.server.connect().await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement))
            .execute(&mut connection)
            .await
            .unwrap();
        connection.close().await.unwrap();
    }

    fn address(&self) -> SocketAddr {
        let host = self.server.get_host().parse().unwrap();
        SocketAddr::new(host, self.server.get_port())
    }

    /// The database's URL, by way of another address.
    fn at(&self, address: SocketAddr) -> String {
        self.server
            .clone()
            .database(self.name)
            .host(&address.ip().to_string())
            .port(address.port())
            .to_url_lossy()
            .to_string()
    }
}

/// A connection to a server that can be cut.
struct Cable {
    address: SocketAddr,
    whole: Arc<AtomicBool>,
    ends: Arc<Mutex<Vec<TcpStream>>>,
}

impl Cable {
    fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let cable = Self {
            address: listener.local_addr().unwrap(),
            whole: Arc::new(AtomicBool::new(true)),
            ends: Arc::default(),
        };
        let (whole, ends) = (Arc::clone(&cable.whole), Arc::clone(&cable.ends));
        thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                if !whole.load(Ordering::SeqCst) {
                    continue;
                }
                let far = TcpStream::connect(server).unwrap();
                let both = || (near.try_clone().unwrap(), far.try_clone().unwrap());
                ends.lock().unwrap().extend([both().0, both().1]);
                let (mut from, mut to) = both();
                thread::spawn(move || copy(&mut from, &mut to));
                let (mut to, mut from) = both();
                thread::spawn(move || copy(&mut from, &mut to));
            }
        });
        cable
    }

    fn cut(&self) {
        self.whole.store(false, Ordering::SeqCst);
        for end in self.ends.lock().unwrap().drain(..) {
            let _ = end.shutdown(Shutdown::Both);
        }
    }

    fn mend(&self) {
        self.whole.store(true, Ordering::SeqCst);
    }
}
