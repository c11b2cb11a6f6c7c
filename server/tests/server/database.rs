//! The server with old, new and unreachable databases.

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

use crate::test_server::{TestServer, database_url, treffpunkt};

#[test]
fn migrate_creates_a_database_and_does_not_change_a_current_one() {
    let directory = TempDir::new().unwrap();
    for _ in 0..2 {
        let migrated = treffpunkt(&["migrate", "--database-url", &database_url(directory.path())])
            .output()
            .unwrap();
        assert!(migrated.status.success(), "{migrated:?}");
    }
    assert!(directory.path().join("treffpunkt.sqlite").is_file());
}

#[tokio::test]
async fn a_database_newer_than_the_binary_is_refused() {
    let directory = TempDir::new().unwrap();
    let url = database_url(directory.path());
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
        let printed = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(1), "{printed}");
        assert!(
            printed.contains("newer") && printed.contains("9999"),
            "{printed}"
        );
        assert_eq!(printed.trim_end().lines().count(), 1, "{printed}");
    }
}

#[tokio::test]
async fn a_server_is_not_ready_after_a_newer_migration() {
    let directory = TempDir::new().unwrap();
    let url = database_url(directory.path());
    let server = TestServer::serve(&["--database-url", &url]);
    assert_eq!(server.get("/readyz").status, 200);
    make_newer(&url).await;
    becomes_unready(&server);
}

/// Waits for `/readyz` to say so. An answer is given again for a second.
fn becomes_unready(server: &TestServer) {
    let start = Instant::now();
    while server.get("/readyz").status != 503 {
        assert!(start.elapsed() < Duration::from_secs(5), "{}", server.log());
        thread::sleep(Duration::from_millis(50));
    }
}

/// Adds a migration of a newer version.
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
async fn without_postgresql_the_server_answers_503_and_recovers() {
    let database = Database::create("treffpunkt_gone").await;
    let proxy = TcpProxy::to(database.address());
    let url = database.url_at(proxy.address);
    let server = TestServer::serve(&["--database-url", &url]);
    assert_eq!(server.get("/").status, 200);
    assert_eq!(server.get("/readyz").status, 200);

    proxy.cut();
    let start = Instant::now();
    assert_eq!(server.get("/").status, 503, "{}", server.log());
    becomes_unready(&server);
    assert!(
        start.elapsed() < Duration::from_secs(10),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(server.get("/healthz").status, 200);

    proxy.restore();
    let start = Instant::now();
    while server.get("/readyz").status != 200 || server.get("/").status != 200 {
        assert!(
            start.elapsed() < Duration::from_secs(15),
            "{}",
            server.log()
        );
        thread::sleep(Duration::from_millis(50));
    }
    drop(server);
    database.drop().await;
}

/// A new PostgreSQL database on the server of `scripts/with-postgres`.
struct Database {
    server: PgConnectOptions,
    name: &'static str,
}

impl Database {
    async fn create(name: &'static str) -> Self {
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

    /// The URL of the database with another address.
    fn url_at(&self, address: SocketAddr) -> String {
        self.server
            .clone()
            .database(self.name)
            .host(&address.ip().to_string())
            .port(address.port())
            .to_url_lossy()
            .to_string()
    }
}

/// A TCP proxy whose connections can be cut.
struct TcpProxy {
    address: SocketAddr,
    is_connected: Arc<AtomicBool>,
    streams: Arc<Mutex<Vec<TcpStream>>>,
}

impl TcpProxy {
    fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let proxy = Self {
            address: listener.local_addr().unwrap(),
            is_connected: Arc::new(AtomicBool::new(true)),
            streams: Arc::default(),
        };
        let (is_connected, streams) = (Arc::clone(&proxy.is_connected), Arc::clone(&proxy.streams));
        thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                if !is_connected.load(Ordering::SeqCst) {
                    continue;
                }
                let far = TcpStream::connect(server).unwrap();
                let both = || (near.try_clone().unwrap(), far.try_clone().unwrap());
                streams.lock().unwrap().extend([both().0, both().1]);
                let (mut from, mut to) = both();
                thread::spawn(move || copy(&mut from, &mut to));
                let (mut to, mut from) = both();
                thread::spawn(move || copy(&mut from, &mut to));
            }
        });
        proxy
    }

    fn cut(&self) {
        self.is_connected.store(false, Ordering::SeqCst);
        for stream in self.streams.lock().unwrap().drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn restore(&self) {
        self.is_connected.store(true, Ordering::SeqCst);
    }
}
