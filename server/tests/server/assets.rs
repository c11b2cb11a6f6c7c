//! The assets of pages.

use crate::test_server::TestServer;

/// The path of the style sheet in a page.
fn style(server: &TestServer) -> String {
    let page = server.get("/sign-in").text();
    let start = page.find("/assets/").expect("a style sheet");
    page[start..].split('"').next().unwrap().to_owned()
}

#[test]
fn the_style_sheet_is_immutable() {
    let server = TestServer::serve(&[]);
    let sheet = server.get_with(&style(&server), &[]);
    assert_eq!(sheet.status, 200);
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(
        sheet.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
}

#[test]
fn the_style_sheet_is_one_file_without_comments() {
    let server = TestServer::serve(&[]);
    let sheet = server.get_with(&style(&server), &[]).text();
    assert!(
        !sheet.contains("@import") && !sheet.contains("/*"),
        "{sheet}"
    );
}

#[test]
fn the_style_sheet_is_compressed_and_has_an_etag_per_coding() {
    let server = TestServer::serve(&[]);
    let path = style(&server);
    let plain = server.get_with(&path, &[]);
    for coding in ["br", "gzip"] {
        let small = server.get_with(&path, &[("accept-encoding", coding)]);
        assert_eq!(small.header("content-encoding"), coding);
        assert_eq!(small.header("vary"), "accept-encoding");
        assert!(small.body.len() < plain.body.len());
        assert_ne!(small.header("etag"), plain.header("etag"));

        let tag = small.header("etag").to_owned();
        let again = server.get_with(
            &path,
            &[("accept-encoding", coding), ("if-none-match", &tag)],
        );
        assert_eq!((again.status, again.body.len()), (304, 0));
    }
}

#[test]
fn the_icon_has_the_default_path() {
    let server = TestServer::serve(&[]);
    let icon = server.get_with("/favicon.ico", &[]);
    assert_eq!(
        (icon.status, icon.header("content-type")),
        (200, "image/svg+xml")
    );
}

#[test]
fn search_engines_do_not_index_personal_pages() {
    let server = TestServer::serve(&[]);
    let robots = server.get("/robots.txt").text();
    assert!(robots.contains("Disallow: /registration/"), "{robots}");
}
