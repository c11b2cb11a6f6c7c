//! Form actions of a network's organisations.

use model::{Fault, Faults, Line, NetworkId, Organisation, OrganisationId};
use planner::{access::Organises, people::NewOrganisation};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{planner, visit},
};

/// The form of an organisation, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganisationForm {
    pub network: String,
    /// The id of the organisation. Empty for a new one.
    pub organisation: String,
    pub name: String,
    pub short_name: String,
    pub region: String,
    pub field: String,
    /// The id of the organisation that it is a part of.
    pub parent: String,
}

impl OrganisationForm {
    /// The stored values.
    pub fn of(organisation: &Organisation) -> Self {
        let optional = |line: &Option<Line<120>>| {
            let line = line.as_ref().map(ToString::to_string);
            line.unwrap_or_default()
        };
        Self {
            name: organisation.name.to_string(),
            short_name: organisation.short_name.to_string(),
            region: optional(&organisation.region),
            field: optional(&organisation.field),
            parent: organisation
                .parent
                .map(|id| id.to_string())
                .unwrap_or_default(),
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<NewOrganisation, Faults> {
        let mut faults = Faults::none();
        let short_name = faults.keep("short_name", Line::parse(&self.short_name));
        let name = faults.keep("name", Line::parse(&self.name));
        let region = faults.keep("region", Line::optional(&self.region));
        let field = faults.keep("field", Line::optional(&self.field));
        let parent = match self.parent.as_str() {
            "" => Ok(None),
            id => id.parse().map(Some).map_err(|_| Fault::NoSuchChoice),
        };
        let parent = faults.keep("parent", parent);
        let new = short_name.zip(name).zip(region).zip(field).zip(parent);
        faults.or(new.map(
            |((((short_name, name), region), field), parent)| NewOrganisation {
                name,
                short_name,
                region,
                field,
                parent,
            },
        ))
    }
}

/// Adds an organisation to the network.
pub async fn add_organisation(form: &OrganisationForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let network = right.network();
    let id = planner().add_organisation(&right, form.parse()?).await?;
    let record = planner().organisation_record(&right.reads(), id).await?;
    Ok(SeeOther::page(if record.naming.is_empty() {
        list_of(network, "added")
    } else {
        // Its page offers to attach them.
        page_of(network, id, "added")
    }))
}

/// Changes an organisation.
pub async fn change_organisation(form: &OrganisationForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let network = right.network();
    let id = form.organisation.parse().map_err(|_| AppError::NotFound)?;
    planner()
        .change_organisation(&right, id, form.parse()?)
        .await?;
    Ok(SeeOther::page(page_of(network, id, "changed")))
}

/// The contacts who name the organisation belong to it from now on.
pub async fn attach_contacts(form: &OrganisationForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let id: OrganisationId = form.organisation.parse().map_err(|_| AppError::NotFound)?;
    let attached = planner().attach_contacts(&right, id).await?;
    let done = format!("attached&contacts={attached}");
    Ok(SeeOther::page(page_of(right.network(), id, &done)))
}

/// The form with the names of organisations that contacts name.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NamedOrganisationsForm {
    pub network: String,
    pub names: Vec<String>,
}

/// Makes organisations of names that contacts name.
pub async fn add_named_organisations(form: &NamedOrganisationsForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    if form.names.is_empty() {
        return Err(Faults::one("names", Fault::NoChoice).into());
    }
    let names: Result<Vec<_>, Fault> = form.names.iter().map(|name| Line::parse(name)).collect();
    let names = names.map_err(|fault| Faults::one("names", fault))?;
    let attached = planner().add_named_organisations(&right, &names).await?;
    let done = format!("named&contacts={attached}");
    Ok(SeeOther::page(list_of(right.network(), &done)))
}

pub(super) fn organises(network: &str) -> Result<Organises, AppError> {
    let network: NetworkId = network.parse().map_err(|_| AppError::NotFound)?;
    Ok(visit().signed_in()?.organises(network)?)
}

pub(super) fn page_of(network: NetworkId, id: OrganisationId, done: &str) -> String {
    format!("/organise/organisations/{id}?network={network}&done={done}")
}

fn list_of(network: NetworkId, done: &str) -> String {
    format!("/organise/organisations?network={network}&done={done}")
}

#[cfg(test)]
mod tests {
    use super::OrganisationForm;

    #[test]
    fn region_and_field_of_action_may_be_left_open() {
        let form = OrganisationForm {
            name: "Volkshochschule Leipzig".into(),
            short_name: "VHS Leipzig".into(),
            region: " ".into(),
            ..OrganisationForm::default()
        };
        let new = form.parse().unwrap();
        assert_eq!((new.region, new.field), (None, None));
        assert!(OrganisationForm::default().parse().is_err());
    }
}
