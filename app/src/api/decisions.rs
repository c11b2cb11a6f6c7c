//! Form actions of an organiser's decisions about one registration.

use model::{Faults, RegistrationState, Text};
use planner::registrations::Decision;
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::authorise::organises_registration;

/// The form that cancels a registration.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CancelForm {
    pub registration: String,
    /// The state of the registration that the page has shown.
    pub seen: String,
}

/// The form that gives a seat.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ConfirmForm {
    pub registration: String,
    /// The state of the registration that the page has shown.
    pub seen: String,
    /// Set where the organiser agreed to seat more people than there are seats.
    pub beyond: Option<String>,
}

/// Confirms a registration, which gives it a seat.
pub async fn confirm_registration(form: &ConfirmForm) -> Result<SeeOther, AppError> {
    let decision = match form.beyond {
        None => Decision::Confirm,
        Some(_) => Decision::ConfirmBeyond,
    };
    decide((&form.registration, &form.seen), decision, "confirmed").await
}

/// Cancels a registration on behalf of the person.
pub async fn cancel_registration(form: &CancelForm) -> Result<SeeOther, AppError> {
    let seen = (form.registration.as_str(), form.seen.as_str());
    decide(seen, Decision::Cancel, "cancelled").await
}

/// The form that declines a registration.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DeclineForm {
    pub registration: String,
    /// The state of the registration that the page has shown.
    pub seen: String,
    pub reason: String,
}

impl DeclineForm {
    fn parse(&self) -> Result<Decision, Faults> {
        let mut faults = Faults::none();
        let reason = faults.keep("reason", Text::parse(&self.reason));
        faults.or(reason.map(|reason| Decision::Decline {
            reason: Some(reason).filter(|reason| !reason.is_empty()),
        }))
    }
}

/// Declines a registration. The mail to the person contains the reason.
pub async fn decline_registration(form: &DeclineForm) -> Result<SeeOther, AppError> {
    let seen = (form.registration.as_str(), form.seen.as_str());
    decide(seen, form.parse()?, "declined").await
}

/// The form that moves a registration up on the waiting list.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MoveUpForm {
    pub registration: String,
    /// The path of the page to return to.
    pub back: String,
}

/// Moves a registration up by one place on the waiting list. Sends no mail.
pub async fn move_up(form: &MoveUpForm) -> Result<SeeOther, AppError> {
    let (registration, access) = organises_registration(&form.registration)?;
    let event = planner().decide(&access, Decision::MoveUp).await?;
    let page = format!("/organise/events/{event}/registrations/{registration}");
    Ok(SeeOther::back_to(&form.back, &page))
}

/// Decides about a registration that has the state which the page has shown.
async fn decide(
    (registration, seen): (&str, &str),
    decision: Decision,
    done: &str,
) -> Result<SeeOther, AppError> {
    let (registration, access) = organises_registration(registration)?;
    let seen: RegistrationState = seen.parse().map_err(|_| AppError::Unreadable)?;
    let event = planner().decide_as_seen(&access, decision, seen).await?;
    let page = format!("/organise/events/{event}/registrations/{registration}");
    Ok(SeeOther::page(format!("{page}?done={done}")))
}

#[cfg(test)]
mod tests {
    use model::Text;
    use planner::registrations::Decision;

    use super::DeclineForm;

    #[test]
    fn a_reason_is_told_only_if_there_is_one() {
        let parsed = |reason: &str| {
            let form = DeclineForm {
                reason: reason.to_owned(),
                ..DeclineForm::default()
            };
            form.parse().unwrap()
        };
        assert_eq!(parsed(" \r\n"), Decision::Decline { reason: None });
        let reason = Some(Text::parse("Nur für Partner.").unwrap());
        assert_eq!(parsed("Nur für Partner. "), Decision::Decline { reason });
        let long = DeclineForm {
            reason: "x".repeat(2_001),
            ..DeclineForm::default()
        };
        assert!(long.parse().is_err());
    }
}
