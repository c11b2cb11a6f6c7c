//! A TCP proxy in front of the PostgreSQL server that can refuse connections or stop forwarding.
//!
//! Connections that stopped stay silent, as those to a machine that hung and was replaced do.

use std::net::SocketAddr;

use sqlx::{ConnectOptions, postgres::PgConnectOptions};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::{JoinHandle, JoinSet},
};

use crate::testing::TestDatabase;

pub struct Proxy {
    here: SocketAddr,
    server: PgConnectOptions,
    flow: watch::Sender<Flow>,
    traffic: JoinHandle<()>,
}

/// Which connections are forwarded.
#[derive(Debug, Clone, Copy, Default)]
struct Flow {
    /// The number of accepted connections so far.
    accepted: u64,
    hangs: bool,
    /// Connections before this one stay silent.
    alive_from: u64,
}

impl Flow {
    fn is_open(self, connection: u64) -> bool {
        !self.hangs && connection >= self.alive_from
    }
}

impl Proxy {
    /// Starts a proxy to a test's database.
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

    /// The database's URL through the proxy.
    pub fn address(&self) -> String {
        let options = self.server.clone().host("127.0.0.1").port(self.here.port());
        options.to_url_lossy().to_string()
    }

    /// Closes all connections and refuses new ones, as a stopped server does.
    pub async fn cut(&mut self) {
        self.traffic.abort();
        let _ = (&mut self.traffic).await;
    }

    /// Accepts connections again.
    pub async fn mend(&mut self) {
        let listener = TcpListener::bind(self.here).await.unwrap();
        let traffic = carry(listener, self.server.clone(), self.flow.clone());
        self.traffic = tokio::spawn(traffic);
    }

    /// Forwards nothing, while connections stay open and new ones are accepted, as a machine that hangs
    /// does.
    pub fn hang(&self) {
        self.flow.send_modify(|flow| flow.hangs = true);
    }

    /// Forwards new connections only.
    pub fn replace_machine(&self) {
        self.flow.send_modify(|flow| {
            flow.hangs = false;
            flow.alive_from = flow.accepted;
        });
    }
}

async fn carry(listener: TcpListener, server: PgConnectOptions, flow: watch::Sender<Flow>) {
    let server = (server.get_host().to_owned(), server.get_port());
    let mut connections = JoinSet::new();
    while let Ok((here, _)) = listener.accept().await {
        let connection = flow.borrow().accepted;
        flow.send_modify(|flow| flow.accepted += 1);
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
