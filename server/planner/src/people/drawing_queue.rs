//! Pictures are drawn one after another: a small file can need 100 MB of memory and a second of a processor.

use std::sync::Arc;

use tokio::{sync::Semaphore, task::spawn_blocking};

use crate::{PlannerError, Result};

/// The turns of pictures to be drawn.
#[derive(Debug)]
pub struct DrawingQueue {
    turns: Arc<Semaphore>,
}

impl Default for DrawingQueue {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(1)),
        }
    }
}

impl DrawingQueue {
    /// Runs it on a thread for blocking work when nothing else is drawn.
    pub async fn run<T: Send + 'static>(
        &self,
        draw: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let turn = Arc::clone(&self.turns).acquire_owned().await;
        let turn = turn.map_err(PlannerError::internal)?;
        let drawing = spawn_blocking(move || {
            let drawn = draw();
            // The thread goes on when nobody waits for it any more, and its turn lasts as long.
            drop(turn);
            drawn
        });
        drawing.await.map_err(PlannerError::internal)
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::{
            Arc,
            atomic::{AtomicUsize, Ordering},
        },
        time::Duration,
    };

    use super::DrawingQueue;

    #[tokio::test(flavor = "multi_thread")]
    async fn pictures_are_drawn_one_after_another() {
        let queue = Arc::new(DrawingQueue::default());
        let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let mut uploads = tokio::task::JoinSet::new();
        for number in 0..8 {
            let queue = Arc::clone(&queue);
            let (running, most) = (Arc::clone(&running), Arc::clone(&most));
            uploads.spawn(async move {
                let drawn = queue.run(move || {
                    most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::sleep(Duration::from_millis(10));
                    running.fetch_sub(1, Ordering::SeqCst);
                });
                // The clients of every second one hang up while it is drawn.
                let patience = Duration::from_millis(if number % 2 == 0 { 5 } else { 10_000 });
                tokio::time::timeout(patience, drawn).await.is_ok()
            });
        }
        let drawn = uploads.join_all().await;
        assert!(drawn.iter().filter(|drawn| **drawn).count() >= 4);
        assert_eq!(most.load(Ordering::SeqCst), 1);
    }
}
