//! Form actions that add a person by hand or correct a registration.

use model::{EmailAddress, Fault, Faults, Line, Organisation, Person, Question};
use planner::registrations::AddedPerson;
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{AnswersForm, SeeOther},
    visit::planner,
};

use super::{
    authorise::{organises_event, organises_registration},
    organisation::entered_organisation,
    personal::PersonalForm,
};

/// The form of a person whom an organiser adds, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AddPersonForm {
    /// The id of the event.
    pub event: String,
    pub given_name: String,
    pub family_name: String,
    pub address: String,
    /// The name of the organisation.
    pub organisation: String,
    pub language: String,
    pub answers: AnswersForm,
}

impl AddPersonForm {
    fn parse(
        &self,
        organisations: &[Organisation],
        questions: &[Question],
    ) -> Result<AddedPerson, Faults> {
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(&self.given_name));
        let family_name = faults.keep("family_name", Line::parse(&self.family_name));
        let address = faults.keep("address", EmailAddress::parse_deliverable(&self.address));
        let organisation = faults.keep(
            "organisation",
            entered_organisation(&self.organisation, organisations),
        );
        let language = self.language.parse().map_err(|_| Fault::NoSuchChoice);
        let language = faults.keep("language", language);
        let answers = self
            .answers
            .parse(&optional(questions))
            .map_err(|wrong| faults.extend(wrong))
            .ok();
        let names = given_name.zip(family_name).zip(address);
        let added = names.zip(organisation).zip(language).zip(answers).map(
            |(((((given_name, family_name), address), organisation), language), answers)| {
                let (organisation, organisation_name) = organisation;
                let person = Person {
                    given_name,
                    family_name,
                    address,
                    organisation,
                    organisation_name,
                    language,
                };
                AddedPerson { person, answers }
            },
        );
        faults.or(added)
    }
}

/// The same questions, all optional: an organiser may not know the answers of somebody else.
pub fn optional(questions: &[Question]) -> Vec<Question> {
    let questions = questions.iter().cloned();
    questions.map(Question::asked_of_organiser).collect()
}

/// Registers a person on their behalf. They get a seat or a place on the waiting list, and a mail.
pub async fn add_person(form: &AddPersonForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let planner = planner();
    let registration = planner
        .add_person(&access, |terms| {
            form.parse(&terms.organisations, &terms.questions)
        })
        .await?
        .id;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/registrations/{registration}?done=added"
    )))
}

/// Corrects names, language or answers of a registration.
pub async fn correct_registration(form: &PersonalForm) -> Result<SeeOther, AppError> {
    let (registration, access) = organises_registration(&form.registration)?;
    let event = planner()
        .correct_registration(&access, |questions| form.parse(&optional(questions)))
        .await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/registrations/{registration}?done=corrected"
    )))
}

#[cfg(test)]
mod tests {
    use model::{Fault, Line, Need, Question, QuestionKind, Text};
    use uuid::Uuid;

    use super::AddPersonForm;

    #[test]
    fn what_only_the_person_knows_may_be_left_open() {
        let question = Question {
            id: Uuid::from_u128(1).into(),
            event: Uuid::from_u128(2).into(),
            position: 0,
            kind: QuestionKind::Text,
            label: Line::parse("Verpflegung").unwrap(),
            help: Text::default(),
            options: Vec::new(),
            need: Need::Required,
        };
        let form = AddPersonForm {
            given_name: "Anna".into(),
            family_name: "Jäger".into(),
            address: "anna@x.example".into(),
            language: "de".into(),
            ..AddPersonForm::default()
        };
        assert!(form.parse(&[], &[question]).is_ok());
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let faults = AddPersonForm::default().parse(&[], &[]).unwrap_err();
        let faults: Vec<_> = faults.iter().collect();
        assert_eq!(
            faults,
            [
                ("given_name", &Fault::Missing),
                ("family_name", &Fault::Missing),
                ("address", &Fault::Missing),
                ("language", &Fault::NoSuchChoice),
            ]
        );
    }
}
