//! Deletion of expired rows.

use jiff::SignedDuration;

use super::{form_submissions::FORMS_LAST, kept_forms::KEPT_FORMS_LAST};
use crate::{Planner, Result};

/// Longer than the window of any limit.
const COUNTS_LAST: SignedDuration = SignedDuration::from_hours(24);

/// How long a job can be looked up, and one that was stopped be resumed, after it ended.
const FINISHED_JOBS_LAST: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How many jobs one transaction deletes: each may have thousands of staged lines, and others wait.
const JOBS_AT_ONCE: u32 = 5;

impl Planner {
    /// Deletes expired login sessions and sign-in links, submitted and kept forms whose time is over, the counts of
    /// rate limits whose window is over, and jobs that ended long ago.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn throw_away_expired(&self) -> Result<()> {
        let now = self.now();
        let mut tx = self.store().begin().await?;
        let login_sessions = tx.delete_expired_login_sessions(now).await?;
        let links = tx.delete_expired_sign_in_links(now).await?;
        let counts = tx.delete_rate_limits_before(now - COUNTS_LAST).await?;
        let forms = tx.delete_form_submissions_before(now - FORMS_LAST).await?;
        let kept = tx.delete_kept_forms_before(now - KEPT_FORMS_LAST).await?;
        tx.commit().await?;
        tracing::debug!(
            login_sessions,
            links,
            counts,
            forms,
            kept,
            "deleted expired rows"
        );
        self.delete_finished_jobs().await
    }

    async fn delete_finished_jobs(&self) -> Result<()> {
        let before = self.now() - FINISHED_JOBS_LAST;
        loop {
            let mut tx = self.store().begin().await?;
            if tx.delete_finished_jobs(before, JOBS_AT_ONCE).await? == 0 {
                return Ok(());
            }
            tx.commit().await?;
        }
    }
}
