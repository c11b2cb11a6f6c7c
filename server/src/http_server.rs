//! Serves HTTP/1.1 on the connections of a listener, with a graceful shutdown.

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

/// How long a client may take for the head of a request, and keep an idle connection. Longer than the
/// keep-alive of reverse proxies (nginx: 60 s), so that none reuses a closing connection.
const HEADER_READ_TIMEOUT: Duration = Duration::from_secs(75);

/// The delay after a failed accept, which usually means that no file descriptor is left.
const ACCEPT_RETRY_DELAY: Duration = Duration::from_millis(200);

/// Serves `router` on every connection of `listener`. Each request has its peer as [`ConnectInfo`]. After
/// `shutdown`, closes idle connections and returns when the last response is written.
pub async fn serve(listener: TcpListener, router: Router, shutdown: CancellationToken) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEADER_READ_TIMEOUT);
    let connections = GracefulShutdown::new();

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
        let connection = serve_connection(&http, stream, peer, router.clone());
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(fault = %error, "a connection ended early");
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
    // A response is written at once, so Nagle's algorithm would only delay it.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().call(request.map(Body::new))
    });
    http.serve_connection(TokioIo::new(stream), service)
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
