//! Background jobs: sending the mails of the outbox and deleting expired data. Several servers can run
//! them on one database.

use std::time::Duration;

use mail::Transport;
use planner::{Planner, PlannerError};
use tokio_util::sync::CancellationToken;

/// The interval of polling for mails that another server queued or that are due for a retry.
const POLL_INTERVAL: Duration = Duration::from_secs(5);

/// The delay after a failure, which usually means that the database is unavailable.
const RETRY_DELAY: Duration = Duration::from_secs(2);

/// The interval of deleting expired data.
const CLEANUP_INTERVAL: Duration = Duration::from_mins(15);

/// Runs the jobs until `shutdown`, then finishes the mails in flight.
pub async fn run(
    planner: Planner,
    transport: Option<Transport>,
    mail_connections: u32,
    shutdown: CancellationToken,
) {
    let cleanup = delete_expired(&planner, &shutdown);
    match transport {
        Some(transport) => {
            tokio::join!(
                send_mails(&planner, &transport, mail_connections, &shutdown),
                cleanup
            );
        }
        None => cleanup.await,
    }
}

async fn send_mails(
    planner: &Planner,
    transport: &Transport,
    connections: u32,
    shutdown: &CancellationToken,
) {
    while !shutdown.is_cancelled() {
        let sent = planner
            .deliver(transport, connections as usize, || shutdown.is_cancelled())
            .await;
        let delay = match sent {
            Ok(_) => POLL_INTERVAL,
            Err(error) => {
                log_error("mails were not sent", &error);
                RETRY_DELAY
            }
        };
        tokio::select! {
            () = shutdown.cancelled() => {}
            () = planner.mail_was_queued() => {}
            () = tokio::time::sleep(delay) => {}
        }
    }
}

async fn delete_expired(planner: &Planner, shutdown: &CancellationToken) {
    let forever = async {
        loop {
            if let Err(error) = planner.throw_away_expired().await {
                log_error("expired things were not thrown away", &error);
            }
            tokio::time::sleep(CLEANUP_INTERVAL).await;
        }
    };
    shutdown.run_until_cancelled(forever).await;
}

fn log_error(message: &str, error: &PlannerError) {
    match error {
        PlannerError::Unavailable => tracing::warn!(fault = %error, "{message}"),
        error => tracing::error!(fault = %error, "{message}"),
    }
}
