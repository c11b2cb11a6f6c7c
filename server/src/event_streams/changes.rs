//! The stream of a page that asks for what it shows after every change.

use std::time::Duration;

use axum::response::{Response, sse::Event};
use futures::{Stream, StreamExt as _, stream};
use planner::LiveMessage;
use tokio::sync::{
    OwnedSemaphorePermit,
    broadcast::{Receiver, error::RecvError},
};

use super::Connections;

/// How long a page waits before it opens the next connection. A change in between is late by that much.
const RECONNECT: Duration = Duration::from_millis(300);

/// The stream of the messages that `is_followed` accepts. Without a free connection the page asks each time.
pub(super) fn followed(
    connections: Connections,
    messages: Receiver<LiveMessage>,
    is_followed: impl Fn(LiveMessage) -> bool + Clone + Send + 'static,
) -> Response {
    let full = Event::default().data("full");
    connections.response(full, |permit| changes(messages, is_followed, permit))
}

/// An event at the beginning, one for each change, and one for changes that were missed.
fn changes(
    messages: Receiver<LiveMessage>,
    is_followed: impl Fn(LiveMessage) -> bool + Clone + Send + 'static,
    permit: OwnedSemaphorePermit,
) -> impl Stream<Item = Event> {
    let begin = Event::default().retry(RECONNECT).data("begin");
    let changes = stream::unfold((messages, permit), move |(mut messages, permit)| {
        let is_followed = is_followed.clone();
        async move {
            loop {
                let data = match messages.recv().await {
                    Ok(message) if is_followed(message) => {
                        serde_json::to_string(&message).unwrap_or_default()
                    }
                    Ok(_) => continue,
                    Err(RecvError::Lagged(_)) => "missed".to_owned(),
                    Err(RecvError::Closed) => return None,
                };
                return Some((Event::default().data(data), (messages, permit)));
            }
        }
    });
    stream::once(async { begin }).chain(changes)
}
