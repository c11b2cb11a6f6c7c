//! A way to the PostgreSQL server that can be cut, and that can swallow what is sent.

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
    flows: watch::Sender<bool>,
    traffic: JoinHandle<()>,
}

impl Way {
    /// An open way to a test's database.
    pub async fn to(database: &TestDatabase) -> Self {
        let server: PgConnectOptions = database.address().parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let here = listener.local_addr().unwrap();
        let (flows, _) = watch::channel(true);
        let traffic = tokio::spawn(carry(listener, server.clone(), flows.subscribe()));
        Self {
            here,
            server,
            flows,
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
        let traffic = carry(listener, self.server.clone(), self.flows.subscribe());
        self.traffic = tokio::spawn(traffic);
    }

    /// Lets nothing through, while connections stay open and new ones are taken, as a machine does
    /// that hangs.
    pub fn hang(&self) {
        self.flows.send_replace(false);
    }

    /// Lets everything through again.
    pub fn flow(&self) {
        self.flows.send_replace(true);
    }
}

async fn carry(listener: TcpListener, server: PgConnectOptions, flows: watch::Receiver<bool>) {
    let server = (server.get_host().to_owned(), server.get_port());
    let mut connections = JoinSet::new();
    while let Ok((here, _)) = listener.accept().await {
        let there = TcpStream::connect(server.clone()).await.unwrap();
        let (asked, answering) = here.into_split();
        let (answered, asking) = there.into_split();
        connections.spawn(pump(asked, asking, flows.clone()));
        connections.spawn(pump(answered, answering, flows.clone()));
    }
}

async fn pump(
    mut from: impl AsyncReadExt + Unpin,
    mut to: impl AsyncWriteExt + Unpin,
    mut flows: watch::Receiver<bool>,
) {
    let mut bytes = [0; 4_096];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        if flows.wait_for(|flows| *flows).await.is_err()
            || to.write_all(&bytes[..count]).await.is_err()
        {
            return;
        }
    }
}
