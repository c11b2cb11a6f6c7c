//! The columns of lists that members chose.

use model::{EventId, HiddenColumns, MemberId};

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
};

statements! {
    OF_MEMBER = "SELECT hidden FROM list_columns WHERE member_id = $1 AND event_id = $2";
    SAVE = "
        INSERT INTO list_columns (member_id, event_id, hidden) VALUES ($1, $2, $3)
        ON CONFLICT (member_id, event_id) DO UPDATE SET hidden = excluded.hidden";
}

impl Reader {
    /// The columns that a member hides in the list of an event. `None` if they have not chosen.
    pub async fn hidden_columns(
        &mut self,
        member: MemberId,
        event: EventId,
    ) -> Result<Option<HiddenColumns>> {
        let hidden: Option<String> = dispatch!(self, query_scalar(OF_MEMBER), |query, c| query
            .bind(member.uuid())
            .bind(event.uuid())
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "list_columns",
            row: format!("{member} of event {event}"),
        };
        hidden
            .map(|hidden| from.json("hidden", &hidden))
            .transpose()
    }
}

impl Tx {
    /// Saves the columns that a member hides in the list of an event.
    pub async fn save_hidden_columns(
        &mut self,
        (member, event): (MemberId, EventId),
        hidden: &HiddenColumns,
    ) -> Result<()> {
        let hidden = serde_json::to_string(hidden).map_err(StoreError::encode_error)?;
        dispatch!(self, query(SAVE), |query, c| rows_affected(
            query
                .bind(member.uuid())
                .bind(event.uuid())
                .bind(hidden.as_str())
                .execute(c)
        ))
        .map(drop)
    }
}
