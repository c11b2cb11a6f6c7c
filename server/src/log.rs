//! The log on standard error: text for a terminal, JSON otherwise.
//!
//! It has no personal data: no addresses, names, tokens or typed text. Fields are `snake_case`; durations
//! are in milliseconds (`ms`) unless the name says `seconds`.

use std::{
    io::{IsTerminal as _, stderr},
    panic::{self, PanicHookInfo},
};

use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, LogSettings};

/// Installs the log and the panic hook that writes to it.
pub fn init(settings: &LogSettings) {
    let json = match settings.log_format {
        LogFormat::Auto => !stderr().is_terminal(),
        LogFormat::Human => false,
        LogFormat::Json => true,
    };
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&settings.log.0))
        .with_writer(stderr);
    let installed = if json {
        log.json()
            .flatten_event(true)
            .with_span_list(false)
            .try_init()
    } else {
        log.with_target(false)
            .with_ansi(stderr().is_terminal())
            .try_init()
    };
    if let Err(error) = installed {
        tracing::debug!(fault = %error, "the log was started already");
    }
    panic::set_hook(Box::new(log_panic));
}

/// Logs the location of a panic, and its message if it is a literal: a formatted message can contain
/// typed text.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let at = panic.location().map(ToString::to_string);
    let message = panic
        .payload()
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("(put together at run time: not logged)");
    tracing::error!(at, message, "panic");
}
