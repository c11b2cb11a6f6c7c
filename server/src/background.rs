//! What the server does when nobody asks: it sends the mails of the outbox, and throws away what has
//! expired. Several servers on one database share this work without talking to each other.

use std::time::Duration;

use mail::Transport;
use planner::{Planner, PlannerError};
use tokio_util::sync::CancellationToken;

/// How often mails are looked for that another server queued, or that are due for another attempt.
const LOOK: Duration = Duration::from_secs(5);

/// After a failure (the database is gone, mostly), before the next try.
const PAUSE: Duration = Duration::from_secs(2);

/// How often expired things are thrown away.
const SWEEP: Duration = Duration::from_mins(15);

/// Works until `stop`; then finishes the mails in hand, and takes no more.
pub async fn run(
    planner: Planner,
    transport: Option<Transport>,
    connections: u32,
    stop: CancellationToken,
) {
    let sweeping = sweep(&planner, &stop);
    match transport {
        Some(transport) => {
            tokio::join!(deliver(&planner, &transport, connections, &stop), sweeping);
        }
        None => sweeping.await,
    }
}

async fn deliver(planner: &Planner, transport: &Transport, most: u32, stop: &CancellationToken) {
    while !stop.is_cancelled() {
        let sent = planner
            .deliver(transport, most as usize, || stop.is_cancelled())
            .await;
        let nap = match sent {
            Ok(_) => LOOK,
            Err(fault) => {
                log("mails were not sent", &fault);
                PAUSE
            }
        };
        tokio::select! {
            () = stop.cancelled() => {}
            () = planner.mail_was_queued() => {}
            () = tokio::time::sleep(nap) => {}
        }
    }
}

async fn sweep(planner: &Planner, stop: &CancellationToken) {
    let forever = async {
        loop {
            if let Err(fault) = planner.throw_away_expired().await {
                log("expired things were not thrown away", &fault);
            }
            tokio::time::sleep(SWEEP).await;
        }
    };
    stop.run_until_cancelled(forever).await;
}

fn log(what: &str, fault: &PlannerError) {
    match fault {
        PlannerError::Unavailable => tracing::warn!(%fault, "{what}"),
        fault => tracing::error!(%fault, "{what}"),
    }
}
