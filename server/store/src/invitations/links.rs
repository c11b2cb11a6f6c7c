//! The secret links of invitations. The database holds only hashes of their tokens.

use jiff::Timestamp;
use model::{Invitation, InvitationId};

use super::{Row, invitation_columns};
use crate::{Reader, Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    BY_HASH = concat!(
        "SELECT ", invitation_columns!(), " FROM invitation_links
         JOIN invitations ON invitations.id = invitation_links.invitation_id
         WHERE invitation_links.token_hash = $1",
    );
    INSERT = "
        INSERT INTO invitation_links (token_hash, invitation_id, made_at) VALUES ($1, $2, $3)";
    DELETE = "DELETE FROM invitation_links WHERE invitation_id = $1";
}

impl Reader {
    /// The invitation that a token opens.
    pub async fn invitation_by_link(&mut self, token_hash: &[u8]) -> Result<Option<Invitation>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_HASH), |query, c| query
            .bind(token_hash)
            .fetch_optional(c))?;
        row.map(Invitation::try_from).transpose()
    }
}

impl Tx {
    /// Stores a link. Earlier ones go on working.
    pub async fn insert_invitation_link(
        &mut self,
        token_hash: &[u8],
        invitation: InvitationId,
        now: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(token_hash)
                .bind(invitation.uuid())
                .bind(micros(now))
                .execute(c)
        ))
        .map(drop)
    }

    /// Deletes all links of an invitation.
    pub async fn delete_invitation_links(&mut self, invitation: InvitationId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(invitation.uuid()).execute(c)
        ))
        .map(drop)
    }
}
