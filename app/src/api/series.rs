//! Form actions of series: which events belong together, the next one, and what a copy still needs.

use jiff::tz::TimeZone;
use model::{CopiedPart, Faults, Line};
use planner::events::NextEvent;
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{authorise::organises_event, events::Entered};

/// The form of the series of an event.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SeriesForm {
    pub event: String,
    /// The name of the series. Empty: the event belongs to none.
    pub series: String,
}

/// Puts an event into a series, or takes it out of one.
pub async fn save_series(form: &SeriesForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let mut faults = Faults::none();
    let name = faults.keep("series", Line::optional(&form.series));
    let name = faults.or(name)?;
    planner().set_series(&access, name).await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/series?saved=series"
    )))
}

/// The form of the next event of a series.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NextEventForm {
    /// The event that it follows.
    pub event: String,
    pub series: String,
    pub title: String,
    pub starts_date: String,
    pub starts_time: String,
    pub starts_which: String,
}

impl NextEventForm {
    fn parse(&self, zone: &TimeZone) -> Result<NextEvent, Faults> {
        let mut faults = Faults::none();
        let series = faults.keep("series", Line::parse(&self.series));
        let title = faults.keep("title", Line::parse(&self.title));
        let entered = Entered {
            name: "starts",
            date: &self.starts_date,
            time: &self.starts_time,
            which: &self.starts_which,
        };
        let starts = entered.parse(Some(zone), &mut faults);
        let next = series.zip(title).zip(starts);
        faults.or(next.map(|((series, title), starts)| NextEvent {
            title,
            series,
            starts,
        }))
    }
}

/// Begins the draft of the next event.
pub async fn create_next_event(form: &NextEventForm) -> Result<SeeOther, AppError> {
    let (_, access) = organises_event(&form.event)?;
    let event = planner()
        .create_next_event(&access, |from| form.parse(from.details.time_zone.rules()))
        .await
        .map_err(|error| error.at_inputs(NextEventForm::input_of))?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}?saved=next"
    )))
}

impl NextEventForm {
    /// The input that shows the faults of a field of the event.
    fn input_of(field: &str) -> String {
        match field {
            "starts" | "ends" => "starts_date".to_owned(),
            field => field.to_owned(),
        }
    }
}

/// The form that takes a note off a copied event.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CopyNoteForm {
    pub event: String,
    pub part: String,
}

/// Notes that something which a copied event needed is done.
pub async fn finish_copy_note(form: &CopyNoteForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let part: CopiedPart = form.part.parse().map_err(|_| AppError::NotFound)?;
    planner().finish_copy_note(&access, part).await?;
    Ok(SeeOther::page(format!("/organise/events/{event}#copied")))
}
