//! Form actions of an event's questions.

use model::{
    Changed, EventId, Fault, Faults, Line, Need, Question, QuestionId, QuestionKind, Text,
};
use planner::{
    PlannerError,
    events::{ChosenOptions, NewQuestion, QuestionEdit},
};
use serde::{Deserialize, Serialize};
use ui::{
    changes::ShownChange,
    error::AppError,
    forms::{SeeOther, parse_form},
    text::t,
    visit::planner,
};

use super::{authorise::organises_event, reorder::MoveForm};

/// The form of a question, with its values as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionForm {
    pub event: String,
    /// The id of the question. Empty for a new question.
    pub question: String,
    /// The stored values that the form was rendered from ([`Self::seal`]). Empty if the question was removed since.
    pub seen: String,
    pub label: String,
    pub help: String,
    pub kind: String,
    /// The options, one per line.
    pub options: String,
    pub required: Option<String>,
    /// A checkbox: whether answers stay whose options are no longer offered.
    pub answers_stay: Option<String>,
}

impl QuestionForm {
    /// The form of a new question.
    pub fn blank() -> Self {
        Self {
            kind: QuestionKind::Text.to_string(),
            ..Self::default()
        }
    }

    /// The stored values.
    pub fn of(question: &Question) -> Self {
        let options: Vec<&str> = question.options.iter().map(Line::as_str).collect();
        Self {
            question: question.id.to_string(),
            label: question.label.to_string(),
            help: question.help.to_string(),
            kind: question.kind.to_string(),
            options: options.join("\n"),
            required: (question.need == Need::Required).then(|| "on".to_owned()),
            ..Self::default()
        }
    }

    /// The stored values, encoded for the field `seen`.
    pub fn seal(question: &Question) -> String {
        serde_qs::to_string(&Self::of(question)).unwrap_or_default()
    }

    /// Parses all fields. Fails with every fault, by field name.
    pub fn parse(&self) -> Result<NewQuestion, Faults> {
        let mut faults = Faults::none();
        let label = faults.keep("label", Line::parse(&self.label));
        let help = faults.keep("help", Text::parse(&self.help));
        let kind: Result<QuestionKind, _> = self.kind.parse();
        let kind = faults.keep("kind", kind.map_err(|_| Fault::NoSuchChoice));
        let options = match kind {
            Some(kind) if kind.has_options() => {
                faults.keep("options", options(kind, &self.options))
            }
            _ => Some(Vec::new()),
        };
        let need = if self.required.is_some() {
            Need::Required
        } else {
            Need::Optional
        };
        let value = (|| {
            Some(NewQuestion {
                kind: kind?,
                label: label?,
                help: help?,
                options: options?,
                need,
            })
        })();
        faults.or(value)
    }

    fn seen(&self) -> Result<NewQuestion, AppError> {
        parse_form::<Self>(&self.seen)
            .and_then(|seen| seen.parse().ok())
            .ok_or(AppError::Unreadable)
    }
}

/// Parses the options of a question, one per line.
fn options(kind: QuestionKind, text: &str) -> Result<Vec<Line<200>>, Fault> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let options: Vec<Line<200>> = lines.map(Line::parse).collect::<Result<_, _>>()?;
    kind.check_options(&options)?;
    Ok(options)
}

/// Adds a question after the last one.
pub async fn add_question(form: &QuestionForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let question = planner().add_question(&access, form.parse()?).await?;
    Ok(changed(event, question, &format!("question-{question}")))
}

/// Changes a question.
pub async fn change_question(form: &QuestionForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let question: QuestionId = form.question.parse().map_err(|_| AppError::NotFound)?;
    let new = form.parse()?;
    let planner = planner();
    if form.seen.is_empty() {
        // The question was removed after the form was rendered, and the page has said so. Saving again adds it.
        let question = planner.add_question(&access, new).await?;
        return Ok(changed(event, question, &format!("question-{question}")));
    }
    let seen = form.seen()?;
    let label = seen.label.to_string();
    let chosen = match form.answers_stay {
        Some(_) => ChosenOptions::KeepAnswers,
        None => ChosenOptions::Refuse,
    };
    let edit = QuestionEdit { seen, new, chosen };
    match planner.change_question(&access, question, edit).await {
        Ok(()) => Ok(changed(event, question, &format!("question-{question}"))),
        Err(PlannerError::NotFound) => Err(AppError::Conflict(vec![ShownChange::new(
            "label",
            Changed {
                before: label,
                after: t!("questions-gone"),
            },
        )])),
        Err(error) => Err(error.into()),
    }
}

/// Moves a question to another position.
pub async fn move_question(form: &MoveForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.list)?;
    let (question, place) = form.parse()?;
    planner().place_question(&access, question, place).await?;
    Ok(changed(event, question, &form.anchor("question")))
}

/// The form that removes a question.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RemoveQuestionForm {
    pub event: String,
    pub question: String,
}

/// Removes a question. Pages and exports no longer show its answers.
pub async fn remove_question(form: &RemoveQuestionForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let question = form.question.parse().map_err(|_| AppError::NotFound)?;
    match planner().remove_question(&access, question).await {
        // A question that somebody else removed first is no error.
        Ok(()) | Err(PlannerError::NotFound) => Ok(SeeOther::page(format!(
            "/organise/events/{event}/questions?done=removed"
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Redirects to the questions, with the changed one highlighted.
fn changed(event: EventId, question: QuestionId, anchor: &str) -> SeeOther {
    SeeOther::page(format!(
        "/organise/events/{event}/questions?changed={question}#{anchor}"
    ))
}

#[cfg(test)]
mod tests {
    use model::{Fault, Line, Need, Question, QuestionKind, Text};
    use planner::events::NewQuestion;
    use ui::forms::parse_form;
    use uuid::Uuid;

    use super::QuestionForm;

    fn form(kind: &str, options: &str) -> QuestionForm {
        QuestionForm {
            label: "Verpflegung".into(),
            kind: kind.into(),
            options: options.into(),
            ..QuestionForm::default()
        }
    }

    fn faults(form: &QuestionForm) -> Vec<(String, Fault)> {
        match form.parse() {
            Ok(_) => Vec::new(),
            Err(faults) => faults
                .iter()
                .map(|(field, fault)| (field.to_owned(), fault.clone()))
                .collect(),
        }
    }

    #[test]
    fn options_stand_on_lines_of_their_own() {
        let new = form("one of", " vegetarisch \r\n\r\nvegan\r\n")
            .parse()
            .unwrap();
        let options: Vec<&str> = new.options.iter().map(Line::as_str).collect();
        assert_eq!(options, ["vegetarisch", "vegan"]);
        assert_eq!(new.need, Need::Optional);
    }

    #[test]
    fn where_there_is_a_choice_there_are_at_least_two_answers() {
        let too_few = [("options".to_owned(), Fault::TooFew { least: 2 })];
        assert_eq!(faults(&form("several of", "")), too_few);
        assert_eq!(faults(&form("one of", "vegan\n \n")), too_few);
        let twice = [("options".to_owned(), Fault::Twice)];
        assert_eq!(faults(&form("one of", "vegan\nhalal\nvegan")), twice);
    }

    #[test]
    fn what_was_typed_as_options_does_not_matter_to_other_kinds() {
        let new = form("text", "vegan").parse().unwrap();
        assert_eq!((new.kind, new.options), (QuestionKind::Text, Vec::new()));
    }

    #[test]
    fn a_question_needs_a_label_and_a_kind() {
        let fields: Vec<String> = faults(&QuestionForm::default())
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(fields, ["label", "kind"]);
    }

    #[test]
    fn what_was_seen_comes_back_as_it_is_stored() {
        let stored = Question {
            id: Uuid::from_u128(1).into(),
            event: Uuid::from_u128(2).into(),
            position: 0,
            kind: QuestionKind::OneOf,
            label: Line::parse("Mittag?").unwrap(),
            help: Text::parse("Bitte\nwählen").unwrap(),
            options: ["a & b", "ä"]
                .map(|option| Line::parse(option).unwrap())
                .into(),
            need: Need::Required,
        };
        let form = QuestionForm {
            seen: QuestionForm::seal(&stored),
            ..QuestionForm::default()
        };
        let sent = serde_qs::to_string(&form).unwrap();
        let seen = parse_form::<QuestionForm>(&sent).unwrap().seen().unwrap();
        assert_eq!(seen, NewQuestion::of(&stored));
    }
}
