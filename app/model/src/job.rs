//! Jobs: work that outlives a request.

use serde::{Deserialize, Serialize};

use crate::{RegistrationId, string_enum::string_enum};

string_enum! {
    /// The kind of a job.
    JobKind {
        /// Invites everybody who was added to a draft.
        EventPublished = "event published",
        /// Tells everybody what changed.
        EventChanged = "event changed",
        /// Tells everybody that the event is cancelled.
        EventCancelled = "event cancelled",
        /// Enters the people of a table, and writes to them.
        Import = "import",
    }
}

string_enum! {
    /// The state of a job.
    JobState {
        /// Waits for a worker.
        Queued = "queued",
        /// A worker has it.
        Running = "running",
        Done = "done",
        /// It could not be finished and is not tried again.
        Failed = "failed",
        /// A person stopped it.
        Stopped = "stopped",
    }
}

impl JobState {
    /// Whether the job goes on without anybody's doing.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Queued | Self::Running)
    }
}

string_enum! {
    /// Why a job left somebody out, or failed.
    ProblemReason {
        /// No mail can be sent to the address.
        Address = "address",
        /// The person registered after the table was read.
        RegisteredMeanwhile = "registered meanwhile",
        /// The event was cancelled before the table was entered.
        EventCancelled = "event cancelled",
        /// A fault of the program or of stored data; the log has it.
        Internal = "internal",
    }
}

/// Whom or what a job left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    Registration(RegistrationId),
    /// A line of an imported table, as a text editor counts.
    Line(u64),
    /// All that was left to do.
    Rest,
}

/// Somebody or something that a job left out, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobProblem {
    pub left_out: LeftOut,
    pub reason: ProblemReason,
}
