//! The people who work for a network.

use model::{EmailAddress, Language, Line, Member, NetworkId, Role};

use crate::{Listed, Planner, Result, access::Owns};

/// The console's input about a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMember {
    pub name: Line<200>,
    pub address: EmailAddress,
    pub role: Role,
    pub language: Language,
}

impl Planner {
    /// Makes somebody a member, or gives a member another name or role. From the console.
    #[tracing::instrument(level = "debug", skip_all, fields(%network), err(level = "debug"))]
    pub async fn put_member(&self, network: NetworkId, new: NewMember) -> Result<Member> {
        let NewMember {
            name,
            address,
            role,
            language,
        } = new;
        let mut tx = self.store().begin().await?;
        let known = tx.members_by_address(&address.lower()).await?;
        let known = known
            .rows
            .into_iter()
            .find(|member| member.network == network);
        let member = Member {
            id: known
                .as_ref()
                .map_or_else(|| self.new_id(), |known| known.id),
            network,
            name,
            address,
            role,
            language,
        };
        if known.is_some() {
            tx.update_member(&member).await?;
        } else {
            tx.insert_member(&member, self.now()).await?;
        }
        tx.commit().await?;
        Ok(member)
    }

    /// Who works for a network, by address.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn members(&self, right: &Owns) -> Result<Listed<Member>> {
        Ok(self.store().read().await?.members(right.network()).await?)
    }
}
