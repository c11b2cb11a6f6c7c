//! A mail of the outbox as the file it is sent as, for any mail program to open.

use app::{Download, Downloads, Told};
use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use model::MailId;
use planner::PlannerError;

/// `/organise/outgoing/{mail}/mail.eml`
pub async fn message(
    State(downloads): State<Downloads>,
    Path(mail): Path<String>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let caller = visit.signed_in()?;
            let id: MailId = mail.parse().map_err(|_| Told::NotFound)?;
            for member in caller.memberships() {
                let Ok(right) = caller.organises(member.network) else {
                    continue;
                };
                match planner.outgoing_mail(&right, id).await {
                    Ok(found) => return Ok(eml(id, found.message)),
                    // It may be a mail of the caller's next network.
                    Err(PlannerError::NotFound) => {}
                    Err(fault) => return Err(fault.into()),
                }
            }
            Err(Told::NotFound)
        })
        .await
}

fn eml(id: MailId, bytes: Vec<u8>) -> Download {
    Download {
        content_type: "message/rfc822",
        name: format!("{id}.eml"),
        bytes,
    }
}
