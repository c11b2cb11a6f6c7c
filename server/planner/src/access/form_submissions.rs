//! Forms that are submitted twice. They are noted in the database because several servers share it.

use std::{convert::Infallible, time::Duration};

use jiff::SignedDuration;
use store::{FormExpiry, FormSubmission};

use crate::{
    Planner, PlannerError, Result,
    access::{Token, TokenHash},
};

/// How long a form is remembered. The same form sent later is a submission of its own.
pub(crate) const FORMS_LAST: SignedDuration = SignedDuration::from_secs(60);

/// How long an action is taken to be running after it was begun or renewed. A killed server renews none.
const ACTIONS_LAST: SignedDuration = SignedDuration::from_secs(30);

/// The interval in which a running action is renewed.
pub const RENEWAL_INTERVAL: Duration = Duration::from_secs(10);

/// The most forms of one client that are remembered. Its further ones are not guarded.
const MAX_PER_CLIENT: i64 = 120;

/// The interval in which a second submission looks for the answer to the first.
const POLL_INTERVAL: Duration = Duration::from_millis(100);

/// How often it looks: for 20 seconds.
const MAX_POLLS: u32 = 200;

/// A form as it was submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormKey {
    form: TokenHash,
    client: TokenHash,
}

/// What a submitted form is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Submission {
    /// Run its action by [`Planner::run_submission`], then [`Planner::finish_submission`].
    First,
    /// Run its action. It is not remembered.
    Unguarded,
    /// The action ran already and led here.
    Repeated { location: String },
}

impl FormKey {
    /// A form, by all that distinguishes it from another one: its action, its body with the id of its rendering,
    /// and who sent it. `client` is whose forms are counted together.
    pub fn new(parts: [&str; 3], client: &str) -> Self {
        // The length keeps two parts from reading as other two.
        let text = parts.map(|part| format!("{} {part}", part.len())).concat();
        Self {
            form: Token::hash_of(&text),
            client: Token::hash_of(client),
        }
    }
}

impl Planner {
    /// Notes that a form is submitted. If it was submitted within the last minute, waits for the answer to it;
    /// [`PlannerError::Unavailable`] if there is none soon.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn begin_submission(&self, key: FormKey) -> Result<Submission> {
        for _ in 0..MAX_POLLS {
            let now = self.now();
            let expiry = FormExpiry {
                finished: now - FORMS_LAST,
                running: now - ACTIONS_LAST,
            };
            let mut reader = self.store().read().await?;
            let known = reader.form_submission(key.form.as_bytes(), expiry).await?;
            drop(reader);
            match known {
                Some(FormSubmission::Finished { location }) => {
                    return Ok(Submission::Repeated { location });
                }
                Some(FormSubmission::Running) => tokio::time::sleep(POLL_INTERVAL).await,
                None => {
                    if let Some(submission) = self.try_begin(key, expiry).await? {
                        return Ok(submission);
                    }
                }
            }
        }
        Err(PlannerError::Unavailable)
    }

    /// `None` if the form was submitted at the same time.
    async fn try_begin(&self, key: FormKey, expiry: FormExpiry) -> Result<Option<Submission>> {
        let (form, client) = (key.form.as_bytes(), key.client.as_bytes());
        let mut tx = self.store().begin().await?;
        let counted = tx.count_form_submissions(client, expiry.finished);
        if counted.await? >= MAX_PER_CLIENT {
            return Ok(Some(Submission::Unguarded));
        }
        let is_first = tx
            .begin_form_submission(form, client, self.now(), expiry)
            .await?;
        tx.commit().await?;
        Ok(is_first.then_some(Submission::First))
    }

    /// Runs the action of a form, and notes in an interval that it is still running: [`RENEWAL_INTERVAL`].
    pub async fn run_submission<T>(
        &self,
        key: FormKey,
        interval: Duration,
        run: impl Future<Output = T>,
    ) -> T {
        // Beside the action, not between its steps: it may hold the transaction that a renewal waits for.
        tokio::select! {
            response = run => response,
            never = self.keep_renewing(key, interval) => match never {},
        }
    }

    async fn keep_renewing(&self, key: FormKey, interval: Duration) -> Infallible {
        loop {
            tokio::time::sleep(interval).await;
            if let Err(error) = self.renew_submission(key).await {
                tracing::warn!(fault = %error, "a running form is not renewed");
            }
        }
    }

    async fn renew_submission(&self, key: FormKey) -> Result<()> {
        let mut tx = self.store().begin().await?;
        tx.renew_form_submission(key.form.as_bytes(), self.now())
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Notes where the action of a form led. Without a location, the form can be submitted again.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn finish_submission(&self, key: FormKey, location: Option<&str>) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let form = key.form.as_bytes();
        match location {
            Some(location) => tx.finish_form_submission(form, location).await?,
            None => tx.delete_form_submission(form).await?,
        }
        tx.commit().await?;
        Ok(())
    }
}
