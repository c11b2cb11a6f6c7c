//! Access by the secret link of a table, without an account.

use std::fmt;

use model::{PlanId, PlanLinkPurpose, cafe::TableNumber};
use store::{CafePlan, Reader, Tx};

use super::{ClientKey, Locked, Token};
use crate::{Planner, PlannerError, Result};

/// A request by the secret of a table's link. It proves nothing: a use case looks the link up in the transaction that
/// loads the plan.
#[derive(Clone)]
pub struct TableAccess {
    /// `None` where the text cannot be a token.
    token: Option<Token>,
    client: ClientKey,
}

/// Proof: holds the link of a table.
#[derive(Debug, Clone)]
pub(crate) struct OpenedTable {
    pub plan: CafePlan,
    pub table: TableNumber,
}

impl TableAccess {
    /// `token` comes from a link's address or a form. `client` is counted if there is no such link.
    pub fn new(token: &str, client: &ClientKey) -> Self {
        Self {
            token: Token::parse(token),
            client: client.clone(),
        }
    }

    /// Who sends.
    pub(crate) const fn client(&self) -> &ClientKey {
        &self.client
    }

    async fn find(&self, reader: &mut Reader) -> Result<Option<(PlanId, TableNumber)>> {
        let Some(token) = &self.token else {
            return Ok(None);
        };
        let link = reader.plan_link(token.hash().as_bytes()).await?;
        let link = link.filter(|link| link.purpose == PlanLinkPurpose::Harvest);
        Ok(link.and_then(|link| Some((link.plan, link.table?))))
    }
}

impl OpenedTable {
    async fn load(reader: &mut Reader, (plan, table): (PlanId, TableNumber)) -> Result<Self> {
        let plan = reader.plan(plan).await?.ok_or(PlannerError::NotFound)?;
        Ok(Self { plan, table })
    }
}

impl Planner {
    /// Begins to read by the link of a table.
    pub(crate) async fn read_by_table(
        &self,
        access: &TableAccess,
    ) -> Result<(Reader, OpenedTable)> {
        let mut reader = self.store().read().await?;
        let Some(found) = access.find(&mut reader).await? else {
            drop(reader);
            return Err(self.wrong_link(&access.client).await);
        };
        let opened = OpenedTable::load(&mut reader, found).await?;
        Ok((reader, opened))
    }

    /// Begins to change something by the link of a table. The event is locked.
    pub(crate) async fn begin_by_table(
        &self,
        access: &TableAccess,
    ) -> Result<(Tx, Locked, OpenedTable)> {
        let mut tx = self.store().begin().await?;
        let Some(found) = access.find(&mut tx).await? else {
            drop(tx);
            return Err(self.wrong_link(&access.client).await);
        };
        let event = OpenedTable::load(&mut tx, found).await?.plan.event;
        let locked = Locked::for_table(&mut tx, event).await?;
        // Whoever held the lock before may have changed the set-up, or revoked the link.
        let still = access.find(&mut tx).await?.ok_or(PlannerError::NotFound)?;
        let opened = OpenedTable::load(&mut tx, still).await?;
        Ok((tx, locked, opened))
    }
}

/// The secret and the client's address stay out of logs.
impl fmt::Debug for TableAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TableAccess(…)")
    }
}
