//! The form action of the public registration form.

use model::{EmailAddress, Fault, Faults, Line, Person, Slug};
use planner::registrations::{NewRegistration, RegistrationTerms};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{AnswersForm, SeeOther},
    paths::EventPath,
    visit::{planner, sent_to_cookie, visit},
};

use super::organisation::entered_organisation;

/// The registration form, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RegisterForm {
    /// The slug of the event.
    pub event: String,
    /// The key of an event that is visible by link. Otherwise empty.
    pub key: String,
    pub given_name: String,
    pub family_name: String,
    pub address: String,
    /// The name of the organisation.
    pub organisation: String,
    pub language: String,
    pub answers: AnswersForm,
    pub consent: Option<String>,
    /// The version of the privacy text on the page.
    pub privacy_version: String,
    /// The field of [`ui::components::Honeypot`]. Bots fill it in.
    pub nothing: String,
}

impl RegisterForm {
    fn parse(&self, terms: &RegistrationTerms) -> Result<NewRegistration, Faults> {
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(&self.given_name));
        let family_name = faults.keep("family_name", Line::parse(&self.family_name));
        let address = faults.keep("address", EmailAddress::parse_deliverable(&self.address));
        let organisation = faults.keep(
            "organisation",
            entered_organisation(&self.organisation, &terms.organisations),
        );
        let language = self.language.parse().map_err(|_| Fault::NoSuchChoice);
        let language = faults.keep("language", language);
        let answers = self
            .answers
            .parse(&terms.questions)
            .map_err(|wrong| faults.extend(wrong))
            .ok();
        if self.consent.is_none() {
            faults.add("consent", Fault::ConsentNeeded);
        }
        let person = given_name
            .zip(family_name)
            .zip(address)
            .zip(organisation)
            .zip(language);
        let new = person.zip(answers).map(
            |(((((given_name, family_name), address), organisation), language), answers)| {
                let (organisation, organisation_name) = organisation;
                NewRegistration {
                    person: Person {
                        given_name,
                        family_name,
                        address,
                        organisation,
                        organisation_name,
                        language,
                    },
                    answers,
                    consent: self.consented_version(terms.network.privacy_version),
                }
            },
        );
        faults.or(new)
    }

    /// The version of the privacy text that the person saw, which may be older than the current one.
    fn consented_version(&self, current: u32) -> u32 {
        self.privacy_version
            .parse()
            .ok()
            .filter(|version| (1..=current).contains(version))
            .unwrap_or(current)
    }
}

/// Registers a person and mails them a confirmation link. The response does not reveal whether the address is
/// registered already, or that the honeypot was filled in.
pub async fn register(form: &RegisterForm) -> Result<SeeOther, AppError> {
    let planner = planner();
    let slug = Slug::parse(&form.event).map_err(|_| AppError::NotFound)?;
    let sent = SeeOther::page(EventPath::of(&slug, &form.key).registered());
    if !form.nothing.is_empty() {
        return Ok(match EmailAddress::parse(&form.address) {
            Ok(address) => sent.with_cookie(sent_to_cookie(&planner, &slug, &address)),
            Err(_) => sent,
        });
    }
    let key = Some(form.key.as_str()).filter(|key| !key.is_empty());
    let client = &visit().client;
    let address = planner
        .register(slug.as_str(), key, client, |terms| form.parse(terms))
        .await?;
    Ok(sent.with_cookie(sent_to_cookie(&planner, &slug, &address)))
}

#[cfg(test)]
mod tests {
    use super::RegisterForm;

    #[test]
    fn consent_is_to_the_version_that_was_shown() {
        let version = |shown: &str| {
            let form = RegisterForm {
                privacy_version: shown.to_owned(),
                ..RegisterForm::default()
            };
            form.consented_version(3)
        };
        assert_eq!(version("2"), 2);
        assert_eq!(version("4"), 3, "there is no such version yet");
        assert_eq!(version("0"), 3);
        assert_eq!(version(""), 3);
    }
}
