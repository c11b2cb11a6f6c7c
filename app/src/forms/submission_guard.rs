//! A form that is sent twice does what it says once: an impatient second click, with or without a script,
//! gets the answer to the first.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::{Arc, Mutex, PoisonError},
};

use futures::lock::Mutex as AsyncMutex;
use jiff::{SignedDuration, Timestamp};

use super::SeeOther;
use crate::visit::Visit;

/// How long an answer is kept. Whoever sends the same page's form again later means it.
const KEPT: SignedDuration = SignedDuration::from_secs(60);

/// How many answers are kept: above that, forms are taken as they come.
const MOST: usize = 10_000;

/// The name of the field that tells one showing of a form from the next ([`crate::components::Form`]).
pub(crate) const FORM_TOKEN: &str = "shown";

/// The answers to the forms of the last minute.
#[derive(Debug, Default)]
pub(crate) struct SubmissionGuard {
    /// Its keys are random: nobody can make two forms look the same.
    hasher: RandomState,
    answers: Mutex<HashMap<u64, Kept>>,
}

#[derive(Debug)]
struct Kept {
    since: Timestamp,
    answer: Answer,
}

/// Held while the form is worked on: who sends it again meanwhile waits.
type Answer = Arc<AsyncMutex<Option<SeeOther>>>;

impl SubmissionGuard {
    /// Does what a form says, unless the same showing of it did so within the last minute. A refusal is
    /// not kept.
    pub async fn answer<E>(
        &self,
        visit: &Visit,
        action: &str,
        form: &str,
        run: impl Future<Output = Result<SeeOther, E>>,
    ) -> Result<SeeOther, E> {
        let Some(kept) = self.kept(visit, action, form) else {
            return run.await;
        };
        let mut kept = kept.lock().await;
        if let Some(see_other) = &*kept {
            return Ok(see_other.clone());
        }
        let see_other = run.await?;
        *kept = Some(see_other.clone());
        Ok(see_other)
    }

    fn kept(&self, visit: &Visit, action: &str, form: &str) -> Option<Answer> {
        let mut fields = form_urlencoded::parse(form.as_bytes());
        fields.find(|(name, _)| name == FORM_TOKEN)?;
        let key = self.hasher.hash_one((&visit.session, action, form));
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.retain(|_, kept| visit.now.duration_since(kept.since) < KEPT);
        if answers.len() >= MOST {
            return None;
        }
        let kept = answers.entry(key).or_insert_with(|| Kept {
            since: visit.now,
            answer: Answer::default(),
        });
        Some(Arc::clone(&kept.answer))
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
            caller: None,
            now: Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds),
            path: "/".to_owned(),
            client: ClientKey::from_ip(Ipv4Addr::LOCALHOST.into()),
            session: session.map(str::to_owned),
            next: None,
            sent_to: None,
            request: "1".to_owned(),
        }
    }

    /// How often the form was worked on.
    struct Runs(Cell<usize>);

    impl Runs {
        async fn send(
            &self,
            once: &SubmissionGuard,
            visit: &Visit,
            form: &str,
        ) -> Result<SeeOther, AppError> {
            let run = async {
                self.0.set(self.0.get() + 1);
                Ok(SeeOther::page(format!("/{}", self.0.get())))
            };
            once.answer(visit, "/do/create", form, run).await
        }
    }

    #[tokio::test]
    async fn a_form_sent_twice_is_answered_twice_and_done_once() {
        let (once, runs) = (SubmissionGuard::default(), Runs(Cell::new(0)));
        let form = "title=Treffen&shown=a";
        let here = visit(Some("anna"), 0);
        let (first, second) =
            futures::join!(runs.send(&once, &here, form), runs.send(&once, &here, form));
        assert_eq!(first, second);
        assert_eq!(runs.0.get(), 1);
    }

    #[tokio::test]
    async fn another_showing_other_words_another_person_or_a_later_minute_are_something_else() {
        let (once, runs) = (SubmissionGuard::default(), Runs(Cell::new(0)));
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
            runs.send(&once, visit, form).await.unwrap();
        }
        assert_eq!(runs.0.get(), 7);
    }

    #[tokio::test]
    async fn what_was_refused_can_be_sent_again() {
        let once = SubmissionGuard::default();
        let here = visit(None, 0);
        let refused = async { Err(AppError::Unavailable) };
        let first = once.answer(&here, "/do/create", "shown=a", refused).await;
        assert_eq!(first, Err(AppError::Unavailable));
        let runs = Runs(Cell::new(0));
        assert!(runs.send(&once, &here, "shown=a").await.is_ok());
    }
}
