//! The middleware of every request. Each stack lists the outermost layer first.

mod client_address;
mod concurrency_limit;
mod host;
mod nul;
mod page_cache;
mod request_body;
mod request_log;
mod security_headers;

pub use client_address::TrustedProxies;
pub use page_cache::PageCache;
pub use request_log::RequestIdGenerator;
pub use security_headers::SecurityHeaders;

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
    timeout::TimeoutLayer,
};

/// The configuration of the layers.
#[derive(Debug, Clone)]
pub struct LayerConfig {
    /// The public origin (RFC 6454 §6.1), for CSRF checks.
    pub origin: String,
    pub trusted_proxies: TrustedProxies,
    pub request_ids: RequestIdGenerator,
    pub security_headers: SecurityHeaders,
    pub page_cache: PageCache,
    /// The largest number of concurrent requests.
    pub max_requests: usize,
    /// How long a response may take to begin.
    pub response_timeout: Duration,
}

impl LayerConfig {
    /// Adds the layers to the routes. Only `pages` has limits, CSRF checks, cache and compression; `rest`
    /// (assets, health) responds under overload, too.
    ///
    /// # Errors
    ///
    /// The origin is malformed.
    pub fn apply(self, pages: Router, rest: Router) -> Result<Router, ConfigError> {
        let pages = pages.layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn_with_state(
                    self.page_cache,
                    page_cache::serve_cached,
                ))
                .layer(CompressionLayer::new().compress_when(
                    // A workbook is a ZIP archive.
                    DefaultPredicate::new().and(NotForContentType::const_new(
                        "application/vnd.openxmlformats",
                    )),
                ))
                .layer(CsrfLayer::new().add_trusted_origin(&self.origin)?)
                .layer(middleware::from_fn_with_state(
                    request_body::BodyLimits::new(request_body::READ_TIMEOUT),
                    request_body::read_body,
                ))
                .layer(middleware::from_fn_with_state(
                    Arc::new(Semaphore::new(self.max_requests)),
                    concurrency_limit::limit_concurrency,
                ))
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::GATEWAY_TIMEOUT,
                    self.response_timeout,
                )),
        );
        Ok(pages.merge(rest).layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn_with_state(
                    self.security_headers,
                    security_headers::add_security_headers,
                ))
                .layer(middleware::from_fn_with_state(
                    self.request_ids,
                    request_log::log_request,
                ))
                .layer(CatchPanicLayer::custom(request_log::panic_response))
                .layer(middleware::from_fn(host::require_host))
                .layer(middleware::from_fn(nul::refuse_nul))
                .layer(middleware::from_fn_with_state(
                    self.trusted_proxies,
                    client_address::insert_client_key,
                )),
        ))
    }
}

#[cfg(test)]
mod tests;
