//! Background work: jobs, sending the mails of the outbox, and deleting expired data. Several servers can
//! do it on one database.

use std::time::Duration;

use jiff::SignedDuration;
use mail::Transport;
use planner::{DeliveryLimits, MailWorker, Planner, PlannerError};
use tokio_util::sync::CancellationToken;

/// The interval of polling for mails that another server queued or that are due for a retry.
const POLL_INTERVAL: Duration = Duration::from_secs(5);

/// The interval of polling for jobs that another server queued or whose worker vanished. It reads and writes
/// nothing.
const JOB_POLL_INTERVAL: Duration = Duration::from_secs(2);

/// The delay after a failure, which usually means that the database is unavailable.
const RETRY_DELAY: Duration = Duration::from_secs(2);

/// The interval of looking for mailings and reminders whose time has come.
const DUE_INTERVAL: Duration = Duration::from_mins(1);

/// The interval of deleting expired data.
const CLEANUP_INTERVAL: Duration = Duration::from_mins(15);

/// The settings of sending mails and of deleting their messages.
#[derive(Debug, Clone, Copy)]
pub struct MailSchedule {
    pub limits: DeliveryLimits,
    /// How long messages are kept after their mail was settled.
    pub keep_messages: SignedDuration,
}

/// Works until `shutdown`, then finishes the mails in flight and the batches of jobs.
pub async fn run(
    planner: Planner,
    transport: Option<Transport>,
    mail: MailSchedule,
    shutdown: CancellationToken,
) {
    let mails = async {
        if let Some(transport) = transport {
            let worker = MailWorker::new(planner.clone(), transport, mail.limits);
            send_mails(&planner, worker, &shutdown).await;
        }
    };
    let searches = async {
        shutdown.cancelled().await;
        planner.stop_searches();
    };
    tokio::join!(
        mails,
        searches,
        // Two, so that a long job of one event does not hold up a short one of another.
        run_jobs(&planner, &shutdown),
        run_jobs(&planner, &shutdown),
        listen_to_servers(&planner, &shutdown),
        delete_expired(&planner, mail.keep_messages, &shutdown),
        begin_what_is_due(&planner, &shutdown),
    );
}

async fn run_jobs(planner: &Planner, shutdown: &CancellationToken) {
    while !shutdown.is_cancelled() {
        let delay = match planner.run_jobs(|| shutdown.is_cancelled()).await {
            Ok(_) => JOB_POLL_INTERVAL,
            Err(error) => {
                log_error("jobs were not run", &error);
                RETRY_DELAY
            }
        };
        tokio::select! {
            () = shutdown.cancelled() => {}
            () = planner.job_was_queued() => {}
            () = tokio::time::sleep(delay) => {}
        }
    }
}

/// Tells the pages of this server what other servers have changed.
async fn listen_to_servers(planner: &Planner, shutdown: &CancellationToken) {
    let forever = async {
        loop {
            if let Err(error) = planner.receive_live_messages().await {
                log_error("the messages of other servers were not received", &error);
            } else {
                return;
            }
            tokio::time::sleep(RETRY_DELAY).await;
        }
    };
    shutdown.run_until_cancelled(forever).await;
}

async fn send_mails(planner: &Planner, mut worker: MailWorker, shutdown: &CancellationToken) {
    while !shutdown.is_cancelled() {
        let sent = worker.run(|| shutdown.is_cancelled()).await;
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

async fn begin_what_is_due(planner: &Planner, shutdown: &CancellationToken) {
    let forever = async {
        loop {
            match planner.begin_what_is_due().await {
                Ok(0) => {}
                Ok(begun) => tracing::info!(begun, "scheduled mailings and reminders begun"),
                Err(error) => log_error("what is due was not begun", &error),
            }
            tokio::time::sleep(DUE_INTERVAL).await;
        }
    };
    shutdown.run_until_cancelled(forever).await;
}

async fn delete_expired(
    planner: &Planner,
    keep_messages: SignedDuration,
    shutdown: &CancellationToken,
) {
    let forever = async {
        loop {
            if let Err(error) = planner.throw_away_expired().await {
                log_error("expired things were not thrown away", &error);
            }
            match planner.delete_old_messages(keep_messages).await {
                Ok(0) => {}
                Ok(messages) => tracing::info!(messages, "messages of old mails deleted"),
                Err(error) => log_error("messages of old mails were not deleted", &error),
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
