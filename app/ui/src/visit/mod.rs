//! A visit: the person, language and time of a request. It is built once per request, before rendering. Pages and
//! form actions read it from the context.

mod cookies;
mod language;
mod request;

use std::sync::Arc;

use jiff::Timestamp;
use leptos::prelude::{expect_context, use_context};
use model::{EmailAddress, Language};
use planner::{ClientKey, Planner, Token, access::Principal};

use crate::error::AppError;

pub use cookies::{cookie, form_keeper, next, sent_to, session};
pub use cookies::{
    form_keeper_cookie, form_keeper_cookie_over, language_cookie, next_cookie, sent_to_cookie,
    session_cookie, session_cookie_over,
};
pub use request::visit_of_request;

/// The last page that a list can have.
const LAST_PAGE: u32 = 100_000;

/// The person, language and time of a request.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The language of the response.
    pub language: Language,
    /// The signed-in person.
    pub principal: Option<Principal>,
    /// The instant of the request. A page uses no other present time.
    pub now: Timestamp,
    /// Path and query of the page, such as `/organise?past=1`.
    pub path: String,
    /// The client, for rate limits.
    pub client: ClientKey,
    /// The token of the login session, to end it.
    pub session: Option<String>,
    /// The path of the page to show after signing in. It comes from a cookie, because the sign-in link is mailed.
    pub next: Option<String>,
    /// The address of the last confirmation mail.
    pub sent_to: Option<EmailAddress>,
    /// The secret by which the browser gets its kept forms back. It outlives the login session.
    pub form_keeper: Option<Token>,
    /// The request id. Log lines and error pages contain it.
    pub request: String,
}

impl Visit {
    /// The signed-in person. Fails with [`AppError::SignIn`] if there is none.
    pub fn signed_in(&self) -> Result<Principal, AppError> {
        self.principal.clone().ok_or(AppError::SignIn)
    }
}

/// The visit of the current request.
pub fn visit() -> Arc<Visit> {
    expect_context::<Arc<Visit>>()
}

/// The language of the visit. German outside of a request.
pub fn language() -> Language {
    use_context::<Arc<Visit>>().map_or_else(Language::default, |visit| visit.language)
}

/// The use cases, from the context.
pub fn planner() -> Planner {
    expect_context::<Planner>()
}

/// The page of a list, counted from 0: the query's `page`, which counts from 1.
pub fn page_number() -> u32 {
    let page = query("page").and_then(|page| page.parse::<u32>().ok());
    page.unwrap_or(1).saturating_sub(1).min(LAST_PAGE)
}

/// All values of a name in the query of the page: `queries("people")` on `/list?people=1&people=2`.
pub fn queries(name: &str) -> Vec<String> {
    let visit = visit();
    let query = visit.path.split_once('?').map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes())
        .filter(|(found, _)| found == name)
        .map(|(_, value)| value.into_owned())
        .collect()
}

/// A value in the query of the page: `query("past")` on `/organise?past=1`. `None` if it is empty.
pub fn query(name: &str) -> Option<String> {
    let visit = visit();
    let (_, query) = visit.path.split_once('?')?;
    form_urlencoded::parse(query.as_bytes())
        .find(|(found, _)| found == name)
        .map(|(_, value)| value.into_owned())
        .filter(|value| !value.is_empty())
}
