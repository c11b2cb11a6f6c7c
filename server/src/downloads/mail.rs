//! A mail of the outbox: its message, and its HTML part for the frame on its page.

use std::sync::Arc;

use app::{Download, Downloads};
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
use ui::{error::AppError, visit::Visit};

/// `/organise/outgoing/{mail}/mail.eml`
pub async fn message(
    State(downloads): State<Downloads>,
    Path(mail): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let found = find_mail(&planner, &visit, &mail).await?;
            Ok(Download {
                content_type: "message/rfc822",
                name: format!("{}.eml", found.line.id),
                bytes: found.message.ok_or(AppError::NotFound)?,
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
            let found = find_mail(&planner, &visit, &mail).await?;
            let opened = found.open().ok_or(AppError::NotFound)?;
            Ok(SandboxedHtml(opened.html))
        })
        .await
}

async fn find_mail(
    planner: &Planner,
    visit: &Arc<Visit>,
    mail: &str,
) -> Result<OutgoingMail, AppError> {
    let principal = visit.signed_in()?;
    let id: MailId = mail.parse().map_err(|_| AppError::NotFound)?;
    for member in principal.memberships() {
        let Ok(right) = principal.organises(member.member.network) else {
            continue;
        };
        match planner.outgoing_mail(&right, id).await {
            Ok(found) => return Ok(found),
            // The mail may belong to another network of the principal.
            Err(PlannerError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::NotFound)
}

/// The HTML part of a mail, sandboxed: it may use inline styles, but runs no script, loads nothing and
/// sends no form. Its links open in a new tab, without a Referer.
struct SandboxedHtml(String);

const SANDBOX_HEADERS: [(HeaderName, &str); 4] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    ),
    (X_FRAME_OPTIONS, "SAMEORIGIN"),
    (REFERRER_POLICY, "no-referrer"),
    (CACHE_CONTROL, "private, no-store"),
];

impl IntoResponse for SandboxedHtml {
    fn into_response(self) -> Response {
        let Self(html) = self;
        (SANDBOX_HEADERS, Html(with_blank_target(&html))).into_response()
    }
}

/// Adds a `<base>` with which links open in a new tab instead of the frame.
fn with_blank_target(html: &str) -> String {
    html.replacen("<head>", "<head><base target=\"_blank\">", 1)
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse as _;

    use super::{SandboxedHtml, with_blank_target};

    #[test]
    fn a_sandboxed_mail_runs_and_loads_nothing() {
        let response = SandboxedHtml("<html><head></head></html>".to_owned()).into_response();
        let policy = response.headers()["content-security-policy"]
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
    fn its_links_open_in_a_new_tab() {
        assert_eq!(
            with_blank_target("<html><head><title>x</title></head></html>"),
            "<html><head><base target=\"_blank\"><title>x</title></head></html>"
        );
    }
}
