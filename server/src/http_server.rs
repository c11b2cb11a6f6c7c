//! Serves HTTP/1.1 on the connections of a listener, with a graceful shutdown.

use std::{
    io::{self, Write as _},
    net::SocketAddr,
    sync::Arc,
    time::Duration,
};

use axum::{Router, body::Body, extract::ConnectInfo};
use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tower::Service as _;

use crate::connections::{AdmittedConnection, Connections};

/// How long a client may take for the head of a request, and keep an idle connection. Longer than the
/// keep-alive of reverse proxies (nginx: 60 s), so that none reuses a closing connection.
const HEADER_READ_TIMEOUT: Duration = Duration::from_secs(75);

/// The delay after a failed accept, which usually means that no file descriptor is left.
const ACCEPT_RETRY_DELAY: Duration = Duration::from_millis(200);

/// The delay while many evicted connections are still open.
const EVICTION_POLL: Duration = Duration::from_millis(1);

/// The response to a connection over the limits.
const REFUSAL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\n\
    retry-after: 5\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

/// Serves `router` on the connections of `listener` that `connections` admits. Each request has its peer as
/// [`ConnectInfo`]. After `shutdown`, closes idle connections and returns when the last response is written.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    connections: Connections,
    shutdown: CancellationToken,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEADER_READ_TIMEOUT);
    let graceful = GracefulShutdown::new();

    while let Some(accepted) = shutdown.run_until_cancelled(listener.accept()).await {
        let (stream, peer) = match accepted {
            Ok(connection) => connection,
            Err(error) => {
                if !is_connection_error(&error) {
                    tracing::warn!(fault = %error, "cannot accept a connection");
                    tokio::time::sleep(ACCEPT_RETRY_DELAY).await;
                }
                continue;
            }
        };
        while connections.is_closing_many() {
            tokio::time::sleep(EVICTION_POLL).await;
        }
        let Some(admitted) = connections.admit(peer.ip()).map(Arc::new) else {
            refuse(stream);
            continue;
        };
        let connection = serve_connection(&http, stream, (peer, &admitted), router.clone());
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            tokio::select! {
                ended = connection => if let Err(error) = ended {
                    tracing::debug!(fault = %error, "a connection ended early");
                },
                () = admitted.evicted() => tracing::debug!("an idle connection made room"),
            }
        });
    }

    drop(listener);
    graceful.shutdown().await;
}

fn serve_connection(
    http: &http1::Builder,
    stream: TcpStream,
    (peer, admitted): (SocketAddr, &Arc<AdmittedConnection>),
    router: Router,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send + 'static {
    // A response is written at once, so Nagle's algorithm would only delay it.
    let _ = stream.set_nodelay(true);
    let admitted = Arc::clone(admitted);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let active = admitted.begin_request();
        let response = router.clone().call(request.map(Body::new));
        async move {
            let response = response.await;
            drop(active);
            response
        }
    });
    http.serve_connection(TokioIo::new(stream), service)
}

/// Answers without waiting: a client that does not read must not hold up the next one.
fn refuse(stream: TcpStream) {
    tracing::warn!("too many connections: one is refused");
    if let Ok(mut stream) = stream.into_std() {
        let _ = stream.write(REFUSAL);
    }
}

/// Whether the client closed the connection before it was accepted.
fn is_connection_error(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset
    )
}
