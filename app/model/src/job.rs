//! Jobs: work that outlives a request.

use serde::{Deserialize, Serialize};

use crate::{ContactId, Recipient, RegistrationId, string_enum::string_enum};

string_enum! {
    /// The kind of a job.
    JobKind {
        /// Invites everybody who was added to a draft.
        EventPublished = "event published",
        /// Tells everybody what changed.
        EventChanged = "event changed",
        /// Tells everybody that the event is cancelled.
        EventCancelled = "event cancelled",
        /// Tells everybody whose way through a café changed.
        PlanPublished = "plan published",
        /// Tells everybody whose workshops changed and are booked.
        ProgrammeChanged = "programme changed",
        /// Asks everybody without wishes for them.
        WishReminder = "wish reminder",
        /// Writes a text to its recipients.
        Mailing = "mailing",
        /// Accepts or declines registrations, and writes to their people.
        Decision = "decision",
        /// Computes the plan of a café.
        CafeSolved = "café solved",
        /// Computes the assignment of people to workshops.
        WorkshopsAssigned = "workshops assigned",
        /// Computes what keeping and calling off small workshops would cost.
        OffersPriced = "offers priced",
        /// Enters the people of a table, and writes to them.
        Import = "import",
    }
}

impl JobKind {
    /// Whether the job computes a plan.
    pub const fn is_search(self) -> bool {
        matches!(
            self,
            Self::CafeSolved | Self::WorkshopsAssigned | Self::OffersPriced
        )
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
        /// The rules of a plan contradict one another, or no plan was found in time.
        NoPlan = "no plan",
        /// A fault of the program or of stored data; the log has it.
        Internal = "internal",
    }
}

/// Whom or what a job left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    Registration(RegistrationId),
    Contact(ContactId),
    /// A line of an imported table, as a text editor counts.
    Line(u64),
    /// All that was left to do.
    Rest,
}

impl From<RegistrationId> for LeftOut {
    fn from(registration: RegistrationId) -> Self {
        Self::Registration(registration)
    }
}

impl From<Recipient> for LeftOut {
    fn from(recipient: Recipient) -> Self {
        match recipient {
            Recipient::Registration(registration) => Self::Registration(registration),
            Recipient::Contact(contact) => Self::Contact(contact),
        }
    }
}

/// Whom and what a job left out. Names the first ones and counts the others, because a job is stored again with
/// each of its batches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredProblems")]
pub struct JobProblems {
    named: Vec<JobProblem>,
    besides: u32,
}

impl JobProblems {
    /// The most that are named.
    pub const MOST_NAMED: usize = 100;

    pub fn push(&mut self, problem: JobProblem) {
        // The reason of a failure is always named.
        if problem.left_out == LeftOut::Rest || self.named.len() < Self::MOST_NAMED {
            self.named.push(problem);
        } else {
            self.besides = self.besides.saturating_add(1);
        }
    }

    pub fn named(&self) -> &[JobProblem] {
        &self.named
    }

    /// How many were left out that are not named.
    pub const fn besides(&self) -> u32 {
        self.besides
    }

    pub const fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// Removes the reason of a failure, when the job goes on with the rest.
    pub fn forget_rest(&mut self) {
        self.named
            .retain(|problem| problem.left_out != LeftOut::Rest);
    }
}

impl Extend<JobProblem> for JobProblems {
    fn extend<T: IntoIterator<Item = JobProblem>>(&mut self, problems: T) {
        problems.into_iter().for_each(|problem| self.push(problem));
    }
}

/// The problems as they are stored: earlier versions named all, in a list.
#[derive(Deserialize)]
#[serde(untagged)]
enum StoredProblems {
    All(Vec<JobProblem>),
    Bounded {
        named: Vec<JobProblem>,
        besides: u32,
    },
}

impl From<StoredProblems> for JobProblems {
    fn from(stored: StoredProblems) -> Self {
        match stored {
            StoredProblems::All(problems) => {
                let mut bounded = Self::default();
                bounded.extend(problems);
                bounded
            }
            StoredProblems::Bounded { named, besides } => Self { named, besides },
        }
    }
}

/// Somebody or something that a job left out, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobProblem {
    pub left_out: LeftOut,
    pub reason: ProblemReason,
}

#[cfg(test)]
mod tests {
    use super::{JobProblem, JobProblems, LeftOut, ProblemReason};

    #[test]
    fn many_problems_are_counted_and_a_failure_is_named() {
        let mut problems = JobProblems::default();
        problems.extend((0..5_000).map(|number| JobProblem {
            left_out: LeftOut::Line(number),
            reason: ProblemReason::Address,
        }));
        problems.push(JobProblem {
            left_out: LeftOut::Rest,
            reason: ProblemReason::Internal,
        });
        let stored = serde_json::to_string(&problems).unwrap();
        assert!(stored.len() < 10_000, "{}", stored.len());
        assert_eq!(
            serde_json::from_str::<JobProblems>(&stored).unwrap(),
            problems
        );
        assert_eq!((problems.named().len(), problems.besides()), (101, 4_900));
        assert_eq!(problems.named().last().unwrap().left_out, LeftOut::Rest);
        problems.forget_rest();
        assert_eq!(problems.named().len(), 100);
    }

    #[test]
    fn the_list_of_an_earlier_version_is_read() {
        let stored = r#"[{"left_out":{"line":3},"reason":"address"}]"#;
        let problems: JobProblems = serde_json::from_str(stored).unwrap();
        assert_eq!(problems.named()[0].left_out, LeftOut::Line(3));
        assert!(
            serde_json::from_str::<JobProblems>("[]")
                .unwrap()
                .is_empty()
        );
    }
}
