//! The files of an open SQLite database.
//!
//! A file that is deleted or replaced stays open: SQLite goes on writing to what nobody finds any more. So no commit
//! is acknowledged, and none begun, unless the files at the paths are the open ones.

use std::{
    ffi::OsString,
    fs::{self, File, Metadata},
    io,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    sync::OnceLock,
};

/// With less free space on the disk, changes cannot be relied on to be saved.
const LEAST_FREE_BYTES: u64 = 1 << 20;

/// The database file and its write-ahead log.
#[derive(Debug)]
pub(crate) struct DatabaseFiles {
    database: PathBuf,
    log: PathBuf,
    /// `None` if there was no file.
    opened: Option<FileIdentity>,
    /// Of the log that was synced first. SQLite keeps it as long as a connection is open.
    opened_log: OnceLock<FileIdentity>,
}

/// Device and inode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileIdentity(u64, u64);

impl From<&Metadata> for FileIdentity {
    fn from(metadata: &Metadata) -> Self {
        Self(metadata.dev(), metadata.ino())
    }
}

impl DatabaseFiles {
    /// The files of a database that has just been opened.
    pub fn of(database: &Path) -> Self {
        let mut log = OsString::from(database);
        log.push("-wal");
        Self {
            opened: fs::metadata(database).ok().as_ref().map(FileIdentity::from),
            database: database.to_owned(),
            log: log.into(),
            opened_log: OnceLock::new(),
        }
    }

    /// Fails if the file at the path is not the one that was opened.
    pub fn check(&self) -> io::Result<()> {
        let Some(opened) = self.opened else {
            return Ok(());
        };
        match fs::metadata(&self.database) {
            Ok(found) if FileIdentity::from(&found) == opened => Ok(()),
            Ok(_) => Err(gone("the database file was replaced while it is open")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(gone("the database file was deleted while it is open"))
            }
            Err(error) => Err(error),
        }
    }

    /// Fails if the disk has no room for changes.
    pub fn check_space(&self) -> io::Result<()> {
        let disk = rustix::fs::statvfs(&self.database)?;
        if disk.f_bavail.saturating_mul(disk.f_frsize) < LEAST_FREE_BYTES {
            return Err(io::Error::new(
                io::ErrorKind::StorageFull,
                "the disk of the database is full",
            ));
        }
        Ok(())
    }

    /// Makes the write-ahead log durable. A log that does not exist yet has nothing to sync.
    pub fn sync_log(&self) -> io::Result<()> {
        self.check()?;
        match File::open(&self.log) {
            Ok(log) => {
                let found = FileIdentity::from(&log.metadata()?);
                if *self.opened_log.get_or_init(|| found) != found {
                    return Err(gone("the write-ahead log was replaced while it is open"));
                }
                log.sync_data()
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if self.opened_log.get().is_some() {
                    return Err(gone("the write-ahead log was deleted while it is open"));
                }
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}

fn gone(what: &str) -> io::Error {
    io::Error::other(what)
}
