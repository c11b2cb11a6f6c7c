//! A network's settings.

use model::{
    AuditAction, EmailAddress, Fault, Faults, Hue, IanaTimeZone, Language, Line, Network,
    NetworkChange, NetworkId, Slug, Text,
};

use store::{Paging, Tx};

use crate::{
    Changes, Listed, Planner, PlannerError, Result,
    access::{Owns, Reads, Token},
    audit::{About, AuditEntry, Edit, Who, changes_of},
    require::require_network,
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
    pub time_zone: IanaTimeZone,
    pub language: Language,
    pub hue: Hue,
}

impl Planner {
    /// A network by the name in addresses, for its imprint and privacy text.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn public_network(&self, slug: &str) -> Result<Network> {
        let slug = Slug::parse(slug).map_err(|_| PlannerError::NotFound)?;
        let mut reader = self.store().read().await?;
        reader
            .network_by_slug(&slug)
            .await?
            .ok_or(PlannerError::NotFound)
    }

    /// All networks of the installation, by name.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn networks(&self) -> Result<Listed<Network>> {
        Ok(self.store().read().await?.networks().await?)
    }

    /// The network that the right holds for.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn network(&self, right: &Reads) -> Result<Network> {
        let mut reader = self.store().read().await?;
        require_network(&mut reader, right.network()).await
    }

    /// Begins a network, from the console.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn create_network(&self, slug: Slug, settings: NetworkSettings) -> Result<Network> {
        settings.check()?;
        let network = apply(settings, self.new_id(), slug, 0, 1);
        let mut tx = self.store().begin().await?;
        tx.insert_network(&network, self.now()).await?;
        let subject = (network.id, Who::Operator);
        self.note_network(&mut tx, subject, AuditAction::NetworkCreated, None)
            .await?;
        tx.commit().await?;
        Ok(network)
    }

    /// Saves a network's settings. A changed privacy text gets a new version: consents name theirs.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn change_network(
        &self,
        right: &Owns,
        revision: i64,
        settings: NetworkSettings,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let before = require_network(&mut tx, right.network()).await?;
        if before.revision != revision {
            return Err(PlannerError::Conflict(
                changes_since(&mut tx, before.id, revision).await?,
            ));
        }
        settings.check()?;
        let version = before.privacy_version + u32::from(before.privacy != settings.privacy);
        let slug = before.slug.clone();
        let mut after = apply(settings, before.id, slug, revision + 1, version);
        after.logos.clone_from(&before.logos);
        if !tx.update_network(&after).await? {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let about = About {
            network: before.id,
            event: None,
            registration: None,
            contact: None,
        };
        let changes = NetworkChange::between(&before, &after);
        let entry = AuditEntry {
            who: Who::Member(right.member().id),
            about,
            action: AuditAction::NetworkChanged,
            edit: Some(Edit::new(&changes, after.revision)?),
        };
        self.note(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// What was changed in the settings after a revision of them.
async fn changes_since(tx: &mut Tx, network: NetworkId, revision: i64) -> Result<Changes> {
    let mut since = tx.audit_of_network(network, LATEST).await?.rows;
    since.retain(|line| {
        line.action == AuditAction::NetworkChanged && line.revision > Some(revision)
    });
    since.reverse();
    Ok(Changes::Network(changes_of(since)))
}

/// The number of audit lines that are searched for changes of the settings. A conflict with an older
/// revision names only the changes among them.
const LATEST: Paging = Paging::page(0, 1_000);

impl NetworkSettings {
    fn check(&self) -> Result<(), Faults> {
        may_send(&self.sender_address).map_err(|fault| Faults::one("sender_address", fault))
    }
}

/// Refuses an address that mail cannot come from, or that leaves no room for an event's secret in front
/// of the `@`: calendars answer to `<local part>+<token>@<domain>`, and RFC 5321 §4.5.3.1.1 gives that
/// 64 octets.
fn may_send(address: &EmailAddress) -> Result<(), Fault> {
    const MOST: usize = 64 - "+".len() - Token::LENGTH;
    if address.local_part().len() > MOST {
        Err(Fault::LocalPartTooLong { most: MOST })
    } else if mail::ascii_address(address).is_err() {
        Err(Fault::NoAddress)
    } else {
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
        logos: Vec::new(),
        own_words: Vec::new(),
        revision,
    }
}
