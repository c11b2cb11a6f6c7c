//! Group commit for SQLite: one sync of the write-ahead log makes many commits durable.
//!
//! With `synchronous = FULL` SQLite syncs the log inside every commit while the only writer waits, so the
//! disk limits the commits per second. With `NORMAL` SQLite does not sync; the database stays consistent,
//! but a power failure loses the last commits
//! (<https://www.sqlite.org/pragma.html#pragma_synchronous>). The store commits with `NORMAL`, releases
//! the writer, syncs the log itself and answers after that. All commits made before a sync begins share
//! it.

use std::{
    io,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::sync::Mutex;

use crate::database_file::DatabaseFiles;

/// The write-ahead log of one database.
#[derive(Debug, Clone)]
pub(crate) struct WalSync(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    files: DatabaseFiles,
    /// The number of commits so far.
    commits: AtomicU64,
    /// The number of commits that are durable. Locked during a sync; the lock is fair.
    synced: Mutex<u64>,
}

impl WalSync {
    /// The log of a database that has just been opened.
    pub fn of(database: &Path) -> Self {
        Self(Arc::new(Inner {
            files: DatabaseFiles::of(database),
            commits: AtomicU64::new(0),
            synced: Mutex::new(0),
        }))
    }

    /// The files that are synced.
    pub fn files(&self) -> &DatabaseFiles {
        &self.0.files
    }

    /// Returns when all commits before the call are durable.
    pub async fn sync(&self) -> io::Result<()> {
        self.sync_with(DatabaseFiles::sync_log).await
    }

    async fn sync_with(
        &self,
        sync: impl FnOnce(&DatabaseFiles) -> io::Result<()> + Send + 'static,
    ) -> io::Result<()> {
        let mine = self.0.commits.fetch_add(1, Ordering::AcqRel) + 1;
        let mut synced = self.0.synced.lock().await;
        if *synced >= mine {
            return Ok(());
        }
        let all = self.0.commits.load(Ordering::Acquire);
        let inner = Arc::clone(&self.0);
        tokio::task::spawn_blocking(move || sync(&inner.files))
            .await
            .map_err(io::Error::other)??;
        *synced = all;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        path::Path,
        sync::{
            Arc,
            atomic::{AtomicUsize, Ordering},
        },
        time::Duration,
    };

    use tokio::{sync::oneshot, task::JoinSet};

    use super::WalSync;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn commits_at_the_same_time_share_a_sync() {
        let log = WalSync::of(Path::new("treffpunkt.db"));
        let syncs = Arc::new(AtomicUsize::new(0));
        let mut commits = JoinSet::new();
        for _ in 0..100 {
            let (log, syncs) = (log.clone(), Arc::clone(&syncs));
            commits.spawn(async move {
                log.sync_with(move |_| {
                    std::thread::sleep(Duration::from_millis(20));
                    syncs.fetch_add(1, Ordering::Relaxed);
                    Ok(())
                })
                .await
            });
        }
        for outcome in commits.join_all().await {
            outcome.unwrap();
        }
        let syncs = syncs.load(Ordering::Relaxed);
        assert!((1..20).contains(&syncs), "{syncs} syncs for 100 commits");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_commit_during_a_sync_waits_for_the_next() {
        let log = WalSync::of(Path::new("treffpunkt.db"));
        let (began, has_begun) = oneshot::channel();
        let (go_on, may_go_on) = std::sync::mpsc::channel();
        let first = tokio::spawn({
            let log = log.clone();
            async move {
                log.sync_with(move |_| {
                    began.send(()).unwrap();
                    may_go_on.recv().map_err(io::Error::other)
                })
                .await
            }
        });
        has_begun.await.unwrap();
        let second = tokio::spawn({
            let log = log.clone();
            async move {
                log.sync_with(|_| Err(io::Error::other("the next sync")))
                    .await
            }
        });
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert!(!second.is_finished());
        go_on.send(()).unwrap();
        first.await.unwrap().unwrap();
        assert_eq!(
            second.await.unwrap().unwrap_err().to_string(),
            "the next sync"
        );
        // The next commit tries again.
        log.sync_with(|_| Ok(())).await.unwrap();
    }

    #[tokio::test]
    async fn without_a_log_everything_is_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let log = WalSync::of(&folder.path().join("treffpunkt.db"));
        log.sync().await.unwrap();
    }
}
