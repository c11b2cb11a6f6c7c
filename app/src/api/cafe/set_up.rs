//! Saving a set-up. Every button of its form saves what was typed, with the change that the button stands for.

use model::{AgendaItemId, cafe::CafeSetUp};
use planner::cafes::{Cafe, SetUpEdit};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{cafe_page, form::CafeForm, mend::Mend, rows::RowButton};
use crate::api::{
    authorise::organises_event,
    cafe_solving::{MakePlanForm, solve_plan},
    events::revision,
};

/// The button that computes the figures of what was typed, without saving it.
const RECKON: &str = "reckon";

/// The button that saves and computes a plan.
const SOLVE: &str = "solve";

/// Saves the set-up of a café.
pub async fn save_cafe_set_up(form: &mut CafeForm) -> Result<SeeOther, AppError> {
    let (_, access) = organises_event(&form.event)?;
    let item = item_of(&form.item)?;
    let seen = revision(&form.revision)?;
    let planner = planner();
    let cafe = planner.cafe(&access, item).await?;
    let action = std::mem::take(&mut form.action);
    let button = RowButton::parse(&action);
    if let Some(button) = button {
        form.press(button);
        if button.is_preview() {
            return Err(AppError::Preview);
        }
    }
    match action.split_once(':') {
        Some(("drop-rule", number)) => form.dropped.push(number.to_owned()),
        Some(("drop-answer", place)) => form.dropped_answers.push(place.to_owned()),
        _ => {}
    }
    form.check_additions(&action)?;
    let new = form.parse(&cafe)?;
    if action == RECKON {
        return Err(AppError::Preview);
    }
    let mend = Mend::parse(&action);
    let new = match mend {
        Some(mend) => mend.applied_to(&cafe, new),
        None => new,
    };
    let place = place(&action, button, form, &new);
    let edit = SetUpEdit {
        seen,
        new: new.clone(),
    };
    planner
        .save_cafe_set_up(&access, item, edit)
        .await
        .map_err(|error| error.at_inputs(|field| form.input_of(&new, field)))?;
    if action == SOLVE {
        let form = MakePlanForm {
            event: form.event.clone(),
            item: form.item.clone(),
            ..MakePlanForm::default()
        };
        return solve_plan(&form).await;
    }
    Ok(SeeOther::page(format!("{}{place}", path(&cafe))))
}

/// A change of the stored set-up that gives up a part of a contradiction.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MendForm {
    pub event: String,
    pub item: String,
    pub revision: String,
    /// What the button of the set-up's form would send.
    pub way: String,
}

/// Gives up a part of a contradiction, from a page that has no form of the set-up.
pub async fn mend_cafe(form: &MendForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = item_of(&form.item)?;
    let seen = revision(&form.revision)?;
    let planner = planner();
    let cafe = planner.cafe(&access, item).await?;
    let mut new = cafe.set_up();
    match form.way.split_once(':') {
        Some(("drop-rule", number)) => {
            new.rules.retain(|rule| rule.number.to_string() != number);
        }
        Some(("drop-answer", place)) => {
            let place: usize = place.parse().map_err(|_| AppError::NotFound)?;
            if place < new.answer_needs.len() {
                new.answer_needs.remove(place);
            }
        }
        _ => {
            let mend = Mend::parse(&form.way).ok_or(AppError::NotFound)?;
            new = mend.applied_to(&cafe, new);
        }
    }
    let edit = SetUpEdit { seen, new };
    planner.save_cafe_set_up(&access, item, edit).await?;
    Ok(SeeOther::page(cafe_page(event, item, "plan", "")))
}

/// The page of the set-up.
fn path(cafe: &Cafe) -> String {
    let item = cafe.item.as_ref();
    let item = item.map_or_else(String::new, |item| format!("&item={}", item.id));
    format!("/organise/events/{}/cafe?saved=1{item}", cafe.event.id)
}

/// The rest of the address: which topic is open, and where the page is scrolled to.
fn place(action: &str, button: Option<RowButton<'_>>, form: &CafeForm, new: &CafeSetUp) -> String {
    let topic = button.and_then(|button| button.topic(form));
    if let Some(topic) = topic.and_then(|place| new.topics.get(place)) {
        return format!("&open={0}#topic-{0}", topic.number);
    }
    let name = action.split(':').next().unwrap_or_default();
    let anchor = match name {
        "remove-topic" | "suggest" | "seats" | "tables" => "#tables",
        "goal-up" | "goal-down" => "#goals",
        "add-rule" | "drop-rule" | "drop-answer" | "add-answer" => "#rules",
        _ => "",
    };
    anchor.to_owned()
}

/// The item of the agenda that a form or an address names; `None` for none.
pub fn item_of(text: &str) -> Result<Option<AgendaItemId>, AppError> {
    match text {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| AppError::NotFound),
    }
}
