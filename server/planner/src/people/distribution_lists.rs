//! Distribution lists: contacts who are written to together.

use model::{
    AuditAction, ContactId, ContactRule, DistributionList, DistributionListId, Fault, Faults, Line,
    ListMembers, Network, Organisation, OrganisationId, Tag, name_key,
};
use store::{ContactFilter, Paginated, Paging, Reader, Tx};

use crate::{
    Changes, Listed, Planner, PlannerError, Result,
    access::{Organises, Reads},
    audit::{PartChange, Who},
    require::require_network,
};

/// What an organiser enters about a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDistributionList {
    pub name: Line<120>,
    pub members: ListMembers,
}

/// The distribution lists of a network.
#[derive(Debug, Clone)]
pub struct DistributionLists {
    pub network: Network,
    pub organisations: Vec<Organisation>,
    /// All tags of the network's contacts.
    pub tags: Vec<Tag>,
    /// By name, each with the number of its contacts.
    pub lists: Listed<(DistributionList, i64)>,
}

/// One list with the contacts on it.
#[derive(Debug, Clone)]
pub struct DistributionListRecord {
    pub network: Network,
    pub organisations: Vec<Organisation>,
    pub tags: Vec<Tag>,
    pub list: DistributionList,
    pub page: Paginated<model::Contact>,
}

impl Planner {
    /// A network's distribution lists.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn distribution_lists(&self, right: &Reads) -> Result<DistributionLists> {
        let mut reader = self.store().read().await?;
        let Listed { rows, unreadable } = reader.distribution_lists(right.network()).await?;
        let mut lists = Vec::with_capacity(rows.len());
        for list in rows {
            let filter = ContactFilter {
                list: Some(list.id),
                ..ContactFilter::default()
            };
            let people = reader.count_contacts(right.network(), &filter).await?;
            lists.push((list, people));
        }
        Ok(DistributionLists {
            network: require_network(&mut reader, right.network()).await?,
            organisations: reader.organisations(right.network()).await?.rows,
            tags: reader.contact_tags(right.network()).await?,
            lists: Listed {
                rows: lists,
                unreadable,
            },
        })
    }

    /// A list with a page of the contacts on it. `search` selects among them.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), list = %id), err(level = "debug"))]
    pub async fn distribution_list(
        &self,
        right: &Reads,
        id: DistributionListId,
        search: &str,
        paging: Paging,
    ) -> Result<DistributionListRecord> {
        let mut reader = self.store().read().await?;
        let list = require_list(&mut reader, right.network(), id).await?;
        let filter = ContactFilter {
            list: Some(id),
            search: search.to_owned(),
            ..ContactFilter::default()
        };
        Ok(DistributionListRecord {
            network: require_network(&mut reader, right.network()).await?,
            organisations: reader.organisations(right.network()).await?.rows,
            tags: reader.contact_tags(right.network()).await?,
            page: reader
                .find_contacts(right.network(), &filter, paging)
                .await?,
            list,
        })
    }

    /// Adds a list. Refuses a name that another one has.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn add_distribution_list(
        &self,
        right: &Organises,
        new: NewDistributionList,
    ) -> Result<DistributionListId> {
        let mut tx = self.store().begin().await?;
        let list = DistributionList {
            id: self.new_id(),
            network: right.network(),
            name: new.name,
            members: new.members,
            revision: 0,
        };
        check(&mut tx, &list).await?;
        tx.insert_distribution_list(&list, self.now()).await?;
        let change = change_of(&mut tx, None, Some(&list)).await?;
        self.note_list(&mut tx, right, AuditAction::DistributionListAdded, change)
            .await?;
        tx.commit().await?;
        Ok(list.id)
    }

    /// Changes the name of a list, or its rule. A fixed list keeps its contacts.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), list = %id), err(level = "debug"))]
    pub async fn change_distribution_list(
        &self,
        right: &Organises,
        id: DistributionListId,
        revision: i64,
        new: NewDistributionList,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let before = require_list(&mut tx, right.network(), id).await?;
        let after = DistributionList {
            name: new.name,
            members: match before.members {
                ListMembers::Fixed => ListMembers::Fixed,
                ListMembers::Rule(_) => new.members,
            },
            revision: revision + 1,
            ..before.clone()
        };
        check(&mut tx, &after).await?;
        if !tx.update_distribution_list(&after, revision).await? {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let change = change_of(&mut tx, Some(&before), Some(&after)).await?;
        self.note_list(&mut tx, right, AuditAction::DistributionListChanged, change)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Deletes a list. Its contacts stay.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), list = %id), err(level = "debug"))]
    pub async fn delete_distribution_list(
        &self,
        right: &Organises,
        id: DistributionListId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let list = require_list(&mut tx, right.network(), id).await?;
        tx.delete_distribution_list(id).await?;
        let change = change_of(&mut tx, Some(&list), None).await?;
        self.note_list(&mut tx, right, AuditAction::DistributionListDeleted, change)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Puts contacts on a fixed list. Returns how many were not on it.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), list = %id), err(level = "debug"))]
    pub async fn add_to_distribution_list(
        &self,
        right: &Organises,
        id: DistributionListId,
        selection: &super::ContactSelection,
    ) -> Result<usize> {
        let mut tx = self.store().begin().await?;
        let list = require_fixed(&mut tx, right, id).await?;
        let contacts = selection.read(&mut tx, right.network()).await?;
        let contacts: Vec<ContactId> = contacts.iter().map(|contact| contact.id).collect();
        let added = tx.add_to_list(id, &contacts).await?;
        if added > 0 {
            self.note_people(&mut tx, right, &list, format!("+{added}"))
                .await?;
        }
        tx.commit().await?;
        Ok(added)
    }

    /// Takes contacts off a fixed list. Returns how many were on it.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), list = %id), err(level = "debug"))]
    pub async fn remove_from_distribution_list(
        &self,
        right: &Organises,
        id: DistributionListId,
        contacts: &[ContactId],
    ) -> Result<usize> {
        let mut tx = self.store().begin().await?;
        let list = require_fixed(&mut tx, right, id).await?;
        let removed = tx.remove_from_list(id, contacts).await?;
        if removed > 0 {
            self.note_people(&mut tx, right, &list, format!("−{removed}"))
                .await?;
        }
        tx.commit().await?;
        Ok(removed)
    }

    /// Notes how many people were put on a list, or taken off it.
    async fn note_people(
        &self,
        tx: &mut Tx,
        right: &Organises,
        list: &DistributionList,
        people: String,
    ) -> Result<()> {
        let change = PartChange::new(list.name.to_string(), None, Some(people));
        self.note_list(tx, right, AuditAction::DistributionListChanged, change)
            .await
    }

    async fn note_list(
        &self,
        tx: &mut Tx,
        right: &Organises,
        action: AuditAction,
        change: PartChange,
    ) -> Result<()> {
        let subject = (right.network(), Who::from(right));
        self.note_network(tx, subject, action, Some(change)).await
    }
}

/// A list of a network. Another network's does not exist.
async fn require_list(
    reader: &mut Reader,
    network: model::NetworkId,
    id: DistributionListId,
) -> Result<DistributionList> {
    let list = reader.distribution_list(id).await?;
    list.filter(|list| list.network == network)
        .ok_or(PlannerError::NotFound)
}

/// A list whose contacts are chosen one by one.
async fn require_fixed(
    tx: &mut Tx,
    right: &Organises,
    id: DistributionListId,
) -> Result<DistributionList> {
    let list = require_list(tx, right.network(), id).await?;
    match list.members {
        ListMembers::Fixed => Ok(list),
        ListMembers::Rule(_) => Err(PlannerError::WrongState),
    }
}

/// Refuses the name of another list, a rule that asks for nothing, and an organisation of another network.
async fn check(tx: &mut Tx, list: &DistributionList) -> Result<()> {
    let mut faults = Faults::none();
    let key = name_key(list.name.as_str());
    let others = tx.distribution_lists(list.network).await?.rows;
    let is_taken = others
        .iter()
        .any(|other| other.id != list.id && name_key(other.name.as_str()) == key);
    if is_taken {
        faults.add("name", Fault::Twice);
    }
    if let ListMembers::Rule(rule) = &list.members {
        if rule.is_empty() {
            faults.add("organisation", Fault::NoChoice);
        }
        if let Some(organisation) = rule.organisation {
            let partners = tx.organisations(list.network).await?.rows;
            if partners.iter().all(|partner| partner.id != organisation) {
                faults.add("organisation", Fault::NoSuchChoice);
            }
        }
    }
    Ok(faults.or(Some(()))?)
}

/// The change as the history shows it: the name, and what the rule asks for.
async fn change_of(
    tx: &mut Tx,
    before: Option<&DistributionList>,
    after: Option<&DistributionList>,
) -> Result<PartChange> {
    let name = |list: &DistributionList| list.name.to_string();
    let part = after.or(before).map(name).unwrap_or_default();
    let change = PartChange::new(part, before.map(name), after.map(name));
    let rule = |list: Option<&DistributionList>| match list.map(|list| &list.members) {
        Some(ListMembers::Rule(rule)) => rule.clone(),
        Some(ListMembers::Fixed) | None => ContactRule::default(),
    };
    let organisations = match after.or(before) {
        Some(list) => tx.organisations(list.network).await?.rows,
        None => Vec::new(),
    };
    let partner = |id: Option<OrganisationId>| {
        let partner = organisations.iter().find(|one| Some(one.id) == id)?;
        Some(partner.short_name.clone())
    };
    let (before, after) = (rule(before), rule(after));
    Ok(change
        .value(
            "organisation",
            partner(before.organisation),
            partner(after.organisation),
        )
        .value("region", before.region, after.region)
        .value("field", before.field, after.field)
        .value("tag", before.tag, after.tag)
        .value("group", before.group, after.group))
}
