//! Form actions of distribution lists.

use model::{
    ContactId, ContactRule, DistributionList, DistributionListId, Fault, Faults, Line, ListMembers,
    NetworkId,
};
use planner::{access::Organises, people::NewDistributionList};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{planner, visit},
};

/// The form of a list, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DistributionListForm {
    pub network: String,
    /// The id of the list. Empty for a new one.
    pub list: String,
    pub name: String,
    /// `fixed` or `rule`.
    pub kind: String,
    pub organisation: String,
    pub region: String,
    pub field: String,
    pub tag: String,
    pub group: String,
    pub revision: String,
}

impl DistributionListForm {
    pub const FIXED: &str = "fixed";
    pub const RULE: &str = "rule";

    /// The stored values.
    pub fn of(list: &DistributionList) -> Self {
        let form = Self {
            name: list.name.to_string(),
            kind: Self::FIXED.to_owned(),
            ..Self::default()
        };
        let ListMembers::Rule(rule) = &list.members else {
            return form;
        };
        let text = |value: Option<String>| value.unwrap_or_default();
        Self {
            kind: Self::RULE.to_owned(),
            organisation: text(rule.organisation.map(|id| id.to_string())),
            region: text(rule.region.as_ref().map(Line::to_string)),
            field: text(rule.field.as_ref().map(Line::to_string)),
            tag: text(rule.tag.as_ref().map(Line::to_string)),
            group: text(rule.group.map(|group| group.to_string())),
            ..form
        }
    }

    fn parse(&self) -> Result<NewDistributionList, Faults> {
        let mut faults = Faults::none();
        let name = faults.keep("name", Line::parse(&self.name));
        let members = match self.kind.as_str() {
            Self::FIXED if self.has_rule() => {
                faults.add("kind", Fault::RuleOfFixedList);
                None
            }
            Self::FIXED => Some(ListMembers::Fixed),
            Self::RULE => self.rule(&mut faults).map(ListMembers::Rule),
            _ => {
                faults.add("kind", Fault::NoChoice);
                None
            }
        };
        let new = name.zip(members);
        faults.or(new.map(|(name, members)| NewDistributionList { name, members }))
    }

    /// Whether a part of a rule is typed.
    fn has_rule(&self) -> bool {
        let parts = [
            &self.organisation,
            &self.region,
            &self.field,
            &self.tag,
            &self.group,
        ];
        parts.iter().any(|part| !part.trim().is_empty())
    }

    fn rule(&self, faults: &mut Faults) -> Option<ContactRule> {
        let region = faults.keep("region", Line::optional(&self.region));
        let field = faults.keep("field", Line::optional(&self.field));
        let tag = faults.keep("tag", Line::optional(&self.tag));
        let organisation = faults.keep("organisation", chosen(&self.organisation));
        let group = faults.keep("group", chosen(&self.group));
        let rule = region.zip(field).zip(tag).zip(organisation).zip(group);
        rule.map(
            |((((region, field), tag), organisation), group)| ContactRule {
                organisation,
                region,
                field,
                tag,
                group,
            },
        )
    }
}

/// A choice that may be left open.
fn chosen<T: std::str::FromStr>(value: &str) -> Result<Option<T>, Fault> {
    match value {
        "" => Ok(None),
        value => value.parse().map(Some).map_err(|_| Fault::NoSuchChoice),
    }
}

/// A form that names a list, and contacts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ListedContactsForm {
    pub network: String,
    pub list: String,
    /// The ids of contacts.
    pub contacts: Vec<String>,
}

impl ListedContactsForm {
    /// The contacts, of which there is one at least.
    fn contacts(&self) -> Result<Vec<ContactId>, AppError> {
        if self.contacts.is_empty() {
            return Err(Faults::one("contacts", Fault::NoChoice).into());
        }
        let ids = self.contacts.iter().map(|id| id.parse());
        ids.collect::<Result<_, _>>()
            .map_err(|_| AppError::NotFound)
    }
}

/// Adds a list.
pub async fn add_distribution_list(form: &DistributionListForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let list = planner()
        .add_distribution_list(&right, form.parse()?)
        .await?;
    Ok(SeeOther::page(page_of(right.network(), list, "added")))
}

/// Changes the name of a list, or its rule.
pub async fn change_distribution_list(form: &DistributionListForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let list = list_id(&form.list)?;
    let revision = form.revision.parse().map_err(|_| AppError::Unreadable)?;
    planner()
        .change_distribution_list(&right, list, revision, form.parse()?)
        .await?;
    Ok(SeeOther::page(page_of(right.network(), list, "changed")))
}

/// Deletes a list.
pub async fn delete_distribution_list(form: &ListedContactsForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let list = list_id(&form.list)?;
    planner().delete_distribution_list(&right, list).await?;
    let network = right.network();
    Ok(SeeOther::page(format!(
        "/organise/lists?network={network}&done=deleted"
    )))
}

/// Takes contacts off a fixed list.
pub async fn remove_from_list(form: &ListedContactsForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let list = list_id(&form.list)?;
    let contacts = form.contacts()?;
    let planner = planner();
    let removed = planner
        .remove_from_distribution_list(&right, list, &contacts)
        .await?;
    let page = page_of(right.network(), list, "people-removed");
    Ok(SeeOther::page(format!("{page}&people={removed}")))
}

fn organises(network: &str) -> Result<Organises, AppError> {
    let network: NetworkId = network.parse().map_err(|_| AppError::NotFound)?;
    Ok(visit().signed_in()?.organises(network)?)
}

fn list_id(id: &str) -> Result<DistributionListId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}

fn page_of(network: NetworkId, list: DistributionListId, done: &str) -> String {
    format!("/organise/lists/{list}?network={network}&done={done}")
}
