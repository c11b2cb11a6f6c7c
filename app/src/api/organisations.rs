//! Form actions of a network's organisations.

use model::{Faults, Line, NetworkId, Organisation};
use planner::people::NewOrganisation;
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
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<NewOrganisation, Faults> {
        let mut faults = Faults::none();
        let short_name = faults.keep("short_name", Line::parse(&self.short_name));
        let name = faults.keep("name", Line::parse(&self.name));
        let region = faults.keep("region", Line::optional(&self.region));
        let field = faults.keep("field", Line::optional(&self.field));
        let new = short_name.zip(name).zip(region).zip(field);
        faults.or(
            new.map(|(((short_name, name), region), field)| NewOrganisation {
                name,
                short_name,
                region,
                field,
            }),
        )
    }
}

/// Adds an organisation to the network.
pub async fn add_organisation(form: &OrganisationForm) -> Result<SeeOther, AppError> {
    let network: NetworkId = form.network.parse().map_err(|_| AppError::NotFound)?;
    let right = visit().signed_in()?.organises(network)?;
    planner().add_organisation(&right, form.parse()?).await?;
    Ok(SeeOther::page(list_of(network, "added")))
}

/// Changes an organisation.
pub async fn change_organisation(form: &OrganisationForm) -> Result<SeeOther, AppError> {
    let network: NetworkId = form.network.parse().map_err(|_| AppError::NotFound)?;
    let right = visit().signed_in()?.organises(network)?;
    let id = form.organisation.parse().map_err(|_| AppError::NotFound)?;
    planner()
        .change_organisation(&right, id, form.parse()?)
        .await?;
    Ok(SeeOther::page(list_of(network, "changed")))
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
