//! The people whom a job is about, in the order in which it does them.

use model::{JobId, RegistrationId};
use sqlx_macros::FromRow;

use super::{ReadRegistration, read_registration};
use crate::{
    Reader, Tx,
    error::Result,
    registrations::{Row as RegistrationRow, registration_columns},
};

statements! {
    AFTER = concat!(
        "SELECT position, ", registration_columns!(), " FROM (
            SELECT listed.position, person.*
            FROM job_people AS listed JOIN registrations AS person ON person.id = listed.registration_id
            WHERE listed.job_id = $1 AND listed.position > $2 ORDER BY listed.position LIMIT $3
         ) AS people ORDER BY position",
    );
}

rows_statements! {
    LIST [Uuid, Integer, Uuid] = "
        INSERT INTO job_people (job_id, position, registration_id) SELECT * FROM {rows}";
}

#[derive(FromRow)]
struct PersonRow {
    position: i64,
    #[sqlx(flatten)]
    registration: RegistrationRow,
}

impl Reader {
    /// The people of a job after a position, 0 at its beginning, with their positions.
    pub async fn people_of_job(
        &mut self,
        job: JobId,
        after: i64,
        limit: u32,
    ) -> Result<Vec<(i64, ReadRegistration)>> {
        let rows: Vec<PersonRow> = dispatch!(self, query_as(AFTER), |query, c| query
            .bind(job.uuid())
            .bind(after)
            .bind(i64::from(limit))
            .fetch_all(c))?;
        let people = rows.into_iter();
        Ok(people
            .map(|row| (row.position, read_registration(row.registration)))
            .collect())
    }
}

impl Tx {
    /// Lists the people whom a job is about, in their order. The job was inserted before.
    pub async fn list_people_of_job(
        &mut self,
        job: JobId,
        people: &[RegistrationId],
    ) -> Result<()> {
        let rows: Vec<_> = (1_i64..)
            .zip(people)
            .map(|(position, person)| [job.uuid().into(), position.into(), person.uuid().into()])
            .collect();
        self.write_rows::<(), _>(LIST, &rows).await.map(drop)
    }
}
