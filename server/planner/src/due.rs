//! What happens by itself when its time has come.

use std::fmt::Display;

use crate::{Planner, PlannerError, Result};

impl Planner {
    /// Begins everything whose time has come: mailings that were scheduled, reminders, and the
    /// return of unused places. Gives their number. What
    /// cannot be begun holds up nothing else.
    ///
    /// # Errors
    ///
    /// `Unavailable` if the database cannot be reached.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn begin_what_is_due(&self) -> Result<usize> {
        Ok(self.release_due_contingents().await?
            + self.send_due_wish_reminders().await?
            + self.send_due_reminders().await?
            + self.begin_due_mailings().await?)
    }
}

/// Counts what began. A failure that is no matter of the database is logged, and tried again the next time.
pub(crate) fn counted(due: impl Display, began: Result<bool>) -> Result<usize> {
    match began {
        Ok(began) => Ok(usize::from(began)),
        Err(PlannerError::Unavailable) => Err(PlannerError::Unavailable),
        Err(error) => {
            tracing::error!(%due, %error, "what is due did not begin");
            Ok(0)
        }
    }
}
