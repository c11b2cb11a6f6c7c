//! The files that are sent with mailings.

use app::{Download, Downloads};
use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use model::{AttachmentId, EventId};
use ui::error::AppError;

/// `/organise/events/{event}/messages/files/{file}`
pub async fn file(
    State(downloads): State<Downloads>,
    Path((event, file)): Path<(String, String)>,
    request: Request,
) -> Response {
    downloads
        .answer(request, async move |planner, visit| {
            let event: EventId = event.parse().map_err(|_| AppError::NotFound)?;
            let file: AttachmentId = file.parse().map_err(|_| AppError::NotFound)?;
            let principal = visit.signed_in()?;
            let access = principal.reads_event(event);
            // The mails are those of the network, not of who works for the event alone.
            principal.reads(planner.planned_event(&access).await?.network.id)?;
            let found = planner.attachment_file(&access, file).await?;
            Ok(Download {
                content_type: found.attachment.kind.as_str(),
                name: found.attachment.kind.name(&file.to_string()),
                bytes: found.bytes,
            })
        })
        .await
}
