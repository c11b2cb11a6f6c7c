//! How the server ends: SIGTERM or SIGINT asks it to, and it is gone in under five seconds.
//!
//! From the signal on no connection is accepted and idle ones are closed. A request that is being
//! answered and a mail that is being sent are finished, if that takes no longer than [`DRAIN`].

use std::{io, time::Duration};

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// How long work that was begun may take after the signal.
pub const DRAIN: Duration = Duration::from_secs(4);

/// Cancels `stop` at the first SIGTERM or SIGINT. A second one ends the process on the spot, for the
/// person who does not want to wait.
///
/// # Errors
///
/// The system refuses to report signals.
pub fn on_signal(stop: CancellationToken) -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        for asked_before in [false, true] {
            let name = tokio::select! {
                _ = terminate.recv() => "SIGTERM",
                _ = interrupt.recv() => "SIGINT",
            };
            if asked_before {
                tracing::warn!(signal = name, "asked twice: ending at once");
                std::process::exit(1);
            }
            tracing::info!(signal = name, "stopping");
            stop.cancel();
        }
    });
    Ok(())
}
