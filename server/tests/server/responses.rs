//! Properties of all responses.

use crate::test_server::TestServer;

const ROUTES: [&str; 6] = [
    "/",
    "/nothing/here",
    "/sign-in",
    "/healthz",
    "/readyz",
    "/robots.txt",
];

#[test]
fn every_response_has_the_security_headers() {
    let server = TestServer::serve(&["--public-url=https://treffpunkt.example"]);
    for path in ROUTES {
        let response = server.get(path);
        for (header, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("strict-transport-security", "max-age=31536000"),
        ] {
            assert_eq!(response.header(header), value, "{header} of {path}");
        }
        assert!(
            response
                .header("content-security-policy")
                .contains("default-src 'none'"),
            "{path}"
        );
        assert!(
            response.header("permissions-policy").contains("camera=()"),
            "{path}"
        );
    }
}

#[test]
fn every_response_has_an_id_of_its_own() {
    let server = TestServer::serve(&[]);
    let mut ids: Vec<String> = ROUTES
        .iter()
        .map(|path| server.get_with(path, &[("x-request-id", "theirs")]))
        .map(|response| response.header("x-request-id").to_owned())
        .collect();
    assert!(ids.iter().all(|id| id.len() == 36), "{ids:?}");
    assert!(ids.is_sorted(), "{ids:?}");
    ids.dedup();
    assert_eq!(ids.len(), ROUTES.len());
}

#[test]
fn without_https_there_is_no_hsts() {
    let server = TestServer::serve(&[]);
    assert_eq!(server.get("/").header("strict-transport-security"), "");
}

#[test]
fn a_running_server_is_live_and_ready() {
    let server = TestServer::serve(&[]);
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!(server.get("/readyz").status, 200);
}

#[test]
fn a_page_is_compressed_if_the_client_accepts_it() {
    let server = TestServer::serve(&[]);
    let plain = server.get("/sign-in");
    let small = server.get_with(
        "/sign-in",
        &[("accept", "text/html"), ("accept-encoding", "br")],
    );
    assert_eq!(small.header("content-encoding"), "br");
    assert!(small.body.len() < plain.body.len());
}

#[test]
fn a_cross_site_form_is_refused() {
    let server = TestServer::serve(&[]);
    let forged = ureq::post(server.url("/do/request-sign-in"))
        .config()
        .http_status_as_error(false)
        .build()
        .header("origin", "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site")
        .send_form([("address", "anna@rinleipzig.example")])
        .unwrap();
    assert_eq!(forged.status().as_u16(), 403);
}
