//! The form action that changes several contacts of a list at once.

use std::str::FromStr;

use model::{ContactId, DistributionListId, Fault, Faults, Tags};
use planner::{
    access::Organises,
    people::{ContactSelection, Tagging},
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::contacts::organises;
use crate::pages::organise::ContactQuery;

/// Contacts of a list, and what is to be done with them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SeveralContactsForm {
    pub network: String,
    /// The ids of those who are ticked.
    pub contacts: Vec<String>,
    /// Whether it is about all whom the list finds, ticked or not.
    pub all: Option<String>,
    /// What the list finds.
    pub filter: ContactQuery,
    /// Separated by commas.
    pub tags: String,
    /// The distribution list that they are put on.
    pub list: String,
    /// `give`, `take` or `list`.
    #[serde(rename = "do")]
    pub action: String,
}

impl SeveralContactsForm {
    fn selection(&self) -> Result<ContactSelection, AppError> {
        if self.all.is_some() {
            return Ok(ContactSelection::Found(self.filter.filter()));
        }
        if self.contacts.is_empty() {
            return Err(Faults::one("contacts", Fault::NoChoice).into());
        }
        let ids = self.contacts.iter().map(|id| ContactId::from_str(id));
        let ids: Result<_, _> = ids.collect();
        Ok(ContactSelection::Chosen(
            ids.map_err(|_| AppError::NotFound)?,
        ))
    }

    fn tagging(&self) -> Result<Tagging, Faults> {
        let tags = Tags::parse(&self.tags).map_err(|fault| Faults::one("tags", fault))?;
        Ok(match self.action.as_str() {
            "take" => Tagging::Take(tags),
            _ => Tagging::Give(tags),
        })
    }
}

/// Gives tags to contacts, takes them away, or puts contacts on a fixed list.
pub async fn change_several_contacts(form: &SeveralContactsForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let selection = form.selection()?;
    if form.action == "list" {
        return put_on_list(&right, form, &selection).await;
    }
    let tagging = form.tagging()?;
    let people = planner().tag_contacts(&right, &selection, &tagging).await?;
    let page = form.filter.after(form.action.as_str(), people);
    Ok(SeeOther::page(page))
}

async fn put_on_list(
    right: &Organises,
    form: &SeveralContactsForm,
    selection: &ContactSelection,
) -> Result<SeeOther, AppError> {
    let list: DistributionListId = match form.list.as_str() {
        "" => return Err(Faults::one("list", Fault::NoChoice).into()),
        list => list.parse().map_err(|_| AppError::NotFound)?,
    };
    let added = planner()
        .add_to_distribution_list(right, list, selection)
        .await?;
    let network = right.network();
    let page = format!("/organise/lists/{list}?network={network}&done=people-added");
    Ok(SeeOther::page(format!("{page}&people={added}")))
}
