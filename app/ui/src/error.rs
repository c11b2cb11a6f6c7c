//! The error of pages and form actions.

use std::time::Duration;

use http::StatusCode;
use model::{Fault, Faults};
use planner::events::Recipients;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The error of a page or a form action. The person sees it in place of the page, or in the form. Unexpected
/// errors are [`AppError::Internal`]: only the log has their cause.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum AppError {
    /// The resource does not exist, or the person must not learn that it does.
    #[error("not found")]
    NotFound,
    /// The person lacks the right.
    #[error("not allowed")]
    NotAllowed,
    /// The page is for people who are signed in.
    #[error("sign in")]
    SignIn,
    /// The form has faults.
    #[error("invalid")]
    Invalid(Faults),
    /// Somebody else changed the same resource after the form was rendered.
    #[error("changed meanwhile")]
    Conflict(Vec<ShownChange>),
    /// The change sends mails, and the person has not confirmed it yet.
    #[error("to be confirmed")]
    Confirm {
        /// The changes that the mails announce.
        changes: Vec<ShownChange>,
        recipients: Recipients,
        /// Whether the change can be saved without writing about it.
        can_be_silent: bool,
    },
    /// The form was not applied, and nothing is wrong: the page shows it again, with a preview, with more rows, or in
    /// another language.
    #[error("shown first")]
    Preview,
    /// No seat is left.
    #[error("full")]
    Full,
    /// The state of the resource does not allow the action.
    #[error("the state does not allow it")]
    WrongState,
    /// Too many attempts.
    #[error("too many requests")]
    TooManyRequests { retry_after: Duration },
    /// Too many people registered from the person's address of the Internet.
    #[error("too many registrations from one address")]
    TooManyRegistrations { retry_after: Duration },
    /// The link was used already, or is too old.
    #[error("expired")]
    Expired,
    /// The body is malformed or too large.
    #[error("unreadable")]
    Unreadable,
    /// The database cannot be reached.
    #[error("unavailable")]
    Unavailable,
    /// An unexpected error. The log has its cause under this request id.
    #[error("internal fault {id}")]
    Internal { id: String },
}

impl AppError {
    /// A fault of one field.
    pub fn fault(field: impl Into<String>, fault: Fault) -> Self {
        Self::Invalid(Faults::one(field, fault))
    }

    /// Logs an unexpected error under the request id and hides its cause.
    pub fn internal(error: &(dyn std::error::Error + 'static), request: &str) -> Self {
        tracing::error!(request, error, "internal fault");
        Self::Internal {
            id: request.to_owned(),
        }
    }

    /// The status of the response (RFC 9110 §15).
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Preview => StatusCode::OK,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Invalid(_) | Self::Confirm { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) | Self::Full | Self::WrongState => StatusCode::CONFLICT,
            Self::TooManyRequests { .. } | Self::TooManyRegistrations { .. } => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Self::Expired => StatusCode::GONE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The value of `Retry-After`, in seconds.
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooManyRequests { retry_after } | Self::TooManyRegistrations { retry_after } => {
                Some(retry_after.as_secs() + 1)
            }
            Self::Unavailable => Some(10),
            _ => None,
        }
    }
}

/// A changed value, as pages show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownChange {
    /// The name of the form's field. The field has the label.
    pub field: String,
    pub before: String,
    pub after: String,
}

/// The id of the current request, in the context of pages and form actions.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

impl From<Faults> for AppError {
    fn from(faults: Faults) -> Self {
        Self::Invalid(faults)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use model::{Fault, Faults};

    use super::AppError;

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
        let error = AppError::TooManyRegistrations {
            retry_after: Duration::from_mins(3),
        };
        assert_eq!(
            (error.status().as_u16(), error.retry_after()),
            (429, Some(181))
        );
        assert!(
            error.advice().contains("in 3 Minuten"),
            "{}",
            error.advice()
        );
        assert!(
            error.advice().contains("mobile Daten"),
            "{}",
            error.advice()
        );
    }
}
