//! Refused and half-filled forms. They are kept for the browser that sent them, in the database because several
//! servers share it.

use jiff::SignedDuration;
use store::NewKeptForm;
use uuid::Uuid;

use super::ClientKey;
use crate::{Planner, Result, access::Token};

/// How long a form is kept.
pub(super) const KEPT_FORMS_LAST: SignedDuration = SignedDuration::from_hours(1);

/// The longest form that is kept, in bytes.
const MAX_BYTES: usize = 64 * 1024;

/// The most forms that are kept for one client. Its further ones are not kept.
const MAX_PER_CLIENT: i64 = 60;

impl Planner {
    /// The secret of a browser, by which it gets its forms back.
    pub fn new_form_keeper(&self) -> Token {
        self.new_token()
    }

    /// Keeps a form for a browser, for an hour. Returns `None` if it is too long, or if too many are kept for the
    /// client.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn keep_form(
        &self,
        keeper: &Token,
        client: &ClientKey,
        content: &str,
    ) -> Result<Option<Uuid>> {
        if content.len() > MAX_BYTES {
            return Ok(None);
        }
        let client = Token::hash_of(client.as_str());
        let since = self.now() - KEPT_FORMS_LAST;
        // Whoever is over the limit does not take the writer's turn.
        let mut reader = self.store().read().await?;
        let kept = reader.count_kept_forms(client.as_bytes(), since).await?;
        if kept >= MAX_PER_CLIENT {
            return Ok(None);
        }
        drop(reader);
        let mut tx = self.store().begin().await?;
        if tx.count_kept_forms(client.as_bytes(), since).await? >= MAX_PER_CLIENT {
            return Ok(None);
        }
        let id = self.new_id();
        tx.insert_kept_form(NewKeptForm {
            id,
            keeper_hash: keeper.hash().as_bytes(),
            client_hash: client.as_bytes(),
            content,
            at: self.now(),
        })
        .await?;
        tx.commit().await?;
        Ok(Some(id))
    }

    /// A form that is kept for a browser.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn kept_form(&self, id: Uuid, keeper: &Token) -> Result<Option<String>> {
        let since = self.now() - KEPT_FORMS_LAST;
        let mut reader = self.store().read().await?;
        let content = reader
            .kept_form(id, keeper.hash().as_bytes(), since)
            .await?;
        Ok(content)
    }

    /// Deletes a form that has been sent.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn forget_kept_form(&self, id: Uuid, keeper: &Token) -> Result<()> {
        let mut tx = self.store().begin().await?;
        tx.delete_kept_form(id, keeper.hash().as_bytes()).await?;
        tx.commit().await?;
        Ok(())
    }
}
