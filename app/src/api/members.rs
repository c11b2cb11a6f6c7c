//! Form actions of a network's members.

use model::{EmailAddress, Fault, Faults, Line, NetworkId, Role};
use planner::{access::Owns, people::NewMember};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{language, planner, visit},
};

/// The form of a member, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MemberForm {
    pub network: String,
    /// The id of the member. Empty for a new one.
    pub member: String,
    pub name: String,
    pub address: String,
    pub role: String,
    /// The language of the mail that invites a new one.
    pub language: String,
}

impl MemberForm {
    /// The form of a new member.
    pub fn blank() -> Self {
        Self {
            role: Role::Organiser.to_string(),
            language: language().to_string(),
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<NewMember, Faults> {
        let mut faults = Faults::none();
        let name = faults.keep("name", Line::parse(&self.name));
        let address = faults.keep("address", EmailAddress::parse_deliverable(&self.address));
        let role = faults.keep("role", self.role());
        let no_choice = |_| Fault::NoSuchChoice;
        let language = faults.keep("language", self.language.parse().map_err(no_choice));
        let member = name.zip(address).zip(role.zip(language));
        faults.or(member.map(|((name, address), (role, language))| NewMember {
            name,
            address,
            role,
            language,
        }))
    }

    fn role(&self) -> Result<Role, Fault> {
        let role = self.role.parse().map_err(|_| Fault::NoSuchChoice)?;
        if Role::OF_NETWORK.contains(&role) {
            Ok(role)
        } else {
            Err(Fault::NoSuchChoice)
        }
    }

    fn owned(&self) -> Result<(NetworkId, Owns), AppError> {
        let network: NetworkId = self.network.parse().map_err(|_| AppError::NotFound)?;
        Ok((network, visit().signed_in()?.owns(network)?))
    }
}

/// Adds a member, who signs in by their address.
pub async fn add_member(form: &MemberForm) -> Result<SeeOther, AppError> {
    let (network, right) = form.owned()?;
    planner().add_member(&right, form.parse()?).await?;
    Ok(list_of(network, "added"))
}

/// Sends the mail that invites a member once more.
pub async fn invite_member_again(form: &MemberForm) -> Result<SeeOther, AppError> {
    let (network, right) = form.owned()?;
    let member = form.member.parse().map_err(|_| AppError::NotFound)?;
    planner().invite_member_again(&right, member).await?;
    Ok(list_of(network, "invited"))
}

/// Gives a member another role.
pub async fn change_role(form: &MemberForm) -> Result<SeeOther, AppError> {
    let (network, right) = form.owned()?;
    let member = form.member.parse().map_err(|_| AppError::NotFound)?;
    let role = form
        .role()
        .map_err(|fault| AppError::fault("role", fault))?;
    planner().change_role(&right, member, role).await?;
    // Whoever gives up the ownership may not see the list of members.
    if right.member().id == member && role != Role::Owner {
        return Ok(SeeOther::page("/account"));
    }
    Ok(list_of(network, "changed"))
}

/// Removes a member.
pub async fn remove_member(form: &MemberForm) -> Result<SeeOther, AppError> {
    let (network, right) = form.owned()?;
    let member = form.member.parse().map_err(|_| AppError::NotFound)?;
    planner().remove_member(&right, member).await?;
    if right.member().id == member {
        return Ok(SeeOther::page("/account"));
    }
    Ok(list_of(network, "removed"))
}

fn list_of(network: NetworkId, done: &str) -> SeeOther {
    SeeOther::page(format!(
        "/organise/network/members?network={network}&done={done}"
    ))
}

#[cfg(test)]
mod tests {
    use model::Fault;

    use super::MemberForm;

    #[test]
    fn an_address_that_no_sign_in_link_reaches_is_refused() {
        let form = MemberForm {
            name: "Beate Roth".into(),
            address: "bäte@partner.example".into(),
            ..MemberForm::blank()
        };
        let faults = form.parse().unwrap_err();
        let faults: Vec<_> = faults.iter().collect();
        assert_eq!(faults, [("address", &Fault::LocalPartNotAscii)]);
    }
}
