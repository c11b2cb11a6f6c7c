//! Tables as CSV and XLSX.

use std::panic::resume_unwind;

use app::Download;
use planner::{PlannerError, tables::Export};
use tokio::task::spawn_blocking;

/// A format of tables.
#[derive(Clone, Copy)]
pub struct TableFormat {
    content_type: &'static str,
    extension: &'static str,
    write: fn(&Export) -> Result<Vec<u8>, PlannerError>,
}

impl TableFormat {
    pub const CSV: Self = Self {
        content_type: "text/csv; charset=utf-8",
        extension: "csv",
        write: Export::csv,
    };
    pub const XLSX: Self = Self {
        content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        extension: "xlsx",
        write: Export::xlsx,
    };

    /// The file of a table. It is written on a thread for blocking work: a long list takes long enough to delay other
    /// requests.
    pub async fn download(self, export: Export) -> Result<Download, PlannerError> {
        let name = format!("{}.{}", export.name, self.extension);
        let bytes = match spawn_blocking(move || (self.write)(&export)).await {
            Ok(bytes) => bytes?,
            Err(error) => match error.try_into_panic() {
                Ok(panic) => resume_unwind(panic),
                Err(cancelled) => return Err(PlannerError::internal(cancelled)),
            },
        };
        Ok(Download {
            content_type: self.content_type,
            name,
            bytes,
        })
    }
}
