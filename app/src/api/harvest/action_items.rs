//! Action items.

use jiff::civil::Date;
use model::{ActionItem, ActionItemId, ActionState, EventId, Fault, Faults, Line};
use planner::{
    access::{EventAccess, Helps},
    cafes::harvest::{ActionItemEdit, NewActionItem},
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::harvest_path;
use crate::api::authorise::helps_event;

/// An action item with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ActionItemForm {
    pub event: String,
    /// The item of the agenda of the harvest that the person comes from.
    pub item: String,
    /// The point that a new one comes from.
    pub point: String,
    /// Empty for a new one.
    pub action_item: String,
    pub revision: String,
    pub what: String,
    pub who: String,
    pub due: String,
    pub state: String,
}

impl ActionItemForm {
    /// The stored values.
    pub fn of(item: &ActionItem) -> Self {
        Self {
            action_item: item.id.to_string(),
            what: item.what.to_string(),
            who: item.who.to_string(),
            due: item.due.map_or_else(String::new, |due| due.to_string()),
            state: item.state.to_string(),
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<NewActionItem, Faults> {
        let mut faults = Faults::none();
        let what = faults.keep("what", Line::parse(&self.what));
        let who = faults.keep("who", Line::parse(&self.who));
        let due = faults.keep("due", due(&self.due));
        let new = (|| {
            Some(NewActionItem {
                what: what?,
                who: who?,
                due: due?,
                point: self.point.parse().ok(),
            })
        })();
        faults.or(new)
    }

    fn stored(&self) -> Result<(EventId, EventAccess<Helps>, ActionItemId), AppError> {
        let (event, access) = helps_event(&self.event)?;
        let item = self.action_item.parse().map_err(|_| AppError::NotFound)?;
        Ok((event, access, item))
    }

    fn back(&self, event: EventId) -> SeeOther {
        let page = harvest_path(event, &self.item, "");
        SeeOther::page(format!("{page}#agreed"))
    }
}

fn due(text: &str) -> Result<Option<Date>, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Fault::NoDate)
}

/// Adds an action item.
pub async fn add_action_item(form: &ActionItemForm) -> Result<SeeOther, AppError> {
    let (event, access) = helps_event(&form.event)?;
    planner().add_action_item(&access, form.parse()?).await?;
    Ok(form.back(event))
}

/// Changes an action item.
pub async fn change_action_item(form: &ActionItemForm) -> Result<SeeOther, AppError> {
    let (event, access, item) = form.stored()?;
    let new = form.parse()?;
    let edit = ActionItemEdit {
        seen: form.revision.parse().map_err(|_| AppError::Unreadable)?,
        what: new.what,
        who: new.who,
        due: new.due,
        state: form.state.parse().unwrap_or(ActionState::Open),
    };
    planner().change_action_item(&access, item, edit).await?;
    Ok(form.back(event))
}

/// Says that an action item is done, or open again.
pub async fn set_action_state(form: &ActionItemForm) -> Result<SeeOther, AppError> {
    let (event, access, item) = form.stored()?;
    let state = form.state.parse().map_err(|_| AppError::Unreadable)?;
    planner().set_action_state(&access, item, state).await?;
    Ok(form.back(event))
}

/// Removes an action item.
pub async fn remove_action_item(form: &ActionItemForm) -> Result<SeeOther, AppError> {
    let (event, access, item) = form.stored()?;
    planner().remove_action_item(&access, item).await?;
    Ok(form.back(event))
}
