//! What happens around every request, whatever it asks for: the outermost layer first.

mod client_address;
mod overload;
mod page_cache;
mod record;
mod security;

pub use client_address::TrustedProxies;
pub use page_cache::PageCache;
pub use record::RequestIds;
pub use security::SecurityHeaders;

use std::{sync::Arc, time::Duration};

use axum::{Router, middleware};
use http::StatusCode;
use tokio::sync::Semaphore;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer, DefaultPredicate, Predicate as _, predicate::NotForContentType,
    },
    csrf::{ConfigError, CsrfLayer},
    limit::RequestBodyLimitLayer,
    timeout::{RequestBodyTimeoutLayer, TimeoutLayer},
};

/// The most bytes a request may carry. Forms and uploads have tighter limits of their own.
const LARGEST_BODY: usize = 8 * 1024 * 1024;

/// How long a client may pause while it sends a body.
const BODY_PAUSE: Duration = Duration::from_secs(15);

/// What the layers are made from.
#[derive(Debug, Clone)]
pub struct Around {
    /// Scheme, host and port of the public address, as browsers write an origin.
    pub origin: String,
    pub proxies: TrustedProxies,
    pub ids: RequestIds,
    pub security: SecurityHeaders,
    pub pages: PageCache,
    /// How many requests are worked on at a time.
    pub requests: usize,
    /// How long one may take until its answer begins.
    pub patience: Duration,
}

impl Around {
    /// Puts the layers around the routes. `pages` can be overloaded and forged; `rest` (assets, health)
    /// answers even then.
    ///
    /// # Errors
    ///
    /// The origin is none.
    pub fn layer(self, pages: Router, rest: Router) -> Result<Router, ConfigError> {
        let guarded = pages.layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn_with_state(
                    self.pages,
                    page_cache::send_again,
                ))
                .layer(CompressionLayer::new().compress_when(
                    // A workbook is an archive, and as small as it gets.
                    DefaultPredicate::new().and(NotForContentType::const_new(
                        "application/vnd.openxmlformats",
                    )),
                ))
                .layer(middleware::from_fn_with_state(
                    Arc::new(Semaphore::new(self.requests)),
                    overload::refuse_rather_than_queue,
                ))
                .layer(CsrfLayer::new().add_trusted_origin(&self.origin)?)
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::GATEWAY_TIMEOUT,
                    self.patience,
                ))
                .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
                .layer(RequestBodyTimeoutLayer::new(BODY_PAUSE)),
        );
        Ok(guarded.merge(rest).layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn_with_state(
                    self.security,
                    security::add_headers,
                ))
                .layer(middleware::from_fn_with_state(self.ids, record::record))
                .layer(CatchPanicLayer::custom(record::after_panic))
                .layer(middleware::from_fn_with_state(
                    self.proxies,
                    client_address::find,
                )),
        ))
    }
}

#[cfg(test)]
mod tests;
