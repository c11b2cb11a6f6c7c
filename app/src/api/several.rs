//! The form action of a decision about several registrations.

use model::{Faults, Text};
use planner::registrations::{SeatLimit, SeveralDecisions, SeveralPreview, Verdict};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{
    authorise::organises_event, jobs::running_job, seal::seal_of, selection::SelectionForm,
};

/// A decision about several people, and how many the page named.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SeveralForm {
    pub event: String,
    /// `accept` or `decline`.
    pub verdict: String,
    pub selection: SelectionForm,
    pub note: String,
    /// Whether people are seated beyond the seats that are free.
    pub beyond: Option<String>,
    /// The seal of the people that the page named.
    pub shown: String,
    #[serde(rename = "do")]
    pub action: String,
}

impl SeveralForm {
    pub fn verdict(&self) -> Verdict {
        if self.verdict == "decline" {
            Verdict::Decline
        } else {
            Verdict::Accept
        }
    }

    pub fn limit(&self) -> SeatLimit {
        if self.beyond.is_some() {
            SeatLimit::Exceeded
        } else {
            SeatLimit::Kept
        }
    }

    /// The seal of people as they are and of what happens to how many: nothing is decided about those about whom somebody
    /// else has decided meanwhile, and nobody waits for a seat that was free when the page was shown.
    pub fn seal(found: &SeveralPreview) -> String {
        seal_of(&(&found.people, found.forecast))
    }

    /// The decision. A note that cannot be read is a fault.
    pub fn parse(&self) -> Result<SeveralDecisions, Faults> {
        let mut faults = Faults::none();
        let note = faults.keep("note", Text::parse(&self.note));
        faults.or(note.map(|note| SeveralDecisions {
            verdict: self.verdict(),
            limit: self.limit(),
            note: Some(note).filter(|note| !note.is_empty()),
        }))
    }
}

/// Shows what a decision does and what people read, or begins it: for the people whom the page has named, as they were,
/// or not at all.
pub async fn decide_several(form: &SeveralForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let (selection, decisions) = (form.selection.parse()?, form.parse()?);
    if form.action != "go" {
        return Err(AppError::Preview);
    }
    let planner = planner();
    let found = planner
        .preview_decisions(&access, &selection, &decisions)
        .await?;
    if found.people.is_empty() || form.shown != SeveralForm::seal(&found) {
        return Err(AppError::Preview);
    }
    let people = planner
        .decide_several(&access, &selection, decisions)
        .await?;
    let done = match form.verdict() {
        Verdict::Accept => "accepted",
        Verdict::Decline => "declined",
    };
    let list = format!("/organise/events/{event}/registrations?done={done}&decided={people}");
    let running = running_job(event, &access, done).await?;
    Ok(running.unwrap_or_else(|| SeeOther::page(list)))
}
