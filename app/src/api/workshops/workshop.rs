//! The form of a workshop.

use std::collections::BTreeSet;

use model::{
    Faults, Line, SlotId, Text, WorkshopId,
    workshops::{Programme, Workshop, WorkshopDetails, WorkshopState},
};
use planner::workshops::{NewOffer, WorkshopEdit, WorkshopInput};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::offer_page;
use crate::api::authorise::organises_event;

/// The form of a workshop, with its values as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkshopForm {
    pub event: String,
    /// The id of the workshop. Empty for a new one.
    pub workshop: String,
    pub revision: String,
    pub title: String,
    pub description: String,
    pub speakers: String,
    pub topic: String,
    pub language: String,
    pub step_free: Option<String>,
    pub least: String,
    pub most: String,
    pub organisation_most: String,
    /// A row for each slot.
    pub offers: Vec<OfferRow>,
    /// The ids of workshops that nobody attends beside this one.
    pub clashes: Vec<String>,
}

/// A slot in the form of a workshop.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfferRow {
    pub slot: String,
    /// A checkbox: whether the workshop is offered in the slot.
    pub offered: Option<String>,
    pub room: String,
}

impl WorkshopForm {
    /// The form of a new workshop.
    pub fn blank(programme: &Programme) -> Self {
        let slots = programme.slots.iter();
        Self {
            offers: slots.map(|slot| OfferRow::without(slot.id)).collect(),
            ..Self::default()
        }
    }

    /// The stored values.
    pub fn of(workshop: &Workshop, programme: &Programme) -> Self {
        let details = &workshop.details;
        let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
        let mut offers: Vec<OfferRow> = Self::blank(programme).offers;
        for (offer, slot) in programme.offers_of(workshop.id) {
            let id = slot.id.to_string();
            if let Some(row) = offers.iter_mut().find(|row| row.slot == id) {
                row.offered = Some("on".to_owned());
                row.room = typed(offer.room.as_ref());
            }
        }
        Self {
            event: workshop.event.to_string(),
            workshop: workshop.id.to_string(),
            revision: workshop.revision.to_string(),
            title: details.title.to_string(),
            description: details.description.to_string(),
            speakers: typed(details.speakers.as_ref()),
            topic: typed(details.topic.as_ref()),
            language: typed(details.language.as_ref()),
            step_free: details.step_free.then(|| "on".to_owned()),
            least: number(details.least),
            most: number(details.most),
            organisation_most: number(details.organisation_most),
            offers,
            clashes: programme
                .clashes_of(workshop.id)
                .map(|id| id.to_string())
                .collect(),
        }
    }

    /// The row of a slot as typed. A slot that was added after the form was rendered has an empty one.
    pub fn row(&self, slot: SlotId) -> OfferRow {
        let id = slot.to_string();
        let row = self.offers.iter().find(|row| row.slot == id);
        row.cloned().unwrap_or_else(|| OfferRow::without(slot))
    }

    fn parse(&self) -> Result<WorkshopInput, Faults> {
        let mut faults = Faults::none();
        let seats = WorkshopDetails::SEATS;
        let title = faults.keep("title", Line::parse(&self.title));
        let description = faults.keep("description", Text::parse(&self.description));
        let speakers = faults.keep("speakers", Line::optional(&self.speakers));
        let topic = faults.keep("topic", Line::optional(&self.topic));
        let language = faults.keep("language", Line::optional(&self.language));
        let least = faults.keep("least", seats.parse(&self.least));
        let most = faults.keep("most", seats.parse(&self.most));
        let organisation_most =
            faults.keep("organisation_most", seats.parse(&self.organisation_most));
        let offers = self.parse_offers(&mut faults);
        let clashes: BTreeSet<WorkshopId> = self
            .clashes
            .iter()
            .filter_map(|id| id.parse().ok())
            .collect();
        let input = || {
            Some(WorkshopInput {
                details: WorkshopDetails {
                    title: title?,
                    description: description?,
                    speakers: speakers?,
                    topic: topic?,
                    language: language?,
                    step_free: self.step_free.is_some(),
                    least: least?,
                    most: most?,
                    organisation_most: organisation_most?,
                },
                offers,
                clashes,
            })
        };
        faults_and_contradictions(faults, input())
    }

    fn parse_offers(&self, faults: &mut Faults) -> Vec<NewOffer> {
        let rows = self.offers.iter().enumerate();
        rows.filter(|(_, row)| row.offered.is_some())
            .filter_map(|(index, row)| {
                let field = format!("offers[{index}][room]");
                Some(NewOffer {
                    slot: row.slot.parse().ok()?,
                    room: faults.keep(&field, Line::optional(&row.room))?,
                })
            })
            .collect()
    }

    /// The name of the input that shows the faults of a field of the model.
    fn input_of(field: &str) -> String {
        if field.starts_with("offers[") {
            "offers".to_owned()
        } else {
            field.to_owned()
        }
    }
}

impl OfferRow {
    fn without(slot: SlotId) -> Self {
        Self {
            slot: slot.to_string(),
            ..Self::default()
        }
    }
}

fn typed<const MOST: usize>(line: Option<&Line<MOST>>) -> String {
    line.map(ToString::to_string).unwrap_or_default()
}

/// The input, unless a field has a fault or its numbers contradict each other.
fn faults_and_contradictions(
    faults: Faults,
    input: Option<WorkshopInput>,
) -> Result<WorkshopInput, Faults> {
    let input = faults.or(input)?;
    input.details.check()?;
    Ok(input)
}

/// Adds a workshop.
pub async fn add_workshop(form: &WorkshopForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let added = planner().add_workshop(&access, form.parse()?).await;
    let workshop = added.map_err(|error| error.at_inputs(WorkshopForm::input_of))?;
    Ok(offer_page(event, "added", &format!("workshop-{workshop}")))
}

/// Changes a workshop.
pub async fn change_workshop(form: &WorkshopForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let workshop: WorkshopId = form.workshop.parse().map_err(|_| AppError::NotFound)?;
    let edit = WorkshopEdit {
        seen: form.revision.parse().map_err(|_| AppError::Unreadable)?,
        new: form.parse()?,
    };
    let changed = planner().change_workshop(&access, workshop, edit).await;
    changed.map_err(|error| error.at_inputs(WorkshopForm::input_of))?;
    Ok(offer_page(
        event,
        "changed",
        &format!("workshop-{workshop}"),
    ))
}

/// The form of a button about one workshop.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkshopIdForm {
    pub event: String,
    pub workshop: String,
}

/// Calls a workshop off.
pub async fn call_workshop_off(form: &WorkshopIdForm) -> Result<SeeOther, AppError> {
    set_state(form, WorkshopState::CalledOff, "called-off").await
}

/// Lets a workshop take place again.
pub async fn reinstate_workshop(form: &WorkshopIdForm) -> Result<SeeOther, AppError> {
    set_state(form, WorkshopState::Planned, "reinstated").await
}

async fn set_state(
    form: &WorkshopIdForm,
    state: WorkshopState,
    done: &str,
) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let workshop: WorkshopId = form.workshop.parse().map_err(|_| AppError::NotFound)?;
    planner()
        .set_workshop_state(&access, workshop, state)
        .await?;
    Ok(offer_page(event, done, &format!("workshop-{workshop}")))
}

/// Removes a workshop with its offers.
pub async fn remove_workshop(form: &WorkshopIdForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let workshop: WorkshopId = form.workshop.parse().map_err(|_| AppError::NotFound)?;
    planner().remove_workshop(&access, workshop).await?;
    Ok(offer_page(event, "removed", ""))
}

#[cfg(test)]
mod tests {
    use model::Fault;
    use ui::forms::parse_form;

    use super::WorkshopForm;

    #[test]
    fn faults_are_beside_their_fields_and_only_ticked_slots_count() {
        let slot = "018f0000-0000-7000-8000-000000000001";
        let sent = format!(
            "title=Pflege&least=9&most=8&offers%5B0%5D%5Bslot%5D={slot}&offers%5B0%5D%5Broom%5D=Saal"
        );
        let mut form: WorkshopForm = parse_form(&sent).unwrap();
        let faults = form.parse().unwrap_err();
        let found: Vec<_> = faults.iter().collect();
        assert_eq!(found, [("least", &Fault::AboveMaximum { most: 8 })]);
        form.least.clear();
        assert!(form.parse().unwrap().offers.is_empty());
        form.offers[0].offered = Some("on".to_owned());
        assert_eq!(form.parse().unwrap().offers.len(), 1);
        form.title = "x".repeat(500);
        form.offers[0].room = "x".repeat(500);
        let faults = form.parse().unwrap_err();
        let fields: Vec<_> = faults.iter().map(|(field, _)| field.to_owned()).collect();
        assert_eq!(fields, ["title", "offers[0][room]"]);
    }
}
