//! `/organise/events/{event}/cafe/harvest/events`: a table has written something down, or somebody has tidied.

use axum::{
    extract::{Path, Query, Request, State},
    response::Response,
};
use planner::LiveMessage;
use ui::error::AppError;

use super::{EventStreams, changes::followed, plans::CafeQuery};

pub(super) async fn events(
    State(state): State<EventStreams>,
    Path(event): Path<String>,
    Query(query): Query<CafeQuery>,
    request: Request,
) -> Response {
    let connections = state.for_members();
    state
        .downloads
        .answer(request, async move |planner, visit| {
            let event = event.parse().map_err(|_| AppError::NotFound)?;
            let access = visit.signed_in()?.reads_event(event);
            // Subscribed before the page asks for the points, so that none is missed.
            let messages = planner.watch_live();
            let (plan, _) = planner.plan_state(&access, query.item()?).await?;
            let is_followed = move |message| match message {
                LiveMessage::Harvest { plan: of } => plan == Some(of),
                _ => false,
            };
            Ok(followed(connections, messages, is_followed))
        })
        .await
}
