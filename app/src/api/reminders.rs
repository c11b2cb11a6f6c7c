//! Form actions of the mails that an event sends by itself.

use model::{
    EventReminder, Faults, Language, ReminderKind, ReminderTime, VariableBody, VariableLine, local,
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::authorise::organises_event;

/// A reminder as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReminderForm {
    /// The kind, which tells the forms of the page apart.
    pub id: String,
    pub event: String,
    pub is_on: Option<String>,
    pub days: String,
    pub at: String,
    pub subject: String,
    pub text: String,
    /// `reset`: the usual time and words.
    #[serde(rename = "do")]
    pub action: String,
}

impl ReminderForm {
    /// The stored values, with the usual words where there are no others.
    pub fn of(event: String, reminder: &EventReminder, language: Language) -> Self {
        let words = reminder.words(language).ok();
        let (subject, text) = words
            .map(|(subject, text)| (subject.source().to_owned(), text.source().to_owned()))
            .unwrap_or_default();
        Self {
            id: reminder.kind.to_string(),
            event,
            is_on: reminder.is_on.then(|| "on".to_owned()),
            days: reminder.time.days.to_string(),
            at: reminder.time.at.strftime("%H:%M").to_string(),
            subject,
            text,
            action: String::new(),
        }
    }

    /// The reminder after the change. Words that are the usual ones in one of the languages stay so.
    fn parse(&self, before: EventReminder) -> Result<EventReminder, Faults> {
        let kind = before.kind;
        if self.action == "reset" {
            return Ok(EventReminder {
                time: kind.usual_time(),
                words: None,
                ..before
            });
        }
        let mut faults = Faults::none();
        let days = faults.keep("days", ReminderTime::DAYS.parse(&self.days));
        let at = faults.keep("at", local::parse_time(&self.at));
        let subject = faults.keep("subject", VariableLine::parse(&self.subject));
        let text = faults.keep("text", VariableBody::parse(&self.text));
        let parsed = days.zip(at).zip(subject.zip(text));
        faults.or(parsed.map(|((days, at), words)| {
            let is_usual = Language::ALL.iter().any(|language| {
                let (subject, text) = kind.usual_words(*language);
                words.0.source() == subject && words.1.source() == text
            });
            EventReminder {
                is_on: self.is_on.is_some(),
                time: ReminderTime {
                    days: days.unwrap_or_default(),
                    at,
                },
                words: (!is_usual).then_some(words),
                ..before
            }
        }))
    }
}

/// Saves a reminder.
pub async fn save_reminder(form: &ReminderForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let kind: ReminderKind = form.id.parse().map_err(|_| AppError::Unreadable)?;
    planner()
        .save_reminder(&access, kind, |before| form.parse(before))
        .await?;
    let page = format!("/organise/events/{event}/messages/reminders?done={kind}#{kind}");
    Ok(SeeOther::page(page))
}
