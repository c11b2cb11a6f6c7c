//! Limits the open connections, in all and per client.
//!
//! At a limit, the connection that has been idle longest makes room for a new one. Without an idle one, the new
//! one is refused. A connection is idle while no request of it is answered, so a client that sends the head
//! of a request slowly is idle, too. So is one whose response is a stream of events: many open pages must not
//! keep anybody out, and the browser of one that is closed connects again.

use std::{
    collections::{BTreeMap, HashMap},
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use planner::ClientKey;
use tokio_util::sync::CancellationToken;

use crate::layers::TrustedProxies;

/// The most evicted connections that may be still open while new ones are accepted. Fewer than the files that are
/// reserved beside the connections.
const MAX_CLOSING: usize = 32;

/// The limits of open connections.
#[derive(Debug, Clone)]
pub struct ConnectionLimits {
    pub total: usize,
    /// Per address, or per /64 of IPv6.
    pub per_client: usize,
    /// Proxies carry the connections of many clients, so only `total` limits theirs.
    pub trusted_proxies: TrustedProxies,
}

/// The open connections. Clones share them.
#[derive(Debug, Clone)]
pub struct Connections {
    limits: Arc<ConnectionLimits>,
    table: Arc<Mutex<Table>>,
}

#[derive(Debug, Default)]
struct Table {
    open: HashMap<u64, Entry>,
    per_client: HashMap<ClientKey, usize>,
    /// The idle connections by the order in which they became idle.
    idle: BTreeMap<u64, u64>,
    /// The evicted connections whose sockets are still open.
    closing: usize,
    /// The last id or position that was given out.
    last: u64,
}

#[derive(Debug)]
struct Entry {
    /// `None` for a trusted proxy.
    client: Option<ClientKey>,
    /// The position in [`Table::idle`]. `None` while a request is answered.
    idle: Option<u64>,
    close: CancellationToken,
}

/// An admitted connection. It counts until it is dropped.
#[derive(Debug)]
pub struct AdmittedConnection {
    id: u64,
    connections: Connections,
    close: CancellationToken,
}

/// A connection is not idle while this exists.
#[derive(Debug)]
pub struct ActiveRequest(Arc<AdmittedConnection>);

impl Connections {
    pub fn new(limits: ConnectionLimits) -> Self {
        Self {
            limits: Arc::new(limits),
            table: Arc::default(),
        }
    }

    /// Admits a connection, and closes the one that has been idle longest if a limit is reached. `None` if there
    /// is no idle one.
    pub fn admit(&self, peer: IpAddr) -> Option<AdmittedConnection> {
        let is_proxy = self.limits.trusted_proxies.contains(peer.to_canonical());
        let client = (!is_proxy).then(|| ClientKey::from_ip(peer));
        let mut table = self.table();
        if let Some(client) = &client
            && table.per_client.get(client).copied().unwrap_or_default() >= self.limits.per_client
        {
            table.close_idle(|entry| entry.client.as_ref() == Some(client))?;
        }
        if table.open.len() >= self.limits.total {
            table.close_idle(|_| true)?;
        }
        if let Some(client) = client.clone() {
            *table.per_client.entry(client).or_default() += 1;
        }
        let id = table.next();
        let close = CancellationToken::new();
        let entry = Entry {
            client,
            idle: None,
            close: close.clone(),
        };
        table.open.insert(id, entry);
        table.set_idle(id);
        drop(table);
        Some(AdmittedConnection {
            id,
            connections: self.clone(),
            close,
        })
    }

    /// Whether many evicted connections are still open. They take up files until their tasks end.
    pub fn is_closing_many(&self) -> bool {
        self.table().closing > MAX_CLOSING
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AdmittedConnection {
    /// Completes when the connection has to make room for another one.
    pub async fn evicted(&self) {
        self.close.cancelled().await;
    }

    /// Marks the connection as active.
    pub fn begin_request(self: &Arc<Self>) -> ActiveRequest {
        self.connections.table().set_active(self.id);
        ActiveRequest(Arc::clone(self))
    }
}

impl Drop for ActiveRequest {
    fn drop(&mut self) {
        self.0.connections.table().set_idle(self.0.id);
    }
}

impl Drop for AdmittedConnection {
    fn drop(&mut self) {
        let mut table = self.connections.table();
        if table.remove(self.id).is_none() {
            table.closing -= 1;
        }
    }
}

impl Table {
    fn next(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    fn set_idle(&mut self, id: u64) {
        let position = self.next();
        // An evicted connection has no entry.
        if let Some(entry) = self.open.get_mut(&id) {
            entry.idle = Some(position);
            self.idle.insert(position, id);
        }
    }

    fn set_active(&mut self, id: u64) {
        if let Some(position) = self.open.get_mut(&id).and_then(|entry| entry.idle.take()) {
            self.idle.remove(&position);
        }
    }

    /// Closes the connection that has been idle longest among those of the filter.
    fn close_idle(&mut self, among: impl Fn(&Entry) -> bool) -> Option<()> {
        let id = self
            .idle
            .values()
            .copied()
            .find(|id| self.open.get(id).is_some_and(&among))?;
        // Its place is free at once, although its task ends a moment later.
        self.remove(id)?.close.cancel();
        self.closing += 1;
        Some(())
    }

    fn remove(&mut self, id: u64) -> Option<Entry> {
        let entry = self.open.remove(&id)?;
        if let Some(position) = entry.idle {
            self.idle.remove(&position);
        }
        if let Some(client) = &entry.client
            && let Some(count) = self.per_client.get_mut(client)
        {
            *count -= 1;
            if *count == 0 {
                self.per_client.remove(client);
            }
        }
        Some(entry)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{AdmittedConnection, ConnectionLimits, Connections};

    fn connections(total: usize, per_client: usize) -> Connections {
        Connections::new(ConnectionLimits {
            total,
            per_client,
            trusted_proxies: "10.0.0.1".parse().unwrap(),
        })
    }

    fn admit(connections: &Connections, peer: &str) -> Option<Arc<AdmittedConnection>> {
        connections.admit(peer.parse().unwrap()).map(Arc::new)
    }

    fn is_evicted(connection: &AdmittedConnection) -> bool {
        connection.close.is_cancelled()
    }

    #[test]
    fn the_connection_that_is_idle_longest_makes_room() {
        let connections = connections(2, 2);
        let first = admit(&connections, "192.0.2.1").unwrap();
        let second = admit(&connections, "192.0.2.2").unwrap();
        drop(first.begin_request());
        let _third = admit(&connections, "192.0.2.3").unwrap();
        assert!(!is_evicted(&first) && is_evicted(&second));
    }

    #[test]
    fn a_client_at_its_limit_closes_its_own_connections_only() {
        let connections = connections(10, 1);
        let other = admit(&connections, "192.0.2.1").unwrap();
        let first = admit(&connections, "2001:db8:1:2::1").unwrap();
        let _second = admit(&connections, "2001:db8:1:2::2").unwrap();
        assert!(is_evicted(&first) && !is_evicted(&other));
    }

    #[test]
    fn without_an_idle_connection_a_new_one_is_refused() {
        let connections = connections(10, 1);
        let first = admit(&connections, "192.0.2.1").unwrap();
        let request = first.begin_request();
        assert!(admit(&connections, "192.0.2.1").is_none());
        assert!(admit(&connections, "192.0.2.2").is_some());
        drop(request);
        assert!(admit(&connections, "192.0.2.1").is_some());
    }

    #[test]
    fn a_trusted_proxy_has_the_limit_of_all_only() {
        let connections = connections(3, 1);
        let open: Vec<_> = (0..3)
            .map(|_| admit(&connections, "10.0.0.1").unwrap())
            .collect();
        assert!(!open.iter().any(|connection| is_evicted(connection)));
        let _fourth = admit(&connections, "10.0.0.1").unwrap();
        assert!(is_evicted(&open[0]));
    }

    #[test]
    fn closed_connections_leave_nothing_behind() {
        let connections = connections(2, 2);
        for _ in 0..10 {
            let first = admit(&connections, "192.0.2.1").unwrap();
            let request = first.begin_request();
            let _second = admit(&connections, "192.0.2.1").unwrap();
            let _third = admit(&connections, "192.0.2.1").unwrap();
            drop(request);
        }
        let table = connections.table();
        assert_eq!(table.closing, 0);
        assert!(table.open.is_empty() && table.idle.is_empty() && table.per_client.is_empty());
    }
}
