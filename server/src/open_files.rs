//! The limit of open files. Every connection is one.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Files that are not connections of clients: the database, the mail server, the log, the embedded libraries.
const RESERVED: u64 = 96;

/// Raises the soft limit of open files to the hard limit. The soft limit is low (1,024) for programs that use
/// `select`.
pub fn raise_limit() {
    let limit = getrlimit(Resource::Nofile);
    if limit.current == limit.maximum {
        return;
    }
    let raised = Rlimit {
        current: limit.maximum,
        maximum: limit.maximum,
    };
    if let Err(error) = setrlimit(Resource::Nofile, raised) {
        tracing::warn!(fault = %error, "the limit of open files cannot be raised");
    }
}

/// How many connections the limit of open files leaves room for.
pub fn connection_limit() -> usize {
    // Without a limit there is `None`.
    let files = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    usize::try_from(files.saturating_sub(RESERVED)).map_or(usize::MAX, |files| files.max(16))
}
