//! Form actions of an organiser about outgoing mail.

use model::{EmailAddress, NetworkId};
use planner::access::Organises;
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{planner, visit},
};

use super::{authorise::organises_event, events::EventIdForm};

/// A form with the ids of a network and one of its mails.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MailIdForm {
    pub network: String,
    pub mail: String,
}

/// Sends a mail again that the mail server refused.
pub async fn send_mail_again(form: &MailIdForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let mail = form.mail.parse().map_err(|_| AppError::NotFound)?;
    planner().send_mail_again(&right, mail).await?;
    let page = format!("/organise/outgoing/{mail}?done=again");
    Ok(SeeOther::page(page))
}

/// Sends an event's mails again that the mail server refused.
pub async fn send_refused_again(form: &EventIdForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().send_refused_mails_again(&access).await?;
    let page = format!("/organise/events/{event}/messages?done=again");
    Ok(SeeOther::page(page))
}

/// The form that lets a network write to an address again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ResumeAddressForm {
    pub network: String,
    pub address: String,
    /// The path of the page to return to.
    pub back: String,
}

/// Writes to an address again that the mail server refused.
pub async fn resume_address(form: &ResumeAddressForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    let address = EmailAddress::parse(&form.address).map_err(|_| AppError::NotFound)?;
    planner().resume_address(&right, &address).await?;
    let page = format!("/organise/outgoing?network={}", right.network());
    Ok(SeeOther::back_to(&form.back, &page))
}

/// A form with the id of a network only.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NetworkIdForm {
    pub network: String,
}

/// Sends the mails that were kept without a mail server.
pub async fn send_kept_mails(form: &NetworkIdForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    planner().send_kept_mails(&right).await?;
    Ok(list_of(&right, "sent"))
}

/// Leaves the mails unsent that were kept without a mail server.
pub async fn leave_kept_mails(form: &NetworkIdForm) -> Result<SeeOther, AppError> {
    let right = organises(&form.network)?;
    planner().leave_kept_mails(&right).await?;
    Ok(list_of(&right, "left"))
}

fn organises(network: &str) -> Result<Organises, AppError> {
    let network: NetworkId = network.parse().map_err(|_| AppError::NotFound)?;
    Ok(visit().signed_in()?.organises(network)?)
}

fn list_of(right: &Organises, done: &str) -> SeeOther {
    let network = right.network();
    SeeOther::page(format!("/organise/outgoing?network={network}&done={done}"))
}
