//! Form actions of an organisation's contact person.

use model::{Colleague, Faults, RegistrationId};
use planner::{PlannerError, registrations::RegistrationTerms};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{AnswersForm, SeeOther},
    visit::planner,
};

use super::{
    authorise::by_contingent,
    colleagues::{ColleagueRow, MORE_PEOPLE, field_in_rows, parse_colleagues},
};

/// Colleagues to be entered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EnterForm {
    pub token: String,
    pub people: Vec<ColleagueRow>,
    /// [`MORE_PEOPLE`], or empty to enter them.
    #[serde(rename = "do")]
    pub action: String,
}

/// Enters colleagues.
pub async fn enter_colleagues(form: &EnterForm) -> Result<SeeOther, AppError> {
    if form.action == MORE_PEOPLE {
        return Err(AppError::Preview);
    }
    let entered = planner()
        .enter_own_colleagues(&by_contingent(&form.token), |terms| {
            parse_colleagues(&form.people, None, &terms.questions)
        })
        .await
        .map_err(|error| match error {
            PlannerError::Invalid(faults) => {
                AppError::from(faults.at(|field| field_in_rows(&form.people, field)))
            }
            other => AppError::from(other),
        })?;
    Ok(page(
        &form.token,
        &format!(
            "done=entered&seated={}&waiting={}&others={}",
            entered.seated, entered.waiting, entered.others
        ),
    ))
}

/// Somebody who comes in place of somebody else.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SwapPlaceForm {
    pub token: String,
    pub registration: String,
    pub given_name: String,
    pub family_name: String,
    pub address: String,
    pub answers: AnswersForm,
}

impl SwapPlaceForm {
    fn parse(&self, terms: &RegistrationTerms) -> Result<Colleague, Faults> {
        let row = ColleagueRow {
            given_name: self.given_name.clone(),
            family_name: self.family_name.clone(),
            address: self.address.clone(),
            answers: self.answers.clone(),
        };
        row.parse(&terms.questions)
    }
}

/// Gives the place of one person to another.
pub async fn swap_place(form: &SwapPlaceForm) -> Result<SeeOther, AppError> {
    let leaves = registration(&form.registration)?;
    planner()
        .swap_own_place(&by_contingent(&form.token), leaves, |terms| {
            form.parse(terms)
        })
        .await?;
    Ok(page(&form.token, "done=swapped"))
}

/// A person whose place is given up; empty for all places that nobody has.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    pub token: String,
    pub registration: String,
}

/// Takes somebody's place back.
pub async fn release_place(form: &PlaceForm) -> Result<SeeOther, AppError> {
    let person = registration(&form.registration)?;
    planner()
        .release_own_place(&by_contingent(&form.token), person)
        .await?;
    Ok(page(&form.token, "done=released"))
}

/// Gives all places back that nobody has.
pub async fn return_places(form: &PlaceForm) -> Result<SeeOther, AppError> {
    let returned = planner()
        .return_own_places(&by_contingent(&form.token))
        .await?;
    Ok(page(
        &form.token,
        &format!("done=returned&places={returned}"),
    ))
}

fn registration(id: &str) -> Result<RegistrationId, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}

fn page(token: &str, query: &str) -> SeeOther {
    SeeOther::page(format!("/places/{token}?{query}"))
}
