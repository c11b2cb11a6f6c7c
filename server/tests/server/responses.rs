//! What every answer has in common.

use crate::running::Running;

const ROUTES: [&str; 6] = [
    "/",
    "/nothing/here",
    "/sign-in",
    "/healthz",
    "/readyz",
    "/robots.txt",
];

#[test]
fn every_answer_tells_the_browser_to_be_careful() {
    let server = Running::serve(&["--public-url=https://treffpunkt.example"]);
    for path in ROUTES {
        let answer = server.get(path);
        for (header, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("strict-transport-security", "max-age=31536000"),
        ] {
            assert_eq!(answer.header(header), value, "{header} of {path}");
        }
        assert!(
            answer
                .header("content-security-policy")
                .contains("default-src 'none'"),
            "{path}"
        );
        assert!(
            answer.header("permissions-policy").contains("camera=()"),
            "{path}"
        );
    }
}

#[test]
fn every_answer_has_an_id_of_its_own() {
    let server = Running::serve(&[]);
    let mut ids: Vec<String> = ROUTES
        .iter()
        .map(|path| server.get_with(path, &[("x-request-id", "theirs")]))
        .map(|answer| answer.header("x-request-id").to_owned())
        .collect();
    assert!(ids.iter().all(|id| id.len() == 36), "{ids:?}");
    assert!(ids.is_sorted(), "{ids:?}");
    ids.dedup();
    assert_eq!(ids.len(), ROUTES.len());
}

#[test]
fn a_server_without_https_does_not_insist_on_it() {
    let server = Running::serve(&[]);
    assert_eq!(server.get("/").header("strict-transport-security"), "");
}

#[test]
fn a_server_that_is_up_says_so() {
    let server = Running::serve(&[]);
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!(server.get("/readyz").status, 200);
}

#[test]
fn a_page_is_compressed_for_who_can_read_that() {
    let server = Running::serve(&[]);
    let plain = server.get("/sign-in");
    let small = server.get_with(
        "/sign-in",
        &[("accept", "text/html"), ("accept-encoding", "br")],
    );
    assert_eq!(small.header("content-encoding"), "br");
    assert!(small.body.len() < plain.body.len());
}

#[test]
fn a_form_from_another_site_is_refused() {
    let server = Running::serve(&[]);
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
