//! Form actions of swaps: a participant offers a seat for another one, agrees to what somebody offers, or takes it back.

use model::{WorkshopId, workshops::OfferKey};
use planner::assignments::{SwapChange, SwapRequest, Swapped};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    paths::PersonalPath,
    visit::{language, planner},
};

use super::authorise::by_link;

/// A change of somebody's swaps in a slot. Each button has a name of its own and a workshop as its value; a form without
/// one of them offers a swap.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SwapForm {
    /// The token of the personal link.
    pub token: String,
    pub slot: String,
    /// The workshop that the person has seen as theirs.
    pub gives: String,
    /// The workshop that was chosen for an offer.
    pub wants: String,
    pub agree: String,
    pub withdraw: String,
}

impl SwapForm {
    fn parse(&self) -> Result<SwapRequest, AppError> {
        let workshop = |text: &str| -> Result<WorkshopId, AppError> {
            text.parse().map_err(|_| AppError::Unreadable)
        };
        let (change, wants) = if !self.agree.is_empty() {
            (SwapChange::Agree, &self.agree)
        } else if !self.withdraw.is_empty() {
            (SwapChange::Withdraw, &self.withdraw)
        } else {
            (SwapChange::Offer, &self.wants)
        };
        Ok(SwapRequest {
            gives: OfferKey {
                slot: self.slot.parse().map_err(|_| AppError::Unreadable)?,
                workshop: workshop(&self.gives)?,
            },
            wants: workshop(wants)?,
            change,
        })
    }
}

/// Changes the swaps of the person with the link.
pub async fn change_swaps(form: &SwapForm) -> Result<SeeOther, AppError> {
    let request = form.parse()?;
    let access = by_link(&form.token);
    let done = match planner().change_swaps(&access, request).await? {
        Swapped::Offered => "offered",
        Swapped::Made => "made",
        Swapped::Withdrawn => "withdrawn",
        Swapped::MadeBefore => "made-before",
    };
    let page = PersonalPath::of(&form.token, language()).swaps();
    Ok(SeeOther::page(format!("{page}&done={done}")))
}
