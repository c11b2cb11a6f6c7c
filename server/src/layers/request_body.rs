//! Reads the body of a request before it takes part in the limit of concurrent requests.
//!
//! A client that sends slowly then holds up nobody else. The memory of bodies is limited, in all and per
//! client. Bodies that are still arriving may have half of it, so that they leave room for complete ones.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{
    HeaderMap, StatusCode,
    header::{CONNECTION, CONTENT_LENGTH, RETRY_AFTER},
};
use http_body::Body as _;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use planner::ClientKey;
use tokio::time::timeout;

/// The largest body. Forms have lower limits of their own; the largest has the files of a message, 12 MiB.
pub const MAX_BYTES: usize = 12 * 1024 * 1024 + 256 * 1024;

/// How long a body may take.
pub const READ_TIMEOUT: Duration = Duration::from_mins(1);

/// The least that an arriving body counts: its connection has buffers.
const MIN_ARRIVING_BYTES: usize = 64 * 1024;

/// The memory of all bodies, and of those of one client.
const MAX_TOTAL_BYTES: usize = 256 * 1024 * 1024;
const MAX_CLIENT_BYTES: usize = 32 * 1024 * 1024;

/// The memory and the time that bodies have. Clones share the memory.
#[derive(Debug, Clone)]
pub struct BodyLimits {
    read_timeout: Duration,
    usage: Arc<Mutex<Usage>>,
}

#[derive(Debug, Default)]
struct Usage {
    total: usize,
    per_client: HashMap<ClientKey, usize>,
}

/// The share of one body. It is given back when this is dropped.
#[derive(Debug)]
struct Share {
    usage: Arc<Mutex<Usage>>,
    client: Option<ClientKey>,
    bytes: usize,
}

/// The reasons to refuse a body.
#[derive(Debug, PartialEq, Eq)]
enum Refusal {
    TooLarge,
    /// The client hung up, or sent something else than a body.
    Unreadable,
    TooSlow,
    ClientHasTooMany,
    TooMany,
}

/// Reads the body and passes the request on with it. Refuses a body that is too large or too slow, and one over
/// the limits of memory.
pub async fn read_body(State(limits): State<BodyLimits>, request: Request, next: Next) -> Response {
    if request.body().is_end_stream() && !request.headers().contains_key(CONTENT_LENGTH) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let client = parts.extensions.get::<ClientKey>().cloned();
    match limits.read(client, &parts.headers, body).await {
        Ok((bytes, _share)) => {
            next.run(Request::from_parts(parts, Body::from(bytes)))
                .await
        }
        Err(refusal) => {
            tracing::info!(?refusal, "a body is refused");
            refusal.into_response()
        }
    }
}

impl BodyLimits {
    pub fn new(read_timeout: Duration) -> Self {
        Self {
            read_timeout,
            usage: Arc::default(),
        }
    }

    async fn read(
        &self,
        client: Option<ClientKey>,
        headers: &HeaderMap,
        body: Body,
    ) -> Result<(Bytes, Share), Refusal> {
        let length = headers
            .get(CONTENT_LENGTH)
            .and_then(|length| length.to_str().ok()?.parse().ok())
            // A chunked body (RFC 9112 §7.1) does not declare its length.
            .unwrap_or(MAX_BYTES);
        if length > MAX_BYTES && headers.contains_key(CONTENT_LENGTH) {
            return Err(Refusal::TooLarge);
        }
        let mut reading = std::pin::pin!(Limited::new(body, MAX_BYTES).collect());
        let collected = tokio::select! {
            biased;
            // Most bodies arrive together with the head of the request.
            collected = &mut reading => collected,
            () = std::future::ready(()) => {
                let reserved = length.max(MIN_ARRIVING_BYTES);
                let _share = self.reserve(client.clone(), reserved, 2)?;
                timeout(self.read_timeout, reading).await.map_err(|_| Refusal::TooSlow)?
            }
        };
        let bytes = collected.map_err(Refusal::of)?.to_bytes();
        let share = self.reserve(client, bytes.len(), 1)?;
        Ok((bytes, share))
    }

    /// Takes a share, if the memory in use stays below a fraction (1/`divisor`) of the limits.
    fn reserve(
        &self,
        client: Option<ClientKey>,
        bytes: usize,
        divisor: usize,
    ) -> Result<Share, Refusal> {
        let mut usage = self.usage.lock().unwrap_or_else(PoisonError::into_inner);
        let of_client = client
            .as_ref()
            .and_then(|client| usage.per_client.get(client).copied());
        if of_client.unwrap_or_default() + bytes > MAX_CLIENT_BYTES / divisor {
            return Err(Refusal::ClientHasTooMany);
        }
        if usage.total + bytes > MAX_TOTAL_BYTES / divisor {
            return Err(Refusal::TooMany);
        }
        usage.total += bytes;
        if let Some(client) = client.clone() {
            *usage.per_client.entry(client).or_default() += bytes;
        }
        Ok(Share {
            usage: Arc::clone(&self.usage),
            client,
            bytes,
        })
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut usage = self.usage.lock().unwrap_or_else(PoisonError::into_inner);
        usage.total -= self.bytes;
        if let Some(client) = &self.client
            && let Some(bytes) = usage.per_client.get_mut(client)
        {
            *bytes -= self.bytes;
            if *bytes == 0 {
                usage.per_client.remove(client);
            }
        }
    }
}

impl Refusal {
    fn of(error: Box<dyn std::error::Error + Send + Sync>) -> Self {
        if error.is::<LengthLimitError>() {
            Self::TooLarge
        } else {
            Self::Unreadable
        }
    }

    fn into_response(self) -> Response {
        match self {
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
            Self::Unreadable => StatusCode::BAD_REQUEST.into_response(),
            // RFC 9110 §15.5.9
            Self::TooSlow => (StatusCode::REQUEST_TIMEOUT, [(CONNECTION, "close")]).into_response(),
            Self::ClientHasTooMany => {
                (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "5")]).into_response()
            }
            Self::TooMany => {
                (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "5")]).into_response()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn client(last: u8) -> ClientKey {
        ClientKey::from_ip(Ipv4Addr::new(192, 0, 2, last).into())
    }

    #[test]
    fn arriving_bodies_of_one_client_leave_room_for_complete_ones_and_for_other_clients() {
        let limits = BodyLimits::new(Duration::from_millis(10));
        let mut arriving = Vec::new();
        let refusal = loop {
            match limits.reserve(Some(client(1)), MIN_ARRIVING_BYTES, 2) {
                Ok(share) => arriving.push(share),
                Err(refusal) => break refusal,
            }
        };
        assert_eq!(refusal, Refusal::ClientHasTooMany);
        assert!(arriving.len() >= 128, "{}", arriving.len());
        assert!(limits.reserve(Some(client(1)), MAX_BYTES, 1).is_ok());
        assert!(
            limits
                .reserve(Some(client(2)), MIN_ARRIVING_BYTES, 2)
                .is_ok()
        );
        drop(arriving);
        let usage = limits.usage.lock().unwrap();
        assert!(usage.total == 0 && usage.per_client.is_empty(), "{usage:?}");
    }

    #[test]
    fn all_bodies_together_have_a_limit() {
        let limits = BodyLimits::new(Duration::from_millis(10));
        let shares: Vec<_> = (0..=255)
            .filter_map(|last| limits.reserve(Some(client(last)), MAX_BYTES, 1).ok())
            .collect();
        assert_eq!(shares.len(), MAX_TOTAL_BYTES / MAX_BYTES);
        assert_eq!(
            limits.reserve(Some(client(255)), MAX_BYTES, 1).err(),
            Some(Refusal::TooMany)
        );
    }

    #[tokio::test]
    async fn a_body_that_never_ends_is_given_up() {
        let never = futures::stream::pending::<Result<Bytes, std::io::Error>>();
        let never = Body::from_stream(never);
        let limits = BodyLimits::new(Duration::from_millis(10));
        let read = limits.read(Some(client(1)), &HeaderMap::new(), never).await;
        assert_eq!(read.err(), Some(Refusal::TooSlow));
        assert_eq!(limits.usage.lock().unwrap().total, 0);
    }

    #[tokio::test]
    async fn a_body_without_a_declared_length_has_the_same_limit() {
        let body = Body::from(vec![b'a'; MAX_BYTES + 1]);
        let limits = BodyLimits::new(Duration::from_millis(10));
        let read = limits.read(Some(client(1)), &HeaderMap::new(), body).await;
        assert_eq!(read.err(), Some(Refusal::TooLarge));
    }
}
