//! Accepts connections and serves HTTP/1.1 on them until the server is asked to stop.

use std::{io, net::SocketAddr, time::Duration};

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

/// How long a client may take for a request's head, and keep a connection without asking anything.
/// Longer than reverse proxies reuse theirs (nginx: 60 s), so that none writes into a closing one.
const PATIENCE: Duration = Duration::from_secs(75);

/// After a failed accept (no file descriptor left, mostly), before the next try.
const PAUSE: Duration = Duration::from_millis(200);

/// Serves `router` on every connection of `listener`. Each request carries its peer as
/// [`ConnectInfo`]. After `stop`, closes idle connections and returns when the last answer is written.
pub async fn serve(listener: TcpListener, router: Router, stop: CancellationToken) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    let connections = GracefulShutdown::new();

    while let Some(accepted) = stop.run_until_cancelled(listener.accept()).await {
        let (stream, peer) = match accepted {
            Ok(connection) => connection,
            Err(fault) => {
                if !is_the_clients(&fault) {
                    tracing::warn!(%fault, "cannot accept a connection");
                    tokio::time::sleep(PAUSE).await;
                }
                continue;
            }
        };
        let connection = serve_connection(&http, stream, peer, router.clone());
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            if let Err(fault) = connection.await {
                tracing::debug!(%fault, "a connection ended early");
            }
        });
    }

    drop(listener);
    connections.shutdown().await;
}

fn serve_connection(
    http: &http1::Builder,
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send + 'static {
    // Answers leave in one piece: there is nothing to gain by waiting for more.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().call(request.map(Body::new))
    });
    http.serve_connection(TokioIo::new(stream), service)
}

/// The client went away between connecting and being accepted.
fn is_the_clients(fault: &io::Error) -> bool {
    matches!(
        fault.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset
    )
}
