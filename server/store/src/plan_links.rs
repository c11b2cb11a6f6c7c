//! Secret links of plans: of the projector, of tables that write down their harvest, and to the lists of workshops.

use std::collections::HashSet;

use model::{
    EventId, Line, PlanId, PlanLink, PlanLinkPurpose, QuestionId, WorkshopId, cafe::TableNumber,
};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

statements! {
    BY_HASH = "
        SELECT token_hash, plan_id, purpose, table_number, workshop_id, name, made_at FROM plan_links
        WHERE token_hash = $1";
    OF_PLAN = "
        SELECT token_hash, plan_id, purpose, table_number, workshop_id, name, made_at FROM plan_links
        WHERE plan_id = $1 AND purpose = $2 ORDER BY made_at";
    ANY_OF_EVENT = "
        SELECT COUNT(*) FROM plan_links JOIN plans ON plans.id = plan_links.plan_id WHERE plans.event_id = $1";
    INSERT = "
        INSERT INTO plan_links (token_hash, plan_id, purpose, table_number, workshop_id, name, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    DELETE = "DELETE FROM plan_links WHERE plan_id = $1 AND purpose = $2";
    DELETE_ONE = "DELETE FROM plan_links WHERE token_hash = $1";
    DELETE_OF_TABLE = "
        DELETE FROM plan_links WHERE plan_id = $1 AND purpose = $2 AND table_number = $3";
    DELETE_OF_WORKSHOP = "DELETE FROM plan_links WHERE plan_id = $1 AND workshop_id = $2";
    LIST_QUESTIONS = "SELECT question_id FROM list_questions WHERE plan_id = $1";
    DELETE_LIST_QUESTIONS = "DELETE FROM list_questions WHERE plan_id = $1";
    INSERT_LIST_QUESTION = "INSERT INTO list_questions (plan_id, question_id) VALUES ($1, $2)";
}

#[derive(FromRow)]
struct Row {
    token_hash: Vec<u8>,
    plan_id: Uuid,
    purpose: String,
    table_number: Option<i64>,
    workshop_id: Option<Uuid>,
    name: Option<String>,
    made_at: i64,
}

impl TryFrom<Row> for PlanLink {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "plan_links",
            row: row.plan_id,
        };
        let table: Option<u16> = from.optional_number("table_number", row.table_number)?;
        Ok(Self {
            token_hash: row.token_hash,
            plan: row.plan_id.into(),
            purpose: from.word("purpose", &row.purpose)?,
            table: table.map(TableNumber),
            workshop: row.workshop_id.map(Into::into),
            name: from.optional("name", row.name.as_deref())?,
            made_at: from.time("made_at", row.made_at)?,
        })
    }
}

impl Reader {
    /// The link with this secret.
    pub async fn plan_link(&mut self, token_hash: &[u8]) -> Result<Option<PlanLink>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_HASH), |query, c| query
            .bind(token_hash)
            .fetch_optional(c))?;
        row.map(PlanLink::try_from).transpose()
    }

    /// The links of a plan for a purpose, the oldest first.
    pub async fn plan_links(
        &mut self,
        plan: PlanId,
        purpose: PlanLinkPurpose,
    ) -> Result<Vec<PlanLink>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_PLAN), |query, c| query
            .bind(plan.uuid())
            .bind(purpose.as_str())
            .fetch_all(c))?;
        rows.into_iter().map(PlanLink::try_from).collect()
    }

    /// The questions whose answers the lists of a plan's workshops show.
    pub async fn list_questions(&mut self, plan: PlanId) -> Result<HashSet<QuestionId>> {
        let rows: Vec<(Uuid,)> = dispatch!(self, query_as(LIST_QUESTIONS), |query, c| query
            .bind(plan.uuid())
            .fetch_all(c))?;
        Ok(rows.into_iter().map(|(id,)| id.into()).collect())
    }
}

impl Reader {
    /// Whether the plans of an event have links.
    pub async fn has_plan_links(&mut self, event: EventId) -> Result<bool> {
        let links: i64 = dispatch!(self, query_scalar(ANY_OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_one(c))?;
        Ok(links > 0)
    }
}

impl Tx {
    /// Adds a link.
    pub async fn insert_plan_link(&mut self, link: &PlanLink) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(link.token_hash.as_slice())
                .bind(link.plan.uuid())
                .bind(link.purpose.as_str())
                .bind(link.table.map(|table| i64::from(table.0)))
                .bind(link.workshop.map(WorkshopId::uuid))
                .bind(link.name.as_ref().map(Line::as_str))
                .bind(micros(link.made_at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Deletes a link.
    pub async fn delete_plan_link(&mut self, token_hash: &[u8]) -> Result<()> {
        dispatch!(self, query(DELETE_ONE), |query, c| rows_affected(
            query.bind(token_hash).execute(c)
        ))
        .map(drop)
    }

    /// Deletes the links of a plan for a purpose: those of a table, or all. Returns their number.
    pub async fn delete_plan_links(
        &mut self,
        plan: PlanId,
        purpose: PlanLinkPurpose,
        table: Option<TableNumber>,
    ) -> Result<u64> {
        match table {
            None => dispatch!(self, query(DELETE), |query, c| rows_affected(
                query.bind(plan.uuid()).bind(purpose.as_str()).execute(c)
            )),
            Some(table) => dispatch!(self, query(DELETE_OF_TABLE), |query, c| rows_affected(
                query
                    .bind(plan.uuid())
                    .bind(purpose.as_str())
                    .bind(i64::from(table.0))
                    .execute(c)
            )),
        }
    }

    /// Deletes the links to the list of a workshop, and returns their number.
    pub async fn delete_links_of_workshop(
        &mut self,
        plan: PlanId,
        workshop: WorkshopId,
    ) -> Result<u64> {
        dispatch!(self, query(DELETE_OF_WORKSHOP), |query, c| rows_affected(
            query.bind(plan.uuid()).bind(workshop.uuid()).execute(c)
        ))
    }

    /// Sets the questions whose answers the lists of a plan's workshops show.
    pub async fn set_list_questions(
        &mut self,
        plan: PlanId,
        questions: &HashSet<QuestionId>,
    ) -> Result<()> {
        dispatch!(
            self,
            query(DELETE_LIST_QUESTIONS),
            |query, c| rows_affected(query.bind(plan.uuid()).execute(c))
        )?;
        for question in questions {
            dispatch!(self, query(INSERT_LIST_QUESTION), |query, c| rows_affected(
                query.bind(plan.uuid()).bind(question.uuid()).execute(c)
            ))?;
        }
        Ok(())
    }
}
