//! A mail of the outbox: as the file it is sent as, and its HTML part for the frame on its page.

use std::sync::Arc;

use app::{Download, Downloads, Told, visit::Visit};
use axum::{
    extract::{Path, Request, State},
    response::{Html, IntoResponse, Response},
};
use http::{
    HeaderName,
    header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_FRAME_OPTIONS},
};
use model::MailId;
use planner::{OutgoingMail, Planner, PlannerError};

/// `/organise/outgoing/{mail}/mail.eml`
pub async fn message(
    State(downloads): State<Downloads>,
    Path(mail): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let found = find(&planner, &visit, &mail).await?;
            Ok(Download {
                content_type: "message/rfc822",
                name: format!("{}.eml", found.line.id),
                bytes: found.message,
            })
        })
        .await
}

/// `/organise/outgoing/{mail}/mail.html`
pub async fn html(
    State(downloads): State<Downloads>,
    Path(mail): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let found = find(&planner, &visit, &mail).await?;
            Ok(Framed(found.open().html))
        })
        .await
}

async fn find(planner: &Planner, visit: &Arc<Visit>, mail: &str) -> Result<OutgoingMail, Told> {
    let caller = visit.signed_in()?;
    let id: MailId = mail.parse().map_err(|_| Told::NotFound)?;
    for member in caller.memberships() {
        let Ok(right) = caller.organises(member.network) else {
            continue;
        };
        match planner.outgoing_mail(&right, id).await {
            Ok(found) => return Ok(found),
            // It may be a mail of the caller's next network.
            Err(PlannerError::NotFound) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    Err(Told::NotFound)
}

/// The HTML part of a mail. It may look as it likes, but it runs nothing, fetches nothing and sends
/// nothing, in the frame or outside of it; its links open beside it and do not say where they come from.
struct Framed(String);

const FRAMED: [(HeaderName, &str); 4] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    ),
    (X_FRAME_OPTIONS, "SAMEORIGIN"),
    (REFERRER_POLICY, "no-referrer"),
    (CACHE_CONTROL, "private, no-store"),
];

impl IntoResponse for Framed {
    fn into_response(self) -> Response {
        let Self(html) = self;
        (FRAMED, Html(links_beside(&html))).into_response()
    }
}

/// With links that open beside the mail rather than in its frame, which shows nothing but mails.
fn links_beside(html: &str) -> String {
    html.replacen("<head>", "<head><base target=\"_blank\">", 1)
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse as _;

    use super::{Framed, links_beside};

    #[test]
    fn a_mail_in_its_frame_runs_and_fetches_nothing() {
        let answer = Framed("<html><head></head></html>".to_owned()).into_response();
        let policy = answer.headers()["content-security-policy"]
            .to_str()
            .unwrap();
        for rule in [
            "default-src 'none'",
            "sandbox allow-popups",
            "form-action 'none'",
        ] {
            assert!(policy.contains(rule), "{rule}: {policy}");
        }
        for word in ["script", "allow-same-origin", "img-src"] {
            assert!(!policy.contains(word), "{word}: {policy}");
        }
    }

    #[test]
    fn its_links_open_beside_it() {
        assert_eq!(
            links_beside("<html><head><title>x</title></head></html>"),
            "<html><head><base target=\"_blank\"><title>x</title></head></html>"
        );
    }
}
