//! A way to the PostgreSQL server that can be cut, and that can swallow what is sent.
//!
//! What was swallowed once stays so: a machine that hung and was replaced closes no connection.

use std::net::SocketAddr;

use sqlx::{ConnectOptions, postgres::PgConnectOptions};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::{JoinHandle, JoinSet},
};

use crate::testing::TestDatabase;

pub struct Way {
    here: SocketAddr,
    server: PgConnectOptions,
    flow: watch::Sender<Flow>,
    traffic: JoinHandle<()>,
}

/// Which connections let something through.
#[derive(Debug, Clone, Copy, Default)]
struct Flow {
    /// How many there have been.
    taken: u64,
    hangs: bool,
    /// Those before this one never do again.
    alive_from: u64,
}

impl Flow {
    fn is_open(self, connection: u64) -> bool {
        !self.hangs && connection >= self.alive_from
    }
}

impl Way {
    /// An open way to a test's database.
    pub async fn to(database: &TestDatabase) -> Self {
        let server: PgConnectOptions = database.address().parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = listener.local_addr().unwrap();
        let (flow, _) = watch::channel(Flow::default());
        let traffic = tokio::spawn(carry(listener, server.clone(), flow.clone()));
        Self {
            here,
            server,
            flow,
            traffic,
        }
    }

    /// The database's address by this way.
    pub fn address(&self) -> String {
        let options = self.server.clone().host("127.0.0.1").port(self.here.port());
        options.to_url_lossy().to_string()
    }

    /// Closes all connections and refuses new ones, as a server does that stops.
    pub async fn cut(&mut self) {
        self.traffic.abort();
        let _ = (&mut self.traffic).await;
    }

    /// Opens the way again after it was cut.
    pub async fn mend(&mut self) {
        let listener = TcpListener::bind(self.here).await.unwrap();
        let traffic = carry(listener, self.server.clone(), self.flow.clone());
        self.traffic = tokio::spawn(traffic);
    }

    /// Lets nothing through, while connections stay open and new ones are taken, as a machine does
    /// that hangs.
    pub fn hang(&self) {
        self.flow.send_modify(|flow| flow.hangs = true);
    }

    /// Lets new connections through; those there are stay silent for ever.
    pub fn replace_machine(&self) {
        self.flow.send_modify(|flow| {
            flow.hangs = false;
            flow.alive_from = flow.taken;
        });
    }
}

async fn carry(listener: TcpListener, server: PgConnectOptions, flow: watch::Sender<Flow>) {
    let server = (server.get_host().to_owned(), server.get_port());
    let mut connections = JoinSet::new();
    while let Ok((here, _)) = listener.accept().await {
        let connection = flow.borrow().taken;
        flow.send_modify(|flow| flow.taken += 1);
        let there = TcpStream::connect(server.clone()).await.unwrap();
        let (asked, answering) = here.into_split();
        let (answered, asking) = there.into_split();
        connections.spawn(pump(connection, asked, asking, flow.subscribe()));
        connections.spawn(pump(connection, answered, answering, flow.subscribe()));
    }
}

async fn pump(
    connection: u64,
    mut from: impl AsyncReadExt + Unpin,
    mut to: impl AsyncWriteExt + Unpin,
    mut flow: watch::Receiver<Flow>,
) {
    let mut bytes = [0; 4_096];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        let open = flow.wait_for(|flow| flow.is_open(connection)).await.is_ok();
        if !open || to.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}
