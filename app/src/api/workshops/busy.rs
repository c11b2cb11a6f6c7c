//! Form actions about people whom organisers need elsewhere in a slot.

use model::{EventId, Fault, Faults, Line, RegistrationId, SlotId, workshops::BusyMark};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use crate::api::authorise::organises_event;

/// Who is needed elsewhere, when, and what for, as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct BusyForm {
    pub event: String,
    pub person: String,
    pub slot: String,
    pub reason: String,
    /// Whether the form stands on the page of the person.
    pub at_person: Option<String>,
}

impl BusyForm {
    fn parse(&self) -> Result<BusyMark, Faults> {
        let mut faults = Faults::none();
        let person = self.person.parse().map_err(|_| Fault::NoChoice);
        let person: Option<RegistrationId> = faults.keep("person", person);
        let slot = self.slot.parse().map_err(|_| Fault::NoChoice);
        let slot: Option<SlotId> = faults.keep("slot", slot);
        let reason = match self.reason.trim() {
            "" => Ok(None),
            reason => Line::parse(reason).map(Some),
        };
        let reason: Option<Option<Line>> = faults.keep("reason", reason);
        let mark = (person.zip(slot).zip(reason)).map(|((person, slot), reason)| BusyMark {
            person,
            slot,
            reason,
        });
        faults.or(mark)
    }

    fn page(&self, event: EventId, done: &str) -> SeeOther {
        let base = format!("/organise/events/{event}/workshops");
        let (person, slot) = (&self.person, &self.slot);
        SeeOther::page(match self.at_person {
            Some(_) => format!("{base}/assignment/{person}?done={done}#slot-{slot}"),
            None => format!("{base}/busy?done={done}"),
        })
    }
}

/// Notes that somebody is needed elsewhere.
pub async fn mark_busy(form: &BusyForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().mark_busy(&access, form.parse()?).await?;
    Ok(form.page(event, "busy"))
}

/// Notes that somebody is not needed elsewhere any more.
pub async fn unmark_busy(form: &BusyForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let person = form.person.parse().map_err(|_| AppError::NotFound)?;
    let slot = form.slot.parse().map_err(|_| AppError::NotFound)?;
    planner().unmark_busy(&access, person, slot).await?;
    Ok(form.page(event, "not-busy"))
}
