//! The people who work for a network.

use ::mail::InvitedRole;
use model::{
    AuditAction, EmailAddress, Fault, Faults, Language, Line, Member, MemberId, NetworkId, Role,
};
use store::Tx;

use crate::{
    Listed, Planner, PlannerError, Result,
    access::{MEMBER_LINK_LASTS, Owns},
    audit::{PartChange, Who},
    mail,
    require::require_network,
};

/// What an owner, or the console, enters about a member.
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
        let mut tx = self.store().begin().await?;
        tx.lock_members(network).await?;
        let members = tx.members(network).await?.rows;
        let known = members
            .iter()
            .find(|member| member.address.lower() == new.address.lower());
        let member = match known {
            Some(known) => self.save_member(&mut tx, known, new, Who::Operator).await?,
            None => {
                self.insert_member(&mut tx, network, new, Who::Operator)
                    .await?
            }
        };
        tx.commit().await?;
        Ok(member)
    }

    /// Who works for a network, by address.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn members(&self, right: &Owns) -> Result<Listed<Member>> {
        Ok(self.store().read().await?.members(right.network()).await?)
    }

    /// Makes somebody a member, who is told so by a mail with a link to sign in. Refuses an address that is one already.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn add_member(&self, right: &Owns, new: NewMember) -> Result<MemberId> {
        let mut tx = self.store().begin().await?;
        let members = lock_members(&mut tx, right).await?;
        let mut lower = members.iter().map(|member| member.address.lower());
        if lower.any(|lower| lower == new.address.lower()) {
            let twice = Faults::one("address", Fault::Twice);
            return Err(PlannerError::Invalid(twice));
        }
        let who = Who::from(right);
        let member = self
            .insert_member(&mut tx, right.network(), new, who)
            .await?;
        let role = invited_role(member.role);
        self.invite_member(&mut tx, right.member(), (&member, role))
            .await?;
        self.commit(tx).await?;
        Ok(member.id)
    }

    /// Sends the mail with a link to sign in once more.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), %member), err(level = "debug"))]
    pub async fn invite_member_again(&self, right: &Owns, member: MemberId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (member, _) = lock_member(&mut tx, right, member).await?;
        let role = invited_role(member.role);
        self.invite_member(&mut tx, right.member(), (&member, role))
            .await?;
        self.commit(tx).await
    }

    /// Queues the mail that tells a member what they may do, with a link that signs them in.
    pub(super) async fn invite_member(
        &self,
        tx: &mut Tx,
        inviter: &Member,
        (member, role): (&Member, InvitedRole),
    ) -> Result<()> {
        let network = require_network(tx, member.network).await?;
        let token = self.new_token();
        let (now, lower) = (self.now(), member.address.lower());
        let expires_at = now + MEMBER_LINK_LASTS;
        tx.insert_sign_in_link(token.hash().as_bytes(), &lower, now, expires_at)
            .await?;
        let link = self.link(&format!("/sign-in/{}", token.reveal()));
        let sender = self.sender(&network)?;
        let inviter = inviter.name.to_string();
        self.queue(
            tx,
            mail::member_invited(&sender, (member, role), inviter, link),
        )
        .await?;
        Ok(())
    }

    /// Gives a member another role. Refuses to leave the network without an owner.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), %member), err(level = "debug"))]
    pub async fn change_role(&self, right: &Owns, member: MemberId, role: Role) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (before, is_last_owner) = lock_member(&mut tx, right, member).await?;
        if before.role == role {
            return Ok(());
        }
        if is_last_owner {
            return Err(last_owner("role"));
        }
        let new = NewMember {
            name: before.name.clone(),
            address: before.address.clone(),
            role,
            language: before.language,
        };
        self.save_member(&mut tx, &before, new, Who::from(right))
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes a member, whose sessions end. Refuses to leave the network without an owner.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), %member), err(level = "debug"))]
    pub async fn remove_member(&self, right: &Owns, member: MemberId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (gone, is_last_owner) = lock_member(&mut tx, right, member).await?;
        if is_last_owner {
            return Err(last_owner("member"));
        }
        tx.remove_member(gone.id, self.now()).await?;
        tx.delete_event_roles(gone.id).await?;
        // A session belongs to an address. Members of another network, too, sign in again.
        tx.delete_login_sessions_of(&gone.address.lower()).await?;
        let change = change_of(&gone, Some(gone.role), None);
        let subject = (gone.network, Who::from(right));
        self.note_network(&mut tx, subject, AuditAction::MemberRemoved, Some(change))
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Inserts a member, or brings a former one back.
    pub(super) async fn insert_member(
        &self,
        tx: &mut Tx,
        network: NetworkId,
        new: NewMember,
        who: Who,
    ) -> Result<Member> {
        let former = tx.members_ever(network).await?.rows;
        let former = former
            .iter()
            .find(|member| member.address.lower() == new.address.lower());
        let id = former.map_or_else(|| self.new_id(), |member| member.id);
        let member = new.with(id, network);
        if former.is_some() {
            tx.update_member(&member).await?;
        } else {
            tx.insert_member(&member, self.now()).await?;
        }
        let change = change_of(&member, None, Some(member.role));
        self.note_network(tx, (network, who), AuditAction::MemberAdded, Some(change))
            .await?;
        Ok(member)
    }

    async fn save_member(
        &self,
        tx: &mut Tx,
        before: &Member,
        new: NewMember,
        who: Who,
    ) -> Result<Member> {
        let after = new.with(before.id, before.network);
        tx.update_member(&after).await?;
        let change = change_of(&after, Some(before.role), Some(after.role));
        self.note_network(
            tx,
            (after.network, who),
            AuditAction::MemberChanged,
            Some(change),
        )
        .await?;
        Ok(after)
    }
}

impl NewMember {
    fn with(self, id: MemberId, network: NetworkId) -> Member {
        let Self {
            name,
            address,
            role,
            language,
        } = self;
        Member {
            id,
            network,
            name,
            address,
            role,
            language,
        }
    }
}

/// Locks the members and checks the right again. It was read before the lock: the member who holds it may have
/// been removed or demoted meanwhile.
async fn lock_members(tx: &mut Tx, right: &Owns) -> Result<Vec<Member>> {
    tx.lock_members(right.network()).await?;
    let members = tx.members(right.network()).await?.rows;
    let mut owners = members.iter().filter(|member| member.role == Role::Owner);
    if owners.any(|owner| owner.id == right.member().id) {
        Ok(members)
    } else {
        Err(PlannerError::NotAllowed)
    }
}

/// Locks the members and finds one. Tells whether it is the only owner.
async fn lock_member(tx: &mut Tx, right: &Owns, id: MemberId) -> Result<(Member, bool)> {
    let members = lock_members(tx, right).await?;
    let member = members.iter().find(|member| member.id == id);
    let member = member.cloned().ok_or(PlannerError::NotFound)?;
    let owners = members.iter().filter(|member| member.role == Role::Owner);
    let is_last_owner = member.role == Role::Owner && owners.count() == 1;
    Ok((member, is_last_owner))
}

/// The role as the mail says it. Whoever works for single events is invited to each of them.
const fn invited_role(role: Role) -> InvitedRole {
    match role {
        Role::Owner => InvitedRole::Owner,
        Role::Organiser => InvitedRole::Organiser,
        Role::Helper => InvitedRole::Helper,
        Role::Reader | Role::EventOnly => InvitedRole::Reader,
    }
}

fn last_owner(field: &str) -> PlannerError {
    PlannerError::Invalid(Faults::one(field, Fault::LastOwner))
}

/// The change of a role, as the history shows it.
pub(super) fn change_of<R: ToString>(
    member: &Member,
    before: Option<R>,
    after: Option<R>,
) -> PartChange {
    PartChange::new(
        format!("{} ({})", member.name, member.address),
        before.map(|role| role.to_string()),
        after.map(|role| role.to_string()),
    )
}
