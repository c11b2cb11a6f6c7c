//! Rows that are written together: each transaction collects its audit lines, personal links, mails and states of
//! registrations, and writes several with one statement, at the latest when it commits.
//!
//! Every other statement writes them first, unless it says that it needs none of them (see `dispatch!`). The
//! transaction sees its rows as if they had been written at once; only the errors come later.

use crate::{
    AuditLine, Reader, Tx,
    error::{Result, StoreError},
    outbox::NewMail,
    personal_links::InsertedLink,
    registrations::states::UpdatedState,
};

/// The number of rows after which they are written: as many as a batch of people has. Mails are kept with their
/// bytes.
const CAPACITY: usize = 256;

/// The rows that are not written yet.
#[derive(Debug, Default)]
pub(crate) struct DeferredRows {
    pub lines: Vec<AuditLine>,
    pub links: Vec<InsertedLink>,
    pub mails: Vec<NewMail>,
    pub states: Vec<UpdatedState>,
}

impl Reader {
    /// Writes the deferred rows. Of a transaction that only reads there are none.
    pub(crate) async fn flush(&mut self) -> Result<()> {
        self.flush_states().await?;
        let DeferredRows {
            lines,
            links,
            mails,
            states: _,
        } = std::mem::take(&mut self.deferred);
        // Rows that are lost with this future are missing in the transaction.
        if lines.is_empty() && links.is_empty() && mails.is_empty() {
            return Ok(());
        }
        let failed_before = std::mem::replace(&mut self.failed, true);
        self.insert_audit_lines(&lines).await?;
        self.insert_links(&links).await?;
        let duplicates = self.insert_mail_rows(&mails).await?;
        if !duplicates.is_empty() {
            return Err(StoreError::Duplicate {
                constraint: "outbox_calendar_uid_recipient_lower_sequence_method_key".to_owned(),
            });
        }
        self.failed = failed_before;
        Ok(())
    }

    /// Writes the deferred states, for a statement that depends on no other deferred rows.
    pub(crate) async fn flush_states(&mut self) -> Result<()> {
        let states = std::mem::take(&mut self.deferred.states);
        if states.is_empty() {
            return Ok(());
        }
        let failed_before = std::mem::replace(&mut self.failed, true);
        self.update_states(&states).await?;
        self.failed = failed_before;
        Ok(())
    }
}

impl Tx {
    /// Flushes if there are enough rows.
    pub(crate) async fn flush_if_full(&mut self) -> Result<()> {
        let rows = &self.deferred;
        if rows.lines.len() + rows.links.len() + rows.mails.len() + rows.states.len() >= CAPACITY {
            self.flush().await?;
        }
        Ok(())
    }
}
