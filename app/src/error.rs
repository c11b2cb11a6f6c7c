//! The error of pages and form actions. Faults of ours become [`AppError::Internal`]: the person reads an
//! id, and the text stays in the log.

use std::{sync::Arc, time::Duration};

use http::StatusCode;
use leptos::prelude::use_context;
use model::{Fault, Faults};
use planner::{PlannerError, events::Recipients};
use thiserror::Error;

use crate::{
    changes::{ShownChange, shown_changes},
    text::t,
    visit::Visit,
};

/// The error of pages and form actions, as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AppError {
    /// There is no such thing, or the person must not learn that there is.
    #[error("not found")]
    NotFound,
    /// The person lacks the right.
    #[error("not allowed")]
    NotAllowed,
    /// Only for people who are signed in.
    #[error("sign in")]
    SignIn,
    /// What was entered cannot be.
    #[error("invalid")]
    Invalid(Faults),
    /// Somebody else changed the same thing meanwhile.
    #[error("changed meanwhile")]
    Conflict(Vec<ShownChange>),
    /// The change writes to people: the person confirms it knowing to whom and what.
    #[error("to be confirmed")]
    Confirm {
        /// What they would be told.
        changes: Vec<ShownChange>,
        recipients: Recipients,
    },
    /// Nothing is wrong, and nothing was done: what would be done is shown first.
    #[error("shown first")]
    Preview,
    /// No seat is left.
    #[error("full")]
    Full,
    /// What was asked does not fit the state the thing is in (any more).
    #[error("the state does not allow it")]
    WrongState,
    /// Too many attempts.
    #[error("too many requests")]
    TooManyRequests { retry_after: Duration },
    /// The link was used already, or is too old.
    #[error("expired")]
    Expired,
    /// What was sent is no form of ours, or larger than one can be.
    #[error("unreadable")]
    Unreadable,
    /// The database cannot be reached now.
    #[error("unavailable")]
    Unavailable,
    /// A fault of ours. The id is in the log, with what happened.
    #[error("internal fault {id}")]
    Internal { id: String },
}

impl AppError {
    /// One field that is wrong.
    pub fn fault(field: impl Into<String>, fault: Fault) -> Self {
        Self::Invalid(Faults::one(field, fault))
    }

    /// A fault of ours, logged under the request's id.
    pub fn internal(error: &(dyn std::error::Error + 'static), request: &str) -> Self {
        tracing::error!(request, error, "internal fault");
        Self::Internal {
            id: request.to_owned(),
        }
    }

    /// What the planner answered, error to the person. The request's id is what they can report.
    pub(crate) fn of(error: PlannerError, request: &str) -> Self {
        match error {
            PlannerError::NotFound => Self::NotFound,
            PlannerError::NotAllowed => Self::NotAllowed,
            PlannerError::Invalid(faults) => Self::Invalid(faults),
            PlannerError::Conflict(changes) => Self::Conflict(shown_changes(&changes)),
            PlannerError::Full => Self::Full,
            PlannerError::WrongState => Self::WrongState,
            PlannerError::TooManyRequests { retry_after } => Self::TooManyRequests { retry_after },
            PlannerError::Expired => Self::Expired,
            PlannerError::Unavailable => Self::Unavailable,
            PlannerError::Internal(_) => Self::internal(&error, request),
        }
    }

    /// The status of the answer (RFC 9110 §15).
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Preview => StatusCode::OK,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Invalid(_) | Self::Confirm { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) | Self::Full | Self::WrongState => StatusCode::CONFLICT,
            Self::TooManyRequests { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Expired => StatusCode::GONE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Seconds after which it may go better, for `Retry-After`.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooManyRequests { retry_after } => Some(retry_after.as_secs() + 1),
            Self::Unavailable => Some(10),
            _ => None,
        }
    }

    /// What happened, as a headline.
    pub fn heading(&self) -> String {
        match self {
            Self::NotFound => t!("error-not-found"),
            Self::NotAllowed => t!("error-not-allowed"),
            Self::SignIn => t!("error-sign-in"),
            Self::Invalid(_) => t!("error-invalid"),
            Self::Conflict(_) => t!("error-conflict"),
            Self::Confirm { .. } => t!("error-confirm"),
            Self::Preview => t!("error-preview"),
            Self::Full => t!("error-full"),
            Self::WrongState => t!("error-wrong-state"),
            Self::TooManyRequests { .. } => t!("error-too-many-requests"),
            Self::Expired => t!("error-expired"),
            Self::Unreadable => t!("error-unreadable"),
            Self::Unavailable => t!("error-unavailable"),
            Self::Internal { .. } => t!("error-internal"),
        }
    }

    /// What the person can do about it.
    pub fn advice(&self) -> String {
        match self {
            Self::NotFound => t!("error-not-found.advice"),
            Self::NotAllowed => t!("error-not-allowed.advice"),
            Self::SignIn => t!("error-sign-in.advice"),
            Self::Invalid(_) => t!("error-invalid.advice"),
            Self::Conflict(_) => t!("error-conflict.advice"),
            Self::Confirm { .. } => t!("error-confirm.advice"),
            Self::Preview => t!("error-preview.advice"),
            Self::Full => t!("error-full.advice"),
            Self::WrongState => t!("error-wrong-state.advice"),
            Self::TooManyRequests { retry_after } => {
                let minutes = retry_after.as_secs().div_ceil(60).max(1);
                t!("error-too-many-requests.advice", minutes = minutes)
            }
            Self::Expired => t!("error-expired.advice"),
            Self::Unreadable => t!("error-unreadable.advice"),
            Self::Unavailable => t!("error-unavailable.advice"),
            Self::Internal { id } => t!("error-internal.advice", id = id.as_str()),
        }
    }
}

impl From<PlannerError> for AppError {
    fn from(error: PlannerError) -> Self {
        let visit = use_context::<Arc<Visit>>();
        Self::of(error, visit.as_ref().map_or("", |visit| &visit.request))
    }
}

impl From<Faults> for AppError {
    fn from(faults: Faults) -> Self {
        Self::Invalid(faults)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use model::{Fault, Faults};
    use planner::PlannerError;

    use super::AppError;

    #[test]
    fn what_is_our_fault_is_told_by_its_id_alone() {
        let error = PlannerError::internal(std::io::Error::other("password=secret"));
        let error = AppError::of(error, "01-req");
        assert_eq!(
            error,
            AppError::Internal {
                id: "01-req".into()
            }
        );
        assert!(!format!("{error} {}", error.advice()).contains("secret"));
        assert!(error.advice().contains("01-req"));
    }

    #[test]
    fn each_answer_has_its_status() {
        let status = |error: AppError| error.status().as_u16();
        assert_eq!(status(AppError::NotFound), 404);
        assert_eq!(status(AppError::NotAllowed), 403);
        assert_eq!(
            status(AppError::Invalid(Faults::one("title", Fault::Missing))),
            422
        );
        assert_eq!(status(AppError::Conflict(Vec::new())), 409);
        assert_eq!(status(AppError::Unavailable), 503);
    }

    #[test]
    fn who_tried_too_often_learns_when_to_come_back() {
        let error = AppError::TooManyRequests {
            retry_after: Duration::from_millis(59_500),
        };
        assert_eq!(error.retry_after(), Some(60));
    }
}
