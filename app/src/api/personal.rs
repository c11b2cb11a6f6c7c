//! Form actions behind a participant's personal link: confirm, change, cancel.

use model::{Fault, Faults, Line, Question, Registration};
use planner::registrations::PersonalChange;
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{AnswersForm, SeeOther},
    paths::PersonalPath,
    visit::{planner, visit},
};

use super::authorise::by_link;

/// A form with the token of a mailed link only.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonalLinkForm {
    pub token: String,
}

/// Confirms the address. Opening the link does not confirm it, because mail scanners open links.
pub async fn confirm_address(form: &PersonalLinkForm) -> Result<SeeOther, AppError> {
    let visit = visit();
    planner().confirm_address(&by_link(&form.token)).await?;
    let path = PersonalPath::of(&form.token, visit.language);
    Ok(SeeOther::page(path.after("confirmed")))
}

/// The form of a registration: a participant changes it, or an organiser corrects it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonalForm {
    /// The token of the participant's link. Empty for an organiser.
    pub token: String,
    /// The id of the registration, for an organiser. Empty for a participant.
    pub registration: String,
    pub given_name: String,
    pub family_name: String,
    pub language: String,
    pub answers: AnswersForm,
    pub revision: String,
}

impl PersonalForm {
    /// The stored values.
    pub fn of(registration: &Registration) -> Self {
        let person = &registration.person;
        Self {
            given_name: person.given_name.to_string(),
            family_name: person.family_name.to_string(),
            language: person.language.to_string(),
            answers: AnswersForm::of(&registration.answers),
            ..Self::default()
        }
    }

    pub(super) fn parse(&self, questions: &[Question]) -> Result<PersonalChange, Faults> {
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(&self.given_name));
        let family_name = faults.keep("family_name", Line::parse(&self.family_name));
        let language = self.language.parse().map_err(|_| Fault::NoSuchChoice);
        let language = faults.keep("language", language);
        let answers = self
            .answers
            .parse(questions)
            .map_err(|wrong| faults.extend(wrong))
            .ok();
        let revision = self.revision.parse().map_err(|_| Fault::NoNumber);
        let revision = faults.keep("revision", revision);
        let change = given_name
            .zip(family_name)
            .zip(language)
            .zip(answers)
            .zip(revision);
        faults.or(change.map(
            |((((given_name, family_name), language), answers), revision)| PersonalChange {
                given_name,
                family_name,
                language,
                answers,
                revision,
            },
        ))
    }
}

/// Changes names, language and answers of the participant's own registration.
pub async fn change_own_registration(form: &PersonalForm) -> Result<SeeOther, AppError> {
    let (planner, visit) = (planner(), visit());
    let language = planner
        .change_own_registration(&by_link(&form.token), |questions| form.parse(questions))
        .await?;
    // A new language applies to the next page already.
    let path = PersonalPath::of(&form.token, language.unwrap_or(visit.language));
    Ok(SeeOther::page(path.after("saved")))
}

/// Cancels the participant's own registration.
pub async fn cancel_own_registration(form: &PersonalLinkForm) -> Result<SeeOther, AppError> {
    let (planner, visit) = (planner(), visit());
    planner
        .cancel_own_registration(&by_link(&form.token))
        .await?;
    let path = PersonalPath::of(&form.token, visit.language);
    Ok(SeeOther::page(path.page()))
}

#[cfg(test)]
mod tests {
    use model::{Fault, Language};

    use super::PersonalForm;

    fn form() -> PersonalForm {
        PersonalForm {
            given_name: "Anna".into(),
            family_name: "Jäger".into(),
            language: "en".into(),
            revision: "4".into(),
            ..PersonalForm::default()
        }
    }

    #[test]
    fn a_change_names_the_revision_it_was_made_from() {
        let change = form().parse(&[]).unwrap();
        assert_eq!(change.revision, 4);
        assert_eq!(change.language, Language::En);
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once() {
        let form = PersonalForm {
            given_name: "Anna\r\nBcc: x@y.example".into(),
            family_name: String::new(),
            language: "fr".into(),
            ..form()
        };
        let faults = form.parse(&[]).unwrap_err();
        let found: Vec<(&str, Fault)> = faults
            .iter()
            .map(|(at, fault)| (at, fault.clone()))
            .collect();
        assert_eq!(
            found,
            [
                ("given_name", Fault::Unprintable),
                ("family_name", Fault::Missing),
                ("language", Fault::NoSuchChoice),
            ]
        );
    }
}
