//! The layers around a few routes that behave badly.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    response::{Html, Response},
    routing::{get, post},
};
use http::{
    Request, StatusCode,
    header::{
        ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HOST, ORIGIN, RETRY_AFTER,
        STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
    },
};
use planner::{OsRandom, SystemClock};
use tower::ServiceExt as _;

use super::{Around, LARGEST_BODY, PageCache, RequestIds, SecurityHeaders, TrustedProxies};

fn layered(https: bool) -> Router {
    layered_with(https, Duration::from_secs(30))
}

fn layered_with(https: bool, patience: Duration) -> Router {
    let pages = Router::new()
        .route("/", get(|| async { Html("<p>Seite</p>".repeat(500)) }))
        .route("/panic", get(breaks))
        .route(
            "/slow",
            get(|| tokio::time::sleep(Duration::from_millis(1_500))),
        )
        .route("/do/save", post(|body: String| async { body }));
    let rest = Router::new().route("/healthz", get(|| async { "ok" }));
    let around = Around {
        origin: "https://treffpunkt.example".to_owned(),
        proxies: TrustedProxies::default(),
        ids: RequestIds::new(Arc::new(SystemClock), Arc::new(OsRandom)),
        security: SecurityHeaders::new(https),
        pages: PageCache::new(store::Commits::default()),
        requests: 1,
        patience,
    };
    around.layer(pages, rest).unwrap()
}

async fn breaks() -> &'static str {
    panic!("on purpose")
}

fn asking(path: &str) -> http::request::Builder {
    Request::builder()
        .uri(path)
        .header(HOST, "treffpunkt.example")
}

async fn answer(request: http::request::Builder) -> Response {
    let request = request.body(Body::empty()).unwrap();
    layered(true).oneshot(request).await.unwrap()
}

async fn text_of(answer: Response) -> String {
    let bytes = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn every_answer_has_an_id_of_the_servers_own() {
    let first = answer(asking("/").header("x-request-id", "theirs")).await;
    let second = answer(asking("/nothing")).await;
    let id = |answer: &Response| {
        answer.headers()["x-request-id"]
            .to_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(id(&first).len(), 36);
    assert_ne!(id(&first), id(&second));
}

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    for path in ["/", "/nothing", "/healthz", "/panic"] {
        let answer = answer(asking(path)).await;
        assert_eq!(
            answer.headers()[X_CONTENT_TYPE_OPTIONS],
            "nosniff",
            "{path}"
        );
        assert!(
            answer.headers().contains_key(STRICT_TRANSPORT_SECURITY),
            "{path}"
        );
    }
}

#[tokio::test]
async fn without_https_nobody_is_told_to_insist_on_it() {
    let request = asking("/").body(Body::empty()).unwrap();
    let answer = layered(false).oneshot(request).await.unwrap();
    assert!(!answer.headers().contains_key(STRICT_TRANSPORT_SECURITY));
}

#[tokio::test]
async fn a_panic_becomes_a_page_with_the_requests_id() {
    let answer = answer(asking("/panic").header(ACCEPT, "text/html")).await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let id = answer.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    let page = text_of(answer).await;
    assert!(page.contains(&id) && !page.contains("on purpose"), "{page}");
}

#[tokio::test]
async fn pages_are_compressed() {
    let answer = answer(asking("/").header(ACCEPT_ENCODING, "br, gzip")).await;
    assert_eq!(answer.headers()[CONTENT_ENCODING], "br");
}

#[tokio::test]
async fn a_form_of_a_foreign_page_is_refused() {
    let foreign = asking("/do/save")
        .method("POST")
        .header(ORIGIN, "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(answer(foreign).await.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_form_of_our_own_page_is_accepted_even_if_a_proxy_changed_the_host() {
    let own = Request::builder()
        .uri("/do/save")
        .method("POST")
        .header(HOST, "10.0.0.7:3000")
        .header(ORIGIN, "https://treffpunkt.example");
    assert_eq!(answer(own).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_before_it_is_sent() {
    let large = asking("/do/save")
        .method("POST")
        .header(CONTENT_LENGTH, LARGEST_BODY + 1);
    let refused = answer(large).await;
    assert_eq!(refused.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text_of(refused).await.contains("more than is accepted"));
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_given_up() {
    let request = asking("/slow").body(Body::empty()).unwrap();
    let router = layered_with(true, Duration::from_millis(50));
    let late = router.oneshot(request).await.unwrap();
    assert_eq!(late.status(), StatusCode::GATEWAY_TIMEOUT);
}

#[tokio::test]
async fn who_finds_the_server_overloaded_is_told_to_come_back() {
    let router = layered(true);
    let ask = |path: &str| {
        let request = asking(path).body(Body::empty()).unwrap();
        router.clone().oneshot(request)
    };
    let busy = tokio::spawn(ask("/slow"));
    tokio::task::yield_now().await;

    let refused = ask("/").await.unwrap();
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.headers().contains_key(RETRY_AFTER));
    assert_eq!(ask("/healthz").await.unwrap().status(), StatusCode::OK);

    busy.await.unwrap().unwrap();
    assert_eq!(ask("/").await.unwrap().status(), StatusCode::OK);
}
