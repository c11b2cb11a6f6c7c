//! Organisations are added and changed by hand.

use model::{
    AuditAction, Fault, Faults, Line, LogoImage, NetworkId, Organisation, OrganisationId, name_key,
};

use crate::{Planner, PlannerError, Result, access::Organises, audit::PartChange};

/// What an organiser enters about a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrganisation {
    pub name: Line<200>,
    pub short_name: Line<80>,
    pub region: Option<Line<120>>,
    pub field: Option<Line<120>>,
    /// The organisation that it is a part of.
    pub parent: Option<OrganisationId>,
}

impl Planner {
    /// Adds a partner; refuses a short name that another one has.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn add_organisation(
        &self,
        right: &Organises,
        new: NewOrganisation,
    ) -> Result<OrganisationId> {
        let organisation = with(new, self.new_id(), right.network(), None);
        let mut tx = self.store().begin().await?;
        let all = tx.organisations(right.network()).await?.rows;
        check(&all, &organisation)?;
        tx.insert_organisation(&organisation).await?;
        let added = AuditAction::OrganisationAdded;
        let change = Some(change_of(&all, None, &organisation));
        self.note_network(&mut tx, (organisation.network, right.into()), added, change)
            .await?;
        tx.commit().await?;
        Ok(organisation.id)
    }

    /// Changes a partner.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), organisation = %id), err(level = "debug"))]
    pub async fn change_organisation(
        &self,
        right: &Organises,
        id: OrganisationId,
        new: NewOrganisation,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let all = tx.organisations(right.network()).await?.rows;
        let before = all
            .iter()
            .find(|one| one.id == id)
            .ok_or(PlannerError::NotFound)?;
        let after = with(new, id, before.network, before.logo.clone());
        check(&all, &after)?;
        tx.update_organisation(&after).await?;
        if *before != after {
            let changed = AuditAction::OrganisationChanged;
            let change = Some(change_of(&all, Some(before), &after));
            self.note_network(&mut tx, (after.network, right.into()), changed, change)
                .await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

/// The change as the history shows it. `all` has the names of what it may be a part of.
pub(super) fn change_of(
    all: &[Organisation],
    before: Option<&Organisation>,
    after: &Organisation,
) -> PartChange {
    let names = |one: &Organisation| format!("{} ({})", one.short_name, one.name);
    let parent = |one: &Organisation| {
        let parent = all.iter().find(|other| Some(other.id) == one.parent)?;
        Some(parent.short_name.clone())
    };
    let region = |one: &Organisation| one.region.clone();
    let field = |one: &Organisation| one.field.clone();
    PartChange::new(
        after.short_name.to_string(),
        before.map(names),
        Some(names(after)),
    )
    .value("region", before.and_then(region), region(after))
    .value("field", before.and_then(field), field(after))
    .value("parent", before.and_then(parent), parent(after))
}

fn with(
    new: NewOrganisation,
    id: OrganisationId,
    network: NetworkId,
    logo: Option<LogoImage>,
) -> Organisation {
    let NewOrganisation {
        name,
        short_name,
        region,
        field,
        parent,
    } = new;
    Organisation {
        id,
        network,
        name,
        short_name,
        region,
        field,
        parent,
        logo,
    }
}

/// Refuses the short name of another organisation, and a parent that is none or is a part of this one.
pub(super) fn check(all: &[Organisation], one: &Organisation) -> Result<()> {
    let fault = match one.parent {
        Some(parent) if parent == one.id || one.has_below(parent, all) => Fault::PartOfItself,
        Some(parent) if all.iter().all(|other| other.id != parent) => Fault::NoSuchChoice,
        None | Some(_) => return refuse_twice(all, one),
    };
    Err(Faults::one("parent", fault).into())
}

fn refuse_twice(all: &[Organisation], one: &Organisation) -> Result<()> {
    let key = |organisation: &Organisation| name_key(organisation.short_name.as_str());
    if all
        .iter()
        .any(|other| other.id != one.id && key(other) == key(one))
    {
        let twice = Faults::one("short_name", Fault::Twice);
        return Err(PlannerError::Invalid(twice));
    }
    Ok(())
}
