//! Who is there on the day of a café.

use jiff::Timestamp;
use model::{MemberId, PlanId, RegistrationId, cafe::Attendance};
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
    OF_PLAN = "
        SELECT registration_id, first_round, last_round, back_round, members.name AS member_name, marked_at
        FROM attendance LEFT JOIN members ON members.id = attendance.member_id
        WHERE plan_id = $1 ORDER BY marked_at DESC, registration_id";
    SAVE = "
        INSERT INTO attendance (plan_id, registration_id, first_round, last_round, back_round, member_id, marked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (plan_id, registration_id) DO UPDATE
        SET first_round = excluded.first_round, last_round = excluded.last_round, back_round = excluded.back_round,
            member_id = excluded.member_id, marked_at = excluded.marked_at";
    REMOVE = "DELETE FROM attendance WHERE plan_id = $1 AND registration_id = $2";
}

/// Somebody who is not there in all rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceMark {
    pub person: RegistrationId,
    pub attendance: Attendance,
    /// The member who said so; `None` after their removal.
    pub by: Option<String>,
    pub at: Timestamp,
}

#[derive(FromRow)]
struct Row {
    registration_id: Uuid,
    first_round: i64,
    last_round: Option<i64>,
    back_round: Option<i64>,
    member_name: Option<String>,
    marked_at: i64,
}

impl TryFrom<Row> for AttendanceMark {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "attendance",
            row: row.registration_id,
        };
        Ok(Self {
            person: row.registration_id.into(),
            attendance: Attendance {
                from: from.number("first_round", row.first_round)?,
                until: from.optional_number("last_round", row.last_round)?,
                back: from.optional_number("back_round", row.back_round)?,
            },
            by: row.member_name,
            at: from.time("marked_at", row.marked_at)?,
        })
    }
}

impl Reader {
    /// Who is not there in all rounds of a plan, the latest mark first.
    pub async fn attendance(&mut self, plan: PlanId) -> Result<Vec<AttendanceMark>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_PLAN), |query, c| query
            .bind(plan.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(AttendanceMark::try_from).collect()
    }
}

impl Tx {
    /// Says in which rounds somebody is there. Who is there in all of them has no mark.
    pub async fn mark_attendance(
        &mut self,
        plan: PlanId,
        person: RegistrationId,
        attendance: Attendance,
        (member, at): (MemberId, Timestamp),
    ) -> Result<()> {
        if attendance == Attendance::WHOLE {
            return dispatch!(self, query(REMOVE), |query, c| rows_affected(
                query.bind(plan.uuid()).bind(person.uuid()).execute(c)
            ))
            .map(drop);
        }
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(plan.uuid())
                .bind(person.uuid())
                .bind(i64::from(attendance.from))
                .bind(attendance.until.map(i64::from))
                .bind(attendance.back.map(i64::from))
                .bind(member.uuid())
                .bind(micros(at))
                .execute(c)
        ))
        .map(drop)
    }
}
