//! The answers of everybody with a seat, counted: twelve vegan, three halal.

use model::{Answer, Event, Network, Question, RegistrationId, RegistrationState};

use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
    require::require_network,
    tables::{Export, text_cell as text},
};

/// The most names in one cell: spreadsheets take 32,767 characters.
const MOST_NAMES: usize = 150;

/// The answers of everybody who has a seat at an event.
#[derive(Debug, Clone)]
pub struct AnswerTotals {
    pub network: Network,
    pub event: Event,
    /// How many people have a seat.
    pub seated: u32,
    pub questions: Vec<QuestionTotal>,
}

/// The answers to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTotal {
    pub question: Question,
    /// What can be chosen in the order of the form, also what nobody chose; then what people wrote, by name.
    pub answers: Vec<AnswerTotal>,
    /// Those who gave no answer.
    pub open: Vec<AnsweringPerson>,
}

/// One answer, and everybody who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerTotal {
    /// `None`: a box that is ticked.
    pub answer: Option<String>,
    pub people: Vec<AnsweringPerson>,
}

/// Somebody with a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweringPerson {
    pub id: RegistrationId,
    pub name: String,
}

/// The texts of exported totals, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerTexts {
    /// Question, answer, number, names.
    pub headings: [String; 4],
    /// The answer of a ticked box.
    pub yes: String,
    /// Instead of an answer.
    pub none: String,
}

impl QuestionTotal {
    /// `people` are those with a seat, with their answer, in the order of their names.
    fn new(question: Question, people: &[(AnsweringPerson, Option<Answer>)]) -> Self {
        let offered = question.options.iter();
        let mut answers: Vec<AnswerTotal> = offered
            .map(|option| AnswerTotal {
                answer: Some(option.to_string()),
                people: Vec::new(),
            })
            .collect();
        let mut open = Vec::new();
        for (person, answer) in people {
            let given: Vec<Option<String>> = match answer {
                None | Some(Answer::YesNo(false)) => Vec::new(),
                Some(Answer::YesNo(true)) => vec![None],
                Some(Answer::Text(text)) => vec![Some(text.clone())],
                Some(Answer::Several(options)) => options.iter().cloned().map(Some).collect(),
            };
            if given.is_empty() {
                open.push(person.clone());
            }
            for answer in given {
                let known = answers.iter().position(|one| one.answer == answer);
                let at = known.unwrap_or_else(|| {
                    answers.push(AnswerTotal {
                        answer,
                        people: Vec::new(),
                    });
                    answers.len() - 1
                });
                answers[at].people.push(person.clone());
            }
        }
        Self {
            question,
            answers,
            open,
        }
    }
}

impl AnswerTotals {
    /// As a table: a line for each answer.
    pub fn export(&self, texts: &AnswerTexts) -> Export {
        let mut rows = vec![texts.headings.iter().map(text).collect()];
        for total in &self.questions {
            let answers = total.answers.iter().map(|one| {
                let answer = one.answer.clone().unwrap_or_else(|| texts.yes.clone());
                (answer, &one.people)
            });
            let open = (!total.open.is_empty()).then(|| (texts.none.clone(), &total.open));
            for (answer, people) in answers.chain(open) {
                let names: Vec<&str> = people.iter().map(|one| one.name.as_str()).collect();
                let mut lines = names.chunks(MOST_NAMES).map(|names| names.join("; "));
                rows.push(vec![
                    text(&total.question.label),
                    text(&answer),
                    text(people.len()),
                    text(lines.next().unwrap_or_default()),
                ]);
                // Further names stand in lines without a number.
                rows.extend(lines.map(|names| {
                    let label = text(&total.question.label);
                    vec![label, text(&answer), text(""), text(names)]
                }));
            }
        }
        Export {
            name: self.event.slug.to_string(),
            rows,
        }
    }
}

impl Planner {
    /// The answers of everybody who has a seat at an event, counted.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn answer_totals(&self, access: &EventAccess<Reads>) -> Result<AnswerTotals> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let questions = reader.questions(event.id).await?.rows;
        let mut seated = reader.registrations_of(event.id).await?.rows;
        seated.retain(|registration| registration.state == RegistrationState::Confirmed);
        let name = |one: &model::Registration| {
            format!("{}, {}", one.person.family_name, one.person.given_name)
        };
        seated.sort_by_cached_key(|registration| model::search_key(&name(registration)));
        let questions = questions.into_iter().map(|question| {
            let people: Vec<_> = seated
                .iter()
                .map(|registration| {
                    let person = AnsweringPerson {
                        id: registration.id,
                        name: name(registration),
                    };
                    (person, registration.answers.get(question.id).cloned())
                })
                .collect();
            QuestionTotal::new(question, &people)
        });
        Ok(AnswerTotals {
            questions: questions.collect(),
            seated: u32::try_from(seated.len()).unwrap_or(u32::MAX),
            network,
            event,
        })
    }
}
