//! The form action of the public registration form.

use model::{EmailAddress, Fault, Faults, Line, Person, Slug, WorkshopId};
use planner::{
    PlannerError,
    registrations::{NewRegistration, RegistrationTerms},
};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{AnswersForm, SeeOther},
    paths::EventPath,
    visit::{planner, sent_to_cookie, visit},
};

use super::{
    colleagues::{ColleagueRow, MORE_PEOPLE, parse_colleagues},
    organisation::entered_organisation,
};

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
    /// Workshops by rank. Empty: no wish of this rank.
    pub wishes: Vec<String>,
    pub consent: Option<String>,
    /// Colleagues who are entered with the person.
    pub people: Vec<ColleagueRow>,
    /// [`MORE_PEOPLE`], or empty to register.
    #[serde(rename = "do")]
    pub action: String,
    /// Whether the person may be kept in the address book.
    pub may_be_kept: Option<String>,
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
        let wishes = self
            .wishes()
            .map_err(|wrong| faults.extend(wrong))
            .unwrap_or_default();
        let colleagues = parse_colleagues(&self.people, address.as_ref(), &terms.questions)
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
        let new = person.zip(answers).zip(colleagues).map(
            |(
                (((((given_name, family_name), address), organisation), language), answers),
                colleagues,
            )| {
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
                    colleagues,
                    consent: self.consented_version(terms.network.privacy_version),
                    may_be_kept: self.may_be_kept.is_some(),
                    wishes: wishes.into_iter().map(|(_, workshop)| workshop).collect(),
                }
            },
        );
        faults.or(new)
    }

    /// How many wishes the form asks for.
    pub const MOST_WISHES: usize = 3;

    /// The wishes, each with the position of its field.
    fn wishes(&self) -> Result<Vec<(usize, WorkshopId)>, Faults> {
        let mut faults = Faults::none();
        if self.wishes.len() > Self::MOST_WISHES {
            let most = Self::MOST_WISHES;
            return Err(Faults::one("wishes[0]", Fault::TooManyEntries { most }));
        }
        let mut wishes: Vec<(usize, WorkshopId)> = Vec::new();
        let typed = self.wishes.iter().enumerate();
        for (position, wish) in typed.filter(|(_, wish)| !wish.is_empty()) {
            let field = format!("wishes[{position}]");
            let workshop = wish.parse().map_err(|_| Fault::NoSuchChoice);
            let Some(workshop) = faults.keep(&field, workshop) else {
                continue;
            };
            if wishes.iter().any(|(_, before)| *before == workshop) {
                faults.add(field, Fault::Twice);
            } else {
                wishes.push((position, workshop));
            }
        }
        faults.or(Some(wishes))
    }

    /// The field of a fault. Wishes are counted without the empty fields.
    fn field_of(&self, field: &str) -> String {
        let wishes = self.wishes().unwrap_or_default();
        let mut wishes = (0..).zip(&wishes);
        let found = wishes.find(|(number, _)| field == format!("wishes[{number}]"));
        found.map_or_else(
            || field.to_owned(),
            |(_, (position, _))| format!("wishes[{position}]"),
        )
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
    if form.action == MORE_PEOPLE {
        return Err(AppError::Preview);
    }
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
        .await
        .map_err(|error| match error {
            PlannerError::Invalid(faults) => faults.at(|field| form.field_of(field)).into(),
            other => AppError::from(other),
        })?;
    Ok(sent.with_cookie(sent_to_cookie(&planner, &slug, &address)))
}

#[cfg(test)]
mod tests {
    use model::{Fault, Faults, WorkshopId};
    use uuid::Uuid;

    use super::RegisterForm;

    #[test]
    fn a_fault_of_a_wish_is_beside_its_field() {
        let workshop = |number| WorkshopId::from(Uuid::from_u128(number));
        let form = RegisterForm {
            wishes: vec![
                String::new(),
                workshop(1).to_string(),
                workshop(2).to_string(),
            ],
            ..RegisterForm::default()
        };
        assert_eq!(form.wishes(), Ok(vec![(1, workshop(1)), (2, workshop(2))]));
        assert_eq!(form.field_of("wishes[1]"), "wishes[2]");
        assert_eq!(form.field_of("address"), "address");
        let twice = RegisterForm {
            wishes: vec![workshop(1).to_string(); 2],
            ..RegisterForm::default()
        };
        assert_eq!(twice.wishes(), Err(Faults::one("wishes[1]", Fault::Twice)));
    }

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
