//! The secret links of tables.
//!
//! The database has only their hashes, so a link cannot be shown again from it. Links are made by the sheet: one
//! secret, from which the links of its tables follow. Who has the address of the sheet can show and print it again;
//! who has not makes another sheet. The links of earlier sheets go on working until they are revoked, so that signs
//! on tables stay good.

use model::{
    AgendaItemId, AuditAction, Fault, Faults, PlanId, PlanLink, PlanLinkPurpose,
    cafe::{CafeTable, TableNumber},
};
use store::CafePlan;

use super::{require_own_plan, topic_name};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises, Token},
    cafes::{Cafe, lock_cafe},
};

/// The most links of one table that work at the same time.
const MOST_LINKS: usize = 50;

/// The links of a café's tables.
#[derive(Debug, Clone)]
pub struct TableLinks {
    pub cafe: Cafe,
    pub tables: Vec<TableLink>,
}

/// A table with its link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableLink {
    pub table: CafeTable,
    pub topic: Option<String>,
    pub host: Option<String>,
    /// How many links of the table work.
    pub working: usize,
    /// The link of the sheet that was asked for, if it works.
    pub link: Option<String>,
}

/// The secret of a table's link, of a sheet.
fn token_of(sheet: &Token, plan: PlanId, table: TableNumber) -> Token {
    sheet.derive(&format!("{plan} {table}"))
}

impl Planner {
    /// The tables of a café with their links. `sheet` is the secret that [`Self::make_table_links`] gave; without it
    /// the links cannot be shown.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn table_links(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        sheet: Option<&str>,
    ) -> Result<TableLinks> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let sheet = sheet.and_then(Token::parse);
        let mut tables = Vec::new();
        if let Some(plan) = &cafe.plan {
            let purpose = PlanLinkPurpose::Harvest;
            let working = reader.plan_links(plan.id, purpose).await?;
            for table in &plan.set_up.tables {
                let mut link = None;
                if let Some(sheet) = &sheet {
                    let token = token_of(sheet, plan.id, table.number);
                    let found = reader.plan_link(token.hash().as_bytes()).await?;
                    link = found.map(|_| self.link(&format!("/table/{}", token.reveal())));
                }
                tables.push(TableLink {
                    topic: topic_name(&plan.set_up, table.topic).map(|name| name.to_string()),
                    host: host_of(&cafe, table),
                    working: links_of(&working, table.number),
                    link,
                    table: table.clone(),
                });
            }
        }
        Ok(TableLinks { cafe, tables })
    }

    /// Makes a link for each table, or for one. Returns the secret of the sheet. Earlier links go on working.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn make_table_links(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        table: Option<TableNumber>,
    ) -> Result<Token> {
        let mut tx = self.store().begin().await?;
        let (right, cafe) = lock_cafe(&mut tx, access, item).await?;
        let plan = require_own_plan(&cafe)?;
        let tables = tables_of(plan, table)?;
        let working = tx.plan_links(plan.id, PlanLinkPurpose::Harvest).await?;
        let sheet = self.new_token();
        for table in tables {
            if links_of(&working, table) >= MOST_LINKS {
                return Err(too_many_links());
            }
            let token = token_of(&sheet, plan.id, table);
            let link = PlanLink {
                token_hash: token.hash().as_bytes().to_vec(),
                plan: plan.id,
                purpose: PlanLinkPurpose::Harvest,
                table: Some(table),
                workshop: None,
                name: None,
                made_at: self.now(),
            };
            tx.insert_plan_link(&link).await?;
        }
        self.note_event_part(&mut tx, &right, &cafe.event, AuditAction::TableLinksMade)
            .await?;
        tx.commit().await?;
        Ok(sheet)
    }

    /// Revokes the links of a table, or of all tables.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn revoke_table_links(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        table: Option<TableNumber>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, cafe) = lock_cafe(&mut tx, access, item).await?;
        let plan = require_own_plan(&cafe)?;
        let revoked = tx
            .delete_plan_links(plan.id, PlanLinkPurpose::Harvest, table)
            .await?;
        if revoked > 0 {
            self.note_event_part(&mut tx, &right, &cafe.event, AuditAction::TableLinksRevoked)
                .await?;
        }
        Ok(tx.commit().await?)
    }
}

fn links_of(links: &[PlanLink], table: TableNumber) -> usize {
    let of_table = links.iter().filter(|link| link.table == Some(table));
    of_table.count()
}

fn host_of(cafe: &Cafe, table: &CafeTable) -> Option<String> {
    let host = table.host?;
    let person = cafe.people.iter().find(|person| person.id == host)?;
    Some(person.name())
}

fn tables_of(plan: &CafePlan, table: Option<TableNumber>) -> Result<Vec<TableNumber>> {
    match table {
        Some(table) if plan.set_up.table(table).is_none() => Err(PlannerError::NotFound),
        Some(table) => Ok(vec![table]),
        None => Ok(plan
            .set_up
            .tables
            .iter()
            .map(|table| table.number)
            .collect()),
    }
}

fn too_many_links() -> PlannerError {
    let mut faults = Faults::none();
    faults.add("table", Fault::TooManyEntries { most: MOST_LINKS });
    PlannerError::Invalid(faults)
}
