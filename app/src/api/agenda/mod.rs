//! Form actions of the agenda.

mod form;
mod next_item;
mod part;

use std::fmt::Display;

use model::{AgendaItemId, Changed, EventId};
use planner::{
    PlannerError,
    agenda::{AgendaItemEdit, AgendaMove},
};
use serde::{Deserialize, Serialize};
use ui::{changes::ShownChange, error::AppError, forms::SeeOther, text::t, visit::planner};

use self::form::along;
use super::{authorise::organises_event, reorder::MoveForm};

pub use form::AgendaItemForm;
pub use part::AgendaPart;

/// Adds an item.
pub async fn add_agenda_item(form: &AgendaItemForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let new = form.parse()?;
    let item = planner()
        .add_agenda_item(&access, new, form.along())
        .await
        .map_err(|error| error.at_inputs(AgendaItemForm::input_of))?;
    let along = form.along.as_ref().map_or("", |_| "&along=1");
    // The form is ready for the next one.
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/agenda?done=added&changed={item}{along}#f-title"
    )))
}

/// Changes an item and, if the form says so, moves the later ones.
pub async fn change_agenda_item(form: &AgendaItemForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item: AgendaItemId = form.item.parse().map_err(|_| AppError::NotFound)?;
    let new = form.parse()?;
    let planner = planner();
    if form.seen.is_empty() {
        // The item was removed after the form was rendered, and the page has said so. Saving again restores it.
        let only_this = AgendaMove::OnlyThis;
        let item = planner
            .add_agenda_item(&access, new, only_this)
            .await
            .map_err(|error| error.at_inputs(AgendaItemForm::input_of))?;
        return Ok(done(event, "changed", item, &format!("item-{item}")));
    }
    let seen = form.seen()?;
    let title = seen.title.to_string();
    let edit = AgendaItemEdit {
        seen,
        new,
        along: form.along(),
    };
    let outcome = planner.change_agenda_item(&access, item, edit);
    match outcome.await {
        Ok(()) => Ok(done(event, "changed", item, &format!("item-{item}"))),
        Err(PlannerError::NotFound) => Err(AppError::Conflict(vec![ShownChange::new(
            "title",
            Changed {
                before: title,
                after: t!("agenda-gone"),
            },
        )])),
        Err(error) => Err(error.at_inputs(AgendaItemForm::input_of).into()),
    }
}

/// Moves an item or a slot to another position.
pub async fn move_agenda_item(form: &MoveForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.list)?;
    let (part, place) = form.parse::<AgendaPart>()?;
    let place = place.map(AgendaPart::item);
    planner()
        .place_in_agenda(&access, part.into(), place)
        .await?;
    Ok(done(event, "moved", part, &form.anchor("item")))
}

/// The form that removes an item.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RemoveAgendaItemForm {
    pub event: String,
    pub item: String,
    /// A checkbox: whether later items move up.
    pub along: Option<String>,
}

/// Removes an item.
pub async fn remove_agenda_item(form: &RemoveAgendaItemForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = form.item.parse().map_err(|_| AppError::NotFound)?;
    let along = along(form.along.as_ref());
    match planner().remove_agenda_item(&access, item, along).await {
        // An item that somebody else removed first is no error.
        Ok(()) | Err(PlannerError::NotFound) => Ok(SeeOther::page(format!(
            "/organise/events/{event}/agenda?done=removed"
        ))),
        Err(error) => Err(error.into()),
    }
}

/// The form that undoes the last change.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct UndoAgendaForm {
    pub event: String,
    /// The id of the change.
    pub change: String,
}

/// Undoes the last change of the agenda.
pub async fn undo_agenda_change(form: &UndoAgendaForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let change = form.change.parse().map_err(|_| AppError::NotFound)?;
    let page = |what| SeeOther::page(format!("/organise/events/{event}/agenda?done={what}"));
    match planner().undo_agenda_change(&access, change).await {
        Ok(Some(item)) => Ok(done(event, "restored", item, &format!("item-{item}"))),
        Ok(None) => Ok(page("restored")),
        // The agenda has changed since: the page says so, and shows it as it is now.
        Err(PlannerError::Conflict(_)) => Ok(page("outdated")),
        Err(error) => Err(error.into()),
    }
}

/// Redirects to the agenda, which highlights what was changed.
fn done(event: EventId, what: &str, changed: impl Display, anchor: &str) -> SeeOther {
    SeeOther::page(format!(
        "/organise/events/{event}/agenda?done={what}&changed={changed}#{anchor}"
    ))
}
