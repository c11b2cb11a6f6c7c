//! Searches for plans: what a kind of them does for its job, and the thread that they run on.

use std::{future::Future, thread};

use model::{PlanId, plan::PlanKind};
use serde::{Serialize, de::DeserializeOwned};
use store::{ClaimedJob, Tx};
use tokio::sync::oneshot;

use crate::{Planner, PlannerError, Result, access::Locked};

/// How much lower than pages a search is scheduled.
const NICENESS: i32 = 15;

/// A kind of search: what its job reads before, and stores after. It is what the job was ordered to do.
pub(crate) trait Search: Sync {
    type Kind: PlanKind;
    type Cursor: SearchCursor;
    /// What a search begins with.
    type Preparation: Send + Sync;
    type Running: RunningSearch<Cursor = Self::Cursor, Preparation = Self::Preparation, Found = Self::Found>;
    type Found: Send + Sync;

    fn plan(&self) -> PlanId;

    /// Reads what the search begins with. The job is locked.
    fn prepare(
        &self,
        planner: &Planner,
        tx: (&mut Tx, Locked),
        cursor: &mut Self::Cursor,
    ) -> impl Future<Output = Result<Self::Preparation>> + Send;

    fn start(preparation: Self::Preparation) -> Self::Running;

    /// The best plan of the workers before, whose threads are gone.
    fn best(cursor: &Self::Cursor) -> Option<Self::Found>;

    /// Stores what was found.
    fn store(
        &self,
        planner: &Planner,
        tx: (&mut Tx, Locked),
        job: &ClaimedJob,
        found: (&Self::Preparation, &Self::Found),
    ) -> impl Future<Output = Result<<Self::Cursor as SearchCursor>::Outcome>> + Send;
}

/// How far a search has come, over all workers.
pub(crate) trait SearchCursor: Default + Serialize + DeserializeOwned + Send + Sync {
    type Outcome: Send;

    /// The cursor as it is stored. One that cannot be read begins anew.
    fn of(cursor: Option<&str>) -> Self {
        cursor
            .and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or_default()
    }

    fn spent_millis(&self) -> u32;
    fn set_spent_millis(&mut self, millis: u32);

    /// Keeps what was stored in place of the best plan so far.
    fn set_outcome(&mut self, outcome: Self::Outcome);
}

/// A search that runs.
pub(crate) trait RunningSearch: Send + Sync {
    type Cursor;
    type Preparation;
    type Found;

    /// Waits for the end.
    fn end(&mut self) -> impl Future<Output = ()> + Send;

    fn stop(&self);

    /// Brings the cursor up to date.
    fn report(&self, cursor: &mut Self::Cursor);

    fn preparation(&self) -> &Self::Preparation;

    /// The result after the end. `None` without a plan: the cursor then says why.
    fn result(
        &mut self,
        cursor: &mut Self::Cursor,
        is_interrupted: bool,
    ) -> Result<Option<Self::Found>>;
}

/// The result of a thread.
#[derive(Debug)]
pub(crate) struct SearchThread<T> {
    receiver: oneshot::Receiver<T>,
    result: Option<T>,
}

impl<T: Send + 'static> SearchThread<T> {
    /// Runs a search on a thread of its own, with a low priority.
    pub fn spawn(search: impl FnOnce() -> T + Send + 'static) -> Self {
        let (sender, receiver) = oneshot::channel();
        let run = move || {
            lower_priority();
            // Nobody need be waiting any more.
            let _ = sender.send(search());
        };
        if let Err(error) = thread::Builder::new().name("plan".to_owned()).spawn(run) {
            // The receiver gets an error: the sender is gone.
            tracing::error!(fault = %error, "no thread for a plan");
        }
        Self {
            receiver,
            result: None,
        }
    }

    /// Waits for the end.
    pub async fn end(&mut self) {
        if self.result.is_none() {
            self.result = (&mut self.receiver).await.ok();
        }
    }

    /// The result after the end.
    ///
    /// # Errors
    ///
    /// `Internal` if the thread panicked.
    pub fn result(&mut self) -> Result<T> {
        self.result
            .take()
            .ok_or_else(|| PlannerError::internal(SearchDied))
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the thread of a search died")]
struct SearchDied;

/// Lets pages go first. Threads of the search inherit it.
pub(crate) fn lower_priority() {
    #[cfg(unix)]
    if let Err(error) = rustix::process::nice(NICENESS) {
        tracing::debug!(fault = %error, "the priority of a search was not lowered");
    }
}
