//! Form actions of bookings: a person takes seats in workshops, or an organiser does for them.

use std::str::FromStr;

use model::{
    RegistrationId,
    workshops::{BookingChange, OfferKey},
};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    paths::PersonalPath,
    visit::{language, planner},
};

use super::authorise::{by_link, organises_registration};

/// An offer as the value of a button: *slot workshop*.
pub fn offer_value(offer: OfferKey) -> String {
    format!("{} {}", offer.slot, offer.workshop)
}

fn parsed<T: FromStr>(text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| AppError::Unreadable)
}

fn offer(value: &str) -> Result<OfferKey, AppError> {
    let (slot, workshop) = value.split_once(' ').ok_or(AppError::Unreadable)?;
    Ok(OfferKey {
        slot: parsed(slot)?,
        workshop: parsed(workshop)?,
    })
}

/// A change of somebody's own bookings. Each button has a name of its own, and an offer as its value.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct BookingForm {
    /// The token of the personal link.
    pub token: String,
    pub take: String,
    pub wait: String,
    pub leave: String,
}

impl BookingForm {
    fn parse(&self) -> Result<BookingChange, AppError> {
        if !self.take.is_empty() {
            Ok(BookingChange::Take(offer(&self.take)?))
        } else if !self.wait.is_empty() {
            Ok(BookingChange::Wait(offer(&self.wait)?))
        } else {
            Ok(BookingChange::Leave(offer(&self.leave)?))
        }
    }

    /// The offer of the button that was clicked.
    pub fn offer(&self) -> Option<OfferKey> {
        let values = [&self.take, &self.wait, &self.leave];
        offer(values.into_iter().find(|value| !value.is_empty())?).ok()
    }
}

/// Changes the bookings of the person with the link. A form that arrives twice changes them once.
pub async fn change_bookings(form: &BookingForm) -> Result<SeeOther, AppError> {
    let change = form.parse()?;
    let access = by_link(&form.token);
    planner().change_own_bookings(&access, change).await?;
    let page = PersonalPath::of(&form.token, language()).workshops();
    let slot = form.offer().map(|offer| offer.slot);
    Ok(SeeOther::page(match slot {
        Some(slot) => format!("{page}#slot-{slot}"),
        None => page,
    }))
}

/// A seat that an organiser gives, or takes back.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct BookForForm {
    /// Whom a seat is given to, and where.
    pub person: String,
    pub offer: String,
    /// A button that takes a seat or a place back: *registration slot workshop*.
    pub leave: String,
}

impl BookForForm {
    fn parse(&self) -> Result<(RegistrationId, BookingChange), AppError> {
        if let Some((person, left)) = self.leave.split_once(' ') {
            return Ok((parsed(person)?, BookingChange::Leave(offer(left)?)));
        }
        Ok((
            parsed(&self.person)?,
            BookingChange::Take(offer(&self.offer)?),
        ))
    }
}

/// Gives somebody a seat, or takes it back. They are told.
pub async fn book_for(form: &BookForForm) -> Result<SeeOther, AppError> {
    let (person, change) = form.parse()?;
    let (_, access) = organises_registration(&person.to_string())?;
    let event = planner().change_bookings_of(&access, change).await?;
    let (BookingChange::Take(offer) | BookingChange::Wait(offer) | BookingChange::Leave(offer)) =
        change;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/workshops/bookings#slot-{}",
        offer.slot
    )))
}
