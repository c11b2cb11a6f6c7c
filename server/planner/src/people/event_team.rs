//! Who works for one event only: helpers and hosts of tables.

use ::mail::InvitedRole;
use model::{
    AuditAction, EmailAddress, Event, EventRole, Fault, Faults, Language, Line, Member, MemberId,
    Network, NetworkId, Role,
};

use super::members::{NewMember, change_of};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises, Principal},
    audit::Who,
    require::require_network,
};

/// What an organiser enters about somebody who works for an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEventMember {
    pub name: Line<200>,
    pub address: EmailAddress,
    pub role: EventRole,
    pub language: Language,
}

/// The people of one event.
#[derive(Debug, Clone)]
pub struct EventTeam {
    pub network: Network,
    pub event: Event,
    pub confirmed: u32,
    /// By address.
    pub people: Vec<(Member, EventRole)>,
}

/// The events that somebody works for, without seeing anything else of the network.
#[derive(Debug, Clone)]
pub struct OwnEvents {
    pub network: Network,
    /// The earliest first.
    pub events: Vec<(Event, EventRole)>,
}

impl Planner {
    /// Who works for an event only.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn event_team(&self, access: &EventAccess<Organises>) -> Result<EventTeam> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        Ok(EventTeam {
            network: require_network(&mut reader, event.network).await?,
            confirmed: reader.count_registrations(event.id).await?.confirmed,
            people: reader.members_of_event(event.id).await?.rows,
            event,
        })
    }

    /// Gives somebody a role at an event, and tells them by a mail with a link to sign in. Whoever is no member of the
    /// network becomes one who sees this event alone. Refuses somebody whose role in the network allows as much, and who
    /// has the role already.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn add_event_member(
        &self,
        access: &EventAccess<Organises>,
        new: NewEventMember,
    ) -> Result<MemberId> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        tx.lock_members(event.network).await?;
        let members = tx.members(event.network).await?.rows;
        let lower = new.address.lower();
        let known = members
            .into_iter()
            .find(|member| member.address.lower() == lower);
        if known
            .as_ref()
            .is_some_and(|known| known.role <= new.role.as_role())
        {
            return Err(Faults::one("address", Fault::Twice).into());
        }
        let team = tx.members_of_event(event.id).await?.rows;
        let before = known.as_ref().and_then(|known| {
            let mut team = team.iter();
            team.find(|(one, _)| one.id == known.id)
                .map(|(_, role)| *role)
        });
        if before == Some(new.role) {
            return Err(Faults::one("address", Fault::Twice).into());
        }
        let who = Who::from(&right);
        let member = if let Some(known) = known {
            known
        } else {
            let new = NewMember {
                name: new.name,
                address: new.address,
                role: Role::EventOnly,
                language: new.language,
            };
            self.insert_member(&mut tx, event.network, new, who).await?
        };
        tx.put_event_member((member.id, event.id), new.role, self.now())
            .await?;
        let action = AuditAction::EventMemberAdded;
        let change = change_of(&member, before, Some(new.role));
        self.note_named_part(&mut tx, who, &event, (action, change))
            .await?;
        let title = event.details.title.to_string();
        let role = match new.role {
            EventRole::Helper => InvitedRole::EventHelper(title),
            EventRole::Host => InvitedRole::EventHost(title),
        };
        self.invite_member(&mut tx, right.member(), (&member, role))
            .await?;
        self.commit(tx).await?;
        Ok(member.id)
    }

    /// Takes the role at an event away. The sessions of somebody who has no other end.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %member), err(level = "debug"))]
    pub async fn remove_event_member(
        &self,
        access: &EventAccess<Organises>,
        member: MemberId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        tx.lock_members(event.network).await?;
        let people = tx.members_of_event(event.id).await?.rows;
        let found = people.into_iter().find(|(one, _)| one.id == member);
        let (gone, role) = found.ok_or(PlannerError::NotFound)?;
        tx.delete_event_member(gone.id, event.id).await?;
        if gone.role == Role::EventOnly && tx.count_events_of_member(gone.id).await? == 0 {
            tx.remove_member(gone.id, self.now()).await?;
            tx.delete_login_sessions_of(&gone.address.lower()).await?;
        }
        let action = AuditAction::EventMemberRemoved;
        let change = change_of(&gone, Some(role), None);
        self.note_named_part(&mut tx, &right, &event, (action, change))
            .await?;
        self.commit(tx).await
    }

    /// The events that somebody works for in a network of which they see nothing else.
    #[tracing::instrument(level = "debug", skip_all, fields(%network), err(level = "debug"))]
    pub async fn own_events(&self, principal: &Principal, network: NetworkId) -> Result<OwnEvents> {
        let mut memberships = principal.memberships().iter();
        let own = memberships.find(|one| one.member.network == network);
        let own = own.ok_or(PlannerError::NotFound)?;
        let mut reader = self.store().read().await?;
        let mut events = Vec::new();
        for (id, role) in &own.events {
            let event = reader.event(*id).await?;
            events.extend(event.map(|event| (event, *role)));
        }
        events.sort_by_key(|(event, _)| event.details.starts.at);
        Ok(OwnEvents {
            network: require_network(&mut reader, network).await?,
            events,
        })
    }
}
