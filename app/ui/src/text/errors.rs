//! Headings and advice of errors.

use std::time::Duration;

use super::t;
use crate::error::AppError;

impl AppError {
    /// The heading of the page or notice that shows the error.
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
            Self::TooManyRegistrations { .. } => t!("error-too-many-registrations"),
            Self::Expired => t!("error-expired"),
            Self::Unreadable => t!("error-unreadable"),
            Self::Unavailable => t!("error-unavailable"),
            Self::Internal { .. } => t!("error-internal"),
        }
    }

    /// One sentence on what the person can do.
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
                t!(
                    "error-too-many-requests.advice",
                    minutes = minutes(*retry_after)
                )
            }
            Self::TooManyRegistrations { retry_after } => {
                t!(
                    "error-too-many-registrations.advice",
                    minutes = minutes(*retry_after)
                )
            }
            Self::Expired => t!("error-expired.advice"),
            Self::Unreadable => t!("error-unreadable.advice"),
            Self::Unavailable => t!("error-unavailable.advice"),
            Self::Internal { id } => t!("error-internal.advice", id = id.as_str()),
        }
    }
}

/// Whole minutes that are certainly enough.
fn minutes(delay: Duration) -> u64 {
    delay.as_secs().div_ceil(60).max(1)
}
