//! Builds the visit of a request.

use std::{net::Ipv4Addr, sync::Arc};

use http::request::Parts;
use planner::{ClientKey, Planner};

use super::{Visit, form_keeper, language, next, sent_to, session};
use crate::error::AppError;

/// Builds the visit of a request. Looks up the login session once, if the request has its cookie.
///
/// Fails if the lookup fails, with a visit without a principal for the error page. Treating the person as signed
/// out would redirect them to the sign-in page during an outage of the database.
pub async fn visit_of_request(
    planner: &Planner,
    parts: &Parts,
) -> Result<Arc<Visit>, (AppError, Arc<Visit>)> {
    let session = session(planner, &parts.headers);
    let (principal, lookup_error) = match session {
        None => (None, None),
        Some(session) => match planner.principal(session).await {
            Ok(principal) => (principal, None),
            Err(error) => (None, Some(error)),
        },
    };
    let visit = Arc::new(Visit {
        language: language::language(parts.uri.query(), &parts.headers, principal.as_ref()),
        principal,
        session: session.map(str::to_owned),
        next: next(&parts.headers),
        now: planner.now(),
        path: parts
            .uri
            .path_and_query()
            .map_or_else(|| "/".to_owned(), ToString::to_string),
        client: parts
            .extensions
            .get::<ClientKey>()
            .cloned()
            .unwrap_or_else(|| ClientKey::from_ip(Ipv4Addr::UNSPECIFIED.into())),
        sent_to: sent_to(&parts.headers),
        form_keeper: form_keeper(&parts.headers),
        request: parts
            .headers
            .get("x-request-id")
            .and_then(|id| id.to_str().ok())
            .unwrap_or_default()
            .to_owned(),
    });
    match lookup_error {
        None => Ok(visit),
        Some(error) => Err((AppError::of(error, &visit.request), visit)),
    }
}
