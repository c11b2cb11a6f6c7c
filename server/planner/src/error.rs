//! Errors of use cases.

use std::time::Duration;

use model::{
    AgendaItemChange, ContactChange, EventChange, Faults, NetworkChange, QuestionChange,
    RegistrationChange,
};
use thiserror::Error;

use crate::unavailable::log_unavailable;

/// The result of a use case.
pub type Result<T, E = PlannerError> = std::result::Result<T, E>;

/// Why a use case failed. Pages show the reason, except that of [`PlannerError::Internal`].
#[derive(Debug, Error)]
pub enum PlannerError {
    /// It does not exist, or the principal must not learn that it does.
    #[error("not found")]
    NotFound,
    /// The principal lacks the right.
    #[error("not allowed")]
    NotAllowed,
    /// The input is invalid. Each fault names its field.
    #[error("invalid: {0:?}")]
    Invalid(Faults),
    /// Somebody else changed the same thing meanwhile. Holds their changes.
    #[error("changed meanwhile")]
    Conflict(Changes),
    /// No seat is left for this person.
    #[error("no seat is left")]
    Full,
    /// The current state does not allow the action.
    #[error("the state does not allow it")]
    WrongState,
    /// Too many attempts.
    #[error("too many requests")]
    TooManyRequests { retry_after: Duration },
    /// Too many people registered from one address of the Internet.
    #[error("too many registrations from one address")]
    TooManyRegistrations { retry_after: Duration },
    /// The link was used already, or is too old.
    #[error("the link has expired")]
    Expired,
    /// The database cannot be reached now.
    #[error("the database cannot be reached")]
    Unavailable,
    /// A fault of the program or of its environment. Logged with an id, never shown.
    #[error("internal: {0}")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The changes of a conflict, by their subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    Event(Vec<EventChange>),
    AgendaItem(Vec<AgendaItemChange>),
    Question(Vec<QuestionChange>),
    Network(Vec<NetworkChange>),
    Registration(Vec<RegistrationChange>),
    Contact(Vec<ContactChange>),
    /// A concurrent request was faster; its changes are not known.
    Unknown,
}

impl PlannerError {
    /// Moves the faults of invalid input from the model's fields to the inputs of a form.
    #[must_use]
    pub fn at_inputs(self, input_of: impl Fn(&str) -> String) -> Self {
        match self {
            Self::Invalid(faults) => Self::Invalid(faults.at(input_of)),
            error => error,
        }
    }

    /// Wraps an error that the person did not cause.
    pub fn internal(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(error))
    }
}

impl From<store::StoreError> for PlannerError {
    fn from(error: store::StoreError) -> Self {
        match error {
            store::StoreError::Unavailable(cause) => {
                log_unavailable(&cause);
                Self::Unavailable
            }
            // A concurrent request inserted the same after the look-up.
            store::StoreError::Duplicate { .. } => Self::Conflict(Changes::Unknown),
            error if error.is_of_nul() => Self::NotFound,
            error => Self::internal(error),
        }
    }
}

impl From<Faults> for PlannerError {
    fn from(faults: Faults) -> Self {
        Self::Invalid(faults)
    }
}
