//! A network's settings, members and organisations.

use model::{
    EmailAddress, Language, Line, Member, Network, NetworkId, Organisation, OrganisationId, Role,
    Slug, Text,
};

use crate::{
    Planner, PlannerError, Result,
    access::{Organises, Owns, Reads},
    audit::{About, Who},
};

/// What an owner sets for a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkSettings {
    pub name: Line<200>,
    pub sender_name: Line<200>,
    pub sender_address: EmailAddress,
    pub reply_to: Option<EmailAddress>,
    pub imprint: Text,
    pub privacy: Text,
    pub funding_notice: Text<2_000>,
    pub time_zone: Line<64>,
    pub language: Language,
    pub hue: u16,
}

/// What an organiser enters about a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrganisation {
    pub name: Line<200>,
    pub short_name: Line<80>,
    pub region: Option<Line<120>>,
    pub field: Option<Line<120>>,
}

impl Planner {
    /// A network by the name in addresses, for its imprint and privacy text.
    pub async fn public_network(&self, slug: &str) -> Result<Network> {
        let slug = Slug::parse(slug).map_err(|_| PlannerError::NotFound)?;
        let mut reader = self.store().read().await?;
        reader
            .network_by_slug(&slug)
            .await?
            .ok_or(PlannerError::NotFound)
    }

    /// All networks of the installation, by name.
    pub async fn networks(&self) -> Result<Vec<Network>> {
        Ok(self.store().read().await?.networks().await?)
    }

    /// The caller's network.
    pub async fn network(&self, right: &Reads) -> Result<Network> {
        let mut reader = self.store().read().await?;
        reader
            .network(right.network())
            .await?
            .ok_or(PlannerError::NotFound)
    }

    /// Begins a network, from the console.
    pub async fn create_network(&self, slug: Slug, settings: NetworkSettings) -> Result<Network> {
        let network = apply(settings, self.new_id(), slug, 0, 1);
        let mut tx = self.store().begin().await?;
        tx.insert_network(&network, self.now()).await?;
        tx.commit().await?;
        Ok(network)
    }

    /// Saves a network's settings. A changed privacy text gets a new version: consents name theirs.
    pub async fn change_network(
        &self,
        right: &Owns,
        revision: i64,
        settings: NetworkSettings,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let before = tx
            .network(right.network())
            .await?
            .ok_or(PlannerError::NotFound)?;
        let version = before.privacy_version + u32::from(before.privacy != settings.privacy);
        let after = apply(settings, before.id, before.slug, revision, version);
        if !tx.update_network(&after).await? {
            return Err(PlannerError::Conflict(Vec::new()));
        }
        let about = About {
            network: before.id,
            event: None,
            registration: None,
        };
        let who = Who::Member(right.member().id);
        self.note(
            &mut tx,
            who,
            about,
            "network changed",
            &[],
            Some(revision + 1),
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Makes somebody a member, or gives a member another name or role. From the console.
    pub async fn put_member(
        &self,
        network: NetworkId,
        name: Line<200>,
        address: EmailAddress,
        role: Role,
        language: Language,
    ) -> Result<Member> {
        let mut tx = self.store().begin().await?;
        let known = tx.members_by_address(&address.lower()).await?;
        let known = known.into_iter().find(|member| member.network == network);
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

    /// A network's partners, by name.
    pub async fn organisations(&self, right: &Reads) -> Result<Vec<Organisation>> {
        Ok(self
            .store()
            .read()
            .await?
            .organisations(right.network())
            .await?)
    }

    /// Adds a partner; refuses a short name that another one has.
    pub async fn add_organisation(
        &self,
        right: &Organises,
        new: NewOrganisation,
    ) -> Result<OrganisationId> {
        let organisation = with(new, self.new_id(), right.network(), None);
        let mut tx = self.store().begin().await?;
        refuse_twice(&tx.organisations(right.network()).await?, &organisation)?;
        tx.insert_organisation(&organisation).await?;
        tx.commit().await?;
        Ok(organisation.id)
    }

    /// Changes a partner.
    pub async fn change_organisation(
        &self,
        right: &Organises,
        id: OrganisationId,
        new: NewOrganisation,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let all = tx.organisations(right.network()).await?;
        let before = all
            .iter()
            .find(|one| one.id == id)
            .ok_or(PlannerError::NotFound)?;
        let after = with(new, id, before.network, before.parent);
        refuse_twice(&all, &after)?;
        tx.update_organisation(&after).await?;
        tx.commit().await?;
        Ok(())
    }
}

fn apply(
    settings: NetworkSettings,
    id: NetworkId,
    slug: Slug,
    revision: i64,
    privacy_version: u32,
) -> Network {
    let NetworkSettings {
        name,
        sender_name,
        sender_address,
        reply_to,
        imprint,
        privacy,
        funding_notice,
        time_zone,
        language,
        hue,
    } = settings;
    Network {
        id,
        slug,
        name,
        sender_name,
        sender_address,
        reply_to,
        imprint,
        privacy,
        privacy_version,
        funding_notice,
        time_zone,
        language,
        hue,
        revision,
    }
}

fn with(
    new: NewOrganisation,
    id: OrganisationId,
    network: NetworkId,
    parent: Option<OrganisationId>,
) -> Organisation {
    let NewOrganisation {
        name,
        short_name,
        region,
        field,
    } = new;
    Organisation {
        id,
        network,
        name,
        short_name,
        region,
        field,
        parent,
    }
}

fn refuse_twice(all: &[Organisation], one: &Organisation) -> Result<()> {
    let lower = |organisation: &Organisation| organisation.short_name.as_str().to_lowercase();
    if all
        .iter()
        .any(|other| other.id != one.id && lower(other) == lower(one))
    {
        let twice = model::Faults::one("short_name", model::Fault::Twice);
        return Err(PlannerError::Invalid(twice));
    }
    Ok(())
}
