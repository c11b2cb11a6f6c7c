//! The error of a command.

use planner::PlannerError;
use store::StoreError;
use thiserror::Error;

use crate::config::InvalidSetting;

/// The reason why a command failed. Each text is one line.
#[derive(Debug, Error)]
pub enum CommandError {
    #[error(transparent)]
    Setting(#[from] InvalidSetting),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Planner(#[from] PlannerError),
    /// The arguments do not fit the data.
    #[error("{0}")]
    Refused(String),
    /// A task of the server panicked.
    #[error("a part of the server broke: {0}")]
    Task(tokio::task::JoinError),
    #[error("the operating system refuses: {0}")]
    Io(#[from] std::io::Error),
}
