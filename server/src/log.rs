//! The log: lines for a person at a terminal, JSON for a machine, on standard error.
//!
//! It holds no personal data: no addresses, names, tokens or what people typed. Fields are `snake_case`;
//! durations are in milliseconds (`ms`) unless the name says `seconds`.

use std::{
    io::{IsTerminal as _, stderr},
    panic::{self, PanicHookInfo},
};

use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, LogSettings};

/// Starts the log. Panics are logged from here on, too.
pub fn start(settings: &LogSettings) {
    let json = match settings.log_format {
        LogFormat::Auto => !stderr().is_terminal(),
        LogFormat::Human => false,
        LogFormat::Json => true,
    };
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&settings.log.0))
        .with_writer(stderr);
    let started = if json {
        log.json()
            .flatten_event(true)
            .with_span_list(false)
            .try_init()
    } else {
        log.with_target(false)
            .with_ansi(stderr().is_terminal())
            .try_init()
    };
    if let Err(fault) = started {
        tracing::debug!(%fault, "the log was started already");
    }
    panic::set_hook(Box::new(log_panic));
}

/// Where it happened, and what was said as long as that is in the source code: a message put together
/// at run time may hold what a person typed.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let at = panic.location().map(ToString::to_string);
    let message = panic
        .payload()
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("(put together at run time: not logged)");
    tracing::error!(at, message, "panic");
}
