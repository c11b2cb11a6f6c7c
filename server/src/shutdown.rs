//! Graceful shutdown on SIGTERM or SIGINT, in less than five seconds.
//!
//! After the signal, the server accepts no connection and closes idle ones. It finishes requests and
//! mails in flight within [`GRACE_PERIOD`].

use std::{io, time::Duration};

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// How long work in flight may take after the signal.
pub const GRACE_PERIOD: Duration = Duration::from_secs(4);

/// Cancels the token at the first SIGTERM or SIGINT. A second one ends the process immediately.
///
/// # Errors
///
/// The signal handlers cannot be installed.
pub fn cancel_on_signal(token: CancellationToken) -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        for is_second in [false, true] {
            let name = tokio::select! {
                _ = terminate.recv() => "SIGTERM",
                _ = interrupt.recv() => "SIGINT",
            };
            if is_second {
                tracing::warn!(signal = name, "asked twice: ending at once");
                std::process::exit(1);
            }
            tracing::info!(signal = name, "stopping");
            token.cancel();
        }
    });
    Ok(())
}
