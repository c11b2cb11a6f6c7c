//! Who has answered: numbers that add up, and the people.

use jiff::Timestamp;
use model::{Event, InvitationCounts, InvitationId, Network, Organisation};
use store::{InvitationFilter, InvitedPerson, Listed, Paginated, Paging, Reader};

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Right},
    require::require_network,
};

/// A page of the invited people.
#[derive(Debug, Clone)]
pub struct InvitationOverview {
    pub network: Network,
    pub event: Event,
    /// The number of people with a seat.
    pub confirmed: u32,
    pub organisations: Vec<Organisation>,
    pub counts: InvitationCounts,
    pub page: Paginated<InvitedPerson>,
    /// When people were last invited, and when reminded.
    pub invited_at: Option<Timestamp>,
    pub reminded_at: Option<Timestamp>,
    /// Whether invited people can answer now.
    pub takes_answers: bool,
}

/// One invited person, with the event.
#[derive(Debug, Clone)]
pub struct InvitedRecord {
    pub network: Network,
    pub event: Event,
    /// The number of people with a seat.
    pub confirmed: u32,
    pub invited: InvitedPerson,
    /// Whether invited people can answer now.
    pub takes_answers: bool,
}

/// Who has not answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SilentPeople {
    /// Who can be reminded.
    pub people: Vec<InvitedPerson>,
    /// Who wants no invitations, or whose address takes no mail.
    pub left_out: Vec<InvitedPerson>,
}

impl SilentPeople {
    pub(super) async fn read(reader: &mut Reader, event: &Event) -> Result<Self> {
        let Listed { rows, .. } = reader.silent_after(event.id, None, i64::MAX).await?;
        // Whoever was not written to yet is not reminded.
        let silent = rows
            .into_iter()
            .filter(|one| one.invitation.sent_at.is_some());
        let (people, left_out) = silent.partition(takes_mail);
        Ok(Self { people, left_out })
    }
}

/// Whether an invited person can be written to.
pub(super) fn takes_mail(invited: &InvitedPerson) -> bool {
    invited.contact.opted_out_at.is_none() && is_reachable(invited)
}

/// Whether mail reaches an invited person, whether or not they want further invitations.
pub(super) fn is_reachable(invited: &InvitedPerson) -> bool {
    invited.stopped.is_none() && !invited.contact.person.address.is_stand_in()
}

impl Planner {
    /// Who was invited to an event, and what they answered.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn invitations(
        &self,
        access: &EventAccess<impl Right>,
        filter: &InvitationFilter,
        paging: Paging,
    ) -> Result<InvitationOverview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let (invited_at, reminded_at) = reader.last_invited(event.id).await?;
        Ok(InvitationOverview {
            network: require_network(&mut reader, event.network).await?,
            confirmed: reader.count_registrations(event.id).await?.confirmed,
            organisations: reader.organisations(event.network).await?.rows,
            counts: reader.count_invited(event.id).await?,
            page: reader.find_invited(event.id, filter, paging).await?,
            takes_answers: event.takes_answers(self.now()),
            invited_at,
            reminded_at,
            event,
        })
    }

    /// One invited person.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, invitation = %id), err(level = "debug"))]
    pub async fn invited_person(
        &self,
        access: &EventAccess<impl Right>,
        id: InvitationId,
    ) -> Result<InvitedRecord> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let invited = reader.invited(event.id, id).await?;
        Ok(InvitedRecord {
            invited: invited.ok_or(PlannerError::NotFound)?,
            network: require_network(&mut reader, event.network).await?,
            confirmed: reader.count_registrations(event.id).await?.confirmed,
            takes_answers: event.takes_answers(self.now()),
            event,
        })
    }
}
