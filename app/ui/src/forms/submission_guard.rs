//! Idempotent submission: a second click on a form's button, with or without a script, gets the response to
//! the first.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::{Arc, Mutex, PoisonError},
};

use futures::lock::Mutex as AsyncMutex;
use jiff::{SignedDuration, Timestamp};

use super::SeeOther;
use crate::visit::Visit;

/// How long a response is stored. The same form sent later is a submission of its own.
const RETENTION: SignedDuration = SignedDuration::from_secs(60);

/// The most responses stored. Beyond them, forms are not guarded.
const CAPACITY: usize = 10_000;

/// The name of the hidden field that identifies one rendering of a form ([`crate::components::Form`]).
pub const FORM_TOKEN: &str = "shown";

/// The responses to the forms of the last minute.
#[derive(Debug, Default)]
pub struct SubmissionGuard {
    /// Randomly keyed, so that nobody can construct two forms with the same hash.
    hasher: RandomState,
    submissions: Mutex<HashMap<u64, Submission>>,
}

#[derive(Debug)]
struct Submission {
    since: Timestamp,
    response: StoredResponse,
}

/// Locked while the action runs, so that a second submission waits for its response.
type StoredResponse = Arc<AsyncMutex<Option<SeeOther>>>;

impl SubmissionGuard {
    /// Runs an action, unless the same rendering of its form was sent within the last minute: then its
    /// response is returned again. Refusals are not stored. Forms without a token are not guarded.
    pub async fn run_once<E>(
        &self,
        visit: &Visit,
        action: &str,
        form: &str,
        run: impl Future<Output = Result<SeeOther, E>>,
    ) -> Result<SeeOther, E> {
        let Some(stored) = self.stored(visit, action, form) else {
            return run.await;
        };
        let mut stored = stored.lock().await;
        if let Some(see_other) = &*stored {
            return Ok(see_other.clone());
        }
        let see_other = run.await?;
        *stored = Some(see_other.clone());
        Ok(see_other)
    }

    fn stored(&self, visit: &Visit, action: &str, form: &str) -> Option<StoredResponse> {
        let mut fields = form_urlencoded::parse(form.as_bytes());
        fields.find(|(name, _)| name == FORM_TOKEN)?;
        let key = self.hasher.hash_one((&visit.session, action, form));
        let mut submissions = self
            .submissions
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        submissions.retain(|_, submission| visit.now.duration_since(submission.since) < RETENTION);
        if submissions.len() >= CAPACITY {
            return None;
        }
        let submission = submissions.entry(key).or_insert_with(|| Submission {
            since: visit.now,
            response: StoredResponse::default(),
        });
        Some(Arc::clone(&submission.response))
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, net::Ipv4Addr};

    use jiff::{SignedDuration, Timestamp};
    use model::Language;
    use planner::ClientKey;

    use super::SubmissionGuard;
    use crate::{error::AppError, forms::SeeOther, visit::Visit};

    fn visit(session: Option<&str>, seconds: i64) -> Visit {
        Visit {
            language: Language::De,
            principal: None,
            now: Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds),
            path: "/".to_owned(),
            client: ClientKey::from_ip(Ipv4Addr::LOCALHOST.into()),
            session: session.map(str::to_owned),
            next: None,
            sent_to: None,
            request: "1".to_owned(),
        }
    }

    /// How often the action ran.
    struct Runs(Cell<usize>);

    impl Runs {
        async fn send(
            &self,
            guard: &SubmissionGuard,
            visit: &Visit,
            form: &str,
        ) -> Result<SeeOther, AppError> {
            let run = async {
                self.0.set(self.0.get() + 1);
                Ok(SeeOther::page(format!("/{}", self.0.get())))
            };
            guard.run_once(visit, "/do/create", form, run).await
        }
    }

    #[tokio::test]
    async fn a_form_sent_twice_is_answered_twice_and_done_once() {
        let (guard, runs) = (SubmissionGuard::default(), Runs(Cell::new(0)));
        let form = "title=Treffen&shown=a";
        let here = visit(Some("anna"), 0);
        let (first, second) = futures::join!(
            runs.send(&guard, &here, form),
            runs.send(&guard, &here, form)
        );
        assert_eq!(first, second);
        assert_eq!(runs.0.get(), 1);
    }

    #[tokio::test]
    async fn another_showing_other_words_another_person_or_a_later_minute_are_something_else() {
        let (guard, runs) = (SubmissionGuard::default(), Runs(Cell::new(0)));
        let anna = visit(Some("anna"), 0);
        for (visit, form) in [
            (&anna, "title=Treffen&shown=a"),
            (&anna, "title=Treffen&shown=b"),
            (&anna, "title=Tagung&shown=a"),
            (&visit(Some("beate"), 0), "title=Treffen&shown=a"),
            (&visit(Some("anna"), 61), "title=Treffen&shown=a"),
            (&anna, "title=Treffen"),
            (&anna, "title=Treffen"),
        ] {
            runs.send(&guard, visit, form).await.unwrap();
        }
        assert_eq!(runs.0.get(), 7);
    }

    #[tokio::test]
    async fn what_was_refused_can_be_sent_again() {
        let guard = SubmissionGuard::default();
        let here = visit(None, 0);
        let refused = async { Err(AppError::Unavailable) };
        let first = guard
            .run_once(&here, "/do/create", "shown=a", refused)
            .await;
        assert_eq!(first, Err(AppError::Unavailable));
        let runs = Runs(Cell::new(0));
        assert!(runs.send(&guard, &here, "shown=a").await.is_ok());
    }
}
