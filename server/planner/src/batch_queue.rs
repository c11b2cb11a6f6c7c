//! Does together what waits for the same thing: many requests share one transaction, one lock and one sync.

use std::{
    collections::{HashMap, VecDeque},
    hash::Hash,
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::oneshot;
use tracing::Instrument as _;

use crate::{PlannerError, Result};

/// The most entries of a batch. A batch holds its lock for as long as its entries take.
const MOST_ENTRIES: usize = 64;

/// Queues of entries by key. While a batch of a key runs, the entries that come for the key wait; they are the next
/// batch. An entry that nobody waits with runs at once, alone.
#[derive(Debug)]
pub(crate) struct BatchQueue<K, E, A>(Mutex<HashMap<K, VecDeque<Waiting<E, A>>>>);

#[derive(Debug)]
struct Waiting<E, A> {
    entry: E,
    answer: oneshot::Sender<Result<A>>,
}

impl<K, E, A> Default for BatchQueue<K, E, A> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K, E, A> BatchQueue<K, E, A>
where
    K: Clone + Eq + Hash + Send + 'static,
    E: Clone + Send + 'static,
    A: Send + 'static,
{
    /// Submits an entry, and returns its answer. Once it is polled, the entry is handled even if the future is dropped.
    ///
    /// `run` handles a batch: it returns an answer for each entry, in their order. If it fails, the batch has
    /// changed nothing, and its entries are handled one by one, except if the database is unavailable.
    pub async fn submit<F, R>(self: &Arc<Self>, key: K, entry: E, run: F) -> Result<A>
    where
        F: Fn(Vec<E>) -> R + Send + Sync + 'static,
        R: Future<Output = Result<Vec<Result<A>>>> + Send,
    {
        let (answer, answered) = oneshot::channel();
        if self.push(&key, Waiting { entry, answer }) {
            let mut leader = Leader {
                queue: Arc::clone(self),
                key,
                has_ended: false,
            };
            let lead = async move {
                while let Some(batch) = leader.next_batch() {
                    run_batch(batch, &run).await;
                }
            };
            tokio::spawn(lead.in_current_span());
        }
        // The sender is dropped only by a batch that panicked, which is logged.
        answered.await.unwrap_or(Err(PlannerError::Unavailable))
    }

    /// Returns whether the caller has to run the batches of the key: nobody does yet.
    fn push(&self, key: &K, waiting: Waiting<E, A>) -> bool {
        let mut queues = self.queues();
        if let Some(queue) = queues.get_mut(key) {
            queue.push_back(waiting);
            return false;
        }
        queues.insert(key.clone(), VecDeque::from([waiting]));
        true
    }
}

impl<K, E, A> BatchQueue<K, E, A> {
    fn queues(&self) -> MutexGuard<'_, HashMap<K, VecDeque<Waiting<E, A>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn run_batch<E, A, F, R>(batch: Vec<Waiting<E, A>>, run: &F)
where
    E: Clone,
    F: Fn(Vec<E>) -> R,
    R: Future<Output = Result<Vec<Result<A>>>>,
{
    let (entries, senders): (Vec<E>, Vec<_>) = batch
        .into_iter()
        .map(|waiting| (waiting.entry, waiting.answer))
        .unzip();
    let answers = match run(entries.clone()).await {
        Ok(answers) => answers,
        Err(error) if entries.len() == 1 => vec![Err(error)],
        Err(PlannerError::Unavailable) => entries
            .iter()
            .map(|_| Err(PlannerError::Unavailable))
            .collect(),
        Err(error) => {
            tracing::warn!(entries = entries.len(), %error, "a batch failed: its entries are handled one by one");
            let mut answers = Vec::with_capacity(entries.len());
            for entry in entries {
                let alone = run(vec![entry]).await;
                answers.push(alone.and_then(|mut answers| {
                    answers.pop().unwrap_or(Err(PlannerError::Unavailable))
                }));
            }
            answers
        }
    };
    for (sender, answer) in senders.into_iter().zip(answers) {
        // Nobody waits for the answer of a dropped request.
        let _ = sender.send(answer);
    }
}

/// Whoever runs the batches of a key, until nobody waits.
struct Leader<K: Eq + Hash, E, A> {
    queue: Arc<BatchQueue<K, E, A>>,
    key: K,
    has_ended: bool,
}

impl<K: Eq + Hash, E, A> Leader<K, E, A> {
    /// Those who wait, at most [`MOST_ENTRIES`] of them. If nobody does, the next one who comes leads.
    fn next_batch(&mut self) -> Option<Vec<Waiting<E, A>>> {
        let mut queues = self.queue.queues();
        let waiting = queues.get_mut(&self.key)?;
        if waiting.is_empty() {
            queues.remove(&self.key);
            self.has_ended = true;
            return None;
        }
        let rest = waiting.split_off(waiting.len().min(MOST_ENTRIES));
        Some(mem::replace(waiting, rest).into())
    }
}

/// A batch that panics takes the queue of its key with it, so that nobody waits for a leader that is gone.
impl<K: Eq + Hash, E, A> Drop for Leader<K, E, A> {
    fn drop(&mut self) {
        if !self.has_ended {
            self.queue.queues().remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::{Arc, Mutex},
        time::Duration,
    };

    use tokio::{sync::Semaphore, task::JoinSet};

    use super::{BatchQueue, MOST_ENTRIES};
    use crate::{PlannerError, Result};

    type Queue = Arc<BatchQueue<&'static str, u32, u32>>;

    /// Doubles numbers. Refuses 13; a batch with a 99 fails.
    #[derive(Clone)]
    struct Doubling {
        batches: Arc<Mutex<Vec<Vec<u32>>>>,
        /// Each batch takes one.
        go: Arc<Semaphore>,
    }

    impl Doubling {
        fn new(go: usize) -> Self {
            Self {
                batches: Arc::default(),
                go: Arc::new(Semaphore::new(go)),
            }
        }

        async fn submit(self, queue: Queue, key: &'static str, number: u32) -> Result<u32> {
            let run = move |numbers: Vec<u32>| {
                let this = self.clone();
                async move {
                    this.batches.lock().unwrap().push(numbers.clone());
                    this.go.acquire().await.unwrap().forget();
                    assert!(!numbers.contains(&77), "on purpose");
                    if numbers.contains(&99) {
                        return Err(PlannerError::WrongState);
                    }
                    let answer = |number| match number {
                        13 => Err(PlannerError::Full),
                        number => Ok(number * 2),
                    };
                    Ok(numbers.into_iter().map(answer).collect())
                }
            };
            queue.submit(key, number, run).await
        }

        fn batches(&self) -> Vec<Vec<u32>> {
            self.batches.lock().unwrap().clone()
        }
    }

    /// Submits the first number, and the others while it runs. Gives the answers in the order of the numbers.
    async fn submitted(queue: &Queue, doubling: &Doubling, numbers: &[u32]) -> Vec<Result<u32>> {
        let mut tasks = Vec::new();
        for number in numbers {
            let submit = doubling.clone().submit(Arc::clone(queue), "key", *number);
            tasks.push(tokio::spawn(submit));
            // Until it is queued.
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        doubling.go.add_permits(100);
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        answers
    }

    #[tokio::test]
    async fn entries_that_come_during_a_batch_are_the_next_one_and_each_has_its_own_answer() {
        let (queue, doubling) = (Queue::default(), Doubling::new(0));
        let answers = submitted(&queue, &doubling, &[1, 2, 13, 4]).await;
        assert_eq!(doubling.batches(), [vec![1], vec![2, 13, 4]]);
        let numbers: Vec<Option<u32>> = answers.into_iter().map(Result::ok).collect();
        assert_eq!(numbers, [Some(2), Some(4), None, Some(8)]);
        assert!(queue.queues().is_empty());
    }

    #[tokio::test]
    async fn a_failed_batch_is_done_one_by_one() {
        let (queue, doubling) = (Queue::default(), Doubling::new(0));
        let answers = submitted(&queue, &doubling, &[1, 2, 99, 4]).await;
        assert_eq!(
            doubling.batches(),
            [vec![1], vec![2, 99, 4], vec![2], vec![99], vec![4]]
        );
        assert!(matches!(answers[2], Err(PlannerError::WrongState)));
        assert!(matches!(answers[3], Ok(8)));
    }

    #[tokio::test]
    async fn different_keys_do_not_wait_for_each_other() {
        let (queue, held_up) = (Queue::default(), Doubling::new(0));
        let waiting = tokio::spawn(held_up.clone().submit(Arc::clone(&queue), "a", 1));
        let other = Doubling::new(1).submit(Arc::clone(&queue), "b", 2).await;
        assert!(matches!(other, Ok(4)));
        assert!(!waiting.is_finished());
        held_up.go.add_permits(1);
        assert!(matches!(waiting.await.unwrap(), Ok(2)));
    }

    #[tokio::test]
    async fn a_batch_that_panics_answers_everybody_and_the_next_one_runs() {
        let (queue, doubling) = (Queue::default(), Doubling::new(0));
        let answers = submitted(&queue, &doubling, &[77, 2]).await;
        for answer in answers {
            assert!(matches!(answer, Err(PlannerError::Unavailable)));
        }
        let next = doubling.submit(Arc::clone(&queue), "key", 3).await;
        assert!(matches!(next, Ok(6)));
    }

    #[tokio::test]
    async fn a_job_whose_request_is_dropped_is_done() {
        let (queue, doubling) = (Queue::default(), Doubling::new(0));
        let dropped = doubling.clone().submit(Arc::clone(&queue), "key", 1);
        assert!(
            tokio::time::timeout(Duration::from_millis(5), dropped)
                .await
                .is_err()
        );
        doubling.go.add_permits(2);
        let after = doubling.clone().submit(Arc::clone(&queue), "key", 2).await;
        assert!(matches!(after, Ok(4)));
        assert_eq!(doubling.batches(), [vec![1], vec![2]]);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn many_at_once_are_answered_in_batches_of_a_limited_size() {
        let (queue, doubling) = (Queue::default(), Doubling::new(10_000));
        let mut tasks = JoinSet::new();
        for number in 0..1_000 {
            let (queue, doubling) = (Arc::clone(&queue), doubling.clone());
            let number = number + 100;
            tasks.spawn(async move {
                assert!(matches!(
                    doubling.submit(queue, "key", number).await,
                    Ok(answer) if answer == number * 2
                ));
            });
        }
        tasks.join_all().await;
        let batches = doubling.batches();
        assert!(batches.iter().all(|batch| batch.len() <= MOST_ENTRIES));
        assert_eq!(batches.iter().map(Vec::len).sum::<usize>(), 1_000);
    }
}
