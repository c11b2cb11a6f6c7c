//! What a use case can answer instead of doing what was asked.

use std::time::Duration;

use model::{
    AgendaItemChange, EventChange, Faults, NetworkChange, QuestionChange, RegistrationChange,
};
use thiserror::Error;

/// The result of a use case.
pub type Result<T, E = PlannerError> = std::result::Result<T, E>;

/// Why a use case did not happen. All but [`PlannerError::Internal`] are told to the person.
#[derive(Debug, Error)]
pub enum PlannerError {
    /// There is no such thing, or the caller must not learn that there is.
    #[error("not found")]
    NotFound,
    /// The caller lacks the right.
    #[error("not allowed")]
    NotAllowed,
    /// What was entered cannot be; each fault names its field.
    #[error("invalid: {0:?}")]
    Invalid(Faults),
    /// Somebody else changed the same thing meanwhile: what they changed.
    #[error("changed meanwhile")]
    Conflict(Changes),
    /// No seat is left for this person.
    #[error("no seat is left")]
    Full,
    /// What is asked does not fit the state the thing is in (any more).
    #[error("the state does not allow it")]
    WrongState,
    /// Too many attempts.
    #[error("too many requests")]
    TooManyRequests { retry_after: Duration },
    /// The link was used already, or is too old.
    #[error("the link has expired")]
    Expired,
    /// The database cannot be reached now.
    #[error("the database cannot be reached")]
    Unavailable,
    /// A fault of ours. Logged with an id, never shown.
    #[error("internal: {0}")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// What somebody changed meanwhile, by what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    Event(Vec<EventChange>),
    AgendaItem(Vec<AgendaItemChange>),
    Question(Vec<QuestionChange>),
    Network(Vec<NetworkChange>),
    Registration(Vec<RegistrationChange>),
    /// Another request wrote the same at this moment.
    Unknown,
}

impl PlannerError {
    /// The same error, with what was entered wrong at the inputs of a form instead of the model's fields.
    #[must_use]
    pub fn at_inputs(self, input_of: impl Fn(&str) -> String) -> Self {
        match self {
            Self::Invalid(faults) => Self::Invalid(faults.at(input_of)),
            error => error,
        }
    }

    /// Wraps a fault of ours.
    pub fn internal(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(error))
    }
}

impl From<store::StoreError> for PlannerError {
    fn from(error: store::StoreError) -> Self {
        match error {
            store::StoreError::Unavailable(_) => Self::Unavailable,
            // Somebody else wrote the same between the look-up and now.
            store::StoreError::Duplicate { .. } => Self::Conflict(Changes::Unknown),
            error => Self::internal(error),
        }
    }
}

impl From<Faults> for PlannerError {
    fn from(faults: Faults) -> Self {
        Self::Invalid(faults)
    }
}
