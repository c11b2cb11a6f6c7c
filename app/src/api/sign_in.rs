//! Form actions of signing in, by a mailed link, and of signing out.

use model::{EmailAddress, Faults};
use planner::PlannerError;
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{
        form_keeper_cookie_over, next_cookie, planner, session_cookie, session_cookie_over, visit,
    },
};

/// The form that requests a sign-in link.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInLinkForm {
    pub address: String,
    /// The path of the page to show after signing in.
    pub next: String,
}

impl SignInLinkForm {
    fn parse(&self) -> Result<EmailAddress, Faults> {
        let mut faults = Faults::none();
        let address = faults.keep("address", EmailAddress::parse(&self.address));
        faults.or(address)
    }
}

/// Mails a sign-in link if the address belongs to a member. The response does not reveal whether it does.
pub async fn request_sign_in(form: &SignInLinkForm) -> Result<SeeOther, AppError> {
    let address = form.parse()?;
    let (visit, planner) = (visit(), planner());
    planner
        .request_sign_in(&address, visit.language, &visit.client)
        .await?;
    let mut sent = "/sign-in?sent=1".to_owned();
    if !form.next.is_empty() {
        sent.push_str("&next=");
        sent.extend(form_urlencoded::byte_serialize(form.next.as_bytes()));
    }
    Ok(SeeOther::page(sent).with_cookie(next_cookie(&planner, &form.next)))
}

/// The form of the page of a sign-in link.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    pub token: String,
}

/// Signs in. Opening the link does not sign in, because mail scanners open links and would use them up.
pub async fn sign_in(form: &SignInForm) -> Result<SeeOther, AppError> {
    let (visit, planner) = (visit(), planner());
    let go_on = SeeOther::back_to(visit.next.as_deref().unwrap_or_default(), "/organise");
    match planner.sign_in(&form.token, &visit.client).await {
        Ok(session) => {
            let cookie = session_cookie(&planner, &session.token, session.expires_at);
            Ok(go_on.with_cookie(cookie))
        }
        // A signed-in person may go back to the page of a used link and click its button again.
        Err(PlannerError::Expired) if visit.principal.is_some() => Ok(go_on),
        Err(error) => Err(error.into()),
    }
}

/// A form without fields.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SignOutForm {}

/// Ends the login session and removes its cookie, and the one of forms that were kept: the next person at the
/// browser must not read them.
pub async fn sign_out(form: &SignOutForm) -> Result<SeeOther, AppError> {
    let (SignOutForm {}, planner) = (form, planner());
    if let Some(session) = &visit().session {
        planner.sign_out(session).await?;
    }
    Ok(SeeOther::page("/")
        .with_cookie(session_cookie_over(&planner))
        .with_cookie(form_keeper_cookie_over(&planner)))
}
