//! Form actions of the people who work for one event only.

use model::{EmailAddress, EventRole, Fault, Faults, Line};
use planner::people::NewEventMember;
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{language, planner},
};

use super::authorise::organises_event;

/// The form of somebody who works for an event, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EventMemberForm {
    pub event: String,
    /// The id of the member. Empty for a new one.
    pub member: String,
    pub name: String,
    pub address: String,
    pub role: String,
    pub language: String,
}

impl EventMemberForm {
    /// The form of a new person.
    pub fn blank() -> Self {
        Self {
            role: EventRole::Helper.to_string(),
            language: language().to_string(),
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<NewEventMember, Faults> {
        let mut faults = Faults::none();
        let no_choice = |_| Fault::NoSuchChoice;
        let name = faults.keep("name", Line::parse(&self.name));
        let address = faults.keep("address", EmailAddress::parse_deliverable(&self.address));
        let role = faults.keep("role", self.role.parse().map_err(no_choice));
        let language = faults.keep("language", self.language.parse().map_err(no_choice));
        let member = name.zip(address).zip(role.zip(language));
        faults.or(
            member.map(|((name, address), (role, language))| NewEventMember {
                name,
                address,
                role,
                language,
            }),
        )
    }
}

/// Gives somebody a role at an event.
pub async fn add_event_member(form: &EventMemberForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().add_event_member(&access, form.parse()?).await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/team?done=added"
    )))
}

/// Takes the role at an event away.
pub async fn remove_event_member(form: &EventMemberForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let member = form.member.parse().map_err(|_| AppError::NotFound)?;
    planner().remove_event_member(&access, member).await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/team?done=removed"
    )))
}
