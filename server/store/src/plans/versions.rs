//! Versions of plans. Rows are only ever inserted; what is discarded stays, unseen.

use jiff::Timestamp;
use model::{
    MemberId, PlanId,
    plan::{PlanKind, PlanPart, PlanVersion, VersionHead},
};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Listed, Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

statements! {
    HEADS = "
        SELECT plan_id, number, parent, cause, set_up, quality, seed, iterations, member_id, made_at
        FROM plan_versions WHERE plan_id = $1 AND discarded_at IS NULL ORDER BY number DESC";
    BY_NUMBER = "
        SELECT plan_id, number, parent, cause, set_up, quality, seed, iterations, member_id, made_at, seating,
            locks, broken
        FROM plan_versions WHERE plan_id = $1 AND number = $2 AND discarded_at IS NULL";
    SET_UP_OF = "
        SELECT plan_set_ups.set_up FROM plan_versions
        JOIN plan_set_ups ON plan_set_ups.plan_id = plan_versions.plan_id AND revision = plan_versions.set_up
        WHERE plan_versions.plan_id = $1 AND number = $2";
    /// Also of versions that were discarded.
    LAST_NUMBER = "SELECT number FROM plan_versions WHERE plan_id = $1 ORDER BY number DESC LIMIT 1";
    INSERT = "
        INSERT INTO plan_versions (plan_id, number, parent, cause, set_up, quality, seed, iterations, member_id,
            made_at, seating, locks, broken)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    DISCARD = "UPDATE plan_versions SET discarded_at = $3 WHERE plan_id = $1 AND number = $2";
}

#[derive(FromRow)]
struct HeadRow {
    plan_id: Uuid,
    number: i64,
    parent: Option<i64>,
    cause: String,
    set_up: i64,
    quality: String,
    seed: Option<i64>,
    iterations: Option<i64>,
    member_id: Option<Uuid>,
    made_at: i64,
}

#[derive(FromRow)]
struct Row {
    #[sqlx(flatten)]
    head: HeadRow,
    seating: String,
    locks: String,
    broken: String,
}

impl HeadRow {
    fn decoder(&self) -> RowDecoder<String> {
        RowDecoder {
            table: "plan_versions",
            row: format!("{} {}", self.plan_id, self.number),
        }
    }
}

impl<K: PlanKind> TryFrom<HeadRow> for VersionHead<K> {
    type Error = StoreError;

    fn try_from(row: HeadRow) -> Result<Self> {
        let from = row.decoder();
        Ok(Self {
            plan: row.plan_id.into(),
            number: from.number("number", row.number)?,
            parent: from.optional_number("parent", row.parent)?,
            cause: from.word("cause", &row.cause)?,
            set_up: row.set_up,
            quality: from.json("quality", &row.quality)?,
            // SQL has no unsigned numbers: a seed is kept by its bits.
            seed: row.seed.map(i64::cast_unsigned),
            iterations: from.optional_number("iterations", row.iterations)?,
            member: row.member_id.map(MemberId::from),
            made_at: from.time("made_at", row.made_at)?,
        })
    }
}

impl<K: PlanKind> TryFrom<Row> for PlanVersion<K> {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = row.head.decoder();
        Ok(Self {
            seating: from.json("seating", &row.seating)?,
            locks: from.json("locks", &row.locks)?,
            broken: from.json("broken", &row.broken)?,
            head: row.head.try_into()?,
        })
    }
}

impl Reader {
    /// The versions of a plan without their seats, the latest first.
    pub async fn plan_versions<K: PlanKind>(
        &mut self,
        plan: PlanId,
    ) -> Result<Listed<VersionHead<K>>> {
        let rows: Vec<HeadRow> = dispatch!(self, query_as(HEADS), |query, c| query
            .bind(plan.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// A version of a plan.
    pub async fn plan_version<K: PlanKind>(
        &mut self,
        plan: PlanId,
        number: u32,
    ) -> Result<Option<PlanVersion<K>>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_NUMBER), |query, c| query
            .bind(plan.uuid())
            .bind(i64::from(number))
            .fetch_optional(c))?;
        row.map(PlanVersion::try_from).transpose()
    }

    /// The set-up that a version was made from.
    pub async fn set_up_of_version<S: PlanPart>(
        &mut self,
        plan: PlanId,
        number: u32,
    ) -> Result<Option<S>> {
        let row: Option<String> = dispatch!(self, query_scalar(SET_UP_OF), |query, c| query
            .bind(plan.uuid())
            .bind(i64::from(number))
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "plan_set_ups",
            row: plan,
        };
        row.map(|set_up| from.json("set_up", &set_up)).transpose()
    }

    /// The number of a plan's latest version; 0 without one.
    pub async fn last_plan_version(&mut self, plan: PlanId) -> Result<u32> {
        let number: Option<i64> = dispatch!(self, query_scalar(LAST_NUMBER), |query, c| query
            .bind(plan.uuid())
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "plan_versions",
            row: plan,
        };
        from.number("number", number.unwrap_or(0))
    }
}

impl Tx {
    /// Writes a version. Its number is free: the transaction holds the event's lock.
    pub async fn insert_plan_version<K: PlanKind>(
        &mut self,
        version: &PlanVersion<K>,
    ) -> Result<()> {
        let head = &version.head;
        let quality = serde_json::to_string(&head.quality).map_err(StoreError::encode_error)?;
        let seating = serde_json::to_string(&version.seating).map_err(StoreError::encode_error)?;
        let locks = serde_json::to_string(&version.locks).map_err(StoreError::encode_error)?;
        let broken = serde_json::to_string(&version.broken).map_err(StoreError::encode_error)?;
        let iterations = head
            .iterations
            .map(|iterations| i64::try_from(iterations).unwrap_or(i64::MAX));
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(head.plan.uuid())
                .bind(i64::from(head.number))
                .bind(head.parent.map(i64::from))
                .bind(head.cause.as_str())
                .bind(head.set_up)
                .bind(quality.as_str())
                .bind(head.seed.map(u64::cast_signed))
                .bind(iterations)
                .bind(head.member.map(MemberId::uuid))
                .bind(micros(head.made_at))
                .bind(seating.as_str())
                .bind(locks.as_str())
                .bind(broken.as_str())
                .execute(c)
        ))
        .map(drop)
    }

    /// Discards a version that no pointer names and no other version was made from.
    pub async fn discard_plan_version(
        &mut self,
        plan: PlanId,
        number: u32,
        now: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(DISCARD), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(i64::from(number))
                .bind(micros(now))
                .execute(c)
        ))
        .map(drop)
    }
}
