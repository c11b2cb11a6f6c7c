//! Whom an organiser chooses to invite, and who of them is written to.

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{
    Contact, ContactId, DistributionList, DistributionListId, Event, EventId, MailingPurpose,
    Network, Organisation, OrganisationId, RegistrationState, VariableBody, VariableLine,
};
use store::{ContactFilter, Paging, Reader};

use crate::{
    Planner, Result,
    access::{EventAccess, Organises},
    require::require_network,
};

/// How many contacts a search for single people shows.
const MOST_FOUND: i64 = 20;

/// Among how many of the latest mailings the latest invitation is looked for.
const MOST_MAILINGS: u32 = 100;

/// Whom an organiser chooses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InvitationChoice {
    pub lists: Vec<DistributionListId>,
    /// Everybody of an organisation.
    pub organisations: Vec<OrganisationId>,
    pub contacts: Vec<ContactId>,
    /// Who had a seat at an earlier event, or waited for one.
    pub events: Vec<EventId>,
    /// Who was invited to an earlier event.
    pub invited_to: Vec<EventId>,
}

/// How people were invited to the event that this one follows.
#[derive(Debug, Clone)]
pub struct EarlierInvitations {
    pub event: Event,
    /// The words of the latest invitation.
    pub words: Option<(VariableLine, VariableBody)>,
}

/// The chosen people, each once, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Invitees {
    /// Who gets the invitation.
    pub people: Vec<Contact>,
    /// Those of all chosen who were chosen in several ways.
    pub several: Vec<Contact>,
    /// Who wants no invitations.
    pub opted_out: Vec<Contact>,
    /// Who has no address, or one that takes no mail.
    pub unreachable: Vec<Contact>,
    /// Who was invited before.
    pub invited: Vec<Contact>,
    /// Who is registered.
    pub registered: Vec<Contact>,
}

impl Invitees {
    /// How many people were chosen.
    pub const fn chosen(&self) -> usize {
        self.people.len() + self.left_out()
    }

    /// How many of them are not written to.
    pub const fn left_out(&self) -> usize {
        self.opted_out.len() + self.unreachable.len() + self.invited.len() + self.registered.len()
    }
}

/// What an organiser can choose from, and what the present choice comes to.
#[derive(Debug, Clone)]
pub struct InvitationOptions {
    pub network: Network,
    pub event: Event,
    /// The number of people with a seat.
    pub confirmed: u32,
    /// The number of invitations that are out.
    pub invited: u32,
    /// By name, each with the number of its contacts.
    pub lists: Vec<(DistributionList, i64)>,
    /// The network's organisations that have contacts, each with their number.
    pub organisations: Vec<(Organisation, i64)>,
    /// The network's other events with people, the latest first, each with their number.
    pub events: Vec<(Event, u32)>,
    /// The network's other events to which people were invited, the latest first, each with their number.
    pub invited_to: Vec<(Event, u32)>,
    /// Set for a copied event to which nobody was invited yet.
    pub earlier: Option<EarlierInvitations>,
    /// The chosen contacts, and those that a search finds.
    pub contacts: Vec<Contact>,
    pub found: Vec<Contact>,
    pub invitees: Invitees,
}

impl Planner {
    /// What there is to choose from. `search` finds single people.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn invitation_options(
        &self,
        access: &EventAccess<Organises>,
        choice: &InvitationChoice,
        search: &str,
    ) -> Result<InvitationOptions> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let mut lists = Vec::new();
        for list in reader.distribution_lists(network.id).await?.rows {
            let filter = ContactFilter {
                list: Some(list.id),
                ..ContactFilter::default()
            };
            let people = reader.count_contacts(network.id, &filter).await?;
            lists.push((list, people));
        }
        let people = reader.count_contacts_by_organisation(network.id).await?;
        let organisations = reader.organisations(network.id).await?.rows;
        let organisations = organisations.into_iter().filter_map(|organisation| {
            let people = people.get(&organisation.id).copied()?;
            Some((organisation, people))
        });
        let invited = reader.invited_by_event(network.id).await?;
        let mut others = reader.events_of(network.id).await?.rows;
        others.retain(|(other, _)| other.id != event.id);
        others.sort_by_key(|(event, _)| std::cmp::Reverse(event.details.starts.at));
        let invited_to = others.iter().filter_map(|(other, _)| {
            let people = invited.get(&other.id).copied()?;
            Some((other.clone(), people))
        });
        let invited_to = invited_to.collect();
        let events: Vec<(Event, u32)> = others
            .into_iter()
            .map(|(event, counts)| (event, counts.confirmed + counts.waitlisted))
            .filter(|(_, people)| *people > 0)
            .collect();
        let found = if search.trim().is_empty() {
            Vec::new()
        } else {
            let filter = ContactFilter {
                search: search.to_owned(),
                ..ContactFilter::default()
            };
            let paging = Paging {
                limit: MOST_FOUND,
                offset: 0,
            };
            reader
                .find_contacts(network.id, &filter, paging)
                .await?
                .rows
        };
        let mut single = reader.contacts(&choice.contacts).await?;
        single.retain(|_, contact| contact.network == network.id);
        let contacts = choice.contacts.iter();
        let contacts = contacts.filter_map(|id| single.remove(id)).collect();
        let invited = reader.count_invited(event.id).await?.invited();
        let earlier = match reader.copied_from(event.id).await? {
            Some(from) if invited == 0 => EarlierInvitations::read(&mut reader, from).await?,
            _ => None,
        };
        Ok(InvitationOptions {
            confirmed: reader.count_registrations(event.id).await?.confirmed,
            invited,
            invited_to,
            earlier,
            invitees: Invitees::read(&mut reader, &event, choice).await?,
            organisations: organisations.collect(),
            lists,
            events,
            contacts,
            found,
            network,
            event,
        })
    }
}

impl EarlierInvitations {
    async fn read(reader: &mut Reader, from: EventId) -> Result<Option<Self>> {
        let Some(event) = reader.event(from).await? else {
            return Ok(None);
        };
        let mailings = reader.mailings_of_event(from, MOST_MAILINGS).await?.rows;
        let words = mailings
            .into_iter()
            .find(|mailing| mailing.purpose == MailingPurpose::Invitation)
            .map(|mailing| (mailing.subject, mailing.text));
        Ok(Some(Self { event, words }))
    }
}

impl Invitees {
    /// The people of a choice, as they stand now.
    pub(super) async fn read(
        reader: &mut Reader,
        event: &Event,
        choice: &InvitationChoice,
    ) -> Result<Self> {
        let chosen = chosen(reader, event, choice).await?;
        let states: HashMap<ContactId, RegistrationState> = reader
            .registered_contacts(event.id)
            .await?
            .into_iter()
            .collect();
        let invitations = reader.invitations_of(event.id).await?.rows;
        let invited: HashSet<ContactId> = invitations
            .into_iter()
            .filter(|invitation| !invitation.is_taken_back())
            .map(|invitation| invitation.contact)
            .collect();
        let stopped = reader.stopped_addresses(event.network).await?;
        let stopped: HashSet<String> = stopped.into_iter().map(|(address, _)| address).collect();
        let mut invitees = Self::default();
        for (contact, ways) in chosen {
            if ways > 1 {
                invitees.several.push(contact.clone());
            }
            let address = &contact.person.address;
            let is_registered = matches!(
                states.get(&contact.id),
                Some(RegistrationState::Confirmed | RegistrationState::Waitlisted)
            );
            let group = if is_registered {
                &mut invitees.registered
            } else if invited.contains(&contact.id) {
                &mut invitees.invited
            } else if contact.opted_out_at.is_some() {
                &mut invitees.opted_out
            } else if address.is_stand_in() || stopped.contains(&address.lower()) {
                &mut invitees.unreachable
            } else {
                &mut invitees.people
            };
            group.push(contact);
        }
        Ok(invitees)
    }
}

/// The chosen contacts by name, each with the number of ways in which it was chosen.
async fn chosen(
    reader: &mut Reader,
    event: &Event,
    choice: &InvitationChoice,
) -> Result<Vec<(Contact, usize)>> {
    let network = event.network;
    let mut sources: Vec<Vec<Contact>> = Vec::new();
    let lists = choice.lists.iter().map(|list| ContactFilter {
        list: Some(*list),
        ..ContactFilter::default()
    });
    let organisations = choice
        .organisations
        .iter()
        .map(|organisation| ContactFilter {
            organisation: Some(*organisation),
            ..ContactFilter::default()
        });
    for filter in lists.chain(organisations) {
        let found = reader.find_contacts(network, &filter, Paging::ALL).await?;
        sources.push(found.rows);
    }
    for earlier in &choice.events {
        let is_own = reader
            .event(*earlier)
            .await?
            .is_some_and(|earlier| earlier.network == network);
        if is_own {
            sources.push(reader.contacts_of_event(*earlier).await?.rows);
        }
    }
    for earlier in &choice.invited_to {
        let invitations = reader.invitations_of(*earlier).await?.rows;
        let invited: Vec<ContactId> = invitations
            .into_iter()
            .filter(|invitation| !invitation.is_taken_back())
            .map(|invitation| invitation.contact)
            .collect();
        // Contacts of other networks are left out below.
        sources.push(reader.contacts(&invited).await?.into_values().collect());
    }
    let single = reader.contacts(&choice.contacts).await?;
    sources.push(single.into_values().collect());
    let mut people: BTreeMap<ContactId, (Contact, usize)> = BTreeMap::new();
    for contact in sources.into_iter().flatten() {
        if contact.network == network {
            people.entry(contact.id).or_insert((contact, 0)).1 += 1;
        }
    }
    let mut people: Vec<(Contact, usize)> = people.into_values().collect();
    people.sort_by_cached_key(|(contact, _)| {
        let person = &contact.person;
        model::search_key(&format!("{} {}", person.family_name, person.given_name))
    });
    Ok(people)
}
