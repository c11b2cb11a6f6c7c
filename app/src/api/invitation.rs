//! Form actions behind the link of an invitation: accept, decline, name a substitute.

use model::{EmailAddress, Faults, Line};
use planner::{
    invitations::{Acceptance, Substitute},
    registrations::RegistrationTerms,
};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{AnswersForm, SeeOther},
    paths::PersonalPath,
    visit::{language, planner},
};

use super::authorise::by_invitation;

/// The address of the page behind an invitation's link.
pub fn invitation_path(token: &str) -> String {
    // A valid token needs no encoding. This one comes from a URL or a form and is not validated.
    let token: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
    format!("/invitation/{token}?lang={}", language())
}

/// The form with which an invited person accepts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AcceptInvitationForm {
    pub token: String,
    /// The names, where somebody else had entered them. Otherwise empty.
    pub given_name: String,
    pub family_name: String,
    /// `ask` if the form has the names.
    pub names: String,
    pub answers: AnswersForm,
    /// The version of the privacy text on the page.
    pub privacy_version: String,
    /// Whether the person may be kept in the address book.
    pub may_be_kept: Option<String>,
}

impl AcceptInvitationForm {
    /// The value of `names` in a form that has them.
    pub const ASKS_NAMES: &str = "ask";

    fn parse(&self, terms: &RegistrationTerms) -> Result<Acceptance, Faults> {
        let mut faults = Faults::none();
        let name = if self.names == Self::ASKS_NAMES {
            let given_name = faults.keep("given_name", Line::parse(&self.given_name));
            let family_name = faults.keep("family_name", Line::parse(&self.family_name));
            given_name.zip(family_name)
        } else {
            None
        };
        let answers = self
            .answers
            .parse(&terms.questions)
            .map_err(|wrong| faults.extend(wrong))
            .ok();
        let current = terms.network.privacy_version;
        let consent = self.privacy_version.parse().ok();
        let consent = consent.filter(|version| (1..=current).contains(version));
        faults.or(answers.map(|answers| Acceptance {
            name,
            answers,
            consent: consent.unwrap_or(current),
            may_be_kept: self.may_be_kept.is_some(),
        }))
    }
}

/// A form with the token of an invitation only.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InvitationLinkForm {
    pub token: String,
}

/// Registers an invited person, and leads to their registration.
pub async fn accept_invitation(form: &AcceptInvitationForm) -> Result<SeeOther, AppError> {
    let (_, link) = planner()
        .accept_invitation(&by_invitation(&form.token), |terms| form.parse(terms))
        .await?;
    let path = PersonalPath::of(link.reveal(), language());
    Ok(SeeOther::page(path.after("confirmed")))
}

/// Notes that an invited person does not come.
pub async fn decline_invitation(form: &InvitationLinkForm) -> Result<SeeOther, AppError> {
    planner()
        .decline_invitation(&by_invitation(&form.token))
        .await?;
    Ok(SeeOther::page(invitation_path(&form.token)))
}

/// The form with which somebody who does not come names somebody else.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SubstituteForm {
    pub token: String,
    pub given_name: String,
    pub family_name: String,
    pub address: String,
}

impl SubstituteForm {
    fn parse(&self) -> Result<Substitute, Faults> {
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(&self.given_name));
        let family_name = faults.keep("family_name", Line::parse(&self.family_name));
        let address = faults.keep("address", EmailAddress::parse_deliverable(&self.address));
        let substitute = given_name.zip(family_name).zip(address);
        faults.or(
            substitute.map(|((given_name, family_name), address)| Substitute {
                given_name,
                family_name,
                address,
            }),
        )
    }
}

/// Invites the person whom somebody named who does not come.
pub async fn name_substitute(form: &SubstituteForm) -> Result<SeeOther, AppError> {
    let substitute = form.parse()?;
    planner()
        .name_substitute(&by_invitation(&form.token), substitute)
        .await?;
    Ok(SeeOther::page(invitation_path(&form.token)))
}
