//! A visit: who asks for a page, in which language, and when. Made once for each request, before
//! anything is rendered; pages and form actions read it from the context.

mod cookies;
mod language;
mod request;

use std::sync::Arc;

use jiff::Timestamp;
use leptos::prelude::{expect_context, use_context};
use model::{EmailAddress, Language};
use planner::{ClientKey, Planner, access::Principal};

use crate::error::AppError;

pub use cookies::{cookie, next, sent_to, session};
pub use cookies::{
    language_cookie, next_cookie, sent_to_cookie, session_cookie, session_cookie_over,
};
pub use request::visit_of_request;

/// Who asks, in which language, and when.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The language of everything this request shows.
    pub language: Language,
    /// The person who is signed in.
    pub principal: Option<Principal>,
    /// The instant of the request: everything on one page is seen from it.
    pub now: Timestamp,
    /// Path and query of the page that is shown, such as `/organise?past=1`.
    pub path: String,
    /// Who asks, for counting attempts.
    pub client: ClientKey,
    /// The session's cookie, for ending it.
    pub session: Option<String>,
    /// The page to go to after signing in: kept in a cookie, as the link comes by mail.
    pub next: Option<String>,
    /// The address that the confirmation of a registration was just mailed to.
    pub sent_to: Option<EmailAddress>,
    /// The request's id: what a log line and a person's report have in common.
    pub request: String,
}

impl Visit {
    /// The person who is signed in; otherwise they are asked to sign in, and come back here.
    pub fn signed_in(&self) -> Result<Principal, AppError> {
        self.principal.clone().ok_or(AppError::SignIn)
    }
}

/// The visit that is being answered.
pub fn visit() -> Arc<Visit> {
    expect_context::<Arc<Visit>>()
}

/// The language of the visit; German outside of one.
pub fn language() -> Language {
    use_context::<Arc<Visit>>().map_or_else(Language::default, |visit| visit.language)
}

/// The use cases.
pub fn planner() -> Planner {
    expect_context::<Planner>()
}

/// A value in the query of the page's address: `query("past")` of `/organise?past=1`.
pub fn query(name: &str) -> Option<String> {
    let visit = visit();
    let (_, query) = visit.path.split_once('?')?;
    form_urlencoded::parse(query.as_bytes())
        .find(|(found, _)| found == name)
        .map(|(_, value)| value.into_owned())
        .filter(|value| !value.is_empty())
}
