//! Converts errors of use cases into errors of pages and form actions.

use leptos::prelude::use_context;
use planner::PlannerError;

use crate::{
    changes::shown_changes,
    error::{AppError, RequestId},
};

impl AppError {
    /// Converts the error of a use case. Unexpected errors are logged under the request id.
    pub fn of(error: PlannerError, request: &str) -> Self {
        match error {
            PlannerError::NotFound => Self::NotFound,
            PlannerError::NotAllowed => Self::NotAllowed,
            PlannerError::Invalid(faults) => Self::Invalid(faults),
            PlannerError::Conflict(changes) => Self::Conflict(shown_changes(&changes)),
            PlannerError::Full => Self::Full,
            PlannerError::WrongState => Self::WrongState,
            PlannerError::TooManyRequests { retry_after } => Self::TooManyRequests { retry_after },
            PlannerError::TooManyRegistrations { retry_after } => {
                Self::TooManyRegistrations { retry_after }
            }
            PlannerError::Expired => Self::Expired,
            PlannerError::Unavailable => Self::Unavailable,
            PlannerError::Internal(_) => Self::internal(&error, request),
        }
    }
}

impl From<PlannerError> for AppError {
    fn from(error: PlannerError) -> Self {
        let request = use_context::<RequestId>();
        Self::of(error, request.as_ref().map_or("", |RequestId(id)| id))
    }
}

#[cfg(test)]
mod tests {
    use planner::PlannerError;

    use crate::error::AppError;

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
}
