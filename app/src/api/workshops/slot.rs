//! The form of a time slot.

use jiff::tz::TimeZone;
use model::{
    Fault, Faults, SlotId, local,
    workshops::{SlotWay, TimeSlot},
};
use planner::workshops::{NewSlot, PlannedProgramme, SeatsOnChange, SlotEdit};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::offer_page;
use crate::api::authorise::organises_event;

/// The length of a proposed slot, in minutes.
const USUAL_LENGTH: i64 = 90;

/// The form of a slot, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SlotForm {
    pub event: String,
    /// The id of the slot. Empty for a new one.
    pub slot: String,
    pub revision: String,
    pub date: String,
    pub time: String,
    pub ends: String,
    /// `first` or `second`: which of two instants is meant when the clocks go back. Otherwise empty.
    pub which: String,
    /// The way to the seats.
    pub way: String,
    /// Whether the seats of people may end with another way.
    pub ends_seats: Option<String>,
}

impl SlotForm {
    /// The stored values.
    pub fn of(slot: &TimeSlot, zone: &TimeZone) -> Self {
        Self {
            event: slot.event.to_string(),
            slot: slot.id.to_string(),
            revision: slot.revision.to_string(),
            date: slot.starts.date().to_string(),
            time: slot.starts.strftime("%H:%M").to_string(),
            ends: slot.ends(zone).strftime("%H:%M").to_string(),
            which: String::new(),
            way: slot.way.to_string(),
            ends_seats: None,
        }
    }

    /// The form of the next slot: when the last one ends and with its way, or when the event begins.
    pub fn next_in(found: &PlannedProgramme) -> Self {
        let last = found.programme.slots.last();
        let starts = last.map_or(found.event.details.starts.local, |slot| {
            slot.ends(found.zone())
        });
        let ends = starts.saturating_add(jiff::SignedDuration::from_mins(USUAL_LENGTH));
        Self {
            event: found.event.id.to_string(),
            date: starts.date().to_string(),
            time: starts.strftime("%H:%M").to_string(),
            ends: ends.strftime("%H:%M").to_string(),
            way: last.map_or(SlotWay::Wishes, |slot| slot.way).to_string(),
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<NewSlot, Faults> {
        let mut faults = Faults::none();
        let date = faults.keep("date", local::parse_date(&self.date));
        let time = faults.keep("time", local::parse_time(&self.time));
        let ends = match self.ends.trim() {
            "" => faults.keep("ends", Err(Fault::Missing)),
            ends => faults.keep("ends", local::parse_time(ends)),
        };
        let way = faults.keep("way", self.way.parse().map_err(|_| Fault::NoSuchChoice));
        let new = date
            .zip(time)
            .zip(ends.zip(way))
            .map(|((date, time), (ends, way))| NewSlot {
                starts: date.to_datetime(time),
                occurrence: self.which.parse().ok(),
                minutes: None,
                ends: Some(ends),
                way,
            });
        faults.or(new)
    }

    /// The name of the input that shows the faults of a field of the model.
    fn input_of(field: &str) -> String {
        match field {
            "starts" => "time".to_owned(),
            "occurrence" => "which".to_owned(),
            "minutes" => "ends".to_owned(),
            field => field.to_owned(),
        }
    }
}

/// Adds a slot.
pub async fn add_slot(form: &SlotForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let new = form.parse()?;
    let added = planner().add_slot(&access, new).await;
    let slot = added.map_err(|error| error.at_inputs(SlotForm::input_of))?;
    Ok(offer_page(event, "slot-added", &format!("slot-{slot}")))
}

/// Changes a slot, and moves its offers with it.
pub async fn change_slot(form: &SlotForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let slot: SlotId = form.slot.parse().map_err(|_| AppError::NotFound)?;
    let seen = form.revision.parse().map_err(|_| AppError::Unreadable)?;
    let edit = SlotEdit {
        seen,
        new: form.parse()?,
        seats: match form.ends_seats {
            Some(_) => SeatsOnChange::End,
            None => SeatsOnChange::Keep,
        },
    };
    let changed = planner().change_slot(&access, slot, edit).await;
    changed.map_err(|error| error.at_inputs(SlotForm::input_of))?;
    Ok(offer_page(event, "slot-changed", &format!("slot-{slot}")))
}

/// Removes a slot with its offers.
pub async fn remove_slot(form: &SlotForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let slot: SlotId = form.slot.parse().map_err(|_| AppError::NotFound)?;
    planner().remove_slot(&access, slot).await?;
    Ok(offer_page(event, "slot-removed", ""))
}
