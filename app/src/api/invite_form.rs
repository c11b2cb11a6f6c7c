//! The forms with which an organiser invites people, and reminds those who have not answered.

use std::str::FromStr;

use jiff::tz::TimeZone;
use model::{Contact, EventTime, Fault, Faults, InvitationCalendar, VariableBody, VariableLine};
use planner::{
    access::{EventAccess, Organises},
    invitations::{InvitationChoice, NewInvitations},
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};
use uuid::Uuid;

use super::{
    authorise::organises_event,
    events::{Entered, refuse_past},
    invitations::invitations_path,
    jobs::running_job,
    messages::USUAL_TIME,
    seal::seal_of,
};

/// The buttons of the forms besides the one that sends.
pub const SHOW: &str = "show";
pub const SEARCH: &str = "search";
pub const BEFORE: &str = "before";
pub const AFTER: &str = "after";
pub const TRY: &str = "try";
pub const ASK: &str = "ask";
pub const SEND: &str = "send";

/// The form of invitations, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InviteForm {
    pub event: String,
    pub lists: Vec<String>,
    pub organisations: Vec<String>,
    pub contacts: Vec<String>,
    pub events: Vec<String>,
    pub invited_to: Vec<String>,
    /// What single people are searched by.
    pub search: String,
    pub subject: String,
    pub text: String,
    pub calendar: String,
    pub due_date: String,
    pub due_time: String,
    pub due_which: String,
    /// Whose mail is shown, counted from 0.
    pub index: String,
    /// The seal of what the question has shown. Nothing else is sent.
    pub seen: String,
    /// Whether something has changed since the question.
    pub has_changed: bool,
    /// The address to which the mail was sent on trial.
    pub tried: String,
    /// The button.
    #[serde(rename = "do")]
    pub action: String,
}

impl InviteForm {
    /// Whom the form chooses. What cannot be read is ignored.
    pub fn choice(&self) -> InvitationChoice {
        InvitationChoice {
            lists: ids(&self.lists),
            organisations: ids(&self.organisations),
            contacts: ids(&self.contacts),
            events: ids(&self.events),
            invited_to: ids(&self.invited_to),
        }
    }

    /// The words, if they are sound.
    pub fn words(&self) -> Result<(VariableLine, VariableBody), Faults> {
        words(&self.subject, &self.text)
    }

    pub fn index(&self) -> usize {
        self.index.parse().unwrap_or_default()
    }

    /// The seal of these invitations to these people.
    pub fn seal(&self, people: &[Contact]) -> String {
        let mut ids: Vec<Uuid> = people.iter().map(|contact| contact.id.uuid()).collect();
        ids.sort_unstable();
        let words = [&self.subject, &self.text].map(|text| text.lines().collect::<Vec<_>>());
        let due = [&self.due_date, &self.due_time, &self.due_which];
        seal_of(&(ids, words, &self.calendar, due))
    }

    /// When the invitations go out; `None` at once, or if the time has a fault.
    pub fn due(&self, zone: &TimeZone) -> Option<EventTime> {
        self.entered()
            .optional(Some(zone), USUAL_TIME, &mut Faults::none())
            .flatten()
    }

    fn entered(&self) -> Entered<'_> {
        Entered {
            name: "due",
            date: &self.due_date,
            time: &self.due_time,
            which: &self.due_which,
        }
    }

    fn parse(&self, zone: &TimeZone) -> Result<NewInvitations, Faults> {
        let mut faults = Faults::none();
        let words = self.words().map_err(|wrong| faults.extend(wrong)).ok();
        let calendar: Result<InvitationCalendar, Fault> =
            self.calendar.parse().map_err(|_| Fault::NoSuchChoice);
        let calendar = faults.keep("calendar", calendar);
        let due = self.entered().optional(Some(zone), USUAL_TIME, &mut faults);
        let new = words.zip(calendar).zip(due);
        faults.or(
            new.map(|(((subject, text), calendar), due)| NewInvitations {
                choice: self.choice(),
                subject,
                text,
                calendar,
                due,
            }),
        )
    }
}

/// Invites people, or shows the form anew: with another choice, with the mail of another person.
pub async fn invite(form: &mut InviteForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    form.tried = String::new();
    form.has_changed = false;
    let index = form.index();
    match form.action.as_str() {
        BEFORE => form.index = index.saturating_sub(1).to_string(),
        AFTER => form.index = (index + 1).to_string(),
        TRY => {
            let (subject, text) = form.words()?;
            let address = planner()
                .try_invitation(&access, &form.choice(), (&subject, &text), index)
                .await?;
            form.tried = address;
        }
        SEND if !is_as_shown(&access, form).await? => {
            ASK.clone_into(&mut form.action);
            form.has_changed = true;
        }
        SEND => {
            let is_scheduled = !form.due_date.trim().is_empty();
            planner()
                .invite(&access, |event| form.parse(event.details.time_zone.rules()))
                .await?;
            let done = if is_scheduled { "scheduled" } else { "invited" };
            if let Some(running) = running_job(event, &access, done).await? {
                return Ok(running);
            }
            let path = invitations_path(event);
            return Ok(SeeOther::page(format!("{path}?done={done}")));
        }
        ASK => {
            let event = planner().planned_event(&access).await?.event;
            let new = form.parse(event.details.time_zone.rules())?;
            refuse_past("due", new.due)?;
        }
        SEARCH => {}
        _ => {
            form.words()?;
        }
    }
    Err(AppError::Preview)
}

/// Whether the form says what its question has shown, to the same people.
async fn is_as_shown(access: &EventAccess<Organises>, form: &InviteForm) -> Result<bool, AppError> {
    let options = planner()
        .invitation_options(access, &form.choice(), "")
        .await?;
    Ok(form.seen == form.seal(&options.invitees.people))
}

/// The form of a reminder, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RemindInvitedForm {
    pub event: String,
    pub subject: String,
    pub text: String,
    pub index: String,
    #[serde(rename = "do")]
    pub action: String,
}

impl RemindInvitedForm {
    pub fn words(&self) -> Result<(VariableLine, VariableBody), Faults> {
        words(&self.subject, &self.text)
    }

    pub fn index(&self) -> usize {
        self.index.parse().unwrap_or_default()
    }
}

/// Reminds everybody who has not answered, or shows the mail of another person.
pub async fn remind_invited(form: &mut RemindInvitedForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let index = form.index();
    match form.action.as_str() {
        BEFORE => form.index = index.saturating_sub(1).to_string(),
        AFTER => form.index = (index + 1).to_string(),
        SEND => {
            planner().remind_invited(&access, form.words()?).await?;
            if let Some(running) = running_job(event, &access, "reminded").await? {
                return Ok(running);
            }
            let path = invitations_path(event);
            return Ok(SeeOther::page(format!("{path}?done=reminded")));
        }
        _ => {}
    }
    form.words()?;
    Err(AppError::Preview)
}

fn words(subject: &str, text: &str) -> Result<(VariableLine, VariableBody), Faults> {
    let mut faults = Faults::none();
    let subject = faults.keep("subject", VariableLine::parse(subject));
    let text = faults.keep("text", VariableBody::parse(text));
    faults.or(subject.zip(text))
}

fn ids<Id: FromStr>(values: &[String]) -> Vec<Id> {
    values.iter().filter_map(|id| id.parse().ok()).collect()
}
