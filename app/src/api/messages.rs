//! Form actions of messages to the people of an event.

use std::str::FromStr;

use model::{
    AnswerFilter, AttachmentId, Event, EventId, Faults, Mailing, MailingAudience, MailingId,
    MailingPurpose, PeopleFilter, RegistrationId, VariableBody, VariableLine,
};
use planner::{
    access::{EventAccess, Organises},
    mailings::{NewMailing, UploadedFile},
};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::planner,
};

use uuid::Uuid;

use super::{
    authorise::organises_event,
    events::{Entered, refuse_past},
    jobs::running_job,
    seal::seal_of,
};

/// When mails go out whose day alone is entered.
pub const USUAL_TIME: &str = "09:00";

/// A message as typed, and which of its recipients the page shows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageForm {
    pub event: String,
    /// A registration, for a message to one person.
    pub person: String,
    pub state: String,
    pub organisation: String,
    /// A question and an answer to it, separated by a space.
    pub answer: String,
    pub lack: String,
    pub subject: String,
    pub text: String,
    pub due_date: String,
    pub due_time: String,
    pub due_which: String,
    /// The place of the shown person among the recipients, counted from 0.
    pub index: String,
    /// The seal of what the page has shown. Nothing else is sent.
    pub seen: String,
    /// The files that were uploaded before.
    pub attached: Vec<String>,
    /// Where the test went.
    pub tried: String,
    #[serde(rename = "do")]
    pub action: String,
}

/// The buttons of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Button {
    Preview,
    Previous,
    Next,
    Try,
    Send,
    /// Takes a file away again.
    Remove(String),
}

impl MessageForm {
    /// A new message with the words of an earlier one, to those whom its choice finds.
    pub fn like(earlier: &Mailing) -> Self {
        let text = |value: Option<String>| value.unwrap_or_default();
        let filter = match &earlier.audience {
            MailingAudience::Registrations(filter) => filter.clone(),
            MailingAudience::Listed => PeopleFilter::default(),
        };
        let answer = filter.answer.as_ref();
        let answer = answer.map(|answer| format!("{} {}", answer.question, answer.value));
        Self {
            person: text(filter.person.map(|id| id.to_string())),
            state: text(filter.state.map(|state| state.to_string())),
            organisation: text(filter.organisation.map(|id| id.to_string())),
            answer: text(answer),
            lack: text(filter.lack.map(|lack| lack.to_string())),
            subject: earlier.subject.source().to_owned(),
            text: earlier.text.source().to_owned(),
            ..Self::default()
        }
    }

    fn button(&self) -> Button {
        match self.action.as_str() {
            "send" => Button::Send,
            "previous" => Button::Previous,
            "next" => Button::Next,
            "try" => Button::Try,
            action => match action.strip_prefix("remove ") {
                Some(file) => Button::Remove(file.to_owned()),
                None => Button::Preview,
            },
        }
    }

    /// Whom the form selects.
    ///
    /// # Errors
    ///
    /// `Unreadable` if a value is none that the page offers: leaving it out would select more people.
    pub fn filter(&self) -> Result<PeopleFilter, AppError> {
        let answer = match self.answer.split_once(' ') {
            Some((question, value)) => Some(AnswerFilter {
                question: question.parse().map_err(|_| AppError::Unreadable)?,
                value: value.to_owned(),
            }),
            None if self.answer.is_empty() => None,
            None => return Err(AppError::Unreadable),
        };
        Ok(PeopleFilter {
            person: chosen(&self.person)?,
            state: chosen(&self.state)?,
            organisation: chosen(&self.organisation)?,
            answer,
            lack: chosen(&self.lack)?,
        })
    }

    /// The seal of this message to these people.
    pub fn seal(&self, people: &[(RegistrationId, String)]) -> String {
        let mut ids: Vec<Uuid> = people.iter().map(|(id, _)| id.uuid()).collect();
        ids.sort_unstable();
        let words = [&self.subject, &self.text].map(|text| text.lines().collect::<Vec<_>>());
        let due = [&self.due_date, &self.due_time, &self.due_which];
        // With a date, the choice is applied then: another one may find the same people today.
        let choice = [
            &self.person,
            &self.state,
            &self.organisation,
            &self.answer,
            &self.lack,
        ];
        seal_of(&(ids, words, &self.attached, due, choice))
    }

    /// Subject and text, if both can be read.
    pub fn words(&self) -> Result<(VariableLine, VariableBody), Faults> {
        let mut faults = Faults::none();
        let subject = faults.keep("subject", VariableLine::parse(&self.subject));
        let text = faults.keep("text", VariableBody::parse(&self.text));
        faults.or(subject.zip(text))
    }

    /// The files that were uploaded.
    pub fn attached(&self) -> Vec<AttachmentId> {
        let attached = self.attached.iter();
        attached.filter_map(|file| file.parse().ok()).collect()
    }

    /// The shown place.
    pub fn index(&self) -> usize {
        self.index.parse().unwrap_or_default()
    }

    fn parse(&self, event: &Event, filter: PeopleFilter) -> Result<NewMailing, Faults> {
        let (subject, text) = self.words()?;
        let mut faults = Faults::none();
        let due = Entered {
            name: "due",
            date: &self.due_date,
            time: &self.due_time,
            which: &self.due_which,
        };
        let zone = event.details.time_zone.rules();
        let due = due.optional(Some(zone), USUAL_TIME, &mut faults);
        faults.or(due.map(|due| NewMailing {
            purpose: MailingPurpose::Message,
            subject,
            text,
            audience: MailingAudience::Registrations(filter),
            due,
            files: self.attached(),
        }))
    }

    /// The name of the input that shows the faults of a field of the model.
    fn input_of(field: &str) -> String {
        match field {
            "due" => "due_date".to_owned(),
            "audience" => "state".to_owned(),
            field => field.to_owned(),
        }
    }
}

/// A choice; `None` if nothing is chosen.
fn chosen<T: FromStr>(value: &str) -> Result<Option<T>, AppError> {
    if value.is_empty() {
        return Ok(None);
    }
    value.parse().map(Some).map_err(|_| AppError::Unreadable)
}

/// Shows a message to one recipient after the other, tries it, or sends it. It is sent to as many people as the page has
/// shown, with the same words, or not at all.
pub async fn send_message(
    form: &mut MessageForm,
    uploads: &[Upload],
) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let button = form.button();
    form.tried.clear();
    let planner = planner();
    if !uploads.is_empty() {
        let uploads = uploads.iter().map(uploaded).collect();
        let before = form.attached();
        let kept = planner.keep_attachments(&access, &before, uploads).await?;
        form.attached = kept.iter().map(ToString::to_string).collect();
    }
    if let Button::Remove(removed) = &button {
        form.attached.retain(|file| file != removed);
        return Err(AppError::Preview);
    }
    let (subject, text) = form.words()?;
    let filter = form.filter()?;
    if button != Button::Send {
        let event = planner.planned_event(&access).await?.event;
        refuse_past("due", form.parse(&event, filter.clone())?.due)?;
    }
    match button {
        Button::Preview | Button::Remove(_) => {}
        Button::Previous => form.index = form.index().saturating_sub(1).to_string(),
        Button::Next => form.index = (form.index() + 1).to_string(),
        Button::Try => {
            let words = ((&subject, &text), &*form.attached());
            form.tried = planner
                .try_message(&access, &filter, words, form.index())
                .await?;
        }
        Button::Send => {
            let found = planner.preview_message(&access, &filter, None, 0).await?;
            if form.seen == form.seal(&found.people) {
                let (_, people) = planner
                    .send_mailing(&access, |event| form.parse(event, filter))
                    .await
                    .map_err(|error| error.at_inputs(MessageForm::input_of))?;
                return after_sending(event, &access, people).await;
            }
        }
    }
    Err(AppError::Preview)
}

fn uploaded(file: &Upload) -> UploadedFile {
    UploadedFile {
        name: file.name.clone(),
        bytes: file.bytes.to_vec(),
    }
}

/// The progress of a message that is on its way, else the messages of the event.
async fn after_sending(
    event: EventId,
    access: &EventAccess<Organises>,
    people: u32,
) -> Result<SeeOther, AppError> {
    let done = if people == 0 { "scheduled" } else { "sent" };
    let page = format!("/organise/events/{event}/messages?done={done}");
    let running = running_job(event, access, "message").await?;
    Ok(running
        .filter(|_| people > 0)
        .unwrap_or_else(|| SeeOther::page(page)))
}

/// Gives the rest of a stopped message up, and leads to a new one with its words.
pub async fn give_up_message(form: &MailingForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let mailing: MailingId = form.mailing.parse().map_err(|_| AppError::NotFound)?;
    planner().give_up_mailing(&access, mailing).await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/messages/new?like={mailing}"
    )))
}

/// A mailing of an event.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MailingForm {
    pub event: String,
    pub mailing: String,
}

/// Takes a message back whose time has not come.
pub async fn withdraw_message(form: &MailingForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let mailing: MailingId = form.mailing.parse().map_err(|_| AppError::NotFound)?;
    planner().withdraw_mailing(&access, mailing).await?;
    let page = format!("/organise/events/{event}/messages?done=withdrawn");
    Ok(SeeOther::page(page))
}

/// The token of a link to opt out.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OptOutForm {
    pub token: String,
}

/// Notes that the owner of the link wants no more mails that are not about a registration of theirs.
pub async fn opt_out(form: &OptOutForm) -> Result<SeeOther, AppError> {
    planner().opt_out(&form.token).await?;
    Ok(SeeOther::page(format!("/opt-out/{}", form.token)))
}
